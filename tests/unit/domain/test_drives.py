"""Campaigns as sets of rules: for whom and when they speak, their goals, how rules stand in them, and their linter."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from app.domain.conditions import BillFacts, Condition, InSegment, JoinedWithin, Occasion, OnWeekdays, ReachesGoal
from app.domain.days import Period
from app.domain.drive_changes import drive_changes, drives_carried_over, with_drive, without_drive
from app.domain.drive_rules import in_its_drive, prize, rules_of
from app.domain.drives import NO_PART, Bar, Drive, Goal, Measure, Part, Reach, Since, reach, reaches
from app.domain.explain import why_points
from app.domain.flaws import Weight
from app.domain.limits import Bound, Drawn, RuleLimits
from app.domain.lint import Bounds, lint
from app.domain.program import Program
from app.domain.quote import Visitor, quote
from app.domain.redemption import Purse
from app.domain.rules import Award, DecisionRule, Multiply, PointsFixed
from app.domain.triggers import Trigger
from app.domain.verdicts import Held, NoDrive, OfDrive, verdicts
from app.services.programs.program_codec import program_from_json, program_to_json
from tests.unit.domain.samples import NOON, cart, instant, line, program

TEN, PRIZE = PointsFixed(10_00), PointsFixed(200_00)
JANUARY = Period(instant(1, 1), instant(1, 31))
SPEND = Goal(Measure.SPEND, 500_00)
ONCE = RuleLimits(uses_per_member=1)


def rule(name: str, *conditions: Condition, award: Award = TEN, drive: str = "d", **said: object) -> DecisionRule:
    return replace(DecisionRule(name, award, conditions=conditions, drive=drive), **said)  # type: ignore[arg-type]


def drive(**said: object) -> Drive:
    return replace(Drive("d", "Winter"), **said)  # type: ignore[arg-type]


def bars(one: Drive, part: Part = NO_PART, at: datetime = NOON) -> tuple[Bar, ...]:
    return one.bars(at=at, tier="Gold", segments={"parents"}, part=part)


def test_a_campaign_is_for_everybody_where_it_names_nobody() -> None:
    assert bars(drive()) == ()
    assert bars(drive(tiers=frozenset({"Gold"}), segments=frozenset({"parents", "staff"}), period=JANUARY)) == ()


def test_everything_that_keeps_a_member_out_is_told() -> None:
    other = drive(tiers=frozenset({"Silver"}), segments=frozenset({"staff"}), by_joining=True)
    assert bars(other) == (Bar.TIER, Bar.SEGMENT, Bar.NOT_TAKING_PART)
    assert bars(drive(period=Period(NOON + timedelta(1)))) == (Bar.NOT_BEGUN,)
    assert bars(drive(period=Period(None, NOON - timedelta(1)))) == (Bar.ENDED,)
    assert bars(drive(by_joining=True), Part(NOON)) == ()
    assert bars(drive(by_joining=True), Part(NOON + timedelta(1))) == (Bar.NOT_TAKING_PART,), "not yet"


@pytest.mark.parametrize(
    ("goal", "is_joined", "counts_from", "counts_until"),
    [
        (Goal(Measure.SPEND, 1), False, JANUARY.from_at, JANUARY.until_at),
        (Goal(Measure.SPEND, 1), True, instant(1, 10), JANUARY.until_at),
        (Goal(Measure.SPEND, 1, Since.TAKING_PART), True, instant(1, 10), JANUARY.until_at),
        (Goal(Measure.SPEND, 1, Since.TAKING_PART, 7), True, instant(1, 10), instant(1, 17)),
        (Goal(Measure.SPEND, 1, Since.TAKING_PART, 60), True, instant(1, 10), JANUARY.until_at),
        (Goal(Measure.SPEND, 1, Since.LAST_DAYS, 2), False, NOON - timedelta(2), JANUARY.until_at),
        (Goal(Measure.SPEND, 1, Since.LAST_DAYS, 90), True, instant(1, 10), JANUARY.until_at),
    ],
)
def test_what_counts_for_a_goal_lies_between_two_instants(
    goal: Goal, is_joined: bool, counts_from: datetime, counts_until: datetime
) -> None:
    one, part = drive(period=JANUARY, by_joining=is_joined, goal=goal), Part(instant(1, 10))
    assert one.counts_from(part, NOON) == counts_from
    assert one.counts_until(part) == counts_until


def test_a_campaign_without_dates_counts_all_there_is() -> None:
    assert drive(goal=SPEND).counts_from(NO_PART, NOON) is None
    assert drive(goal=SPEND).counts_until(NO_PART) is None
    assert drive(goal=replace(SPEND, since=Since.TAKING_PART, days=7)).counts_until(NO_PART) is None


def test_progress_is_how_far_and_how_much_is_missing() -> None:
    one = drive(goal=SPEND, period=JANUARY)
    assert reach(drive(), Part()) is None
    found = reach(one, Part(None, 180_00, 2))
    assert found == Reach(180_00, 500_00, JANUARY.until_at)
    assert (found.missing, found.is_reached) == (320_00, False)
    past = reach(replace(one, goal=Goal(Measure.BILLS, 2)), Part(None, 180_00, 3))
    assert past is not None
    assert (past.missing, past.is_reached) == (0, True)


@pytest.mark.parametrize(
    ("before_minor", "net_minor", "is_reached"),
    [(499_99, 1, True), (0, 500_00, True), (0, 499_99, False), (500_00, 900_00, False), (499_99, 0, False)],
)
def test_a_goal_is_reached_by_one_bill(before_minor: int, net_minor: int, is_reached: bool) -> None:
    one = drive(goal=SPEND, period=Period(None, NOON))
    assert reaches(one, Part(None, before_minor), at=NOON, net_minor=net_minor) is is_reached
    assert not reaches(one, Part(None, before_minor), at=NOON + timedelta(1), net_minor=net_minor), "it is over"


def test_bills_are_counted_with_the_one_that_is_made() -> None:
    one = drive(goal=Goal(Measure.BILLS, 3))
    assert [reaches(one, Part(bills=n), at=NOON, net_minor=0) for n in (1, 2, 3)] == [False, True, False]
    assert not reaches(drive(), Part(bills=2), at=NOON, net_minor=0)


def facts(*drives: Drive, part: Part = NO_PART, at: datetime = NOON) -> BillFacts:
    occasion = Occasion(segments=frozenset({"parents"}), parts={"d": part})
    named = {one.drive_id: one for one in drives}
    return BillFacts(400_00, frozenset({"Toys"}), "Gold", at, occasion=occasion, net_minor=400_00, drives=named)


def test_a_rule_of_a_campaign_speaks_while_that_runs_for_those_it_is_for() -> None:
    one, weekend = rule("x"), rule("y", OnWeekdays(frozenset({6, 7})))
    assert one.holds(facts(drive(period=JANUARY)))
    assert not one.holds(facts(drive(period=JANUARY), at=instant(2, 1)))
    assert not one.holds(facts(drive(tiers=frozenset({"Silver"}))))
    assert not one.holds(facts()), "there is no such campaign"
    assert not weekend.holds(facts(drive(period=JANUARY))), "it asks for more"
    assert one.asks_occasion


def test_a_goal_is_asked_of_the_campaign_of_the_rule() -> None:
    challenge = rule("x", ReachesGoal())
    part = Part(NOON, 180_00)
    assert challenge.holds(facts(drive(goal=SPEND), part=part))
    assert not challenge.holds(facts(drive(goal=SPEND), part=Part(NOON, 20_00)))
    assert not challenge.holds(facts(drive(), part=part)), "it has none"
    assert not replace(challenge, drive="").holds(facts(drive(goal=SPEND), part=part))


def test_a_bill_that_reaches_a_goal_brings_what_is_promised_and_says_so() -> None:
    shop = program(drives=(drive(goal=SPEND),), rules=(rule("x", ReachesGoal(), award=PRIZE), rule("y", drive="gone")))
    occasion = Occasion(parts={"d": Part(None, 180_00)})
    found = quote(cart(line(rupees="400")), shop, Visitor(Purse(0), "Gold", occasion=occasion), redeem=0, at=NOON)
    assert [(one.rule_id, one.points) for one in found.earned.bonuses] == [("x", 200_00)]
    assert "Rule x (Winter): + 200" in [one.text for one in why_points(found, shop)]
    spoke, silent = verdicts(found, shop, occasion)
    assert spoke.asked == (Held(OfDrive(shop.drives[0], ()), holds=True), Held(ReachesGoal(), holds=True))
    assert silent.asked == (Held(NoDrive("gone"), holds=False),)


def test_rules_stand_between_the_bounds_of_their_campaign() -> None:
    drives = (drive(period=JANUARY, tiers=frozenset({"Gold", "Silver"})),)
    bounded = in_its_drive(rule("x", period=Period(instant(1, 10), instant(3, 1))), drives)
    assert bounded is not None
    assert bounded.period == Period(instant(1, 10), instant(1, 31))
    assert bounded.tiers == {"Gold", "Silver"}
    assert in_its_drive(rule("x", tiers=frozenset({"Gold"})), drives) == rule(
        "x", tiers=frozenset({"Gold"}), period=JANUARY
    )
    assert in_its_drive(rule("x", tiers=frozenset({"Bronze"})), drives) is None
    assert in_its_drive(rule("x", period=Period(instant(2, 1))), drives) is None
    assert in_its_drive(rule("x", drive="gone"), drives) is None
    assert in_its_drive(rule("x", drive=""), drives) == rule("x", drive="")
    assert rules_of(Program(rules=(rule("x"), rule("y", drive=""))), "d") == (rule("x"),)


def test_what_reaching_a_goal_brings_is_what_limits_leave() -> None:
    asking = rule("x", ReachesGoal(), award=PRIZE, limits=RuleLimits(uses_per_member=1, points_per_bill=150_00))
    others = (rule("y", award=PRIZE), rule("z", ReachesGoal(), award=Multiply(Decimal(2))), rule("w", ReachesGoal()))
    assert prize((asking, *others), {}) == 150_00 + 10_00
    assert prize((asking,), {"x": Drawn(uses=1)}) == 0


BOUNDS = Bounds(NOON, ("CASH",))
OF_GOLD = Drive("d", "Winter", JANUARY, goal=SPEND)


def flaws(*rules: DecisionRule, drives: tuple[Drive, ...] = (OF_GOLD,)) -> list[str]:
    return [one.text for one in lint(Program(rules=rules, drives=drives), BOUNDS, base=Program())]


SOUND = rule("x", ReachesGoal(), limits=ONCE)


def test_a_sound_campaign_has_no_flaw() -> None:
    assert flaws(SOUND, drives=(replace(OF_GOLD, period=Period(NOON)),)) == []


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (replace(OF_GOLD, title=" "), "A campaign has a title that members read, of at most 60 characters."),
        (replace(OF_GOLD, period=Period(instant(2, 2), instant(2, 1))), "It ends before it begins."),
        (
            replace(OF_GOLD, period=Period(None, instant(1, 1))),
            "It ends before these rules begin, so it would never run.",
        ),
        (replace(OF_GOLD, tiers=frozenset({"Tin"})), "There is no tier Tin."),
        (replace(OF_GOLD, segments=frozenset({"vip"})), "There is no segment vip."),
        (replace(OF_GOLD, goal=Goal(Measure.BILLS, 0)), "A goal is more than nothing."),
        (
            replace(OF_GOLD, goal=Goal(Measure.BILLS, 3, Since.LAST_DAYS)),
            "The days of a goal are counted from 1 to 3650.",
        ),
        (
            replace(OF_GOLD, goal=Goal(Measure.BILLS, 3, Since.TAKING_PART)),
            "Its goal counts from when somebody takes part, and nobody has to take part in it.",
        ),
        (OF_GOLD, "Its first day is before these rules begin; it runs from then on."),
    ],
)
def test_what_is_wrong_with_a_campaign_is_said(one: Drive, text: str) -> None:
    assert text in flaws(SOUND, drives=(one,))


def test_what_is_wrong_with_a_name_is_said() -> None:
    long = "A campaign has a name of at most 40 characters, without a slash, or a space at an end."
    for name in (" d", "", "d" * 41, "a/b"):
        assert long in flaws(drives=(replace(OF_GOLD, drive_id=name),))
    assert "There are two campaigns of this name." in flaws(drives=(OF_GOLD, OF_GOLD))


def test_what_is_wrong_with_a_set_of_rules_is_said() -> None:
    assert "It has no rules, so it gives nobody anything." in flaws()
    assert "No rule of it gives anything for reaching its goal." in flaws(rule("x"))
    assert "There is no campaign gone." in flaws(rule("x", ReachesGoal(), drive="gone"))
    assert "It asks for days or tiers that its campaign has not, so it would never hold." in flaws(
        rule("x", period=Period(instant(2, 1)))
    )
    no_goal = "It asks for a goal that is reached, and its campaign has none."
    assert no_goal in flaws(SOUND, drives=(drive(),))
    assert no_goal in flaws(replace(SOUND, drive=""))
    assert no_goal not in flaws(replace(SOUND, drive="gone"))
    again = "A goal can be reached again, after a return too. Let it bring its points once for each member."
    assert again in flaws(rule("x", ReachesGoal()))
    assert again not in flaws(SOUND)
    no_bill = "It asks something of a bill, and where it applies there is none."
    assert no_bill in flaws(replace(SOUND, trigger=Trigger.SIGNUP))


def test_days_of_the_week_have_to_lie_between_the_dates_of_the_campaign() -> None:
    saturday = rule("x", OnWeekdays(frozenset({6})))
    never = "None of its days of the week lies between its dates."
    assert never in flaws(saturday, drives=(drive(period=Period(instant(2, 2), instant(2, 4))),))  # Monday to Wednesday
    assert never not in flaws(saturday)


def test_campaigns_that_multiply_the_same_at_the_same_time_are_told() -> None:
    double = Multiply(Decimal(2))
    first, second = rule("one", award=double), rule("two", award=double, drive="e", priority=1)
    both = "“two” and “one” both apply to every category. Together they give 4 times."
    later = Drive("e", "Spring", Period(instant(2, 1)))
    assert both in flaws(first, second, drives=(OF_GOLD, replace(later, period=JANUARY)))
    assert both not in flaws(first, second, drives=(OF_GOLD, later)), "the one ends before the other begins"


def test_what_stood_before_is_only_said() -> None:
    before = Program(drives=(replace(OF_GOLD, title=""),))
    (named,) = [one for one in lint(before, BOUNDS, base=before) if "title" in one.text]
    assert named.weight is Weight.WARNS
    (named,) = [one for one in lint(before, BOUNDS, base=Program()) if "title" in one.text]
    assert (named.weight, named.rules) == (Weight.REFUSES, ("d",))


def test_changes_of_campaigns_are_told_and_carried_over() -> None:
    was, now, new = Drive("a", "A"), Drive("a", "B"), Drive("c", "C")
    (changed, added) = drive_changes((was, drive()), (drive(), now, new))
    assert (changed.was, changed.now, changed.drive_id) == (was, now, "a")
    assert (added.was, added.now, added.drive_id) == (None, new, "c")
    (gone,) = drive_changes((was,), ())
    assert gone.drive_id == "a"
    assert with_drive((was, new), replace(was, drive_id="z"), instead_of="a") == (Drive("z", "A"), new)
    assert without_drive((was, new), "a") == (new,)
    assert drives_carried_over((was,), (now,), (was, new)) == (now, new)


def test_a_campaign_is_written_and_read_again_and_says_nothing_where_there_is_none() -> None:
    goal = Goal(Measure.SPEND, 500_00, Since.TAKING_PART, 30)
    one = Drive("d", "Winter", JANUARY, frozenset({"parents"}), frozenset({"Gold"}), by_joining=True, goal=goal)
    shop = program(drives=(one,), rules=(SOUND,))
    assert program_from_json(program_to_json(shop)) == shop
    assert shop.drive("d") == one
    assert shop.drive("x") is None
    assert "drive" not in program_to_json(program(rules=(rule("x", InSegment(frozenset({"a"})), drive=""),)))
    assert "drive" not in program_to_json(program(rules=(rule("x", JoinedWithin(3), drive=""),)))


def test_a_limit_silences_a_rule_of_a_campaign_as_any_other() -> None:
    shop = program(drives=(drive(goal=SPEND),), rules=(SOUND,))
    occasion = Occasion(parts={"d": Part(None, 180_00)}, drawn={"x": Drawn(uses=1)})
    found = quote(cart(line(rupees="400")), shop, Visitor(Purse(0), "Gold", occasion=occasion), redeem=0, at=NOON)
    (silent,) = verdicts(found, shop, occasion)
    assert (silent.by, found.earned.bonuses) == (Bound.USES, ())
