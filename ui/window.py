"""The window: the counter and the screens that open over it, with start, scans and close."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.domain.member import Holder
from app.services import sweeps
from app.services.papers import SLIP, STATEMENT
from app.services.program import current
from app.services.standing import Pairing, Standing
from ui import shifting
from ui.actions import Do, Scope
from ui.aids import Aids
from ui.approval.box import ApprovalBox
from ui.billing.page import CounterPage
from ui.billing.presenter import Counter
from ui.camera.corner import CameraCorner
from ui.cards import CardPrinting
from ui.commands import Commands
from ui.context import CounterContext, PrintedCard, PrintedReceipt
from ui.errors import Notice, Tone
from ui.guard import Guard
from ui.header import Header
from ui.hearing import Hearing
from ui.help import HelpSheet
from ui.issue.page import EnrolPage
from ui.language import QtTongue
from ui.locked import Locked
from ui.people import People
from ui.printers.page import PrintersPage
from ui.printers.state import Tab
from ui.retrying import Retrying
from ui.scanner.page import ScannerPage
from ui.scans import SOURCE_CAMERA, ScanFilter
from ui.settings.page import SettingsPage
from ui.shift.page import ShiftPage
from ui.slips import SlipPrinting
from ui.staff.page import StaffPage
from ui.status.page import StatusPage
from ui.tasks import Tasks
from ui.theme import colours, dress, write
from ui.training import Training
from ui.widgets.scrolled import ScrolledPages
from ui.words import later, said, speak, tr
from ui.work import Topic

WINDOW_PX = (1280, 720)
WINDOW_LEAST_PX = (1024, 600)
NO_CARD = later("No card on this bill. Scan one first, or find the customer with F3.")


class CounterWindow(QMainWindow):
    def __init__(self, context: CounterContext, scans: ScanFilter) -> None:
        super().__init__()
        self._context = context
        self._may_close = False
        self.tasks = Tasks(self)
        commands = Commands(self, self.run)
        self.counter_page = CounterPage(context, self.tasks, current(context.desk), commands)
        self.cards = CardPrinting(context, self.tasks, told=self._tell_of_paper, printed=self._receive_card)
        self._slips = SlipPrinting(context.receipts, self.tasks, told=self._tell_of_paper, printed=self._receive)
        self.enrol_page = EnrolPage(context, self.tasks, commands, self._attach, self.cards.print_card)
        self.status_page = StatusPage(context, self.tasks, commands)
        self.settings_page = SettingsPage(context, self.tasks, commands)
        self.printers_page = PrintersPage(context, self.tasks, commands)
        self.staff_page = StaffPage(context, self.tasks, commands)
        self.shift_page = ShiftPage(context, self.tasks, commands)
        self.help_sheet, self.pages = HelpSheet(), QStackedWidget()
        turn = self.pages.setCurrentWidget
        self.people = People(context, self.tasks, commands, self.counter, turn, self._attach, self._receive)
        self.header = Header(context, self.tasks, commands)
        self.camera = CameraCorner(self, self.counter_page, context.camera, self.counter.stage.notify)
        self.header.add_device(self.camera.chip)
        self.aids = Aids(self, commands, self.run, context.theme)
        self.scanner_page = ScannerPage(context, self.tasks, commands, scans)
        self.scanner_page.is_camera_on = lambda: self.camera.is_open
        self._hearing = self._listening()
        self._training = Training(context, partial(turn, self.counter_page), self.counter.stage.notify)
        self._retrying = Retrying(context.receipts, self.tasks, self, self._count_prints)
        self._commands = self._bound()
        self._lay_out()
        commands.listen(self, Scope.EVERYWHERE)
        scans.setParent(self)  # keys are watched for as long as there is a window to hear of scans
        self.locked = Locked(
            self,
            context,
            self.tasks,
            commands,
            keeps_bill=lambda: self.counter.sale.bill.lines != (),
            home=partial(self._turn, self.counter_page),
            told=self.counter.stage.notify,
        )
        under = self.centralWidget()
        assert under is not None, "the window is laid out"
        self.approval = ApprovalBox(self, under, context, self.tasks, commands)
        self.guard = Guard(
            context.session, self.approval, self.locked, self._carry_out, self._scanned, self.staff_page.desk.scanned
        )
        self.camera.scanned.connect(lambda text: scans.scanned.emit(text, SOURCE_CAMERA))
        scans.scanned.connect(self.aids.scanned)
        scans.scanned.connect(lambda text, _source: self.guard.scanned(text))
        self.counter_page.strip.noticed.connect(self.aids.noticed)
        self.tasks.changed.connect(self._refresh)
        self.counter.till.on_receipt = self._receive
        self.printers_page.desk.queue.on_count = self.header.show_waiting
        self.printers_page.desk.on_kept = self.header.name_printer
        shifting.follow(
            self.shift_page,
            self.header,
            self._receive,
            partial(self._turn, self.counter_page),
            self.counter.stage.notify,
        )
        self.counter.start()
        self._stood(context.line.standing())  # it may have changed before anybody listened
        self._settle_books()
        self._training.frame(self)
        if context.notice:
            self.counter.stage.say(Tone.BAD, said(context.notice))
        self.locked.begin()

    @property
    def counter(self) -> Counter:
        return self.counter_page.counter

    def run(self, do: Do) -> None:
        """A command was given: whoever is here may do it, or somebody approves it."""
        self.guard.run(do)

    def _carry_out(self, do: Do) -> None:
        """Carry out a command on the page it belongs to."""
        if do is Do.BACK and not self._is_on(self.counter_page):
            if not (self.people.back(self.pages.currentWidget()) or self._shift_steps_back()):
                self._turn(self.counter_page)
        elif do in self._commands:
            self._commands[do]()
        else:
            self.counter.do(do)

    def _shift_steps_back(self) -> bool:
        return self._is_on(self.shift_page) and self.shift_page.desk.back()

    def _bound(self) -> dict[Do, Callable[[], None]]:
        """The commands that are not the counter's."""
        turns: dict[Do, Callable[[], None]] = {
            Do.HELP: self._turn_to_help,
            Do.CAMERA: self.camera.desk.toggle,
            Do.SCANNER: partial(self._turn, self.scanner_page),
            **self.scanner_page.desk.commands,
            Do.TRAINING: self._training.tell,
            Do.LOCK: self._context.session.lock,
            Do.STAFF: partial(self._turn, self.staff_page),
            Do.NEW_CARD: partial(self._turn, self.enrol_page),
            Do.SYNC_STATUS: partial(self._turn, self.status_page),
            Do.SETTINGS: partial(self._turn, self.settings_page),
            Do.PRINTERS: partial(self._turn_to_printers, Tab.PRINTERS),
            Do.PRINT_QUEUE: partial(self._turn_to_printers, Tab.QUEUE),
            Do.SAVE: self.enrol_page.enroller.save,
            Do.CONSENT: self.enrol_page.enroller.consent,
            Do.PRINT_CARD: self._print_card,
            Do.BALANCE_SLIP: partial(self._print_slip, SLIP),
            Do.STATEMENT: partial(self._print_slip, STATEMENT),
        }
        status, joiner, printers = self.status_page.status, self.settings_page.joiner, self.printers_page.desk
        return {
            **turns,
            **self.aids.commands,
            **shifting.bind(self.shift_page, turn=partial(self.pages.setCurrentWidget, self.shift_page)),
            **{do: partial(status.do, do) for do in status.commands},
            **{do: partial(joiner.do, do) for do in joiner.commands},
            **{do: partial(printers.do, do) for do in printers.commands},
            **{do: partial(self.staff_page.desk.do, do) for do in self.staff_page.desk.commands},
            **self.people.commands,
        }

    def _listening(self) -> Hearing:
        line = self._context.line
        return Hearing(line, self, stood=self._stood, learned=self._learned, stepped=self._stepped)

    def _stood(self, standing: Standing) -> None:
        self.header.chip.indicator.hear(standing)
        if self._is_on(self.status_page):
            self.status_page.status.hear(standing)

    def _learned(self, member_id: str) -> None:
        self.counter.member_changed(member_id)

    def _stepped(self, pairing: Pairing) -> None:
        self.settings_page.joiner.hear(pairing)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """An open bill is set aside before the window goes; where that fails the window stays, once."""
        if self._may_close:
            self.counter.leave()
            self.shut()
            event.accept()
            return
        event.ignore()
        self.counter.shelf.keep(self._close_for_good, self._allow_closing)

    def shut(self) -> None:
        """Hear no more of sync, and finish what was asked to be written or printed."""
        self.camera.close()
        self._hearing.close()
        self._retrying.stop()
        self.aids.stop()
        self.locked.idle.stop()
        self.tasks.close()

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
        elif isinstance(page, (EnrolPage, StatusPage, SettingsPage, ScannerPage, StaffPage)):
            page.open()
        else:
            self.help_sheet.take_focus()

    def _turn_to_printers(self, tab: Tab) -> None:
        self.pages.setCurrentWidget(self.printers_page)
        self.printers_page.open(tab)

    def _turn_to_help(self) -> None:
        self._turn(self.counter_page if self._is_on(self.help_sheet) else self.help_sheet)

    def _scanned(self, text: str) -> None:
        if self._is_on(self.enrol_page):
            self.enrol_page.enroller.scanned(text)
        elif not self.people.scanned(self.pages.currentWidget(), text):
            self.pages.setCurrentWidget(self.counter_page)
            self.counter.scanned(text)

    def _attach(self, holder: Holder) -> None:
        self._turn(self.counter_page)
        self.counter.attach(holder)

    def _refresh(self, topic: str) -> None:
        if topic == Topic.HELD:
            self.counter.shelf.count()
        elif topic == Topic.PRINTS:
            self._count_prints()

    def _count_prints(self) -> None:
        self.printers_page.desk.queue.read()

    def _receive(self, receipt: PrintedReceipt | None) -> None:
        """A receipt, or what else is made of paper, was printed, or was not."""
        self._refresh(Topic.PRINTS)
        if receipt is not None and receipt.path is not None and self._context.opens_receipts:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(receipt.path)))

    def _print_card(self) -> None:
        """Again, for whoever is on the bill."""
        self.counter.stage.hush()
        profile = self.counter.sale.bill.profile
        if profile is None or profile.holder.card is None:
            self.counter.stage.say(Tone.INFO, tr(NO_CARD))
        else:
            self.cards.print_card(profile.holder.card.number)

    def _print_slip(self, document: str) -> None:
        """For whoever is on the bill; of a bill that is still open it says nothing."""
        self.counter.stage.hush()
        profile = self.counter.sale.bill.profile
        if profile is None:
            self.counter.stage.say(Tone.INFO, tr(NO_CARD))
        else:
            member = profile.holder.member
            self._slips.print_slip(document, member.member_id, member.name)

    def _tell_of_paper(self, notice: Notice) -> None:
        """What came out is no news where something is wrong, or asked; no key is dropped for it."""
        stage = self.counter.stage
        if notice.tone is not Tone.GOOD:
            stage.notify(notice)
        elif stage.notice is None or stage.notice.tone is Tone.GOOD:
            stage.say(notice.tone, notice.text)

    def _receive_card(self, card: PrintedCard) -> None:
        if self._context.opens_receipts and card.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(card.path)))

    def _lay_out(self) -> None:
        self.setWindowTitle(
            tr("{shop} – Counter {counter}", shop=self._context.shop_name, counter=self._context.desk.counter_code)
        )
        self.setMinimumSize(*WINDOW_LEAST_PX)
        self.resize(*WINDOW_PX)
        pages = (self.enrol_page, self.status_page, self.settings_page, self.printers_page, self.help_sheet)
        for page in (
            self.counter_page,
            self.shift_page,
            self.staff_page,
            *pages,
            self.scanner_page,
            *self.people.pages,
        ):
            self.pages.addWidget(page)
        central = QWidget()
        central.setObjectName("page")
        rows = QVBoxLayout(central)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addWidget(ScrolledPages(self.pages), 1)
        self.setCentralWidget(central)


def application() -> QApplication:
    """The one Qt application of this process, made when it is first asked for."""
    standing = QApplication.instance()
    return standing if isinstance(standing, QApplication) else QApplication(sys.argv[:1])


def open_counter(context: CounterContext) -> CounterWindow:
    """Dress the application and show the counter, ready for keys and scans; the caller runs the event loop."""
    running = application()
    dress(running, context.theme)
    speak(QtTongue(context.language))
    scans = ScanFilter(running, context.wedge)
    window = CounterWindow(context, scans)
    write(running, colours(context.theme))
    window.show()
    scans.watch()
    window.activateWindow()
    return window
