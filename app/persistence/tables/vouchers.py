"""The tables of vouchers: where each stands, and the moves that brought it there.

A voucher that was not issued yet is a blank: one of a reward's stock, set aside for a counter.
"""

from __future__ import annotations

from sqlalchemy import Index, PrimaryKeyConstraint

from app.persistence.columns import int_column as _int
from app.persistence.columns import text_column as _text
from app.persistence.tables.declaring import facts, table

vouchers = table(
    "vouchers",
    _text("voucher_id"),
    _text("reward_id"),
    _text("status"),
    _text("used_for", optional=True),
    _text("member_id", optional=True),
    _text("code", optional=True),
    _int("expires_at", optional=True),
    _text("facts", optional=True),
    _text("holder"),
    _int("holder_epoch"),
    _int("wanted"),
    _int("position"),
    _int("touched_epoch"),
    _int("touched_seq"),
    PrimaryKeyConstraint("tenant_id", "voucher_id"),
    Index("vouchers_by_code", "tenant_id", "code"),
    Index("vouchers_by_member", "tenant_id", "member_id", "reward_id", "status"),
    Index("vouchers_by_reward", "tenant_id", "reward_id", "status"),
    Index("vouchers_by_use", "tenant_id", "used_for"),
    Index("vouchers_by_holder", "tenant_id", "holder", "status"),
    Index("vouchers_due", "tenant_id", "status", "expires_at"),
)

voucher_moves = facts(
    "voucher_moves",
    _text("voucher_id"),
    _int("move_no"),
    _text("kind"),
    _text("cause"),
    _int("occurred_at"),
    _text("staff"),
    _int("minor", optional=True),
    PrimaryKeyConstraint("tenant_id", "voucher_id", "move_no"),
    Index("voucher_moves_by_cause", "tenant_id", "cause"),
)
