"""The table of what waits to be printed."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.printers.state import QueueRow
from ui.widgets.table import Index, RowsModel, RowsTable
from ui.words import later, tr

ROW_PX = 40
_COLUMNS = (later("What"), later("When"), later("Tries"), later("Why it is not printed"))
_WIDTHS_PX = {0: 240, 1: 130, 2: 64}


class QueueTable(RowsTable):
    """`marked` names a row when somebody comes to it."""

    marked = Signal(int)

    def __init__(self) -> None:
        self._model = RowsModel[QueueRow](
            tuple(map(tr, _COLUMNS)), lambda row: (row.what, row.when, row.tries, row.why)
        )
        super().__init__(self._model, tr("What waits to be printed"), row_px=ROW_PX)
        self.size_columns(stretched=len(_COLUMNS) - 1, widths_px=_WIDTHS_PX)

    def show_rows(self, rows: tuple[QueueRow, ...], marked: int) -> None:
        if self._model.show_rows(rows) and rows:
            self.selectRow(marked)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        if current.isValid():
            self.marked.emit(current.row())
