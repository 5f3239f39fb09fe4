"""Who is in segments: counted over everybody, as each is judged at a bill."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.segments import BillsWithin, BornIn, BoughtNothingFor, HoldsTier, JoinedAgo, Segment, SpentWithin
from app.services.campaigns import segment_members
from app.services.campaigns.segment_members import count_members, members_in
from app.services.campaigns.segmenting import held
from app.services.members import members, merging
from tests.desks import STAFF, Shop, memory_shop
from tests.property.strategies import segments

SEGMENTS = (
    Segment("silver", (HoldsTier(frozenset({"Silver"})),)),
    Segment("new", (JoinedAgo(most_days=10),)),
    Segment("regular", (BillsWithin(30, 2), SpentWithin(30, 300_00))),
    Segment("lapsed", (BoughtNothingFor(30),)),
    Segment("february", (BornIn(frozenset({2})),)),
    Segment("nobody", (SpentWithin(1, 10**9),)),
)


def quietly(_done: int, _of: int) -> None:
    return


def furnished(shop: Shop) -> list[str]:
    """Three members: one who bought nothing, one who buys, one who is new; and one who was merged into the second."""
    lapsed = shop.enrol("Lapsed", birthday="29/2")
    buys, double = shop.enrol("Buys", birthday="1/2"), shop.enrol("Buys again")
    shop.wait(days=40)
    shop.sell(double, ("General", 200))
    merging.merge(shop.desk, [double], into=buys, staff=STAFF)
    shop.wait(hours=3)
    shop.sell(buys, ("General", 1000))
    return [lapsed, buys, shop.enrol("New", birthday="3/3")]


def test_everybody_is_counted_once_where_they_belong(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    furnished(shop)
    before = shop.tables()
    heard: list[tuple[int, int]] = []

    found = count_members(shop.desk, SEGMENTS, told=lambda done, of: heard.append((done, of)), stop=lambda: False)

    assert found == {"silver": 1, "new": 1, "regular": 1, "lapsed": 1, "february": 2, "nobody": 0}
    assert (heard[0], heard[-1]) == ((0, 3), (3, 3))
    assert shop.tables() == before
    monkeypatch.setattr(segment_members, "MEMBERS_AT_ONCE", 1)  # read in several batches
    assert count_members(shop.desk, SEGMENTS, told=quietly, stop=lambda: False) == found


def test_it_can_be_stopped_and_nobody_is_nobody(shop: Shop) -> None:
    assert count_members(shop.desk, SEGMENTS[:1], told=quietly, stop=lambda: True) == {"silver": 0}
    furnished(shop)
    assert count_members(shop.desk, SEGMENTS, told=quietly, stop=lambda: True) is None
    assert count_members(shop.desk, (), told=quietly, stop=lambda: False) == {}


def test_members_are_told_in_the_order_of_their_ids_a_page_at_a_time(shop: Shop) -> None:
    cards = furnished(shop)
    ids = sorted(shop.member_id(card) for card in cards[:2])
    february = SEGMENTS[4]
    with shop.store.reading() as uow:
        at = shop.clock.now()
        assert members_in(uow, february, at, limit=9) == ids
        assert members_in(uow, february, at, limit=1) == ids[:1]
        assert members_in(uow, february, at, after=ids[0], limit=9) == ids[1:]
        assert members_in(uow, february, at, after=ids[1], limit=9) == []


@given(st.lists(segments, min_size=1, max_size=3, unique_by=lambda one: one.segment_id))
@settings(max_examples=30, deadline=None)
def test_who_is_counted_is_who_is_judged_so_at_a_bill(asked: list[Segment]) -> None:
    with memory_shop() as shop:
        cards = furnished(shop)
        found = count_members(shop.desk, asked, told=quietly, stop=lambda: False)
        with shop.store.reading() as uow:
            at, program = shop.desk.instant(uow.journal.head()), uow.programs.version(1)
            who = [members.required(uow, card).member for card in cards]
            each = [held(uow, one, asked, program, at) for one in who]
            listed = {one.segment_id: members_in(uow, one, at, limit=9) for one in asked}
    assert found == {one.segment_id: sum(one.segment_id in has for has in each) for one in asked}
    assert listed == {
        one.segment_id: sorted(who[at].member_id for at, has in enumerate(each) if one.segment_id in has)
        for one in asked
    }
