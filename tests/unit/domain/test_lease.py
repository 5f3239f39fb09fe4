"""Leases: each number's arithmetic, and the stories in which a simpler rule would let a card be overdrawn."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from app.domain.entries import EntryKind
from app.domain.lease import (
    NO_FLOOR,
    NO_LEASE,
    Contact,
    Floor,
    Lease,
    Limit,
    Usable,
    floor_left,
    grant,
    idle_share,
    outstanding,
    usable_at_counter,
    usable_at_server,
    usable_until,
)
from app.domain.lots import Account
from tests.property.chain import Chain, day_after
from tests.unit.domain.samples import NOON, Ledger

LATER = NOON + timedelta(days=1)
HEARD = Contact(NOON)


@pytest.mark.parametrize(
    ("lease", "held", "kept_aside"),
    [
        (NO_LEASE, 0, 0),
        (Lease(100), 100, 100),
        (Lease(100, spent=30, returned=20), 50, 50),
        (Lease(100, spent=30, returned=20, written_off=50), 50, 0),
        (Lease(100, spent=60, written_off=100), 40, 0),
        (Lease(100, spent=30, written_off=40), 70, 30),
    ],
)
def test_what_is_held_and_kept_aside(lease: Lease, held: int, kept_aside: int) -> None:
    assert (lease.held, lease.outstanding, lease.usable(NOON)) == (held, kept_aside, kept_aside)


def test_nothing_is_used_from_the_end_on() -> None:
    lease = Lease(100, usable_until=LATER)

    assert (lease.usable(LATER - timedelta(microseconds=1)), lease.usable(LATER)) == (100, 0)


def test_spending_returning_and_totals() -> None:
    lease = Lease(100).with_spent(30).with_spent(5).with_returned(10).with_returned(1)

    assert lease == Lease(100, spent=35, returned=11)
    assert Lease(100).with_totals(spent=35, returned=11) == lease


def test_writing_off_leaves_nothing_aside_however_often() -> None:
    once = Lease(100, spent=30).with_written_off()

    assert once == Lease(100, spent=30, written_off=70)
    assert once.with_written_off() == once
    assert once.with_granted(20).with_written_off() == Lease(120, spent=30, written_off=90)


def test_what_is_granted_after_a_write_off_is_aside_again() -> None:
    assert Lease(100, spent=30, written_off=70).with_granted(20) == Lease(120, spent=30, written_off=70)
    assert Lease(100, spent=80, written_off=70).with_granted(20) == Lease(120, spent=80, written_off=20)
    assert Lease(100, spent=100, returned=20, written_off=70).with_granted(20).written_off == 0


def test_given_back_is_no_more_than_was_spent_and_ends_when_lots_may() -> None:
    lease = Lease(100, spent=30, usable_until=None).with_given_back(20, until=LATER)

    assert lease == Lease(100, spent=10, usable_until=LATER)
    assert lease.with_given_back(90, until=LATER + timedelta(days=1)) == Lease(100, spent=0, usable_until=LATER)


@pytest.mark.parametrize(
    ("own", "told", "knows_all", "end"),
    [
        (None, None, False, None),
        (NOON, None, False, NOON),
        (NOON, LATER, False, NOON),
        (LATER, NOON, False, NOON),
        (None, LATER, False, LATER),
        (NOON, None, True, None),
        (NOON, LATER, True, LATER),
    ],
)
def test_what_the_server_tells(
    own: datetime | None, told: datetime | None, knows_all: bool, end: datetime | None
) -> None:
    mine = Lease(50, spent=7, returned=8, usable_until=own)
    theirs = Lease(90, spent=1, returned=2, written_off=3, usable_until=told)

    assert mine.told(theirs, knows_all=knows_all) == Lease(90, spent=7, returned=8, written_off=3, usable_until=end)


# At the server


@pytest.mark.parametrize(
    ("wanted", "available", "granted"),
    [(50, 100, 40), (30, 100, 30), (50, 60, 0), (50, 10, 0), (50, -5, 0), (0, 100, 0), (-1, 100, 0)],
)
def test_no_more_is_granted_than_is_free(wanted: int, available: int, granted: int) -> None:
    leases = [Lease(40), Lease(30, spent=10), Lease(10, spent=20)]

    assert outstanding(leases) == 60
    assert grant(wanted, available=available, leases=leases) == granted


def test_the_server_lets_spend_what_no_counter_holds() -> None:
    assert usable_at_server(100, []) == Usable(100, 100, Limit.BALANCE)
    assert usable_at_server(100, [Lease(30)]) == Usable(70, 100, Limit.RESERVED)
    assert usable_at_server(20, [Lease(30)]) == Usable(0, 20, Limit.RESERVED)
    assert usable_at_server(-20, []) == Usable(0, 0, Limit.BALANCE)


@pytest.mark.parametrize(
    ("free", "counters", "held", "points"),
    [
        (1000_00, 2, 0, 200_00),  # 250 each, in hundreds
        (199_99, 1, 0, 0),
        (200_00, 1, 0, 100_00),
        (0, 1, 0, 0),
        (-500_00, 1, 0, 0),
        (1_000_000_00, 1, 0, 50_000_00),
        (1_000_000_00, 1, 49_850_00, 100_00),
        (1_000_000_00, 1, 50_000_00, 0),
        (1_000_000_00, 1, 60_000_00, 0),
    ],
)
def test_an_idle_grant(free: int, counters: int, held: int, points: int) -> None:
    assert idle_share(free, counters=counters, held_by_counter=held) == points


def account(*lots: tuple[int, datetime | None], owed: int = 0) -> Account:
    ledger = Ledger()
    if owed:
        ledger.redeem(owed)
        for points, expires in lots:
            ledger.earn(points, expires=expires)
        return ledger.account()
    for points, expires in lots:
        ledger.earn(points, expires=expires)
    return ledger.account()


def test_rights_end_when_expiring_lots_leave_less() -> None:
    two_days = LATER + timedelta(days=1)
    lots = account((40, LATER), (30, two_days), (50, None))

    assert usable_until(lots, rights=50, at=NOON) is None
    assert usable_until(lots, rights=51, at=NOON) == two_days
    assert usable_until(lots, rights=80, at=NOON) == two_days
    assert usable_until(lots, rights=81, at=NOON) == LATER
    assert usable_until(lots, rights=81, at=LATER) == LATER, "it is too late already"
    assert usable_until(lots, rights=121, at=NOON) == NOON


def test_what_is_pending_or_owed_covers_no_rights() -> None:
    pending = Ledger()
    pending.earn(40, available=LATER)

    assert usable_until(pending.account(), rights=1, at=NOON) == NOON
    assert usable_until(account((40, LATER), (50, None), owed=60), rights=20, at=NOON) is None
    assert usable_until(account((40, LATER), (50, None), owed=60), rights=31, at=NOON) == NOON
    assert usable_until(Account(), rights=0, at=NOON) is None


def test_a_lot_with_nothing_left_ends_nothing() -> None:
    ledger = Ledger()
    ledger.earn(40, expires=LATER)
    ledger.earn(50)
    ledger.redeem(40)

    assert usable_until(ledger.account(), rights=50, at=NOON) is None


# At a counter


def usable(lease: Lease, *, of: int = 100, contact: Contact = HEARD, at: datetime = NOON, floor: int = 0) -> Usable:
    return usable_at_counter(lease, available=of, contact=contact, at=at, floor_left=floor)


def test_a_counter_lets_spend_its_lease_then_the_floor() -> None:
    assert usable(Lease(30)) == Usable(30, 100, Limit.LEASE)
    assert usable(Lease(100)) == Usable(100, 100, Limit.BALANCE)
    assert usable(Lease(130)) == Usable(100, 100, Limit.BALANCE)
    assert usable(Lease(30), floor=20) == Usable(50, 100, Limit.FLOOR)
    assert usable(Lease(30), floor=80) == Usable(100, 100, Limit.BALANCE)
    assert usable(NO_LEASE) == Usable(0, 100, Limit.LEASE)
    assert usable(NO_LEASE, of=-10, floor=5) == Usable(0, 0, Limit.BALANCE)


def test_what_holds_it_is_said() -> None:
    ending = Lease(30, usable_until=NOON)

    assert usable(ending) == Usable(0, 100, Limit.EXPIRY)
    assert usable(ending, floor=10) == Usable(10, 100, Limit.EXPIRY)
    assert usable(Lease(30, spent=30, usable_until=NOON)) == Usable(0, 100, Limit.LEASE)
    assert usable(Lease(30), contact=Contact(NOON, is_clock_back=True)) == Usable(0, 100, Limit.CLOCK)
    assert usable(Lease(30), contact=Contact(None)) == Usable(0, 100, Limit.CONTACT)


def test_leases_are_trusted_for_seven_days() -> None:
    last = NOON + timedelta(days=7) - timedelta(microseconds=1)

    assert usable(Lease(30), at=last).points == 30
    assert usable(Lease(30), at=NOON + timedelta(days=7), floor=5) == Usable(5, 100, Limit.CONTACT)


@pytest.mark.parametrize(
    ("told", "card_used", "counter_used", "left"),
    [
        (100, 0, 0, 50),
        (20, 0, 0, 20),
        (0, 0, 0, 0),
        (-20, 0, 0, 0),
        (100, 30, 30, 20),
        (20, 15, 15, 5),
        (20, 25, 25, 0),
        (100, 0, 60, 20),
        (100, 10, 90, 0),
    ],
)
def test_what_is_left_of_the_floor(told: int, card_used: int, counter_used: int, left: int) -> None:
    assert floor_left(Floor(50, 80), told=told, card_used=card_used, counter_used=counter_used) == left
    assert floor_left(NO_FLOOR, told=told, card_used=card_used, counter_used=counter_used) == 0


# Stories


def chain(floor: Floor = NO_FLOOR) -> Chain:
    """Two lots of 100, one gone tomorrow, all leased to A by a letter it has read."""
    made = Chain(2, floor)
    made.earn(100, pending_days=0, lives_days=1)
    made.earn(100, pending_days=0, lives_days=None)
    made.grant("A", 100)
    made.read("A", made.letter("A"))
    return made


def test_a_right_given_back_does_not_outlive_the_lots_it_may_have_come_from() -> None:
    story = chain()
    wrong = story.spend("A", 100)
    story.hear("A", 1)
    story.restore("A", wrong, 100, grace_days=0)
    assert story.usable("A") == 100, "the customer is served again, without a line"
    story.wait(days=1)
    assert story.grant("B", 100) == 100, "the server knows of the first half only"
    story.read("B", story.letter("B"))

    assert (story.usable("A"), story.usable("B")) == (0, 100)


def test_a_letter_written_before_the_redemption_came_back_does_not_prolong_it() -> None:
    story = chain()
    wrong = story.spend("A", 100)
    story.hear("A", 1)
    late = story.letter("A")
    story.restore("A", wrong, 100, grace_days=0)
    story.read("A", late)
    assert story.usable("A") == 100
    story.wait(days=1)
    assert story.usable("A") == 0
    story.hear("A", 1)
    story.read("A", story.letter("A"))

    assert (story.usable("A"), story.account.available(story.now)) == (100, 100)


def test_a_redemption_of_another_day_gives_no_right_back() -> None:
    story = chain()
    wrong = story.spend("A", 60)
    story.wait(days=1)
    story.restore("A", wrong, 60, grace_days=0)

    assert story.usable("A") == 40


def test_rights_that_are_short_already_are_not_used() -> None:
    story = chain()
    story.grant("B", 100)
    story.read("B", story.letter("B"))
    story.wait(days=1)
    assert (story.usable("A"), story.usable("B")) == (100, 0), "A was told before B held anything"
    story.read("B", story.letter("B"))

    assert (story.usable("A"), story.usable("B")) == (100, 0)


def test_what_was_written_off_is_overdrawn_once() -> None:
    story = chain()
    story.write_off("A", 1)
    story.post(EntryKind.REDEEM, -200)
    story.spend("A", 60)
    story.hear("A", 1)
    assert story.shortage() == 60
    story.earn(110, pending_days=0, lives_days=None)
    assert (story.grant("A", 50), story.grant("B", 50)) == (50, 0)


def test_a_floor_is_not_renewed_by_points_other_counters_hold() -> None:
    story = chain(Floor(50, 50))
    story.grant("A", 100)
    story.read("A", story.letter("A"))
    for code in "BBBB":
        story.read(code, story.letter(code))
        if points := story.usable(code):
            story.spend(code, points)
            story.hear(code, 1)

    assert story.account.available(story.now) == 200


def test_a_day_ends_at_midnight_in_the_shop() -> None:
    assert day_after(NOON) > NOON
    assert day_after(day_after(NOON)) == day_after(NOON, 2)
