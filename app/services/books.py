"""The books: rebuild every projection from the facts, and verify that nobody has touched them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from app.domain.ledger import Posting, fold
from app.domain.lots import EMPTY, Account
from app.domain.tiers import Activity
from app.services.desk import Desk
from app.services.journal import GENESIS_HASH, breaks, link_hash
from app.services.ports import BillActivity, Event, Head, UnitOfWork
from app.services.records import Row, entry_row


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verifying found, in words; nothing found means the books hold."""

    events: int
    entries: int
    faults: tuple[str, ...]

    @property
    def sound(self) -> bool:
        return not self.faults


def rebuild(desk: Desk) -> int:
    """Throw every projection away and make it again from entries and bills. Returns the entries read."""
    with desk.store.writing() as uow:
        postings = list(uow.ledger.all())
        accounts = fold(postings)
        uow.ledger.clear_projections()
        for member_id, account in accounts.items():
            uow.ledger.save_account(member_id, EMPTY, account)
            uow.ledger.save_balance(member_id, points=account.balance, debt=account.debt)
        _rebuild_activity(uow)
    return len(postings)


def _rebuild_activity(uow: UnitOfWork) -> None:
    uow.activities.clear()
    for bill in uow.bills.all():
        if bill.member_id is None:
            continue
        refunded = uow.bills.refunded(bill.bill_id)
        spend = bill.net_minor - refunded.total_minor
        if refunded.cancelled or (spend <= 0 and refunded.total_minor):
            continue
        taken = sum(one.posted_reversed_points for one in uow.bills.refunds(bill.bill_id))
        member_id = uow.members.holder_of_points(bill.member_id)
        activity = Activity(bill.occurred_at, spend, bill.earned_points - taken)
        uow.activities.put(BillActivity(bill.bill_id, member_id, activity))


def verify(desk: Desk) -> Verdict:
    """Check the chain, the entries against it, the running balances, and the projections against the entries."""
    with desk.store.reading() as uow:
        events = list(uow.journal.events())
        postings, faults = _readable(uow)
        faults += _compare_entries(_sealed_rows(events), [entry_row(p, desk.calendar) for p in postings])
        if not faults:  # what the entries should come to is only known while they are whole
            faults += [*_compare_running(postings), *_compare_projections(uow, fold(postings))]
        faults = [*_chain_faults(events, uow.journal.head()), *faults]
    return Verdict(len(events), len(postings), tuple(faults))


def _chain_faults(events: Sequence[Event], head: Head) -> list[str]:
    faults = [fault for _, run in groupby(events, key=lambda event: event.epoch) for fault in breaks(list(run))]
    ends = [(event.seq, event.hash) for event in events if event.epoch == head.epoch]
    if (ends[-1] if ends else (0, GENESIS_HASH)) != (head.last_seq, head.head_hash):
        faults.append("the last event is not the one the counter remembers")
    return faults


def _readable(uow: UnitOfWork) -> tuple[list[Posting], list[str]]:
    """The entries up to the first that makes no sense."""
    postings: list[Posting] = []
    try:
        for posting in uow.ledger.all():
            postings.append(posting)  # noqa: PERF402 - what was read before the fault is kept
    except (ValueError, AssertionError) as wrong:
        return postings, [f"the entry after {postings[-1].order if postings else 0} makes no sense: {wrong}"]
    return postings, []


def _sealed_rows(events: Sequence[Event]) -> list[Row]:
    """The entries of every event that is as it was sealed."""
    whole = (event for event in events if link_hash(event.previous_hash, event.body) == event.hash)
    return [row for event in whole for row in json.loads(event.body).get("entries", [])]


def _compare_entries(sealed: Sequence[Row], stored: Sequence[Row]) -> list[str]:
    wanted, found = ({row["ledger_no"]: row for row in rows} for rows in (sealed, stored))
    missing = (f"entry {number} is missing" for number in wanted if number not in found)
    added = (f"entry {number} stands in no sealed event" for number in found if number not in wanted)
    other = (
        f"entry {number} is not what was sealed"
        for number in found
        if found[number] != wanted.get(number, found[number])
    )
    return [*missing, *added, *other]


def _compare_running(postings: Sequence[Posting]) -> list[str]:
    sums: Counter[str] = Counter()
    faults = []
    for posting in postings:
        sums[posting.entry.member_id] += posting.entry.points
        if posting.balance_after != sums[posting.entry.member_id]:
            faults.append(f"entry {posting.order}: the balance after it is not the sum of the entries")
    return faults


def _compare_projections(uow: UnitOfWork, accounts: dict[str, Account]) -> list[str]:
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
