"""The table of what waits to be sent."""

from __future__ import annotations

from ui.status.state import UnsentRow
from ui.widgets.table import RowsModel, RowsTable
from ui.words import later, tr

ROW_PX = 36
_COLUMNS = (later("What"), later("When"), later("Tries"), later("Last trouble"))
_WIDTHS_PX = {1: 130, 2: 64, 3: 220}


class UnsentTable(RowsTable):
    def __init__(self) -> None:
        self.unsent = RowsModel[UnsentRow](
            tuple(map(tr, _COLUMNS)), lambda row: (row.what, row.when, row.tries, row.error)
        )
        super().__init__(self.unsent, tr("What waits to be sent"), row_px=ROW_PX)
        self.size_columns(stretched=0, widths_px=_WIDTHS_PX)
