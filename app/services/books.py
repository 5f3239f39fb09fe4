"""The books: rebuild every projection from the facts, and verify that nobody has touched them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from app.domain.ledger import fold
from app.domain.lots import EMPTY, Account
from app.domain.tiers import Activity
from app.services.desk import Desk
from app.services.journal import GENESIS_HASH, breaks
from app.services.ports import BillActivity, Event, UnitOfWork
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
        postings = list(uow.ledger.all())
        faults = [f for _, run in groupby(events, key=lambda e: e.epoch) for f in breaks(list(run))]
        head = uow.journal.head()
        if _end_of(events, head.epoch) != (head.last_seq, head.head_hash):
            faults.append("the last event is not the one the counter remembers")
        sealed = [row for event in events for row in json.loads(event.body).get("entries", [])]
        faults += _compare_entries(sealed, [entry_row(p, desk.calendar) for p in postings])
        faults += _compare_accounts(fold(postings), dict(uow.ledger.accounts()))
    return Verdict(len(events), len(postings), tuple(faults))


def _end_of(events: Sequence[Event], epoch: int) -> tuple[int, bytes]:
    """Sequence number and hash of an epoch's last event; the chain's beginning when it has none yet."""
    of_epoch = [(event.seq, event.hash) for event in events if event.epoch == epoch]
    return of_epoch[-1] if of_epoch else (0, GENESIS_HASH)


def _compare_entries(sealed: list[Row], stored: list[Row]) -> list[str]:
    faults = [f"entry {a['ledger_no']} is not what was sealed" for a, b in zip(sealed, stored, strict=False) if a != b]
    if len(sealed) != len(stored):
        faults.append(f"{len(sealed)} entries were sealed, {len(stored)} are stored")
    return faults


def _compare_accounts(rebuilt: dict[str, Account], stored: dict[str, Account]) -> list[str]:
    return [
        f"member {member_id}: stored lots differ from the entries"
        for member_id in sorted(rebuilt.keys() | stored.keys())
        if rebuilt.get(member_id, EMPTY) != stored.get(member_id, EMPTY)
    ]
