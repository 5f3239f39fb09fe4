"""The category strip: what can be typed after the slash, and where a bare amount goes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.billing.state import CategoryChip
from ui.widgets.buttons import TARGET_PX
from ui.widgets.emptying import empty
from ui.widgets.flow import FlowRow
from ui.widgets.labels import key_cap, label
from ui.words import tr


class CategoryButton(QPushButton):
    """A category with the key that stands for it."""

    def __init__(self, chip: CategoryChip) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setChecked(chip.is_default)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 0, 12, 0)
        self._row.setSpacing(8)
        name = label(chip.name, "chosen" if chip.is_default else "")
        self._row.addStretch()
        for words in (key_cap(f"/{chip.key}"), name):
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._row.addWidget(words)
        self._row.addStretch()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._row.sizeHint().width(), max(TARGET_PX, self._row.sizeHint().height() + 4))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()


class CategoryStrip(QWidget):
    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[CategoryChip, ...] = ()
        self._row = FlowRow(8)
        self.setLayout(self._row)

    def show_chips(self, chips: tuple[CategoryChip, ...]) -> None:
        if chips == self._shown:
            return
        self._shown = chips
        empty(self._row)
        for place, chip in enumerate(chips):
            self._row.addWidget(self._button(place, chip))
        self._row.invalidate()

    def _button(self, place: int, chip: CategoryChip) -> QPushButton:
        button = CategoryButton(chip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(chip.hint)
        button.setAccessibleName(tr("Category {key}, {name}, {rate}", key=chip.key, name=chip.name, rate=chip.rate))
        button.clicked.connect(partial(self._choose, place))
        return button

    def _choose(self, place: int) -> None:
        self._shown = ()  # a press has changed how the chip looks, whatever comes of it
        self.chosen.emit(place)
