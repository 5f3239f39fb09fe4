"""Rewards: a catalogue that can be kept, who may have what, and what a voucher takes off a bill."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cart import BillDiscount, Cart, CartLine
from app.domain.days import INDIA, Period
from app.domain.errors import Code, DomainError
from app.domain.item import Item
from app.domain.pricing import PricedBill, price
from app.domain.program import DEFAULT_TIERS, Program
from app.domain.rewards import (
    COUNT_MAX,
    HANDED_OVER,
    REWARDS_MAX,
    BillVoucher,
    Claimant,
    Obstacle,
    Reward,
    RewardKind,
    Why,
    check_rewards,
    is_low,
    left_of,
    obstacles,
)
from app.domain.tiers import Level
from app.services.programs.program_codec import program_from_json, program_to_json
from tests.unit.domain.samples import NOON, cart, line, program

COUPON = Reward("R1", "₹100 off", RewardKind.DISCOUNT_COUPON, 1_000_00, value_minor=100_00)
TENTH = replace(COUPON, reward_id="R2", value_minor=0, percent=Decimal(10))
SOAP = Reward("R3", "Free soap", RewardKind.FREE_PRODUCT, 500_00, category="Soap")
CINEMA = Reward("R4", "Cinema", RewardKind.EXPERIENCE, 2_000_00, stock=3, member_max=1, min_tier="Gold")
RICH = Claimant(tier="Platinum", points=10_000_00, left=5)


def with_voucher(reward: Reward, bought: Cart) -> Cart:
    return replace(bought, voucher=BillVoucher("v", "V0", reward))


def priced(reward: Reward, bought: Cart, rules: Program | None = None) -> PricedBill:
    return price(with_voucher(reward, bought), rules or program(), Level("Bronze"))


def refused(reward: Reward, bought: Cart) -> DomainError:
    with pytest.raises(DomainError) as refusal:
        priced(reward, bought)
    assert refusal.value.code is Code.VOUCHER_UNFIT
    return refusal.value


def whys(reward: Reward, who: Claimant, at: datetime = NOON) -> list[Why]:
    return [one.why for one in obstacles(reward, who, DEFAULT_TIERS, at=at)]


# Who may have one


def test_who_has_the_points_the_tier_and_the_luck_may_have_it() -> None:
    assert whys(CINEMA, RICH) == []
    assert whys(COUPON, replace(RICH, left=None)) == []  # of what has no stock nobody needs to know how many are left


@pytest.mark.parametrize(
    ("who", "why"),
    [
        (replace(RICH, is_enabled=False), Why.DISABLED),
        (replace(RICH, tier="Silver"), Why.TIER),
        (replace(RICH, points=1_999_99), Why.POINTS),
        (replace(RICH, had=1), Why.LIMIT),
        (replace(RICH, left=0), Why.STOCK),
        (replace(RICH, left=None), Why.OFFLINE),
    ],
)
def test_each_thing_that_is_missing_is_named(who: Claimant, why: Why) -> None:
    assert whys(CINEMA, who) == [why]


def test_everything_that_is_missing_is_named_with_its_figure() -> None:
    who = Claimant(tier="Bronze", points=0, had=1, left=0, bill_minor=10_00)

    assert obstacles(replace(CINEMA, min_bill_minor=50_00), who, DEFAULT_TIERS, at=NOON) == (
        Obstacle(Why.TIER),
        Obstacle(Why.POINTS, 2_000_00),
        Obstacle(Why.LIMIT, 1),
        Obstacle(Why.STOCK),
        Obstacle(Why.MIN_BILL, 50_00),
    )


def test_the_points_may_be_just_enough_and_the_gold_tier_is_gold() -> None:
    assert whys(CINEMA, replace(RICH, tier="Gold", points=2_000_00)) == []


def test_a_window_includes_its_ends() -> None:
    window = replace(COUPON, period=Period(NOON, NOON + timedelta(days=1)))

    assert whys(window, RICH, NOON) == whys(window, RICH, NOON + timedelta(days=1)) == []
    assert whys(window, RICH, NOON - timedelta(seconds=1)) == [Why.WINDOW]


def test_a_bill_that_is_large_enough_is_no_obstacle_and_neither_is_none() -> None:
    reward = replace(COUPON, min_bill_minor=500_00)

    assert whys(reward, replace(RICH, bill_minor=499_99)) == [Why.MIN_BILL]
    assert whys(reward, replace(RICH, bill_minor=500_00)) == whys(reward, RICH) == []


@pytest.mark.parametrize(("out", "left"), [(0, 3), (2, 1), (3, 0), (7, 0)])
def test_what_is_left_is_never_below_zero(out: int, left: int) -> None:
    assert left_of(CINEMA, out=out) == left
    assert left_of(COUPON, out=out) is None


def test_a_voucher_is_good_until_the_end_of_its_last_day() -> None:
    # Issued at noon in India on 15 January, good for 2 days: 16 and 17 January.
    assert replace(COUPON, valid_days=2).expires_at(NOON, INDIA) == datetime(2026, 1, 17, 18, 30, tzinfo=UTC)
    assert replace(COUPON, valid_days=0).expires_at(NOON, INDIA) == datetime(2026, 1, 15, 18, 30, tzinfo=UTC)
    assert COUPON.expires_at(NOON, INDIA) is None


# A catalogue that can be kept


@pytest.mark.parametrize(
    "faulty",
    [
        {"reward_id": " "},
        {"name": ""},
        {"name": "x" * 61},
        {"terms": "x" * 401},
        {"cost": 0},
        {"value_minor": -1},
        {"min_bill_minor": -1},
        {"stock": -1},
        {"stock": COUNT_MAX + 1},
        {"member_max": 0},
        {"valid_days": -1},
        {"valid_days": 3_651},
        {"period": Period(NOON, NOON - timedelta(days=1))},
        {"min_tier": "Diamond"},
        {"percent": Decimal(10)},
        {"value_minor": 0},
        {"value_minor": 0, "percent": Decimal(101)},
        {"value_minor": 0, "percent": Decimal(0)},
        {"kind": RewardKind.CASHBACK, "value_minor": 0},
        {"kind": RewardKind.CASHBACK, "value_minor": 0, "percent": Decimal(5)},
        {"kind": RewardKind.FREE_PRODUCT},
        {"kind": RewardKind.FREE_PRODUCT, "category": "Soap", "item_code": "8901234567894"},
        {"kind": RewardKind.FREE_DELIVERY},
    ],
)
def test_a_reward_that_could_not_be_kept_is_refused(faulty: dict[str, Any]) -> None:
    with pytest.raises(DomainError) as refusal:
        check_rewards((replace(COUPON, **faulty),), DEFAULT_TIERS)
    assert refusal.value.code is Code.INVALID
    assert "Nothing was saved." in refusal.value.message


def test_a_catalogue_has_each_reward_once_and_an_end() -> None:
    check_rewards(
        (COUPON, TENTH, SOAP, CINEMA, replace(SOAP, reward_id="R5", category=None, item_code="1")), DEFAULT_TIERS
    )
    with pytest.raises(DomainError, match="same id"):
        check_rewards((COUPON, replace(TENTH, reward_id="R1")), DEFAULT_TIERS)
    many = tuple(replace(COUPON, reward_id=str(number)) for number in range(REWARDS_MAX + 1))
    with pytest.raises(DomainError, match=str(REWARDS_MAX)):
        check_rewards(many, DEFAULT_TIERS)


def test_a_program_without_rewards_is_spelt_as_it_always_was() -> None:
    assert "rewards" not in program_to_json(program())
    with_them = program(rewards=(COUPON, TENTH, SOAP, CINEMA))
    assert program_from_json(program_to_json(with_them)) == with_them
    assert (with_them.reward("R3"), with_them.reward("R9")) == (SOAP, None)


# On a bill


def test_an_amount_coupon_acts_as_a_bill_discount() -> None:
    bill = priced(COUPON, cart(line("1", "300"), line("2", "100")))

    assert [one.bill_discount_minor for one in bill.lines] == [75_00, 25_00]
    assert (bill.net_minor, bill.voucher_minor, bill.by_hand_minor) == (300_00, 100_00, 0)


def test_a_coupon_comes_after_what_is_taken_off_by_hand() -> None:
    bill = priced(TENTH, cart(line("1", "300"), line("2", "100"), percent="50"))

    assert (bill.voucher_minor, bill.by_hand_minor, bill.net_minor) == (20_00, 200_00, 180_00)


def test_a_coupon_is_worth_no_more_than_the_bill() -> None:
    cashback = replace(COUPON, kind=RewardKind.CASHBACK)

    assert priced(COUPON, cart(line(rupees="60"))).voucher_minor == 60_00
    assert priced(cashback, cart(line(rupees="60"))).net_minor == 0


def test_what_a_voucher_takes_off_needs_nobodys_approval() -> None:
    assert not priced(COUPON, cart(line(rupees="100"))).is_above(0)
    assert priced(COUPON, cart(line(rupees="500"), amount_minor=1)).is_above(0)


def test_a_free_piece_is_one_of_the_dearest_that_fit() -> None:
    bill = priced(SOAP, cart(line("1", "30", "Soap"), line("2", "40", "Soap", quantity="3"), line("3", "90")))

    assert [one.line_discount_minor for one in bill.lines] == [0, 40_00, 0]
    assert (bill.voucher_minor, bill.net_minor, bill.by_hand_minor) == (40_00, 200_00, 0)


def test_of_two_as_dear_the_first_is_free() -> None:
    bill = priced(SOAP, cart(line("1", "40", "Soap"), line("2", "40", "Soap")))

    assert [one.line_discount_minor for one in bill.lines] == [40_00, 0]


def test_of_half_a_piece_the_half_is_free() -> None:
    assert priced(SOAP, cart(line("1", "40", "Soap", quantity="0.5"))).voucher_minor == 20_00


def test_a_free_piece_costs_the_shop_its_value_at_most() -> None:
    assert priced(replace(SOAP, value_minor=25_00), cart(line("1", "40", "Soap"))).voucher_minor == 25_00


def test_a_free_piece_and_a_discount_by_hand_do_not_make_money() -> None:
    bill = priced(SOAP, cart(line("1", "100", "Soap"), amount_minor=30_00))

    assert (bill.voucher_minor, bill.by_hand_minor, bill.net_minor) == (70_00, 30_00, 0)


def test_a_free_item_is_known_by_its_code() -> None:
    item = replace(line("2", "55"), item=Item("8901234567894"))
    reward = replace(SOAP, category=None, item_code="8901234567894")

    assert [one.line_discount_minor for one in priced(reward, cart(line("1", "99"), item)).lines] == [0, 55_00]
    assert "8901234567894" in refused(reward, cart(line("1", "99"))).message


def test_a_voucher_that_does_not_fit_says_why() -> None:
    small = refused(replace(COUPON, min_bill_minor=500_00), cart(line(rupees="499.99")))

    assert "₹500.00" in small.message
    assert "₹499.99" in small.message
    assert small.facts == {"min_bill_minor": 500_00}
    assert "Soap" in refused(SOAP, cart(line())).message
    assert all("handed over" in refused(replace(CINEMA, kind=kind), cart(line())).message for kind in HANDED_OVER)


@given(
    rupees=st.lists(st.integers(1, 500), min_size=1, max_size=5),
    by_hand=st.integers(0, 60),
    reward=st.sampled_from((COUPON, TENTH, SOAP)),
)
def test_a_voucher_takes_off_exactly_what_it_says(rupees: list[int], by_hand: int, reward: Reward) -> None:
    lines = tuple(CartLine(str(n), "Soap", Decimal(1), paid * 100) for n, paid in enumerate(rupees))
    bought = Cart(lines, BillDiscount(percent=Decimal(by_hand)))
    without, with_it = price(bought, program(), Level("Bronze")), priced(reward, bought)

    assert all(one.net_minor >= 0 for one in with_it.lines)
    assert with_it.voucher_minor > 0
    assert with_it.net_minor + with_it.voucher_minor + with_it.by_hand_minor == with_it.gross_minor
    assert with_it.net_minor >= 0
    assert with_it.by_hand_minor == without.by_hand_minor


def test_a_stock_is_low_at_a_tenth_of_it_or_at_the_last_one() -> None:
    fifty, three = replace(COUPON, stock=50), replace(COUPON, stock=3)
    assert [is_low(fifty, left) for left in (6, 5, 0)] == [False, True, True]
    assert [is_low(three, left) for left in (2, 1, 0)] == [False, True, True]
    assert not is_low(COUPON, 0)
