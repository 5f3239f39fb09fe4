"""The tables of staff: people a counter keeps itself, and how they and a chain's people are known at it."""

from __future__ import annotations

from sqlalchemy import PrimaryKeyConstraint

from app.persistence.columns import int_column as _int
from app.persistence.columns import text_column as _text
from app.persistence.tables.declaring import table

own_staff = table(
    "own_staff",
    _text("staff_id"),
    _text("name"),
    _text("role"),
    _int("is_active"),
    PrimaryKeyConstraint("tenant_id", "staff_id"),
)

staff_keys = table(
    "staff_keys",
    _text("staff_id"),
    _text("pin_hash"),
    _text("card_digest"),
    _int("failures"),
    _int("failed_at", optional=True),
    _int("failed_mono_ms", optional=True),
    PrimaryKeyConstraint("tenant_id", "staff_id"),
)
