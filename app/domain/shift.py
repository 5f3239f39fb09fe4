"""Shifts: what a drawer should hold, how cash is counted, and when a difference asks for a second person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import invalid
from app.domain.money import AMOUNT_MINOR_MAX

PIECES_MAX = 100_000
TEXT_LENGTH_MAX = 120  # a reason, or a note on a difference

# The notes a drawer is counted by, in minor units; what is smaller is counted together. Other currencies: one sum.
NOTES_MINOR: Mapping[str, tuple[int, ...]] = {
    "INR": (500_00, 200_00, 100_00, 50_00, 20_00, 10_00),
    "USD": (100_00, 50_00, 20_00, 10_00, 5_00, 1_00),
    "EUR": (200_00, 100_00, 50_00, 20_00, 10_00, 5_00),
    "GBP": (50_00, 20_00, 10_00, 5_00),
}


class MoveKind(StrEnum):
    """What happens at a drawer besides selling. Stable names: they are sealed, and travel."""

    PAY_IN = "PAY_IN"
    PAY_OUT = "PAY_OUT"
    DROP = "DROP"  # to the safe
    NO_SALE = "NO_SALE"  # only opened


@dataclass(frozen=True, slots=True)
class ShiftRules:
    """How a counter keeps shifts. A difference above `difference_max`, in whole units of the currency, is closed with
    somebody's approval.
    """

    is_required: bool = False
    difference_max: int = 100


OFFERED = ShiftRules()


@dataclass(frozen=True, slots=True)
class Pieces:
    """So many notes of one value."""

    note_minor: int
    pieces: int

    @property
    def total_minor(self) -> int:
        return self.note_minor * self.pieces


@dataclass(frozen=True, slots=True)
class CashCount:
    """Cash as it was counted: notes by their value, and what is smaller together, in minor units."""

    notes: tuple[Pieces, ...]
    coins_minor: int

    @property
    def total_minor(self) -> int:
        return sum(one.total_minor for one in self.notes) + self.coins_minor


@dataclass(frozen=True, slots=True)
class Drawer:
    """What went through a drawer in one shift, in minor units ≥ 0: each a sum."""

    float_minor: int = 0
    sold_minor: int = 0
    returned_minor: int = 0
    paid_in_minor: int = 0
    paid_out_minor: int = 0
    dropped_minor: int = 0

    @property
    def expected_minor(self) -> int:
        """Float and what came in, less what went out. Source: docs/domain.md, Shifts 2."""
        came_in = self.float_minor + self.sold_minor + self.paid_in_minor
        return came_in - self.returned_minor - self.paid_out_minor - self.dropped_minor


def check_count(count: CashCount) -> CashCount:
    """The count, when hands can have counted it."""
    if any(not 0 <= one.pieces <= PIECES_MAX or one.note_minor <= 0 for one in count.notes):
        raise invalid(f"There are 0 to {PIECES_MAX:,} notes of a kind. Nothing was saved; please check the count.")
    check_amount(count.coins_minor)
    check_amount(count.total_minor)
    return count


def check_amount(minor: int, *, least: int = 0) -> int:
    """An amount in a drawer."""
    if not least <= minor <= AMOUNT_MINOR_MAX:
        raise invalid("That amount cannot be in a drawer. Nothing was saved; please check the figure.")
    return minor


def check_text(text: str) -> str:
    """A reason or a note: one line that can be printed."""
    trimmed = text.strip()
    if len(trimmed) > TEXT_LENGTH_MAX or not trimmed.isprintable():
        raise invalid(f"Reasons and notes are one line of at most {TEXT_LENGTH_MAX} letters. Nothing was saved.")
    return trimmed
