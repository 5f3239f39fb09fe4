"""Told bills: what the server tells of a bill, of another counter's or of this one's that something came back of.

A bill that another counter sold is told whole: as it stands, with the entries it made and the rules it was sold by.
What came back of it is told of every bill. Source: docs/protocol.md, Pull.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.bill import Bill
from app.domain.entries import EntryKind
from app.domain.giving_back import GivenBack
from app.domain.ledger import Posting
from app.domain.program import Program
from app.domain.reversal import Refunded
from app.services import unsealed_bills, unsealing
from app.services.chain.forks import later_events
from app.services.plain import NotPlainError
from app.services.ports import ChainPoint, RefundRecord, UnitOfWork
from app.services.programs.program_codec import program_from_json, program_to_json
from app.services.records import bill_rows, entry_row, sealed_refund
from app.services.sales.counting import refunded_by
from app.services.strict_rows import rows_of, text_of

_REFUSED = "refused"  # the counter's own word: it stands beside what was told
NOT_OURS = 0  # the place in this counter's own ledger of what it did not post


@dataclass(frozen=True, slots=True)
class ToldRefund:
    """Something that came back. `taken` says how many points (hundredths, > 0) it took of which earning."""

    refund: RefundRecord
    taken: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Sold:
    """A bill with the entries it made, and the rules it was sold by."""

    bill: Bill
    postings: tuple[Posting, ...]
    program: Program


@dataclass(frozen=True, slots=True)
class ToldBill:
    """What is told of a bill. `sold` is None where only what came back of it was told.

    `refused` are refunds of this counter that the server took in and posted nothing of.
    """

    bill_id: str
    number: str
    refunds: tuple[ToldRefund, ...]
    sold: Sold | None
    refused: frozenset[str] = frozenset()

    @property
    def settled(self) -> frozenset[str]:
        """Refunds whose end is known: what this counter says of them itself counts no more."""
        return self.refused | {one.refund.refund_id for one in self.refunds}


def state_of(uow: UnitOfWork, bill: Bill) -> dict[str, Any]:
    """What came back of a bill, as the server tells it. Days are the program's: who is told goes by the instants."""
    calendar = rules_of(uow, bill).calendar
    refunds = [{**sealed_refund(one, calendar), "taken": _taken(uow, one)} for one in uow.bills.refunds(bill.bill_id)]
    return {"bill": bill.bill_id, "number": bill.number, "refunds": refunds}


def whole_state_of(uow: UnitOfWork, bill: Bill, program: Program) -> dict[str, Any]:
    """The same with the bill itself; `program` are the rules it was sold by, in words that whoever is told knows."""
    return {**state_of(uow, bill), "sold": _sold_state(uow, bill, program)}


def _taken(uow: UnitOfWork, refund: RefundRecord) -> dict[str, int]:
    entries = [one.entry for one in uow.ledger.by_cause(refund.refund_id) if one.entry.kind is EntryKind.REVERSE]
    return {one.corrects: -one.points for one in entries if one.corrects}


def _sold_state(uow: UnitOfWork, bill: Bill, program: Program) -> dict[str, Any]:
    return {
        **bill_rows(bill, program.calendar),
        "entries": [entry_row(one, program.calendar) for one in uow.ledger.by_cause(bill.bill_id)],
        "program": program_to_json(program),
    }


def told_bill_of(state: Any) -> ToldBill:
    """What was told. Raises NotPlainError on anything that is not exactly that."""
    if type(state) is not dict:
        raise NotPlainError("bill: expected an object.")
    sold = state.get("sold")
    return ToldBill(
        bill_id=text_of(state, "bill"),
        number=text_of(state, "number"),
        refunds=tuple(_refund_of(row) for row in rows_of(state, "refunds")),
        sold=None if sold is None else _sold_of(sold),
        refused=frozenset(rows_of(state, _REFUSED)),
    )


def _refund_of(row: Any) -> ToldRefund:
    taken = row.get("taken") if type(row) is dict else None
    if type(taken) is not dict or any(type(points) is not int for points in taken.values()):
        raise NotPlainError("bill.refunds: expected what each took.")
    return ToldRefund(unsealing.refund_of(row), taken)


def _sold_of(sold: Any) -> Sold:
    if type(sold) is not dict:
        raise NotPlainError("bill.sold: expected an object.")
    return Sold(
        bill=unsealed_bills.bill_of(sold),
        postings=tuple(Posting(NOT_OURS, entry, 0) for entry in unsealing.entries_of(sold)),
        program=program_from_json(text_of(sold, "program")),
    )


