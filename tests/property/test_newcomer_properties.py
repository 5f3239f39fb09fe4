"""Newcomers put in place as they are told stand as if they had been read, and nothing else is taken for one."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import pytest
import zstandard
from hypothesis import event, given, settings
from hypothesis import strategies as st

from app.domain.member import CardStatus
from app.scenario.world import ScenarioClock
from app.services.chain.adopting_snapshots import adopt_chunk, maker_of_newcomers
from app.services.chain.images import image_from_plain, image_to_plain
from app.services.chain.newcomers import is_usual
from app.services.chain.tidings import Tidings
from app.services.ports import AlreadyHere
from app.services.records import to_micros
from sync.chunks import ChunkReader
from sync.protocol import PageRow, Topic, row_to_plain, spelt
from sync.tidings import tidings_of
from tests.unit.services.chains import Pair, chained

State = dict[str, Any]

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=8)
PHONES = st.integers(0, 9999).map("+91982000{:04}".format)
BIRTHDAYS = st.sampled_from(["1990-02-28", "02-29"])
NOW = to_micros(ScenarioClock().now())
INSTANTS = st.sampled_from([NOW - 10**9, NOW, NOW + 10**9, -62_135_596_800_000_000])
POINTS = st.integers(0, 10**9)


@st.composite
def lots(draw: st.DrawFn) -> State:
    points = draw(POINTS)
    left = draw(st.integers(0, points))
    pushed = {"counts_from": INSTANTS, "first_expires_at": INSTANTS}
    return {
        "available_at": draw(INSTANTS),
        "expired": draw(st.integers(0, points - left)),
        "expires_at": draw(st.none() | INSTANTS),
        "left": left,
        "points": points,
        **draw(st.fixed_dictionaries({}, optional=pushed)),
    }


@st.composite
def states(draw: st.DrawFn, number: int) -> State:
    """A member as a server spells them: names in order."""
    who = {
        "first_tier": draw(NAMES),
        "joined_at": draw(INSTANTS),
        "language": "hi",
        "member_id": f"m{number}",
        "merged_into": draw(st.none() | st.just("m0")),
        "name": draw(NAMES),
        "phone": draw(st.none() | PHONES),
        "referrer_id": draw(st.none() | st.just("m1")),
        **draw(st.fixed_dictionaries({}, optional={"birthday": BIRTHDAYS, "email": NAMES})),
    }
    every = st.sampled_from([status.value for status in CardStatus if status is not CardStatus.ACTIVE])
    kinds = [draw(st.sampled_from(["ACTIVE"]) | every), *draw(st.lists(every, max_size=2))]
    held = draw(st.lists(lots(), max_size=3))
    state = {
        **{name: [] for name in ("activity", "lines", "tier_changes", "uses")},
        "cards": [
            {"number": f"{number}-{at}", "status": one, "status_at": draw(INSTANTS)} for at, one in enumerate(kinds)
        ],
        "debt": 0,
        "lots": [{**lot, "lot_id": f"{number}-{at}", "order": at} for at, lot in enumerate(held)],
        "member": who,
        "points": sum(lot["left"] for lot in held),
        "reserved": draw(POINTS),
        "tier": draw(NAMES),
        "whole": False,
    }
    ordered: State = in_order(state)
    return ordered


def in_order(plain: Any) -> Any:
    if isinstance(plain, list):
        return [in_order(one) for one in plain]
    return {name: in_order(plain[name]) for name in sorted(plain)} if isinstance(plain, dict) else plain


CHUNKS = st.integers(1, 4).flatmap(lambda count: st.tuples(*(states(number) for number in range(count))))


def rows_of(chunk: Sequence[State]) -> list[PageRow]:
    return [PageRow(Topic.MEMBER, one["member"]["member_id"], at, one) for at, one in enumerate(chunk, 1)]


def told(pair: Pair, rows: Sequence[PageRow]) -> tuple[Tidings, Tidings]:
    """Read as a snapshot's chunk is, and as a page's rows."""
    view = replace(pair.view(), position=40)
    body = zstandard.compress(b"\n".join(spelt(row_to_plain(row)) for row in rows))
    chunk = ChunkReader(maker_of_newcomers(pair.counter.desk), view.position, view.server_at)(body)
    assert not chunk.others
    return Tidings(view, ready=chunk.groups), tidings_of(rows, view)


@settings(max_examples=25)
@given(CHUNKS)
def test_they_stand_as_if_they_had_been_read(chunk: tuple[State, ...]) -> None:
    with ExitStack() as stack:
        one, other = (stack.enter_context(chained()) for _ in range(2))
        (quick, read), (_, other_read) = told(one, rows_of(chunk)), told(other, rows_of(chunk))
        assert quick.count == read.count == len(chunk)
        for pair, tidings in ((one, quick), (other, other_read)):
            assert adopt_chunk(pair.counter.desk, tidings, name="1")
        assert one.counter.tables() == other.counter.tables()
        with pytest.raises(AlreadyHere):
            adopt_chunk(one.counter.desk, quick, name="2")
        assert one.counter.tables() == other.counter.tables(), "told again, when all of them are here"


ODD: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, False, 0, 1, -1, 2.0, "", "x", "ACTIVE", [], {}, [{}], 10**18, -(10**18)]
)


def places(plain: Any) -> Iterator[tuple[Any, Any]]:
    """Everything that can be changed: what holds it, and under what."""
    for name, value in list(plain.items() if isinstance(plain, dict) else enumerate(plain)):
        yield plain, name
        if isinstance(value, dict | list):
            yield from places(value)


@settings(max_examples=300)
@given(states(1), st.data())
def test_whatever_is_taken_for_one_would_read_as_it_is(state: State, data: st.DataObject) -> None:
    changed = copy.deepcopy(state)
    holder, name = data.draw(st.sampled_from(list(places(changed))))
    match data.draw(st.sampled_from(["replace", "remove", "add"])):
        case "replace":
            holder[name] = data.draw(ODD)
        case "remove":
            del holder[name]
        case "add" if isinstance(holder, dict):
            holder[data.draw(st.sampled_from(["email", "rules", "drives", "home", "expired"]))] = data.draw(ODD)
    changed = in_order(changed)
    event(f"usual: {is_usual(changed)}")
    if is_usual(changed):
        assert in_order(image_to_plain(image_from_plain(changed))) == changed


@given(states(1))
def test_out_of_order_it_is_read(state: State) -> None:
    turned = dict(reversed(state.items()))
    assert is_usual(state)
    assert not is_usual(turned)
    assert image_from_plain(turned) == image_from_plain(state)
