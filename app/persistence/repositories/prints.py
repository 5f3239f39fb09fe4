"""The print queue: what is to be printed, written in the transaction that made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, literal_column, select, update

from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.papers import print_jobs
from app.services.papers.print_jobs import PrintJob, PrintStatus
from app.services.records import from_micros, to_micros

# Spelt out, because the index of open jobs serves only a condition it can read.
_IS_OPEN = print_jobs.c.status.in_(
    [literal_column(f"'{status}'") for status in (PrintStatus.WAITING, PrintStatus.SENDING, PrintStatus.STOPPED)]
)
_JOB = select(
    print_jobs.c.job_id,
    print_jobs.c.document,
    print_jobs.c.subject_id,
    print_jobs.c.copy,
    print_jobs.c.created_at,
    print_jobs.c.status,
    print_jobs.c.tries,
    print_jobs.c.error,
)

_ADD = adding(print_jobs)
_ONE = Statement(_JOB.where(owned(print_jobs), print_jobs.c.job_id == bindparam("of_job")))
_OF_SUBJECT = Statement(
    _JOB.where(
        owned(print_jobs),
        print_jobs.c.subject_id == bindparam("of_subject"),
        print_jobs.c.document == bindparam("of_document"),
    ).order_by(print_jobs.c.copy, print_jobs.c.job_id)
)
_OPEN = Statement(
    _JOB.where(owned(print_jobs), _IS_OPEN)
    .order_by(print_jobs.c.created_at, print_jobs.c.job_id)
    .limit(bindparam("most"))
)
_SAVE = Statement(
    update(print_jobs)
    .where(owned(print_jobs), print_jobs.c.job_id == bindparam("of_job"))
    .values(status=bindparam("to_status"), tries=bindparam("to_tries"), error=bindparam("with_error"))
)


@dataclass(frozen=True, slots=True)
class SqlPrintQueue:
    scope: Scope

    def add(self, job: PrintJob) -> None:
        self.scope.change(_ADD, **_job_row(job))

    def get(self, job_id: str) -> PrintJob | None:
        row = self.scope.row(_ONE, of_job=job_id)
        return None if row is None else _job(row)

    def of_subject(self, document: str, subject_id: str) -> Sequence[PrintJob]:
        return [_job(row) for row in self.scope.rows(_OF_SUBJECT, of_subject=subject_id, of_document=document)]

    def open(self, *, most: int) -> Sequence[PrintJob]:
        return [_job(row) for row in self.scope.rows(_OPEN, most=most)]

    def save(self, job: PrintJob) -> None:
        self.scope.change(
            _SAVE, of_job=job.job_id, to_status=job.status.value, to_tries=job.tries, with_error=job.error
        )


def _job_row(job: PrintJob) -> dict[str, Any]:
    return {
        "job_id": job.job_id,
        "document": job.document,
        "subject_id": job.subject_id,
        "copy": job.copy,
        "status": job.status.value,
        "tries": job.tries,
        "error": job.error,
        "created_at": to_micros(job.created_at),
    }


def _job(row: Cells) -> PrintJob:
    job_id, document, subject_id, copy, created_at, status, tries, error = row
    return PrintJob(job_id, document, subject_id, copy, from_micros(created_at), PrintStatus(status), tries, error)
