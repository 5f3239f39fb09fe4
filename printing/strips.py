"""Blocks set to a width: each becomes strips, with its words, strokes and codes in their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import zip_longest

from printing import codes, fonts, photos
from printing.document import Barcode, Beside, Block, Code, Columns, Picture, Rule, Size, Space, Table, Text
from printing.lines import GUTTER, POINTS, indent, line, rule
from printing.marks import LINE_HEIGHT, Photo, Strip, Symbol, stacked
from printing.paper import MM
from printing.runs import clean
from printing.tables import table_strips
from printing.wrap import wrap

VALUE_SHARE_MAX = 0.65  # of the width: the label keeps the rest

CODE_SIZE = 22 * MM
BARCODE_HEIGHT = 10 * MM
BARCODE_MODULE_MAX = 0.5 * MM
DOT = MM / 8  # a receipt printer's
PICTURE_WIDTH_MAX, PICTURE_HEIGHT_MAX = 40 * MM, 16 * MM

_RULE_HEIGHT = 7.0


def strips(blocks: Iterable[Block], width: float, *, is_roll: bool) -> list[Strip]:
    """The blocks from top to bottom, none of them wider than `width`."""
    return [strip for block in blocks for strip in _set(block, width, is_roll)]


def _set(block: Block, width: float, is_roll: bool) -> Iterator[Strip]:
    match block:
        case Text():
            yield from text_strips(block, width)
        case Columns():
            yield from _columns(block, width)
        case Rule():
            yield rule(width, _RULE_HEIGHT)
        case Space():
            yield Strip(POINTS[Size.SMALL] * LINE_HEIGHT)
        case Table():
            yield from table_strips(block, width)
        case Beside():
            yield from _beside(block, width, is_roll)
        case _:
            yield from _image(block, width)


def _image(block: Code | Barcode | Picture, width: float) -> Iterator[Strip]:
    match block:
        case Code():
            yield _qr(block.payload, width)
        case Barcode():
            yield _barcode(block.payload, width)
        case Picture():
            yield from _picture(block, width)


def text_strips(text: Text, width: float) -> Iterator[Strip]:
    """The lines of a text."""
    size = POINTS[text.size]
    measure = partial(fonts.width, size=size, bold=text.bold)
    for words in wrap(clean(text.words), width=width, lines_max=text.lines_max, measure=measure):
        yield line(size, [(indent(text.align, width - measure(words)), words)], bold=text.bold)


def _columns(columns: Columns, width: float) -> Iterator[Strip]:
    size = POINTS[columns.size]
    measure = partial(fonts.width, size=size, bold=columns.bold)
    fill = partial(wrap, lines_max=columns.lines_max, measure=measure)
    values = fill(clean(columns.value), width=width * VALUE_SHARE_MAX)
    taken = max(map(measure, values), default=-GUTTER)
    labels = fill(clean(columns.label), width=width - taken - GUTTER)
    for label, value in zip_longest(labels, values, fillvalue=""):
        yield line(size, [(0.0, label), (width - measure(value), value)], bold=columns.bold)


def _qr(payload: str, width: float) -> Strip:
    modules = codes.qr(payload)
    module = CODE_SIZE / len(modules)
    quiet = codes.QR_QUIET_MODULES * module
    symbol = Symbol((width - CODE_SIZE) / 2, quiet, modules, module, module)
    return Strip(CODE_SIZE + 2 * quiet, (symbol,))


def _barcode(payload: str, width: float) -> Strip:
    """As wide as it may be, in whole dots a module: a bar of two dots and a half is read as two or as three."""
    modules = codes.code128(payload)
    whole = len(modules[0]) + 2 * codes.BARCODE_QUIET_MODULES
    module = max(1, min(BARCODE_MODULE_MAX, width / whole) // DOT) * DOT
    symbol = Symbol((width - len(modules[0]) * module) / 2, MM, modules, module, BARCODE_HEIGHT)
    return Strip(BARCODE_HEIGHT + 2 * MM, (symbol,))


def _picture(picture: Picture, width: float) -> Iterator[Strip]:
    size = photos.size(picture.image)
    if size:
        scale = min(min(width, PICTURE_WIDTH_MAX) / size[0], PICTURE_HEIGHT_MAX / size[1])
        wide, high = size[0] * scale, size[1] * scale
        yield Strip(high + MM, (Photo(indent(picture.align, width - wide), 0.0, wide, high, picture.image),))


def _beside(block: Beside, width: float, is_roll: bool) -> Iterator[Strip]:
    if is_roll:
        yield from strips((*block.left, *block.right), width, is_roll=True)
        return
    half = (width - 4 * GUTTER) / 2
    left, right = (strips(blocks, half, is_roll=False) for blocks in (block.left, block.right))
    height = max(sum(strip.height for strip in stack) for stack in (left, right))
    yield Strip(height, (*stacked(left), *stacked(right, x=width - half)))
