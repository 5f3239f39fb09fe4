"""Point words: how amounts of points are said where a programme has its own way. Source: docs/domain.md, Programmes."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain import formats
from app.domain.money import Currency
from app.domain.points import HUNDREDTHS
from app.domain.program import Program
from app.domain.programmes import PointName, ProgrammeKind


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


PLAIN = PointWords()


def _money(hundredths: int, currency: Currency) -> str:
    """The exact amount: with two decimals where the currency has none and they say something."""
    minor, rest = divmod(hundredths * currency.minor_per_major, HUNDREDTHS)
    return formats.money(hundredths, currency.symbol) if rest else currency.text(minor)
