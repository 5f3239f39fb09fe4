"""Training in the window: the frame that says all around that nothing counts, and how training is begun and left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QMainWindow

from ui.context import CounterContext
from ui.errors import Notice, Tone
from ui.theme import colours, wear
from ui.widgets.labels import label
from ui.words import later, tr

EDGE_PX = 5
BANNER = later("TRAINING · nothing done here counts · the drawer stays shut")
TO_BEGIN = later(
    "Training opens beside this counter, with sample members and bills that do not count: "
    "start the program once more with --training. This counter stays as it is."
)
TO_LEAVE = later("You are in training: nothing done here counts. Close this window to leave.")


class Training:
    """`home` turns to the counter, `say` is given what is to be said there."""

    def __init__(self, context: CounterContext, home: Callable[[], None], say: Callable[[Notice], None]) -> None:
        self._is_training = context.is_training
        self._theme = context.theme
        self._home = home
        self._say = say

    def tell(self) -> None:
        """How training is begun; in it, how it is left."""
        self._home()
        self._say(Notice(Tone.INFO, tr(TO_LEAVE if self._is_training else TO_BEGIN)))

    def frame(self, window: QMainWindow) -> None:
        """Around all a window shows, whatever page it is on, locked or not. Outside training there is none."""
        if not self._is_training:
            return
        banner = label(tr(BANNER), "training")
        banner.setAlignment(Qt.AlignmentFlag.AlignCenter)
        edge = window.palette()
        edge.setColor(QPalette.ColorRole.Window, QColor(colours(self._theme)["training"]))
        window.setPalette(edge)
        window.setContentsMargins(EDGE_PX, 0, EDGE_PX, EDGE_PX)
        window.setMenuWidget(banner)
        wear(banner)
        window.setWindowTitle(tr("TRAINING · {title}", title=window.windowTitle()))
