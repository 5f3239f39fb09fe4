"""The tables of what counters may do while they are on their own."""

from __future__ import annotations

from sqlalchemy import PrimaryKeyConstraint

from app.persistence.columns import int_column as _int
from app.persistence.columns import text_column as _text
from server.databases.tables.declaring import owned

# Rights a counter is asked to give back, because the card is at another one.
recalls = owned(
    "recalls",
    _text("counter_code"),
    _text("member_id"),
    _int("asked_at"),
    PrimaryKeyConstraint("tenant_id", "counter_code", "member_id"),
)

# What a store's counters may let cards overdraw while they cannot ask, in hundredths of points.
floors = owned(
    "floors",
    _text("store_id"),
    _int("card"),
    _int("counter"),
    PrimaryKeyConstraint("tenant_id", "store_id"),
)
