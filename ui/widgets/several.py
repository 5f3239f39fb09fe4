"""Several: any number of a few, a button for each. Tab comes to one of them, the arrows go to the others."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.widgets.choice import OnOff
from ui.widgets.flow import FlowRow
from ui.widgets.labels import label
from ui.words import tr
from ui.zoom import sized

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
GAP_PX = 6
AROUND_WORDS_PX = 12  # above and below words that stand in a row of buttons, or beside the first of several


def pad(words: QLabel, px: int) -> None:
    words.setContentsMargins(0, px, 0, px)


class _One(OnOff):
    stepped = Signal(int)
    came = Signal()

    def __init__(self, name: str, words: str) -> None:
        super().__init__(words)
        self.setAccessibleName(f"{name}: {words}")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.came.emit()


class Several(QWidget):
    """`changed` tells all that are on, after a person turned one on or off."""

    changed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._offered: list[tuple[str, str]] = []
        self._buttons: dict[str, _One] = {}
        self._row = FlowRow(GAP_PX)
        self._none = label(tr("there are none yet"), "muted")
        sized(self._none, pad, AROUND_WORDS_PX)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._none)
        rows.addLayout(self._row)

    @property
    def buttons(self) -> Sequence[QWidget]:
        return list(self._buttons.values())

    def offer(self, values: Sequence[tuple[str, str]]) -> bool:
        """These can be chosen from now on, by their words; whether they are others than before.

        What is chosen stays where it is still among them.
        """
        if self._offered == [*values]:
            return False
        chosen, self._offered = self.value(), [*values]
        for button in self._buttons.values():
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = {value: _One(self._name, words) for value, words in values}
        self._none.setVisible(not values)
        for button in self._buttons.values():
            self._row.addWidget(button)
            button.toggled.connect(lambda _: self.changed.emit(self.value()))
            button.stepped.connect(self._step)
            button.came.connect(self._stay)
        self.show_value(chosen)
        self._let_in(next(iter(self._buttons.values()), None))
        return True

    def value(self) -> frozenset[str]:
        return frozenset(value for value, button in self._buttons.items() if button.isChecked())

    def show_value(self, chosen: Collection[str]) -> None:
        for value, button in self._buttons.items():
            quiet = QSignalBlocker(button)
            button.setChecked(value in chosen)
            quiet.unblock()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """As high as its buttons need at this width, wherever it stands."""
        super().resizeEvent(event)
        self.setMinimumHeight(self._row.heightForWidth(self.width()))

    def _step(self, by: int) -> None:
        buttons = list(self._buttons.values())
        here = next((at for at, one in enumerate(buttons) if one.hasFocus()), 0)
        buttons[(here + by) % len(buttons)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _stay(self) -> None:
        self._let_in(next((one for one in self._buttons.values() if one.hasFocus()), None))

    def _let_in(self, chosen: _One | None) -> None:
        for button in self._buttons.values():
            policy = Qt.FocusPolicy.StrongFocus if button is chosen else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
