"""Columns: the rows and columns of a table, as wide and high as its texts need."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from ui.zoom import sized

HEADING_ROOM_PX = 28
STRETCHED_LEAST_PX = 120


def size_table(table: QTableView, *, row_px: int, stretched: int, widths_px: Mapping[int, int]) -> None:
    """One column takes the room the others leave; a heading that needs more than its width gets it."""
    header = table.horizontalHeader()
    table.verticalHeader().hide()
    sized(table.verticalHeader(), QHeaderView.setDefaultSectionSize, row_px)
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    sized(table, QWidget.setMinimumWidth, sum(widths_px.values()) + STRETCHED_LEAST_PX)
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
