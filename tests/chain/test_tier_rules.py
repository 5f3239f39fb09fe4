"""Rules of tiers in a chain: what a new tier brings comes once, and a lift ends on the same day everywhere."""

from __future__ import annotations

import pytest

from app.domain.conditions import HasCategory
from app.domain.rules import DecisionRule, PointsFixed
from app.domain.tier_advance import TierAdvance
from app.domain.triggers import Trigger
from app.services.chain.images import Image
from app.services.programs.program import publish
from server.desks import desk_of
from tests.chain.counters import Chain, ChainCounter
from tests.desks import PROGRAM, changed

Two = tuple[ChainCounter, ChainCounter]
RULES = (
    DecisionRule("silver", PointsFixed(50_00), tiers=frozenset({"Silver"}), trigger=Trigger.TIER_CHANGE),
    DecisionRule("up", TierAdvance("Silver", 30), conditions=(HasCategory(frozenset({"Medicines"})),)),
)


@pytest.fixture
def ruled(pair_of: Two, chain: Chain) -> Two:
    desk = desk_of(chain.running.parts, chain.office.tenant_id)
    publish(desk, changed(PROGRAM, calendar=desk.calendar, rules=RULES), staff="owner")
    for till in pair_of:
        till.sync()
    return pair_of


def agreed(pair: Two, chain: Chain, card: str) -> Image:
    """What all of them know of a member once everything is said."""
    for till in (*pair, *pair):
        till.sync()
        till.scan(card)
    member_id = pair[0].member_id(card)
    known = chain.whole(member_id)
    assert [till.whole(member_id) for till in pair] == [known, known]
    return known


def test_two_that_raise_the_same_tier_without_a_line_bring_its_points_once(ruled: Two, chain: Chain) -> None:
    first, second = ruled
    card = first.enrol(phone="9820003210")
    agreed(ruled, chain, card)
    bills = [till.sell(card, ("General", 1000)).bill for till in ruled]
    assert [till.available(card) for till in ruled] == [80_00, 80_00]
    assert (agreed(ruled, chain, card).points, first.tier(card)) == (110_00, "Silver")
    second.cancel(bills[1].bill_id)
    assert agreed(ruled, chain, card).points == 80_00
    first.cancel(bills[0].bill_id)
    known = agreed(ruled, chain, card)
    assert (known.points, known.tier) == (0, "Bronze")


def test_a_lift_at_one_counter_ends_on_the_same_day_at_all(ruled: Two, chain: Chain) -> None:
    first, second = ruled
    card = first.enrol(phone="9820003210")
    agreed(ruled, chain, card)
    bill = first.sell(card, ("Medicines", 100)).bill
    first.cycle.top_ups.gone(first.member_id(card))
    second.sync()
    assert (first.tier(card), second.tier(card)) == ("Silver", "Bronze")
    known = agreed(ruled, chain, card)
    assert (known.tier, [one.change_id for one in known.tier_holds]) == ("Silver", [bill.bill_id])
    first.cancel(bill.bill_id)
    known = agreed(ruled, chain, card)
    assert (known.tier, known.points) == ("Bronze", 0)


def test_what_is_told_before_a_bill_is_sent_leaves_its_lift(ruled: Two, chain: Chain) -> None:
    first, second = ruled
    card = first.enrol(phone="9820003210")
    agreed(ruled, chain, card)
    first.sell(card, ("Medicines", 100))
    second.sell(card, ("General", 10))
    second.sync()
    first.scan(card)
    assert first.tier(card) == "Silver", "its own bill lies on what it was told"
    assert agreed(ruled, chain, card).tier == "Silver"
