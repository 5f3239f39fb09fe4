"""Keys: when one has served its time, which is announced, and what takes whose place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from app.services.chain.joining import join
from app.services.chain.keys import KEY_LIFE, every_key, is_due, keep_next, take
from tests.unit.services.chains import MEMBERSHIP, Pair, chained

FIRST, NEXT, LATER = MEMBERSHIP.private_key, bytes([1]) * 32, bytes([2]) * 32


@pytest.fixture
def pair() -> Iterator[Pair]:
    with chained() as pair:
        yield pair


def test_a_key_is_due_when_it_has_served_its_time(pair: Pair) -> None:
    now = pair.counter.clock.now()
    link = replace(pair.link(), key_since=now)
    assert not is_due(link, now + KEY_LIFE - timedelta(microseconds=1))
    assert is_due(link, now + KEY_LIFE)
    assert is_due(link, now - KEY_LIFE), "it was taken by a clock that was far ahead"
    assert not is_due(replace(link, key_since=None), now + KEY_LIFE)


def test_whoever_joins_has_a_new_key_from_now_on(pair: Pair) -> None:
    take(pair.counter.desk, keep_next(pair.counter.desk, NEXT))
    keep_next(pair.counter.desk, LATER)
    pair.counter.clock.advance(pair.counter.clock.now() + timedelta(days=5))
    link = join(pair.counter.desk, replace(MEMBERSHIP, client_id="t1.c2", epoch=3))
    assert (link.private_key, link.next_key, link.former_key) == (FIRST, b"", b"")
    assert link.key_since == pair.counter.clock.now()


def test_the_next_key_is_the_same_until_it_is_taken(pair: Pair) -> None:
    desk = pair.counter.desk
    assert [keep_next(desk, NEXT), keep_next(desk, LATER)] == [NEXT, NEXT]
    assert (pair.link().private_key, every_key(desk)) == (FIRST, [FIRST, NEXT])
    pair.counter.clock.advance(pair.counter.clock.now() + timedelta(days=5))
    for _ in range(2):
        take(desk, NEXT)
        link = pair.link()
        assert (link.private_key, link.next_key, link.former_key) == (NEXT, b"", FIRST)
        assert link.key_since == pair.counter.clock.now()
    assert keep_next(desk, LATER) == LATER


def test_the_former_key_comes_back_and_leaves_the_next_where_it_is(pair: Pair) -> None:
    desk = pair.counter.desk
    take(desk, keep_next(desk, NEXT))
    keep_next(desk, LATER)
    take(desk, FIRST)
    assert every_key(desk) == [FIRST, LATER, NEXT]


def test_a_key_of_before_it_was_paired_again_is_nobodys(pair: Pair) -> None:
    desk = pair.counter.desk
    keep_next(desk, NEXT)
    join(desk, replace(MEMBERSHIP, private_key=LATER, client_id="t1.c2", epoch=3))
    before = pair.link()
    take(desk, NEXT)
    assert pair.link() == before


def test_who_is_alone_has_no_key(pair: Pair) -> None:
    take(pair.server.desk, NEXT)
    assert every_key(pair.server.desk) == []
