"""The tables of points: what was posted, which lots that left, and what each member's come to."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, PrimaryKeyConstraint, text

from app.persistence.columns import int_column as _int
from app.persistence.columns import text_column as _text
from app.persistence.columns import till_index
from app.persistence.tables.declaring import facts, table

# What changes lots that stand there already, but for what is spent: few of the entries of a day.
LOT_KINDS = ("EXPIRE", "UNEXPIRE", "REVERSE", "RESTORE", "UNEXTEND")

balances = table(
    "balances",
    _text("member_id", key=True),
    _int("points"),
    _int("debt"),
    _text("tier"),
)

lots = table(
    "lots",
    _text("lot_id", key=True),
    _text("member_id"),
    _int("ledger_no"),
    _int("points"),
    _int("points_left"),
    _int("points_expired"),
    _int("available_at"),
    _int("expires_at", optional=True),
    _int("first_expires_at", optional=True),
    _int("counts_from", optional=True),
    CheckConstraint("points_left BETWEEN 0 AND points AND points_expired >= 0", name="lots_left"),
    Index("lots_by_member", "member_id", "points_left"),
    Index("lots_expiring", "tenant_id", "expires_at", "ledger_no", sqlite_where=text("points_left > 0")),
)

lot_uses = table(
    "lot_uses",
    _text("entry_id"),
    _text("lot_id"),
    _text("stands_for"),
    _text("member_id"),
    _int("points"),
    PrimaryKeyConstraint("entry_id", "lot_id", "stands_for"),
    CheckConstraint("points > 0", name="lot_uses_points"),
    Index("lot_uses_debt", "member_id", sqlite_where=text("lot_id = ''")),
    Index("lot_uses_by_member", "member_id"),
)

entries = facts(
    "entries",
    _int("ledger_no"),
    _text("entry_id"),
    _text("member_id"),
    _text("card_number", optional=True),
    _text("kind"),
    _int("points"),
    _int("balance_after"),
    _text("cause"),
    _text("corrects", optional=True),
    _text("rule_id", optional=True),
    _text("reason", optional=True),
    _text("staff", optional=True),
    _int("occurred_at"),
    _text("business_day"),
    _int("available_at", optional=True),
    _int("expires_at", optional=True),
    _int("event_seq"),
    PrimaryKeyConstraint("tenant_id", "ledger_no"),
    Index("entries_by_member", "member_id", "ledger_no"),
    Index("entries_by_cause", "cause", "ledger_no"),
    Index("entries_by_correction", "corrects", sqlite_where=text("corrects IS NOT NULL")),
    Index("entries_by_day", "tenant_id", "business_day"),
    till_index("entries_by_hand", "tenant_id", "business_day", where="kind = 'ADJUST'"),
    till_index("entries_of_lots", "tenant_id", "kind", "business_day", where=f"kind IN {LOT_KINDS}"),
)
