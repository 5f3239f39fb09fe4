"""The directory: tables that no tenant owns. Codes and tokens are kept blinded: the database alone lets nobody in."""

from __future__ import annotations

from sqlalchemy import Index

from app.persistence.columns import blob_column as _blob
from app.persistence.columns import int_column as _int
from app.persistence.columns import text_column as _text
from server.databases.tables.declaring import listed

# The secret a tenant's phones are sealed with, itself sealed with the server's; none where the tenant has a file.
tenants = listed(
    "tenants",
    _text("tenant_id", key=True),
    _blob("sealed_secret", optional=True),
)

# What the server signs tokens with, newest first in use.
signing_keys = listed(
    "signing_keys",
    _text("kid", key=True),
    _blob("sealed"),
    _blob("public"),
    _int("made_at"),
)

# Nonces and assertion ids that have been used: each counts once.
spent_marks = listed(
    "spent_marks",
    _blob("mark", key=True),
    _int("expires_at"),
    Index("spent_marks_expiring", "expires_at"),
)

pairings = listed(
    "pairings",
    _blob("device_code", key=True),
    _blob("user_code"),
    _blob("public_key"),
    _text("wished_code"),
    _text("program"),
    _int("chain_epoch"),
    _int("chain_last_seq"),
    _int("has_history"),
    _text("status"),
    _text("tenant_id", optional=True),
    _text("store_id", optional=True),
    _text("counter_code", optional=True),
    _text("client_id", optional=True),
    _int("epoch", optional=True),
    _int("expires_at"),
    _int("polled_at"),
    Index("pairings_by_user_code", "user_code", unique=True),
    Index("pairings_expiring", "expires_at"),
)

login_codes = listed(
    "login_codes",
    _blob("code", key=True),
    _text("tenant_id"),
    _text("staff_id"),
    _int("expires_at"),
    Index("login_codes_by_staff", "tenant_id", "staff_id"),
)

authorization_codes = listed(
    "authorization_codes",
    _blob("code", key=True),
    _text("tenant_id"),
    _text("staff_id"),
    _text("challenge"),
    _int("expires_at"),
    Index("authorization_codes_expiring", "expires_at"),
)

refresh_tokens = listed(
    "refresh_tokens",
    _blob("token", key=True),
    _text("family"),
    _text("tenant_id"),
    _text("staff_id"),
    _int("expires_at"),
    _int("used_at", optional=True),
    Index("refresh_tokens_by_family", "family"),
    Index("refresh_tokens_expiring", "expires_at"),
)
