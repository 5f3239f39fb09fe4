"""A page before it meets a printer: blocks from top to bottom, with no fonts, millimetres or dots in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Align(Enum):
    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()


class Size(Enum):
    SMALL = auto()
    NORMAL = auto()
    LARGE = auto()


@dataclass(frozen=True, slots=True)
class Text:
    """Words that wrap over at most `lines_max` lines; what does not fit ends in an ellipsis."""

    words: str
    align: Align = Align.LEFT
    size: Size = Size.NORMAL
    bold: bool = False
    lines_max: int = 4


@dataclass(frozen=True, slots=True)
class Columns:
    """A label and its value on one line: the value ends at the right edge, the label takes the room that is left."""

    label: str
    value: str
    size: Size = Size.NORMAL
    bold: bool = False
    lines_max: int = 3


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the paper."""


@dataclass(frozen=True, slots=True)
class Space:
    """Room of one small line."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code with its quiet zone, in the middle of the paper."""

    payload: str


@dataclass(frozen=True, slots=True)
class Barcode:
    """A Code 128 with its quiet zone, in the middle of the paper. Digits, capitals and marks of ASCII."""

    payload: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A logo, as the bytes of a PNG or JPEG. One that cannot be opened takes no room."""

    image: bytes
    align: Align = Align.CENTRE


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures (RIGHT) is as wide as its widest; columns of words share what is left."""

    title: str
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head that is said again on each page. Every row has a cell for every column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    lines_max: int = 3


@dataclass(frozen=True, slots=True)
class Beside:
    """Two stacks of blocks next to each other on a sheet; on a roll the first, then the second."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


Block = Text | Columns | Rule | Space | Code | Barcode | Picture | Table | Beside


@dataclass(frozen=True, slots=True)
class Document:
    """`running` is said at the foot of every sheet, before the page's number; a roll has no pages to number."""

    title: str
    blocks: tuple[Block, ...]
    running: str = ""
