"""Dossiers: all that is known of a member, page by page, and who looked at what is private of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.domain.bill import Bill
from app.domain.entries import EXTENSIONS, EntryKind
from app.domain.ledger import Posting
from app.domain.lots import Lot
from app.domain.member import Card, Holder
from app.services.chain.outbox import START
from app.services.desk import Desk
from app.services.journal import record
from app.services.members.editing import known_member
from app.services.members.profiles import Profile, profile_in
from app.services.ports import Event, TierChange, UnitOfWork
from app.services.staff.roster import people
from app.services.tiers import tiering

PAGE: Final = 50  # movements shown at a time
REVEAL: Final = "reveal"


@dataclass(frozen=True, slots=True)
class Dossier:
    """A member at length. `brought` are whom they brought, one level, at most FOUND_MAX."""

    profile: Profile
    lots: Sequence[Lot]
    cards: Sequence[Card]
    tiers: Sequence[TierChange]
    brought: Sequence[Holder]


@dataclass(frozen=True, slots=True)
class Movement:
    """One entry as a person reads it. `is_sent` once the server has it; None at a counter that is alone.

    `bill_number` is empty where it is of no bill, or of another counter's; `counter` is where it was made, if known.
    """

    at: datetime
    kind: EntryKind
    points: int
    bill_number: str
    counter: str
    staff: str
    reason: str
    is_sent: bool | None


@dataclass(frozen=True, slots=True)
class Movements:
    """Newest first; `has_more` when there are older ones."""

    rows: Sequence[Movement]
    has_more: bool


@dataclass(frozen=True, slots=True)
class Revealed:
    """What is masked until somebody asks for it."""

    phone: str | None
    email: str | None


def dossier(desk: Desk, member_id: str) -> Dossier:
    """Raises UNKNOWN_CARD."""
    with desk.store.reading() as uow:
        head = uow.journal.head()
        holder = known_member(uow, member_id)
        account = uow.ledger.open_account(member_id, in_debt=holder.member.debt > 0)
        at = desk.instant(head)
        lots = [lot for lot in account.lots.values() if lot.left and not lot.is_expired(at)]
        return Dossier(
            profile=profile_in(desk, uow, holder, head),
            lots=sorted(lots, key=Lot.spending_order),
            cards=uow.members.cards_of(member_id)[::-1],
            tiers=tiering.history(uow, holder.member)[::-1],
            brought=uow.members.brought_by(member_id),
        )


def movements(desk: Desk, member_id: str, *, skip: int = 0) -> Movements:
    """A page of what moved, after the `skip` newest: this counter's entries and what the server told of others."""
    with desk.store.reading() as uow:
        wanted = skip + PAGE + 1
        here = uow.ledger.newest_of_member(member_id, limit=wanted)
        known = {posting.entry.entry_id for posting, _ in here}
        lines = uow.shared.lines_of_member(member_id)
        told = [(one, 0) for one in lines if one.entry.entry_id not in known and one.entry.kind not in EXTENSIONS]
        newest = sorted([*here, *told], key=lambda one: (one[0].entry.occurred_at, one[0].order), reverse=True)
        shown = newest[skip : skip + PAGE]
        return Movements(tuple(_rows(desk, uow, shown)), len(newest) > skip + PAGE)


def _rows(desk: Desk, uow: UnitOfWork, shown: Sequence[tuple[Posting, int]]) -> Sequence[Movement]:
    waiting, link = _first_unsent(uow), uow.links.get()
    names = {person.staff_id: person.name for person in people(uow)}
    causes = {posting.entry.entry_id: posting.entry.cause for posting, _ in shown}
    rows = []
    for posting, event_seq in shown:
        entry = posting.entry
        bill = _bill(uow, causes.get(entry.corrects or "", entry.cause), entry.cause)
        is_here, staff = event_seq > 0, entry.staff or (bill.staff if bill else "")
        rows.append(
            Movement(
                at=entry.occurred_at,
                kind=entry.kind,
                points=entry.points,
                bill_number=bill.number if bill else "",
                counter=desk.counter_code if is_here else "",
                staff=names.get(staff, staff),
                reason=entry.reason or "",
                is_sent=None if link is None else not is_here or _is_before(posting, event_seq, waiting),
            )
        )
    return rows


def _bill(uow: UnitOfWork, *causes: str) -> Bill | None:
    """What an entry goes back on has the bill as its cause, or a return that names it."""
    for cause in causes:
        refund = uow.bills.refund(cause)
        bill = uow.bills.get(refund.bill_id if refund else cause)
        if bill is not None:
            return bill
    return None


def _first_unsent(uow: UnitOfWork) -> Event | None:
    link = uow.links.get()
    return next(iter(uow.journal.after(link.acked if link else START, limit=1)), None)


def _is_before(posting: Posting, event_seq: int, waiting: Event | None) -> bool:
    """Events are sent in their order, and time never goes back in a chain."""
    if waiting is None:
        return True
    return (posting.entry.occurred_at, event_seq) < (waiting.occurred_at, waiting.seq)


def reveal(desk: Desk, member_id: str, *, staff: str) -> Revealed:
    """The whole phone number and e-mail, with a note in the journal of who looked."""
    member = looked_at(desk, member_id, "contacts", staff=staff).member
    return Revealed(member.phone, member.email)


def looked_at(desk: Desk, member_id: str, what: str, *, staff: str) -> Holder:
    """The member, with a note in the journal of who looked at what is private of them."""
    with desk.store.writing() as uow:
        head = uow.journal.head()
        holder = known_member(uow, member_id)
        body = {"member": member_id, "what": what, "staff": staff}
        record(desk, uow, head, kind=REVEAL, at=desk.instant(head), body=body)
    return holder
