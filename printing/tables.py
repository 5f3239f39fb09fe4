"""Tables set to a width: columns of figures as wide as they are, columns of words sharing the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import zip_longest

from printing import fonts
from printing.document import Align, Column, Size, Table
from printing.lines import GUTTER, POINTS, indent, line, rule
from printing.marks import Strip, stacked
from printing.runs import clean
from printing.wrap import Measure, wrap

WORDS_SHARE_MIN = 0.25  # of a table's width: its columns of words keep it, whatever the figures want
_RULE_HEIGHT = 3.0


def table_strips(table: Table, width: float) -> Iterator[Strip]:
    """The head and a rule under it, then the rows."""
    widths = _widths(table, width)
    head = (
        _row([column.title for column in table.columns], table, widths, bold=True),
        rule(width, _RULE_HEIGHT),
    )
    yield from head
    for cells in table.rows:
        row = _row(cells, table, widths, bold=False)
        yield Strip(row.height, row.marks, head)


def _widths(table: Table, width: float) -> list[float]:
    """How wide each column's words may be."""
    room = width - GUTTER * (len(table.columns) - 1)
    figures = [_widest(table, place) if _is_figure(column) else 0.0 for place, column in enumerate(table.columns)]
    of_words = sum(not _is_figure(column) for column in table.columns)
    for_figures = room * (1 - WORDS_SHARE_MIN) if of_words else room
    shrink = min(1.0, for_figures / sum(figures)) if sum(figures) else 1.0
    taken = [wanted * shrink for wanted in figures]
    share = (room - sum(taken)) / of_words if of_words else 0.0
    return [own if _is_figure(column) else share for column, own in zip(table.columns, taken, strict=True)]


def _is_figure(column: Column) -> bool:
    return column.align is Align.RIGHT


def _widest(table: Table, place: int) -> float:
    size = POINTS[Size.SMALL]
    title = fonts.width(clean(table.columns[place].title), size=size, bold=True)
    return max([title, *(fonts.width(clean(row[place]), size=size, bold=False) for row in table.rows)])


def _row(cells: Sequence[str], table: Table, widths: Sequence[float], *, bold: bool) -> Strip:
    size = POINTS[Size.SMALL]
    measure: Measure = partial(fonts.width, size=size, bold=bold)
    stacks, x = [], 0.0
    for cell, column, width in zip(cells, table.columns, widths, strict=True):
        stacks.append(_cell(cell, column.align, x, width, table.lines_max, measure))
        x += width + GUTTER
    lines = [line(size, words, bold=bold) for words in zip_longest(*stacks, fillvalue=(0.0, ""))]
    return Strip(sum(one.height for one in lines), stacked(lines))


def _cell(
    words: str, align: Align, x: float, width: float, lines_max: int, measure: Measure
) -> list[tuple[float, str]]:
    # A hair more than was measured: the sum of a column's parts may differ from it in the last digit.
    lines = wrap(clean(words), width=width + 0.001, lines_max=lines_max, measure=measure)
    return [(x + indent(align, width - measure(words)), words) for words in lines]
