"""What was sealed after a backup, put into it again: the same books to the last row, or none of what does not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.drives import Drive
from app.domain.member import CardStatus
from app.domain.programmes import Programme
from app.domain.rules import DecisionRule
from app.domain.shift import CashCount, MoveKind, Pieces
from app.domain.staff import Role
from app.domain.tier_advance import TierAdvance
from app.persistence.engine import open_memory
from app.persistence.keys import KeySource, StoreKeys
from app.persistence.sealed import FieldSealer
from app.persistence.uow import SqlStore
from app.scenario.world import ScenarioClock, SequentialIds
from app.services.campaigns import drives
from app.services.desk import Desk
from app.services.journal import canonical, link_hash
from app.services.keeping import books
from app.services.keeping.reapplying import Reapplied, bills_of, reapply
from app.services.members import card_status, editing, members, merging, sweeps
from app.services.ports import Event
from app.services.programs import programmes
from app.services.records import from_micros
from app.services.sales import carts
from app.services.sales.claims import claim_points
from app.services.shifts import shifts
from app.services.staff import staff
from tests.contract import facts
from tests.desks import STAFF, Shop, Tables, cart, changed, shop_on

SECRET = bytes(32)
# What is no fact of the books: keys of what was done, papers that wait, and what is sealed without its whole.
APART = {"effects", "print_jobs", "held_bills", "own_staff", "staff_keys", "products", "batches"}


@pytest.fixture
def until_now() -> Iterator[Shop]:
    """The counter, with a history of nearly everything that a counter on its own seals."""
    engines = open_memory()
    try:
        shop = shop_on(engines, "shop", secret=SECRET)
        _live(shop)
        yield shop
    finally:
        engines.dispose()


@pytest.fixture
def backup() -> Iterator[Shop]:
    """A copy that was made before anything had happened."""
    engines = open_memory()
    sealer = FieldSealer(StoreKeys(SECRET, KeySource.FILE), tenant_id="shop", field="phone")
    store = SqlStore(engines, "shop", "A1", sealer)
    store.prepare()
    clock = ScenarioClock()
    yield Shop(Desk(store, clock, SequentialIds()), clock)
    engines.dispose()


def _live(shop: Shop) -> None:
    ravi, meena = shop.enrol("Ravi Rao", phone="9820003210"), shop.enrol("Meena Iyer")
    shop.publish(changed(referral_percent=Decimal(1), drives=(Drive("d", "Winter", by_joining=True),)))
    drives.participate(shop.desk, "d", shop.member_id(ravi), staff=STAFF)
    coins = programmes.create(shop.desk, Programme("", "Coins"), staff=STAFF)
    programmes.put_in_force(shop.desk, coins.programme_id, staff=STAFF)
    members.link_referrer(shop.desk, meena, referrer_card=ravi, staff=STAFF)
    shop.credit(ravi, 500_00, policy_expiry=True)
    shifts.open_shift(shop.desk, float_minor=1000_00, staff=STAFF, key="open")
    bill = shop.sell(meena, ("Medicines", 900), ("General", 400)).bill
    shop.sell(ravi, ("General", 600), redeem=100_00)
    unclaimed = shop.sell(None, ("General", 250)).bill
    shop.give_back(bill.bill_id, {"1": 60})
    claim_points(shop.desk, unclaimed.bill_id, card_number=ravi, key="c", staff=STAFF)
    editing.edit(shop.desk, shop.member_id(ravi), {"name": "Ravi S Rao", "phone": "9820003211"}, staff=STAFF)
    card_status.set_card_status(shop.desk, meena, CardStatus.BLOCKED, staff=STAFF)
    card_status.set_card_status(shop.desk, meena, CardStatus.ACTIVE, staff=STAFF)
    card_status.replace_card(shop.desk, meena, staff=STAFF)
    editing.set_tier(shop.desk, shop.member_id(ravi), "Silver", reason="A friend", staff=STAFF)
    carts.void(shop.desk, cart=cart(("General", 40)), member_id=None, staff=STAFF)
    shifts.move(shop.desk, MoveKind.PAY_IN, amount_minor=50_00, reason="Change", staff=STAFF, key="in")
    made = shifts.count(shop.desk, CashCount((Pieces(100_00, 1),), 0), staff=STAFF, key="count")
    shifts.close(shop.desk.approved("vikram"), count_id=made.count_id, note="Counted badly", staff=STAFF, key="close")
    shop.wait(days=800)
    sweeps.expire_all(shop.desk)
    shop.sell(ravi, ("General", 100))


def sealed(shop: Shop) -> list[Event]:
    with shop.store.reading() as uow:
        return list(uow.journal.events())


def books_of(shop: Shop) -> Tables:
    return {name: rows for name, rows in shop.tables().items() if name not in APART}


def test_all_of_it_comes_back_to_the_last_row(until_now: Shop, backup: Shop) -> None:
    events = sealed(until_now)
    done = reapply(backup.desk, events)
    assert (done.events, done.bills, done.left) == (len(events), 4, ())
    assert done.by_hand == frozenset()
    assert books_of(backup) == books_of(until_now)
    assert books.verify(backup.desk).faults == ()


def test_tiers_for_some_time_end_when_they_did(until_now: Shop, backup: Shop) -> None:
    until_now.publish(changed(rules=(DecisionRule("up", TierAdvance("Silver", 30)),)))
    lifted, given = until_now.enrol("Asha"), until_now.enrol("Zoya")
    until_now.sell(lifted, ("General", 10))
    day = until_now.desk.calendar.day_of(until_now.clock.today)
    editing.set_tier(until_now.desk, until_now.member_id(given), "Silver", reason="A guest", staff=STAFF, until=day)
    assert len(books_of(until_now)["tier_holds"]) == 2
    assert reapply(backup.desk, sealed(until_now)).left == ()
    assert books_of(backup) == books_of(until_now)


def test_selling_goes_on_where_it_was(until_now: Shop, backup: Shop) -> None:
    reapply(backup.desk, sealed(until_now))
    backup.clock.advance(until_now.clock.today)
    assert backup.sell(None, ("General", 1)).bill.number == until_now.sell(None, ("General", 1)).bill.number


def test_nothing_since_is_nothing_to_do(backup: Shop) -> None:
    assert reapply(backup.desk, []) == Reapplied()


def test_what_is_sealed_without_its_whole_is_named(until_now: Shop, backup: Shop) -> None:
    staff.add(until_now.desk, "Kiran", Role.CASHIER, staff=STAFF)
    assert reapply(backup.desk, sealed(until_now)).by_hand == {"staff"}


def _cut(events: Sequence[Event]) -> Sequence[Event]:
    return [*events[:10], *events[11:]]


def _forged(events: Sequence[Event]) -> Sequence[Event]:
    return [*events[:10], replace(events[10], body=events[10].body + b" "), *events[11:]]


def _unknown(events: Sequence[Event]) -> Sequence[Event]:
    body = canonical({"kind": "dance"})
    strange = replace(events[10], kind="dance", body=body, hash=link_hash(events[10].previous_hash, body))
    return [*events[:10], strange, *events[11:]]


def _of_another_chain(events: Sequence[Event]) -> Sequence[Event]:
    return [*events[:10], replace(events[10], previous_hash=bytes(32)), *events[11:]]


@pytest.mark.parametrize("spoilt", [_cut, _forged, _unknown, _of_another_chain])
def test_it_ends_before_the_first_that_does_not_fit(
    until_now: Shop, backup: Shop, spoilt: Callable[[Sequence[Event]], Sequence[Event]]
) -> None:
    events = spoilt(sealed(until_now))
    done = reapply(backup.desk, events)
    assert (done.events, list(done.left)) == (10, list(events[10:]))
    assert sealed(backup) == sealed(until_now)[:10]
    assert books.verify(backup.desk).faults == ()
    backup.sell(None, ("General", 1))


def test_a_merge_is_made_again_by_people(until_now: Shop, backup: Shop) -> None:
    one, other = until_now.enrol("Asha"), until_now.enrol("Asha P")
    merging.merge(until_now.desk, [one], into=other, staff=STAFF)
    done = reapply(backup.desk, sealed(until_now))
    assert [event.kind for event in done.left] == ["merge"]


def test_where_nothing_fits_the_backup_stays_as_it_was(until_now: Shop, backup: Shop) -> None:
    before = backup.tables()
    events = sealed(until_now)[1:]
    assert reapply(backup.desk, events) == Reapplied(left=tuple(events))
    assert backup.tables() == before


def test_a_counter_of_a_chain_is_told_by_its_server_instead(until_now: Shop, backup: Shop) -> None:
    with backup.store.writing() as uow:
        uow.links.put(facts.link())
    events = sealed(until_now)
    assert reapply(backup.desk, events).left == tuple(events)
    assert sealed(backup) == []


def test_bills_that_were_left_are_listed(until_now: Shop) -> None:
    listed = bills_of(sealed(until_now))
    with until_now.store.reading() as uow:
        kept = list(uow.bills.all())
    assert [(one.number, one.net_minor) for one in listed] == [(one.number, one.net_minor) for one in kept]
    assert listed[0].at == from_micros(int(kept[0].occurred_at.timestamp() * 1_000_000)).isoformat()
