"""The tables of members: who they are, their cards, the shop that enrolled them, and the tiers they have held."""

from __future__ import annotations

from sqlalchemy import Index, PrimaryKeyConstraint, text

from app.persistence.columns import blob_column as _blob
from app.persistence.columns import int_column as _int
from app.persistence.columns import text_column as _text
from app.persistence.tables.declaring import table

members = table(
    "members",
    _text("member_id", key=True),
    _text("name"),
    _text("name_key"),
    _blob("phone_sealed", optional=True),
    _blob("phone_index", optional=True),
    _blob("phone_last4_index", optional=True),
    _text("language"),
    _text("referrer_id", optional=True),
    _text("merged_into", optional=True),
    _text("first_tier"),
    _int("joined_at"),
    _blob("email_sealed", optional=True),
    _blob("birthday_sealed", optional=True),
    Index("members_by_name", "tenant_id", "name_key"),
    Index("members_by_phone", "tenant_id", "phone_index", sqlite_where=text("phone_index IS NOT NULL")),
    Index("members_by_last4", "tenant_id", "phone_last4_index", sqlite_where=text("phone_last4_index IS NOT NULL")),
    Index("members_by_referrer", "tenant_id", "referrer_id", "member_id", sqlite_where=text("referrer_id IS NOT NULL")),
    Index("members_merged", "tenant_id", "merged_into", sqlite_where=text("merged_into IS NOT NULL")),
    Index("members_by_joining", "tenant_id", "joined_at"),
    Index("members_by_birthday", "tenant_id", "birthday_sealed", sqlite_where=text("birthday_sealed IS NOT NULL")),
)

cards = table(
    "cards",
    _text("number"),
    _text("member_id"),
    _text("last4"),
    _text("status"),
    _int("issued_at"),
    _int("status_at"),
    PrimaryKeyConstraint("tenant_id", "number"),
    Index("cards_active", "member_id", unique=True, sqlite_where=text("status = 'ACTIVE'")),
    Index("cards_by_last4", "tenant_id", "last4"),
    Index("cards_by_member", "tenant_id", "member_id", "issued_at"),
)

homes = table(
    "homes",
    _text("member_id"),
    _text("store_id"),
    PrimaryKeyConstraint("tenant_id", "member_id"),
)

tier_changes = table(
    "tier_changes",
    _text("change_id", key=True),
    _text("member_id"),
    _text("from_tier"),
    _text("to_tier"),
    _text("kind"),
    _text("reason"),
    _int("points"),
    _int("spend_minor"),
    _int("orders"),
    _text("staff"),
    _int("occurred_at"),
    Index("tier_changes_by_member", "member_id"),
)

tier_holds = table(
    "tier_holds",
    _text("change_id", key=True),
    _int("until"),
)
