"""The tables of partners: who they are, and the vouchers they have to answer for."""

from __future__ import annotations

from sqlalchemy import Index, PrimaryKeyConstraint

from app.persistence.columns import blob_column as _blob
from app.persistence.columns import int_column as _int
from app.persistence.columns import text_column as _text
from server.databases.tables.declaring import owned

# Who gives what rewards of kind PARTNER promise; a reward names its partner by name. The token is sealed.
partners = owned(
    "partners",
    _text("partner_id"),
    _text("name"),
    _text("base_url"),
    _blob("sealed_token"),
    _int("is_enabled"),
    _int("version"),
    _int("created_at"),
    PrimaryKeyConstraint("tenant_id", "partner_id"),
    Index("partners_by_name", "tenant_id", "name", unique=True),
)

# Vouchers that a partner has to answer for. `is_held`: it may have given this one, and nobody else may use it.
partner_calls = owned(
    "partner_calls",
    _text("voucher_id"),
    _text("partner"),
    _int("attempts"),
    _int("next_at"),
    _int("is_held"),
    _text("review_id", optional=True),
    PrimaryKeyConstraint("tenant_id", "voucher_id"),
    Index("partner_calls_due", "tenant_id", "next_at"),
)
