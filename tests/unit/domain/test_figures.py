"""Figures: what may stand in each, what two sets of them differ in, and how much more a change gives away."""

from __future__ import annotations

from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Code, DomainError
from app.domain.expiry import DEFAULT_N, ExpiryMode
from app.domain.figures import (
    DAYS_MAX,
    Figure,
    FigureChange,
    Figures,
    check_figures,
    figure_changes,
    figures_carried_over,
    lasts_least,
    steepest_figure,
)
from app.domain.points import RoundingMode, RoundingScope, TierStep
from app.domain.program import CapBase, EarnOn, MinPointsMode, Program, RedeemAs, RefundEarned, Shortfall
from app.domain.rates import Rates

USUAL = Figures.of(Program())
DAYS = st.integers(0, DAYS_MAX)
SOME: dict[Figure, st.SearchStrategy[Any]] = {
    Figure.WORTH: st.decimals("0.000001", 1_000_000, places=6),
    Figure.STEP: st.integers(1, 10**12),
    Figure.LEAST_OF: st.sampled_from(MinPointsMode),
    Figure.CAP_BASE: st.sampled_from(CapBase),
    Figure.PAID_AS: st.sampled_from(RedeemAs),
    Figure.EARN_ON: st.sampled_from(EarnOn),
    Figure.LEAST_BILL: st.integers(0, 10**9),
    Figure.CEILING: st.decimals(1, 1000, places=2),
    Figure.PENDING: DAYS,
    Figure.REFERRAL: st.decimals(0, 100, places=2),
    Figure.QUANTUM: st.integers(1, 10**6),
    Figure.ROUNDED: st.sampled_from(RoundingMode),
    Figure.ROUNDED_PER: st.sampled_from(RoundingScope),
    Figure.TIER_STEP: st.sampled_from(TierStep),
    Figure.ROUND_OFF: st.integers(0, 1_000_000),
    Figure.EXPIRY: st.sampled_from(ExpiryMode),
    Figure.LASTS: st.integers(1, DAYS_MAX),
    Figure.TAKEN_BACK: st.sampled_from(RefundEarned),
    Figure.SHORTFALL: st.sampled_from(Shortfall),
    Figure.GRACE: DAYS,
}
ANY = st.builds(Figures, **{one.value: some for one, some in SOME.items()})


@given(figures=ANY)
def test_what_may_stand_is_let_through_stands_in_the_rules_and_is_read_of_them_again(figures: Figures) -> None:
    check_figures(figures)
    program = figures.over(Program())
    assert Figures.of(program) == figures
    assert Rates.of(program) == Rates.of(Program())
    assert program.has_the_rules_of(Program()) == (figures == USUAL)


def test_every_figure_of_the_rules_has_its_place() -> None:
    assert {one.value for one in Figure} == {field.name for field in fields(Figures)}


@given(base=ANY, mine=ANY, newer=ANY)
def test_what_one_changed_is_carried_over_what_another_did(base: Figures, mine: Figures, newer: Figures) -> None:
    carried = figures_carried_over(base, mine, newer)
    changed = {one.figure for one in figure_changes(base, mine)}
    for one in Figure:
        assert carried.value(one) == (mine if one in changed else newer).value(one)


@pytest.mark.parametrize(
    ("figure", "value", "why"),
    [
        (Figure.WORTH, Decimal(0), "more than nothing"),
        (Figure.WORTH, Decimal("0.0000001"), "six decimals"),
        (Figure.WORTH, Decimal(1_000_001), "at most 1,000,000"),
        (Figure.STEP, 0, "in steps of 0.01 or more"),
        (Figure.STEP, 10**12 + 1, "in steps of 0.01 or more"),
        (Figure.QUANTUM, 0, "rounded to 0.01 or more"),
        (Figure.LEAST_BILL, -1, "from nothing on"),
        (Figure.CEILING, Decimal("0.99"), "at least 1"),
        (Figure.CEILING, Decimal("1000.01"), "at most 1,000"),
        (Figure.CEILING, Decimal("1.0000001"), "at least 1"),
        (Figure.PENDING, -1, "0 to 3,650 days"),
        (Figure.PENDING, 3651, "0 to 3,650 days"),
        (Figure.REFERRAL, Decimal("100.01"), "0 to 100 %"),
        (Figure.REFERRAL, Decimal("0.001"), "two decimals"),
        (Figure.REFERRAL, Decimal(-1), "0 to 100 %"),
        (Figure.ROUND_OFF, 1_000_001, "from nothing to 10,000"),
        (Figure.ROUND_OFF, -1, "from nothing to 10,000"),
        (Figure.LASTS, 0, "1 to 3,650 days or months"),
        (Figure.LASTS, 3651, "1 to 3,650 days or months"),
        (Figure.GRACE, 3651, "0 to 3,650 days more"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(figure: Figure, value: Any, why: str) -> None:
    with pytest.raises(DomainError) as refusal:
        check_figures(USUAL.having(figure, value))
    assert refusal.value.code is Code.INVALID
    assert why in refusal.value.message
    assert refusal.value.message.endswith("Nothing was saved.")


@pytest.mark.parametrize("mode", ExpiryMode)
def test_another_kind_of_end_comes_with_its_usual_length_and_the_same_keeps_its_own(mode: ExpiryMode) -> None:
    figures = replace(USUAL, expiry=ExpiryMode.NEVER, lasts=0).having(Figure.EXPIRY, mode)
    assert (figures.expiry, figures.lasts) == (mode, DEFAULT_N[mode])
    check_figures(figures)
    assert replace(USUAL, lasts=3).having(Figure.EXPIRY, USUAL.expiry).lasts == 3


def test_only_what_is_counted_from_earning_has_to_last_at_all() -> None:
    assert {one for one in ExpiryMode if lasts_least(one)} == {
        ExpiryMode.DAYS,
        ExpiryMode.MONTHS,
        ExpiryMode.INACTIVITY,
    }


@pytest.mark.parametrize(
    ("figure", "value", "rise"),
    [
        (Figure.WORTH, Decimal("0.15"), 50),
        (Figure.WORTH, Decimal("0.05"), 0),
        (Figure.REFERRAL, Decimal(7), 7),
        (Figure.PENDING, 30, 0),
    ],
)
def test_a_rise_is_what_more_is_given_away(figure: Figure, value: Any, rise: int) -> None:
    after = USUAL.having(figure, value)
    assert figure_changes(USUAL, after) == (FigureChange(figure, USUAL.value(figure), value),)
    assert steepest_figure(USUAL, after) == rise
    assert steepest_figure(USUAL, USUAL) == 0
