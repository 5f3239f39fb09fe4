"""Tiers in the history of versions: told, gone back to, and carried over with the rest of a draft."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.errors import Code
from app.domain.rewards import Reward, RewardKind
from app.domain.rules import DecisionRule, Multiply, PointsFixed
from app.domain.tier_changes import TierChange
from app.services.programs import rates
from app.services.programs.program import current
from tests.desks import PROGRAM, STAFF, Shop
from tests.unit.services.programs.drafting import MEERA, RAVI, draft, draft_tiers, publish_tiers

LONGER = replace(PROGRAM.tiers, grace_days=60)
LONGER_GRACE = TierChange("", "grace_days", 30, 60)


def give_more_grace(shop: Shop) -> None:
    publish_tiers(shop, LONGER, by=STAFF)


def test_a_version_says_what_it_changed_of_the_tiers(shop: Shop) -> None:
    give_more_grace(shop)
    newest, first = rates.look(shop.desk, MEERA).history
    assert (newest.tier_changes, first.tier_changes) == ((LONGER_GRACE,), ())


def test_going_back_to_a_version_goes_back_to_its_tiers(shop: Shop) -> None:
    give_more_grace(shop)
    rates.revert(shop.desk, 1, staff=MEERA)
    found = rates.look(shop.desk, MEERA)
    assert (found.has_changes, found.tier_changes) == (True, (replace(LONGER_GRACE, was=60, now=30),))

    rates.publish_draft(shop.desk, MEERA, by=MEERA)
    assert current(shop.desk).has_the_rules_of(PROGRAM)


def test_tiers_that_were_published_meanwhile_are_told_and_stay_when_a_draft_is_carried_over(shop: Shop) -> None:
    draft(shop, Decimal(2))
    give_more_grace(shop)
    assert rates.look(shop.desk, MEERA).newer_tiers == (LONGER_GRACE,)
    rates.carry_over(shop.desk, MEERA)
    assert rates.publish_draft(shop.desk, MEERA, by=MEERA).tiers == LONGER


def test_tiers_that_were_gone_back_to_are_carried_over_what_is_newer(shop: Shop) -> None:
    give_more_grace(shop)
    rates.revert(shop.desk, 1, staff=MEERA)
    draft(shop, Decimal(2), staff=RAVI)
    rates.publish_draft(shop.desk, RAVI, by=RAVI)
    rates.carry_over(shop.desk, MEERA)
    assert rates.look(shop.desk, MEERA).drafted.tiers == PROGRAM.tiers


def test_a_tier_that_gives_much_more_takes_a_second_person(shop: Shop) -> None:
    shop.desk = replace(shop.desk, rate_rise_limit_percent=5)
    bronze, *others = PROGRAM.tiers.levels
    generous = replace(PROGRAM.tiers, levels=(replace(bronze, price_discount_percent=Decimal(9)), *others))
    draft_tiers(shop, generous)
    with shop.refuses(Code.NEEDS_APPROVAL, saying="A rate rises by 9"):
        publish_tiers(shop, generous)
    with shop.refuses(Code.NEEDS_APPROVAL):
        publish_tiers(shop, generous, second=MEERA)
    assert publish_tiers(shop, generous, second=RAVI).tiers == generous


def test_a_rule_that_multiplies_much_takes_a_second_person(shop: Shop) -> None:
    desk = replace(shop.desk, rate_rise_limit_percent=5)
    rates.keep(desk, replace(draft(shop, Decimal(1)), rules=(DecisionRule("Ten times", Multiply(Decimal(10))),)))
    with shop.refuses(Code.NEEDS_APPROVAL, saying="A rate rises by"):
        rates.publish_draft(desk, MEERA, by=MEERA)
    assert rates.publish_draft(desk.approved(RAVI), MEERA, by=MEERA).rules


SILVER = PROGRAM.tiers.levels[1]
ARGENT = replace(SILVER, name="Argent", formerly=("Silver",))


def called_argent(shop: Shop) -> None:
    publish_tiers(shop, replace(PROGRAM.tiers, levels=(PROGRAM.tiers.levels[0], ARGENT)))


def test_going_back_to_an_older_name_leaves_nobody_behind_who_came_to_it_by_the_newer(shop: Shop) -> None:
    called_argent(shop)
    card = shop.enrol(tier="Argent")
    rates.revert(shop.desk, 1, staff=MEERA)
    made = rates.publish_draft(shop.desk, MEERA, by=MEERA)
    assert [level.names for level in made.tiers.levels] == [("Bronze",), ("Silver", "Argent")]
    assert shop.tier(card) == "Silver"


def test_tiers_that_are_carried_over_another_name_keep_who_holds_it(shop: Shop) -> None:
    draft_tiers(shop, replace(LONGER), staff=RAVI)
    called_argent(shop)
    rates.carry_over(shop.desk, RAVI)
    tiers = rates.look(shop.desk, RAVI).drafted.tiers
    assert (tiers.grace_days, tiers.levels[1].names) == (60, ("Silver", "Argent"))


def test_a_gift_of_much_money_takes_a_second_person_as_a_rate_does(shop: Shop) -> None:
    shop.desk = replace(shop.desk, rate_rise_limit_percent=5, rate_rise_bill=1000)
    fair, rich = (DecisionRule("Thanks", PointsFixed(points)) for points in (500_00, 500_01))  # 50 rupees of 1,000
    rates.keep(shop.desk, replace(draft(shop, Decimal(1)), rules=(rich,)))
    with shop.refuses(Code.NEEDS_APPROVAL, saying="“Thanks” gives away 5.01 more (in %), and one person may publish 5"):
        rates.publish_draft(shop.desk, MEERA, by=MEERA)
    with shop.refuses(Code.NEEDS_APPROVAL):
        rates.publish_draft(shop.desk.approved(MEERA), MEERA, by=MEERA)
    assert rates.publish_draft(shop.desk.approved(RAVI), MEERA, by=MEERA).rules == (rich,)

    rates.keep(shop.desk, replace(rates.look(shop.desk, MEERA).draft, rules=(fair,)))
    assert rates.publish_draft(shop.desk, MEERA, by=MEERA).rules == (fair,), "less than before is no rise"


def test_a_reward_for_hardly_any_points_takes_a_second_person(shop: Shop) -> None:
    gold = Reward("coin", "Gold coin", RewardKind.EXPERIENCE, 1_00, value_minor=500_00)
    shop.desk = replace(shop.desk, rate_rise_limit_percent=5)
    rates.keep(shop.desk, replace(draft(shop, Decimal(1)), rewards=(gold,)))
    with shop.refuses(Code.NEEDS_APPROVAL, saying="“Gold coin” gives away 99.98 more"):
        rates.publish_draft(shop.desk, MEERA, by=MEERA)
