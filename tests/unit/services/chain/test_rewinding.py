"""Rewinding: a server that was restored has lost what it acknowledged, and gets it again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.services.chain.acknowledging import Acknowledgement, acknowledge, rewind
from app.services.chain.forks import branches, later_events
from app.services.chain.joining import join
from app.services.ports import Bond, ChainPoint, EventVerdict
from tests.unit.services.chains import MEMBERSHIP, Pair, chained


@pytest.fixture
def pair() -> Iterator[Pair]:
    """The counter's chain is 2/1 to 2/4, and the server has all of it."""
    with chained() as pair:
        for phone in range(4):
            pair.counter.enrol(f"Member {phone}")
        pair.take_in()
        yield pair


@pytest.fixture
def forked(pair: Pair) -> Pair:
    """2/5 and 2/6 stand at another machine's place; the counter was paired again, and has said 3/1 since."""
    for phone in range(2):
        pair.counter.enrol(f"Nobody {phone}")
    verdict = EventVerdict(ChainPoint(2, 5), "FORK", "FORK", None)
    acknowledge(pair.counter.desk, Acknowledgement(ChainPoint(2, 9), (verdict,)))
    assert (pair.link().acked, pair.link().bond) == (ChainPoint(2, 4), Bond.FORKED)
    link = join(pair.counter.desk, replace(MEMBERSHIP, epoch=3))
    assert link.acked == ChainPoint(2, 6)
    pair.counter.enrol("Somebody")
    acknowledge(pair.counter.desk, Acknowledgement(ChainPoint(3, 1), ()))
    return pair


def to_send(pair: Pair) -> list[ChainPoint]:
    with pair.counter.store.reading() as uow:
        return [ChainPoint(one.epoch, one.seq) for one in later_events(uow, pair.link().acked, at_once=1)]


def before_it_sent_more(forked: Pair) -> None:
    link = replace(forked.link(), acked=ChainPoint(2, 6))
    with forked.counter.store.writing() as uow:
        uow.links.put(link)


def test_what_was_lost_is_sent_again_and_everything_is_told_from_the_start(pair: Pair) -> None:
    before = pair.link()
    assert rewind(pair.counter.desk, ChainPoint(2, 2))
    assert pair.link() == replace(before, position=0, seen=0, acked=ChainPoint(2, 2))
    assert to_send(pair) == [ChainPoint(2, 3), ChainPoint(2, 4)]


def test_a_server_that_has_everything_is_followed_on(pair: Pair) -> None:
    before = pair.link()
    assert not rewind(pair.counter.desk, ChainPoint(2, 4))
    assert pair.link() == before


def test_what_stands_in_the_place_of_nothing_is_sent_again_around_a_fork(forked: Pair) -> None:
    """What was acknowledged before the fork and after it comes again; what was refused for it never does."""
    assert rewind(forked.counter.desk, ChainPoint(2, 2))
    assert to_send(forked) == [ChainPoint(2, 3), ChainPoint(2, 4), ChainPoint(3, 1)]
    acknowledge(forked.counter.desk, Acknowledgement(ChainPoint(2, 4), ()))
    assert forked.link().acked == ChainPoint(2, 6)
    assert to_send(forked) == [ChainPoint(3, 1)]


def test_what_can_never_be_sent_is_not_missed(forked: Pair) -> None:
    """The other machine had sent one event in the place of two."""
    before_it_sent_more(forked)
    for received in (ChainPoint(2, 4), ChainPoint(2, 5)):
        assert not rewind(forked.counter.desk, received)


def test_what_follows_a_fork_is_missed(forked: Pair) -> None:
    assert rewind(forked.counter.desk, ChainPoint(2, 5))
    assert to_send(forked) == [ChainPoint(3, 1)]


def test_a_fork_from_an_epochs_first_event_is_passed_over_from_the_end_of_the_one_before(forked: Pair) -> None:
    forked.counter.enrol("Nobody else")
    verdict = EventVerdict(ChainPoint(3, 1), "FORK", "FORK", None)
    before_it_sent_more(forked)
    acknowledge(forked.counter.desk, Acknowledgement(ChainPoint(3, 2), (verdict,)))
    join(forked.counter.desk, replace(MEMBERSHIP, epoch=4))
    with forked.counter.store.reading() as uow:
        assert [one.until for one in branches(uow)] == [ChainPoint(2, 6), ChainPoint(3, 2)]
    assert rewind(forked.counter.desk, ChainPoint(2, 3))
    acknowledge(forked.counter.desk, Acknowledgement(ChainPoint(2, 4), ()))
    assert forked.link().acked == ChainPoint(3, 2)
