"""The tables of a chain: what a counter knows of its server, and the leases both keep."""

from __future__ import annotations

from sqlalchemy import Index, PrimaryKeyConstraint, text

from app.persistence.columns import blob_column as _blob
from app.persistence.columns import int_column as _int
from app.persistence.columns import text_column as _text
from app.persistence.tables.declaring import table

leases = table(
    "leases",
    _text("member_id"),
    _text("counter_code"),
    _int("epoch"),
    _int("granted"),
    _int("spent"),
    _int("returned"),
    _int("written_off"),
    _int("usable_until", optional=True),
    _int("granted_at"),
    PrimaryKeyConstraint("tenant_id", "member_id", "counter_code", "epoch"),
    Index("leases_by_counter", "tenant_id", "counter_code", "member_id", "epoch"),
)

links = table(
    "links",
    _text("server_url"),
    _text("server_tenant_id"),
    _text("store_id"),
    _text("store_name"),
    _text("client_id"),
    _text("audience"),
    _blob("private_key"),
    _text("bond"),
    _int("position"),
    _int("acked_epoch"),
    _int("acked_seq"),
    _int("told_epoch"),
    _int("told_seq"),
    _int("leases_since"),
    _int("contact_at", optional=True),
    _int("contact_clock_at", optional=True),
    _int("offset_ms", optional=True),
    _int("floor_card"),
    _int("floor_counter"),
    _blob("server_key", optional=True),
    _int("seen", optional=True),
    _int("card_block", optional=True),
    _blob("card_key", optional=True),
    _int("protocol", optional=True),
    _blob("next_key", optional=True),
    _blob("former_key", optional=True),
    _int("key_since", optional=True),
    PrimaryKeyConstraint("tenant_id"),
)

floor_spends = table(
    "floor_spends",
    _text("member_id"),
    _int("epoch"),
    _int("seq"),
    _int("points"),
    PrimaryKeyConstraint("tenant_id", "epoch", "seq", "member_id"),
)

told_members = table(
    "told_members",
    _text("member_id"),
    _int("position"),
    _int("whole"),
    _int("points"),
    PrimaryKeyConstraint("tenant_id", "member_id"),
)

told_bills = table(
    "told_bills",
    _text("bill_id"),
    _text("number"),
    _int("position"),
    _text("facts"),
    PrimaryKeyConstraint("tenant_id", "bill_id"),
    Index("told_bills_by_number", "tenant_id", "number"),
)

ledger_lines = table(
    "ledger_lines",
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
    PrimaryKeyConstraint("tenant_id", "ledger_no"),
    Index("ledger_lines_by_member", "tenant_id", "member_id", "ledger_no"),
)

verdicts = table(
    "verdicts",
    _int("epoch"),
    _int("seq"),
    _text("status"),
    _text("code", optional=True),
    _text("detail", optional=True),
    PrimaryKeyConstraint("tenant_id", "epoch", "seq"),
)

told_staff = table(
    "told_staff",
    _text("staff_id"),
    _text("name"),
    _text("role"),
    _int("is_active"),
    PrimaryKeyConstraint("tenant_id", "staff_id"),
)

told_stores = table(
    "told_stores",
    _text("store_id"),
    _text("name"),
    _int("is_open"),
    PrimaryKeyConstraint("tenant_id", "store_id"),
)

reviews = table(
    "reviews",
    _text("review_id"),
    _text("kind"),
    _text("facts"),
    _int("raised_at"),
    _int("settled_at", optional=True),
    _text("choice", optional=True),
    _text("staff", optional=True),
    PrimaryKeyConstraint("tenant_id", "review_id"),
    Index("reviews_open", "tenant_id", "raised_at", sqlite_where=text("settled_at IS NULL")),
)
