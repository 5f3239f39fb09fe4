"""Tables set to a width: columns of figures as wide as they are, columns of words sharing the rest.

What is too wide is set smaller, for a figure that breaks is misread; only what is too wide even then is broken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

from printing import fonts
from printing.document import Align, Size, Table
from printing.lines import GUTTER, POINTS, indent, line, rule
from printing.marks import Strip, stacked
from printing.runs import clean
from printing.wrap import Measure, wrap

SCALE_MIN = 0.7
WORDS_SHARE = 0.25  # of the table's width: what a column of words asks for when it has that much to say
_RULE_HEIGHT = 3.0


@dataclass(frozen=True, slots=True)
class _Setting:
    """How large a table's words are, and how wide each of its columns."""

    size: float
    gutter: float
    widths: tuple[float, ...]


def table_strips(table: Table, width: float) -> Iterator[Strip]:
    """The head and a rule under it, which stay with the first row; then the others."""
    setting = _setting(table, width)
    titles = _row([column.title for column in table.columns], table, setting, bold=True)
    head = (titles, rule(width, _RULE_HEIGHT))
    rows = [_row(cells, table, setting, bold=False) for cells in table.rows]
    beginning = (*head, *rows[:1])
    yield Strip(sum(strip.height for strip in beginning), stacked(beginning))
    for row in rows[1:]:
        yield Strip(row.height, row.marks, head)


def _setting(table: Table, width: float) -> _Setting:
    wanted = [_wanted(table, place, width) for place in range(len(table.columns))]
    gutters, needed = GUTTER * (len(wanted) - 1), max(1.0, sum(wanted))
    scale = max(SCALE_MIN, min(1.0, width / (needed + gutters)))
    room = width - gutters * scale
    shrink = min(scale, room / needed)
    widths = [own * shrink for own in wanted]
    growing = [place for place, column in enumerate(table.columns) if column.align is not Align.RIGHT]
    for place in growing:
        widths[place] += (room - needed * shrink) / len(growing)
    return _Setting(POINTS[Size.SMALL] * scale, GUTTER * scale, tuple(widths))


def _wanted(table: Table, place: int, width: float) -> float:
    """All the room its figures need, or its words up to their share."""
    column, size = table.columns[place], POINTS[Size.SMALL]
    title = fonts.width(clean(column.title), size=size, bold=True)
    widest = max([title, *(fonts.width(clean(row[place]), size=size, bold=False) for row in table.rows)])
    return widest if column.align is Align.RIGHT else min(widest, WORDS_SHARE * width)


def _row(cells: Sequence[str], table: Table, setting: _Setting, *, bold: bool) -> Strip:
    measure: Measure = partial(fonts.width, size=setting.size, bold=bold)
    stacks, x = [], 0.0
    for cell, column, width in zip(cells, table.columns, setting.widths, strict=True):
        # A hair more than was measured: the sum of a text's parts may differ from it in the last digit.
        lines = wrap(clean(cell), width=width + 0.001, lines_max=table.lines_max, measure=measure)
        stacks.append([(x + indent(column.align, width - measure(words)), words) for words in lines])
        x += width + setting.gutter
    lines_of_all = [line(setting.size, words, bold=bold) for words in zip_longest(*stacks, fillvalue=(0.0, ""))]
    return Strip(sum(one.height for one in lines_of_all), stacked(lines_of_all))
