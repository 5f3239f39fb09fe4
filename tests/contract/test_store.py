"""The store: a unit of work happens wholly or not at all, one after another, for one tenant."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from psycopg.errors import UniqueViolation
from sqlalchemy import insert, select
from sqlcipher3.dbapi2 import IntegrityError

from app.domain.bill import Tender, TenderKind
from app.domain.cart import Cart, CartLine
from app.domain.days import INDIA
from app.domain.giving_back import GivenBack
from app.domain.lease import NO_LEASE
from app.domain.lots import EMPTY, Account, Lot, Use
from app.domain.member import CardStatus
from app.domain.program import Program
from app.domain.programmes import Programme, ProgrammeKind
from app.domain.rates import Rates
from app.domain.staff import Person, Role, Tries
from app.domain.tiers import Activity, Metrics, TierChangeKind
from app.persistence.columns import is_append_only
from app.persistence.tables.declaring import metadata
from app.persistence.tables.journal import effects
from app.persistence.uow import SqlStore, SqlUnitOfWork
from app.services.keeping.faults import StoreBusy, StoreFull, StoreReadOnly
from app.services.papers.print_jobs import PrintJob
from app.services.ports import BillActivity, ChainPoint, Colleague, Head, HeldBill, TierChange, Told, ToldStore
from app.services.programs.programme_records import KeptProgramme
from app.services.programs.rate_drafts import RateDraft
from app.services.records import bill_rows
from app.services.rewards.voucher_moves import issue
from app.services.staff.staff_records import StaffKey
from tests.contract import facts
from tests.contract.conftest import Opened, store_of
from tests.postgres import SeenThrough


class MishapError(Exception):
    """Something that goes wrong in the middle."""


def everything(engines: Opened) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, of all tenants."""
    with engines.reader.begin() as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
        }


def fail_halfway(store: SqlStore) -> None:
    with store.writing() as unit:
        fill(unit)
        raise MishapError


def fill(unit: SqlUnitOfWork) -> None:
    """At least one row in every table."""
    unit.members.add(facts.member(), facts.card())
    unit.ledger.append([facts.posting(1)], event_seq=1)
    lot = Lot("e0001", 1, 100, 60, facts.NOON, facts.NOON)
    unit.ledger.save_account("m1", EMPTY, Account({lot.lot_id: lot}, {("e2", None, None): Use("e2", None, 40)}))
    unit.bills.add(bill_rows(facts.bill(), INDIA))
    unit.bills.add_claim(facts.claim())
    unit.bills.add_refund(facts.refund(ways=(GivenBack(TenderKind.UPI, 28_42),)))
    unit.bills.add(bill_rows(facts.bill(2, tenders=(Tender(TenderKind.VOUCHER, 1, 1, "MV-17"),)), INDIA))
    unit.bills.put_told("far", number="B2/26-27/000007", position=7, facts="{}")
    unit.catalogue.put_all([facts.product()], with_batches=True)
    unit.activities.put(BillActivity("b0001", "m1", Activity(facts.NOON, 10, 20)))
    unit.rule_uses.put("b0001", [facts.used()])
    unit.homes.add("m1", "s1")
    unit.participations.put("m1", "winter", facts.NOON)
    change = TierChange(
        "t1", "m1", "Bronze", "Silver", TierChangeKind.UPGRADE, "bill", Metrics(1, 2, 3), "asha", facts.NOON
    )
    unit.tiers.add(change)
    unit.tiers.hold(change, facts.NOON)
    unit.programs.publish(Program(), staff="asha", at=facts.NOON)
    unit.programs.put_draft(RateDraft("asha", 1, Rates.of(Program())))
    unit.programs.put_case(facts.case())
    unit.programs.put_programme(KeptProgramme(Programme("fest", "Festival", ProgrammeKind.POINTS)))
    unit.held.put(HeldBill("h1", "blue bag", Cart((CartLine("1", "General", Decimal("1.5"), 5),)), "m1", facts.NOON))
    unit.effects.record("sale", "key", "b0001")
    unit.prints.add(PrintJob("j1", "receipt", "b0001", 0, facts.NOON))
    unit.journal.append(facts.event(1), facts.after(unit.journal.head(), facts.event(1)))
    facts.put(unit, facts.lease())
    unit.budgets.put(facts.share())
    unit.links.put(facts.link())
    unit.links.use_floor("m1", 7_00, at=ChainPoint(1, 1))
    unit.shared.put_told({"m1": Told(9, whole=True, points=5_00)})
    unit.shared.add_lines([facts.posting(1)])
    unit.shared.put_verdicts([facts.verdict()])
    unit.shared.put_review(facts.review())
    unit.shared.put_colleague(Colleague("s1", "Ravi", "senior", is_active=True))
    unit.stores.put_all([ToldStore("s1", "Main Road", is_open=True)])
    unit.staff.put(Person("asha", "Asha", Role.CASHIER))
    unit.staff.put_key(StaffKey("asha", "hash", "digest", Tries(1, facts.NOON, 7)))
    unit.shifts.open(facts.opening())
    unit.shifts.open(facts.opening("s2", 3))
    unit.shifts.close(facts.report())
    issue(unit, facts.voucher())
    issue(unit, facts.voucher())


