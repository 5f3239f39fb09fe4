"""The tables of bills: what was sold and how it was paid, cards that came to one later, and carts put aside."""

from __future__ import annotations

from sqlalchemy import Index, PrimaryKeyConstraint, text

from app.persistence.columns import int_column as _int
from app.persistence.columns import text_column as _text
from app.persistence.columns import till_index
from app.persistence.tables.declaring import facts, table

bills = facts(
    "bills",
    _text("bill_id"),
    _text("number"),
    _text("member_id", optional=True),
    _text("card_number", optional=True),
    _text("referrer_id", optional=True),
    _int("occurred_at"),
    _text("business_day"),
    _text("staff"),
    _int("program_version"),
    _text("tier", optional=True),
    _int("gross_minor"),
    _int("round_off_minor"),
    _int("net_minor"),
    _int("redeemed_points"),
    _int("redeemed_minor"),
    _int("earned_points"),
    _int("bonus_points"),
    _int("referrer_points"),
    _int("balance_after"),
    _int("pending_after"),
    _int("typed", optional=True),
    _text("lacking", optional=True),
    PrimaryKeyConstraint("tenant_id", "bill_id"),
    Index("bills_by_number", "tenant_id", "number", unique=True),
    Index("bills_by_member", "member_id", "occurred_at", sqlite_where=text("member_id IS NOT NULL")),
    Index("bills_by_day", "tenant_id", "business_day", "bill_id"),
    till_index(
        "bills_of_members",
        *("tenant_id", "business_day", "member_id", "staff", "redeemed_points", "typed", "occurred_at"),
        where="member_id IS NOT NULL",
    ),
)

bill_lines = facts(
    "bill_lines",
    _text("bill_id"),
    _int("line_no"),
    _text("line_id"),
    _text("category"),
    _text("label"),
    _int("quantity_milli"),
    _int("unit_price_minor"),
    _int("gross_minor"),
    _int("category_discount_minor"),
    _int("tier_discount_minor"),
    _int("bill_discount_minor"),
    _int("net_minor"),
    _int("redeemed_minor"),
    _int("base_minor"),
    _text("point_percent"),
    _text("campaign_multiplier"),
    _text("campaign_ids"),
    _text("tier_multiplier"),
    _int("points"),
    PrimaryKeyConstraint("bill_id", "line_no"),
    till_index("bill_lines_by_category", "category", "bill_id", "tenant_id", "gross_minor", "net_minor", "points"),
)

line_details = facts(
    "line_details",
    _text("bill_id"),
    _int("line_no"),
    _int("discount_minor"),
    _text("code", optional=True),
    _text("hsn"),
    _text("batch"),
    _text("expires_on", optional=True),
    _text("gst_percent", optional=True),
    PrimaryKeyConstraint("bill_id", "line_no"),
)

bill_tenders = facts(
    "bill_tenders",
    _text("bill_id"),
    _int("tender_no"),
    _text("kind"),
    _int("amount_minor"),
    _int("given_minor"),
    PrimaryKeyConstraint("bill_id", "tender_no"),
)

tender_numbers = facts(
    "tender_numbers",
    _text("bill_id"),
    _int("tender_no"),
    _text("number"),
    PrimaryKeyConstraint("tenant_id", "bill_id", "tender_no"),
    Index("tender_numbers_by_number", "tenant_id", "number"),
)

claims = facts(
    "claims",
    _text("bill_id", key=True),
    _text("member_id"),
    _text("card_number"),
    _text("referrer_id", optional=True),
    _text("tier"),
    _int("claimed_at"),
    _text("staff"),
    _text("line_points"),
    _int("earned_points"),
    _int("bonus_points"),
    _int("referrer_points"),
    _int("balance_after"),
    _int("pending_after"),
)

activity = table(
    "activity",
    _text("bill_id", key=True),
    _text("member_id"),
    _int("at"),
    _int("spend_minor"),
    _int("points"),
    Index("activity_by_member", "member_id", "tenant_id", "at", "spend_minor", "points"),
)

held_bills = table(
    "held_bills",
    _text("held_id", key=True),
    _text("label"),
    _text("cart"),
    _text("member_id", optional=True),
    _int("held_at"),
)
