"""Rows of images: a statement a table, and what its columns are called on the wire, in order of their spelling."""

from __future__ import annotations

from sqlalchemy import ColumnElement, bindparam, func, literal_column, select

from app.persistence.each_of import among, owned_among
from app.persistence.statement import Statement, owned
from app.persistence.tables.bills import activity
from app.persistence.tables.chain import leases
from app.persistence.tables.members import cards, homes, members, tier_changes, tier_holds
from app.persistence.tables.points import balances, entries, lot_uses, lots
from app.persistence.tables.rules import participations, rule_uses

_EMPTY: ColumnElement[str] = literal_column("''")
MEMBER = ("first_tier", "joined_at", "language", "member_id", "merged_into", "name", "phone", "referrer_id")
CARD = ("number", "status", "status_at")
LOT = ("available_at", "expired", "expires_at", "left", "lot_id", "order", "points")
PUSHED = ("counts_from", "first_expires_at")  # of a lot, where a purchase pushed it
USE = ("entry_id", "lot_id", "points", "stands_for")
WORTH = ("at", "bill_id", "points", "spend_minor")
ENTRY = (
    "available_at",
    "card_number",
    "cause",
    "corrects",
    "entry_id",
    "expires_at",
    "kind",
    "member_id",
    "occurred_at",
    "points",
    "reason",
    "rule_id",
    "staff",
)
RULE = ("bill_id", "day", "points", "rule_id")
DRIVE = ("drive_id", "joined_at")
END = ("change_id", "until")
METRICS = ("orders", "points", "spend_minor")
CHANGE = ("change_id", "from_tier", "kind", "member_id", "occurred_at", "reason", "staff", "to_tier")

_STANDING = (balances.c.member_id == members.c.member_id) & (balances.c.tenant_id == members.c.tenant_id)
MEMBERS = Statement(
    select(
        members.c.first_tier,
        members.c.joined_at,
        members.c.language,
        members.c.member_id,
        members.c.merged_into,
        members.c.name,
        members.c.phone_sealed,
        members.c.referrer_id,
        balances.c.points,
        balances.c.debt,
        balances.c.tier,
        members.c.email_sealed,
        members.c.birthday_sealed,
    )
    .select_from(members.join(balances, _STANDING))
    .where(owned_among(members, "of_members"))
)
CARDS = Statement(
    select(cards.c.member_id, cards.c.number, cards.c.status, cards.c.status_at)
    .where(owned(cards), among(cards.c.member_id, "of_members"))
    .order_by(cards.c.member_id, cards.c.number)
)
_EVERY_LOT = (
    select(
        lots.c.member_id,
        lots.c.available_at,
        lots.c.points_expired,
        lots.c.expires_at,
        lots.c.points_left,
        lots.c.lot_id,
        lots.c.ledger_no,
        lots.c.points,
        lots.c.counts_from,
        lots.c.first_expires_at,
    )
    .where(owned_among(lots, "of_members"))
    .order_by(lots.c.member_id, lots.c.ledger_no, lots.c.lot_id)
)
LOTS = Statement(_EVERY_LOT)
OPEN_LOTS = Statement(_EVERY_LOT.where(lots.c.points_left > literal_column("0")))
_EVERY_USE = (
    select(
        lot_uses.c.member_id,
        lot_uses.c.entry_id,
        func.nullif(lot_uses.c.lot_id, _EMPTY),
        lot_uses.c.points,
        func.nullif(lot_uses.c.stands_for, _EMPTY),
    )
    .where(owned_among(lot_uses, "of_members"))
    .order_by(lot_uses.c.member_id, lot_uses.c.entry_id, lot_uses.c.lot_id, lot_uses.c.stands_for)
)
USES = Statement(_EVERY_USE)
DEBTS = Statement(_EVERY_USE.where(lot_uses.c.lot_id == _EMPTY))
ACTIVITY = Statement(
    select(activity.c.member_id, activity.c.at, activity.c.bill_id, activity.c.points, activity.c.spend_minor)
    .where(owned_among(activity, "of_members"))
    .order_by(activity.c.member_id, activity.c.at, activity.c.bill_id)
)
RULES = Statement(
    select(rule_uses.c.member_id, rule_uses.c.bill_id, rule_uses.c.day, rule_uses.c.points, rule_uses.c.rule_id)
    .where(owned_among(rule_uses, "of_members"))
    .order_by(rule_uses.c.member_id, rule_uses.c.bill_id, rule_uses.c.rule_id)
)
DRIVES = Statement(
    select(participations.c.member_id, participations.c.drive_id, participations.c.joined_at)
    .where(owned_among(participations, "of_members"))
    .order_by(participations.c.member_id, participations.c.drive_id)
)
HOMES = Statement(
    select(homes.c.member_id, homes.c.store_id).where(owned(homes), among(homes.c.member_id, "of_members"))
)
HOLDS = Statement(
    select(tier_changes.c.member_id, tier_holds.c.change_id, tier_holds.c.until)
    .select_from(
        tier_changes.join(
            tier_holds,
            (tier_holds.c.change_id == tier_changes.c.change_id) & (tier_holds.c.tenant_id == tier_changes.c.tenant_id),
        )
    )
    .where(owned_among(tier_changes, "of_members"))
    .order_by(tier_changes.c.member_id, tier_holds.c.change_id)
)
LINES = Statement(
    select(entries.c.balance_after, entries.c.ledger_no, *(entries.c[name] for name in ENTRY))
    .where(owned_among(entries, "of_members"), entries.c.event_seq > bindparam("after_seq"))
    .order_by(entries.c.member_id, entries.c.ledger_no)
)
TIER_CHANGES = Statement(
    select(
        *(tier_changes.c[name] for name in CHANGE),
        tier_changes.c.orders,
        tier_changes.c.points,
        tier_changes.c.spend_minor,
    )
    .where(owned_among(tier_changes, "of_members"))
    .order_by(tier_changes.c.member_id, tier_changes.c.occurred_at, tier_changes.c.change_id)
)
_HELD: ColumnElement[int] = leases.c.granted - leases.c.spent - leases.c.returned - leases.c.written_off
RESERVED = Statement(
    select(leases.c.member_id, func.sum(_HELD))
    .where(owned(leases), among(leases.c.member_id, "of_members"), literal_column("0") < _HELD)
    .group_by(leases.c.member_id)
)
ABSORBED = Statement(
    select(members.c.merged_into, members.c.member_id).where(owned(members), among(members.c.merged_into, "of_members"))
)
