"""Campaigns at the counter: who takes part, how far they are, what a goal brings, and what a return makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from app.domain.conditions import Condition, ReachesGoal
from app.domain.days import Period
from app.domain.drives import Bar, Drive, Goal, Measure, Part, Reach, Since
from app.domain.errors import Code
from app.domain.limits import RuleLimits
from app.domain.program import Program
from app.domain.rules import Award, DecisionRule, Multiply, PointsFixed
from app.domain.segments import JoinedAgo, Segment
from app.domain.triggers import Trigger
from app.services.campaigns import drives
from app.services.campaigns.drive_standings import Standing
from app.services.campaigns.rule_limits import Tally
from app.services.members import deeds, merging
from app.services.whatif.ringing_again import rung_again
from app.services.whatif.rule_costs import cost_of_drive
from app.services.whatif.shelf import Shelf
from tests.desks import PROGRAM, STAFF, Shop, memory_shop

FROM, UNTIL = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 28, tzinfo=UTC)
CHALLENGE = Drive(
    "spend-500",
    "Spend ₹500 in 30 days",
    Period(FROM, UNTIL),
    by_joining=True,
    goal=Goal(Measure.SPEND, 500_00, Since.TAKING_PART, 30),
)


def rule(name: str, *conditions: Condition, award: Award, drive: str, **said: object) -> DecisionRule:
    return replace(DecisionRule(name, award, conditions=conditions, drive=drive), **said)  # type: ignore[arg-type]


ONCE = rule(
    "500-once", ReachesGoal(), award=PointsFixed(200_00), drive="spend-500", limits=RuleLimits(uses_per_member=1)
)


def running(*found: Drive, rules: tuple[DecisionRule, ...] = ()) -> Program:
    return replace(PROGRAM, drives=found, rules=rules)


@contextmanager
def shop_with(*found: Drive, rules: tuple[DecisionRule, ...] = ()) -> Iterator[Shop]:
    with memory_shop(running(*found, rules=rules)) as made:
        made.wait(days=2)
        yield made


@pytest.fixture
def shop() -> Iterator[Shop]:
    with shop_with(CHALLENGE, rules=(ONCE,)) as made:
        yield made


def join(shop: Shop, card: str, drive_id: str = "spend-500") -> Standing:
    return drives.participate(shop.desk, drive_id, shop.member_id(card), staff=STAFF)


def standing(shop: Shop, card: str, drive_id: str = "spend-500") -> Standing:
    return drives.progress(shop.desk, drive_id, shop.member_id(card))


def bonus(shop: Shop, card: str, rupees: int) -> int:
    bill = shop.sell(card, ("General", rupees)).bill
    shop.wait(hours=1)
    return bill.bonus_points


def test_a_challenge_is_taken_up_followed_and_paid_once(shop: Shop) -> None:
    card = shop.enrol()
    assert bonus(shop, card, 300) == 0
    joined_at = shop.clock.today
    assert standing(shop, card).may_join
    found = join(shop, card)
    assert (found.bars, found.part) == ((), Part(joined_at))
    assert found.reach == Reach(0, 500_00, joined_at + timedelta(days=30))
    assert found.prize == 200_00

    assert bonus(shop, card, 180) == 0, "what was bought before does not count"
    found = standing(shop, card)
    assert found.reach is not None
    assert (found.reach.missing, found.is_for_them, found.part.bills) == (320_00, True, 1)
    assert shop.quote(card, ("General", 319)).earned.bonus_points == 0
    assert bonus(shop, card, 320) == 200_00
    assert standing(shop, card).prize == 0, "it brings nothing more"
    assert bonus(shop, card, 900) == 0
    shop.sound()


def test_a_return_and_another_crossing_do_not_pay_twice(shop: Shop) -> None:
    card = shop.enrol()
    join(shop, card)
    first = shop.sell(card, ("General", 400)).bill
    shop.wait(hours=1)
    assert bonus(shop, card, 200) == 200_00
    shop.give_back(first.bill_id, 400)
    assert standing(shop, card).reach == Reach(200_00, 500_00, FROM + timedelta(days=31, hours=18, minutes=30))
    assert bonus(shop, card, 400) == 0
    shop.sound()


def test_a_bill_that_came_back_whole_takes_its_prize_along_and_another_brings_it(shop: Shop) -> None:
    card = shop.enrol()
    join(shop, card)
    bill = shop.sell(card, ("General", 500)).bill
    assert bill.bonus_points == 200_00
    shop.wait(hours=1)
    shop.cancel(bill.bill_id)
    assert shop.available(card) == 0
    assert bonus(shop, card, 500) == 200_00
    shop.sound()


def test_taking_part_twice_is_once(shop: Shop) -> None:
    card = shop.enrol()
    first = join(shop, card)
    assert drives.taking_part(shop.desk) == {"spend-500": 1}
    events = shop.tables()["events"]
    shop.wait(days=3)
    assert join(shop, card).part == first.part
    assert shop.tables()["events"] == events


def test_who_does_not_take_part_gets_nothing(shop: Shop) -> None:
    card = shop.enrol()
    assert bonus(shop, card, 600) == 0
    join(shop, card)
    shop.wait(days=31)
    assert bonus(shop, card, 600) == 0, "the thirty days are over"


def test_what_keeps_a_member_out_is_refused_with_its_reason() -> None:
    gold, old = CHALLENGE, Segment("old", (JoinedAgo(100),))
    others = (
        replace(gold, drive_id="later", period=Period(UNTIL)),
        replace(gold, drive_id="over", period=Period(None, FROM)),
        replace(gold, drive_id="tier", tiers=frozenset({"Silver"})),
        replace(gold, drive_id="segment", segments=frozenset({"old"})),
        replace(gold, drive_id="all", by_joining=False, goal=None),
    )
    with memory_shop(replace(running(*others), segments=(old,))) as shop:
        shop.wait(days=2)
        card = shop.enrol()
        for drive_id, saying in (
            ("later", "has not begun"),
            ("over", "is over"),
            ("tier", "other tiers"),
            ("segment", "other members"),
            ("all", "Nobody has to"),
        ):
            with shop.refuses(Code.INVALID, saying=saying):
                join(shop, card, drive_id)
        with shop.refuses(Code.UNKNOWN_CAMPAIGN):
            join(shop, card, "nothing")
        found = {one.drive.drive_id: one.bars for one in drives.standings(shop.desk, shop.member_id(card))}
        assert found == {
            "tier": (Bar.TIER, Bar.NOT_TAKING_PART),
            "segment": (Bar.SEGMENT, Bar.NOT_TAKING_PART),
            "all": (),
        }
        assert [one.drive_id for one in drives.running(shop.desk)[1]] == ["tier", "segment", "all"]
        shop.wait(days=100)
        shop.publish(replace(running(replace(others[3], period=Period())), segments=(old,)))
        assert standing(shop, card, "segment").may_join


def test_bills_are_counted_of_the_last_days_from_the_first_of_the_campaign() -> None:
    third = Drive(
        "third", "Third bill", Period(FROM + timedelta(days=2)), goal=Goal(Measure.BILLS, 3, Since.LAST_DAYS, 7)
    )
    prize = rule("third", ReachesGoal(), award=PointsFixed(50_00), drive="third")
    with shop_with(third, rules=(prize,)) as shop:
        card = shop.enrol()
        assert bonus(shop, card, 100) == 0
        shop.wait(days=1)
        assert [bonus(shop, card, 100) for _ in range(3)] == [0, 0, 50_00], "the first was before it began"
        assert bonus(shop, card, 100) == 0
        shop.wait(days=8)
        assert [bonus(shop, card, 100) for _ in range(3)] == [0, 0, 50_00], "without a limit it is reached again"
        shop.sound()


def test_a_weekend_of_double_points_is_for_its_days() -> None:
    weekend = Drive("weekend", "Double points", Period(FROM + timedelta(days=2), FROM + timedelta(days=4)))
    double = rule("double", award=Multiply(Decimal(2)), drive="weekend")
    with shop_with(weekend, rules=(double,)) as shop:
        card = shop.enrol()
        earned = []
        for _ in range(4):
            earned.append(shop.sell(card, ("General", 100)).bill.earned_points)
            shop.wait(days=1)
        assert earned == [3_00, 6_00, 6_00, 3_00]


def test_rules_of_a_campaign_answer_what_members_do_besides() -> None:
    shares = replace(CHALLENGE, drive_id="shares", goal=None)
    share = rule("share", award=PointsFixed(20_00), drive="shares", trigger=Trigger.SOCIAL_SHARE)
    with shop_with(shares, rules=(share,)) as shop:
        card = shop.enrol()

        def told(reference: str) -> int:
            return deeds.record(shop.desk, shop.member_id(card), Trigger.SOCIAL_SHARE, reference, staff=STAFF).points

        assert told("one") == 0
        join(shop, card, "shares")
        assert told("two") == 20_00


def test_a_campaign_costs_what_its_rules_would_have_brought_had_it_run(shop: Shop) -> None:
    later = replace(CHALLENGE, period=Period(UNTIL), goal=Goal(Measure.SPEND, 500_00, Since.TAKING_PART, 30))
    bills = Drive("third", "Third bill", Period(UNTIL), goal=Goal(Measure.BILLS, 3, Since.LAST_DAYS, 7))
    double = rule("double", award=Multiply(Decimal(2)), drive="third", period=Period(UNTIL))
    plain = DecisionRule("plain", PointsFixed(1_00))
    drafted = running(later, bills, rules=(ONCE, double, plain))
    card = shop.enrol()
    for rupees in (300, 300, 300):
        assert bonus(shop, card, rupees) == 0

    def cost(drive_id: str) -> tuple[int, int]:
        found = cost_of_drive(shop.desk, drafted, drive_id, told=lambda *_: None, stop=lambda: False)
        assert found is not None
        return found.bills, found.points

    assert cost("spend-500") == (3, 200_00)
    assert cost("third") == (3, 27_00)
    assert cost_of_drive(shop.desk, drafted, "third", told=lambda *_: None, stop=lambda: True) is None


def test_who_is_merged_takes_their_part_along(shop: Shop) -> None:
    meena, again = shop.enrol(), shop.enrol("Meena I.")
    join(shop, again)
    assert bonus(shop, again, 300) == 0
    assert bonus(shop, meena, 100) == 0
    merging.merge(shop.desk, [again], into=meena, staff=STAFF)
    found = standing(shop, meena)
    assert (found.part.spend_minor, found.is_for_them) == (400_00, True)
    assert bonus(shop, meena, 100) == 200_00
    shop.sound()


def test_a_bill_is_rung_again_with_what_counted_then(shop: Shop) -> None:
    card = shop.enrol()
    early = shop.sell(card, ("General", 600)).bill
    shop.wait(hours=1)
    join(shop, card)
    first = shop.sell(card, ("General", 300)).bill
    shop.wait(hours=1)
    second = shop.sell(card, ("General", 200)).bill
    with shop.store.reading() as uow:
        tally, shelf = Tally(uow, early.bill_id), Shelf(uow, early.occurred_at)
        program = uow.programs.latest_version()
        again = [
            rung_again(uow, bill, uow.programs.version(program), tally, shelf).earned.bonus_points
            for bill in (early, first, second)
        ]
    assert again == [0, 0, 200_00]
