"""A4 sheets of ten cards: where each lies, and the marks to cut along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from printing.cards import sizes

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

WIDTH: Final = 210 * sizes.MM
HEIGHT: Final = 297 * sizes.MM
COLUMNS, ROWS = 2, 5
COUNT: Final = COLUMNS * ROWS
GAP: Final = 2 * sizes.BLEED  # the bleeds of neighbours meet in its middle

_LEFT: Final = (WIDTH - COLUMNS * sizes.WIDTH - (COLUMNS - 1) * GAP) / 2
_TOP: Final = (HEIGHT + ROWS * sizes.HEIGHT + (ROWS - 1) * GAP) / 2
_AWAY: Final = sizes.BLEED + 0.5 * sizes.MM  # marks keep off the ink they are cut from
_LONG: Final = 4 * sizes.MM
_HAIR: Final = 0.25


def corner_of(place: int, *, is_back: bool) -> tuple[float, float]:
    """The lower left corner of a card by its number on the sheet, row by row; backs count from the right."""
    row, column = divmod(place, COLUMNS)
    if is_back:
        column = COLUMNS - 1 - column
    return _LEFT + column * (sizes.WIDTH + GAP), _TOP - sizes.HEIGHT - row * (sizes.HEIGHT + GAP)


def draw_marks(canvas: Canvas, count: int, *, is_back: bool) -> None:
    """Hairlines outside the cards at each cut, and in each card's corners how far they are rounded off."""
    canvas.saveState()
    canvas.setLineWidth(_HAIR)
    canvas.setStrokeColorCMYK(0, 0, 0, 1)
    corners = [corner_of(place, is_back=is_back) for place in range(count)]
    low = min(y for _, y in corners) - _AWAY
    high = max(y for _, y in corners) + sizes.HEIGHT + _AWAY
    first, last = min(x for x, _ in corners) - _AWAY, max(x for x, _ in corners) + sizes.WIDTH + _AWAY
    for x in sorted({edge for left, _ in corners for edge in (left, left + sizes.WIDTH)}):
        canvas.lines([(x, low - _LONG, x, low), (x, high, x, high + _LONG)])
    for y in sorted({edge for _, bottom in corners for edge in (bottom, bottom + sizes.HEIGHT)}):
        canvas.lines([(first - _LONG, y, first, y), (last, y, last + _LONG, y)])
    canvas.setStrokeColorCMYK(0, 0, 0, 0.35)
    for left, bottom in corners:
        _draw_rounding(canvas, left, bottom)
    canvas.restoreState()


def _draw_rounding(canvas: Canvas, left: float, bottom: float) -> None:
    across, right, top = 2 * sizes.CORNER, left + sizes.WIDTH, bottom + sizes.HEIGHT
    for x, y, angle in (
        (left, bottom, 180),
        (right - across, bottom, 270),
        (right - across, top - across, 0),
        (left, top - across, 90),
    ):
        canvas.arc(x, y, x + across, y + across, angle, 90)
