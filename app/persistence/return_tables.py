"""The tables beside bills and refunds: what the server told of bills, and how money came and went. Same metadata."""

from __future__ import annotations

from sqlalchemy import Index, PrimaryKeyConstraint

from app.persistence.columns import int_column as _int
from app.persistence.columns import tenant_table
from app.persistence.columns import text_column as _text
from app.persistence.tables import metadata

told_bills = tenant_table(
    metadata,
    "told_bills",
    _text("bill_id"),
    _text("number"),
    _int("position"),
    _text("facts"),
    PrimaryKeyConstraint("tenant_id", "bill_id"),
    Index("told_bills_by_number", "tenant_id", "number"),
)

tender_numbers = tenant_table(
    metadata,
    "tender_numbers",
    _text("bill_id"),
    _int("tender_no"),
    _text("number"),
    PrimaryKeyConstraint("tenant_id", "bill_id", "tender_no"),
    Index("tender_numbers_by_number", "tenant_id", "number"),
    append_only=True,
)

refund_tenders = tenant_table(
    metadata,
    "refund_tenders",
    _text("refund_id"),
    _int("tender_no"),
    _text("kind"),
    _int("amount_minor"),
    PrimaryKeyConstraint("tenant_id", "refund_id", "tender_no"),
    append_only=True,
)
