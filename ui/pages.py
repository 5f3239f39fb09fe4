"""Pages: a window of them. The counter stands from the start; every other page is made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Protocol, TypeVar, runtime_checkable

from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.domain.member import Holder
from app.services.programs.program import current
from ui import shifting
from ui.actions import Do, Scope, action
from ui.billing.page import CounterPage
from ui.billing.presenter import Counter
from ui.camera.corner import CameraCorner
from ui.commands import Commands
from ui.context import CounterContext
from ui.header import Header
from ui.help import HelpSheet
from ui.loyalty import Loyalty
from ui.paperwork import Paperwork
from ui.people import People
from ui.printers.state import Tab
from ui.scans import ScanFilter
from ui.tasks import Tasks
from ui.theme import wear
from ui.turning import Desk, Opening
from ui.upkeep import Upkeep

if TYPE_CHECKING:  # a page is also read from its file only when it is first asked for
    from ui.catalogue.page import CataloguePage
    from ui.issue.page import EnrolPage
    from ui.printers.page import PrintersPage
    from ui.reports.page import ReportsPage
    from ui.scanner.page import ScannerPage
    from ui.settings.page import SettingsPage
    from ui.shift.page import ShiftPage
    from ui.staff.page import StaffPage
    from ui.status.page import StatusPage

_Page = TypeVar("_Page", bound=QWidget)
_Commands = dict[Do, Callable[[], None]]


@runtime_checkable
class _TakesScans(Protocol):
    def scanned(self, text: str) -> None: ...


@runtime_checkable
class _TakesStaffCards(Protocol):
    def claims(self, card: str) -> bool:
        """False where it is not for this page."""


@runtime_checkable
class _HasSteps(Protocol):
    def back(self) -> bool:
        """A step back inside the page; False where it is to be left."""


class PagedWindow(QMainWindow):
    """A page that was made stays. What nobody has turned to takes no time at the start, nor when texts grow."""

    def __init__(self, context: CounterContext, scans: ScanFilter) -> None:
        super().__init__()
        self._context, self._scans = context, scans
        self.tasks = Tasks(self)
        self._keys = Commands(self, self.run)
        self.pages = QStackedWidget()
        self.counter_page = self.put(CounterPage(context, self.tasks, current(context.desk), self._keys))
        self.header = Header(context, self.tasks, self._keys)
        self._keys.lend(self.header, self.pages)
        self.camera = CameraCorner(self, self.counter_page, context.camera, self.counter.stage.notify)
        self.paperwork = Paperwork(context, self.tasks, self, self.counter)
        self.people = People(
            context, self.tasks, self._keys, self.counter, self.pages, self._attach, self.paperwork.receive
        )
        self.loyalty = Loyalty(context, self.tasks, self._keys, self, self.header.show_rates)
        self.upkeep = Upkeep(context, self.tasks, self._keys, self)
        self._commands = self._turns()
        self._desks = self._keepers()

    @property
    def counter(self) -> Counter:
        return self.counter_page.counter

    @cached_property
    def enrol_page(self) -> EnrolPage:
        from ui.issue.page import EnrolPage

        attach, print_card = self._attach, self.paperwork.cards.print_card
        return self.put(EnrolPage(self._context, self.tasks, self._keys, attach, print_card))

    @cached_property
    def status_page(self) -> StatusPage:
        from ui.status.page import StatusPage

        return self.put(StatusPage(self._context, self.tasks, self._keys))

    @cached_property
    def settings_page(self) -> SettingsPage:
        from ui.settings.page import SettingsPage

        return self.put(SettingsPage(self._context, self.tasks, self._keys))

    @cached_property
    def printers_page(self) -> PrintersPage:
        from ui.printers.page import PrintersPage

        page = self.put(PrintersPage(self._context, self.tasks, self._keys, self.paperwork.queue))
        page.desk.on_kept = self.header.name_printer
        return page

    @cached_property
    def staff_page(self) -> StaffPage:
        from ui.staff.page import StaffPage

        return self.put(StaffPage(self._context, self.tasks, self._keys))

    @cached_property
    def shift_page(self) -> ShiftPage:
        from ui.shift.page import ShiftPage

        page = self.put(ShiftPage(self._context, self.tasks, self._keys))
        shifting.follow(page, self.header, self.paperwork.receive, self._turn_home, self.counter.stage.notify)
        return page

    @cached_property
    def scanner_page(self) -> ScannerPage:
        from ui.scanner.page import ScannerPage

        page = self.put(ScannerPage(self._context, self.tasks, self._keys, self._scans))
        page.is_camera_on = lambda: self.camera.is_open
        return page

    @cached_property
    def catalogue_page(self) -> CataloguePage:
        from ui.catalogue.page import CataloguePage

        return self.put(CataloguePage(self._context, self.tasks, self._keys))

    @cached_property
    def reports_page(self) -> ReportsPage:
        from ui.reports.page import ReportsPage

        return self.put(ReportsPage(self._context, self.tasks, self._keys))

    @cached_property
    def help_sheet(self) -> HelpSheet:
        return self.put(HelpSheet())

    def run(self, do: Do) -> None:
        """A command was given: carry it out on the page it belongs to."""
        page = self.pages.currentWidget()
        if do is Do.BACK and page is not self.counter_page:
            if not (isinstance(page, _HasSteps) and page.back()):
                self._turn_home()
        elif do in self._commands:
            self._commands[do]()
        elif action(do).scope in self._desks:
            self._desks[action(do).scope]().do(do)
        else:
            self.counter.do(do)

    def _scanned(self, text: str) -> None:
        """A scan is for the page that is open, or else for the counter."""
        page = self.pages.currentWidget()
        if isinstance(page, _TakesScans):
            page.scanned(text)
        else:
            self.pages.setCurrentWidget(self.counter_page)
            self.counter.entering.scanned(text)

    def _claims(self, card: str) -> bool:
        """Whether a staff card is for the page that is open."""
        page = self.pages.currentWidget()
        return isinstance(page, _TakesStaffCards) and page.claims(card)

    def put(self, page: _Page) -> _Page:
        self.pages.addWidget(page)
        wear(page)
        return page

    def _turns(self) -> _Commands:
        """The commands that open a page, and those about paper."""
        turns: _Commands = {
            Do.HELP: self._turn_to_help,
            Do.CAMERA: self.camera.desk.toggle,
            Do.SCANNER: lambda: self.turn(self.scanner_page),
            Do.STAFF: lambda: self.turn(self.staff_page),
            Do.PRODUCTS: lambda: self.turn(self.catalogue_page),
            Do.COUNTER: self._turn_home,
            Do.REPORTS: lambda: self.turn(self.reports_page),
            Do.NEW_CARD: lambda: self.turn(self.enrol_page),
            Do.SYNC_STATUS: lambda: self.turn(self.status_page),
            Do.SETTINGS: lambda: self.turn(self.settings_page),
            Do.SHIFT: lambda: self.turn(self.shift_page),
            Do.OPEN_DRAWER: self._turn_to_drawer,
            Do.TAKE_ARRIVED: self._take_arrived,
            Do.PRINTERS: partial(self._turn_to_printers, Tab.PRINTERS),
            Do.PRINT_QUEUE: partial(self._turn_to_printers, Tab.QUEUE),
        }
        groups = (self.paperwork, self.people, self.loyalty, self.upkeep)
        return turns | {do: run for group in groups for do, run in group.commands.items()}

    def _keepers(self) -> dict[Scope, Callable[[], Desk]]:
        """Whose the commands are that belong to one page alone."""
        return {
            Scope.FORM: lambda: self.enrol_page.enroller,
            Scope.STATUS: lambda: self.status_page.status,
            Scope.SETTINGS: lambda: self.settings_page,
            Scope.PRINTERS: lambda: self.printers_page.desk,
            Scope.STAFF: lambda: self.staff_page.desk,
            Scope.CATALOGUE: lambda: self.catalogue_page.desk,
            Scope.REPORTS: lambda: self.reports_page.desk,
            Scope.SHIFT: lambda: self.shift_page.desk,
            Scope.SCANNER: lambda: self.scanner_page.desk,
            Scope.RETURNS: lambda: self.people.returns_page.returner,
            Scope.MEMBERS: lambda: self.people.members_page.keeper,
            **self.loyalty.desks,
            **self.upkeep.desks,
        }

    def turn(self, page: Opening) -> None:
        assert isinstance(page, QWidget), "only widgets are pages"
        self.pages.setCurrentWidget(page)
        page.open()

    def _turn_home(self) -> None:
        self.pages.setCurrentWidget(self.counter_page)
        self.counter_page.take_focus()

    def _take_arrived(self) -> None:
        """The header offers it on every page."""
        self._turn_home()
        self.counter.do(Do.TAKE_ARRIVED)

    def _turn_to_drawer(self) -> None:
        self.pages.setCurrentWidget(self.shift_page)
        self.shift_page.open_drawer()

    def _turn_to_printers(self, tab: Tab) -> None:
        self.pages.setCurrentWidget(self.printers_page)
        self.printers_page.open(tab)

    def _turn_to_help(self) -> None:
        if isinstance(self.pages.currentWidget(), HelpSheet):
            self._turn_home()
        else:
            self.turn(self.help_sheet)

    def _attach(self, holder: Holder) -> None:
        self._turn_home()
        self.counter.attach(holder)
