"""Newcomers: members put in place as they are told; where something of theirs is here already, they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

import orjson
import pytest

from app.services.chain import adopting_snapshots
from app.services.chain.images import image_to_plain
from app.services.chain.newcomers import is_usual
from app.services.chain.tidings import Tidings
from app.services.members.merging import merge
from app.services.ports import AlreadyHere
from tests.desks import STAFF
from tests.unit.services.chains import Pair, chained


@pytest.fixture
def pair() -> Iterator[Pair]:
    with chained() as pair:
        yield pair


def told(pair: Pair, members: Sequence[str] | None = None) -> Tidings:
    """What the server knows of these members, or of all, as a snapshot tells it."""
    tidings = pair.tidings(is_whole=False, members=members)
    plain = [orjson.loads(orjson.dumps(image_to_plain(one), option=orjson.OPT_SORT_KEYS)) for _, one in tidings.members]
    assert all(map(is_usual, plain))
    make = adopting_snapshots.maker_of_newcomers(pair.counter.desk)
    ready = make(plain, position=tidings.view.position, at=tidings.view.server_at)
    return replace(tidings, members=(), ready=[ready])


def are_the_same(pair: Pair) -> bool:
    return pair.images(pair.counter, is_whole=False) == pair.images(pair.server, is_whole=False)


def test_who_is_here_already_is_no_newcomer(pair: Pair) -> None:
    pair.server.credit(pair.server.enrol("Meena", phone="9820003210"), 12_00)
    pair.server.enrol("Ravi")
    adopting_snapshots.adopt_part(pair.counter.desk, told(pair))
    assert are_the_same(pair)
    pair.server.enrol("Asha")
    for refused in (adopting_snapshots.adopt_part, partial(adopting_snapshots.adopt_chunk, name="s/1")):
        before = pair.counter.tables()
        with pytest.raises(AlreadyHere):
            refused(pair.counter.desk, told(pair))
        assert pair.counter.tables() == before
    assert pair.link().position == pair.position, "the cursor stays where it is"


def test_a_chunk_of_newcomers_comes_once(pair: Pair) -> None:
    pair.server.enrol("Ravi")
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
    only = [pair.server.member_id(into)]
    with pytest.raises(AlreadyHere):  # a lot of theirs is
        adopting_snapshots.adopt_part(pair.counter.desk, told(pair, only))
    adopting_snapshots.adopt_part(pair.counter.desk, pair.tidings(is_whole=False, members=only))
    (old, new) = pair.images(pair.counter, is_whole=False)
    assert {old.member.name: old.points, new.member.name: new.points} == {"Meena": 0, "Meena Rao": 12_00}
    adopting_snapshots.adopt_part(pair.counter.desk, pair.tidings(is_whole=False))
    assert are_the_same(pair)
