"""A table of words, its columns named by whoever shows it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.members.state import Cells
from ui.words import tr

ROW_PX = 36
_Index = QModelIndex | QPersistentModelIndex
_HERE = QModelIndex()


class WordsModel(QAbstractTableModel):
    """Shows the rows of the newest state, and owns none."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: Cells = ()
        self._rows: tuple[Cells, ...] = ()

    def show_rows(self, columns: Cells, rows: tuple[Cells, ...]) -> None:
        if (columns, rows) != (self._columns, self._rows):
            self.beginResetModel()
            self._columns, self._rows = columns, rows
            self.endResetModel()

    def rowCount(self, parent: _Index = _HERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _HERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return self._rows[index.row()][index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self._columns[section] if role == Qt.ItemDataRole.DisplayRole else None


class WordsTable(QTableView):
    """Columns as wide as their words; the second takes what is left, and its words end in … where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self.words = WordsModel()
        self.setModel(self.words)
        self.setAccessibleName(tr("What is known of this member"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.horizontalHeader().setHighlightSections(False)

    def show_rows(self, columns: Cells, rows: tuple[Cells, ...]) -> None:
        self.words.show_rows(columns, rows)
        header = self.horizontalHeader()
        for column in range(len(columns)):
            mode = QHeaderView.ResizeMode.Stretch if column == 1 else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)
