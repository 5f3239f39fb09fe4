"""How much a return takes back and gives back, and when nothing is left of a bill."""

from __future__ import annotations

import pytest

from app.domain.errors import Code, DomainError
from app.domain.money import Currency
from app.domain.points import Rounding, RoundingMode
from app.domain.program import Program, Refund, RefundEarned
from app.domain.reversal import (
    Moved,
    Refunded,
    Takeback,
    refund_amount,
    refund_fitting,
    refund_lines,
    refund_rest,
)
from tests.unit.domain.samples import program, sold

LINE_EXACT = program()
VALUE_RATIO = program(refund=Refund(earned=RefundEarned.VALUE_RATIO))
# ₹600 earning 5.70, ₹200 earning 5.70; 400 points worth ₹40 paid for it; the referrer got 4.00.
BILL = sold(("1", 600_00, 570), ("2", 200_00, 570), redeemed=400_00, redeemed_minor=40_00, referrer=400)
NOTHING = Moved()


def refused(code: Code, action: object, *args: object) -> DomainError:
    with pytest.raises(DomainError) as refusal:
        action(*args)  # type: ignore[operator]
    assert refusal.value.code is code
    return refusal.value


def test_a_bill_knows_what_it_earned_and_what_its_lines_came_to() -> None:
    bill = sold(("1", 60, 5), ("2", 40, 3), bonus=10)

    assert (bill.earned_points, bill.lines_minor) == (18, 100)


def test_a_returned_line_takes_back_exactly_what_it_earned() -> None:
    # A quarter of the bill by value: a quarter of the redeemed and the referrer's points.
    first = refund_lines(BILL, Refunded(), {"2": 200_00}, LINE_EXACT)

    assert first.moves == Moved(570, 100_00, 10_00, 100)
    assert first == Takeback(200_00, first.moves, Refunded({"2": 200_00}, 0, first.moves))


def test_the_last_return_takes_the_exact_rest() -> None:
    first = refund_lines(BILL, Refunded(), {"2": 200_00}, LINE_EXACT)
    last = refund_lines(BILL, first.after, {"1": 600_00}, LINE_EXACT)

    assert last.moves == Moved(570, 300_00, 30_00, 300)
    assert last.after.moved == Moved(1140, 400_00, 40_00, 400)
    assert last.after.total_minor == 800_00


def test_part_of_a_line_takes_back_its_share_rounded_as_earning_is() -> None:
    # 5.70 × 100/600 = 0.95; 400 × 100/800 = 50; ₹40 × 100/800 = ₹5; 4.00 × 100/800 = 0.50
    assert refund_lines(BILL, Refunded(), {"1": 100_00}, LINE_EXACT).moves == Moved(95, 50_00, 5_00, 50)
    # 5.70 × 0.01/600 = 0.000095 and so on: all of it rounds to nothing
    assert refund_lines(BILL, Refunded(), {"1": 1}, LINE_EXACT).moves == NOTHING


def test_value_ratio_takes_back_a_share_of_everything_earned() -> None:
    # 11.40 × 200/800 = 2.85, whichever line it was
    assert refund_lines(BILL, Refunded(), {"2": 200_00}, VALUE_RATIO).moves.reversed_points == 285
    assert refund_lines(BILL, Refunded(), {"1": 200_00}, VALUE_RATIO).moves.reversed_points == 285


def test_an_amount_without_lines_is_proportional_by_value() -> None:
    assert refund_amount(BILL, Refunded(), 200_00, LINE_EXACT).moves == Moved(285, 100_00, 10_00, 100)
    assert refund_amount(BILL, Refunded(), 200_00, VALUE_RATIO).moves.reversed_points == 285


def test_an_amount_after_a_line_takes_its_share_of_the_rest() -> None:
    # Line 2 took its 5.70; of the remaining ₹600 and 5.70, ₹300 is half: 2.85
    first = refund_lines(BILL, Refunded(), {"2": 200_00}, LINE_EXACT)
    second = refund_amount(BILL, first.after, 300_00, LINE_EXACT)

    assert second.moves == Moved(285, 150_00, 15_00, 150)
    assert second.after == Refunded({"2": 200_00}, 300_00, Moved(855, 250_00, 25_00, 250))


