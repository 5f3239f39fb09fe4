"""What a side must keep to, so that its codes are read: what is read stays on the card, and quiet zones stay white."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from printing.cards.template import CARD, SAFE, Bars, Box, Mark, Qr, Words


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark and its place in the file, from 0."""

    number: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Broken:
    number: int
    why: str


def broken_rule(side: Sequence[Placed]) -> Broken | None:
    """The first rule the side breaks, in the order of its marks."""
    for place, one in enumerate(side):
        why = _outside(one.mark) or _unquiet(one.mark, side[:place], side[place + 1 :])
        if why:
            return Broken(one.number, why)
    return None


def _outside(mark: Mark) -> str:
    if isinstance(mark, (Words, Qr, Bars)) and not SAFE.holds(mark.area):
        return "puts it nearer than 3 mm to the edge of the card, or beyond it"
    if isinstance(mark, (Qr, Bars)) and not CARD.holds(mark.room):
        return "leaves the code's quiet zone no room on the card"
    return ""


def _unquiet(mark: Mark, below: Sequence[Placed], above: Sequence[Placed]) -> str:
    """A code is read only if all around it is white, whatever was drawn first."""
    if not isinstance(mark, (Qr, Bars)):
        return ""
    is_white = True
    for one in below:
        is_white = _still_white(one.mark, mark, is_white=is_white)
    if not is_white or any(_reaches(one.mark, mark) for one in above):
        return "lets something into the code's quiet zone, which must be white"
    return ""


def _still_white(under: Mark, code: Qr | Bars, *, is_white: bool) -> bool:
    if not _reaches(under, code):
        return is_white
    if isinstance(under, Box) and under.colour.is_white:
        return is_white or under.area.holds(code.room)
    return False


def _reaches(mark: Mark, code: Qr | Bars) -> bool:
    return mark.area.overlaps(code.room)
