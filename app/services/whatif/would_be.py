"""Would-be members: what somebody would have bought and held had other rules been in force. Nothing is written.

What happened to a tier beside bills (set by hand) is as it was; it falls at a period's end as it would have.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, cast

from app.domain.bill import Bill
from app.domain.member import Member
from app.domain.program import Program
from app.domain.tiers import Activity, Metrics, TierChangeKind, metrics_at
from app.services.ports import BillActivity, TierChange, UnitOfWork
from app.services.tiers import given_tiers, tiering

_BY_HAND = frozenset({TierChangeKind.MANUAL, TierChangeKind.INITIAL})


@dataclass(slots=True)
class WouldBe:
    """A member whose `tier` is the one they would hold; `bills` count already, those `ahead` do not; by their ids."""

    uow: UnitOfWork
    member: Member
    bills: dict[str, Activity]
    ahead: dict[str, Activity]
    changes: list[TierChange]
    began_at: datetime
    seen_at: datetime
    ends: dict[str, datetime] = field(default_factory=dict)

    @classmethod
    def of(cls, uow: UnitOfWork, member: Member, at: datetime, *, late: Collection[str] = ()) -> WouldBe:
        """As they were before an instant. Bills made since whose cards came `late` are not theirs yet."""
        changes = _as_they_were(uow, member.member_id, at)
        before = [one for one in changes if one.occurred_at < at]
        held = before[-1].to_tier if before else member.first_tier
        counted = uow.activities.rows_of_member(member.member_id)
        ahead = {one.bill_id: one.activity for one in counted if one.bill_id not in late or one.activity.at < at}
        return cls(uow, replace(member, tier=held), {}, ahead, changes, at, at)

    def as_of(self, at: datetime) -> UnitOfWork:
        """The store as it would be at an instant, for what asks of this member."""
        return cast(UnitOfWork, _Store(self.uow, _Bills(self, at), _Tiers(self, at)))

    def metrics(self, program: Program, at: datetime) -> Metrics:
        return metrics_at(self.bills.values(), at, days=program.tiers.qualification_days)

    def move_to(self, at: datetime, program: Program) -> None:
        """Let time pass: a tier is set by hand as it was, and falls where it is not reached any more.

        One that a card has just brought which came late stands at that instant, however long ago its bill was.
        """
        if at == self.seen_at:
            return
        for change in self.changes:
            if change.kind is TierChangeKind.MANUAL and self.seen_at < change.occurred_at <= at:
                self.hold(change.to_tier)
        self.seen_at = at
        self.bills |= {bill_id: one for bill_id, one in self.ahead.items() if one.at < at}
        self.ahead = {bill_id: one for bill_id, one in self.ahead.items() if bill_id not in self.bills}
        fall = tiering.fall_of(self.as_of(at), self.member, program.tiers, at)
        if fall is not None and fall.at <= at and fall.to != self.member.tier:
            held, kind, reason = self.member.tier, TierChangeKind.DOWNGRADE, given_tiers.PERIOD_END
            name = f"{reason} {len(self.changes)}"
            self.changes.append(TierChange(name, self.member.member_id, held, fall.to, kind, reason, Metrics(), "", at))
            self.hold(fall.to)

    def take_out(self, bill_id: str) -> None:
        """A bill that is rung again does not count as it was."""
        self.bills.pop(bill_id, None)
        self.ahead.pop(bill_id, None)

    def risen(self, bill: Bill, program: Program, metrics: Metrics, at: datetime) -> str:
        """The tier that a bill, or its card that came later, leads to at an instant, from which on it is held."""
        to, rule_id = tiering.led_to(program, bill, self.member.tier, metrics)
        if rule_id is not None:
            change = tiering.raised(self.member, bill, to, rule_id=rule_id, metrics=metrics, at=at)
            self.changes.append(change)
            ends = tiering.advance_ends(change, program)
            self.ends.update({} if ends is None else {change.change_id: ends})
        self.hold(to)
        return to

    def hold(self, tier: str) -> None:
        self.member = replace(self.member, tier=tier)


def _as_they_were(uow: UnitOfWork, member_id: str, at: datetime) -> list[TierChange]:
    """The changes of a tier before an instant, and those since that no bill brought and no period's end."""
    return [one for one in uow.tiers.of_member(member_id) if one.occurred_at < at or one.kind in _BY_HAND]


@dataclass(frozen=True, slots=True)
class _Store:
    """A transaction's view of the store, but for two of its rooms."""

    uow: UnitOfWork
    activities: _Bills
    tiers: _Tiers

    def __getattr__(self, room: str) -> Any:
        return getattr(self.uow, room)


@dataclass(frozen=True, slots=True)
class _Bills:
    """A member's bills up to an instant, in the place of those that are stored. All that are here came before."""

    whose: WouldBe
    until: datetime

    def get(self, bill_id: str) -> BillActivity | None:
        found = self.whose.bills.get(bill_id)
        return None if found is None else BillActivity(bill_id, self.whose.member.member_id, found)

    def of_member(self, _: str) -> Sequence[Activity]:
        return sorted(self.whose.bills.values(), key=lambda one: one.at)

    def count(self, _: str, *, from_at: datetime, until_at: datetime) -> int:
        return sum(1 for _ in self._between(from_at, until_at))

    def within(self, _: str, *, from_at: datetime, until_at: datetime) -> Metrics:
        found = [*self._between(from_at, until_at)]
        return Metrics(sum(one.points for one in found), sum(one.spend_minor for one in found), len(found))

    def _between(self, from_at: datetime, until_at: datetime) -> Iterator[Activity]:
        """Who asks for what came before this instant has that of this instant too: a clock put back stands still."""
        is_now = until_at == self.until
        return (
            one for one in self.whose.bills.values() if from_at <= one.at < until_at or (is_now and one.at == until_at)
        )


@dataclass(frozen=True, slots=True)
class _Tiers:
    """The history of a member's tiers up to an instant, in the place of the one that is stored."""

    whose: WouldBe
    until: datetime

    def of_member(self, member_id: str) -> Sequence[TierChange]:
        """Of somebody who was merged into them: what came before bills were rung again, and by hand."""
        whose, changes = self.whose, self.whose.changes
        if member_id != whose.member.member_id:
            changes = _as_they_were(whose.uow, member_id, whose.began_at)
        return [one for one in changes if one.occurred_at <= self.until]

    def held_until(self, change_id: str) -> datetime | None:
        return self.whose.ends.get(change_id) or self.whose.uow.tiers.held_until(change_id)
