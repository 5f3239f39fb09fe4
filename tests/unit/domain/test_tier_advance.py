"""A rule that lifts a tier: to which, for how long, what is wrong with one, and how it is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from app.domain.award_flaws import advance_flaws
from app.domain.cart import Cart, CartLine
from app.domain.conditions import AmountBetween, Occasion
from app.domain.days import INDIA
from app.domain.explain import why_points
from app.domain.hearing import RuleUse, Silenced
from app.domain.limit_flaws import limit_flaws
from app.domain.limits import Bound, Drawn, RuleLimits
from app.domain.program import Program
from app.domain.quote import Quote, Visitor, quote
from app.domain.redemption import Purse
from app.domain.rules import DecisionRule, PointsFixed
from app.domain.tier_advance import TierAdvance
from app.domain.tiers import Level, TierScheme
from app.services.plain import from_plain, to_plain

SCHEME = TierScheme((Level("Bronze"), Level("Silver"), Level("Gold")))
AT = datetime(2026, 3, 10, 20, tzinfo=UTC)  # 11 March in India


@pytest.mark.parametrize(
    ("tier", "held", "to"),
    [
        (None, "Bronze", "Silver"),
        (None, "Silver", "Gold"),
        (None, "Gold", None),
        ("Gold", "Bronze", "Gold"),
        ("Gold", "Gold", None),
        ("Silver", "Gold", None),
        ("Gold", "", "Gold"),
    ],
)
def test_it_lifts_to_what_is_higher(tier: str | None, held: str, to: str | None) -> None:
    assert TierAdvance(tier).target(SCHEME, held) == to


def test_it_is_kept_to_the_end_of_its_last_day() -> None:
    assert TierAdvance("Gold", 1).ends_at(AT, INDIA) == datetime(2026, 3, 12, 18, 30, tzinfo=UTC)
    assert TierAdvance("Gold").ends_at(AT, INDIA) is None


@pytest.mark.parametrize(
    ("award", "tiers", "says"),
    [
        (TierAdvance("Gold", 30), (), []),
        (TierAdvance(None, 1), ("Silver", "Gold"), []),
        (TierAdvance("Red"), (), ["There is no tier Red."]),
        (TierAdvance("Bronze"), (), ["Whoever it asks for has that tier already, so it would lift nobody."]),
        (TierAdvance(), ("Gold",), ["Whoever it asks for has that tier already, so it would lift nobody."]),
        (TierAdvance("Gold", 0), (), ["A tier is kept between 1 and 3,650 days."]),
        (TierAdvance("Gold", 3651), (), ["A tier is kept between 1 and 3,650 days."]),
    ],
)
def test_what_is_wrong_with_one(award: TierAdvance, tiers: tuple[str, ...], says: list[str]) -> None:
    rule = DecisionRule("up", award, tiers=frozenset(tiers))
    assert [str(one) for one in advance_flaws(rule, award, SCHEME)] == says


def test_how_often_may_be_limited_and_points_not() -> None:
    rule = DecisionRule("up", TierAdvance("Gold"), limits=RuleLimits(uses_per_member=1))
    assert not list(limit_flaws(rule))
    for limits in (RuleLimits(points_per_bill=100), RuleLimits(budget=100)):
        assert list(limit_flaws(replace(rule, limits=limits))) == ["What brings no points has no limit in points."]


def test_it_is_written_as_any_rule_is() -> None:
    rule = DecisionRule("up", TierAdvance(None, 30))
    assert to_plain(rule)["award"] == {"TierAdvance": {"tier": None, "days": 30}}
    assert from_plain(DecisionRule, to_plain(rule)) == rule


def heard(*rules: DecisionRule, tier: str = "Bronze", drawn: dict[str, Drawn] | None = None) -> tuple[Quote, Program]:
    program = Program(tiers=SCHEME, rules=rules)
    who = Visitor(Purse(0), tier, occasion=Occasion(drawn=drawn or {}))
    cart = Cart((CartLine("1", "General", Decimal(1), 100_00),))
    return quote(cart, program, who, redeem=0, at=AT), program


def test_it_is_used_without_points_and_said() -> None:
    up, next_one = DecisionRule("up", TierAdvance("Gold", 30)), DecisionRule("zz", TierAdvance())
    priced, program = heard(up, next_one, DecisionRule("also", PointsFixed(1_00)))
    assert priced.earned.uses == (RuleUse("also", 1_00), RuleUse("up", 0), RuleUse("zz", 0))
    texts = [one.text for one in why_points(priced, program)]
    assert texts[-3:] == ["Rule up lifts to Gold for 30 days", "Rule zz lifts to Silver", "Together 1 points"]


def test_one_day_is_said_as_one() -> None:
    priced, program = heard(DecisionRule("up", TierAdvance("Gold", 1)))
    assert "Rule up lifts to Gold for one day" in [one.text for one in why_points(priced, program)]


def test_where_it_lifts_nobody_it_is_not_used_and_lets_no_other_speak_all_the_same() -> None:
    up = DecisionRule("a", TierAdvance("Silver"), stop=True)
    priced, _ = heard(up, DecisionRule("b", PointsFixed(1_00)), tier="Gold")
    assert (priced.earned.uses, priced.earned.bonuses) == ((), ())


def test_what_does_not_hold_or_is_past_its_limit_lifts_nobody() -> None:
    dear = DecisionRule("dear", TierAdvance("Gold"), conditions=(AmountBetween(200_00),))
    once = DecisionRule("once", TierAdvance("Gold"), limits=RuleLimits(uses_per_member=1))
    priced, program = heard(dear, once, drawn={"once": Drawn(uses=1)})
    assert (priced.earned.uses, priced.earned.silenced) == ((), (Silenced("once", Bound.USES),))
    assert not any("Gold" in one.text for one in why_points(priced, program))
