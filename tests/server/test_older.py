"""What counters of an older protocol are told of rules: nothing is given that the newest would not give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from app.domain.days import INDIA, Period
from app.domain.program import Program
from app.domain.programmes import FIRST, Programme, ProgrammeStatus
from app.domain.rules import DecisionRule, PointsFixed
from app.services.programs.program import publish
from app.services.programs.program_codec import program_from_json
from server.telling import older
from server.telling.pull import Reader, pull
from sync.protocol import PUBLISHERS_SINCE, VISITS_SINCE, Topic
from tests.desks import STAFF, changed, memory_shop
from tests.server.tills import STORE, Office

FIRST_DAY, LAST_DAY = date(2026, 3, 10), date(2026, 3, 12)
EVERYBODY = DecisionRule("gift", PointsFixed(500))
PAST = DecisionRule("past", PointsFixed(500), period=Period(until_at=INDIA.start_of(date(2026, 3, 1))))


def coins(**facts: object) -> Program:
    programme = replace(Programme("coins", "Coins", status=ProgrammeStatus.ACTIVE), **facts)  # type: ignore[arg-type]
    return changed(programme=programme, rules=(EVERYBODY, PAST), referral_percent=Decimal(1))


def days_around() -> Iterator[datetime]:
    """The last and first instants of days, and noons."""
    for day in range(8, 16):
        begins = INDIA.start_of(date(2026, 3, day))
        yield from (begins - timedelta(microseconds=1), begins, begins + timedelta(hours=12))


@pytest.mark.parametrize("facts", [{}, {"first_day": FIRST_DAY}, {"last_day": LAST_DAY}])
@pytest.mark.parametrize("told_on", [8, 11])
def test_no_points_outside_of_a_programmes_days_and_the_same_within(facts: dict[str, object], told_on: int) -> None:
    program = coins(**facts)
    told = older.without_programmes(program, INDIA.start_of(date(2026, 3, told_on)))
    assert told.programme == FIRST
    assert bool(told.referral_percent) == (not facts)
    for at in days_around():
        known, old = (points_of(one, at) for one in (program, told))
        assert known == old, at


def points_of(program: Program, at: datetime) -> int:
    with memory_shop(program) as shop:
        card = shop.enrol()
        shop.clock.advance(at)
        bill = shop.sell(card, ("General", 100)).bill
        return bill.earned_points + bill.bonus_points


@pytest.mark.parametrize(
    ("facts", "told_on"), [({"last_day": LAST_DAY}, 13), ({"status": ProgrammeStatus.SUSPENDED}, 11)]
)
def test_one_that_is_over_or_suspended_is_switched_off(facts: dict[str, object], told_on: int) -> None:
    told = older.without_programmes(coins(**facts), INDIA.start_of(date(2026, 3, told_on)))
    assert not told.enabled


def test_a_rule_that_never_holds_on_its_days_is_not_told() -> None:
    told = older.without_programmes(coins(first_day=FIRST_DAY), INDIA.start_of(FIRST_DAY))
    assert [one.rule_id for one in told.rules] == ["gift"]


def test_what_is_told_once_holds_for_days_that_are_to_come(office: Office) -> None:
    today = office.desk.calendar.day_of(office.clock.today)
    publish(office.desk, coins(last_day=today + timedelta(days=1)), staff=STAFF)

    page = pull(office.store, Reader("A1", STORE, protocol=VISITS_SINCE - 1), after=0, limit=99, server_ms=0)

    (state,) = [row.state for row in page.rows if (row.topic, row.subject) == (Topic.PROGRAM, "2")]
    assert state is not None
    told = program_from_json(state["program"])
    assert (told.enabled, [one.multiplier for one in told.campaigns][-1]) == (True, 0)


def test_who_published_is_told_by_name(office: Office) -> None:
    def told(protocol: int) -> dict[str, object]:
        page = pull(office.store, Reader("A1", STORE, protocol=protocol), after=0, limit=99, server_ms=0)
        return {row.subject: row.state.get("by") for row in page.rows if row.state and row.topic == Topic.PROGRAM}

    assert told(PUBLISHERS_SINCE - 1) == {"1": None}
    assert told(PUBLISHERS_SINCE) == {"1": STAFF}
