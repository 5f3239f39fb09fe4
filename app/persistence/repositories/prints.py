"""The print queue: what is to be printed, written in the transaction that made it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, func, literal_column, select, update

from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables import print_jobs
from app.services.ports import PrintJob
from app.services.records import from_micros, to_micros

_WAITING, _PRINTED = "WAITING", "PRINTED"
# Spelt out, because the index of waiting jobs serves only a condition it can read.
_IS_WAITING = print_jobs.c.status == literal_column(f"'{_WAITING}'")

_ADD = adding(print_jobs)
_COPIES = Statement(
    select(func.count()).where(
        owned(print_jobs),
        print_jobs.c.subject_id == bindparam("of_subject"),
        print_jobs.c.document == bindparam("of_document"),
    )
)
_WAITING_OF = Statement(
    select(
        print_jobs.c.job_id,
        print_jobs.c.document,
        print_jobs.c.subject_id,
        print_jobs.c.copy,
        print_jobs.c.created_at,
    )
    .where(
        owned(print_jobs),
        _IS_WAITING,
        print_jobs.c.subject_id == bindparam("of_subject"),
        print_jobs.c.document == bindparam("of_document"),
    )
    .order_by(print_jobs.c.created_at, print_jobs.c.job_id)
    .limit(1)
)
_SETTLE = Statement(
    update(print_jobs)
    .where(owned(print_jobs), print_jobs.c.job_id == bindparam("of_job"))
    .values(
        status=bindparam("to_status"), error=bindparam("with_error"), tries=print_jobs.c.tries + literal_column("1")
    )
)


@dataclass(frozen=True, slots=True)
class SqlPrintQueue:
    scope: Scope

    def add(self, job: PrintJob) -> None:
        self.scope.change(_ADD, **_job_row(job))

    def copies(self, document: str, subject_id: str) -> int:
        count: int = self.scope.scalar(_COPIES, of_subject=subject_id, of_document=document)
        return count

    def waiting(self, document: str, subject_id: str) -> PrintJob | None:
        row = self.scope.row(_WAITING_OF, of_subject=subject_id, of_document=document)
        return None if row is None else _job(row)

    def settle(self, job_id: str, *, error: str | None) -> None:
        status = _PRINTED if error is None else _WAITING
        self.scope.change(_SETTLE, of_job=job_id, to_status=status, with_error=error)


def _job_row(job: PrintJob) -> dict[str, Any]:
    return {
        "job_id": job.job_id,
        "document": job.document,
        "subject_id": job.subject_id,
        "copy": job.copy,
        "status": _WAITING,
        "tries": 0,
        "error": None,
        "created_at": to_micros(job.created_at),
    }


def _job(row: Cells) -> PrintJob:
    job_id, document, subject_id, copy, created_at = row
    return PrintJob(job_id, document, subject_id, copy, from_micros(created_at))
