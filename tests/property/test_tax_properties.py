"""Tax that is in the price: whatever is sold at whatever rates, the parts are what was paid."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import AMOUNT_MINOR_MAX
from app.domain.tax import by_rate, split

RATES = st.sampled_from(list(map(Decimal, ("0", "0.25", "3", "5", "12", "18", "28", "40")))) | st.decimals(
    0, 100, places=3
)
PAID = st.integers(0, AMOUNT_MINOR_MAX)
LINES = st.lists(st.tuples(RATES, PAID), max_size=40)


@given(LINES)
def test_the_parts_add_up_to_the_paisa(lines: list[tuple[Decimal, int]]) -> None:
    shares = by_rate(lines)

    assert sum(share.paid_minor for share in shares) == sum(paid for _, paid in lines)
    for share in shares:
        assert share.paid_minor == sum(paid for percent, paid in lines if percent == share.percent)


@given(PAID, RATES)
def test_each_half_is_within_half_a_paisa_of_the_exact_tax(paid: int, percent: Decimal) -> None:
    share = split(paid, percent)
    exact = Fraction(paid) * Fraction(percent) / (100 + Fraction(percent)) / 2

    assert share.central_minor == share.state_minor
    assert abs(share.central_minor - exact) <= Fraction(1, 2)
    assert share.taxable_minor >= 0


@given(LINES, st.randoms(use_true_random=False))
def test_the_order_of_the_lines_does_not_matter(lines: list[tuple[Decimal, int]], dice: object) -> None:
    shuffled = list(lines)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]

    assert by_rate(shuffled) == by_rate(lines)