def test_a_line_after_an_amount_never_takes_a_target_back() -> None:
    # ₹400 by amount: 5.70. Then ₹100 of line 1: its 0.95, and of the rest (10.45) the share 400/700, floor: 5.97.
    first = refund_amount(BILL, Refunded(), 400_00, LINE_EXACT)
    second = refund_lines(BILL, first.after, {"1": 100_00}, LINE_EXACT)

    assert first.moves.reversed_points == 570
    assert second.moves.reversed_points == 95 + 597 - 570


def test_bonus_points_come_back_by_value() -> None:
    bill = sold(("1", 60_00, 60), ("2", 40_00, 40), bonus=10_00)

    # Line 1's own 0.60, and 60 % of the bonus
    assert refund_lines(bill, Refunded(), {"1": 60_00}, LINE_EXACT).moves.reversed_points == 60 + 600
    assert refund_amount(bill, Refunded(), 50_00, LINE_EXACT).moves.reversed_points == 550


def test_shares_are_rounded_to_the_quantum() -> None:
    whole_points = program(rounding=Rounding(quantum=100))
    bill = sold(("1", 300_00, 10_00))

    # 10 × 100/300 = 3.33 → 3; 10 × 200/300 = 6.67 → 6, so 3 more; then the rest
    first = refund_amount(bill, Refunded(), 100_00, whole_points)
    second = refund_amount(bill, first.after, 100_00, whole_points)
    third = refund_amount(bill, second.after, 100_00, whole_points)
    assert [one.moves.reversed_points for one in (first, second, third)] == [300, 300, 400]


def test_half_up_shares_never_exceed_what_there_was() -> None:
    """16 points in tens: 95 % is 15.2, which would round up to 20."""
    tens = program(rounding=Rounding(quantum=10_00, mode=RoundingMode.HALF_UP))
    bill = sold(("1", 100_00, 0), redeemed=16_00, redeemed_minor=1_60)
    first = refund_amount(bill, Refunded(), 95_00, tens)
    last = refund_amount(bill, first.after, 5_00, tens)

    assert (first.moves.restored_points, last.moves.restored_points) == (16_00, 0)


def test_more_than_is_left_of_a_line_is_refused() -> None:
    refusal = refused(Code.OVER_REFUND, refund_lines, BILL, Refunded(), {"2": 200_01}, LINE_EXACT)
    assert refusal.facts == {"left_minor": 200_00}
    assert refusal.message == ("Only ₹200.00 is left to give back there. Nothing was returned; use that much or less.")

    first = refund_lines(BILL, Refunded(), {"2": 150_00}, LINE_EXACT)
    refusal = refused(Code.OVER_REFUND, refund_lines, BILL, first.after, {"2": 50_01}, LINE_EXACT)
    assert refusal.facts == {"left_minor": 50_00}
    assert refund_lines(BILL, first.after, {"2": 50_00}, LINE_EXACT).amount_minor == 50_00


def test_more_than_is_left_of_the_bill_is_refused() -> None:
    refusal = refused(Code.OVER_REFUND, refund_amount, BILL, Refunded(), 800_01, LINE_EXACT)
    assert refusal.facts == {"left_minor": 800_00}

    first = refund_amount(BILL, Refunded(), 500_00, LINE_EXACT)
    refusal = refused(Code.OVER_REFUND, refund_lines, BILL, first.after, {"1": 300_01}, LINE_EXACT)
    assert refusal.facts == {"left_minor": 300_00}
    refusal = refused(Code.OVER_REFUND, refund_lines, BILL, first.after, {"1": 200_00, "2": 100_01}, LINE_EXACT)
    assert refusal.facts == {"left_minor": 300_00}


def test_a_refusal_speaks_the_shop_s_currency() -> None:
    yen = program(currency=Currency("JPY"))
    refusal = refused(Code.OVER_REFUND, refund_amount, sold(("1", 500, 0)), Refunded(), 501, yen)

    assert "Only ¥500 is left" in refusal.message


@pytest.mark.parametrize("amount", [0, -1])
def test_a_refund_of_nothing_is_refused(amount: int) -> None:
    by_amount = refused(Code.INVALID, refund_amount, BILL, Refunded(), amount, LINE_EXACT)
    by_line = refused(Code.INVALID, refund_lines, BILL, Refunded(), {"1": amount}, LINE_EXACT)
    assert by_amount.message == by_line.message == "A refund is more than nothing. Please check the amount."


def test_a_refund_that_names_no_line_is_refused() -> None:
    refused(Code.INVALID, refund_lines, BILL, Refunded(), {}, LINE_EXACT)


