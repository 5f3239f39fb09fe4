"""Under rules: bills rung again one after another as if some rules had been in force, and all that they would lead to.

Nothing is written. Source: docs/rates.md, What if.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.domain.bill import Bill, rules_of
from app.domain.member import Member
from app.domain.program import Program
from app.domain.quote import Quote
from app.domain.rules import PointsFixed
from app.domain.tiers import Activity, Metrics, PointsBasis
from app.domain.triggers import Trigger
from app.services.campaigns.rule_limits import Tally
from app.services.members import birthdays
from app.services.members.happenings import answers
from app.services.ports import UnitOfWork
from app.services.sales.sale import current_member
from app.services.tiers.tier_gifts import brought_by
from app.services.whatif.ringing_again import late_card, rung_again
from app.services.whatif.shelf import Shelf
from app.services.whatif.sums import Sums, sums_of, sums_of_bill
from app.services.whatif.would_be import WouldBe


@dataclass(slots=True)
class UnderRules:
    """Bills under one program, in the order of their sale, from an instant on.

    `late` are bills whose cards came later, `more` is what members have beyond what was posted.
    """

    uow: UnitOfWork
    program: Program
    since: datetime
    late: Collection[str] = ()
    members: dict[str, WouldBe] = field(default_factory=dict)
    more: Counter[str] = field(default_factory=Counter)
    tally: Tally | None = None
    shelf: Shelf = field(init=False)

    def __post_init__(self) -> None:
        self.shelf = Shelf(self.uow, self.since)

    @property
    def keeps_birthdays(self) -> bool:
        of_tiers = any(level.birthday_points for level in self.program.tiers.levels)
        return of_tiers or any(rule.trigger is Trigger.BIRTHDAY for rule in self.program.rules)

    def whose(self, bill: Bill, at: datetime) -> WouldBe | None:
        """Whoever a bill was for, as they would be when it is made, or its card comes; nobody without a card."""
        if bill.member_id is None:
            return None
        member_id = self.uow.members.holder_of_points(bill.member_id)
        one = self.members.get(member_id)
        if one is None:
            one = self.members[member_id] = self._would_be(current_member(self.uow, member_id))
        one.take_out(bill.bill_id)
        one.move_to(at, self.program)
        return one

    def as_posted(self, bill: Bill) -> Sums:
        """A bill that stands as it was sold."""
        found = sums_of_bill(bill).with_vouchers(bill.rules, self.program)
        return replace(found, given=self._count(bill, bill, bill.occurred_at, is_posted=True))

    def late_as_posted(self, bill: Bill, at: datetime) -> Sums:
        """What the card of a bill brought that came later; the bill itself was counted as nobody's."""
        found = Sums(earned=bill.earned_points, to_referrers=bill.referrer_points)
        given = self._count(bill, bill, at, is_posted=True)
        return replace(found.with_vouchers(bill.rules, self.program), given=given)

    def ring(self, bill: Bill) -> Sums:
        """A bill as these rules would have it. Raises DomainError where it could not have been sold."""
        one = None if bill.member_id is None else self._known(bill)
        uow = self.uow if one is None else one.as_of(bill.occurred_at)
        then = bill if one is None else replace(bill, tier=one.member.tier)
        priced = rung_again(uow, then, self.program, self._tally(bill), self.shelf)
        found = sums_of(priced).with_vouchers(priced.earned.uses, self.program)
        return replace(found, given=self._count(bill, _as_rung(then, priced), bill.occurred_at, is_posted=False))

    def ring_late(self, bill: Bill, at: datetime) -> Sums:
        """What the card would bring that came to a bill at an instant: on what is paid for it under these rules."""
        one, tally = self._known(bill), self._tally(bill)
        sold = rung_again(self.uow, replace(bill, member_id=None), self.program, tally, self.shelf)
        then = replace(bill, tier=one.member.tier)
        priced = late_card(one.as_of(at), then, sold, self.program, tally, self.shelf, at=at)
        found = Sums(earned=priced.earned.points, to_referrers=priced.referrer_points)
        counted = replace(_as_rung(then, priced), net_minor=sold.net_minor)
        given = self._count(bill, counted, at, is_posted=False)
        return replace(found.with_vouchers(priced.earned.uses, self.program), given=given)

    def on_birthday(self, member: Member, *, at: datetime, cause: str) -> int:
        """What a birthday brings a member (hundredths)."""
        one = self.members.get(member.member_id) or self._would_be(member)
        one.move_to(at, self.program)
        if not self.program.runs_at(at):
            return 0
        given = sum(birthdays.points_of(one.as_of(at), one.member, self.program, at).values())
        self.more[member.member_id] += given - sum(posted.entry.points for posted in self.uow.ledger.by_cause(cause))
        return given

    def _would_be(self, member: Member) -> WouldBe:
        return WouldBe.of(self.uow, member, self.since, late=self.late)

    def _known(self, bill: Bill) -> WouldBe:
        assert bill.member_id is not None, "asked for members only"
        return self.members[self.uow.members.holder_of_points(bill.member_id)]

    def _tally(self, bill: Bill) -> Tally:
        if self.tally is None:
            self.tally = Tally(self.uow, bill.bill_id)
        return self.tally

    def _count(self, bill: Bill, then: Bill, at: datetime, *, is_posted: bool) -> int:
        """Count a bill, as it was and as it would have been, when its card came; returns what its new tier brings."""
        if bill.member_id is None:
            return 0
        one = self._known(bill)
        self._tally(bill).add(one.member.member_id, self.program.calendar.day_of(bill.occurred_at), then.rules)
        self.shelf.add(one.member.member_id, then.rules, self.program)
        if bill.referrer_id is not None:
            referrer = current_member(self.uow, bill.referrer_id)
            self.more[referrer.member_id] += then.referrer_points - bill.referrer_points
        one.bills[bill.bill_id] = Activity(bill.occurred_at, then.net_minor, then.earned_points)
        given = self._raise(one, bill, then, at, is_posted=is_posted)
        _let_stand(one, bill, then)
        return given

    def _raise(self, one: WouldBe, bill: Bill, then: Bill, at: datetime, *, is_posted: bool) -> int:
        posted = sum(gift.entry.points for gift in brought_by(self.uow, bill))
        own = (then.earned_points - bill.earned_points) - (then.redeemed_points - bill.redeemed_points)
        self.more[one.member.member_id] += own
        held_before = bill.balance_after + bill.pending_after - posted
        held, metrics = one.member.tier, self._metrics(one, held_before, at)
        to = one.risen(then, self.program, metrics, at)
        rises = self.program.tiers.rank(to) > self.program.tiers.rank(held)
        given = posted if is_posted else self._brought(one, at) if rises else 0
        self.more[one.member.member_id] += given - posted
        return given

    def _metrics(self, one: WouldBe, posted: int, at: datetime) -> Metrics:
        """What counts for the tier after a bill; `posted` is what the member had then, less what its tier brought."""
        found = one.metrics(self.program, at)
        if self.program.tiers.points_basis is PointsBasis.LIFETIME_EARNED:
            return found
        return replace(found, points=posted + self.more[one.member.member_id])

    def _brought(self, one: WouldBe, at: datetime) -> int:
        rules = answers(one.as_of(at), one.member, self.program, Trigger.TIER_CHANGE, at)
        return sum(rule.award.points for rule in rules if isinstance(rule.award, PointsFixed))


def _as_rung(bill: Bill, priced: Quote) -> Bill:
    """The bill as other rules would have it, in all that counts."""
    return replace(
        bill,
        net_minor=priced.net_minor,
        earned_points=priced.earned.points,
        redeemed_points=priced.redeemed_points,
        referrer_points=priced.referrer_points,
        rules=rules_of(priced),
    )


def _let_stand(one: WouldBe, bill: Bill, then: Bill) -> None:
    """From now on a bill counts as far as it stands today: what came back of it counts on neither side."""
    stored = one.uow.activities.get(bill.bill_id)
    if stored is None:
        del one.bills[bill.bill_id]
        return
    spend = stored.activity.spend_minor + then.net_minor - bill.net_minor
    points = stored.activity.points + then.earned_points - bill.earned_points
    one.bills[bill.bill_id] = Activity(stored.activity.at, max(0, spend), max(0, points))
