"""Tables: rows of words under headings, set up alike on every page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.zoom import sized

HEADING_ROOM_PX = 28
STRETCHED_LEAST_PX = 120
Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
_HERE = QModelIndex()
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Shows the rows of the newest state, and owns none: `cells` words a row when it is looked at.

    `headings` are in the language of the window; the columns that are `numbers` stand to the right.
    """

    def __init__(
        self, headings: Sequence[str], cells: Callable[[Row], Sequence[str]], *, numbers: Collection[int] = ()
    ) -> None:
        super().__init__()
        self._headings = headings
        self._cells = cells
        self._numbers = numbers
        self._rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row], headings: Sequence[str] | None = None) -> bool:
        """Whether anything changed. As many rows as before stand where they stood, so that no mark moves."""
        headings = self._headings if headings is None else headings
        if (rows, headings) == (self._rows, self._headings):
            return False
        if (len(rows), headings) == (len(self._rows), self._headings):
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
        else:
            self.beginResetModel()
            self._rows, self._headings = rows, headings
            self.endResetModel()
        return True

    def say_again(self, again: Callable[[str], str]) -> None:
        """The headings in other words."""
        self._headings = [again(one) for one in self._headings]
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._headings) - 1)

    def row(self, index: Index) -> Row:
        return self._rows[index.row()]

    def rowCount(self, parent: Index = _HERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _HERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return self._cells(self.row(index))[index.column()] if role in _SHOWN else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return self._headings[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in self._numbers else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class RowsTable(QTableView):
    """One whole row is marked, nothing is edited, Tab goes on. Words without room end in …, whole in the tool tip."""

    def __init__(self, model: QAbstractTableModel, name: str, *, row_px: int) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        sized(self.verticalHeader(), QHeaderView.setDefaultSectionSize, row_px)

    def size_columns(self, *, stretched: int, widths_px: Mapping[int, int]) -> None:
        """One column takes the room the others leave; a heading that needs more than its width gets it."""
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        sized(self, QWidget.setMinimumWidth, sum(widths_px.values()) + STRETCHED_LEAST_PX)
        for column, width in widths_px.items():
            sized(header, _Width(column), width)


class _Width:
    """Sets the width of one column."""

    def __init__(self, column: int) -> None:
        self._column = column

    def __call__(self, header: QHeaderView, px: int) -> None:
        heading = str(
            header.model().headerData(self._column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or ""
        )
        header.resizeSection(self._column, max(px, header.fontMetrics().horizontalAdvance(heading) + HEADING_ROOM_PX))
