"""The window: the counter and the screens that open over it, with start, scans and close."""

from __future__ import annotations

import sys
from functools import partial

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.devices.wedge import WedgeProfile
from app.domain.member import Holder
from app.services import sweeps
from app.services.program import current
from ui.actions import Do, Scope
from ui.billing.page import CounterPage
from ui.billing.presenter import Counter
from ui.commands import Commands
from ui.context import CounterContext, PrintedReceipt
from ui.errors import Tone
from ui.help import HelpSheet
from ui.issue.page import EnrolPage
from ui.scans import ScanFilter
from ui.tasks import Tasks
from ui.theme import dress
from ui.widgets.labels import label
from ui.work import Topic

WINDOW_PX = (1280, 720)
WINDOW_LEAST_PX = (1024, 600)
PRINTER_FAILS = "Receipts are not printing"


class Header(QWidget):
    """Where we are and how the devices are, in words."""

    def __init__(self, context: CounterContext, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("page")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 0)
        row.setSpacing(16)
        row.addWidget(label(context.shop_name, "shop"))
        row.addWidget(label(f"Counter {context.desk.counter_code}", "muted"))
        row.addWidget(label(context.cashier, "muted"))
        row.addStretch()
        row.addWidget(label(context.scanner_state, "muted"))
        self._printer_state = context.printer_state
        self._printer = label(context.printer_state, "muted")
        row.addWidget(self._printer)
        menu = QPushButton("Menu")
        menu.setObjectName("menu")
        menu.setMenu(commands.menu(menu))
        row.addWidget(menu)

    def show_printer(self, *, works: bool) -> None:
        self._printer.setText(self._printer_state if works else PRINTER_FAILS)


class CounterWindow(QMainWindow):
    def __init__(self, context: CounterContext, scans: ScanFilter) -> None:
        super().__init__()
        self._context = context
        self._may_close = False
        self.tasks = Tasks(self)
        commands = Commands(self, self.run)
        self.counter_page = CounterPage(context, self.tasks, current(context.desk), commands)
        self.enrol_page = EnrolPage(context, self.tasks, commands, self._attach)
        self.help_sheet, self.pages = HelpSheet(), QStackedWidget()
        self._header = Header(context, commands)
        self._lay_out()
        commands.listen(self, Scope.EVERYWHERE)
        scans.setParent(self)  # keys are watched for as long as there is a window to hear of scans
        scans.scanned.connect(self._scanned)
        self.tasks.changed.connect(self._refresh)
        self.counter.till.on_receipt = self._receive
        self.counter.start()
        self._settle_books()
        if context.notice:
            self.counter.stage.say(Tone.BAD, context.notice)
        self.counter_page.focus_box()

    @property
    def counter(self) -> Counter:
        return self.counter_page.counter

    def run(self, do: Do) -> None:
        """Carry out a command on the page it belongs to."""
        match do:
            case Do.HELP:
                self._turn(self.counter_page if self._is_on(self.help_sheet) else self.help_sheet)
            case Do.NEW_CARD:
                self._turn(self.enrol_page)
            case Do.SAVE:
                self.enrol_page.enroller.save()
            case Do.BACK if not self._is_on(self.counter_page):
                self._turn(self.counter_page)
            case _:
                self.counter.do(do)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """An open bill is set aside before the window goes; where that fails the window stays, once."""
        if self._may_close:
            self.tasks.close()
            event.accept()
            return
        event.ignore()
        self.counter.shelf.keep(self._close_for_good, self._allow_closing)

    def _close_for_good(self) -> None:
        self._may_close = True
        QTimer.singleShot(0, self, self.close)

    def _allow_closing(self) -> None:
        self._may_close = True

    def _settle_books(self) -> None:
        """Post what has expired since the counter was last open: one short transaction, and nobody waits for it."""
        expire = partial(sweeps.expire, self._context.desk)
        self.tasks.write(expire, lambda _: None, self.counter.stage.refuse, changes=Topic.MEMBERS)

    def _is_on(self, page: QWidget) -> bool:
        return self.pages.currentWidget() is page

    def _turn(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        if page is self.counter_page:
            self.counter_page.take_focus()
        elif page is self.enrol_page:
            self.enrol_page.open()
        else:
            self.help_sheet.take_focus()

    def _scanned(self, text: str, _source: str) -> None:
        if self._is_on(self.enrol_page):
            self.enrol_page.enroller.scanned(text)
        else:
            self.pages.setCurrentWidget(self.counter_page)
            self.counter.scanned(text)

    def _attach(self, holder: Holder) -> None:
        self._turn(self.counter_page)
        self.counter.attach(holder)

    def _refresh(self, topic: str) -> None:
        if topic == Topic.HELD:
            self.counter.shelf.count()

    def _receive(self, receipt: PrintedReceipt | None) -> None:
        """A receipt was printed, or was not."""
        self._header.show_printer(works=receipt is not None)
        if receipt is not None and self._context.opens_receipts:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(receipt.path)))

    def _lay_out(self) -> None:
        self.setWindowTitle(f"{self._context.shop_name} – Counter {self._context.desk.counter_code}")
        self.setMinimumSize(*WINDOW_LEAST_PX)
        self.resize(*WINDOW_PX)
        for page in (self.counter_page, self.enrol_page, self.help_sheet):
            self.pages.addWidget(page)
        central = QWidget()
        central.setObjectName("page")
        rows = QVBoxLayout(central)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._header)
        rows.addWidget(self.pages, 1)
        self.setCentralWidget(central)


def application() -> QApplication:
    """The one Qt application of this process, made when it is first asked for."""
    standing = QApplication.instance()
    return standing if isinstance(standing, QApplication) else QApplication(sys.argv[:1])


def open_counter(context: CounterContext) -> CounterWindow:
    """Dress the application and show the counter, ready for keys and scans; the caller runs the event loop."""
    running = application()
    dress(running, context.theme)
    window = CounterWindow(context, ScanFilter(running, WedgeProfile()))
    window.show()
    window.activateWindow()
    return window
