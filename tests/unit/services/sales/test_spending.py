"""Spending by role: alone, at a counter of a chain, at the server; and what each spending does to lease and floor."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.errors import Code
from app.domain.explain import why_limit
from app.domain.lease import NO_FLOOR, Floor, Lease, Limit, Usable
from app.domain.program import Refund
from app.domain.quote import MAX
from app.domain.redemption import Binding
from app.services.members import adjustments, merging
from app.services.ports import Bond, ChainPoint, Link, Told
from app.services.sales import spending
from app.services.sales.spending import Spending
from tests.desks import PROGRAM, STAFF, Shop, changed

WEEK = timedelta(days=7)


@pytest.fixture
def card(shop: Shop) -> str:
    """Somebody with 480 points."""
    number = shop.enrol()
    shop.credit(number, 480_00)
    return number


def join(shop: Shop, **parts: Any) -> None:
    with shop.store.writing() as uow:
        now, head = shop.clock.now(), uow.journal.head()
        link = Link(
            server_url="https://hq.example",
            audience="https://hq.example",
            tenant_id="shop",
            store_id="s1",
            store_name="Andheri",
            client_id="c1",
            private_key=b"key",
            bond=Bond.ACTIVE,
            leases_since=head.last_ledger_no,
            contact_at=now,
            contact_clock_at=now,
        )
        uow.links.put(replace(link, **parts))


def hold(shop: Shop, card: str, granted: int, *, counter_code: str = "A1", **numbers: Any) -> None:
    member_id = shop.member_id(card)
    with shop.store.writing() as uow:
        epoch = uow.journal.head().epoch
        lease = Lease(granted, **numbers)
        uow.leases.put(member_id, lease, counter_code=counter_code, epoch=epoch, granted_at=shop.clock.now())


def tell(shop: Shop, card: str, free: int) -> None:
    member_id = shop.member_id(card)
    with shop.store.writing() as uow:
        uow.shared.put_told({member_id: Told(1, whole=True, points=free)})


def lease(shop: Shop, card: str) -> Lease:
    member_id = shop.member_id(card)
    with shop.store.reading() as uow:
        return uow.leases.get(member_id, counter_code="A1", epoch=uow.journal.head().epoch)


def floor_used(shop: Shop, card: str) -> tuple[int, int]:
    member_id = shop.member_id(card)
    with shop.store.reading() as uow:
        return uow.links.floor_used(member_id)


def here(shop: Shop, card: str) -> Usable:
    member_id, available = shop.member_id(card), shop.available(card)
    with shop.store.reading() as uow:
        return spending.usable(shop.desk, uow, uow.journal.head(), member_id, available=available)


def last_body(shop: Shop) -> dict[str, Any]:
    with shop.store.reading() as uow:
        body: dict[str, Any] = json.loads(list(uow.journal.events())[-1].body)
        return body


def take(shop: Shop, card: str, points: int) -> None:
    key = shop.desk.ids.entity()
    adjustments.adjust(shop.desk, card, points=-points, reason="damaged", staff=STAFF, key=key)


def reward(shop: Shop, card: str, cost: int) -> None:
    key = shop.desk.ids.entity()
    adjustments.redeem_reward(shop.desk, card, cost=cost, reward="mug", min_tier=None, staff=STAFF, key=key)


# Alone


def test_alone_all_that_is_available_is_usable(shop: Shop, card: str) -> None:
    assert here(shop, card) == Usable(480_00, 480_00, Limit.BALANCE)
    sold = shop.sell(card, ("General", 1000), redeem=MAX)

    assert sold.bill.redeemed_points == 480_00
    assert "lease" not in last_body(shop)
    shop.cancel(sold.bill.bill_id)
    assert "lease" not in last_body(shop)
    shop.sound()


# At a counter of a chain


def test_a_counter_quotes_and_sells_within_its_lease(shop: Shop, card: str) -> None:
    join(shop)
    hold(shop, card, 250_00)
    quote = shop.quote(card, ("General", 1000), redeem=MAX)

    limits = quote.limits
    assert (limits.max_points, limits.binding, limits.held_by) == (250_00, Binding.HERE, Limit.LEASE)
    assert quote.redeemed_points == 250_00
    assert [reason.text for reason in why_limit(quote, PROGRAM) if reason.binding] == ["usable here now ₹25.00"]
    shop.sell(card, ("General", 1000), redeem=MAX, shown=quote)
    assert lease(shop, card) == Lease(250_00, spent=250_00)
    assert last_body(shop)["lease"] == {shop.member_id(card): {"spent": 250_00, "returned": 0}}
    assert here(shop, card).points == 0
    assert floor_used(shop, card) == (0, 0)


def test_totals_are_absolute_and_only_of_who_spent(shop: Shop, card: str) -> None:
    join(shop)
    hold(shop, card, 300_00, spent=10_00, returned=5_00)
    shop.sell(card, ("General", 100))
    assert "lease" not in last_body(shop)
    shop.sell(card, ("General", 1000), redeem=20_00)
    assert last_body(shop)["lease"] == {shop.member_id(card): {"spent": 30_00, "returned": 5_00}}


def test_two_spendings_of_one_unit_of_work_add_up(shop: Shop, card: str) -> None:
    join(shop)
    hold(shop, card, 300_00)
    member_id = shop.member_id(card)
    with shop.store.writing() as unit:
        spending = Spending.open(shop.desk, unit, unit.journal.head())
        spending.spend(member_id, 20_00)
        spending.spend(member_id, 30_00)
    assert spending.totals() == {member_id: {"spent": 50_00, "returned": 0}}


def test_a_counter_refuses_more_than_is_usable_here(shop: Shop, card: str) -> None:
    join(shop)
    hold(shop, card, 250_00)

    with shop.refuses(Code.INSUFFICIENT_POINTS, saying="Only 250 points can be used now, not 250.01."):
        shop.sell(card, ("General", 1000), redeem=250_01)
    with shop.refuses(Code.INSUFFICIENT_POINTS, saying="Needs 300 points; 250 of 480 can be used here now. Nothing"):
        reward(shop, card, 300_00)
    with shop.refuses(Code.INSUFFICIENT_POINTS, saying="250 of 480 can be used here now"):
        take(shop, card, 480_00)


def test_rewards_and_points_taken_by_hand_are_spent_of_the_lease(shop: Shop, card: str) -> None:
    join(shop)
    hold(shop, card, 250_00)
    reward(shop, card, 100_00)
    take(shop, card, 50_00)

    assert lease(shop, card).spent == 150_00
    shop.credit(card, 10_00)
    assert lease(shop, card).spent == 150_00, "what is given uses no right"


def test_no_more_than_is_available_however_large_the_lease(shop: Shop, card: str) -> None:
    join(shop)
    hold(shop, card, 900_00)

    assert here(shop, card) == Usable(480_00, 480_00, Limit.BALANCE)
    assert shop.quote(card, ("General", 1000)).limits.binding is Binding.BALANCE


@pytest.mark.parametrize(
    ("after", "points", "limit"),
    [(WEEK - timedelta(seconds=1), 250_00, Limit.LEASE), (WEEK, 0, Limit.CONTACT)],
)
def test_leases_are_used_for_seven_days_without_the_server(
    shop: Shop, card: str, after: timedelta, points: int, limit: Limit
) -> None:
    join(shop)
    hold(shop, card, 250_00)
    shop.clock.advance(shop.clock.now() + after)

    assert here(shop, card) == Usable(points, 480_00, limit)


def test_a_counter_the_server_never_answered_uses_nothing(shop: Shop, card: str) -> None:
    join(shop, contact_at=None, contact_clock_at=None)
    hold(shop, card, 250_00)

    assert here(shop, card) == Usable(0, 480_00, Limit.CONTACT)


@pytest.mark.parametrize(("minutes", "points", "limit"), [(2, 250_00, Limit.LEASE), (3, 0, Limit.CLOCK)])
def test_a_clock_set_back_stops_the_leases(shop: Shop, card: str, minutes: int, points: int, limit: Limit) -> None:
    join(shop)
    hold(shop, card, 250_00)
    shop.clock.today -= timedelta(minutes=minutes)

    assert here(shop, card) == Usable(points, 480_00, limit)


@pytest.mark.parametrize(("offset_ms", "minutes", "points"), [(None, 9, 250_00), (60_000, 9, 0), (-60_000, 9, 250_00)])
def test_a_lease_ends_by_the_servers_clock(
    shop: Shop, card: str, offset_ms: int | None, minutes: int, points: int
) -> None:
    join(shop, offset_ms=offset_ms)
    hold(shop, card, 250_00, usable_until=shop.clock.now() + timedelta(minutes=10))
    shop.wait(minutes=minutes)

    assert here(shop, card).points == points
    shop.wait(minutes=1)
    assert here(shop, card) == Usable(0, 480_00, Limit.EXPIRY)


def test_leases_of_another_epoch_or_counter_are_not_used(shop: Shop, card: str) -> None:
    join(shop)
    hold(shop, card, 250_00, counter_code="B1")
    assert here(shop, card) == Usable(0, 480_00, Limit.LEASE)
    hold(shop, card, 250_00)
    with shop.store.writing() as uow:
        uow.journal.begin_epoch(above=1)
    assert here(shop, card) == Usable(0, 480_00, Limit.LEASE)


# The floor


def test_the_floor_is_used_after_the_lease_until_the_server_tells_back(shop: Shop, card: str) -> None:
    join(shop, floor=Floor(60_00, 100_00))
    hold(shop, card, 20_00)
    tell(shop, card, 480_00)
    assert here(shop, card) == Usable(80_00, 480_00, Limit.FLOOR)
    shop.sell(card, ("General", 1000), redeem=50_00)

    assert (lease(shop, card).spent, floor_used(shop, card)) == (20_00, (30_00, 30_00))
    assert last_body(shop)["lease"] == {shop.member_id(card): {"spent": 20_00, "returned": 0}}
    assert here(shop, card).points == 30_00
    with shop.store.writing() as uow:
        head = uow.journal.head()
        uow.links.clear_floor(ChainPoint(head.epoch, head.last_seq - 1))
    assert here(shop, card).points == 30_00
    with shop.store.writing() as uow:
        uow.links.clear_floor(ChainPoint(head.epoch, head.last_seq))
    assert here(shop, card).points == 60_00


def test_a_counters_floor_is_for_all_its_cards(shop: Shop, card: str) -> None:
    other = shop.enrol("Ravi")
    shop.credit(other, 480_00)
    join(shop, floor=Floor(60_00, 100_00))
    for one in (card, other):
        tell(shop, one, 480_00)
    shop.sell(card, ("General", 1000), redeem=MAX)

    assert floor_used(shop, card) == (60_00, 60_00)
    assert here(shop, other) == Usable(40_00, 480_00, Limit.FLOOR)


def test_without_a_word_of_the_server_there_is_no_floor(shop: Shop, card: str) -> None:
    join(shop, floor=Floor(60_00, 100_00))
    assert here(shop, card).points == 0
    tell(shop, card, 15_00)
    assert here(shop, card).points == 15_00
    join(shop, floor=NO_FLOOR)
    assert here(shop, card).points == 0


def test_when_leases_are_not_trusted_the_floor_alone_is_used(shop: Shop, card: str) -> None:
    join(shop, floor=Floor(60_00, 100_00))
    hold(shop, card, 250_00)
    tell(shop, card, 480_00)
    shop.wait(days=8)
    assert here(shop, card) == Usable(60_00, 480_00, Limit.CONTACT)
    shop.sell(card, ("General", 1000), redeem=40_00)

    assert (lease(shop, card).spent, floor_used(shop, card)) == (0, (40_00, 40_00))


# Given back


def test_a_redemption_of_today_gives_its_right_back_until_the_day_ends(shop: Shop, card: str) -> None:
    join(shop)
    hold(shop, card, 250_00)
    bill = shop.sell(card, ("General", 1000), redeem=200_00).bill
    shop.cancel(bill.bill_id)

    midnight = shop.desk.calendar.start_of(shop.desk.calendar.day_of(shop.clock.now()) + timedelta(days=1))
    assert lease(shop, card) == Lease(250_00, spent=0, usable_until=midnight)
    assert last_body(shop)["lease"] == {shop.member_id(card): {"spent": 0, "returned": 0}}
    assert here(shop, card).points == 250_00
    shop.wait(days=1)
    assert here(shop, card) == Usable(0, 480_00, Limit.EXPIRY)


def test_a_part_given_back_gives_back_a_part_of_the_right(shop: Shop, card: str) -> None:
    join(shop)
    hold(shop, card, 250_00, spent=10_00)
    bill = shop.sell(card, ("General", 1000), redeem=100_00).bill
    shop.give_back(bill.bill_id, 500)

    assert lease(shop, card).spent == 60_00


def test_a_redemption_of_an_earlier_day_gives_no_right_back(shop: Shop, card: str) -> None:
    join(shop)
    hold(shop, card, 250_00)
    bill = shop.sell(card, ("General", 1000), redeem=200_00).bill
    shop.wait(days=1)
    shop.cancel(bill.bill_id)

    assert lease(shop, card) == Lease(250_00, spent=200_00)
    assert "lease" not in last_body(shop)
    assert shop.available(card) == 480_00


@pytest.mark.parametrize(("offset_minutes", "spent"), [(0, 0), (30, 0), (90, 200_00), (-90, 0)])
def test_the_day_ends_by_the_slower_clock(shop: Shop, card: str, offset_minutes: int, spent: int) -> None:
    """Half past midnight here may be yesterday there; eleven at night here, tomorrow."""
    shop.wait(hours=23)
    join(shop, offset_ms=offset_minutes * 60_000)
    hold(shop, card, 250_00)
    bill = shop.sell(card, ("General", 1000), redeem=200_00).bill
    shop.cancel(bill.bill_id)

    assert lease(shop, card).spent == spent


def test_by_a_fast_clock_the_day_here_is_not_yet_the_servers(shop: Shop, card: str) -> None:
    shop.wait(minutes=30)
    join(shop, offset_ms=-60 * 60_000)
    hold(shop, card, 250_00)
    bill = shop.sell(card, ("General", 1000), redeem=200_00).bill
    shop.cancel(bill.bill_id)

    assert lease(shop, card).spent == 200_00


def test_a_redemption_from_before_the_leases_gives_no_right_back(shop: Shop, card: str) -> None:
    bill = shop.sell(card, ("General", 1000), redeem=200_00).bill
    join(shop)
    hold(shop, card, 250_00, spent=100_00)
    shop.cancel(bill.bill_id)

    assert lease(shop, card) == Lease(250_00, spent=100_00)


def test_what_the_floor_paid_gives_no_more_right_back_than_was_spent(shop: Shop, card: str) -> None:
    join(shop, floor=Floor(100_00, 100_00))
    hold(shop, card, 20_00)
    tell(shop, card, 480_00)
    bill = shop.sell(card, ("General", 1000), redeem=50_00).bill
    shop.cancel(bill.bill_id)

    assert lease(shop, card).spent == 0
    assert floor_used(shop, card) == (30_00, 30_00), "until the server has told it back"


def test_points_restored_for_their_grace_give_the_right_back_as_well(shop: Shop) -> None:
    shop.publish(changed(refund=Refund(restored_grace_days=7)))
    card = shop.enrol()
    shop.credit(card, 100_00, expires_at=shop.clock.now() + timedelta(hours=1))
    join(shop)
    hold(shop, card, 100_00)
    bill = shop.sell(card, ("General", 1000), redeem=100_00).bill
    shop.wait(hours=2)
    shop.cancel(bill.bill_id)

    assert here(shop, card).points == 100_00


# At the server


def server(shop: Shop) -> Shop:
    return replace(shop, desk=replace(shop.desk, is_server=True))


def test_the_server_lets_spend_what_no_counter_holds(shop: Shop, card: str) -> None:
    hold(shop, card, 250_00, counter_code="A1", spent=50_00)
    hold(shop, card, 100_00, counter_code="B1", returned=20_00)
    hq = server(shop)

    assert here(hq, card) == Usable(200_00, 480_00, Limit.RESERVED)
    with hq.refuses(Code.INSUFFICIENT_POINTS, saying="200 of 480 can be used here now"):
        reward(hq, card, 201_00)
    reward(hq, card, 200_00)
    assert lease(shop, card) == Lease(250_00, spent=50_00), "the server spends no counter's right"
    assert "lease" not in last_body(shop)
    assert here(hq, card) == Usable(0, 280_00, Limit.RESERVED)


def test_rights_on_whom_a_member_absorbed_are_kept_aside(shop: Shop, card: str) -> None:
    other = shop.enrol("Meena I.")
    shop.credit(other, 20_00)
    hold(shop, other, 15_00)
    hq = server(shop)
    merging.merge(hq.desk, [other], into=card, staff=STAFF)

    assert here(hq, card) == Usable(485_00, 500_00, Limit.RESERVED)


def test_nothing_given_back_at_the_server_touches_a_lease(shop: Shop, card: str) -> None:
    hold(shop, card, 250_00, spent=50_00)
    hq = server(shop)
    bill = hq.sell(card, ("General", 1000), redeem=100_00).bill
    hq.cancel(bill.bill_id)

    assert lease(shop, card) == Lease(250_00, spent=50_00)
