"""The tables of decision rules: what they brought as bills recorded it and as it counts now, shares of budgets, and
cases that must bring what they bring; and programmes, as they are kept besides the versions of them. Same metadata.
"""

from __future__ import annotations

from sqlalchemy import Index, PrimaryKeyConstraint

from app.persistence.columns import int_column as _int
from app.persistence.columns import tenant_table
from app.persistence.columns import text_column as _text
from app.persistence.tables import metadata

saved_cases = tenant_table(
    metadata,
    "saved_cases",
    _text("name"),
    _text("facts"),
    PrimaryKeyConstraint("tenant_id", "name"),
)

programmes = tenant_table(
    metadata,
    "programmes",
    _text("programme_id"),
    _text("facts"),
    PrimaryKeyConstraint("tenant_id", "programme_id"),
)

bill_rules = tenant_table(
    metadata,
    "bill_rules",
    _text("bill_id"),
    _text("rule_id"),
    _int("points"),
    _text("cut_by"),
    PrimaryKeyConstraint("tenant_id", "bill_id", "rule_id"),
    append_only=True,
)

rule_uses = tenant_table(
    metadata,
    "rule_uses",
    _text("bill_id"),
    _text("rule_id"),
    _text("member_id"),
    _text("day"),
    _int("points"),
    PrimaryKeyConstraint("tenant_id", "bill_id", "rule_id"),
    Index("rule_uses_by_member", "member_id", "tenant_id"),
)

rule_totals = tenant_table(
    metadata,
    "rule_totals",
    _text("rule_id"),
    _int("uses"),
    _int("points"),
    PrimaryKeyConstraint("tenant_id", "rule_id"),
)

homes = tenant_table(
    metadata,
    "homes",
    _text("member_id"),
    _text("store_id"),
    PrimaryKeyConstraint("tenant_id", "member_id"),
)

participations = tenant_table(
    metadata,
    "participations",
    _text("member_id"),
    _text("drive_id"),
    _int("joined_at"),
    PrimaryKeyConstraint("tenant_id", "member_id", "drive_id"),
    Index("participations_by_member", "member_id", "tenant_id"),
)

budget_shares = tenant_table(
    metadata,
    "budget_shares",
    _text("rule_id"),
    _text("counter_code"),
    _int("epoch"),
    _int("granted"),
    _int("spent"),
    _int("returned"),
    _int("written_off"),
    _int("keep", optional=True),
    PrimaryKeyConstraint("tenant_id", "rule_id", "counter_code", "epoch"),
    Index("budget_shares_by_counter", "tenant_id", "counter_code", "rule_id", "epoch"),
)
