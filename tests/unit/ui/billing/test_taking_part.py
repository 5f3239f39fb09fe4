"""A campaign at the counter: the customer is told how far they are, and takes part with one key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.domain.conditions import ReachesGoal
from app.domain.days import Period
from app.domain.drives import Drive, Goal, Measure, Since
from app.domain.limits import RuleLimits
from app.domain.program import Program
from app.domain.rules import DecisionRule, PointsFixed
from tests.desks import changed
from tests.unit.ui.counters import PROGRAM, Rig, rig
from ui.actions import Do
from ui.errors import Tone

CHALLENGE = Drive("c", "Spend ₹500", by_joining=True, goal=Goal(Measure.SPEND, 500_00, Since.TAKING_PART, 30))
THIRD = Drive("t", "Third bill", Period(), goal=Goal(Measure.BILLS, 3))
RULES = tuple(
    DecisionRule(name, PointsFixed(200_00), conditions=(ReachesGoal(),), limits=RuleLimits(1), drive=name)
    for name in ("c", "t")
)


def running(*found: Drive) -> Program:
    return changed(PROGRAM, drives=found, rules=tuple(one for one in RULES if one.drive in {d.drive_id for d in found}))


@pytest.fixture
def at() -> Iterator[Rig]:
    with rig(program=running(CHALLENGE)) as made:
        yield made


def notes(at: Rig) -> tuple[str, ...]:
    assert at.state.member is not None
    return at.state.member.notes


def said(at: Rig) -> tuple[Tone, str]:
    assert at.state.notice is not None
    return at.state.notice.tone, at.state.notice.text


def test_who_could_take_part_is_told_the_key_and_then_how_far_they_are(at: Rig) -> None:
    at.counter.entering.scanned(at.member())
    assert notes(at)[0] == "Alt+J: take part in “Spend ₹500”"
    at.do(Do.TAKE_PART)
    assert said(at) == (
        Tone.GOOD,
        "They take part in “Spend ₹500” now. ₹500.00 more until 31 Jan: 200 points",
    )
    assert notes(at)[0] == "₹500.00 more until 31 Jan: 200 points"
    at.type("180/2")
    at.do(Do.TAKE_PART)
    assert said(at) == (Tone.INFO, "There is no campaign now that they could take part in and do not yet.")


def test_the_bill_on_the_screen_counts_as_soon_as_they_take_part(at: Rig) -> None:
    at.counter.entering.scanned(at.member())
    at.type("500/2")
    assert at.state.totals is not None
    at.do(Do.TAKE_PART)
    assert at.counter.sale.quote is not None
    assert at.counter.sale.quote.earned.bonus_points == 200_00


def test_without_a_card_there_is_nobody_to_ask(at: Rig) -> None:
    at.do(Do.TAKE_PART)
    assert said(at) == (Tone.INFO, "No card on this bill. Scan one first; then they can take part.")


def test_what_was_withdrawn_meanwhile_is_refused(at: Rig) -> None:
    at.counter.entering.scanned(at.member())
    at.shop.publish(running())
    at.do(Do.TAKE_PART)
    assert said(at)[1] == "There is no such campaign. Nothing was changed."


def test_bills_to_go_are_told_and_what_is_reached_is_not() -> None:
    no_goal = Drive("n", "No goal", by_joining=True)
    with rig(program=running(THIRD)) as at:
        card = at.member()
        at.counter.entering.scanned(card)
        assert notes(at)[0] == "3 bills more: 200 points"
        for _ in range(3):
            at.shop.sell(card, ("General", 10))
        at.counter.entering.scanned(card)
        assert not any("bills" in one for one in notes(at))
    with rig(program=replace(running(), drives=(no_goal,))) as at:
        at.counter.entering.scanned(at.member())
        at.do(Do.TAKE_PART)
        assert said(at) == (Tone.GOOD, "They take part in “No goal” now.")
