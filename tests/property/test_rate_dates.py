"""Dates of the rules: at any instant one version holds, and a store that is made again finds the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.timetable import Start, in_force, waiting
from app.services.keeping import books
from app.services.programs.program import current, publish
from tests.desks import PROGRAM, STAFF, Shop, memory_shop

# Hours waited before each publishing, and hours after it at which it is to hold (None: at once).
PLANS = st.lists(st.tuples(st.integers(0, 50), st.none() | st.integers(1, 100)), max_size=6)
DAY = datetime(2026, 5, 1, tzinfo=UTC)
STARTS = st.lists(st.integers(0, 200), min_size=1, max_size=8).map(
    lambda hours: [Start(n, DAY + timedelta(hours=hour)) for n, hour in enumerate(hours, 1)]
)


def at_of(hour: int) -> datetime:
    return DAY + timedelta(hours=hour)


@given(STARTS, st.integers(-1, 201), st.integers(0, 100))
def test_one_version_holds_and_time_leads_to_higher_ones_only(starts: list[Start], hour: int, later: int) -> None:
    now, then = in_force(starts, at_of(hour)), in_force(starts, at_of(hour + later))
    assert now in {one.version for one in starts}
    assert now <= then
    assert in_force(starts[::-1], at_of(hour)) == now


@given(STARTS, st.integers(-1, 201))
def test_what_waits_is_what_will_begin(starts: list[Start], hour: int) -> None:
    following = [in_force(starts, at_of(one)) for one in range(hour, 202)]
    changes = [after for before, after in pairwise(following) if before != after]
    assert list(waiting(starts, at_of(hour))) == changes


@given(PLANS)
@settings(max_examples=25, deadline=None)
def test_bills_go_by_the_version_of_their_instant_and_made_again_the_store_says_the_same(
    plans: list[tuple[int, int | None]],
) -> None:
    with memory_shop() as shop:
        starts = [Start(1, shop.clock.today)]
        for waited, ahead in plans:
            at = shop.wait(hours=waited)
            begins = at + timedelta(hours=ahead) if ahead else None
            made = publish(shop.desk, replace(PROGRAM, enabled=bool(waited % 2)), staff=STAFF, holds_from=begins)
            starts.append(Start(made.version, begins or at))
        for _ in range(5):
            shop.wait(hours=30)
            expected = in_force(starts, shop.clock.today)
            assert current(shop.desk).version == expected
            assert shop.sell(None, ("General", 100)).bill.program_version == expected
        assert told_from(shop, starts[0].at) == [in_force(starts, starts[0].at + timedelta(hours=n)) for n in range(99)]
        books.rebuild(shop.desk)
        shop.sound()


def told_from(shop: Shop, at: datetime) -> list[int]:
    with shop.store.reading() as uow:
        return [uow.programs.in_force(at + timedelta(hours=n)).version for n in range(99)]