def test_what_is_written_is_there_for_whoever_comes_next(store: SqlStore) -> None:
    with store.writing() as unit:
        unit.effects.record("sale", "key", "b0001")
    with store.reading() as unit:
        assert unit.effects.result("sale", "key") == "b0001"


def test_a_unit_that_fails_leaves_nothing(store: SqlStore, engines: Opened) -> None:
    before = everything(engines)
    with pytest.raises(MishapError):
        fail_halfway(store)
    assert everything(engines) == before


def test_filling_touches_every_table(store: SqlStore, engines: Opened) -> None:
    with store.writing() as unit:
        fill(unit)
    assert [name for name, rows in everything(engines).items() if not rows] == []


def test_a_reading_unit_cannot_write(store: SqlStore, engines: Opened) -> None:
    before = everything(engines)
    with pytest.raises(StoreReadOnly), store.reading() as unit:
        unit.effects.record("sale", "key", "b0001")
    assert everything(engines) == before


@pytest.mark.parametrize("kind", ["file", "postgres"])
def test_a_reading_unit_sees_one_moment(request: pytest.FixtureRequest, kind: str) -> None:
    store = store_of(request.getfixturevalue(f"{kind}_engines"), "shop")
    with store.reading() as reader:
        assert reader.effects.result("sale", "key") is None
        with store.writing() as writer:
            writer.effects.record("sale", "key", "b0001")
        assert reader.effects.result("sale", "key") is None
    with store.reading() as reader:
        assert reader.effects.result("sale", "key") == "b0001"


def test_writers_take_turns(store: SqlStore) -> None:
    def ring(_: int) -> None:
        with store.writing() as unit:
            head = unit.journal.head()
            link = facts.event(head.last_seq + 1)
            unit.journal.append(link, replace(facts.after(head, link), last_bill_no=head.last_bill_no + 1))

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(ring, range(40)))
    with store.reading() as unit:
        assert [one.seq for one in unit.journal.events()] == list(range(1, 41))
        assert unit.journal.head().last_bill_no == 40


@pytest.mark.parametrize("table", [table.name for table in metadata.sorted_tables if is_append_only(table)])
def test_facts_are_never_changed_or_removed(store: SqlStore, engines: Opened, table: str) -> None:
    with store.writing() as unit:
        fill(unit)
    before = everything(engines)
    for forbidden in (f"UPDATE {table} SET tenant_id = 'other'", f"DELETE FROM {table}", *otherwise(engines, table)):
        with pytest.raises(Exception, match=f"{table} is append-only"), engines.writer.begin() as connection:
            connection.exec_driver_sql(forbidden)
    assert everything(engines) == before


