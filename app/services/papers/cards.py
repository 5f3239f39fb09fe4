"""Cards: claim the next print of one, each counted, each copy sealed with who asked for it; a list's, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.domain.codes import format_card_number, is_card_number
from app.domain.errors import Code, DomainError, invalid
from app.domain.member import CardStatus, Holder
from app.services.desk import Desk
from app.services.journal import record
from app.services.members import members
from app.services.members.members import CARD, Enrolment
from app.services.members.phones import normalised_phone
from app.services.papers import prints
from app.services.papers.print_jobs import PrintJob, PrintStatus
from app.services.ports import UnitOfWork

COUNTED_MAX: Final = 200  # cards of one unit of work, and of one event


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What a card says of its member."""

    number: str
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class Issued:
    """Whose card a row of a list asks for; `is_new` when they were enrolled for it."""

    number: str
    is_new: bool


def claim(desk: Desk, number: str, *, staff: str) -> PrintJob:
    """The first print of a card that was not printed yet, else the next copy; it waits in the queue."""
    with desk.store.writing() as uow:
        (job,) = _claimed(desk, uow, [number], staff=staff)
    return job


def count_printed(desk: Desk, numbers: Sequence[str], *, staff: str) -> list[PrintJob]:
    """These came out, all together: each is a first print or a copy. At most COUNTED_MAX."""
    assert len(numbers) <= COUNTED_MAX, "one event stays small"
    with desk.store.writing() as uow:
        jobs = [_out(job) for job in _claimed(desk, uow, numbers, staff=staff)]
        for job in jobs:
            uow.prints.save(job)
    return jobs


def _out(job: PrintJob) -> PrintJob:
    return replace(job, status=PrintStatus.PRINTED, tries=job.tries + 1, error=None)


def _claimed(desk: Desk, uow: UnitOfWork, numbers: Sequence[str], *, staff: str) -> list[PrintJob]:
    """Seals which copies were asked for that nobody had asked for before, and by whom."""
    for number in numbers:
        _facts(uow, number)
    known = {job.job_id for number in numbers for job in uow.prints.of_subject(CARD, number)}
    jobs = [prints.claimed(desk, uow, CARD, number) for number in numbers]
    copies = [{"card": job.subject_id, "copy": job.copy} for job in jobs if job.copy and job.job_id not in known]
    if copies:
        head = uow.journal.head()
        record(desk, uow, head, kind="reprint", at=desk.instant(head), body={"cards": copies, "staff": staff})
    return jobs


def facts(desk: Desk, numbers: Sequence[str]) -> list[CardFacts]:
    """What these cards say. Refused where one of them does not work."""
    with desk.store.reading() as uow:
        return [_facts(uow, number) for number in numbers]


def _facts(uow: UnitOfWork, number: str) -> CardFacts:
    holder = members.required(uow, number)
    if not holder.is_active:
        raise DomainError(
            Code.CARD_INACTIVE,
            f"Card {format_card_number(number)} does not work any more. It was not printed; give the member a new one.",
        )
    return CardFacts(number, holder.member.name, holder.member.language)


def find_or_enrol(desk: Desk, wanted: Enrolment, *, staff: str) -> Issued:
    """The card of whoever has this phone; who is new is enrolled. A second time it finds who was enrolled the first.

    Refused where the phone's member has no card that works, or another one than `wanted` says.
    """
    phone = normalised_phone(wanted.phone)
    if phone is None:
        raise invalid("The phone is missing. Nobody was enrolled.")
    known = members.find_phone(desk, phone)
    if known:
        return Issued(_number_of(known, wanted.card_number), is_new=False)
    holder = members.enrol(desk, wanted, staff=staff)
    assert holder.card is not None, "who is enrolled has a card"
    return Issued(holder.card.number, is_new=True)


def _number_of(known: Sequence[Holder], wanted: str | None) -> str:
    cards = [one.card for one in known if one.card is not None and one.card.status is CardStatus.ACTIVE]
    name = known[0].member.name
    if not cards:
        raise DomainError(Code.CARD_INACTIVE, f"{name} has no card that works. Give them a new one first.")
    if wanted is None or wanted in (card.number for card in cards):
        return wanted or cards[0].number
    typed = format_card_number(wanted) if is_card_number(wanted) else "a mistyped number"
    raise DomainError(
        Code.DUPLICATE,
        f"The phone is {name}'s, whose card is {format_card_number(cards[0].number)}, not {typed}. It was not printed.",
    )
