"""The form of a campaign: what stands can be typed, and what is typed stands; where its days lie on the timeline."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.days import INDIA, Period
from app.domain.drive_flaws import DRIVE_NAME_MAX
from app.domain.drives import Drive, Goal, Measure, Since
from app.domain.money import RUPEE
from app.domain.rules import DecisionRule, PointsFixed
from tests.desks import PROGRAM
from ui.drives.filling import form_of
from ui.drives.form import DriveForm
from ui.drives.reading import copies, drive_of, name_for, with_rules
from ui.drives.scale import DAYS, DAYS_BEFORE, Bar, Scale
from ui.drives.state import Span

FIRST, LAST = datetime(2025, 12, 31, 18, 30, tzinfo=UTC), datetime(2026, 1, 31, 18, 29, 59, 999999, tzinfo=UTC)
PLAIN = Drive("d", "Title")
TODAY = date(2026, 3, 10)
TEN = DecisionRule("Ten", PointsFixed(10_00))


@pytest.mark.parametrize(
    "drive",
    [
        PLAIN,
        replace(PLAIN, period=Period(FIRST, LAST), segments=frozenset({"new"}), tiers=frozenset({"Gold"})),
        replace(PLAIN, period=Period(FIRST), by_joining=True, goal=Goal(Measure.SPEND, 500_50, Since.TAKING_PART, 30)),
        replace(PLAIN, by_joining=True, goal=Goal(Measure.SPEND, 500_00, Since.TAKING_PART)),
        replace(PLAIN, period=Period(None, LAST), goal=Goal(Measure.BILLS, 3, Since.LAST_DAYS, 7)),
        replace(PLAIN, goal=Goal(Measure.BILLS, 3)),
    ],
)
def test_what_stands_is_typed_and_read_as_the_same(drive: Drive) -> None:
    assert drive_of(form_of(drive, PROGRAM, INDIA), "d", RUPEE, INDIA) == drive


def test_its_rules_are_those_that_carry_its_id() -> None:
    program = replace(PROGRAM, rules=(replace(TEN, drive="d"), replace(TEN, rule_id="Other")))
    assert form_of(PLAIN, program, INDIA).rules == {"Ten"}


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"first_day": "soon"}, "is no day"),
        ({"measure": Measure.SPEND, "target": "much"}, "is no amount"),
        ({"measure": Measure.BILLS}, "A figure is still missing"),
        ({"measure": Measure.BILLS, "target": "3", "since": Since.LAST_DAYS}, "A figure is still missing"),
        ({"measure": Measure.BILLS, "target": "3", "since": Since.TAKING_PART, "days": "x"}, "is no whole number"),
    ],
)
def test_what_is_no_figure_or_day_is_said(typed: dict[str, object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        drive_of(replace(DriveForm("Title"), **typed), "d", RUPEE, INDIA)  # type: ignore[arg-type]


def test_days_that_the_goal_does_not_ask_for_are_left_out() -> None:
    form = DriveForm("Title", measure=Measure.BILLS, target="3", days="30")
    assert drive_of(form, "d", RUPEE, INDIA).goal == Goal(Measure.BILLS, 3)


def test_a_new_campaign_has_a_name_that_none_ever_had() -> None:
    assert name_for(" Buy 1/2 ", ()) == "Buy 1-2"
    assert name_for("Diwali", ("Diwali", "Diwali 2")) == "Diwali 3"
    long = name_for("x" * 60, ())
    assert len(long) == DRIVE_NAME_MAX
    assert name_for("x" * 60, (long,)) == "x" * (DRIVE_NAME_MAX - 2) + " 2"


def test_copies_of_rules_have_names_that_none_ever_had() -> None:
    long = replace(TEN, rule_id="x" * DRIVE_NAME_MAX)
    made = copies((TEN, long, replace(long, rule_id="x" * 37)), {"Ten copy"}, "{} copy".format)
    assert [one.rule_id for one in made] == ["Ten copy 2", "x" * 40, "x" * 37 + " co"]
    made = copies((long,), {long.rule_id}, "{} copy".format)
    assert made == (replace(long, rule_id="x" * 38 + " 2"),)


def test_exactly_the_chosen_rules_belong_to_it() -> None:
    mine, other = replace(TEN, rule_id="Mine", drive="d"), replace(TEN, rule_id="Other", drive="e")
    assert with_rules((TEN, mine, other), "d", {"Ten"}) == (replace(TEN, drive="d"), replace(mine, drive=""), other)


def day(ahead: int) -> date:
    return TODAY + timedelta(days=ahead)


@pytest.mark.parametrize(
    ("span", "bar"),
    [
        (Span(day(-DAYS_BEFORE), day(-DAYS_BEFORE)), Bar(0, 1 / DAYS, goes_on_left=False, goes_on_right=False)),
        (Span(day(0), None), Bar(DAYS_BEFORE / DAYS, 1, goes_on_left=False, goes_on_right=True)),
        (Span(None, day(-1)), Bar(0, DAYS_BEFORE / DAYS, goes_on_left=True, goes_on_right=False)),
        (Span(None, None), Bar(0, 1, goes_on_left=True, goes_on_right=True)),
        (Span(day(-400), day(400)), Bar(0, 1, goes_on_left=True, goes_on_right=True)),
        (Span(day(-400), day(-DAYS_BEFORE - 1)), None),
        (Span(day(DAYS), None), None),
    ],
)
def test_a_bar_lies_where_its_days_are(span: Span, bar: Bar | None) -> None:
    found = Scale(TODAY).bar(span)
    if found is None or bar is None:
        assert found is bar
    else:
        assert (found.left, found.right) == pytest.approx((bar.left, bar.right))
        assert (found.goes_on_left, found.goes_on_right) == (bar.goes_on_left, bar.goes_on_right)


def test_what_is_beyond_the_scale_is_past_or_to_come() -> None:
    scale = Scale(TODAY)
    assert [scale.is_past(one) for one in (Span(None, day(-60)), Span(day(90), None))] == [True, False]


def test_the_months_on_the_scale_are_named() -> None:
    assert list(Scale(TODAY).months()) == [date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)]
