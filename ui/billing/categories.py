"""The category strip: what can be typed after the slash, and where a bare amount goes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.billing.state import CategoryChip
from ui.widgets.emptying import empty
from ui.widgets.flow import FlowRow
from ui.words import on_button, tr


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
        button = QPushButton(on_button(f"/{chip.key}  {chip.name}"))
        button.setCheckable(True)
        button.setChecked(chip.is_default)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(tr("{name}: {rate} in points", name=chip.name, rate=chip.rate))
        button.setAccessibleName(tr("Category {key}, {name}, {rate}", key=chip.key, name=chip.name, rate=chip.rate))
        button.clicked.connect(partial(self._choose, place))
        return button

    def _choose(self, place: int) -> None:
        self._shown = ()  # a press has changed how the chip looks, whatever comes of it
        self.chosen.emit(place)
