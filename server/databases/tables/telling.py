"""The tables of what counters are told, and of whom."""

from __future__ import annotations

from sqlalchemy import Index, PrimaryKeyConstraint

from app.persistence.columns import int_column as _int
from app.persistence.columns import text_column as _text
from server.databases.tables.declaring import owned

# A subject's last change; `counter_code` is empty where it concerns every counter.
feed = owned(
    "feed",
    _text("topic"),
    _text("subject"),
    _text("counter_code"),
    _int("position"),
    PrimaryKeyConstraint("tenant_id", "topic", "subject", "counter_code"),
    Index("feed_by_position", "tenant_id", "position"),
)

# Members known at a store: they travel there whole. `position` is since when.
acquaintances = owned(
    "acquaintances",
    _text("store_id"),
    _text("member_id"),
    _int("position"),
    _int("seen_at"),
    PrimaryKeyConstraint("tenant_id", "store_id", "member_id"),
)
