"""Tier news: the tier that a bill led its member to, for the screen and the receipt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.bill import Bill
from app.domain.days import ShopCalendar
from app.domain.tiers import TierChangeKind
from app.services.ports import TierChange, UnitOfWork
from app.services.tiers import given_tiers, tiering
from app.services.tiers.tier_gifts import brought_by

_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Risen:
    """`until` is the first instant at which a rule keeps it no more, where one names days. Points in hundredths."""

    tier: str
    until: datetime | None
    points: int

    def last_day(self, calendar: ShopCalendar) -> date | None:
        return None if self.until is None else calendar.day_of(self.until - _INSTANT)


def risen_by(uow: UnitOfWork, bill: Bill) -> Risen | None:
    """What a bill did to its member's tier, as it is known here; None where it raised none."""
    if bill.member_id is None:
        return None
    change = next((one for one in uow.tiers.of_member(bill.member_id) if _is_of(one, bill)), None)
    if change is None:
        return None
    brought = sum(one.entry.points for one in brought_by(uow, bill))
    return Risen(change.to_tier, uow.tiers.held_until(change.change_id), brought)


def _is_of(change: TierChange, bill: Bill) -> bool:
    if given_tiers.is_advance(change):
        return change.change_id == bill.bill_id
    is_upgrade = change.kind is TierChangeKind.UPGRADE and change.reason == tiering.BILL
    return is_upgrade and change.occurred_at == bill.occurred_at
