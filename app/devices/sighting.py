"""Sightings: what a decoder says it saw in a picture, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

Point = tuple[float, float]
Corners = tuple[Point, Point, Point, Point]


class Symbology(StrEnum):
    """The kinds of code a pharmacy meets. A UPC-A code is the EAN-13 that starts with 0, and its text has 13 digits."""

    QR = "QRCode"
    CODE128 = "Code128"
    CODE39 = "Code39"
    EAN13 = "EAN13"
    EAN8 = "EAN8"
    UPCA = "UPCA"


RETAIL = frozenset({Symbology.EAN13, Symbology.EAN8, Symbology.UPCA})


@dataclass(frozen=True, slots=True)
class Sighting:
    """A code with its corners in dots of the picture: the code's left top, right top, right bottom and left bottom.

    `engine` is the decoder that read it.
    """

    symbology: Symbology
    text: str
    corners: Corners
    engine: str

    @property
    def centre(self) -> Point:
        return sum(x for x, _ in self.corners) / 4, sum(y for _, y in self.corners) / 4

    def scaled(self, factor: float) -> Sighting:
        """As it stands in a picture so many times as large."""
        first, second, third, fourth = ((x * factor, y * factor) for x, y in self.corners)
        return replace(self, corners=(first, second, third, fourth))

    def moved(self, right: float, down: float) -> Sighting:
        """As it stands in a picture that has so much more at its left and top."""
        first, second, third, fourth = ((x + right, y + down) for x, y in self.corners)
        return replace(self, corners=(first, second, third, fourth))


def retail(digits: str) -> tuple[Symbology, str] | None:
    """A product's number with what it is, UPC-A with the 0 of its EAN-13; None where the check digit is wrong."""
    text = digits.zfill(13) if len(digits) == 12 else digits
    if len(text) not in (8, 13) or not (text.isascii() and text.isdigit()) or check_sum(text) % 10:
        return None
    if len(text) == 8:
        return Symbology.EAN8, text
    return (Symbology.UPCA if text[0] == "0" else Symbology.EAN13), text


def check_sum(digits: str) -> int:
    """The weighted sum of all digits, the check digit too: a multiple of ten when that is right."""
    return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(reversed(digits)))


def is_retail(sighting: Sighting) -> bool:
    return sighting.symbology in RETAIL


def holds(sighting: Sighting, point: Point) -> bool:
    """Whether the point is inside the box around the code."""
    left, top, right, bottom = box(sighting.corners)
    return left <= point[0] <= right and top <= point[1] <= bottom


def box(corners: Sequence[Point]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is around the corners."""
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(down), max(across), max(down)
