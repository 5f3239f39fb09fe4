"""The tables of rules: the versions published and drafted, and programmes as they are kept besides them; cases that
must bring what they bring; what rules brought as bills recorded it and as it counts now; shares of budgets.
"""

from __future__ import annotations

from sqlalchemy import Index, PrimaryKeyConstraint

from app.persistence.columns import int_column as _int
from app.persistence.columns import text_column as _text
from app.persistence.tables.declaring import facts, table

programs = facts(
    "programs",
    _int("version"),
    _text("body"),
    _text("staff"),
    _int("published_at"),
    PrimaryKeyConstraint("tenant_id", "version"),
)

rate_drafts = table(
    "rate_drafts",
    _text("staff"),
    _text("facts"),
    PrimaryKeyConstraint("tenant_id", "staff"),
)

saved_cases = table(
    "saved_cases",
    _text("name"),
    _text("facts"),
    PrimaryKeyConstraint("tenant_id", "name"),
)

programmes = table(
    "programmes",
    _text("programme_id"),
    _text("facts"),
    PrimaryKeyConstraint("tenant_id", "programme_id"),
)

bill_rules = facts(
    "bill_rules",
    _text("bill_id"),
    _text("rule_id"),
    _int("points"),
    _text("cut_by"),
    PrimaryKeyConstraint("tenant_id", "bill_id", "rule_id"),
)

rule_uses = table(
    "rule_uses",
    _text("bill_id"),
    _text("rule_id"),
    _text("member_id"),
    _text("day"),
    _int("points"),
    PrimaryKeyConstraint("tenant_id", "bill_id", "rule_id"),
    Index("rule_uses_by_member", "member_id", "tenant_id"),
)

rule_totals = table(
    "rule_totals",
    _text("rule_id"),
    _int("uses"),
    _int("points"),
    PrimaryKeyConstraint("tenant_id", "rule_id"),
)

participations = table(
    "participations",
    _text("member_id"),
    _text("drive_id"),
    _int("joined_at"),
    PrimaryKeyConstraint("tenant_id", "member_id", "drive_id"),
    Index("participations_by_member", "member_id", "tenant_id"),
)

budget_shares = table(
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
