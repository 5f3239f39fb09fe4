"""A document set on an 80 mm roll: strips from top to bottom, each with its words in their places, on pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

from printing import fonts
from printing.document import Align, Block, Code, Columns, Document, Rule, Size, Space, Text
from printing.runs import clean
from printing.wrap import wrap

MM = 72 / 25.4
PAGE_WIDTH = 80 * MM
PAGE_HEIGHT_MAX = 14_400.0  # the tallest page PDF viewers open; a longer receipt goes on to a second one
MARGIN = 4 * MM
WIDTH = PAGE_WIDTH - 2 * MARGIN
ROOM = PAGE_HEIGHT_MAX - 2 * MARGIN
GUTTER = 2 * MM
VALUE_SHARE_MAX = 0.65  # of the width: the label keeps the rest

CODE_SIZE = 22 * MM
QUIET_MODULES = 4

_POINTS = {Size.SMALL: 7.5, Size.NORMAL: 9.0, Size.LARGE: 13.0}
_LINE_HEIGHT = 1.36  # × size: ascent and descent of the fonts
_RULE_HEIGHT = 7.0


@dataclass(frozen=True, slots=True)
class Words:
    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of print; nothing in it overlaps."""

    size: float
    bold: bool
    words: tuple[Words, ...]

    @property
    def height(self) -> float:
        return self.size * _LINE_HEIGHT


@dataclass(frozen=True, slots=True)
class Stroke:
    height: float = _RULE_HEIGHT


@dataclass(frozen=True, slots=True)
class Gap:
    height: float = _POINTS[Size.SMALL] * _LINE_HEIGHT


@dataclass(frozen=True, slots=True)
class Symbol:
    """A QR code; the height includes the quiet zone."""

    modules: tuple[bytes, ...]

    @property
    def module(self) -> float:
        return CODE_SIZE / len(self.modules)

    @property
    def height(self) -> float:
        return CODE_SIZE + 2 * QUIET_MODULES * self.module


Strip = Line | Stroke | Gap | Symbol


def pages(document: Document) -> Iterator[list[Strip]]:
    """The strips page by page, at least one page, each as full as it may be."""
    page: list[Strip] = []
    room = ROOM
    for strip in (strip for block in document.blocks for strip in _strips(block)):
        if strip.height > room:
            yield page
            page, room = [], ROOM
        page.append(strip)
        room -= strip.height
    yield page


def _strips(block: Block) -> Iterator[Strip]:
    match block:
        case Text():
            yield from _text(block)
        case Columns():
            yield from _columns(block)
        case Rule():
            yield Stroke()
        case Space():
            yield Gap()
        case Code():
            yield _symbol(block.payload)


def _text(text: Text) -> Iterator[Line]:
    size = _POINTS[text.size]
    measure = partial(fonts.width, size=size, bold=text.bold)
    for line in wrap(clean(text.words), width=WIDTH, lines_max=text.lines_max, measure=measure):
        x = _indent(text.align, WIDTH - measure(line))
        yield Line(size, text.bold, (Words(x, line),))


def _indent(align: Align, spare: float) -> float:
    return {Align.LEFT: 0.0, Align.CENTRE: spare / 2, Align.RIGHT: spare}[align]


def _columns(columns: Columns) -> Iterator[Line]:
    size = _POINTS[columns.size]
    measure = partial(fonts.width, size=size, bold=columns.bold)
    fill = partial(wrap, lines_max=columns.lines_max, measure=measure)
    values = fill(clean(columns.value), width=WIDTH * VALUE_SHARE_MAX)
    taken = max(map(measure, values), default=-GUTTER)
    labels = fill(clean(columns.label), width=WIDTH - taken - GUTTER)
    for label, value in zip_longest(labels, values, fillvalue=""):
        words = (Words(0.0, label), Words(WIDTH - measure(value), value))
        yield Line(size, columns.bold, words)


def _symbol(payload: str) -> Symbol:
    import segno

    # make_qr, as make would turn a short payload into Micro QR, which most readers do not know.
    return Symbol(tuple(bytes(row) for row in segno.make_qr(payload).matrix))
