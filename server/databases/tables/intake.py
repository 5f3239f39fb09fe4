"""The tables of what counters sent, and what became of it."""

from __future__ import annotations

from sqlalchemy import Index, PrimaryKeyConstraint

from app.persistence.columns import blob_column as _blob
from app.persistence.columns import int_column as _int
from app.persistence.columns import text_column as _text
from server.databases.tables.declaring import facts, owned

# What counters sent, byte for byte and sealed, in the order of their chains. `at` is the server's time of the event.
inbox = facts(
    "inbox",
    _text("counter_code"),
    _int("epoch"),
    _int("seq"),
    _text("event_id"),
    _text("kind"),
    _blob("previous_hash"),
    _blob("hash"),
    _blob("sealed"),
    _int("at"),
    _int("received_at"),
    _int("position"),
    PrimaryKeyConstraint("tenant_id", "counter_code", "epoch", "seq"),
    Index("inbox_by_position", "tenant_id", "position"),
)

# Where each chain of a counter stands here.
chains = owned(
    "chains",
    _text("counter_code"),
    _int("epoch"),
    _int("last_seq"),
    _blob("head_hash"),
    _int("at"),
    _int("received_at"),
    _int("is_history"),
    PrimaryKeyConstraint("tenant_id", "counter_code", "epoch"),
)

# What became of the events that were not simply posted.
outcomes = owned(
    "outcomes",
    _text("counter_code"),
    _int("epoch"),
    _int("seq"),
    _text("status"),
    _text("code", optional=True),
    _text("detail", optional=True),
    PrimaryKeyConstraint("tenant_id", "counter_code", "epoch", "seq"),
    Index("outcomes_by_status", "tenant_id", "status"),
)

# Members, cards and bills of events that wait: what depends on them waits behind.
held_subjects = owned(
    "held_subjects",
    _text("counter_code"),
    _text("subject"),
    _int("epoch"),
    _int("seq"),
    PrimaryKeyConstraint("tenant_id", "counter_code", "subject", "epoch", "seq"),
)

# What was edited of members and how it was merged, sealed, in the order of `place`: a member's history.
edits = facts(
    "edits",
    _text("member_id"),
    _text("place"),
    _text("counter_code"),
    _int("epoch"),
    _int("seq"),
    _int("position"),
    _int("at"),
    _text("staff"),
    _int("base", optional=True),
    _blob("sealed"),
    PrimaryKeyConstraint("tenant_id", "member_id", "place"),
)
