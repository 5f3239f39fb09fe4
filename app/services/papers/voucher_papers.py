"""The paper of a voucher: what it is good for, until when, and the code that is scanned."""

from __future__ import annotations

from datetime import timedelta

from app.domain.point_words import PointWords
from app.domain.program import Program
from app.domain.vouchers import Voucher
from app.services.desk import Desk
from app.services.members.holdings import local
from app.services.papers import prints
from app.services.papers.print_jobs import PrintJob
from app.services.papers.receipts import Letterhead
from app.services.papers.slip_facts import VoucherFacts
from app.services.ports import UnitOfWork
from app.services.rewards.giving_out import PAPER
from app.services.rewards.voucher_rights import unknown
from app.services.sales.sale import current_member


def claim(desk: Desk, voucher_id: str) -> PrintJob:
    """The original's job while it has not been printed; after that a copy, counted. Raises UNKNOWN_VOUCHER."""
    with desk.store.writing() as uow:
        _stored(uow, voucher_id)
        return prints.claimed(desk, uow, PAPER, voucher_id)


def name_of(uow: UnitOfWork, voucher_id: str) -> str:
    """What a person knows the voucher by. Raises UNKNOWN_VOUCHER."""
    voucher = _stored(uow, voucher_id)
    return f"{voucher.reward.name}, {current_member(uow, voucher.member_id).name}"


def facts(desk: Desk, job: PrintJob, letterhead: Letterhead) -> VoucherFacts:
    """What the paper of a voucher states. Raises UNKNOWN_VOUCHER."""
    with desk.store.reading() as uow:
        voucher = _stored(uow, job.subject_id)
        program = uow.programs.in_force(desk.instant(uow.journal.head()))
        last = voucher.expires_at - timedelta(microseconds=1) if voucher.expires_at else None
        return VoucherFacts(
            shop=letterhead.shop,
            counter=letterhead.counter,
            printed_at=local(desk, voucher.issued_at),
            currency_symbol=program.currency.symbol,
            currency_digits=program.currency.digits,
            code=voucher.code,
            reward=voucher.reward.name,
            terms=voucher.reward.terms,
            value_minor=voucher.reward.value_minor,
            points_spent=voucher.cost,
            point_words=_words(uow, voucher, program),
            valid_until=desk.calendar.day_of(last) if last else None,
            holder_name=current_member(uow, voucher.member_id).name,
            copy_number=job.copy,
        )


def _words(uow: UnitOfWork, voucher: Voucher, now: Program) -> PointWords:
    """As its points were called when they were spent; as they are now, where those rules are not known here."""
    is_known = uow.programs.has(voucher.program_version)
    return PointWords.of(uow.programs.version(voucher.program_version) if is_known else now)


def _stored(uow: UnitOfWork, voucher_id: str) -> Voucher:
    record = uow.vouchers.get(voucher_id)
    if record is None or record.voucher is None:
        raise unknown()
    return record.voucher