def test_a_line_that_is_not_on_the_bill_is_refused() -> None:
    refusal = refused(Code.INVALID, refund_lines, BILL, Refunded(), {"9": 1}, LINE_EXACT)
    assert refusal.message == "Line 9 is not on that bill. Nothing was returned."


def test_cancelling_takes_everything_once() -> None:
    first = refund_rest(BILL, Refunded())
    second = refund_rest(BILL, first.after)

    assert first.amount_minor == 800_00
    assert first.moves == Moved(1140, 400_00, 40_00, 400)
    assert first.after == Refunded({}, 800_00, first.moves, cancelled=True)
    assert second == Takeback(0, NOTHING, first.after)


def test_cancelling_after_returns_takes_the_rest() -> None:
    first = refund_lines(BILL, Refunded(), {"2": 200_00}, LINE_EXACT)
    rest = refund_rest(BILL, first.after)

    assert (rest.amount_minor, rest.moves) == (600_00, Moved(570, 300_00, 30_00, 300))


@pytest.mark.parametrize(("line_minor", "net"), [(99_60, 100_00), (100_40, 100_00)], ids=["up", "down"])
class TestRoundedBill:
    """A bill rounded to the whole rupee: its lines do not add up to what was paid."""

    def test_returning_every_line_gives_back_what_was_paid(self, line_minor: int, net: int) -> None:
        bill = sold(("1", line_minor, 298), net=net, redeemed=10_00, redeemed_minor=1_00)
        back = refund_lines(bill, Refunded(), {"1": line_minor}, LINE_EXACT)

        assert back.amount_minor == net
        assert back.moves == Moved(298, 10_00, 1_00, 0)
        assert back.after.total_minor == net
        assert refund_rest(bill, back.after).amount_minor == 0

    def test_line_by_line_too(self, line_minor: int, net: int) -> None:
        bill = sold(("1", 50_00, 150), ("2", line_minor - 50_00, 148), net=net)
        first = refund_lines(bill, Refunded(), {"1": 50_00}, LINE_EXACT)
        last = refund_lines(bill, first.after, {"2": line_minor - 50_00}, LINE_EXACT)

        assert (first.amount_minor, last.amount_minor) == (50_00, net - 50_00)
        assert last.after.moved.reversed_points == 298

    def test_by_amount_and_by_cancelling(self, line_minor: int, net: int) -> None:
        bill = sold(("1", line_minor, 298), net=net)

        assert refund_amount(bill, Refunded(), net, LINE_EXACT).moves.reversed_points == 298
        refused(Code.OVER_REFUND, refund_amount, bill, Refunded(), net + 1, LINE_EXACT)
        assert refund_rest(bill, Refunded()).amount_minor == net

    def test_nothing_is_left_after_cancelling(self, line_minor: int, net: int) -> None:
        bill = sold(("1", line_minor, 298), net=net)
        cancelled = refund_rest(bill, Refunded()).after

        refused(Code.OVER_REFUND, refund_lines, bill, cancelled, {"1": 10}, LINE_EXACT)
        refused(Code.OVER_REFUND, refund_amount, bill, cancelled, 10, LINE_EXACT)


def test_no_more_comes_back_than_was_paid_when_a_line_crosses_the_total() -> None:
    bill = sold(("1", 60_00, 180), ("2", 40_40, 121), net=100_00)
    first = refund_lines(bill, Refunded(), {"1": 60_00, "2": 39_00}, LINE_EXACT)
    last = refund_lines(bill, first.after, {"2": 1_40}, LINE_EXACT)

    assert (first.amount_minor, last.amount_minor) == (99_00, 1_00)
    assert last.after.moved.reversed_points == 301


def test_nothing_is_left_of_a_rounded_bill_whose_total_came_back_by_amount() -> None:
    bill = sold(("1", 100_40, 301), net=100_00)
    returned = refund_amount(bill, Refunded(), 100_00, LINE_EXACT).after

    refusal = refused(Code.OVER_REFUND, refund_lines, bill, returned, {"1": 1}, LINE_EXACT)
    assert refusal.facts == {"left_minor": 0}


def test_nothing_is_left_of_the_smallest_bill_either() -> None:
    bill = sold(("1", 5, 1), net=1)
    returned = refund_amount(bill, Refunded(), 1, LINE_EXACT).after

    refused(Code.OVER_REFUND, refund_lines, bill, returned, {"1": 4}, LINE_EXACT)


