"""Point words: how amounts of points are said where a programme has its own way. Source: docs/domain.md, Programmes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache, partial

from app.domain import formats
from app.domain.money import Currency
from app.domain.points import HUNDREDTHS
from app.domain.program import Program
from app.domain.programmes import PointName, ProgrammeKind


@dataclass(frozen=True, slots=True)
class Nouns:
    """What a language calls a point, several of them, and cashback."""

    one: str
    many: str
    cashback: str


ENGLISH = Nouns("point", "points", "cashback")


@dataclass(frozen=True, slots=True)
class PointWords:
    """A `name` of the programme's own, or the `cashback` its points are, as money; with neither they are points."""

    name: PointName | None = None
    cashback: Currency | None = None

    @classmethod
    def of(cls, program: Program) -> PointWords:
        """As the programme of a version has it; cashback is money whatever its points are called."""
        if program.programme.kind is ProgrammeKind.CASHBACK:
            return cls(cashback=program.currency)
        return cls(name=program.programme.point)

    @property
    def are_own(self) -> bool:
        return self.cashback is not None or self.name is not None

    @property
    def head(self) -> str:
        """What stands over a column of them; “Points” and “Cashback” are for the reader's language to say."""
        if self.cashback is not None:
            return "Cashback"
        return self.name.many if self.name else "Points"

    def own(self, hundredths: int) -> str:
        """“30 coins”, or “₹30.00” of cashback; empty where they are just points."""
        if self.cashback is not None:
            return _money(hundredths, self.cashback)
        return f"{formats.points(hundredths)} {self.name.of(hundredths)}" if self.name else ""

    def in_text(self, text: str, nouns: Nouns = ENGLISH) -> str:
        """A text that says points, in the programme's words: “30 coins”, or “₹30”.

        What stands in “quotes” is what somebody called something, and stays; so do names of {fields}, and addresses.
        """
        return _places(nouns).sub(partial(self._put, nouns), text) if self.are_own else text

    def _put(self, nouns: Nouns, found: re.Match[str]) -> str:
        said, amount = found["noun"], found["amount"] or ""
        if not said:
            return found[0]
        if self.cashback is not None:
            return f"{self.cashback.symbol}{amount.strip()}" if amount else _as(said, nouns.cashback)
        assert self.name is not None, "only own words are put"
        is_one = amount == "1 " or said.lower() == nouns.one != nouns.many
        return amount + _as(said, self.name.one if is_one else self.name.many)


PLAIN = PointWords()


@lru_cache
def _places(nouns: Nouns) -> re.Pattern[str]:
    """Where a text says points, with the amount before them."""
    words = "|".join(sorted((nouns.one, nouns.many), key=len, reverse=True))
    amount = r"(?P<amount>(?:\{\w+\}|\d[\d,.]*) )?"
    noun = rf"(?<![\w./@-])(?P<noun>{words})(?![\w/]|\.\w)"
    return re.compile(rf"“[^”]*”|{amount}{noun}|\{{\w+\}}", re.IGNORECASE)


def _as(said: str, word: str) -> str:
    """The word with a capital where what it takes the place of has one."""
    return word[:1].upper() + word[1:] if said[:1].isupper() else word


def _money(hundredths: int, currency: Currency) -> str:
    """The exact amount: with two decimals where the currency has none and they say something."""
    minor, rest = divmod(hundredths * currency.minor_per_major, HUNDREDTHS)
    return formats.money(hundredths, currency.symbol) if rest else currency.text(minor)
