"""The tables of shifts: how each began, and the report that closed it."""

from __future__ import annotations

from sqlalchemy import Index, PrimaryKeyConstraint

from app.persistence.columns import int_column as _int
from app.persistence.columns import text_column as _text
from app.persistence.tables.declaring import facts

shift_openings = facts(
    "shift_openings",
    _text("shift_id"),
    _text("counter_code"),
    _int("epoch"),
    _int("seq"),
    _int("opened_at"),
    _text("business_day"),
    _text("staff"),
    _int("float_minor"),
    PrimaryKeyConstraint("tenant_id", "shift_id"),
    Index("shift_openings_by_chain", "tenant_id", "counter_code", "epoch", "seq", unique=True),
)

shift_reports = facts(
    "shift_reports",
    _text("shift_id"),
    _text("counter_code"),
    _int("epoch"),
    _int("seq"),
    _text("financial_year"),
    _int("number"),
    _int("closed_at"),
    _text("business_day"),
    _text("facts"),
    PrimaryKeyConstraint("tenant_id", "shift_id"),
    Index("shift_reports_by_chain", "tenant_id", "counter_code", "epoch", "seq", unique=True),
)
