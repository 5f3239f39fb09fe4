"""The tiers, the lowest first: what each asks and brings, who holds it and would; behind them how all are reached."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont

from ui.tiers.state import TierRow
from ui.widgets.table import Index, RowsModel, RowsTable
from ui.words import later, tr

ROW_PX = 56
_COLUMNS = (later("Tier"), later("Asks"), later("Brings"), later("Members"), later("Would be"))
_ASKS, _BRINGS, _MEMBERS, _THEN = 1, 2, 3, 4
_WIDTHS_PX = {0: 160, _ASKS: 250, _MEMBERS: 100, _THEN: 100}


def _cells(row: TierRow) -> tuple[str, ...]:
    """Two lines have room in a row."""
    return (row.name, *(one.replace(" · ", "\n", 1) for one in (row.asks, row.brings)), row.members, row.then)


class _TiersModel(RowsModel[TierRow]):
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.name, row.asks, row.brings, row.members, row.then)))
        if role == Qt.ItemDataRole.FontRole and row.is_changed:
            bold = QFont()
            bold.setBold(True)
            return bold
        return super().data(index, role)


class TiersTable(RowsTable):
    """`marked` tells where the arrows have come to."""

    marked = Signal(int)

    def __init__(self) -> None:
        self.tiers = _TiersModel(tuple(map(tr, _COLUMNS)), _cells, numbers=(_MEMBERS, _THEN))
        super().__init__(self.tiers, tr("Tiers, the lowest first"), row_px=ROW_PX)
        self.size_columns(stretched=_BRINGS, widths_px=_WIDTHS_PX)
        self.selectionModel().currentRowChanged.connect(lambda now, _: self.marked.emit(now.row()))

    def show_tiers(self, rows: tuple[TierRow, ...], marked: int) -> None:
        self.tiers.show_rows(rows)
        if rows and self.currentIndex().row() != marked:
            self.selectRow(marked)
