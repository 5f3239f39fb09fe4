"""A table of words, its columns named by whoever shows it."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView

from ui.members.state import Cells
from ui.widgets.table import RowsModel, RowsTable
from ui.words import tr

ROW_PX = 36


class _Model(RowsModel[Cells]):
    def __init__(self) -> None:
        super().__init__((), lambda cells: cells)

    def show_words(self, rows: tuple[Cells, ...], columns: Cells, numbers: tuple[int, ...]) -> None:
        self._numbers = numbers
        self.show_rows(rows, columns)


class WordsTable(RowsTable):
    """Columns as wide as their words; the second takes what is left, and its words end in … where there is no room."""

    def __init__(self) -> None:
        self.words = _Model()
        super().__init__(self.words, tr("What is known of this member"), row_px=ROW_PX)

    def show_words(self, columns: Cells, numbers: tuple[int, ...], rows: tuple[Cells, ...]) -> None:
        self.words.show_words(rows, columns, numbers)
        header = self.horizontalHeader()
        for column in range(len(columns)):
            mode = QHeaderView.ResizeMode.Stretch if column == 1 else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)
