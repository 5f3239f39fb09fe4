"""A card's template: what stands where on its two sides. Millimetres from the top left corner, type in points."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from printing.cards import sizes

LINE_HEIGHT: Final = 1.36  # × size
PLACEHOLDER: Final = re.compile(r"\{([a-z_]+)\}")
OF_THE_CARD: Final = frozenset({"name", "number"})
OF_THE_SHOP: Final = frozenset({"shop", "shop_phone", "shop_address"})
FIELDS: Final = OF_THE_CARD | OF_THE_SHOP


@dataclass(frozen=True, slots=True)
class Colour:
    """Red, green and blue from 0 to 1; None is black of the black ink alone."""

    rgb: tuple[float, float, float] | None = None

    @property
    def is_white(self) -> bool:
        return self.rgb == (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle: left, top, width and height in millimetres."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: Area) -> bool:
        across = self.x < other.x + other.width and other.x < self.x + self.width
        return across and self.y < other.y + other.height and other.y < self.y + self.height

    def holds(self, other: Area, *, slack: float = 0.001) -> bool:
        beside = self.x - slack <= other.x and other.x + other.width <= self.x + self.width + slack
        return beside and self.y - slack <= other.y and other.y + other.height <= self.y + self.height + slack

    def grown(self, by: float) -> Area:
        return self.beyond(by, by)

    def beyond(self, across: float, down: float) -> Area:
        return Area(self.x - across, self.y - down, self.width + 2 * across, self.height + 2 * down)


CARD: Final = Area(0, 0, sizes.WIDTH_MM, sizes.HEIGHT_MM)
SAFE: Final = CARD.grown(-sizes.SAFE_MM)


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; one that reaches the edge is drawn into the bleed."""

    area: Area
    colour: Colour


@dataclass(frozen=True, slots=True)
class Picture:
    """A logo, as large as its room allows, in its own proportions."""

    area: Area
    file: Path


@dataclass(frozen=True, slots=True)
class Words:
    """Text that is set smaller, down to `size_min`, until it fits its lines; then it ends in an ellipsis.

    `words` is by language, English always among them.
    """

    x: float
    y: float
    width: float
    size: float
    size_min: float
    lines: int
    words: Mapping[str, str]
    colour: Colour
    bold: bool = False
    align: str = "left"

    @property
    def area(self) -> Area:
        return Area(self.x, self.y, self.width, self.lines * self.size * LINE_HEIGHT / sizes.MM)

    def said(self, language: str) -> str:
        return self.words.get(language, self.words["en"])

    @property
    def is_of_the_card(self) -> bool:
        """Whether it reads otherwise on another card of the same language."""
        return any(name in OF_THE_CARD for words in self.words.values() for name in PLACEHOLDER.findall(words))


@dataclass(frozen=True, slots=True)
class Qr:
    """The card's number as a QR code; `x`, `y` is the corner of its modules, its quiet zone lies around."""

    x: float
    y: float
    module: float

    @property
    def area(self) -> Area:
        side = self.module * sizes.QR_MODULES
        return Area(self.x, self.y, side, side)

    @property
    def room(self) -> Area:
        """With its quiet zone."""
        return self.area.grown(self.module * sizes.QR_QUIET)


@dataclass(frozen=True, slots=True)
class Bars:
    """The card's number as Code 128-C."""

    x: float
    y: float
    module: float
    height: float

    @property
    def area(self) -> Area:
        return Area(self.x, self.y, self.module * sizes.BARS_MODULES, self.height)

    @property
    def room(self) -> Area:
        return self.area.beyond(self.module * sizes.BARS_QUIET, 0)


Mark = Box | Picture | Words | Qr | Bars


@dataclass(frozen=True, slots=True)
class Template:
    """`said` is what whoever prints should know of it: a logo that is not there."""

    name: str
    front: tuple[Mark, ...]
    back: tuple[Mark, ...]
    said: tuple[str, ...] = ()
