"""Reapplying: what a counter sealed after a backup was made, put into that backup again, event by event."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from app.domain.errors import DomainError
from app.domain.ledger import Posting
from app.services import unsealed_bills, unsealing
from app.services.chain.told_bills import known_bill
from app.services.desk import Desk
from app.services.intake import CannotTakeIn, Incoming, take_in
from app.services.intake.history import held_until
from app.services.intake.taking import Taking
from app.services.intake.vouchers import brought, spent
from app.services.journal import link_hash
from app.services.keeping.books import rebuild_in
from app.services.plain import NotPlainError, loads
from app.services.ports import Event, Head, TierChange, UnitOfWork
from app.services.posting import Page
from app.services.programs.program_codec import program_from_json
from app.services.programs.programme_records import KeptProgramme
from app.services.records import bill_rows_of, from_micros
from app.services.rewards.lapsing import Ending, come_back
from app.services.shifts.shift_figures import CLOSE, COUNT, MOVE, OPEN
from app.services.strict_rows import rows_of, text_of
from app.services.tiers import given_tiers, tiering

_MISFITS = (CannotTakeIn, NotPlainError, AssertionError, DomainError, KeyError, ValueError)


@dataclass(frozen=True, slots=True)
class Reapplied:
    """`left` are the events that could not be put in again, from the first that did not fit.

    `by_hand` are kinds of what is sealed without all that it changed: staff and products.
    """

    events: int = 0
    bills: int = 0
    by_hand: frozenset[str] = frozenset()
    left: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftBill:
    """A bill that was made and is not in the books any more."""

    number: str
    at: str
    net_minor: int


class _DoesNotFit(Exception):  # noqa: N818 - not an error: the events before it fit
    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


def reapply(desk: Desk, events: Sequence[Event]) -> Reapplied:
    """Put events in after the end of the chain that is here: all of them, or those before the first that does not fit.

    All of it is one unit of work, projections included. A counter of a chain gets none: its server tells it what
    became of its cards, and a new epoch begins.
    """
    with desk.store.reading() as uow:
        fitting = 0 if uow.links.get() is not None else len(events)
    while fitting:
        try:
            return _put_in(desk, events[:fitting], events[fitting:])
        except _DoesNotFit as misfit:
            fitting = misfit.at
    return Reapplied(left=tuple(events))


def bills_of(events: Sequence[Event]) -> Sequence[LeftBill]:
    """The bills that these events sealed, as far as they can be read."""
    bodies = (json.loads(event.body) for event in events if event.kind == "bill")
    rows = (body["bill"] for body in bodies)
    return [LeftBill(one["number"], from_micros(one["occurred_at"]).isoformat(), one["net_minor"]) for one in rows]


def _put_in(desk: Desk, events: Sequence[Event], left: Sequence[Event]) -> Reapplied:
    with desk.store.writing() as uow:
        head = uow.journal.head()
        for place, event in enumerate(events):
            try:
                head = _put(desk, uow, head, event)
            except _MISFITS as misfit:
                raise _DoesNotFit(place) from misfit
        rebuild_in(desk, uow)
    kinds = [event.kind for event in events]
    return Reapplied(len(kinds), kinds.count("bill"), BY_HAND.intersection(kinds), tuple(left))


def _put(desk: Desk, uow: UnitOfWork, head: Head, event: Event) -> Head:
    body = json.loads(event.body)
    assert (event.epoch, event.seq) == (head.epoch, head.last_seq + 1), "it is the next of this chain"
    assert event.previous_hash == head.head_hash, "it was sealed on what is here"
    assert event.hash == link_hash(event.previous_hash, event.body), "it is as it was sealed"
    _VERBS[event.kind](desk, uow, event, body)
    for row in rows_of(body, "tiers") if "tiers" in body else ():
        change = unsealing.tier_change_of(row)
        uow.tiers.add(change)
        uow.members.set_tier(change.member_id, change.to_tier)
        _hold(desk, uow, change, body)
    postings = _postings(body)
    uow.ledger.append(postings, event_seq=event.seq)
    after = _moved(head, event, body, postings)
    uow.journal.append(event, after)
    return after


def _hold(desk: Desk, uow: UnitOfWork, change: TierChange, body: Mapping[str, Any]) -> None:
    """When a tier ends that was set by hand for some time, or that a rule of a bill brought."""
    bill = uow.bills.get(change.change_id) if given_tiers.is_advance(change) else None
    if bill is not None:
        tiering.hold_advance(uow, change, uow.programs.version(bill.program_version))
    until = held_until(desk.calendar, body)
    if until is not None:
        uow.tiers.hold(change, until)


def _postings(body: Mapping[str, Any]) -> Sequence[Posting]:
    """The entries with their places in the ledger, as they were sealed."""
    if "entries" not in body:
        return ()
    pairs = zip(body["entries"], unsealing.entries_of(body), strict=True)
    return [Posting(row["ledger_no"], entry, row["balance_after"]) for row, entry in pairs]


def _moved(head: Head, event: Event, body: Mapping[str, Any], postings: Sequence[Posting]) -> Head:
    after = replace(
        head,
        last_seq=event.seq,
        head_hash=event.hash,
        last_ledger_no=head.last_ledger_no + len(postings),
        latest_at=max(event.occurred_at, head.latest_at),
    )
    if event.kind != "bill":
        return after
    _, year, running = body["bill"]["number"].split("/")
    return replace(after, financial_year=year, last_bill_no=int(running))


_Verb = Callable[[Desk, UnitOfWork, Event, Mapping[str, Any]], None]


def _bill(desk: Desk, uow: UnitOfWork, event: Event, body: Mapping[str, Any]) -> None:
    bill = unsealed_bills.bill_of(body)
    uow.bills.add(bill_rows_of(bill, body, desk.calendar))
    taking = _taking(desk, uow, event, body)
    spent(taking, bill)
    brought(taking, bill)


def _refund(_: Desk, uow: UnitOfWork, __: Event, body: Mapping[str, Any]) -> None:
    refund = unsealing.refund_of(body)
    uow.bills.add_refund(refund)
    known = known_bill(uow, refund.bill_id)
    assert known is not None, "what comes back was sold here"
    come_back(uow, known.bill, refund, known.refunded(uow), Ending())


def _claim(desk: Desk, uow: UnitOfWork, event: Event, body: Mapping[str, Any]) -> None:
    claim = unsealing.claim_of(body)
    uow.bills.add_claim(claim)
    bill = uow.bills.get(claim.bill_id)
    assert bill is not None, "a card came to a bill that was sold here"
    brought(_taking(desk, uow, event, body), bill)


def _program(desk: Desk, uow: UnitOfWork, event: Event, body: Mapping[str, Any]) -> None:
    program = program_from_json(text_of(body, "program"))
    uow.programs.publish(program, staff=text_of(body, "staff"), at=event.occurred_at)
    if "programme" in body:
        _programme(desk, uow, event, body)


def _programme(_: Desk, uow: UnitOfWork, __: Event, body: Mapping[str, Any]) -> None:
    uow.programs.put_programme(loads(KeptProgramme, text_of(body, "programme")))


def _as_history(desk: Desk, uow: UnitOfWork, event: Event, body: Mapping[str, Any]) -> None:
    """What moves no points is the same work as at a server."""
    take_in(Page.open(desk, uow), _incoming(event, body), keeps_facts=True)


def _taking(desk: Desk, uow: UnitOfWork, event: Event, body: Mapping[str, Any]) -> Taking:
    return Taking(Page.open(desk, uow), uow, _incoming(event, body), keeps_facts=True)


def _incoming(event: Event, body: Mapping[str, Any]) -> Incoming:
    return Incoming(event.kind, body, at=event.occurred_at, received_at=event.occurred_at, is_history=True)


def _nothing(_: Desk, __: UnitOfWork, ___: Event, ____: Mapping[str, Any]) -> None:
    """It stays in the chain; what it moved are its entries and tiers, or nothing."""


BY_HAND: Final = frozenset({"staff", "catalogue"})
_VERBS: Mapping[str, _Verb] = {
    "bill": _bill,
    "refund": _refund,
    "claim": _claim,
    "program": _program,
    "programme": _programme,
    **dict.fromkeys(("enrol", "referrer", "card", "replace", "edit", "participate", OPEN, CLOSE), _as_history),
    **dict.fromkeys(("adjust", "expire", "tier", "void", "reprint", "reveal", "review", MOVE, COUNT), _nothing),
    **dict.fromkeys(BY_HAND, _nothing),
}
