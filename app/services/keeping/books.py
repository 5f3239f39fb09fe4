"""The books: rebuild every projection from the facts, and verify that nobody has touched them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from app.domain.bill import Bill
from app.domain.ledger import fold
from app.domain.lots import EMPTY
from app.domain.tiers import Activity
from app.services.authority import is_led, refuse_in_chain
from app.services.desk import Desk
from app.services.keeping import auditing
from app.services.ports import BillActivity, UnitOfWork, UsedRule
from app.services.rewards import voucher_moves
from app.services.sales.claim_records import claimed
from app.services.sales.counting import used_rules


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
    """Throw every projection away and make it again from entries and bills. Returns the entries read.

    A counter of a chain has only its own entries, and what the server told stands on more: there it is refused.
    """
    with desk.store.writing() as uow:
        refuse_in_chain(uow, "balances are made again")
        return rebuild_in(desk, uow)


def rebuild_in(desk: Desk, uow: UnitOfWork) -> int:
    """The same inside a unit of work, where every entry there is stands here."""
    postings = list(uow.ledger.all())
    accounts = fold(postings)
    uow.ledger.clear_projections()
    for member_id, account in accounts.items():
        uow.ledger.save_account(member_id, EMPTY, account)
        uow.ledger.save_balance(member_id, points=account.balance, debt=account.debt)
    _rebuild_activity(desk, uow)
    voucher_moves.rebuild(uow)
    return len(postings)


def _rebuild_activity(desk: Desk, uow: UnitOfWork) -> None:
    uow.activities.clear()
    uow.rule_uses.clear()
    for bill, kept_minor in _kept_bills(uow):
        taken = sum(one.posted_reversed_points for one in uow.bills.refunds(bill.bill_id))
        member_id = _holder(uow, bill)
        activity = Activity(bill.occurred_at, kept_minor, bill.earned_points - taken)
        uow.activities.put(BillActivity(bill.bill_id, member_id, activity))
        if bill.rules:
            uow.rule_uses.put(bill.bill_id, used_rules(desk, bill, member_id, kept_minor))


def _kept_bills(uow: UnitOfWork) -> Iterator[tuple[Bill, int]]:
    """The bills of members that were not undone, with the money that is kept of each."""
    late = {claim.bill_id: claim for claim in uow.bills.claims()}
    for sealed in uow.bills.all():
        bill = claimed(sealed, late[sealed.bill_id]) if sealed.bill_id in late else sealed
        if bill.member_id is None:
            continue
        refunded = uow.bills.refunded(bill.bill_id)
        if not refunded.is_all_of(bill.net_minor):
            yield bill, bill.net_minor - refunded.total_minor


def _holder(uow: UnitOfWork, bill: Bill) -> str:
    assert bill.member_id is not None, "a bill of a member"
    return uow.members.holder_of_points(bill.member_id)


def _rule_faults(desk: Desk, uow: UnitOfWork) -> list[str]:
    """Rules whose stored uses are not what the bills brought."""
    kept = (used_rules(desk, bill, _holder(uow, bill), minor) for bill, minor in _kept_bills(uow) if bill.rules)
    made, stored = {one for uses in kept for one in uses}, set(uow.rule_uses.all())
    sums = {rule_id: (uses, points) for rule_id, uses, points in _sums(made)}
    wrong = {one.rule_id for one in made ^ stored}
    wrong |= {rule_id for rule_id, _ in sums.items() ^ uow.rule_uses.totals().items()}
    return [f"rule {rule_id}: what it brought differs from the bills" for rule_id in sorted(wrong)]


def _sums(uses: Iterable[UsedRule]) -> Iterator[tuple[str, int, int]]:
    by_rule: dict[str, list[int]] = {}
    for one in uses:
        by_rule.setdefault(one.rule_id, []).append(one.points)
    return ((rule_id, len(points), sum(points)) for rule_id, points in by_rule.items())


Elsewhere = Callable[[UnitOfWork], Iterable[auditing.Body]]


def _nowhere(_: UnitOfWork) -> Iterable[auditing.Body]:
    """A counter's bills all stand in its own chain."""
    return ()


def verify(desk: Desk, elsewhere: Elsewhere = _nowhere) -> Verdict:
    """Check the chain, bills and entries against it, the running balances, and the projections against the entries.

    In a chain balances come from more entries than this counter's: reconciling with the server checks those.
    `elsewhere` are bodies of bills that other counters sealed and this store took in.
    """
    with desk.store.reading() as uow:
        events = list(uow.journal.events())
        bodies = list(auditing.whole_bodies(events))
        postings, faults = auditing.compare_entries(uow.ledger.all(), bodies, desk.calendar)
        if not faults and not is_led(uow):  # what they should come to is known only while all are here, and whole
            faults = [*auditing.running_faults(postings), *auditing.projection_faults(uow, fold(postings))]
            faults += voucher_moves.faults(uow)
        sealed = [*bodies, *elsewhere(uow)]
        faults += auditing.bill_faults(uow.bills.all(), sealed, desk.calendar)
        faults += auditing.claim_faults(uow.bills.claims(), sealed)
        faults += auditing.report_faults(uow.shifts.every(), sealed)
        if not faults and not is_led(uow):
            faults += _rule_faults(desk, uow)
        faults = [*auditing.chain_faults(events, uow.journal.head()), *faults]
    return Verdict(len(events), len(postings), tuple(faults))
