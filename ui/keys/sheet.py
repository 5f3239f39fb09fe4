"""The sheet of keys: every command with its key on one page of A4, to hang up beside the counter."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from ui.actions import Key, Scope, actions
from ui.theme import FAMILIES
from ui.words import tr

COLUMNS, DPI = 3, 300
MARGIN_MM, GAP = 10, 0.03  # of a column's width
TITLE_SHARE, LARGEST_ROW = 0.05, 0.022  # of the page's height
KEY_SHARE, LETTERS_SHARE = 0.4, 0.62


@dataclass(frozen=True, slots=True)
class _Row:
    """A heading has no keys."""

    words: str
    keys: tuple[str, ...] = ()


def write_sheet(path: str, title: str) -> None:
    """One page, however many keys there are: its rows become as high as there is room for. Raises OSError."""
    writer = QPdfWriter(path)
    writer.setResolution(DPI)
    margins = QMarginsF(*[MARGIN_MM] * 4)
    unit = QPageLayout.Unit.Millimeter
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, unit)
    writer.setPageLayout(layout)
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError(f"{path} could not be written")
    try:
        _draw(painter, QRectF(painter.viewport()), title, _rows())
    finally:
        painter.end()


def _rows() -> list[_Row]:
    rows: list[_Row] = []
    for scope in Scope:
        if scope is Scope.FIRST_RUN:  # over by the time there is a sheet
            continue
        heard = [_Row(tr(one.text), _keys(one.keys, scope)) for one in actions() if _keys(one.keys, scope)]
        if heard:
            rows += [_Row(tr(scope)), *heard]
    return rows


def _keys(keys: tuple[Key, ...], scope: Scope) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key.label for key in keys if key.scope is scope))


def _draw(painter: QPainter, page: QRectF, title: str, rows: list[_Row]) -> None:
    head = QRectF(page.left(), page.top(), page.width(), page.height() * TITLE_SHARE)
    painter.setFont(_font(head.height() * LETTERS_SHARE, bold=True))
    painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, title)
    per_column = -(-len(rows) // COLUMNS)
    row_height = min((page.height() - head.height()) / per_column, page.height() * LARGEST_ROW)
    width = page.width() / COLUMNS
    for index, row in enumerate(rows):
        column, place = divmod(index, per_column)
        area = QRectF(page.left() + column * width, head.bottom() + place * row_height, width * (1 - GAP), row_height)
        _draw_row(painter, area, row)


def _draw_row(painter: QPainter, area: QRectF, row: _Row) -> None:
    painter.setFont(_font(area.height() * LETTERS_SHARE, bold=not row.keys))
    words = area if not row.keys else area.adjusted(area.width() * KEY_SHARE, 0, 0, 0)
    shown = painter.fontMetrics().elidedText(row.words, Qt.TextElideMode.ElideRight, int(words.width()))
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
    if row.keys:
        painter.setFont(_font(area.height() * LETTERS_SHARE, bold=True))
        room = QRectF(area.left(), area.top(), area.width() * (KEY_SHARE - GAP), area.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, _fitting(painter, row.keys, room.width()))
    else:
        painter.drawLine(area.bottomLeft(), area.bottomRight())


def _fitting(painter: QPainter, keys: tuple[str, ...], width: float) -> str:
    """As many of the keys as there is room for; half a key is none."""
    shown = keys[0]
    for key in keys[1:]:
        more = f"{shown}, {key}"
        shown = more if painter.fontMetrics().horizontalAdvance(more) <= width else shown
    return shown


def _font(height: float, *, bold: bool) -> QFont:
    font = QFont(FAMILIES)
    font.setPixelSize(max(1, round(height)))
    font.setBold(bold)
    return font
