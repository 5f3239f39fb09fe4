"""The tiers at the manager's desk: who holds which; in a draft one is new, called otherwise, or taken out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.domain.days import ALWAYS
from app.domain.drives import Drive
from app.domain.errors import Code
from app.domain.program import Program
from app.domain.rewards import Reward, RewardKind
from app.domain.rules import DecisionRule, Multiply, PointsFixed
from app.domain.segments import BornIn, HoldsTier, Segment
from app.domain.tier_advance import TierAdvance
from app.domain.tiers import Level, TierScheme
from app.domain.triggers import Trigger
from app.services.members import editing
from app.services.programs import rates
from app.services.programs.program import publish
from app.services.tiers import tier_desk
from tests.desks import PROGRAM, STAFF, Shop, changed
from tests.unit.services.programs.drafting import MEERA, publish_tiers

BRONZE, SILVER = PROGRAM.tiers.levels
GOLD = Level("Gold", Decimal(2), min_spend_minor=5000_00, birthday_points=50_00)


def make(shop: Shop, level: Level, *, instead_of: str = "") -> Program:
    found = rates.look(shop.desk, MEERA)
    rates.keep(shop.desk, tier_desk.with_tier(found.draft, found.base, level, instead_of=instead_of))
    return rates.look(shop.desk, MEERA).drafted


def take_out(shop: Shop, name: str) -> None:
    found = rates.look(shop.desk, MEERA)
    rates.keep(shop.desk, tier_desk.without_tier(found.draft, found.base, name))


def published(shop: Shop) -> Program:
    return rates.publish_draft(shop.desk, MEERA, by=MEERA)


@pytest.fixture
def golden(shop: Shop) -> Shop:
    """With a third tier."""
    publish_tiers(shop, replace(PROGRAM.tiers, levels=(BRONZE, SILVER, GOLD)))
    return shop


def test_who_holds_which_is_counted(shop: Shop) -> None:
    for tier in (None, None, "Silver"):
        shop.enrol(tier=tier)
    assert tier_desk.held(shop.desk) == {"Bronze": 2, "Silver": 1}


def test_a_new_tier_stands_where_it_belongs_and_holds_once_it_is_published(shop: Shop) -> None:
    card = shop.enrol()
    make(shop, GOLD)
    copper = Level("Copper", min_spend_minor=500_00)
    assert [one.name for one in make(shop, copper).tiers.levels] == ["Bronze", "Copper", "Silver", "Gold"]
    shop.sell(card, ("General", 600))
    assert shop.tier(card) == "Bronze", "nothing is published yet"

    published(shop)
    shop.sell(card, ("General", 1))
    assert shop.tier(card) == "Copper"


def test_a_tier_that_is_called_otherwise_is_held_by_whoever_held_it(shop: Shop) -> None:
    given, bought = shop.enrol(tier="Silver"), shop.enrol()
    shop.sell(bought, ("General", 1000))
    make(shop, replace(SILVER, name="Argent", multiplier=Decimal(2)), instead_of="Silver")
    made = published(shop)
    before = shop.tables()["tier_changes"]

    assert [shop.tier(one) for one in (given, bought)] == ["Argent", "Argent"]
    assert tier_desk.held(shop.desk) == {"Argent": 2}
    assert shop.sell(given, ("General", 100)).bill.earned_points == 6_00, "twice 3 %"
    assert shop.tables()["tier_changes"] == before, "nobody rose, and nobody fell"
    assert made.tiers.levels[1].names == ("Argent", "Silver")
    with shop.refuses(Code.INVALID, saying="The member is Argent already"):
        editing.set_tier(shop.desk, shop.member_id(given), "Silver", reason="a guest", staff=STAFF)


def test_what_asks_for_a_tier_asks_for_it_by_its_new_name(shop: Shop) -> None:
    rules = (
        DecisionRule("only", Multiply(Decimal(2)), tiers=frozenset({"Silver"})),
        DecisionRule("lift", TierAdvance("Silver"), tiers=frozenset({"Bronze"})),
        DecisionRule("next", TierAdvance()),
    )
    program = changed(
        rules=rules,
        rewards=(_coupon("R1", "Silver"), _coupon("R2", None)),
        segments=(Segment("best", (HoldsTier(frozenset({"Silver"})), BornIn(frozenset({1})))),),
        drives=(Drive("week", "Week", ALWAYS, tiers=frozenset({"Bronze", "Silver"})),),
    )
    shop.publish(program)
    make(shop, replace(SILVER, name="Argent"), instead_of="Silver")
    made = published(shop)

    assert [rule.tiers for rule in made.rules] == [{"Argent"}, {"Bronze"}, set()]
    assert [rule.award for rule in made.rules] == [Multiply(Decimal(2)), TierAdvance("Argent"), TierAdvance()]
    assert [reward.min_tier for reward in made.rewards] == ["Argent", None]
    assert made.segments[0].asks == (HoldsTier(frozenset({"Argent"})), BornIn(frozenset({1})))
    assert made.drives[0].tiers == {"Argent", "Bronze"}


def _coupon(reward_id: str, tier: str | None) -> Reward:
    return Reward(reward_id, reward_id, RewardKind.CASHBACK, 100_00, value_minor=10_00, min_tier=tier)


def test_a_rule_for_a_tier_speaks_to_whoever_holds_it_by_an_older_name(shop: Shop) -> None:
    """Where there is a bill, and where there is none."""
    to_silver = frozenset({"Silver"})
    rules = (
        DecisionRule("bill", PointsFixed(7_00), tiers=to_silver),
        DecisionRule("social", PointsFixed(5_00), tiers=to_silver, trigger=Trigger.BIRTHDAY),
    )
    shop.publish(changed(rules=rules))
    card = shop.enrol(tier="Silver")
    make(shop, replace(SILVER, name="Argent"), instead_of="Silver")
    published(shop)
    assert shop.sell(card, ("General", 100)).bill.earned_points == 3_75 + 7_00


def test_whoever_holds_a_tier_that_is_taken_out_holds_the_one_below(golden: Shop) -> None:
    card = golden.enrol(tier="Gold")
    take_out(golden, "Gold")
    assert published(golden).tiers.levels[1].names == ("Silver", "Gold")
    assert golden.tier(card) == "Silver"
    assert golden.sell(card, ("General", 100)).bill.earned_points == 3_75


def test_what_is_taken_out_of_a_draft_comes_back_to_whoever_holds_it(golden: Shop) -> None:
    card = golden.enrol(tier="Gold")
    take_out(golden, "Gold")
    make(golden, GOLD)
    make(golden, replace(SILVER, min_spend_minor=900_00), instead_of="Silver")
    made = published(golden)
    assert [one.names for one in made.tiers.levels] == [("Bronze",), ("Silver",), ("Gold",)]
    assert golden.tier(card) == "Gold"


def test_a_name_that_never_was_published_is_forgotten(shop: Shop) -> None:
    make(shop, replace(GOLD, name="Glod"))
    make(shop, GOLD, instead_of="Glod")
    assert [one.names for one in published(shop).tiers.levels] == [("Bronze",), ("Silver",), ("Gold",)]


def test_a_name_that_members_still_hold_another_tier_by_is_refused(golden: Shop) -> None:
    take_out(golden, "Gold")
    published(golden)
    with golden.refuses(Code.INVALID, saying="Members of Silver may still hold it as Gold"):
        make(golden, GOLD)
    with golden.refuses(Code.INVALID, saying="two tiers called Bronze"):
        make(golden, replace(SILVER, name="Bronze"), instead_of="Silver")


def test_the_first_tier_stays_and_may_be_called_otherwise(shop: Shop) -> None:
    with shop.refuses(Code.INVALID, saying="Members begin in Bronze"):
        take_out(shop, "Bronze")
    make(shop, replace(BRONZE, name="Basic", benefits=("A smile",)), instead_of="Bronze")
    assert [one.name for one in published(shop).tiers.levels] == ["Basic", "Silver"]
    assert shop.tier(shop.enrol()) == "Basic"


@pytest.mark.parametrize(
    ("asking", "why"),
    [
        ({"rules": (DecisionRule("only", PointsFixed(1_00), tiers=frozenset({"Gold"})),)}, "“only” cannot be"),
        ({"rewards": (_coupon("R1", "Gold"),)}, "there is no tier called Gold"),
        ({"segments": (Segment("best", (HoldsTier(frozenset({"Gold"})),)),)}, "“best” cannot be"),
        ({"drives": (Drive("week", "Week", tiers=frozenset({"Gold"})),)}, "“week” cannot be"),
    ],
)
def test_a_tier_that_something_asks_for_is_not_taken_out(shop: Shop, asking: dict[str, object], why: str) -> None:
    tiers = TierScheme((BRONZE, SILVER, GOLD))
    shop.publish(changed(tiers=tiers, **asking))
    with shop.refuses(Code.INVALID, saying=why):
        take_out(shop, "Gold")
    assert rates.look(shop.desk, MEERA).drafted.tiers == tiers


def test_rules_that_wait_for_their_day_are_what_a_draft_begins_from(shop: Shop) -> None:
    later = shop.clock.today + timedelta(days=3)
    publish(shop.desk, changed(bill_rounding_minor=100), staff=STAFF, holds_from=later)
    made = make(shop, GOLD)
    assert (made.bill_rounding_minor, len(made.tiers.levels)) == (100, 3)
