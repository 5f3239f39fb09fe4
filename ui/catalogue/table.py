"""The table of a list that was tried: what is wrong, what changes, what is new. It words a row when it is looked at."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.money import Currency
from ui.catalogue.state import ListRow
from ui.catalogue.wording import code, detail, what
from ui.widgets.table import RowsModel, RowsTable
from ui.words import later, tr

ROW_PX = 40
_COLUMNS = (later("What"), later("Code"), later("Why, or the product"))
_WIDTHS_PX = {0: 190, 1: 170}


class ListTable(RowsTable):
    def __init__(self, currency: Currency) -> None:
        self._model = RowsModel[ListRow](
            tuple(map(tr, _COLUMNS)), lambda row: (what(row), code(row), detail(row, currency))
        )
        super().__init__(self._model, tr("What the list would do"), row_px=ROW_PX)
        self.size_columns(stretched=len(_COLUMNS) - 1, widths_px=_WIDTHS_PX)

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        self._model.show_rows(rows)
