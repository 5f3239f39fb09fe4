"""Tax: the examples a shop's accountant would check by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.errors import Code, DomainError
from app.domain.tax import RateShare, by_rate, split


@pytest.mark.parametrize(
    ("paid_minor", "percent", "parts"),
    [
        (112_00, "12", (100_00, 6_00, 6_00)),
        (105_00, "5", (100_00, 2_50, 2_50)),
        (118_00, "18", (100_00, 9_00, 9_00)),
        (100_00, "12", (89_28, 5_36, 5_36)),  # 5.357…: each half is rounded, the value before tax takes the rest
        (100_00, "0", (100_00, 0, 0)),
        (1_00, "0.25", (1_00, 0, 0)),
        (0, "12", (0, 0, 0)),
        (1, "100", (1, 0, 0)),
        (2, "100", (0, 1, 1)),  # half a paisa goes up
    ],
)
def test_a_price_is_split_into_its_value_and_two_equal_halves_of_tax(
    paid_minor: int, percent: str, parts: tuple[int, int, int]
) -> None:
    share = split(paid_minor, Decimal(percent))

    assert (share.taxable_minor, share.central_minor, share.state_minor) == parts


def test_lines_of_one_rate_are_one_sum_and_rates_come_in_order() -> None:
    lines = [(Decimal(12), 50_00), (Decimal(5), 21_00), (Decimal("12.0"), 62_00)]

    assert by_rate(lines) == (RateShare(Decimal(5), 20_00, 50, 50), RateShare(Decimal(12), 100_00, 6_00, 6_00))
    assert by_rate([]) == ()


@pytest.mark.parametrize("percent", ["-0.01", "100.01"])
def test_a_rate_that_cannot_be_is_refused(percent: str) -> None:
    with pytest.raises(DomainError) as refusal:
        split(100, Decimal(percent))

    assert (refusal.value.code, "0 and 100 percent" in refusal.value.message) == (Code.INVALID, True)


@pytest.mark.parametrize("percent", ["0", "100"])
def test_the_ends_of_the_range_are_rates(percent: str) -> None:
    assert split(100, Decimal(percent)).percent == Decimal(percent)
