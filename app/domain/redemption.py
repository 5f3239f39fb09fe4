"""Redemption: how many points may pay for a bill, and why not more."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import floor

from app.domain.errors import Code, DomainError, invalid
from app.domain.formats import points as show_points
from app.domain.lease import Limit
from app.domain.money import percent_of
from app.domain.points import affordable_points, value_minor
from app.domain.pricing import PricedBill
from app.domain.program import CapBase, MinPointsMode, Program


class Binding(StrEnum):
    """What keeps the largest redemption from being larger."""

    BALANCE = "BALANCE"
    HERE = "HERE"  # the points usable at this counter now
    PERCENT_OF_BILL = "PERCENT_OF_BILL"
    PER_BILL = "PER_BILL"
    MINIMUM = "MINIMUM"
    DISABLED = "DISABLED"
    CARD_INACTIVE = "CARD_INACTIVE"
    NO_CARD = "NO_CARD"


@dataclass(frozen=True, slots=True)
class Purse:
    """What a card brings to the till at one instant: points usable here in hundredths, and whether it may spend them.

    `limit` is what keeps more of its points from being usable here.
    """

    available: int
    active: bool = True
    limit: Limit = Limit.BALANCE


@dataclass(frozen=True, slots=True)
class Limits:
    """Every limit on one redemption. Points in hundredths, money in minor units.

    `cap_points` is what the bill allows; `max_points` is the largest redemption, `binding` what holds it there;
    `held_by` what keeps more of the card's points from being usable here.
    """

    cap_base_minor: int
    percent_cap_minor: int
    cap_minor: int
    cap_points: int
    available: int
    max_points: int
    max_minor: int
    binding: Binding
    held_by: Limit = Limit.BALANCE


NOTHING = Limits(0, 0, 0, 0, 0, 0, 0, Binding.NO_CARD)


def limits(bill: PricedBill, program: Program, purse: Purse | None) -> Limits:
    """The limits on redeeming against a priced bill. Source: docs/domain.md, Pricing 4-5."""
    if purse is None:
        return NOTHING
    rules = program.redemption
    base = _cap_base(bill, program)
    percent_cap = min(bill.net_minor, floor(percent_of(base, rules.max_percent)))
    cap = percent_cap if rules.max_per_bill_minor is None else min(percent_cap, rules.max_per_bill_minor)
    cap_points = affordable_points(cap, rate=rules.rate, step=rules.step, currency=program.currency)
    allowed, binding = _largest(cap_points, per_bill=cap < percent_cap, program=program, purse=purse)
    worth = value_minor(allowed, rate=rules.rate, currency=program.currency)
    return Limits(base, percent_cap, cap, cap_points, purse.available, allowed, worth, binding, purse.limit)


def _cap_base(bill: PricedBill, program: Program) -> int:
    barred = [line for line in bill.lines if not program.category(line.line.category).takes_points]
    if program.redemption.cap_base is CapBase.GROSS:
        return bill.gross_minor - sum(line.gross_minor for line in barred)
    return max(0, bill.net_minor - sum(line.net_minor for line in barred))


def _largest(cap_points: int, *, per_bill: bool, program: Program, purse: Purse) -> tuple[int, Binding]:
    rules = program.redemption
    if not program.enabled:
        return 0, Binding.DISABLED
    if not purse.active:
        return 0, Binding.CARD_INACTIVE
    available = max(0, purse.available)
    largest = min(cap_points, available)
    measured = available if rules.min_points_mode is MinPointsMode.BALANCE else largest
    if measured < rules.min_points:
        return 0, Binding.MINIMUM
    if purse.available <= cap_points:
        return largest, Binding.BALANCE if purse.limit is Limit.BALANCE else Binding.HERE
    return largest, Binding.PER_BILL if per_bill else Binding.PERCENT_OF_BILL


def check(requested: int, bill_limits: Limits, program: Program, purse: Purse) -> None:
    """Refuse a redemption of `requested` hundredths that the limits do not allow.

    Order of the checks: disabled, card, balance, minimum, cap. Source: docs/domain.md, Pricing 5.
    """
    if not program.enabled:
        raise DomainError(Code.DISABLED, "Points are switched off in this shop today. The bill goes on without them.")
    if not purse.active:
        raise DomainError(
            Code.CARD_INACTIVE,
            "This card is not active, so its points cannot be used. The bill goes on without them.",
        )
    if requested < 0:
        raise invalid("Points to use cannot be negative. Nothing was taken.")
    if requested > purse.available:
        raise _insufficient(requested, purse, bill_limits)
    measured = purse.available if program.redemption.min_points_mode is MinPointsMode.BALANCE else requested
    if measured < program.redemption.min_points:
        raise _below_minimum(measured, program)
    if requested > bill_limits.cap_points:
        raise _over_cap(bill_limits, program)


def _insufficient(requested: int, purse: Purse, bill_limits: Limits) -> DomainError:
    return DomainError(
        Code.INSUFFICIENT_POINTS,
        f"Only {show_points(max(0, purse.available))} points can be used now, not {show_points(requested)}. "
        "Nothing was taken; use fewer points or none.",
        {
            "available": purse.available,
            "max_points": bill_limits.max_points,
            "max_minor": bill_limits.max_minor,
        },
    )


def _below_minimum(measured: int, program: Program) -> DomainError:
    minimum = program.redemption.min_points
    return DomainError(
        Code.BELOW_MINIMUM,
        f"Needs {show_points(minimum)} points to redeem; there are {show_points(measured)}. "
        "Nothing was taken; the bill goes on without points.",
        {"minimum": minimum, "points": measured},
    )


def _over_cap(bill_limits: Limits, program: Program) -> DomainError:
    most, worth = bill_limits.max_points, bill_limits.max_minor
    return DomainError(
        Code.OVER_CAP,
        f"Only {program.currency.text(worth)} ({show_points(most)} points) of this bill can be "
        "paid by points. Nothing was taken; use that many or fewer.",
        {"max_points": most, "max_minor": worth},
    )
