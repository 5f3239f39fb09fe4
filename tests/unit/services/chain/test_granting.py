"""Granting: what counters hold, what they say they did with it, what is written off."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.lease import Floor, Lease
from app.services.chain import granting
from app.services.chain.exposure import worst_case
from app.services.chain.granting import Granted, Holding, Overspent
from app.services.intake import CannotTakeIn
from app.services.plain import NotPlainError
from tests.desks import PROGRAM, Shop

A1, B1 = Holding("A1", 2), Holding("B1", 2)


@pytest.fixture
def member(shop: Shop) -> str:
    """500 points; half of them are gone in ten days."""
    card = shop.enrol()
    shop.credit(card, 250_00, expires_at=shop.clock.today + timedelta(days=10))
    shop.credit(card, 250_00)
    return shop.member_id(card)


def top_up(shop: Shop, member_id: str, holding: Holding, wanted: int) -> Granted:
    with shop.store.writing() as unit:
        account = unit.ledger.full_account(member_id)
        return granting.top_up(unit, member_id, holding, account, wanted=wanted, at=shop.clock.today)


def settle(shop: Shop, totals: Any, spent: dict[str, int], *, floor: int = 0) -> list[Overspent]:
    with shop.store.writing() as unit:
        return granting.settle(unit, A1, totals, spent, floor_card=floor, at=shop.clock.today)


def lease(shop: Shop, member_id: str, holding: Holding = A1) -> Lease:
    with shop.store.reading() as unit:
        return granting.lease_of(unit, member_id, holding)


def totals(member_id: str, spent: int, returned: int = 0) -> dict[str, Any]:
    return {member_id: {"spent": spent, "returned": returned}}


def test_rights_are_a_total_and_never_more_than_is_free(shop: Shop, member: str) -> None:
    assert top_up(shop, member, A1, 200_00) == Granted(200_00, ())
    assert top_up(shop, member, A1, 200_00) == Granted(0, ())
    assert top_up(shop, member, B1, 400_00) == Granted(300_00, ("A1",))
    assert top_up(shop, member, A1, 400_00) == Granted(0, ("B1",))
    gone = shop.clock.today + timedelta(days=10)
    assert [lease(shop, member, one).usable_until for one in (A1, B1)] == [gone, gone]


def test_what_was_within_the_rights_is_not_raised(shop: Shop, member: str) -> None:
    top_up(shop, member, A1, 200_00)
    assert settle(shop, totals(member, 150_00), {member: 150_00}) == []
    assert settle(shop, totals(member, 150_00, 50_00), {}) == []
    assert settle(shop, totals(member, 100_00, 50_00), {}) == []
    assert lease(shop, member).outstanding == 50_00


def test_what_was_beyond_is_raised_once(shop: Shop, member: str) -> None:
    top_up(shop, member, A1, 200_00)
    assert settle(shop, totals(member, 300_00), {member: 300_00}) == [Overspent(member, 100_00)]
    assert settle(shop, totals(member, 300_00), {}) == []


def test_what_no_lease_covered_may_be_within_the_floor(shop: Shop, member: str) -> None:
    assert settle(shop, totals(member, 0), {member: 40_00}, floor=40_00) == []
    assert settle(shop, {}, {member: 50_00}, floor=40_00) == [Overspent(member, 10_00)]


def test_totals_of_a_lease_nobody_gave_are_kept_and_raised(shop: Shop, member: str) -> None:
    assert settle(shop, totals(member, 10_00), {}) == [Overspent(member, 10_00)]
    assert lease(shop, member).spent == 10_00


def test_a_late_spend_of_what_was_written_off_is_raised(shop: Shop, member: str) -> None:
    top_up(shop, member, A1, 200_00)
    with shop.store.writing() as unit:
        assert granting.write_off(unit, unit.leases.of_counter("A1")) == 200_00
        assert granting.write_off(unit, unit.leases.of_counter("A1")) == 0
    assert settle(shop, totals(member, 50_00), {member: 50_00}) == [Overspent(member, 50_00)]


def test_giving_back_what_was_written_off_is_not_spending_it(shop: Shop, member: str) -> None:
    top_up(shop, member, A1, 200_00)
    with shop.store.writing() as unit:
        granting.write_off(unit, unit.leases.of_counter("A1"))
    assert settle(shop, totals(member, 0, 200_00), {}) == []
    assert top_up(shop, member, A1, 100_00) == Granted(100_00, ())
    assert lease(shop, member).outstanding == 100_00


@pytest.mark.parametrize("said", [[], {"m": 1}, {"m": {"spent": 1}}, {"m": {"spent": -1, "returned": 0}}])
def test_totals_that_are_none_are_refused(shop: Shop, said: Any) -> None:
    with pytest.raises(NotPlainError):
        settle(shop, said, {})


def test_rights_to_the_points_of_nobody_are_refused(shop: Shop) -> None:
    with pytest.raises(CannotTakeIn):
        settle(shop, totals("nobody", 1), {})


def test_a_lease_is_said_anew_only_when_its_end_moved(shop: Shop, member: str) -> None:
    top_up(shop, member, A1, 500_00)
    before = lease(shop, member)
    with shop.store.writing() as unit:
        granting.renew(unit, member, unit.ledger.full_account(member), shop.clock.today)
    assert lease(shop, member) == before
    with shop.store.writing() as unit:
        (held,) = unit.leases.of_counter("A1")
        granting.put(unit, replace(held, lease=replace(held.lease, usable_until=None)))
        granting.renew(unit, member, unit.ledger.full_account(member), shop.clock.today)
    assert lease(shop, member) == before


def test_rights_that_have_ended_are_not_told_again_until_they_hold_once_more(shop: Shop, member: str) -> None:
    top_up(shop, member, A1, 500_00)
    ended = lease(shop, member)
    assert renewed(shop, member, days=11) == ended
    with shop.store.writing() as unit:
        (held,) = unit.leases.of_counter("A1")
        granting.put(unit, replace(held, lease=ended.with_totals(spent=300_00, returned=0)))
    assert renewed(shop, member, days=11).usable_until is None


def renewed(shop: Shop, member_id: str, *, days: int) -> Lease:
    with shop.store.writing() as unit:
        at = shop.clock.today + timedelta(days=days)
        granting.renew(unit, member_id, unit.ledger.full_account(member_id), at)
    return lease(shop, member_id)


def test_the_worst_case_is_every_floor_and_all_that_was_written_off() -> None:
    floors = [Floor(100_00, 300_00), Floor(100_00, 50_00), Floor(0, 300_00)]
    leases = [Lease(100_00, 30_00, 0, 70_00), Lease(50_00, 60_00, 0, 20_00), Lease(40_00)]
    found = worst_case(floors, leases, PROGRAM)
    assert (found.card_points, found.all_points, found.written_off) == (220_00, 420_00, 70_00)
    assert (found.card_minor, found.all_minor) == (22_00, 42_00)
    assert worst_case([], [], PROGRAM).card_points == 0
