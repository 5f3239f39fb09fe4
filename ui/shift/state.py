"""What the shift's page shows at one moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.money import RUPEE, Currency
from app.domain.shift import NOTES_MINOR, CashCount, MoveKind, Pieces
from ui.amounts import DIGITS_MAX, amount_minor
from ui.errors import Notice
from ui.rows import ChoiceRow


class Step(StrEnum):
    """Where the page is; every one but HOME steps back to it."""

    HOME = "home"
    MOVE = "move"
    COUNT = "count"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Counting:
    """What has been typed of a count: pieces of each note, and the coins together."""

    currency: Currency = RUPEE
    pieces: tuple[str, ...] = ()
    coins: str = ""

    @classmethod
    def of(cls, currency: Currency) -> Counting:
        return cls(currency, ("",) * len(NOTES_MINOR.get(currency.code, ())))

    @property
    def notes(self) -> tuple[int, ...]:
        return NOTES_MINOR.get(self.currency.code, ())

    def typed(self, place: int, text: str) -> Counting:
        """So many of the note at a place; behind the last note, the coins."""
        if place == len(self.pieces):
            return replace(self, coins=text)
        return replace(self, pieces=(*self.pieces[:place], text, *self.pieces[place + 1 :]))

    @property
    def count(self) -> CashCount | None:
        """None while something that was typed is no number."""
        pieces = [whole(text) for text in self.pieces]
        coins = amount_minor(self.coins, self.currency)
        if coins is None or any(one is None for one in pieces):
            return None
        counted = (Pieces(note, one or 0) for note, one in zip(self.notes, pieces, strict=True))
        return CashCount(tuple(counted), coins)


@dataclass(frozen=True, slots=True)
class ShiftState:
    """`figures` and `outcome` are (words, amount) rows; `is_over` asks for an approval before the shift is closed."""

    step: Step = Step.HOME
    is_open: bool = False
    headline: str = ""
    aside: str = ""
    figures: tuple[tuple[str, str], ...] = ()
    kind: MoveKind = MoveKind.PAY_IN
    amount: str = ""
    reason: str = ""
    reasons: tuple[str, ...] = ()
    counting: Counting = Counting()
    outcome: tuple[tuple[str, str], ...] = ()
    note: str = ""
    reports: tuple[ChoiceRow, ...] = ()
    marked: int = 0
    is_busy: bool = False
    notice: Notice | None = None
    turn: int = 0  # one more each time the page goes to another step


def whole(text: str) -> int | None:
    """A count of pieces: 0 for nothing, None for what is no number."""
    bare = text.strip()
    if not bare:
        return 0
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) <= DIGITS_MAX else None
