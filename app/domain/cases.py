"""Cases: a bill that might be, told whole, so that any rules can price it; and what it must come to under all of them.

Money in minor units, points in hundredths. Source: docs/rates.md, Cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from app.domain.cart import Cart
from app.domain.conditions import Occasion, Window
from app.domain.drives import Part
from app.domain.errors import DomainError, invalid
from app.domain.flaws import wrong
from app.domain.formats import points as show_points
from app.domain.late_cards import priced_late
from app.domain.program import Program
from app.domain.quote import MAX, Quote, Visitor, quote
from app.domain.redemption import Purse
from app.domain.tiers import Metrics

NAME_MAX = 60


@dataclass(frozen=True, slots=True)
class BillsBefore:
    """How many bills somebody had in a time before this one."""

    window: Window
    bills: int


@dataclass(frozen=True, slots=True)
class InCampaign:
    """Where somebody stands in a campaign before the bill: since when they take part, and what counts for its goal."""

    drive_id: str
    joined_at: datetime | None = None
    spend_minor: int = 0
    bills: int = 0


@dataclass(frozen=True, slots=True)
class Case:
    """What is bought, when, by a member of which tier (empty: nobody with a card), and what else rules may ask.

    `available` is what their card has, `redeem` what of it is to pay (hundredths; None is as much as may); a birthday
    is a day and a month: --02-29. `counted` is what counts for their tier before it; None is just what that takes.
    Where the card `is_late` it was sold as nobody's, and brings what it does on what was paid.
    """

    cart: Cart
    at: datetime
    tier: str = ""
    paid_by: frozenset[str] = frozenset()
    available: int = 0
    bills_before: tuple[BillsBefore, ...] = ()
    joined_at: datetime | None = None
    birthday: str | None = None
    segments: frozenset[str] = frozenset()
    store: str = ""
    redeem: int | None = field(default=0, metadata={"sparse": True})
    campaigns: tuple[InCampaign, ...] = field(default=(), metadata={"sparse": True})
    counted: Metrics | None = field(default=None, metadata={"sparse": True})
    is_late: bool = field(default=False, metadata={"sparse": True})

    @property
    def occasion(self) -> Occasion:
        born = None if self.birthday is None else (int(self.birthday[2:4]), int(self.birthday[5:7]))
        before = MappingProxyType({one.window: one.bills for one in self.bills_before})
        parts = {one.drive_id: Part(one.joined_at, one.spend_minor, one.bills) for one in self.campaigns}
        told = Occasion(before, self.joined_at, born, self.segments, self.store, self.paid_by)
        return replace(told, parts=MappingProxyType(parts))


@dataclass(frozen=True, slots=True)
class Brings:
    """What a bill comes to: points earned, and money left to pay."""

    points: int
    payable_minor: int


@dataclass(frozen=True, slots=True)
class SavedCase:
    """A case by its name, with what it must bring before anything is published."""

    name: str
    case: Case
    must: Brings


def priced(case: Case, program: Program) -> Quote:
    """The case under these rules. Raises DomainError where it could not be sold."""
    if not case.tier:
        return _of_nobody(case, program)
    if not program.tiers.has(case.tier):
        raise invalid(f"There is no tier {case.tier}.")
    visitor = Visitor(Purse(case.available), case.tier, occasion=case.occasion)
    if case.is_late:
        sold = _of_nobody(case, program)
        return replace(priced_late(sold, program, visitor), priced=sold.priced)
    return quote(case.cart, program, visitor, redeem=MAX if case.redeem is None else case.redeem, at=case.at)


def _of_nobody(case: Case, program: Program) -> Quote:
    return quote(case.cart, program, None, redeem=0, at=case.at)


def brings(found: Quote) -> Brings:
    return Brings(found.earned.points, found.payable_minor)


def check(saved: SavedCase) -> None:
    """Refuse a case that cannot be kept. Raises INVALID."""
    if not 0 < len(saved.name.strip()) <= NAME_MAX:
        raise invalid(f"A case has a name of at most {NAME_MAX} characters. Nothing was saved.")


def failures(cases: Iterable[SavedCase], program: Program) -> Iterator[str]:
    """Each case that comes to something else than it must, in a sentence."""
    for saved in cases:
        try:
            found = brings(priced(saved.case, program))
        except DomainError as refusal:
            yield wrong(f"Case “{saved.name}” could not be sold. {refusal.message}")
            continue
        if found.points != saved.must.points:
            had, has = show_points(saved.must.points), show_points(found.points)
            yield wrong(f"Case “{saved.name}” must bring {had} points and would bring {has}.")
        if found.payable_minor != saved.must.payable_minor:
            had, has = (program.currency.text(one) for one in (saved.must.payable_minor, found.payable_minor))
            yield wrong(f"Case “{saved.name}” must come to {had} and would come to {has}.")
