"""Newcomers: members put in place as they are told; where something of theirs is here already, they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import orjson
import pytest

from app.services.chain import adopting_snapshots
from app.services.chain.images import image_to_plain
from app.services.chain.newcomers import is_usual
from app.services.chain.tidings import Tidings
from app.services.members.merging import merge
from tests.desks import STAFF
from tests.unit.services.chains import Pair, chained


@pytest.fixture
def pair() -> Iterator[Pair]:
    with chained() as pair:
        yield pair


def told(pair: Pair, members: Sequence[str] | None = None) -> Tidings:
    """What the server knows of these members, or of all, as a snapshot tells it."""
    tidings = pair.tidings(is_whole=False, members=members)
    plain = [
        (at, orjson.loads(orjson.dumps(image_to_plain(one), option=orjson.OPT_SORT_KEYS)))
        for at, one in tidings.members
    ]
    assert all(is_usual(state) for _, state in plain)
    return replace(tidings, members=(), usual=plain)


def are_the_same(pair: Pair) -> bool:
    return pair.images(pair.counter, is_whole=False) == pair.images(pair.server, is_whole=False)


def test_a_part_comes_as_often_as_it_is_told(pair: Pair) -> None:
    pair.server.credit(pair.server.enrol("Meena", phone="9820003210"), 12_00)
    pair.server.enrol("Ravi")
    for _ in range(2):
        adopting_snapshots.adopt_part(pair.counter.desk, told(pair))
        assert are_the_same(pair)
    assert pair.link().position == pair.position, "the cursor stays where it is"


def test_a_chunk_with_somebody_who_is_here_brings_the_others_too(pair: Pair) -> None:
    card = pair.counter.enrol("Meena")
    pair.take_in()
    pair.tell()
    pair.server.enrol("Ravi")
    pair.server.credit(card, 12_00)
    assert adopting_snapshots.adopt_chunk(pair.counter.desk, told(pair), name="s/1")
    assert are_the_same(pair)
    assert not adopting_snapshots.adopt_chunk(pair.counter.desk, told(pair), name="s/1")


def test_the_points_of_somebody_known_have_gone_to_somebody_new(pair: Pair) -> None:
    """The member they were merged into is told first."""
    card = pair.counter.enrol("Meena")
    pair.counter.credit(card, 12_00)
    pair.take_in()
    pair.tell()
    into = pair.server.enrol("Meena Rao")
    merge(pair.server.desk, [card], into=into, staff=STAFF)
    adopting_snapshots.adopt_part(pair.counter.desk, told(pair, [pair.server.member_id(into)]))
    (old, new) = pair.images(pair.counter, is_whole=False)
    assert {old.member.name: old.points, new.member.name: new.points} == {"Meena": 0, "Meena Rao": 12_00}
    adopting_snapshots.adopt_part(pair.counter.desk, told(pair))
    assert are_the_same(pair)
