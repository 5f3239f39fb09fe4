"""What the server wants checked, at a counter: put among its own, settled here or there, never twice in the list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.services.chain.acknowledging import Acknowledgement, acknowledge
from app.services.chain.adopting import adopt_answer
from app.services.chain.adopting_reviews import ToldReview
from app.services.chain.adopting_staff import ToldColleague
from app.services.keeping import checking
from app.services.keeping.checking import Choice, ReviewKind
from app.services.ports import ChainPoint, Colleague, EventVerdict, Review
from tests.desks import STAFF
from tests.unit.services.chains import Pair, chained

AT = datetime(2026, 6, 1, tzinfo=UTC)
OPEN = Review("r1", ReviewKind.SAME_PHONE, {"counter": "B1", "epoch": 2, "seq": 9, "members": ["m1", "m2"]}, AT)
OURS = Review("r2", ReviewKind.QUARANTINED, {"counter": "A1", "epoch": 2, "seq": 1}, AT)
NAME = "QUARANTINED/2/1"


@pytest.fixture
def pair() -> Iterator[Pair]:
    with chained() as pair:
        yield pair


def tell(pair: Pair, *reviews: Review) -> None:
    told = [ToldReview(one.review_id, one) for one in reviews]
    adopt_answer(pair.counter.desk, replace(pair.tidings(), reviews=told))


def settled(review: Review, choice: str, by: str = "manager") -> Review:
    return replace(review, settled_at=AT, choice=choice, staff=by)


def listed(pair: Pair) -> tuple[list[str], list[tuple[str, str | None]]]:
    """The names of what waits, and of what is settled with what was chosen."""
    found = checking.reviews(pair.counter.desk)
    return [one.review_id for one in found.to_check], [(one.review_id, one.choice) for one in found.settled]


def choose(pair: Pair, name: str, choice: str) -> None:
    checking.settle(pair.counter.desk, name, choice=choice, staff=STAFF)


def test_it_waits_here_until_somebody_decides_anywhere(pair: Pair) -> None:
    tell(pair, OPEN)
    assert pair.reviews() == [OPEN]
    tell(pair, settled(OPEN, Choice.TWO_PEOPLE))
    assert listed(pair) == ([], [("r1", "TWO_PEOPLE")])


def test_what_was_decided_here_stays_decided_until_the_server_has_heard(pair: Pair) -> None:
    tell(pair, OPEN)
    pair.counter.enrol()
    choose(pair, "r1", Choice.MISTYPED)
    tell(pair, OPEN)
    assert listed(pair) == ([], [("r1", "MISTYPED")])
    with pair.server.store.writing() as uow:
        uow.shared.put_review(OPEN)
    pair.take_in()
    tell(pair, OPEN)
    assert listed(pair) == (["r1"], [])


def test_what_the_server_settled_first_holds(pair: Pair) -> None:
    tell(pair, OPEN)
    choose(pair, "r1", Choice.MISTYPED)
    tell(pair, settled(OPEN, Choice.TWO_PEOPLE))
    assert listed(pair) == ([], [("r1", "TWO_PEOPLE")])


def quarantined(pair: Pair) -> None:
    verdict = EventVerdict(ChainPoint(2, 1), "QUARANTINED", "CARD-TAKEN", "Taken.")
    acknowledge(pair.counter.desk, Acknowledgement(ChainPoint(2, 0), [verdict]))


@pytest.mark.parametrize("is_told_first", [True, False])
def test_one_thing_stands_in_the_list_once(pair: Pair, is_told_first: bool) -> None:
    if is_told_first:
        tell(pair, OURS)
        quarantined(pair)
    else:
        quarantined(pair)
        assert listed(pair) == ([NAME], [])
        tell(pair, OURS)
    assert listed(pair) == (["r2"], [])
    quarantined(pair)
    assert listed(pair) == (["r2"], [])


def test_decided_under_its_old_name_it_is_decided(pair: Pair) -> None:
    quarantined(pair)
    choose(pair, NAME, Choice.LEAVE_OUT)
    tell(pair, OURS)
    assert listed(pair) == ([], [("r2", "LEAVE_OUT")])


def test_a_review_of_another_store_goes(pair: Pair) -> None:
    tell(pair, OPEN, OURS)
    gone = [ToldReview("r1", None), ToldReview("never here", None)]
    adopt_answer(pair.counter.desk, replace(pair.tidings(), reviews=gone))
    assert listed(pair) == (["r2"], [])


def test_who_works_here_is_as_last_told(pair: Pair) -> None:
    asha, ravi = Colleague("s1", "Asha", "senior", is_active=True), Colleague("s2", "Ravi", "cashier", is_active=True)
    left = replace(ravi, is_active=False)
    for told in ((asha, ravi), (left, None)):
        staff = [ToldColleague(one.staff_id if one else "s1", one) for one in told]
        adopt_answer(pair.counter.desk, replace(pair.tidings(), staff=staff))
    with pair.counter.store.reading() as uow:
        assert uow.shared.colleagues() == [left]
