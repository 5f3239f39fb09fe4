"""The tables of a server that runs: whose turn its jobs are, and what it has to say of itself."""

from __future__ import annotations

from sqlalchemy import PrimaryKeyConstraint

from app.persistence.columns import int_column as _int
from app.persistence.columns import text_column as _text
from server.databases.tables.declaring import owned

# Whose turn each job is, and how far it has come.
job_turns = owned(
    "job_turns",
    _text("job"),
    _text("holder"),
    _int("until"),
    _int("position"),
    PrimaryKeyConstraint("tenant_id", "job"),
)

alarms = owned(
    "alarms",
    _text("kind"),
    _text("subject"),
    _text("facts"),
    _int("raised_at"),
    _int("cleared_at", optional=True),
    PrimaryKeyConstraint("tenant_id", "kind", "subject", "raised_at"),
)
