"""Points for a tier, taken in where the tiers are kept: once for a tier, whoever saw it rise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from app.domain.rules import DecisionRule, PointsFixed
from app.domain.tier_advance import TierAdvance
from app.domain.triggers import Trigger
from app.services.members import editing
from app.services.ports import ChainPoint
from app.services.sales.claims import claim_points
from tests.desks import STAFF, Shop, changed, memory_shops
from tests.unit.services.intake.counters import Chain, standing

SILVER = DecisionRule("silver", PointsFixed(50_00), tiers=frozenset({"Silver"}), trigger=Trigger.TIER_CHANGE)
GIVING = changed(rules=(SILVER,), categories={})
LINE = ("General", 700)


@pytest.fixture
def chain() -> Iterator[Chain]:
    with memory_shops("here", program=GIVING) as (here,), memory_shops("there", program=GIVING) as (there,):
        yield Chain(here, there)


def same(chain: Chain, card: str) -> tuple[int, str]:
    """How a member stands on both sides, whose entries have the same names."""
    assert standing(chain.here, card) == standing(chain.there, card)
    assert names(chain.here, card) == names(chain.there, card)
    return standing(chain.here, card)


def names(shop: Shop, card: str) -> list[tuple[str, str, int]]:
    with shop.store.reading() as uow:
        postings = uow.ledger.of_member(shop.member_id(card))
    return [(one.entry.entry_id, one.entry.cause, one.entry.points) for one in postings]


def test_what_the_counter_brought_and_took_back_stands_as_it_was_sealed(chain: Chain) -> None:
    card = chain.there.enrol()
    chain.there.sell(card, LINE)
    second = chain.there.sell(card, LINE).bill
    chain.send()
    assert same(chain, card) == (50_00, "Silver")
    chain.there.cancel(second.bill_id)
    chain.send()
    assert same(chain, card) == (0, "Bronze")
    chain.here.sound()


def test_a_bill_and_its_end_may_come_together(chain: Chain) -> None:
    card = chain.there.enrol()
    chain.there.sell(card, LINE)
    chain.there.cancel(chain.there.sell(card, LINE).bill.bill_id)
    chain.send()
    assert same(chain, card) == (0, "Bronze")


def test_a_card_that_came_later_and_a_tier_of_a_history_bring_theirs(chain: Chain) -> None:
    sold, card = chain.there.sell(None, ("General", 1000)).bill, chain.there.enrol()
    claim_points(chain.there.desk, sold.bill_id, card_number=card, key="k", staff=STAFF)
    guest = chain.there.enrol("Ravi")
    editing.set_tier(chain.there.desk, chain.there.member_id(guest), "Silver", reason="a guest", staff=STAFF)
    chain.send(is_history=True)
    assert same(chain, card) == same(chain, guest) == (50_00, "Silver")


def test_who_sold_elsewhere_raises_the_tier_here_alone(chain: Chain) -> None:
    """The counter has heard of no other bill: it brings nothing, and is told."""
    card = chain.there.enrol()
    chain.send()
    chain.here.sell(card, LINE)
    chain.there.sell(card, LINE)
    chain.send()
    assert (standing(chain.there, card), standing(chain.here, card)) == ((0, "Bronze"), (50_00, "Silver"))
    chain.here.sound()


def test_a_tier_that_two_raised_brings_its_points_once(chain: Chain) -> None:
    card = chain.there.enrol()
    chain.send()
    chain.here.sell(card, LINE, LINE)
    mine = chain.there.sell(card, LINE, LINE).bill
    chain.send()
    assert standing(chain.there, card) == standing(chain.here, card) == (50_00, "Silver")
    chain.there.cancel(mine.bill_id)
    chain.send()
    assert (standing(chain.there, card), standing(chain.here, card)) == ((0, "Bronze"), (50_00, "Silver"))
    chain.here.sound()


def test_a_clock_that_was_wrong_moves_them_with_their_bill(chain: Chain) -> None:
    card = chain.there.enrol()
    chain.there.sell(card, LINE, LINE)
    chain.send(shift=timedelta(hours=-3))
    with chain.here.store.reading() as uow:
        (posted,) = uow.ledger.of_member(chain.here.member_id(card))
        (activity,) = uow.activities.of_member(chain.here.member_id(card))
    assert posted.entry.occurred_at == activity.at


def test_a_lift_by_a_rule_comes_to_the_same_and_ends_the_same_day(chain: Chain) -> None:
    program = changed(GIVING, rules=(SILVER, DecisionRule("up", TierAdvance("Silver", 30))))
    for shop in (chain.here, chain.there):
        shop.publish(program)
    chain.sent = ChainPoint(1, 2)  # that is published here too
    card = chain.there.enrol()
    bill = chain.there.sell(card, ("General", 10)).bill
    chain.send()
    assert same(chain, card) == (50_00, "Silver")
    with chain.here.store.reading() as here, chain.there.store.reading() as there:
        until = here.tiers.held_until(bill.bill_id)
        assert until == there.tiers.held_until(bill.bill_id)
        assert until is not None
        assert here.tiers.of_member(chain.here.member_id(card)) == there.tiers.of_member(chain.there.member_id(card))
    chain.there.cancel(bill.bill_id)
    chain.send()
    assert same(chain, card) == (0, "Bronze")
