"""Birthdays: points of the tier once a year, by the shop's day, whoever gives them and however late."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier, Thread

import pytest

from app.domain.birthdays import kept_on
from app.domain.entries import EntryKind
from app.domain.expiry import Expiry, ExpiryMode
from app.domain.rules import DecisionRule, PointsFixed
from app.domain.tiers import Level, TierScheme
from app.domain.triggers import Trigger
from app.services.keeping import books
from app.services.members import birthdays, merging
from app.services.ports import UnitOfWork
from tests.desks import STAFF, Shop, changed

TIERS = TierScheme(
    (Level("Bronze", birthday_points=100_00), Level("Silver", min_spend_minor=1, birthday_points=250_00))
)
TODAY = date(2026, 1, 1)  # in the shop, when it opens


@pytest.fixture
def giving(shop: Shop) -> Shop:
    shop.publish(changed(tiers=TIERS))
    birthdays.give(shop.desk)
    return shop


def day_of(shop: Shop) -> date:
    return shop.desk.calendar.day_of(shop.clock.today)


@pytest.mark.parametrize(
    ("day", "birthdays"),
    [
        (date(2026, 2, 27), ("--02-27",)),
        (date(2026, 2, 28), ("--02-28", "--02-29")),
        (date(2028, 2, 28), ("--02-28",)),
        (date(2028, 2, 29), ("--02-29",)),
        (date(2100, 2, 28), ("--02-28", "--02-29")),
    ],
)
def test_a_leap_day_is_kept_on_the_28th_where_there_is_none(day: date, birthdays: tuple[str, ...]) -> None:
    assert kept_on(day) == birthdays


def test_who_had_theirs_before_a_merge_has_no_other_that_year(giving: Shop) -> None:
    first, second = giving.enrol("Asha", birthday="11/1"), giving.enrol("Asha K.")
    kept, fresh = giving.enrol("A. K.", birthday="20/1"), giving.enrol("Ravi", birthday="20/1")
    giving.wait(days=(date(2026, 1, 11) - day_of(giving)).days)
    assert birthdays.give(giving.desk) == 1
    for gone, into in ((first, second), (second, kept), (giving.enrol("R. Sharma"), fresh)):
        merging.merge(giving.desk, [gone], into=into, staff=STAFF)

    giving.wait(days=(date(2026, 1, 20) - day_of(giving)).days)
    assert birthdays.give(giving.desk) == 1
    assert [giving.available(card) for card in (kept, fresh)] == [100_00, 100_00]

    giving.wait(days=(date(2027, 1, 20) - day_of(giving)).days)
    assert birthdays.give(giving.desk) == 2


def test_each_tier_gives_its_own_once_a_year(giving: Shop) -> None:
    bronze, silver = giving.enrol("Asha", birthday="11/1"), giving.enrol("Ravi", birthday="11/1", tier="Silver")
    other = giving.enrol("Lata", birthday="12/1")
    giving.wait(days=(date(2026, 1, 11) - day_of(giving)).days)

    assert [birthdays.give(giving.desk), birthdays.give(giving.desk)] == [2, 0]
    assert [giving.available(card) for card in (bronze, silver, other)] == [100_00, 250_00, 0]

    giving.wait(days=1)
    assert birthdays.give(giving.desk) == 1
    giving.wait(days=364)
    assert birthdays.give(giving.desk) == 2
    assert giving.available(bronze) == 100_00, "those of a year ago are gone"
    giving.sound()


def test_an_entry_names_its_cause_and_rule_and_expires_as_points_do(giving: Shop) -> None:
    giving.publish(changed(tiers=TIERS, expiry=Expiry(ExpiryMode.DAYS, 30)))
    card = giving.enrol(birthday="11/1")
    giving.wait(days=(date(2026, 1, 11) - day_of(giving)).days)
    birthdays.give(giving.desk)

    with giving.store.reading() as uow:
        (posting,) = uow.ledger.of_member(giving.member_id(card))
    entry = posting.entry
    assert (entry.kind, entry.rule_id, entry.reason) == (EntryKind.BONUS, birthdays.TIER_GIFT, "BIRTHDAY")
    assert entry.cause == f"birthday 2026 {entry.member_id}"
    assert entry.expires_at == giving.desk.calendar.start_of(date(2026, 2, 10))


def test_days_that_were_missed_are_made_up_for(giving: Shop) -> None:
    missed, today = giving.enrol("Asha", birthday="5/1"), giving.enrol("Ravi", birthday="12/1")
    giving.wait(days=(date(2026, 1, 12) - day_of(giving)).days)
    late = giving.enrol("Lata", birthday="6/1")  # was no member on the day

    assert birthdays.give(giving.desk) == 2
    assert [giving.available(card) for card in (missed, today, late)] == [100_00, 100_00, 0]
    assert birthdays.give(giving.desk) == 0
    giving.sound()


def test_after_very_long_only_the_last_days_are_made_up_for(giving: Shop) -> None:
    long_ago, lately = giving.enrol("Asha", birthday="15/3"), giving.enrol("Ravi", birthday="1/9")
    giving.wait(days=(date(2026, 9, 10) - day_of(giving)).days)

    assert birthdays.give(giving.desk) == 1
    assert [giving.available(card) for card in (long_ago, lately)] == [0, 100_00]


def test_the_first_time_nothing_of_the_past_is_given(shop: Shop) -> None:
    shop.publish(changed(tiers=TIERS))
    yesterday = day_of(shop)
    card = shop.enrol(birthday=f"{yesterday.day}/{yesterday.month}")
    shop.wait(days=1)

    assert birthdays.give(shop.desk) == 0
    assert shop.available(card) == 0


def test_many_take_several_transactions(giving: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(birthdays, "GIFTS_A_BATCH_MAX", 2)
    cards = [giving.enrol(f"Member {number}", birthday="11/1") for number in range(5)]
    giving.wait(days=(date(2026, 1, 11) - day_of(giving)).days)

    assert birthdays.give(giving.desk) == 5
    assert {giving.available(card) for card in cards} == {100_00}
    giving.sound()


def test_a_rule_for_birthdays_adds_its_own(giving: Shop) -> None:
    rule = DecisionRule("extra", PointsFixed(7_00), trigger=Trigger.BIRTHDAY, tiers=frozenset({"Silver"}))
    giving.publish(changed(tiers=TIERS, rules=(rule,)))
    bronze, silver = giving.enrol("Asha", birthday="11/1"), giving.enrol("Ravi", birthday="11/1", tier="Silver")
    giving.wait(days=(date(2026, 1, 11) - day_of(giving)).days)
    birthdays.give(giving.desk)

    assert [giving.available(card) for card in (bronze, silver)] == [100_00, 257_00]


@pytest.mark.parametrize("settings", [{"enabled": False, "tiers": TIERS}, {}])
def test_where_nothing_is_to_be_given_the_day_is_done_all_the_same(shop: Shop, settings: dict[str, object]) -> None:
    shop.publish(changed(**settings))
    today = day_of(shop)
    card = shop.enrol(birthday=f"{today.day}/{today.month}")

    assert birthdays.give(shop.desk) == 0
    shop.publish(changed(tiers=TIERS))
    assert birthdays.give(shop.desk) == 0
    assert shop.available(card) == 0
    shop.sound()


def test_giving_changes_nothing_that_was_there_and_is_rebuilt(giving: Shop) -> None:
    card = giving.enrol(birthday="11/1")
    giving.sell(card, ("General", 100))
    giving.wait(days=(date(2026, 1, 11) - day_of(giving)).days)
    before = giving.available(card)
    birthdays.give(giving.desk)

    assert giving.available(card) == before + 250_00, "a purchase had made them Silver"
    standing = giving.standing()
    books.rebuild(giving.desk)
    assert giving.standing() == standing


def test_workers_at_once_give_it_once(giving: Shop) -> None:
    cards = [giving.enrol(f"Member {number}", birthday="11/1") for number in range(20)]
    giving.wait(days=(date(2026, 1, 11) - day_of(giving)).days)
    ready, given = Barrier(3), []

    def work() -> None:
        ready.wait()
        given.append(birthdays.give(giving.desk))

    workers = [Thread(target=work) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert sum(given) == len(cards)
    assert {giving.available(card) for card in cards} == {100_00}
    giving.sound()


def test_days_that_another_did_meanwhile_are_not_given_twice(giving: Shop) -> None:
    cards = [giving.enrol("Asha", birthday="5/1"), giving.enrol("Ravi", birthday="11/1")]
    giving.wait(days=(date(2026, 1, 11) - day_of(giving)).days)
    slow = replace(giving.desk, store=Overtaken(giving))

    assert birthdays.give(slow) == 0
    assert [giving.available(card) for card in cards] == [100_00, 100_00]
    giving.sound()


class Overtaken:
    """A slow worker's store: between its finding the days that are due and its first gift, another gives them all."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.turns = 0

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        return self.shop.store.reading()

    def writing(self) -> AbstractContextManager[UnitOfWork]:
        self.turns += 1
        if self.turns == 2:
            assert birthdays.give(self.shop.desk) == 2
        return self.shop.store.writing()


def test_the_shops_day_decides(giving: Shop) -> None:
    """In India a day begins at half past six in the evening before, UTC."""
    card = giving.enrol(birthday="11/1")
    begins = giving.desk.calendar.start_of(date(2026, 1, 11))
    giving.clock.advance(begins - timedelta(microseconds=1))
    assert birthdays.give(giving.desk) == 0
    giving.clock.advance(begins)
    assert birthdays.give(giving.desk) == 1
    assert giving.available(card) == 100_00
