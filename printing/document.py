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


Block = Text | Columns | Rule | Space | Code


@dataclass(frozen=True, slots=True)
class Document:
    title: str
    blocks: tuple[Block, ...]
