"""Training in the window: the frame that says all around that nothing counts, the tasks, and how it is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from app.domain.cart import CartLine
from app.services.desk import Desk
from app.services.shifts import shifts
from ui.billing.openbill import OpenBill
from ui.billing.presenter import Counter
from ui.commands import Commands
from ui.context import CounterContext
from ui.errors import Notice, Tone
from ui.theme import colours, wear
from ui.tour.strip import TourStrip
from ui.widgets.edge import Edge
from ui.widgets.labels import label
from ui.words import later, tr
from ui.work import Topic, Work

EDGE_PX = 5
LEAVE_S = 10
RUNG_MINOR = (500_00, 240_00)
BANNER = later("TRAINING · nothing done here counts · the drawer stays shut")
TO_BEGIN = later(
    "Training opens beside this counter, with sample members and bills that do not count: "
    "start the program once more with --training. This counter stays as it is."
)
TO_LEAVE = later("You are in training: nothing done here counts. Close this window to leave.")
SHIFT_CLOSED = later("The shift is closed, and training ends with it: this window closes in {n} seconds.")


@dataclass(frozen=True, slots=True)
class CounterBench:
    """The counter of this window, as the tour needs it."""

    desk: Desk
    counter: Counter
    home: Callable[[], None]

    def categories(self) -> tuple[str, ...]:
        return tuple(line.category for line in self.counter.sale.bill.lines)

    def has_customer(self) -> bool:
        return self.counter.sale.bill.profile is not None

    def prepare(self, *, is_rung: bool) -> None:
        self.home()
        kinds = self.counter.sale.program.categories
        rung = zip(kinds, RUNG_MINOR, strict=False) if is_rung else ()
        lines = (CartLine(self.desk.ids.entity(), kind, Decimal(1), amount) for kind, amount in rung)
        self.counter.sale.start_over(OpenBill(tuple(lines)))


class Training:
    """`home` turns to the counter, `say` is given what is to be said there."""

    def __init__(
        self,
        context: CounterContext,
        counter: Counter,
        work: Work,
        home: Callable[[], None],
        say: Callable[[Notice], None],
    ) -> None:
        self._is_training = context.is_training
        self._context, self._counter, self._work = context, counter, work
        self._home = home
        self._say = say
        self._window: QMainWindow | None = None
        self.strip: TourStrip | None = None

    def tell(self) -> None:
        """How training is begun; in it, how it is left."""
        self._home()
        self._say(Notice(Tone.INFO, tr(TO_LEAVE if self._is_training else TO_BEGIN)))

    def next_task(self) -> None:
        """The next task of the tour; outside training, how it is begun."""
        if self.strip is None:
            self.tell()
        else:
            self.strip.tour.next()

    def changed(self, topic: str) -> None:
        """Something was written: the tour may be waiting for it, and training is over with its shift."""
        if self.strip is not None:
            self.strip.tour.changed()
            if topic == Topic.SHIFT:
                desk = self._context.desk
                self._work.latest("training", lambda: shifts.running(desk), self._look_at_shift, lambda _: None)

    def frame(self, window: QMainWindow, commands: Commands) -> None:
        """Around all a window shows, whatever page it is on, locked or not. Outside training there is none."""
        if not self._is_training:
            return
        self._window = window
        banner = label(tr(BANNER), "training")
        banner.setAlignment(Qt.AlignmentFlag.AlignCenter)
        bench = CounterBench(self._context.desk, self._counter, self._home)
        self.strip = TourStrip(self._context.desk, self._work, commands, bench)
        top = QWidget()
        rows = QVBoxLayout(top)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for piece in (banner, self.strip):
            rows.addWidget(piece)
        window.setMenuWidget(top)
        wear(top)
        Edge(window, QColor(colours(self._context.theme)["training"]), EDGE_PX)
        window.setWindowTitle(tr("TRAINING · {title}", title=window.windowTitle()))

    def _look_at_shift(self, running: shifts.Running) -> None:
        """Where the shift that was practised is over, so is training."""
        if running.opening is None and running.since is not None and self._window is not None:
            self._home()
            self._say(Notice(Tone.INFO, tr(SHIFT_CLOSED, n=LEAVE_S)))
            QTimer.singleShot(LEAVE_S * 1000, self._window, self._window.close)
