"""Rates: drafted by a manager, published with a date, withdrawn, carried over another's, and gone back to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from app.domain.conditions import InSegment
from app.domain.days import Period
from app.domain.drive_changes import DriveChange
from app.domain.drives import Drive
from app.domain.errors import Code
from app.domain.rates import Rate, Rates
from app.domain.reward_changes import RewardChange
from app.domain.rewards import Reward, RewardKind
from app.domain.rule_changes import RuleChange
from app.domain.rules import DecisionRule, Multiply, PercentFor, PointsFixed
from app.domain.segment_changes import SegmentChange
from app.domain.segments import BillsWithin, BoughtNothingFor, JoinedAgo, Segment
from app.services.programs import rates
from app.services.programs.program import current
from app.services.programs.rate_drafts import RateDraft
from app.services.rewards import rewards
from app.services.rewards.rewards import Wish
from tests.desks import PROGRAM, STAFF, Shop
from tests.unit.services.chains import chained
from tests.unit.services.programs.drafting import MEERA, RAVI, draft, earns


def test_a_draft_is_kept_for_whoever_made_it_and_published_by_them(shop: Shop) -> None:
    made = draft(shop, Decimal(2))
    assert rates.look(shop.desk, MEERA).draft == made
    assert rates.look(shop.desk, RAVI).changes == ()
    assert [(one.was, one.now) for one in rates.look(shop.desk, MEERA).changes] == [(Decimal(1), Decimal(2))]
    assert earns(rates.look(shop.desk, MEERA).drafted) == 2

    version = rates.publish_draft(shop.desk, MEERA, by=MEERA)

    assert (version.version, earns(version), current(shop.desk)) == (2, 2, version)
    found = rates.look(shop.desk, MEERA)
    assert (found.changes, found.base, found.newer, found.is_led) == ((), version, (), False)
    assert [(one.publication.version, one.by, len(one.changes), one.is_first) for one in found.history] == [
        (2, MEERA, 1, False),
        (1, STAFF, 0, True),
    ]
    shop.sound()


def test_a_draft_that_is_dropped_is_gone(shop: Shop) -> None:
    draft(shop, Decimal(2))
    rates.drop(shop.desk, MEERA)
    assert rates.look(shop.desk, MEERA).changes == ()
    with shop.refuses(Code.INVALID, saying="Nothing is different"):
        rates.publish_draft(shop.desk, MEERA, by=MEERA)


def test_a_draft_that_changes_nothing_is_not_published(shop: Shop) -> None:
    draft(shop, Decimal(1))
    with shop.refuses(Code.INVALID, saying="Nothing is different"):
        rates.publish_draft(shop.desk, MEERA, by=MEERA)


def test_what_cannot_be_is_refused_with_the_reason_and_nothing_is_half_saved(shop: Shop) -> None:
    good = draft(shop, Decimal(2))
    for value, rate, category in ((Decimal(1000), Rate.EARN, "Medicines"), (Decimal(1), Rate.EARN, "Toys")):
        with shop.refuses(Code.INVALID):
            rates.keep(shop.desk, replace(good, rates=good.rates.having(category, rate, value)))
    rates.keep(shop.desk, replace(good, holds_on=shop.desk.calendar.day_of(shop.clock.today)))
    with shop.refuses(Code.INVALID, saying="past"):
        rates.publish_draft(shop.desk, MEERA, by=MEERA)


def test_rates_wait_for_their_day_and_are_withdrawn(shop: Shop) -> None:
    day = shop.desk.calendar.day_of(shop.wait(days=1)) + timedelta(days=5)
    rates.keep(shop.desk, replace(draft(shop, Decimal(2)), holds_on=day))
    version = rates.publish_draft(shop.desk, MEERA, by=MEERA)
    found = rates.look(shop.desk, MEERA)
    assert (version.holds_from, found.program.version, found.waiting) == (
        shop.desk.calendar.start_of(day),
        1,
        [version],
    )
    assert rates.coming(shop.desk) == rates.Coming(shop.clock.today, version)
    assert earns(found.base) == 2  # a new draft begins from what will hold

    back = rates.withdraw(shop.desk, by=RAVI)

    assert rates.coming(shop.desk) is None

    assert (back.version, back.has_the_rules_of(found.program), rates.look(shop.desk, MEERA).waiting) == (3, True, [])
    shop.wait(days=9)
    assert current(shop.desk) == back
    with shop.refuses(Code.INVALID, saying="No rates wait"):
        rates.withdraw(shop.desk, by=RAVI)


def test_of_two_managers_the_second_is_shown_the_first_and_nothing_is_lost(shop: Shop) -> None:
    draft(shop, Decimal(2))
    draft(shop, Decimal(4), Rate.DISCOUNT, "General", staff=RAVI)
    rates.publish_draft(shop.desk, RAVI, by=RAVI)
    with shop.refuses(Code.CHANGED, saying="ravi published rates v2 meanwhile"):
        rates.publish_draft(shop.desk, MEERA, by=MEERA)
    found = rates.look(shop.desk, MEERA)
    assert [(one.category, one.rate) for one in found.newer] == [("General", Rate.DISCOUNT)]
    assert [(one.category, one.rate) for one in found.changes] == [("Medicines", Rate.EARN)]

    assert found.has_newer
    rates.carry_over(shop.desk, MEERA)
    assert not rates.look(shop.desk, MEERA).has_newer

    version = rates.publish_draft(shop.desk, MEERA, by=MEERA)
    assert (earns(version), version.categories["General"].discount_percent) == (2, 4)


def test_nothing_to_carry_over_is_a_draft_like_the_rules(shop: Shop) -> None:
    assert rates.carry_over(shop.desk, MEERA).rates == Rates.of(current(shop.desk))


def test_a_large_rise_needs_a_second_person(shop: Shop) -> None:
    shop.desk = replace(shop.desk, rate_rise_limit_percent=2)
    draft(shop, Decimal(4))
    for desk in (shop.desk, shop.desk.approved(MEERA)):
        with shop.refuses(Code.NEEDS_APPROVAL, saying="rises by 3 (in %)"):
            rates.publish_draft(desk, MEERA, by=MEERA)
    assert rates.publish_draft(shop.desk.approved(RAVI), MEERA, by=MEERA).version == 2


def test_going_back_makes_a_draft_like_the_older_version(shop: Shop) -> None:
    draft(shop, Decimal(2))
    rates.publish_draft(shop.desk, MEERA, by=MEERA)
    made = rates.revert(shop.desk, 1, staff=MEERA)
    assert (made.base, made.rates) == (2, Rates.of(PROGRAM))
    assert earns(rates.publish_draft(shop.desk, MEERA, by=MEERA)) == 1
    for unknown in (0, 9):
        with shop.refuses(Code.INVALID, saying="no such version"):
            rates.revert(shop.desk, unknown, staff=MEERA)


def test_going_back_keeps_categories_that_came_since(shop: Shop) -> None:
    before = PROGRAM.categories
    shop.publish(replace(PROGRAM, categories={**before, "Toys": before["General"]}))
    assert list(rates.revert(shop.desk, 1, staff=MEERA).rates.categories) == [*before, "Toys"]


def test_in_a_chain_rates_are_drafted_and_looked_at_but_published_at_the_server() -> None:
    with chained() as pair:
        refused_in_a_chain(pair.counter)


def refused_in_a_chain(shop: Shop) -> None:
    draft(shop, Decimal(2))
    assert rates.look(shop.desk, MEERA).is_led
    with shop.refuses(Code.ONLY_SERVER):
        rates.publish_draft(shop.desk, MEERA, by=MEERA)
    with shop.refuses(Code.ONLY_SERVER):
        rates.withdraw(shop.desk, by=MEERA)


DOUBLE = DecisionRule("Double", Multiply(Decimal(2)))
FIRST = DecisionRule("Welcome", PointsFixed(10_000))


def rule_draft(shop: Shop, *rules: DecisionRule, staff: str = MEERA) -> RateDraft:
    made = replace(rates.look(shop.desk, staff).draft, rules=rules)
    rates.keep(shop.desk, made)
    return made


def test_rules_are_published_with_the_rates_and_stand_in_the_history(shop: Shop) -> None:
    draft(shop, Decimal(2))
    rule_draft(shop, DOUBLE)
    found = rates.look(shop.desk, MEERA)
    assert (len(found.changes), found.rule_changes, found.has_changes) == (1, (RuleChange(None, DOUBLE),), True)
    version = rates.publish_draft(shop.desk, MEERA, by=MEERA)
    assert (earns(version), version.rules) == (2, (DOUBLE,))
    assert rates.look(shop.desk, MEERA).history[0].rule_changes == (RuleChange(None, DOUBLE),)
    rates.revert(shop.desk, 1, staff=MEERA)
    assert rates.look(shop.desk, MEERA).drafted.rules == ()
    assert rates.publish_draft(shop.desk, MEERA, by=MEERA).rules == ()
    shop.sound()


def test_of_two_who_change_rules_at_once_the_second_is_told_and_loses_nothing(shop: Shop) -> None:
    rule_draft(shop, DOUBLE)
    rule_draft(shop, FIRST, staff=RAVI)
    rates.publish_draft(shop.desk, MEERA, by=MEERA)
    with shop.refuses(Code.CHANGED, saying="meanwhile"):
        rates.publish_draft(shop.desk, RAVI, by=RAVI)
    assert rates.look(shop.desk, RAVI).newer_rules == (RuleChange(None, DOUBLE),)
    rates.carry_over(shop.desk, RAVI)
    assert rates.publish_draft(shop.desk, RAVI, by=RAVI).rules == (DOUBLE, FIRST)


def test_a_rule_that_raises_a_rate_above_the_limit_needs_a_second_person(shop: Shop) -> None:
    shop.desk = replace(shop.desk, rate_rise_limit_percent=2)
    rule_draft(shop, DecisionRule("Much", PercentFor("Medicines", Decimal(4))))
    with shop.refuses(Code.NEEDS_APPROVAL, saying="by 3 (in %)"):
        rates.publish_draft(shop.desk, MEERA, by=MEERA)


def test_a_rule_that_cannot_be_is_refused_with_every_reason_and_nothing_is_half_saved(shop: Shop) -> None:
    good = rule_draft(shop, FIRST)
    bad = replace(good, rules=(FIRST, replace(FIRST, rule_id="a, b", tiers=frozenset({"Wood"}))))
    with shop.refuses(
        Code.INVALID, saying="A name has no comma: bills keep names one beside another. There is no tier"
    ):
        rates.keep(shop.desk, bad)
    assert rates.look(shop.desk, MEERA).draft == good

    with shop.desk.store.writing() as uow:
        uow.programs.put_draft(bad)
    with shop.refuses(Code.INVALID, saying="There is no tier Wood."):
        rates.publish_draft(shop.desk, MEERA, by=MEERA)
    assert current(shop.desk).rules == ()


def test_a_rule_that_ends_before_its_draft_begins_is_told_when_it_is_looked_at(shop: Shop) -> None:
    today = shop.desk.calendar.day_of(shop.clock.today)
    soon = replace(FIRST, period=Period(None, shop.desk.calendar.start_of(today + timedelta(days=2))))
    made = rule_draft(shop, soon)
    with shop.refuses(Code.INVALID, saying="It ends before these rules begin"):
        rates.keep(shop.desk, replace(made, holds_on=today + timedelta(days=5)))
    shop.desk = replace(shop.desk, rate_max_percent=10)
    with shop.refuses(Code.INVALID, saying="11 % is no rate for Medicines: it is from 0 to 10 %"):
        rule_draft(shop, DecisionRule("Much", PercentFor("Medicines", Decimal(11))))
    with shop.refuses(Code.INVALID, saying="A rate is at most 10 %"):
        draft(shop, Decimal(11))


def test_what_should_be_known_of_rules_is_found_with_them(shop: Shop) -> None:
    rule_draft(shop, replace(DOUBLE, award=Multiply(Decimal(20))))
    assert [one.text for one in rates.look(shop.desk, MEERA).flaws] == ["Together everything multiplies by 10 at most."]


TEA = Reward("tea", "Tea", RewardKind.EXPERIENCE, 100_00, value_minor=10_00, stock=20)
COUPON = Reward("coupon", "₹100 off", RewardKind.DISCOUNT_COUPON, 1_000_00, value_minor=100_00)


def reward_draft(shop: Shop, *offered: Reward, staff: str = MEERA) -> RateDraft:
    made = replace(rates.look(shop.desk, staff).draft, rewards=offered)
    rates.keep(shop.desk, made)
    return made


def test_rewards_are_published_with_the_rates_and_stand_in_the_history(shop: Shop) -> None:
    draft(shop, Decimal(2))
    reward_draft(shop, TEA)
    found = rates.look(shop.desk, MEERA)
    assert (len(found.changes), found.reward_changes, found.has_changes) == (1, (RewardChange(None, TEA),), True)
    version = rates.publish_draft(shop.desk, MEERA, by=MEERA)
    assert (earns(version), version.rewards) == (2, (TEA,))
    assert rates.look(shop.desk, MEERA).history[0].reward_changes == (RewardChange(None, TEA),)
    rates.revert(shop.desk, 1, staff=MEERA)
    assert rates.look(shop.desk, MEERA).drafted.rewards == ()
    assert rates.publish_draft(shop.desk, MEERA, by=MEERA).rewards == ()
    shop.sound()


def test_a_reward_that_cannot_be_kept_is_refused_and_the_draft_stays(shop: Shop) -> None:
    reward_draft(shop, TEA)
    with shop.refuses(Code.INVALID, saying="there is no tier called Gems"):
        reward_draft(shop, TEA, replace(COUPON, min_tier="Gems"))
    assert rates.look(shop.desk, MEERA).drafted.rewards == (TEA,)


def test_of_two_who_change_rewards_at_once_the_second_is_told_and_loses_nothing(shop: Shop) -> None:
    reward_draft(shop, TEA)
    reward_draft(shop, COUPON, staff=RAVI)
    rates.publish_draft(shop.desk, MEERA, by=MEERA)
    with shop.refuses(Code.CHANGED, saying="meanwhile"):
        rates.publish_draft(shop.desk, RAVI, by=RAVI)
    assert rates.look(shop.desk, RAVI).newer_rewards == (RewardChange(None, TEA),)
    rates.carry_over(shop.desk, RAVI)
    assert rates.publish_draft(shop.desk, RAVI, by=RAVI).rewards == (TEA, COUPON)


def test_how_many_are_left_of_a_draft_counts_what_was_given_out(shop: Shop) -> None:
    reward_draft(shop, TEA, COUPON)
    rates.publish_draft(shop.desk, MEERA, by=MEERA)
    card = shop.enrol()
    shop.credit(card, 500_00)
    rewards.redeem(shop.desk, Wish(card), "tea", staff=STAFF, key="one")
    assert rates.look(shop.desk, MEERA).left == {"tea": 19}
    reward_draft(shop, replace(TEA, stock=5))
    assert rates.look(shop.desk, MEERA).left == {"tea": 4}


def test_a_counter_of_a_chain_does_not_know_how_many_are_left() -> None:
    with chained() as pair:
        reward_draft(pair.counter, TEA)
        assert rates.look(pair.counter.desk, MEERA).left == {}


LAPSED = Segment("lapsed", (BoughtNothingFor(90),))
FRESH = Segment("fresh", (JoinedAgo(most_days=30),), "New here")
GREET = DecisionRule("Greet", PointsFixed(10_000), conditions=(InSegment(frozenset({"lapsed"})),))


def segment_draft(shop: Shop, *segments: Segment, staff: str = MEERA, **parts: object) -> RateDraft:
    made = replace(rates.look(shop.desk, staff).draft, segments=segments, **parts)  # type: ignore[arg-type]
    rates.keep(shop.desk, made)
    return made


def test_segments_are_drafted_published_gone_back_to_and_stand_in_the_history(shop: Shop) -> None:
    segment_draft(shop, LAPSED, rules=(GREET,))
    found = rates.look(shop.desk, MEERA)
    assert (found.segment_changes, found.has_changes) == ((SegmentChange(None, LAPSED),), True)
    version = rates.publish_draft(shop.desk, MEERA, by=MEERA)
    assert (version.segments, version.rules, current(shop.desk)) == ((LAPSED,), (GREET,), version)
    assert rates.look(shop.desk, MEERA).history[0].segment_changes == (SegmentChange(None, LAPSED),)
    rates.revert(shop.desk, 1, staff=MEERA)
    assert rates.publish_draft(shop.desk, MEERA, by=MEERA).segments == ()
    shop.sound()


WINTER, SPRING = Drive("winter", "Winter"), Drive("spring", "Spring")


def drive_draft(shop: Shop, *drives: Drive, staff: str = MEERA, **parts: object) -> RateDraft:
    made = replace(rates.look(shop.desk, staff).draft, drives=drives, **parts)  # type: ignore[arg-type]
    rates.keep(shop.desk, made)
    return made


def test_campaigns_are_drafted_published_gone_back_to_and_stand_in_the_history(shop: Shop) -> None:
    of_winter = replace(GREET, conditions=(), drive="winter")
    drive_draft(shop, WINTER, rules=(of_winter,))
    found = rates.look(shop.desk, MEERA)
    assert (found.drive_changes, found.has_changes) == ((DriveChange(None, WINTER),), True)
    version = rates.publish_draft(shop.desk, MEERA, by=MEERA)
    assert (version.drives, version.rules) == ((WINTER,), (of_winter,))
    assert rates.look(shop.desk, MEERA).history[0].drive_changes == (DriveChange(None, WINTER),)
    with shop.refuses(Code.INVALID, saying="“Greet” cannot be like this. There is no campaign winter."):
        drive_draft(shop)
    rates.revert(shop.desk, 1, staff=MEERA)
    assert rates.publish_draft(shop.desk, MEERA, by=MEERA).drives == ()
    shop.sound()


def test_of_two_who_change_campaigns_at_once_the_second_is_told_and_loses_nothing(shop: Shop) -> None:
    drive_draft(shop, WINTER)
    drive_draft(shop, SPRING, staff=RAVI)
    rates.publish_draft(shop.desk, MEERA, by=MEERA)
    assert rates.look(shop.desk, RAVI).newer_drives == (DriveChange(None, WINTER),)
    rates.carry_over(shop.desk, RAVI)
    assert rates.publish_draft(shop.desk, RAVI, by=RAVI).drives == (WINTER, SPRING)


def test_of_two_who_change_segments_at_once_the_second_is_told_and_loses_nothing(shop: Shop) -> None:
    segment_draft(shop, LAPSED)
    segment_draft(shop, FRESH, staff=RAVI)
    rates.publish_draft(shop.desk, MEERA, by=MEERA)
    assert rates.look(shop.desk, RAVI).newer_segments == (SegmentChange(None, LAPSED),)
    rates.carry_over(shop.desk, RAVI)
    assert rates.publish_draft(shop.desk, RAVI, by=RAVI).segments == (LAPSED, FRESH)


def test_a_segment_that_cannot_be_or_is_still_asked_for_is_refused_and_nothing_is_half_saved(shop: Shop) -> None:
    good = segment_draft(shop, LAPSED, rules=(GREET,))
    never = replace(LAPSED, asks=(*LAPSED.asks, BillsWithin(30, 1)))
    for segments, why in (
        ((), "“Greet” cannot be like this. There is no segment lapsed."),
        ((LAPSED, LAPSED), "There are two segments of this name."),
        ((LAPSED, replace(FRESH, segment_id="a,b")), "“a,b” cannot be like this. The name of a segment has no comma"),
        ((never,), "“lapsed” cannot be like this. No member can ever have all that it asks."),
    ):
        with shop.refuses(Code.INVALID, saying=why):
            rates.keep(shop.desk, replace(good, segments=segments))
    rates.publish_draft(shop.desk, MEERA, by=MEERA)
    with shop.refuses(Code.INVALID, saying="“Greet” cannot be like this. There is no segment lapsed."):
        segment_draft(shop, FRESH)
