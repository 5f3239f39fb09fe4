"""The window: the counter with its pages, from start to close; who may do what in it, and what sync says."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.point_words import PointWords
from app.domain.program import Program
from app.services.chain.standing import Pairing, Standing
from app.services.members import birthdays, sweeps
from app.services.programs.program import current
from app.services.rewards import voucher_sweeps
from ui import own_points, said_again, shifting
from ui.actions import Do, Scope, bind
from ui.aids import Aids
from ui.context import CounterContext
from ui.errors import Tone
from ui.guard import Guard
from ui.health.watch import HealthWatch
from ui.hearing import Hearing
from ui.language import QtTongue
from ui.locked import Locked
from ui.pages import PagedWindow
from ui.rates import coming
from ui.scans import SOURCE_CAMERA, ScanFilter
from ui.theme import dress, wear
from ui.training import Training
from ui.widgets.scrolled import WINDOW_LEAST_PX, ScrolledPages
from ui.words import said, speak, tr
from ui.work import Topic

if TYPE_CHECKING:
    from ui.approval.box import ApprovalBox
from ui.arrivals import Arrivals

WINDOW_PX = QSize(1280, 720)


@runtime_checkable
class _ShowsStanding(Protocol):
    def stood(self, standing: Standing) -> None: ...


@runtime_checkable
class _ShowsPairing(Protocol):
    def stepped(self, pairing: Pairing) -> None: ...


class CounterWindow(PagedWindow):
    def __init__(self, context: CounterContext, scans: ScanFilter) -> None:
        super().__init__(context, scans)
        self._may_close = False
        home, notify = self._turn_home, self.counter.stage.notify
        self._training = Training(context, self.counter, self.tasks, home, notify)
        self.aids = Aids(self, self._keys, self.run, context.theme, context.sounds)
        self._commands |= {
            Do.TRAINING: self._training.tell,
            Do.NEXT_TASK: self._training.next_task,
            Do.LOCK: context.session.lock,
            **self.aids.commands,
        }
        self._lay_out()
        self._keys.listen(self, Scope.EVERYWHERE)
        scans.setParent(self)  # keys are watched for as long as there is a window to hear of scans
        self._hearing = Hearing(
            context.line, self, stood=self._stood, learned=self.counter.member_changed, stepped=self._stepped
        )
        self._arrivals = Arrivals(context.feeds, self, self.counter.arriving)
        self.locked = Locked(
            self,
            context,
            self.tasks,
            self._keys,
            keeps_bill=lambda: self.counter.sale.bill.lines != (),
            home=home,
            told=notify,
        )
        self.guard = Guard(context.session, self._box, self.locked, self._carry_out, self._scanned, self._claims)
        self._health = HealthWatch(context, self.tasks, self, self.header.show_health)
        self._join()
        self._begin()

    @property
    def approval(self) -> ApprovalBox:
        return self.guard.box

    def run(self, do: Do) -> None:
        """A command was given: whoever is here may do it, or somebody approves it."""
        self.guard.run(do)

    def _carry_out(self, do: Do) -> None:
        super().run(do)

    def _box(self) -> ApprovalBox:
        from ui.approval.box import ApprovalBox

        under = self.centralWidget()
        assert under is not None, "the window is laid out"
        return ApprovalBox(self, under, self._context, self.tasks, self._keys)

    def _join(self) -> None:
        """Let those who know something tell those who show it."""
        scans = self._scans
        self.camera.scanned.connect(lambda text: scans.scanned.emit(text, SOURCE_CAMERA))
        scans.scanned.connect(self.aids.scanned)
        scans.scanned.connect(lambda text, _source: self.guard.scanned(text))
        self.counter_page.strip.noticed.connect(self.aids.noticed)
        self.tasks.changed.connect(self._refresh)
        self.tasks.changed.connect(self._training.changed)
        self.counter.till.on_receipt = self.paperwork.receive
        self.counter.shelf.on_count = self.header.show_arrived
        self.paperwork.queue.on_count = self.header.show_waiting

    def _begin(self) -> None:
        self.counter.start()
        self._stood(self._context.line.standing())  # it may have changed before anybody listened
        shifting.look(self._context.desk, self.tasks, self.header, self.counter.stage.refuse)
        coming.look(self._context.desk, self.tasks, self.header.show_rates, self.counter.stage.refuse)
        self._settle_books()
        self._training.frame(self, self._keys)
        if self._context.notice:
            self.counter.stage.say(Tone.BAD, said(self._context.notice))
        self.locked.begin()

    def _settle_books(self) -> None:
        """Post what fell due since this was last done, in short transactions; nobody waits for it."""
        desk, staff = self._context.desk, self._context.cashier
        for due in (
            partial(sweeps.expire, desk),
            partial(voucher_sweeps.expire, desk),
            partial(birthdays.give, desk),
            partial(sweeps.review_tiers, desk, staff=staff),
        ):
            self.tasks.write(due, lambda _: None, self.counter.stage.refuse, changes=Topic.MEMBERS)

    def _stood(self, standing: Standing) -> None:
        self.header.chip.indicator.hear(standing)
        self._hear_of_points()
        page = self.pages.currentWidget()
        if isinstance(page, _ShowsStanding):
            page.stood(standing)

    def _stepped(self, pairing: Pairing) -> None:
        page = self.pages.currentWidget()
        if isinstance(page, _ShowsPairing):
            page.stepped(pairing)

    def _refresh(self, topic: str) -> None:
        if topic == Topic.HELD:
            self.counter.shelf.count()
        elif topic == Topic.PRINTS:
            self.paperwork.queue.read()
        elif topic == Topic.RATES:
            self._hear_of_points()

    def _hear_of_points(self) -> None:
        """What is in force now may call them otherwise."""
        desk = self._context.desk
        self.tasks.latest("point words", lambda: current(desk), self._say_points, self.counter.stage.refuse)

    def _say_points(self, program: Program) -> None:
        again = own_points.say(PointWords.of(program))
        if again is not None:
            said_again.everywhere(again)
            self.counter.rules_changed(program)

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
        """Hear no more keys and nothing of sync, and finish what was asked to be written or printed."""
        self._scans.leave()
        self.camera.close()
        self._hearing.close()
        self._arrivals.close()
        self.paperwork.retrying.stop()
        self.aids.stop()
        self.locked.idle.stop()
        self._health.stop()
        self.tasks.close()

    def _close_for_good(self) -> None:
        self._may_close = True
        QTimer.singleShot(0, self, self.close)

    def _allow_closing(self) -> None:
        self._may_close = True

    def _lay_out(self) -> None:
        self.setWindowTitle(
            tr("{shop} – Counter {counter}", shop=self._context.shop_name, counter=self._context.desk.counter_code)
        )
        size_window(self)
        self.header.add_device(self.camera.chip)
        central = QWidget()
        central.setObjectName("page")
        rows = QVBoxLayout(central)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        wear(self.header)
        rows.addWidget(ScrolledPages(self.pages), 1)
        self.setCentralWidget(central)


def application() -> QApplication:
    """The one Qt application of this process, made when it is first asked for."""
    standing = QApplication.instance()
    return standing if isinstance(standing, QApplication) else QApplication(sys.argv[:1])


def size_window(window: QWidget) -> None:
    """As large as it likes to be, and not made smaller than its screen shows and its pages need; before it is shown."""
    window.setMinimumSize(WINDOW_LEAST_PX.boundedTo(window.screen().availableSize()))
    window.resize(WINDOW_PX)


def fit_to_screen(window: QWidget) -> None:
    """A screen with less room than the window would have, as where all of it is enlarged, is taken whole."""
    if window.screen().availableSize().boundedTo(WINDOW_PX) != WINDOW_PX:
        window.showMaximized()


def open_counter(context: CounterContext) -> CounterWindow:
    """Dress the application and show the counter, ready for keys and scans; the caller runs the event loop."""
    running = application()
    dress(running, context.theme)
    speak(QtTongue(context.language))
    own_points.say(PointWords.of(current(context.desk)))
    bind(context.keys)
    scans = ScanFilter(running, context.wedge)
    window = CounterWindow(context, scans)
    window.show()
    scans.watch()
    window.activateWindow()
    return window
