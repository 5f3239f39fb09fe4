"""The tables of the journal: what happened at each counter, sealed, and the keys that have had their effect."""

from __future__ import annotations

from sqlalchemy import PrimaryKeyConstraint

from app.persistence.columns import blob_column as _blob
from app.persistence.columns import int_column as _int
from app.persistence.columns import text_column as _text
from app.persistence.columns import till_index
from app.persistence.tables.declaring import facts, table

# Bodies are bytes: so is what is looked for, a key with the quotes of JSON around it.
_APPROVER = '"approved_by":"'
NAMES_APPROVER = f"instr(body, x'{_APPROVER.encode().hex()}') > 0"

effects = facts(
    "effects",
    _text("verb"),
    _text("key"),
    _text("result"),
    PrimaryKeyConstraint("tenant_id", "verb", "key"),
)

events = facts(
    "events",
    _text("counter_code"),
    _int("epoch"),
    _int("seq"),
    _text("event_id"),
    _text("kind"),
    _int("occurred_at"),
    _blob("previous_hash"),
    _blob("hash"),
    _blob("body"),
    PrimaryKeyConstraint("tenant_id", "counter_code", "epoch", "seq"),
    till_index("events_approved", "tenant_id", "occurred_at", where=NAMES_APPROVER),
)

counters = table(
    "counters",
    _text("counter_code"),
    _int("epoch"),
    _int("last_seq"),
    _blob("head_hash"),
    _int("last_ledger_no"),
    _int("latest_at"),
    _text("financial_year"),
    _int("last_bill_no"),
    PrimaryKeyConstraint("tenant_id", "counter_code"),
)
