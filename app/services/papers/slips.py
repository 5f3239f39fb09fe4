"""Slips: what a member takes home of their points without a bill: the balance, or the latest movements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from app.domain.entries import EXTENSIONS, Entry, EntryKind
from app.domain.errors import Code, DomainError
from app.domain.ledger import Posting
from app.domain.lots import Account
from app.domain.member import Holder
from app.domain.point_words import PointWords
from app.services.desk import Desk
from app.services.members.holdings import holding, local
from app.services.papers import prints
from app.services.papers.print_jobs import PrintJob
from app.services.papers.receipts import Letterhead
from app.services.papers.slip_facts import MovementFacts, SlipFacts, StatementFacts
from app.services.ports import UnitOfWork

MOVEMENTS_MAX = 200


def claim(desk: Desk, document: str, member_id: str) -> PrintJob:
    """A job that states, when it is printed, what the member has then. Raises UNKNOWN_CARD."""
    with desk.store.writing() as uow:
        _holder(uow, member_id)
        return prints.claimed(desk, uow, document, member_id)


def name_of(uow: UnitOfWork, member_id: str) -> str:
    """Whose paper it is. Raises UNKNOWN_CARD."""
    return _holder(uow, member_id).member.name


def balance_slip(desk: Desk, member_id: str, letterhead: Letterhead) -> SlipFacts:
    """What a member has now. Raises UNKNOWN_CARD."""
    with desk.store.reading() as uow:
        holder, at = _holder(uow, member_id), desk.instant(uow.journal.head())
        account = uow.ledger.open_account(holder.member.member_id, in_debt=holder.member.debt > 0)
        program = uow.programs.in_force(at)
        return SlipFacts(
            shop=letterhead.shop,
            counter=letterhead.counter,
            printed_at=local(desk, at),
            currency_symbol=program.currency.symbol,
            currency_digits=program.currency.digits,
            point_words=PointWords.of(program),
            holder=holding(desk, uow, holder, account=account, at=at),
        )


def statement(desk: Desk, member_id: str, letterhead: Letterhead) -> StatementFacts:
    """A member's latest movements, at most MOVEMENTS_MAX, as far as this counter knows them. Raises UNKNOWN_CARD.

    A counter of a chain has its own entries and what the server told it; the balance is right either way, so the
    balance before the first movement shown is what those leave over.
    """
    with desk.store.reading() as uow:
        holder, at = _holder(uow, member_id), desk.instant(uow.journal.head())
        known = uow.ledger.of_member(holder.member.member_id), uow.shared.lines_of_member(holder.member.member_id)
        account = uow.ledger.full_account(holder.member.member_id)
        entries = [*_known(known), *_expired(holder, account, at)]
        shown = sorted(entries, key=lambda entry: entry.occurred_at)[-MOVEMENTS_MAX:]
        balance, program = account.available(at) + account.pending(at), uow.programs.in_force(at)
        return StatementFacts(
            shop=letterhead.shop,
            counter=letterhead.counter,
            printed_at=local(desk, at),
            currency_symbol=program.currency.symbol,
            currency_digits=program.currency.digits,
            point_words=PointWords.of(program),
            holder=holding(desk, uow, holder, account=account, at=at),
            opening=balance - sum(entry.points for entry in shown),
            movements=tuple(_movements(desk, uow, shown, balance)),
            is_whole=len(shown) == len(entries),
        )


def _holder(uow: UnitOfWork, member_id: str) -> Holder:
    """The member, or the one they were merged into."""
    if uow.members.by_id(member_id) is None:
        raise DomainError(Code.UNKNOWN_CARD, "That member is not in our list. Nothing was printed.")
    holder = uow.members.by_id(uow.members.holder_of_points(member_id))
    assert holder is not None, "points have a holder"
    return holder


def _known(sources: Iterable[Sequence[Posting]]) -> list[Entry]:
    """Every entry that moved points once, in the order it was written: what was told again stands where it stood."""
    entries = {posting.entry.entry_id: posting.entry for source in sources for posting in source}
    return [entry for entry in entries.values() if entry.kind not in EXTENSIONS]


def _expired(holder: Holder, account: Account, at: datetime) -> list[Entry]:
    """What has expired and is not posted yet, as it will be."""
    return [
        Entry(lot.lot_id, holder.member.member_id, EntryKind.EXPIRE, -lot.left, lot.expires_at, cause=lot.lot_id)
        for lot in account.lots.values()
        if lot.left and lot.expires_at and lot.is_expired(at)
    ]


def _movements(desk: Desk, uow: UnitOfWork, entries: Sequence[Entry], balance: int) -> list[MovementFacts]:
    """Each with the balance after it, counted back from the last."""
    causes = {entry.entry_id: entry.cause for entry in entries}
    numbers = _bill_numbers(uow, causes.values())
    movements = []
    for entry in reversed(entries):
        at, number = local(desk, entry.occurred_at), numbers.get(_bill_of(entry, causes), "")
        movements.append(MovementFacts(at, entry.kind, entry.points, balance, number, entry.reason or ""))
        balance -= entry.points
    return movements[::-1]


def _bill_of(entry: Entry, causes: Mapping[str, str]) -> str:
    """What a correction goes back on has the bill as its cause."""
    return causes.get(entry.corrects or "", entry.cause)


def _bill_numbers(uow: UnitOfWork, causes: Iterable[str]) -> dict[str, str]:
    bills = (uow.bills.get(cause) for cause in dict.fromkeys(causes))
    return {bill.bill_id: bill.number for bill in bills if bill}
