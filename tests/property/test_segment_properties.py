"""What is said never to hold together never does; and segments survive being written down."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.segment_flaws import can_hold
from app.domain.segments import (
    Ask,
    BillsWithin,
    BoughtNothingFor,
    Known,
    Person,
    Segment,
    SpentWithin,
    days_asked,
    person_of,
)
from app.domain.tiers import Metrics
from app.services.plain import dumps, loads
from tests.property.strategies import STORES, TIERS, asks, instants, segments

EARLY = datetime(2000, 1, 1, tzinfo=UTC)
bills = st.lists(st.tuples(st.integers(0, 130), st.integers(0, 300)), max_size=4)


@st.composite
def people(draw: st.DrawFn, asked: tuple[Ask, ...]) -> Person:
    """Somebody with a few bills (days ago, spend), whatever they had before they joined."""
    at, made = draw(instants), draw(bills)
    born = draw(st.none() | st.integers(1, 12))
    known = Known(
        draw(st.sampled_from(TIERS)),
        at - timedelta(days=draw(st.integers(-3, 130))),
        None if born is None else (born, 1),
        draw(st.booleans()),
        draw(st.none() | st.sampled_from(STORES)),
    )

    def count(days: int) -> Metrics:
        spent = [spend for ago, spend in made if ago <= days]
        return Metrics(0, sum(spent), len(spent))

    return person_of(known, at, [Segment("x", asked)], count)


@given(st.data(), st.lists(asks, max_size=4).map(tuple))
def test_what_is_said_never_to_hold_never_does(data: st.DataObject, asked: tuple[Ask, ...]) -> None:
    person = data.draw(people(asked))
    if all(ask.holds(person) for ask in asked):
        assert can_hold(asked)


figures = asks.filter(lambda ask: isinstance(ask, SpentWithin | BillsWithin | BoughtNothingFor))


@given(st.lists(figures, min_size=1, max_size=3).map(tuple))
def test_figures_that_are_said_to_go_together_do_so_for_somebody(asked: tuple[Ask, ...]) -> None:
    """The smallest figures that reach every least reach no most."""
    if not can_hold(asked):
        return
    spent = [(ask.days, ask.least_minor) for ask in asked if isinstance(ask, SpentWithin)]
    made = [(ask.days, ask.least) for ask in asked if isinstance(ask, BillsWithin)]
    made += [(days, min(1, least)) for days, least in spent]

    def by(days: int, least: list[tuple[int, int]]) -> int:
        return max((much for counted, much in least if counted <= days), default=0)

    bought = {days: Metrics(0, by(days, spent), by(days, made)) for days in days_asked([Segment("x", asked)])}
    somebody = Person(Known("", EARLY), EARLY + timedelta(days=5000), bought)
    assert all(ask.holds(somebody) for ask in asked)


@given(segments)
def test_a_segment_survives_being_written_down(segment: Segment) -> None:
    assert loads(Segment, dumps(segment)) == segment
