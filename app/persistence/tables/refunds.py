"""The tables of refunds: what came back of a bill, and how its money went."""

from __future__ import annotations

from sqlalchemy import Index, PrimaryKeyConstraint

from app.persistence.columns import int_column as _int
from app.persistence.columns import text_column as _text
from app.persistence.tables.declaring import facts

refunds = facts(
    "refunds",
    _text("refund_id", key=True),
    _text("bill_id"),
    _text("kind"),
    _int("occurred_at"),
    _text("business_day"),
    _text("staff"),
    _int("amount_minor"),
    _int("reversed_points"),
    _int("posted_reversed_points"),
    _int("restored_points"),
    _int("restored_minor"),
    _int("referrer_points"),
    _int("posted_referrer_points"),
    _int("balance_after"),
    Index("refunds_by_bill", "bill_id"),
    Index("refunds_by_day", "tenant_id", "business_day"),
)

refund_lines = facts(
    "refund_lines",
    _text("refund_id"),
    _text("line_id"),
    _int("amount_minor"),
    PrimaryKeyConstraint("refund_id", "line_id"),
)

refund_tenders = facts(
    "refund_tenders",
    _text("refund_id"),
    _int("tender_no"),
    _text("kind"),
    _int("amount_minor"),
    PrimaryKeyConstraint("tenant_id", "refund_id", "tender_no"),
)
