"""Tier history: each change of a member's tier, with what it was decided on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select

from app.domain.tiers import Metrics, TierChangeKind
from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.members import tier_changes, tier_holds
from app.services.ports import TierChange
from app.services.records import from_micros, tier_change_row, to_micros

_ADD = adding(tier_changes)
_REMOVE_MEMBER = Statement(
    delete(tier_changes).where(owned(tier_changes), tier_changes.c.member_id == bindparam("of_member"))
)
_UNHOLD_MEMBER = Statement(
    delete(tier_holds).where(
        owned(tier_holds),
        tier_holds.c.change_id.in_(
            select(tier_changes.c.change_id).where(
                owned(tier_changes), tier_changes.c.member_id == bindparam("of_member")
            )
        ),
    )
)
_OF_MEMBER = Statement(
    select(
        tier_changes.c.change_id,
        tier_changes.c.member_id,
        tier_changes.c.from_tier,
        tier_changes.c.to_tier,
        tier_changes.c.kind,
        tier_changes.c.reason,
        tier_changes.c.points,
        tier_changes.c.spend_minor,
        tier_changes.c.orders,
        tier_changes.c.staff,
        tier_changes.c.occurred_at,
    )
    .where(owned(tier_changes), tier_changes.c.member_id == bindparam("of_member"))
    .order_by(tier_changes.c.occurred_at, tier_changes.c.change_id)
)


_HOLD = adding(tier_holds)
_UNHOLD = Statement(delete(tier_holds).where(owned(tier_holds), tier_holds.c.change_id == bindparam("of_change")))
_HOLDS_OF = Statement(
    select(tier_holds.c.change_id, tier_holds.c.until)
    .select_from(
        tier_holds.join(
            tier_changes,
            (tier_changes.c.change_id == tier_holds.c.change_id) & (tier_changes.c.tenant_id == tier_holds.c.tenant_id),
        )
    )
    .where(owned(tier_holds), tier_changes.c.member_id == bindparam("of_member"))
    .order_by(tier_holds.c.change_id)
)
_HELD_UNTIL = Statement(
    select(tier_holds.c.until).where(owned(tier_holds), tier_holds.c.change_id == bindparam("of_change"))
)


@dataclass(frozen=True, slots=True)
class SqlTierHistory:
    scope: Scope

    def add(self, change: TierChange) -> None:
        self.scope.change(_ADD, **tier_change_row(change))

    def put_all(self, changes: Mapping[str, Sequence[TierChange]]) -> None:
        members = [{"of_member": member_id} for member_id in changes]
        self.scope.change_each(_UNHOLD_MEMBER, members)
        self.scope.change_each(_REMOVE_MEMBER, members)
        self.scope.change_each(_ADD, [tier_change_row(one) for every in changes.values() for one in every])

    def of_member(self, member_id: str) -> Sequence[TierChange]:
        """Oldest first."""
        return [_change(row) for row in self.scope.rows(_OF_MEMBER, of_member=member_id)]

    def hold(self, change: TierChange, until: datetime) -> None:
        self.put_holds({change.change_id: until})

    def put_holds(self, ends: Mapping[str, datetime]) -> None:
        self.scope.change_each(_UNHOLD, [{"of_change": change_id} for change_id in ends])
        self.scope.change_each(_HOLD, [{"change_id": name, "until": to_micros(until)} for name, until in ends.items()])

    def holds_of(self, member_id: str) -> Mapping[str, datetime]:
        return {name: from_micros(until) for name, until in self.scope.rows(_HOLDS_OF, of_member=member_id)}

    def held_until(self, change_id: str) -> datetime | None:
        until = self.scope.scalar(_HELD_UNTIL, of_change=change_id)
        return None if until is None else from_micros(until)


def _change(row: Cells) -> TierChange:
    change_id, member_id, from_tier, to_tier, kind, reason, points, spend, orders, staff, at = row
    metrics = Metrics(points, spend, orders)
    return TierChange(
        change_id, member_id, from_tier, to_tier, TierChangeKind(kind), reason, metrics, staff, from_micros(at)
    )