def otherwise(engines: Opened, table: str) -> list[str]:
    """Ways to change or remove rows that a kind of database has besides."""
    if isinstance(engines, SeenThrough):
        changed = "DO UPDATE SET tenant_id = 'other'"
        return [
            f"TRUNCATE {table}",
            f"INSERT INTO {table} SELECT * FROM {table} ON CONFLICT ON CONSTRAINT {table}_pkey {changed}",
        ]
    return [f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"]


def test_tenants_never_see_each_other(engines: Opened) -> None:
    ours, theirs = store_of(engines, "ours"), store_of(engines, "theirs")
    with theirs.writing() as unit:
        fill(unit)
    with ours.reading() as unit:
        assert seen(unit) == NOTHING
    with theirs.reading() as unit:
        assert not any(found == nothing for found, nothing in zip(seen(unit), NOTHING, strict=True))


def seen(unit: SqlUnitOfWork) -> list[object]:
    """The answer to every question about what `fill` wrote."""
    members, ledger, bills, journal = unit.members, unit.ledger, unit.bills, unit.journal
    return [
        members.by_card(facts.card().number),
        members.by_id("m1"),
        members.by_phone("+919876543210"),
        members.by_last_four("3210"),
        members.by_last_four(facts.card().number[-4:]),
        members.by_name("meena"),
        ledger.open_account("m1", in_debt=True),
        ledger.full_account("m1"),
        ledger.of_member("m1"),
        ledger.by_cause("b0001"),
        list(ledger.all()),
        list(ledger.accounts()),
        ledger.expired_lots(facts.later(1), limit=9),
        bills.get("b0001"),
        bills.by_number("A1/26-27/000001"),
        bills.last_of("m1"),
        bills.latest(),
        list(bills.all()),
        bills.refunds("b0001"),
        unit.activities.get("b0001"),
        unit.activities.of_member("m1"),
        unit.activities.count("m1", from_at=facts.NOON, until_at=facts.later(1)),
        unit.tiers.of_member("m1"),
        unit.tiers.held_until("t1"),
        unit.programs.latest_version(),
        unit.programs.programmes(),
        unit.held.all(),
        unit.effects.result("sale", "key"),
        unit.prints.of_subject("receipt", "b0001"),
        unit.prints.get("j1"),
        unit.prints.open(most=9),
        list(journal.events()),
        journal.head().last_seq,
        journal.hash_at(1, 1),
        journal.after(ChainPoint(1, 0), limit=9),
        journal.waiting(ChainPoint(1, 0)),
        members.cards_of("m1"),
        members.known_after("", limit=9),
        list(unit.activities.of_range("", "z", since=facts.NOON)),
        unit.activities.rows_of_member("m1"),
        unit.rule_uses.of_member("m1"),
        unit.homes.of("m1"),
        unit.homes.of_each(["m1"]),
        unit.participations.of_member("m1"),
        unit.activities.within("m1", from_at=facts.NOON, until_at=facts.later(1)),
        unit.rule_uses.all(),
        unit.rule_uses.drawn("m1", facts.used().day),
        unit.rule_uses.drawn("m1", facts.used().day, before="b0002"),
        unit.rule_uses.total("diwali"),
        unit.rule_uses.totals(),
        unit.rule_uses.totals_before("b0002"),
        unit.budgets.get("diwali", counter_code="A1", epoch=1).rights,
        unit.budgets.of_rule("diwali"),
        unit.budgets.of_counter("A1"),
        unit.leases.get("m1", counter_code="A1", epoch=1),
        unit.leases.of_member("m1"),
        unit.leases.of_counter("A1"),
        unit.links.get(),
        unit.links.floor_used("m1"),
        unit.shared.told("m1"),
        unit.shared.count(),
        unit.shared.lines_of_member("m1"),
        unit.shared.verdicts(),
        unit.shared.reviews(is_open=True),
        unit.stores.all(),
        unit.shifts.current("A1"),
        unit.shifts.last("A1"),
        unit.shifts.report("s1"),
        unit.shifts.latest("A1", most=9),
        unit.shifts.every(),
    ]


NOTHING: list[object] = [
    *(None, None, [], [], [], []),
    *(EMPTY, EMPTY, [], [], [], [], []),
    *(None, None, None, None, [], []),
    *(None, [], 0),
    *([], None, 0, [], [], None, [], None, []),
    *([], 0, None, [], 0),
    *([], [], [], [], [], None, {}, {}, Metrics(), [], {}, {}, 0, {}, {}, NO_LEASE, [], []),
    *(NO_LEASE, [], [], None, (0, 0)),
    *(None, 0, [], [], [], []),
    *(None, None, None, [], []),
]


def test_a_tenant_changes_nothing_of_another(engines: Opened) -> None:
    ours, theirs = store_of(engines, "ours"), store_of(engines, "theirs")
    with theirs.writing() as unit:
        fill(unit)
    with ours.writing() as unit:
        unit.homes.add("m1", "s9")
        unit.stores.put_all([ToldStore("s1", "Other", is_open=False)])
    before = everything(engines)
    with ours.writing() as unit:
        unit.members.set_card_status(facts.card().number, CardStatus.LOST, facts.NOON)
        unit.members.set_referrer("m1", "m9")
        unit.members.set_merged("m1", "m9")
        unit.members.set_tier("m1", "Gold")
        unit.ledger.save_balance("m1", points=1, debt=1)
        unit.ledger.move_account("m1", "m9")
        unit.ledger.clear_projections()
        unit.activities.remove("b0001")
        unit.activities.move("m1", "m9")
        unit.activities.clear()
        unit.activities.put_all({"m1": ()})
        unit.rule_uses.put("b0001", ())
        unit.rule_uses.put_all({"m1": ()})
        unit.rule_uses.move("m1", "m9")
        unit.homes.put_all({"m1": "s9"})
        unit.stores.put_all([ToldStore("s1", "Other", is_open=False)])
        unit.participations.put("m1", "winter", facts.later(-1))
        unit.participations.put_all({"m1": {}})
        unit.participations.move("m1", "m9")
        unit.rule_uses.clear()
        unit.tiers.put_all({"m1": ()})
        unit.ledger.put_accounts({"m1": EMPTY})
        unit.leases.settle("m1", NO_LEASE, counter_code="A1", epoch=1)
        unit.links.clear_floor(ChainPoint(9, 9))
        unit.prints.save(PrintJob("j1", "receipt", "b0001", 0, facts.NOON, tries=1))
        assert unit.held.take("h1") is None
    assert everything(engines) == before


def test_numbers_of_two_tenants_do_not_collide(engines: Opened) -> None:
    for tenant in ("ours", "theirs"):
        with store_of(engines, tenant).writing() as unit:
            unit.ledger.append([facts.posting(1)], event_seq=1)
            unit.bills.add(bill_rows(facts.bill(bill_id=tenant), INDIA))
            unit.effects.record("sale", "key", tenant)
    with store_of(engines, "ours").reading() as unit:
        assert unit.bills.by_number("A1/26-27/000001") == facts.bill(bill_id="ours")


def test_a_full_disk_is_said_and_nothing_is_saved(file_engines: Opened) -> None:
    store = store_of(file_engines, "shop")
    before = everything(file_engines)
    with file_engines.writer.begin() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreFull, match="Nothing was saved"), store.writing() as unit:
        unit.bills.add(bill_rows(facts.long_bill(lines=500), INDIA))
    assert everything(file_engines) == before
    with store.writing() as unit:  # on a connection of its own: nothing is left over from the failed one
        unit.bills.add(bill_rows(facts.bill(), INDIA))


