"""Printing's verbs: claim the next paper of something, and say how each try went, so that there is one original ever.

A job is SENDING from just before its first byte until the printer has said it is done. Whatever ends in between, a
cable or the power, leaves a job that may be on paper: it is doubted, and its successor is a copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.bill import TenderKind
from app.services.desk import Desk
from app.services.papers.print_jobs import PrintJob, PrintStatus
from app.services.ports import UnitOfWork

TRIES_MAX = 200  # at five minutes each, more than a night
DOUBTS_MAX = 3  # a printer that fails midway each time would print halves all night
QUEUE_MAX = 200
_DELAY_FIRST_S, _DELAY_MOST_S = 5, 300
_INTERRUPTED = "the counter stopped while this was being printed"
_UNPRINTED = (PrintStatus.WAITING, PrintStatus.STOPPED, PrintStatus.DROPPED)


def retry_delay_s(tries: int) -> int:
    """Seconds from a failed try to the next: doubling from 5, at most 300."""
    return min(_DELAY_MOST_S, _DELAY_FIRST_S << min(max(0, tries - 1), 8))


def claimed(desk: Desk, uow: UnitOfWork, document: str, subject_id: str) -> PrintJob:
    """What a person who asks for it gets: the job that has not been printed, or the next copy, counted."""
    jobs = [_without_doubt(uow, job) for job in uow.prints.of_subject(document, subject_id)]
    unprinted = next((job for job in jobs if job.status in _UNPRINTED), None)
    if unprinted is None:
        return _next_copy(desk, uow, document, subject_id)
    return _saved(uow, replace(unprinted, status=PrintStatus.WAITING))


def _without_doubt(uow: UnitOfWork, job: PrintJob) -> PrintJob:
    """Nobody else prints while somebody claims: a job still being sent was left behind."""
    if job.status is not PrintStatus.SENDING:
        return job
    return _saved(uow, replace(job, status=PrintStatus.DOUBTED, error=job.error or _INTERRUPTED))


def _next_copy(desk: Desk, uow: UnitOfWork, document: str, subject_id: str) -> PrintJob:
    copy = len(uow.prints.of_subject(document, subject_id))
    job = PrintJob(desk.ids.entity(), document, subject_id, copy, desk.instant(uow.journal.head()))
    uow.prints.add(job)
    return job


def _saved(uow: UnitOfWork, job: PrintJob) -> PrintJob:
    uow.prints.save(job)
    return job


def begin(desk: Desk, job: PrintJob) -> PrintJob:
    """The next byte may mark paper. From here on the job is printed, or doubted."""
    with desk.store.writing() as uow:
        return _saved(uow, replace(job, status=PrintStatus.SENDING))


def printed(desk: Desk, job: PrintJob) -> PrintJob:
    """The printer has said it is done."""
    with desk.store.writing() as uow:
        return _saved(uow, replace(job, status=PrintStatus.PRINTED, tries=job.tries + 1, error=None))


def failed(desk: Desk, job: PrintJob, *, reason: str) -> PrintJob:
    """Nothing is on paper: the same job is tried again, until it has been tried often enough."""
    tries = job.tries + 1
    status = PrintStatus.WAITING if tries < TRIES_MAX else PrintStatus.STOPPED
    with desk.store.writing() as uow:
        return _saved(uow, replace(job, status=status, tries=tries, error=reason))


def doubted(desk: Desk, job: PrintJob, *, reason: str) -> PrintJob:
    """Some of it may be on paper: a copy takes its place, which waits for a person once that has gone on too long."""
    with desk.store.writing() as uow:
        return _doubted(desk, uow, job, reason=reason)


def _doubted(desk: Desk, uow: UnitOfWork, job: PrintJob, *, reason: str) -> PrintJob:
    uow.prints.save(replace(job, status=PrintStatus.DOUBTED, tries=job.tries + 1, error=reason))
    doubts = sum(one.status is PrintStatus.DOUBTED for one in uow.prints.of_subject(job.document, job.subject_id))
    status = PrintStatus.WAITING if doubts < DOUBTS_MAX else PrintStatus.STOPPED
    copy = _next_copy(desk, uow, job.document, job.subject_id)
    return _saved(uow, replace(copy, status=status, tries=job.tries + 1, error=reason))


def recover(desk: Desk) -> int:
    """After a start: what was being printed when the counter stopped is doubted. Returns how many jobs that were."""
    with desk.store.reading() as uow:
        left = _sending(uow)
    if not left:
        return 0
    with desk.store.writing() as uow:
        for job in _sending(uow):
            _doubted(desk, uow, job, reason=_INTERRUPTED)
    return len(left)


def _sending(uow: UnitOfWork) -> list[PrintJob]:
    return [job for job in uow.prints.open(most=QUEUE_MAX) if job.status is PrintStatus.SENDING]


def queue(desk: Desk) -> Sequence[PrintJob]:
    """What is not on paper yet, oldest first, at most 200."""
    with desk.store.reading() as uow:
        return uow.prints.open(most=QUEUE_MAX)


def claim_job(desk: Desk, job_id: str) -> PrintJob | None:
    """A job of the queue that is to be printed now; None when it is not waiting any more."""
    return _become(desk, job_id, PrintStatus.WAITING)


def give_up(desk: Desk, job_id: str) -> PrintJob | None:
    """A job of the queue that is not to be printed any more; None when it is not waiting any more."""
    return _become(desk, job_id, PrintStatus.DROPPED)


def _become(desk: Desk, job_id: str, status: PrintStatus) -> PrintJob | None:
    with desk.store.writing() as uow:
        job = uow.prints.get(job_id)
        if job is None or job.status not in (PrintStatus.WAITING, PrintStatus.STOPPED):
            return None
        return _saved(uow, replace(job, status=status))


def took_cash(desk: Desk, bill_id: str) -> bool:
    """Whether the drawer is needed for a bill."""
    with desk.store.reading() as uow:
        bill = uow.bills.get(bill_id)
        return bill is not None and any(tender.kind is TenderKind.CASH for tender in bill.tenders)
