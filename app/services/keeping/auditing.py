"""Auditing: what is stored held against what was sealed, each difference in words."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, TypeVar

from app.domain.bill import Bill
from app.domain.days import ShopCalendar
from app.domain.ledger import Posting
from app.domain.lots import EMPTY, Account
from app.services.journal import GENESIS_HASH, breaks, link_hash
from app.services.plain import to_plain
from app.services.ports import Event, Head, UnitOfWork
from app.services.records import bill_rows_of, entry_row, sealed_bill
from app.services.sales.claim_records import Claim, sealed_claim
from app.services.shifts.shift_figures import CLOSE
from app.services.shifts.shift_records import KeptReport

Fact = TypeVar("Fact")
Body = Mapping[str, Any]

NONSENSE = (ValueError, ArithmeticError, LookupError, AssertionError)  # what reading a forged row may end in


def chain_faults(events: Sequence[Event], head: Head) -> list[str]:
    """Where the events do not hold together, or end before the counter does."""
    faults = [fault for _, run in groupby(events, key=lambda event: event.epoch) for fault in breaks(list(run))]
    ends = [(event.seq, event.hash) for event in events if event.epoch == head.epoch]
    if (ends[-1] if ends else (0, GENESIS_HASH)) != (head.last_seq, head.head_hash):
        faults.append("the last event is not the one the counter remembers")
    return faults


def whole_bodies(events: Iterable[Event]) -> Iterator[Body]:
    """The bodies of the events that are as they were sealed."""
    for event in events:
        if link_hash(event.previous_hash, event.body) == event.hash:
            yield json.loads(event.body)


def compare_entries(
    stored: Iterator[Posting], bodies: Iterable[Body], calendar: ShopCalendar
) -> tuple[list[Posting], list[str]]:
    """The entries, and how they differ from the sealed ones."""
    postings, faults = _readable(stored, "entry", lambda posting: posting.order)
    sealed = {f"entry {row['ledger_no']}": row for body in bodies for row in body.get("entries", ())}
    found = {f"entry {posting.order}": entry_row(posting, calendar) for posting in postings}
    return postings, [*faults, *_differences(sealed, found)]


def bill_faults(stored: Iterator[Bill], bodies: Iterable[Body], calendar: ShopCalendar) -> list[str]:
    """How the bills, with their lines and tenders, differ from the sealed ones."""
    bills, faults = _readable(stored, "bill", lambda bill: bill.number)
    sealed = {f"bill {body['bill']['number']}": sealed_bill(body) for body in bodies if body["kind"] == "bill"}
    named = {f"bill {bill.number}": bill for bill in bills}
    found = {name: bill_rows_of(bill, sealed.get(name, {}), calendar) for name, bill in named.items()}
    return [*faults, *_differences(sealed, found)]


def claim_faults(stored: Iterable[Claim], bodies: Iterable[Body]) -> list[str]:
    """How the cards that came to bills later differ from the sealed ones."""
    claims = [body for body in bodies if body["kind"] == "claim"]
    parts = ("claim", "rules")
    sealed = {
        f"the card of bill {one['claim']['bill_id']}": {name: one[name] for name in parts if name in one}
        for one in claims
    }
    found = {f"the card of bill {claim.bill_id}": sealed_claim(claim) for claim in stored}
    return list(_differences(sealed, found))


def report_faults(kept: Iterable[KeptReport], bodies: Iterable[Body]) -> list[str]:
    """How the reports of shifts differ from the sealed ones."""
    sealed = {f"report {body['report']['shift_id']}": body["report"] for body in bodies if body["kind"] == CLOSE}
    found = {f"report {one.report.shift_id}": to_plain(one.report) for one in kept}
    return list(_differences(sealed, found))


def _readable(stored: Iterator[Fact], kind: str, name: Callable[[Fact], object]) -> tuple[list[Fact], list[str]]:
    """What is stored up to the first that makes no sense."""
    read: list[Fact] = []
    try:
        for fact in stored:
            read.append(fact)  # noqa: PERF402 - what was read before the fault is kept
    except NONSENSE as wrong:
        return read, [f"the {kind} after {name(read[-1]) if read else 'none'} makes no sense: {wrong}"]
    return read, []


def _differences(sealed: Mapping[str, Body], found: Mapping[str, Body]) -> Iterator[str]:
    yield from (f"{name} is missing" for name in sealed if name not in found)
    yield from (f"{name} stands in no sealed event" for name in found if name not in sealed)
    yield from (f"{name} is not what was sealed" for name in found if name in sealed and found[name] != sealed[name])


def running_faults(postings: Iterable[Posting]) -> list[str]:
    """Entries after which the balance is not the sum of their member's entries so far."""
    sums: Counter[str] = Counter()
    faults = []
    for posting in postings:
        sums[posting.entry.member_id] += posting.entry.points
        if posting.balance_after != sums[posting.entry.member_id]:
            faults.append(f"entry {posting.order}: the balance after it is not the sum of the entries")
    return faults


def projection_faults(uow: UnitOfWork, accounts: Mapping[str, Account]) -> list[str]:
    """Lots, uses and balances that are not what the entries make."""
    stored = dict(uow.ledger.accounts())
    faults = [
        f"member {member_id}: the stored lots differ from the entries"
        for member_id in sorted(accounts.keys() | stored.keys())
        if accounts.get(member_id, EMPTY) != stored.get(member_id, EMPTY)
    ]
    faults += [
        f"member {member_id}: the stored balance differs from the entries"
        for member_id in sorted(accounts)
        if _stored_balance(uow, member_id) != (accounts[member_id].balance, accounts[member_id].debt)
    ]
    if uow.ledger.outstanding() != sum(account.balance for account in accounts.values()):
        faults.append("the stored balances together differ from the entries")
    return faults


def _stored_balance(uow: UnitOfWork, member_id: str) -> tuple[int, int] | None:
    holder = uow.members.by_id(member_id)
    return None if holder is None else (holder.member.points, holder.member.debt)