def test_a_commit_that_fails_is_not_saved_and_not_witnessed(memory_engines: Opened) -> None:
    heard: list[Head] = []
    store = replace(store_of(memory_engines, "shop"), after_commit=heard.append)
    with memory_engines.writer.begin() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 0")
    with store.reading() as reader:
        assert reader.effects.result("sale", "key") is None  # holds the memory file open for reading
        with pytest.raises(StoreBusy, match="Nothing was saved"), store.writing() as unit:
            fill(unit)
    assert heard == []
    with store.reading() as reader:
        assert reader.effects.result("sale", "key") is None


def test_a_mistake_of_ours_is_not_taken_for_a_fault_of_the_world(store: SqlStore) -> None:
    with store.writing() as unit:
        unit.effects.record("sale", "key", "b0001")
    with pytest.raises((IntegrityError, UniqueViolation)), store.writing() as unit:
        unit.effects.record("sale", "key", "b0002")


def test_the_witness_hears_of_saved_events_only(store: SqlStore) -> None:
    heard: list[Head] = []
    store = replace(store, after_commit=heard.append)
    with suppress(MishapError):
        fail_halfway(store)
    with store.writing() as unit:
        unit.effects.record("sale", "key", "b0001")
    assert heard == []
    with store.writing() as unit:
        link = facts.event(1)
        unit.journal.append(link, facts.after(unit.journal.head(), link))
        assert heard == []
    with store.reading() as unit:
        assert heard == [unit.journal.head()]


def test_preparing_again_keeps_the_counter(store: SqlStore) -> None:
    with store.writing() as unit:
        link = facts.event(1)
        unit.journal.append(link, facts.after(unit.journal.head(), link))
    store.prepare()
    with store.reading() as unit:
        assert unit.journal.head().last_seq == 1


def test_another_tenants_rows_are_written_under_their_own_name(store: SqlStore, engines: Opened) -> None:
    with store.writing() as unit:
        fill(unit)
    assert {row[0] for rows in everything(engines).values() for row in rows} == {"shop"}
    with engines.writer.begin() as connection:
        connection.execute(insert(effects), {"tenant_id": "x", "verb": "sale", "key": "other", "result": "?"})
    with store.reading() as unit:
        assert unit.effects.result("sale", "other") is None
