"""Sums: what bills come to together, as they were posted or as other rules would have them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from app.domain.bill import Bill
from app.domain.brought import rewards_brought
from app.domain.hearing import RuleUse
from app.domain.points import value_minor
from app.domain.program import Program
from app.domain.quote import Quote


@dataclass(frozen=True, slots=True)
class Sums:
    """What bills come to. Money in minor units, points in hundredths; `discount_minor` is what the rates take off.

    `given` is what comes beside the bills: for a tier that rose, and for birthdays. `vouchers` are those that rules
    give with bills, `vouchers_minor` what their rewards are worth, where that is said.
    """

    net_minor: int = 0
    discount_minor: int = 0
    earned: int = 0
    to_referrers: int = 0
    redeemed: int = 0
    redeemed_minor: int = 0
    given: int = 0
    vouchers: int = 0
    vouchers_minor: int = 0

    @property
    def issued(self) -> int:
        return self.earned + self.to_referrers + self.given

    def plus(self, other: Sums) -> Sums:
        return Sums(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))

    def liability_minor(self, program: Program) -> int:
        """By how much what the shop owes in points and vouchers has grown; below nothing where more points were used
        than given.
        """
        points = value_minor(self.issued - self.redeemed, rate=program.redemption.rate, currency=program.currency)
        return points + self.vouchers_minor

    def with_vouchers(self, uses: Iterable[RuleUse], program: Program) -> Sums:
        """With the vouchers that rules gave; a percentage, or what is free whatever it costs, is worth nothing yet."""
        rewards = [reward for _, reward in rewards_brought(uses, program)]
        return replace(self, vouchers=len(rewards), vouchers_minor=sum(one.value_minor for one in rewards))


NOTHING = Sums()


def sums_of_bill(bill: Bill) -> Sums:
    discount = sum(line.category_discount_minor + line.tier_discount_minor for line in bill.lines)
    return Sums(
        bill.net_minor, discount, bill.earned_points, bill.referrer_points, bill.redeemed_points, bill.redeemed_minor
    )


def sums_of(priced: Quote) -> Sums:
    discount = sum(line.category_discount_minor + line.tier_discount_minor for line in priced.priced.lines)
    earned, referrer = priced.earned.points, priced.referrer_points
    return Sums(priced.net_minor, discount, earned, referrer, priced.redeemed_points, priced.redeemed_minor)
