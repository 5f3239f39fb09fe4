"""Papers: the rolls and sheets a document can be set on. Lengths are points, 72 to the inch."""

from __future__ import annotations

from dataclasses import dataclass

MM = 72 / 25.4
ROLL_HEIGHT_MAX = 14_400.0  # the tallest page PDF viewers open; a longer receipt goes on to a second one


@dataclass(frozen=True, slots=True)
class Paper:
    """`width` and `height` are the whole paper's; a roll has no height. Nothing but a page's foot is in the margins.

    What is between the side margins of a roll is what the head of a receipt printer reaches: 48 or 72 mm, which are
    384 or 576 dots at eight a millimetre.
    """

    name: str
    width: float
    height: float | None
    margin: float

    @property
    def is_roll(self) -> bool:
        return self.height is None

    @property
    def room_width(self) -> float:
        return self.width - 2 * self.margin

    @property
    def room_height(self) -> float:
        return (self.height or ROLL_HEIGHT_MAX) - 2 * self.margin


ROLL_58 = Paper("58 mm roll", 58 * MM, None, 5 * MM)
ROLL_80 = Paper("80 mm roll", 80 * MM, None, 4 * MM)
A5 = Paper("A5", 148 * MM, 210 * MM, 11 * MM)
A4 = Paper("A4", 210 * MM, 297 * MM, 15 * MM)
PAPERS = {"58mm": ROLL_58, "80mm": ROLL_80, "A5": A5, "A4": A4}
