"""The tables of who there is: a tenant's shops, people, other systems and counters."""

from __future__ import annotations

from sqlalchemy import Index, PrimaryKeyConstraint

from app.persistence.columns import blob_column as _blob
from app.persistence.columns import int_column as _int
from app.persistence.columns import text_column as _text
from server.databases.tables.declaring import facts, owned

profiles = owned(
    "profiles",
    _text("name"),
    _int("version"),
    _int("created_at"),
    PrimaryKeyConstraint("tenant_id"),
)

stores = owned(
    "stores",
    _text("store_id"),
    _text("name"),
    _text("status"),
    _int("version"),
    _int("created_at"),
    PrimaryKeyConstraint("tenant_id", "store_id"),
)

staff = owned(
    "staff",
    _text("staff_id"),
    _text("name"),
    _text("role"),
    _text("store_id", optional=True),
    _text("status"),
    _int("version"),
    _int("created_at"),
    _int("signed_in_at", optional=True),
    PrimaryKeyConstraint("tenant_id", "staff_id"),
)

clients = owned(
    "clients",
    _text("client_id"),
    _text("name"),
    _text("secret_hash"),
    _text("scopes"),
    _text("status"),
    _int("version"),
    _int("created_at"),
    PrimaryKeyConstraint("tenant_id", "client_id"),
)

devices = owned(
    "devices",
    _text("counter_code"),
    _text("store_id"),
    _text("client_id"),
    _blob("public_key"),
    _blob("next_key", optional=True),
    _int("next_key_at", optional=True),
    _text("status"),
    _int("epoch"),
    _int("joined_epoch"),
    _text("program"),
    _int("version"),
    _int("enrolled_at"),
    _int("last_seen_at"),
    _int("protocol"),
    _int("clock_offset_ms"),
    PrimaryKeyConstraint("tenant_id", "counter_code"),
    Index("devices_by_client", "tenant_id", "client_id", unique=True),
)

# Which block of the chain's card numbers is kept for which enrolment of a counter.
card_blocks = facts(
    "card_blocks",
    _text("client_id"),
    _int("number"),
    PrimaryKeyConstraint("tenant_id", "client_id"),
    Index("card_blocks_given", "tenant_id", "number", unique=True),
)
