"""What the counter calls points while a customer looks on: the programme's own word, or money for cashback."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.domain.conditions import ReachesGoal
from app.domain.days import Period
from app.domain.drives import Drive, Goal, Measure
from app.domain.limits import RuleLimits
from app.domain.program import Redemption
from app.domain.programmes import FIRST, PointName, ProgrammeKind
from app.domain.rewards import Reward, RewardKind
from app.domain.rules import DecisionRule, PointsFixed
from app.domain.tiers import Level, TierScheme
from app.services.members import adjustments
from tests.desks import STAFF, changed
from tests.unit.ui.counters import PROGRAM, Rig, rig
from ui.actions import Do

COINS = changed(PROGRAM, programme=replace(FIRST, point=PointName("coin", "coins")))
CASHBACK = changed(
    PROGRAM,
    programme=replace(FIRST, kind=ProgrammeKind.CASHBACK),
    tiers=TierScheme((Level("Bronze"),)),
    redemption=Redemption(rate=Decimal(1), min_points=50_00),
)


@pytest.fixture
def coins() -> Iterator[Rig]:
    with rig(program=COINS) as made:
        yield made


@pytest.fixture
def cashback() -> Iterator[Rig]:
    with rig(program=CASHBACK) as made:
        yield made


def strip(at: Rig) -> str:
    member = at.state.member
    assert member is not None
    return member.points


def headline(at: Rig) -> str:
    redeem = at.state.redeem
    assert redeem is not None
    return redeem.headline


def figures(at: Rig) -> dict[str, str]:
    return {figure.label: figure.value for figure in at.state.totals.figures}


def paid(at: Rig) -> dict[str, str]:
    at.do(Do.FINISH)
    assert at.state.paid is not None
    return {figure.label: figure.value for figure in at.state.paid.figures[1:]}


def test_a_bill_in_coins(coins: Rig) -> None:
    coins.counter.entering.scanned(coins.member(points=2340))
    assert (strip(coins), coins.notice) == ("2,340 coins = ₹234.00", "Ravi Sharma: 2,340 coins = ₹234.00.")
    assert headline(coins) == "Add an item to see what can be used"
    coins.type("240/2")
    assert (headline(coins), coins.state.totals.earns) == ("Can use 1,200 coins = ₹120.00", "earns 7.2 coins")
    coins.do(Do.REDEEM)
    assert headline(coins) == "Using 1,200 coins = ₹120.00"
    assert figures(coins)["coins"] == "−₹120.00"
    coins.do(Do.WHY)
    assert coins.state.why[0].reasons[-1].text == "Together 3.6 coins"
    coins.do(Do.BACK)
    assert paid(coins) == {"Used": "1,200 coins", "Earned": "3.6 coins", "Now": "1,143.6 coins"}


def test_a_bill_in_cashback_says_money_once(cashback: Rig) -> None:
    cashback.counter.entering.scanned(cashback.member(points=234))
    assert (strip(cashback), cashback.notice) == ("₹234.00 cashback", "Ravi Sharma: ₹234.00 cashback.")
    cashback.type("240/2")
    assert (headline(cashback), cashback.state.totals.earns) == ("Can use ₹120.00 cashback", "earns ₹7.20")
    cashback.do(Do.REDEEM)
    assert figures(cashback)["Cashback"] == "−₹120.00"
    assert paid(cashback) == {"Used": "₹120.00", "Earned": "₹3.60", "Now": "₹117.60"}


def test_choosing_how_many(coins: Rig) -> None:
    coins.counter.entering.scanned(coins.member(points=2340))
    coins.type("240/2")
    coins.do(Do.CHOOSE_POINTS)
    choosing = coins.state.points
    assert (choosing.title, choosing.use, choosing.most) == ("coins to use", "Use these", "1,200 coins")
    coins.counter.points.type("many")
    assert coins.state.points.problem == "Type a number"


def test_choosing_how_many_points_is_said_as_it_was(cashback: Rig) -> None:
    with rig() as at:
        assert (at.state.points.title, at.state.points.use) == ("Points to use", "Use these points")
    assert (cashback.state.points.title, cashback.state.points.use) == ("Cashback to use", "Use these")


def test_too_few_of_them(coins: Rig, cashback: Rig) -> None:
    for at, reason in (
        (coins, "at least 100 coins, the card has 20 coins"),
        (cashback, "at least ₹50.00, the card has ₹20.00"),
    ):
        at.counter.entering.scanned(at.member(points=20))
        at.type("240/2")
        at.do(Do.REDEEM)
        assert (headline(at), at.notice) == ("None can be used", f"None can be used on this bill: {reason}.")


def test_they_will_be_used_as_soon_as_there_is_an_item(coins: Rig) -> None:
    coins.counter.entering.scanned(coins.member(points=2340))
    coins.type("240/2")
    coins.do(Do.REDEEM)
    coins.do(Do.REMOVE)
    assert headline(coins) == "Will be used on this bill"


def test_rewards_and_campaigns_cost_and_bring_coins() -> None:
    prize = DecisionRule("t", PointsFixed(200_00), conditions=(ReachesGoal(),), limits=RuleLimits(1), drive="t")
    tea = Reward("tea", "Tea", RewardKind.EXPERIENCE, 100_00)
    third = Drive("t", "Third bill", Period(), goal=Goal(Measure.BILLS, 3))
    with rig(program=changed(COINS, drives=(third,), rules=(prize,), rewards=(tea,))) as at:
        at.counter.entering.scanned(at.member(points=500))
        assert at.state.member is not None
        assert at.state.member.notes[0] == "3 bills more: 200 coins"
        at.do(Do.CHOOSE_POINTS)
        assert at.state.rewards[-1].aside == "100 coins"


@pytest.mark.parametrize(("days", "told"), [(60, "first"), (61, "later")])
def test_what_goes_within_the_days_of_the_receipt_is_told_before_all_else(days: int, told: str) -> None:
    """What goes later stands where it stood, with the day on which it is gone."""
    third = Drive("t", "Third bill", Period(), goal=Goal(Measure.BILLS, 3))
    prize = DecisionRule("t", PointsFixed(200_00), conditions=(ReachesGoal(),), limits=RuleLimits(1), drive="t")
    with rig(program=changed(COINS, drives=(third,), rules=(prize,))) as at:
        card = at.member()
        midnight = at.shop.clock.today + timedelta(days=days + 1)
        adjustments.adjust(at.shop.desk, card, points=30_00, reason="r", staff=STAFF, key="k", expires_at=midnight)
        at.counter.entering.scanned(card)
        assert at.state.member is not None
        first, second = at.state.member.notes[:2]
    rest, going = (second, first) if told == "first" else (first, second)
    assert rest == "3 bills more: 200 coins"
    assert going.startswith("30 coins to use by " if told == "first" else "30 coins expire ")


def test_the_column_of_a_bill_is_headed_so_too(coins: Rig, cashback: Rig) -> None:
    assert (coins.state.point_head, cashback.state.point_head) == ("coins", "Cashback")
