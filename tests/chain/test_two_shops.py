"""Two shops that opened alone, with the same card numbers and phones, become one chain: nobody and no point is lost."""

from __future__ import annotations

from app import demo_shop
from app.domain.member import CardStatus
from app.services.members import card_status
from tests.chain.conftest import Opening
from tests.chain.counters import Chain, ChainCounter
from tests.desks import STAFF


def alone(counter: Opening, code: str) -> ChainCounter:
    till = counter(code)
    demo_shop.create(till.desk)
    return till


def points_by_member(till: ChainCounter) -> dict[str, int]:
    return {one.member_id: one.points for one in till.slim()}


def test_the_second_demo_shop_brings_all_its_members(counter: Opening, chain: Chain) -> None:
    first, second = alone(counter, "A1"), alone(counter, "B1")
    second.sell(demo_shop.MEENA, ("General", 1000))
    ravi = second.member_id(demo_shop.RAVI)
    replaced = card_status.replace_card(second.desk, demo_shop.RAVI, staff=STAFF).card
    assert replaced is not None
    brought = points_by_member(first) | points_by_member(second)
    lost = {till.desk.counter_code: till.member_id(demo_shop.LOST) for till in (first, second)}
    for till in (first, second):
        till.pair()
        till.sync()
    first.sync()

    assert {one.member_id: one.points for one in chain.slim()} == brought
    assert first.slim() == second.slim() == chain.slim()
    assert set(chain.reviews()) == {"SAME_PHONE"}
    assert len(chain.reviews()) == len(brought) / 2
    with chain.reading() as unit:
        cards = {one.member_id: unit.members.cards_of(one.member_id) for one in chain.slim()}
        assert unit.members.by_card(demo_shop.RAVI).member.member_id == first.member_id(demo_shop.RAVI)
    assert all(cards.values()), "whoever was brought has a card"
    assert [one.status for one in cards[first.member_id(demo_shop.RAVI)]] == [CardStatus.ACTIVE], "it was not replaced"
    assert [one.number for one in cards[ravi] if one.is_active] == [replaced.number]
    assert {one.status for code in lost for one in cards[lost[code]]} == {CardStatus.LOST}
