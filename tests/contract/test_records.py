"""The counter's other records: chain, effects, activity, tier history, programs, carts on hold, print jobs."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cart import BillDiscount, Cart, CartLine
from app.domain.program import Program
from app.domain.tiers import Activity, Metrics, TierChangeKind, metrics_at, window_start
from app.persistence.engine import open_memory
from app.persistence.uow import SqlStore, SqlUnitOfWork
from app.services.journal import GENESIS_HASH
from app.services.papers.print_jobs import PrintJob, PrintStatus
from app.services.ports import BillActivity, Event, HeldBill, TierChange
from tests.contract import facts
from tests.contract.conftest import store_of


def append(unit: SqlUnitOfWork, link: Event) -> None:
    unit.journal.append(link, facts.after(unit.journal.head(), link))


def test_a_new_counter_has_seen_nothing(store: SqlStore) -> None:
    with store.reading() as unit:
        head = unit.journal.head()
    assert (head.epoch, head.last_seq, head.head_hash, head.last_ledger_no, head.last_bill_no) == (
        1,
        0,
        GENESIS_HASH,
        0,
        0,
    )
    assert head.latest_at < facts.NOON


def test_the_chain_comes_back_byte_for_byte_with_its_head(store: SqlStore) -> None:
    links = [replace(facts.event(1), body=b'{"a": 1}'), replace(facts.event(2), body="₹ नमस्ते".encode())]
    with store.writing() as unit:
        for link in links:
            append(unit, link)
        moved = replace(unit.journal.head(), last_ledger_no=9, financial_year="26-27", last_bill_no=4)
        unit.journal.append(facts.event(3), replace(facts.after(moved, facts.event(3))))
    with store.reading() as unit:
        assert list(unit.journal.events()) == [*links, facts.event(3)]
        assert unit.journal.head() == facts.after(moved, facts.event(3))
        assert (unit.journal.hash_at(1, 2), unit.journal.hash_at(1, 4)) == (links[1].hash, None)


def test_a_place_in_the_chain_is_taken_once(store: SqlStore) -> None:
    with store.writing() as unit:
        append(unit, facts.event(1))
    with pytest.raises(Exception, match=r"UNIQUE|unique"), store.writing() as unit:
        append(unit, replace(facts.event(1), event_id="another"))


def test_a_new_epoch_starts_above_all_that_were_and_keeps_the_numbers(store: SqlStore) -> None:
    heard = []
    store = replace(store, after_commit=heard.append)
    with store.writing() as unit:
        link = facts.event(1)
        unit.journal.append(link, replace(facts.after(unit.journal.head(), link), last_bill_no=7, last_ledger_no=8))
    with store.writing() as unit:
        unit.journal.begin_epoch(above=4)
    with store.reading() as unit:
        head = unit.journal.head()
    assert (head.epoch, head.last_seq, head.head_hash) == (5, 0, GENESIS_HASH)
    assert (head.last_bill_no, head.last_ledger_no) == (7, 8)
    assert heard[-1] == head
    with store.writing() as unit:
        unit.journal.begin_epoch(above=1, numbered=(head.financial_year, 10))
        append(unit, facts.event(1, epoch=6))
    with store.reading() as unit:
        assert [(one.epoch, one.seq) for one in unit.journal.events()] == [(1, 1), (6, 1)]
        assert unit.journal.head().last_bill_no == 10, "numbers that may be on lost receipts are not given again"


def test_an_effect_is_known_by_verb_and_key(store: SqlStore) -> None:
    with store.writing() as unit:
        unit.effects.record("sale", "key", "b0001")
        unit.effects.record("adjust", "key", "a0001")
    with store.reading() as unit:
        effects = unit.effects
        assert [effects.result("sale", "key"), effects.result("adjust", "key")] == ["b0001", "a0001"]
        assert effects.result("sale", "other") is None


def activity(number: int, *, member_id: str = "m1", at: datetime | None = None, spend: int = 100_00) -> BillActivity:
    return BillActivity(f"b{number:04}", member_id, Activity(at or facts.later(number), spend, number))


def test_a_bills_activity_is_put_again_and_removed(store: SqlStore) -> None:
    with store.writing() as unit:
        unit.activities.put(activity(1))
        unit.activities.put(activity(1, spend=60_00))
        unit.activities.put(activity(2))
        unit.activities.remove("b0002")
    with store.reading() as unit:
        assert unit.activities.get("b0001") == activity(1, spend=60_00)
        assert unit.activities.get("b0002") is None
        assert unit.activities.of_member("m1") == [activity(1, spend=60_00).activity]


def test_a_members_activity_is_oldest_first_and_moves_with_a_merge(store: SqlStore) -> None:
    with store.writing() as unit:
        for one in (activity(3), activity(1), activity(2, member_id="m2")):
            unit.activities.put(one)
        unit.activities.move("m1", "m2")
    with store.reading() as unit:
        assert unit.activities.of_member("m1") == []
        assert unit.activities.of_member("m2") == [activity(n).activity for n in (1, 2, 3)]


def test_bills_are_counted_from_the_first_instant_until_before_the_last(store: SqlStore) -> None:
    first, following = facts.later(10), facts.later(20)
    moments = [first - timedelta(microseconds=1), first, following - timedelta(microseconds=1), following]
    with store.writing() as unit:
        for number, at in enumerate(moments):
            unit.activities.put(activity(number, at=at))
        assert unit.activities.count("m1", from_at=first, until_at=following) == 2
        worth = [activity(number).activity for number in (1, 2)]
        assert unit.activities.within("m1", from_at=first, until_at=following) == Metrics(
            sum(one.points for one in worth), sum(one.spend_minor for one in worth), 2
        )
        assert unit.activities.within("m1", from_at=following, until_at=first) == Metrics()
        unit.activities.clear()
        assert unit.activities.count("m1", from_at=first, until_at=following) == 0


@given(days_ago=st.lists(st.integers(0, 400)), window=st.integers(1, 380))
def test_metrics_are_those_of_the_domain(days_ago: list[int], window: int) -> None:
    bills = [activity(n, at=facts.NOON - timedelta(days=days), spend=n) for n, days in enumerate(days_ago)]
    engines = open_memory()
    with store_of(engines, "shop").writing() as unit:
        for one in bills:
            unit.activities.put(one)
        found = unit.activities.metrics("m1", since=window_start(facts.NOON, days=window))
    engines.dispose()
    assert found == metrics_at([one.activity for one in bills], facts.NOON, days=window)


def test_tier_history_is_oldest_first(store: SqlStore) -> None:
    def change(number: int, kind: TierChangeKind) -> TierChange:
        at = facts.later(number)
        return TierChange(f"t{number}", "m1", "Bronze", "Silver", kind, "bill", Metrics(1, 2, 3), "asha", at)

    changes = [change(1, TierChangeKind.UPGRADE), change(2, TierChangeKind.MANUAL)]
    with store.writing() as unit:
        for one in reversed(changes):
            unit.tiers.add(one)
    with store.reading() as unit:
        assert unit.tiers.of_member("m1") == changes
        assert unit.tiers.of_member("m2") == []


def publish(store: SqlStore, program: Program) -> None:
    with store.writing() as unit:
        unit.programs.publish(program, staff="asha", at=facts.NOON)


def test_the_program_in_force_is_the_latest_and_older_ones_stay(store: SqlStore) -> None:
    first, second = Program(version=1), Program(version=2, referral_percent=Decimal("0.5"))
    with store.reading() as unit:
        assert unit.programs.latest_version() == 0
    publish(store, first)
    publish(store, second)
    with store.reading() as unit:
        assert (unit.programs.in_force(facts.NOON), unit.programs.latest_version()) == (second, 2)
        assert unit.programs.version(1) == first


def test_a_version_that_was_undone_is_not_remembered(store: SqlStore) -> None:
    undone, kept = Program(version=1, enabled=False), Program(version=1, enabled=True)
    with suppress(ZeroDivisionError), store.writing() as unit:
        unit.programs.publish(undone, staff="asha", at=facts.NOON)
        assert unit.programs.in_force(facts.NOON) == undone
        raise ZeroDivisionError
    publish(store, kept)
    with store.reading() as unit:
        assert unit.programs.in_force(facts.NOON) == kept


def test_a_program_is_read_once(store: SqlStore) -> None:
    publish(store, Program())
    with store.reading() as unit:
        first = unit.programs.in_force(facts.NOON)
    with store.reading() as unit:
        assert unit.programs.in_force(facts.NOON) is first


def test_a_cart_on_hold_is_taken_once(store: SqlStore) -> None:
    cart = Cart(
        (CartLine("1", "General", Decimal("0.250"), 99, "Tea", voided=True),), BillDiscount(percent=Decimal("2.5"))
    )
    first = HeldBill("h2", "blue bag", cart, "m1", facts.later(1))
    second = HeldBill("h1", "", Cart(()), None, facts.later(2))
    with store.writing() as unit:
        unit.held.put(second)
        unit.held.put(first)
    with store.writing() as unit:
        assert unit.held.all() == [first, second]
        assert unit.held.take("h2") == first
        assert unit.held.take("h2") is None
        assert unit.held.all() == [second]


def test_a_print_job_is_kept_as_it_goes(store: SqlStore) -> None:
    first, second = (PrintJob(f"j{n}", "receipt", "b0001", n, facts.later(n)) for n in (1, 2))
    with store.writing() as unit:
        for job in (
            second,
            first,
            PrintJob("j0", "receipt", "b0002", 0, facts.NOON),
            PrintJob("j9", "slip", "b0001", 0, facts.NOON),
        ):
            unit.prints.add(job)
    failed = replace(first, tries=2, error="no paper")
    with store.writing() as unit:
        assert unit.prints.of_subject("receipt", "b0001") == [first, second]
        unit.prints.save(failed)
        assert unit.prints.get("j1") == failed
        assert unit.prints.of_subject("receipt", "b0001") == [failed, second]
        assert (unit.prints.get("j7"), unit.prints.of_subject("label", "b0001")) == (None, [])


def test_open_print_jobs_are_those_that_are_not_settled_oldest_first(store: SqlStore) -> None:
    jobs = [
        PrintJob(f"j{n}", "receipt", f"b{n}", 0, facts.later(9 - n), status) for n, status in enumerate(PrintStatus)
    ]
    with store.writing() as unit:
        for job in jobs:
            unit.prints.add(job)
    with store.reading() as unit:
        found = unit.prints.open(most=10)
        assert [job.status for job in found] == [PrintStatus.STOPPED, PrintStatus.SENDING, PrintStatus.WAITING]
        assert unit.prints.open(most=2) == found[:2]


def test_bills_of_a_range_of_members_are_those_since_an_instant(store: SqlStore) -> None:
    since = facts.later(10)
    with store.writing() as unit:
        for number, (member_id, minutes) in enumerate([("m1", 10), ("m1", 9), ("m2", 20), ("m3", 20)]):
            unit.activities.put(replace(activity(number, at=facts.later(minutes)), member_id=member_id))
        found = {(member_id, one.at) for member_id, one in unit.activities.of_range("m1", "m2", since=since)}
        assert found == {("m1", since), ("m2", facts.later(20))}
        assert [*unit.activities.of_range("m2", "m2", since=facts.later(21))] == []
