"""Segments: what each of their asks means, which cannot be kept, and what was changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.flaws import Weight
from app.domain.member import Member
from app.domain.segment_changes import (
    SegmentChange,
    segment_changes,
    segments_carried_over,
    with_segment,
    without_segment,
)
from app.domain.segment_flaws import SEGMENTS_MAX, can_hold, segment_flaws
from app.domain.segments import (
    Ask,
    BillsWithin,
    BornIn,
    BoughtNothingFor,
    EnrolledIn,
    HoldsTier,
    JoinedAgo,
    Known,
    Person,
    Segment,
    SpentWithin,
    WasBrought,
    days_asked,
    person_of,
    segments_of,
)
from app.domain.tiers import Metrics

AT = datetime(2026, 11, 22, 6, tzinfo=UTC)
DAY, MOMENT = timedelta(days=1), timedelta(microseconds=1)
MEENA = Member("m1", "Meena", None, "en", "m9", None, "Bronze", AT - 40 * DAY, 0, 0, "Silver", birthday="--02-29")
STRANGER = replace(MEENA, referrer_id=None, birthday=None)
GOLD, SILVER = frozenset({"Gold"}), frozenset({"Gold", "Silver"})


def having(*, joined: timedelta = 40 * DAY, bought: Mapping[int, Metrics] | None = None) -> Person:
    return Person(Known.of(replace(MEENA, joined_at=AT - joined)), AT, bought or {})


@pytest.mark.parametrize(
    ("ask", "person", "holds"),
    [
        (HoldsTier(SILVER), having(), True),
        (HoldsTier(GOLD), having(), False),
        (JoinedAgo(least_days=40), having(), True),
        (JoinedAgo(least_days=40), having(joined=40 * DAY - MOMENT), False),
        (JoinedAgo(most_days=40), having(), True),
        (JoinedAgo(most_days=40), having(joined=40 * DAY + MOMENT), False),
        (JoinedAgo(most_days=0), having(joined=-DAY), True),
        (JoinedAgo(least_days=0, most_days=9), having(joined=-DAY), True),
        (SpentWithin(30, 500_00), having(bought={30: Metrics(0, 500_00, 1)}), True),
        (SpentWithin(30, 500_00), having(bought={30: Metrics(0, 499_99, 9)}), False),
        (SpentWithin(30, 0, 100_00), having(bought={30: Metrics(0, 100_00, 1)}), True),
        (SpentWithin(30, 0, 100_00), having(bought={30: Metrics(0, 100_01, 1)}), False),
        (SpentWithin(30, 0, 100_00), having(), True),
        (BillsWithin(90, 3), having(bought={90: Metrics(0, 1, 3), 30: Metrics(0, 1, 1)}), True),
        (BillsWithin(90, 3), having(bought={90: Metrics(0, 1, 2), 30: Metrics(0, 1, 3)}), False),
        (BillsWithin(90, 0, 2), having(bought={90: Metrics(0, 1, 2)}), True),
        (BillsWithin(90, 0, 2), having(bought={90: Metrics(0, 1, 3)}), False),
        (BoughtNothingFor(40), having(), True),
        (BoughtNothingFor(41), having(), False),
        (BoughtNothingFor(40), having(bought={40: Metrics(0, 0, 1)}), False),
        (BornIn(frozenset({2})), having(), True),
        (BornIn(frozenset({1, 3})), having(), False),
        (BornIn(frozenset({2})), Person(Known.of(STRANGER), AT), False),
        (WasBrought(), having(), True),
        (WasBrought(), Person(Known.of(STRANGER), AT), False),
        (EnrolledIn(frozenset({"north", "south"})), Person(Known.of(MEENA, "south"), AT), True),
        (EnrolledIn(frozenset({"north"})), Person(Known.of(MEENA, "south"), AT), False),
        (EnrolledIn(frozenset({"north"})), having(), False),
    ],
)
def test_what_each_ask_means(ask: Ask, person: Person, holds: bool) -> None:
    assert ask.holds(person) is holds


def test_all_that_a_segment_asks_has_to_hold() -> None:
    lapsed = Segment("lapsed", (BoughtNothingFor(30), HoldsTier(SILVER)), "Not seen for a month")
    new = Segment("new", (JoinedAgo(most_days=7),))
    assert (lapsed.called, new.called) == ("Not seen for a month", "new")
    assert segments_of(having(), (lapsed, new)) == {"lapsed"}
    assert segments_of(having(bought={30: Metrics(0, 1, 1)}), (lapsed, new)) == set()
    assert segments_of(having(joined=DAY), (lapsed, new)) == {"new"}


def test_each_time_is_counted_once_whoever_asks_it() -> None:
    asked: list[int] = []

    def count(days: int) -> Metrics:
        asked.append(days)
        return Metrics(0, days, days)

    segments = (
        Segment("a", (SpentWithin(30, 1), BillsWithin(30, 1), HoldsTier(GOLD))),
        Segment("b", (BoughtNothingFor(90), SpentWithin(30, 5))),
    )
    person = person_of(Known.of(MEENA), AT, segments, count)
    assert (asked, dict(person.bought)) == ([30, 90], {30: Metrics(0, 30, 30), 90: Metrics(0, 90, 90)})
    assert days_asked(segments[:0]) == set()


@pytest.mark.parametrize(
    "asks",
    [
        (HoldsTier(frozenset()),),
        (HoldsTier(GOLD), HoldsTier(frozenset({"Silver"}))),
        (BornIn(frozenset()),),
        (BornIn(frozenset({1})), BornIn(frozenset({2}))),
        (JoinedAgo(5, 4),),
        (JoinedAgo(5), JoinedAgo(0, 4)),
        (SpentWithin(30, 100, 99),),
        (SpentWithin(30, 100), SpentWithin(90, 0, 99)),
        (BillsWithin(30, 3), BillsWithin(30, 0, 2)),
        (BillsWithin(30, 1), BoughtNothingFor(30)),
        (SpentWithin(30, 1), BoughtNothingFor(90)),
        (SpentWithin(30, 1), BillsWithin(90, 0, 0)),
        (JoinedAgo(0, 29), BoughtNothingFor(30)),
        (EnrolledIn(frozenset()),),
        (EnrolledIn(frozenset({"north"})), EnrolledIn(frozenset({"south"}))),
    ],
)
def test_what_nobody_can_ever_have_is_known(asks: tuple[Ask, ...]) -> None:
    assert not can_hold(asks)
    texts = [one.text for one in segment_flaws((Segment("x", asks),), tiers=SILVER)]
    assert texts == ["No member can ever have all that it asks."]


@pytest.mark.parametrize(
    "asks",
    [
        (HoldsTier(GOLD), HoldsTier(SILVER)),
        (BornIn(frozenset({1, 2})), BornIn(frozenset({2, 12})), WasBrought()),
        (JoinedAgo(4, 4),),
        (SpentWithin(90, 100), SpentWithin(30, 0, 99)),
        (SpentWithin(30, 100, 100), BillsWithin(30, 1, 1)),
        (SpentWithin(90, 1), BoughtNothingFor(30)),
        (SpentWithin(30, 0, 5), BillsWithin(90, 0, 0)),
        (JoinedAgo(0, 30), BoughtNothingFor(30)),
        (EnrolledIn(frozenset({"north"})), EnrolledIn(frozenset({"north", "south"}))),
    ],
)
def test_what_somebody_may_have_is_not_refused(asks: tuple[Ask, ...]) -> None:
    assert can_hold(asks)
    assert [*segment_flaws((Segment("x", asks),), tiers=SILVER)] == []


FINE = (WasBrought(),)


def test_where_not_all_stores_are_known_none_is_refused() -> None:
    far = (Segment("x", (EnrolledIn(frozenset({"far", "north"})),)),)
    assert [*segment_flaws(far, tiers=SILVER)] == []
    (flaw,) = segment_flaws(far, tiers=SILVER, stores=["north"])
    assert flaw.text == "There is no store far."
    assert [*segment_flaws(far, tiers=SILVER, stores=["north", "far"])] == []


@pytest.mark.parametrize(
    ("segment", "why"),
    [
        (Segment("", FINE), "A segment has a name"),
        (Segment("a ", FINE), "A segment has a name"),
        (Segment("a,b", FINE), "no comma"),
        (Segment("x" * 41, FINE), "at most 40 characters"),
        (Segment("x", FINE, "y" * 81), "at most 80 characters"),
        (Segment("x", ()), "It asks nothing of a member"),
        (Segment("x", (HoldsTier(frozenset({"Gold", "Wood"})),)), "There is no tier Wood."),
        (Segment("x", (BornIn(frozenset({12, 13})),)), "months from 1 to 12"),
        (Segment("x", (BornIn(frozenset({0, 1})),)), "months from 1 to 12"),
        (Segment("x", (SpentWithin(0, 5),)), "Days are counted from 1"),
        (Segment("x", (BillsWithin(3651, 5),)), "Days are counted from 1"),
        (Segment("x", (BoughtNothingFor(0),)), "Days are counted from 1"),
        (Segment("x", (JoinedAgo(-1, 5),)), "Days are counted from 1"),
        (Segment("x", (JoinedAgo(5, 3651),)), "Days are counted from 1"),
        (Segment("x", (JoinedAgo(3651),)), "Days are counted from 1"),
        (Segment("x", (SpentWithin(5, -1),)), "ever below nothing"),
        (Segment("x", (BillsWithin(5, -2, -1),)), "ever below nothing"),
        (Segment("x", (SpentWithin(5),)), "neither at least nor at most"),
        (Segment("x", (BillsWithin(5),)), "neither at least nor at most"),
        (Segment("x", (JoinedAgo(),)), "neither at least nor at most"),
    ],
)
def test_what_cannot_be_kept_is_told(segment: Segment, why: str) -> None:
    (flaw,) = segment_flaws((segment,), tiers=SILVER)
    assert why in flaw.text
    assert (flaw.rules, flaw.weight) == ((segment.segment_id,), Weight.REFUSES)


def test_two_of_one_name_and_too_many_are_told() -> None:
    twice = (Segment("a", FINE), Segment("a", FINE))
    assert [one.text for one in segment_flaws(twice, tiers=())] == ["There are two segments of this name."] * 2
    many = [Segment(str(number), FINE) for number in range(SEGMENTS_MAX + 1)]
    (flaw,) = segment_flaws(many, tiers=())
    assert (flaw.text, flaw.rules) == ("There are at most 100 segments.", ("100",))
    assert [*segment_flaws(many[1:], tiers=())] == []


def test_changes_are_known_and_carried_over() -> None:
    a, b, c = (Segment(name, FINE) for name in "abc")
    other = replace(a, title="All")
    base, mine = (a, b), with_segment(without_segment((a, b), "b"), other)
    assert mine == (other,)
    assert segment_changes(base, mine) == (SegmentChange(a, other), SegmentChange(b, None))
    assert [one.segment for one in segment_changes(base, mine)] == [other, b]
    assert segments_carried_over(base, mine, (a, b, c)) == (other, c)
    assert with_segment((a, b), c, instead_of="a") == (c, b)
