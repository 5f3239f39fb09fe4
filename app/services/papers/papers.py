"""Papers: what each kind of print job states, whatever it is of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.domain.codes import format_card_number
from app.services.desk import Desk
from app.services.members.members import CARD
from app.services.papers import prints, receipts, returned, shift_papers, slips, voucher_papers
from app.services.papers.print_jobs import PrintJob
from app.services.papers.receipt_facts import ReceiptFacts
from app.services.papers.receipts import Letterhead
from app.services.papers.slip_facts import PaperFacts
from app.services.ports import UnitOfWork
from app.services.rewards import giving_out
from app.services.sales.checkout import RECEIPT
from app.services.shifts.shifts import X_REPORT, Z_REPORT

SLIP, STATEMENT = "slip", "statement"  # print jobs of a member: each says what is so when it is printed
VOUCHER = giving_out.PAPER

Facts = ReceiptFacts | PaperFacts

_OF_JOB: dict[str, Callable[[Desk, PrintJob, Letterhead], Facts]] = {
    RECEIPT: receipts.facts,
    returned.RETURN: returned.facts,
    SLIP: lambda desk, job, letterhead: slips.balance_slip(desk, job.subject_id, letterhead),
    STATEMENT: lambda desk, job, letterhead: slips.statement(desk, job.subject_id, letterhead),
    Z_REPORT: shift_papers.z_report,
    X_REPORT: shift_papers.x_report,
    VOUCHER: voucher_papers.facts,
}
_OF_SHIFTS = (Z_REPORT, X_REPORT)
KINDS = frozenset(_OF_JOB)


def claim(desk: Desk, document: str, subject_id: str) -> PrintJob:
    """The next paper of this kind for a bill, a refund, a shift or a member; what there is none of is refused."""
    if document == RECEIPT:
        return receipts.claim(desk, subject_id)
    if document == returned.RETURN:
        return returned.claim(desk, subject_id)
    if document in _OF_SHIFTS:
        return shift_papers.claim(desk, document, subject_id)
    if document == VOUCHER:
        return voucher_papers.claim(desk, subject_id)
    return slips.claim(desk, document, subject_id)


def facts(desk: Desk, job: PrintJob, letterhead: Letterhead) -> Facts:
    """What the paper of a job states now. The job is of one of KINDS."""
    return replace(_OF_JOB[job.document](desk, job, letterhead), training=letterhead.training)


def waiting(desk: Desk) -> Sequence[tuple[PrintJob, str]]:
    """The print queue, each job with what a person knows its subject by: a bill's number, a member's name, a card's."""
    with desk.store.reading() as uow:
        return [(job, _subject(desk, uow, job)) for job in uow.prints.open(most=prints.QUEUE_MAX)]


def _subject(desk: Desk, uow: UnitOfWork, job: PrintJob) -> str:
    if job.document == CARD:
        return format_card_number(job.subject_id)
    if job.document == returned.RETURN:
        return returned.number_of(desk, uow, job.subject_id)
    if job.document == RECEIPT:
        return receipts.number_of(uow, job.subject_id)
    if job.document in _OF_SHIFTS:
        return shift_papers.name_of(uow, job)
    if job.document == VOUCHER:
        return voucher_papers.name_of(uow, job.subject_id)
    return slips.name_of(uow, job.subject_id)