def test_a_bill_rounded_to_nothing_can_be_returned_once() -> None:
    bill = sold(("1", 40, 9), net=0)
    returned = refund_lines(bill, Refunded(), {"1": 40}, LINE_EXACT)

    assert (returned.amount_minor, returned.moves) == (0, Moved(9))
    refused(Code.OVER_REFUND, refund_lines, bill, refund_rest(bill, Refunded()).after, {"1": 40}, LINE_EXACT)


def test_points_wait_for_the_last_of_the_round_off() -> None:
    bill = sold(("1", 99_60, 100), net=100_00)
    first = refund_amount(bill, Refunded(), 99_70, LINE_EXACT)
    last = refund_amount(bill, first.after, 30, LINE_EXACT)

    assert (first.moves.reversed_points, last.moves.reversed_points) == (99, 1)


def test_a_bill_given_away_can_be_cancelled_but_not_returned_by_amount() -> None:
    bill = sold(("1", 0, 90))

    assert refund_rest(bill, Refunded()) == Takeback(0, Moved(90), Refunded({}, 0, Moved(90), cancelled=True))
    refused(Code.OVER_REFUND, refund_amount, bill, Refunded(), 1, LINE_EXACT)


def test_the_last_line_of_value_takes_the_points_of_lines_without() -> None:
    bill = sold(("gift", 0, 90), ("1", 100_00, 300))

    assert refund_lines(bill, Refunded(), {"1": 100_00}, LINE_EXACT).moves.reversed_points == 390


def test_moved_adds_up_and_never_goes_backwards() -> None:
    one, other = Moved(5, 50, 500, 7), Moved(3, 60, 400, 9)

    assert one.plus(other) == Moved(8, 110, 900, 16)
    assert one.less(other) == Moved(2, 0, 100, 0)
    assert other.less(one) == Moved(0, 10, 0, 2)


def test_currencies_without_minor_units_refund_too() -> None:
    yen = Program(currency=Currency("JPY"))
    bill = sold(("1", 1_000, 1_000), redeemed=300, redeemed_minor=33)

    # 33 × 500/1000 = 16.5, rounded down
    assert refund_amount(bill, Refunded(), 500, yen).moves == Moved(500, 150, 16, 0)


def test_a_refund_that_fits_is_what_it_was() -> None:
    wanted = {"1": 100_00, "2": 200_00}
    assert refund_fitting(BILL, Refunded(), wanted, 300_00, LINE_EXACT) == refund_lines(
        BILL, Refunded(), wanted, LINE_EXACT
    )
    assert refund_fitting(BILL, Refunded(), {}, 90_00, LINE_EXACT) == refund_amount(BILL, Refunded(), 90_00, LINE_EXACT)


def test_of_what_came_back_elsewhere_meanwhile_only_the_rest_fits() -> None:
    before = refund_lines(BILL, Refunded(), {"1": 500_00}, LINE_EXACT).after
    fitting = refund_fitting(BILL, before, {"1": 300_00, "2": 50_00}, 350_00, LINE_EXACT)
    assert fitting == refund_lines(BILL, before, {"1": 100_00, "2": 50_00}, LINE_EXACT)
    by_value = refund_fitting(BILL, before, {}, 400_00, LINE_EXACT)
    assert by_value == refund_amount(BILL, before, 300_00, LINE_EXACT)


def test_lines_share_what_amounts_without_lines_have_left() -> None:
    before = refund_amount(BILL, Refunded(), 700_00, LINE_EXACT).after
    fitting = refund_fitting(BILL, before, {"1": 80_00, "2": 80_00}, 160_00, LINE_EXACT)
    assert (fitting.amount_minor, dict(fitting.after.by_line)) == (100_00, {"1": 80_00, "2": 20_00})


@pytest.mark.parametrize(("amounts", "amount"), [({"1": 600_00}, 600_00), ({}, 800_00), ({"1": -5}, -5), ({}, 0)])
def test_nothing_fits_where_all_came_back_or_nothing_was_asked(amounts: dict[str, int], amount: int) -> None:
    whole = refund_rest(BILL, Refunded()).after
    assert refund_fitting(BILL, whole, amounts, amount, LINE_EXACT) == Takeback(0, NOTHING, whole)


def test_a_line_that_is_not_on_the_bill_never_fits() -> None:
    refused(Code.INVALID, refund_fitting, BILL, Refunded(), {"7": 5_00}, 5_00, LINE_EXACT)
