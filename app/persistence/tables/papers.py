"""The table of papers: what waits to be printed, and what became of it."""

from __future__ import annotations

from sqlalchemy import Index, text

from app.persistence.columns import int_column as _int
from app.persistence.columns import text_column as _text
from app.persistence.tables.declaring import table

print_jobs = table(
    "print_jobs",
    _text("job_id", key=True),
    _text("document"),
    _text("subject_id"),
    _int("copy"),
    _text("status"),
    _int("tries"),
    _text("error", optional=True),
    _int("created_at"),
    Index("print_jobs_by_subject", "subject_id"),
    Index("print_jobs_open", "created_at", sqlite_where=text("status IN ('WAITING', 'SENDING', 'STOPPED')")),
)
