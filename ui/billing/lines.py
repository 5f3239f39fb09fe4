"""The lines: a table of what has been rung up."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.billing.state import LineRow
from ui.widgets.table import STRETCHED_LEAST_PX, RowsModel, RowsTable
from ui.words import later, tr
from ui.zoom import scaled

ROW_PX = 44
_COLUMNS = (later("#"), later("Item"), later("Qty"), later("Rate"), later("Amount"), later("Points"))
_ITEM = 1
_FIRST_TO_GO = (0, 3)  # where there is little room: the number, and the rate, which the amount tells mostly
_WIDTHS_PX = {0: 44, 2: 72, 3: 110, 4: 122, 5: 88}


def _cells(row: LineRow) -> tuple[str, ...]:
    return (row.number, row.item, row.quantity, row.rate, row.amount, row.points)


class LinesTable(RowsTable):
    """The focus stays in the box; the arrows there move the mark here."""

    def __init__(self) -> None:
        self.lines = RowsModel[LineRow](tuple(map(tr, _COLUMNS)), _cells, numbers=_WIDTHS_PX)
        super().__init__(self.lines, tr("Lines of the bill"), row_px=ROW_PX)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the end says batch and expiry
        self.size_columns(stretched=_ITEM, widths_px=_WIDTHS_PX)

    def fold(self, *, is_folded: bool) -> None:
        """Where there is little room, only what matters. To be said again when texts have grown."""
        for column in _FIRST_TO_GO:
            self.setColumnHidden(column, is_folded)
        shown = sum(px for column, px in _WIDTHS_PX.items() if not self.isColumnHidden(column))
        self.setMinimumWidth(scaled(shown + STRETCHED_LEAST_PX))

    def show_lines(self, rows: tuple[LineRow, ...], marked: int, point_head: str) -> None:
        """The last column is headed as the programme calls its points."""
        self.lines.show_rows(rows, (*map(tr, _COLUMNS[:-1]), point_head))
        if rows:
            self.selectRow(marked)
            self.scrollTo(self.lines.index(marked, _ITEM))