@dataclass(frozen=True, slots=True)
class KnownBill:
    """A bill that can come back here, whoever sold it, with everything that came back of it anywhere."""

    bill: Bill
    program: Program
    told: ToldBill | None
    is_ours: bool

    def refunded(self, uow: UnitOfWork) -> Refunded:
        return refunded_by(self.refunds(uow))

    def refunds(self, uow: UnitOfWork) -> list[RefundRecord]:
        """Everything that came back of it, anywhere."""
        told = self.told.refunds if self.told else ()
        return [*self._unsettled(uow), *(one.refund for one in told)]

    def given_back(self, uow: UnitOfWork) -> list[GivenBack]:
        """The money that went back of it, anywhere and in whichever way."""
        return [given for one in self.refunds(uow) for given in one.given]

    def postings(self, uow: UnitOfWork) -> Sequence[Posting]:
        """What the bill posted, in its order."""
        if self.is_ours or self.told is None or self.told.sold is None:
            return uow.ledger.by_cause(self.bill.bill_id)
        return self.told.sold.postings

    def reversed_of(self, uow: UnitOfWork, entry_id: str) -> int:
        """Points (hundredths, ≥ 0) that refunds anywhere took of one earning."""
        if self.told is None:
            return uow.ledger.reversed_of(entry_id)
        own = (_taken(uow, one).get(entry_id, 0) for one in self._unsettled(uow))
        return sum(own) + sum(one.taken.get(entry_id, 0) for one in self.told.refunds)

    def _unsettled(self, uow: UnitOfWork) -> list[RefundRecord]:
        """This counter's own refunds, as far as the server has not told what became of them."""
        settled = self.told.settled if self.told else frozenset[str]()
        return [one for one in uow.bills.refunds(self.bill.bill_id) if one.refund_id not in settled]


def known_bill(uow: UnitOfWork, bill_id: str) -> KnownBill | None:
    """A bill of this store, or one that the server told whole."""
    bill, told = uow.bills.get(bill_id), _told(uow, bill_id)
    if bill is not None:
        return KnownBill(bill, rules_of(uow, bill), told, is_ours=True)
    sold = told.sold if told else None
    return None if sold is None else KnownBill(sold.bill, sold.program, told, is_ours=False)


def rules_of(uow: UnitOfWork, bill: Bill) -> Program:
    """What it was sold by. A server that was restored may have lost them, and takes in only nobody's bills without:
    those move no points, whatever the rules.
    """
    programs = uow.programs
    if programs.has(bill.program_version):
        return programs.version(bill.program_version)
    return programs.in_force(bill.occurred_at) if programs.latest_version() else Program()


def known_by_number(uow: UnitOfWork, number: str) -> KnownBill | None:
    bill = uow.bills.by_number(number)
    bill_id = bill.bill_id if bill else uow.bills.told_by_number(number)
    return None if bill_id is None else known_bill(uow, bill_id)


def _told(uow: UnitOfWork, bill_id: str) -> ToldBill | None:
    found = uow.bills.told(bill_id)
    return None if found is None else told_bill_of(json.loads(found[0]))


@dataclass(frozen=True, slots=True)
class ToldState:
    """A bill as it was told, read once so that nothing is kept which cannot be; `position` is that of its change."""

    told: ToldBill
    state: Mapping[str, Any]
    position: int

    @classmethod
    def of(cls, state: Any, *, position: int) -> ToldState:
        """Raises NotPlainError."""
        return cls(told_bill_of(state), state, position)


def adopt_bill(uow: UnitOfWork, given: ToldState, *, after: ChainPoint) -> None:
    """Keep what was told as of a view that contains this counter's own events up to `after`; a later one stays.

    What the bill itself says stays where only what came back of it was told.
    """
    bill_id, found = given.told.bill_id, uow.bills.told(given.told.bill_id)
    if found is not None and found[1] > given.position:
        return
    later = (json.loads(event.body) for event in later_events(uow, after) if event.kind == "refund")
    waiting = {body["refund"]["refund_id"] for body in later}
    own = {one.refund_id for one in uow.bills.refunds(bill_id)}
    refused = sorted(own - waiting - given.told.settled)
    kept = {**(json.loads(found[0]) if found else {}), **given.state, _REFUSED: refused}
    text = json.dumps(kept, separators=(",", ":"), ensure_ascii=False)
    uow.bills.put_told(bill_id, number=given.told.number, position=given.position, facts=text)
