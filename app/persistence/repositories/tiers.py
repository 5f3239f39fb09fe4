"""Tier history: each change of a member's tier, with what it was decided on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select

from app.domain.tiers import Metrics, TierChangeKind
from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables import tier_changes
from app.services.ports import TierChange
from app.services.records import from_micros, to_micros

_ADD = adding(tier_changes)
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


@dataclass(frozen=True, slots=True)
class SqlTierHistory:
    scope: Scope

    def add(self, change: TierChange) -> None:
        self.scope.change(_ADD, **_change_row(change))

    def of_member(self, member_id: str) -> Sequence[TierChange]:
        """Oldest first."""
        return [_change(row) for row in self.scope.rows(_OF_MEMBER, of_member=member_id)]


def _change_row(change: TierChange) -> dict[str, Any]:
    return {
        "change_id": change.change_id,
        "member_id": change.member_id,
        "from_tier": change.from_tier,
        "to_tier": change.to_tier,
        "kind": change.kind.value,
        "reason": change.reason,
        "points": change.metrics.points,
        "spend_minor": change.metrics.spend_minor,
        "orders": change.metrics.orders,
        "staff": change.staff,
        "occurred_at": to_micros(change.occurred_at),
    }


def _change(row: Cells) -> TierChange:
    change_id, member_id, from_tier, to_tier, kind, reason, points, spend, orders, staff, at = row
    metrics = Metrics(points, spend, orders)
    return TierChange(
        change_id, member_id, from_tier, to_tier, TierChangeKind(kind), reason, metrics, staff, from_micros(at)
    )
