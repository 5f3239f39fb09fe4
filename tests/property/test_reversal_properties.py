"""Any split of a full refund moves exactly what the bill moved, and never more on the way."""

from __future__ import annotations

from dataclasses import astuple

from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.errors import Code, DomainError
from app.domain.program import Program
from app.domain.reversal import (
    Moved,
    Refunded,
    SoldBill,
    SoldLine,
    Takeback,
    refund_amount,
    refund_fitting,
    refund_lines,
    refund_rest,
)
from tests.property.strategies import programs, sold_bills


def everything(bill: SoldBill) -> Moved:
    return Moved(bill.earned_points, bill.redeemed_points, bill.redeemed_minor, bill.referrer_points)


def within(part: Moved, whole: Moved) -> bool:
    return all(0 <= a <= b for a, b in zip(astuple(part), astuple(whole), strict=True))


def some_refund(data: st.DataObject, bill: SoldBill, so_far: Refunded, program: Program) -> Takeback | None:
    """One refund of some lines or of an amount; None when what was drawn is more than is left."""
    open_lines = {x.line_id: x.net_minor - so_far.by_line.get(x.line_id, 0) for x in bill.lines}
    open_lines = {line_id: room for line_id, room in open_lines.items() if room}
    named = data.draw(st.sets(st.sampled_from(sorted(open_lines)))) if open_lines else set()
    amounts = {line_id: data.draw(st.integers(1, open_lines[line_id])) for line_id in sorted(named)}
    try:
        if amounts:
            return refund_lines(bill, so_far, amounts, program)
        return refund_amount(bill, so_far, data.draw(st.integers(1, max(1, bill.net_minor))), program)
    except DomainError as refusal:
        if refusal.code is not Code.OVER_REFUND:
            raise
        return None


@given(sold_bills(), programs, st.data())
def test_any_split_moves_exactly_what_the_bill_moved(bill: SoldBill, program: Program, data: st.DataObject) -> None:
    so_far, paid_back = Refunded(), 0
    for _ in range(data.draw(st.integers(0, 6), label="refunds")):
        one = some_refund(data, bill, so_far, program)
        if one is not None:
            assert within(one.moves, everything(bill))
            assert one.amount_minor >= 0
            so_far, paid_back = one.after, paid_back + one.amount_minor
        assert within(so_far.moved, everything(bill))
        assert so_far.total_minor == paid_back <= bill.net_minor
    rest = refund_rest(bill, so_far)
    assert rest.after.moved == everything(bill)
    assert paid_back + rest.amount_minor == bill.net_minor


@given(
    st.integers(1, 10**6), st.integers(0, 10**6), programs, st.lists(st.tuples(st.booleans(), st.integers(1, 10**6)))
)
def test_of_a_bill_of_one_line_it_is_the_same_whether_the_line_is_named(
    net: int, points: int, program: Program, parts: list[tuple[bool, int]]
) -> None:
    bill, so_far = SoldBill((SoldLine("1", net, points),), net, 0, 0, 0, 0), Refunded()
    for is_named, wanted in parts:
        part = min(wanted, net - so_far.total_minor)
        if part:
            by_line = {"1": part} if is_named else {}
            so_far = refund_fitting(bill, so_far, by_line, part, program).after

    assert so_far.moved.reversed_points == program.rounding.share(points, part=so_far.total_minor, whole=net)


@given(sold_bills(), programs, st.permutations(range(5)))
def test_returning_line_by_line_in_any_order_returns_everything(
    bill: SoldBill, program: Program, order: list[int]
) -> None:
    so_far, paid_back = Refunded(), 0
    assume(bill.lines_minor)
    for line in [bill.lines[n] for n in order if n < len(bill.lines) and bill.lines[n].net_minor]:
        if 0 < bill.net_minor <= so_far.total_minor:
            break  # a bill rounded down: what was paid has come back
        one = refund_lines(bill, so_far, {line.line_id: line.net_minor}, program)
        so_far, paid_back = one.after, paid_back + one.amount_minor

    assert paid_back == bill.net_minor
    assert so_far.moved == everything(bill)


@given(sold_bills(), programs, st.data())
def test_what_was_returned_by_amount_adds_up_whatever_the_steps(
    bill: SoldBill, program: Program, data: st.DataObject
) -> None:
    """Targets are cumulative: two steps come to what one step of their sum comes to."""
    assume(bill.net_minor >= 2)
    first = data.draw(st.integers(1, bill.net_minor - 1))
    second = data.draw(st.integers(1, bill.net_minor - first))
    two_steps = refund_amount(bill, refund_amount(bill, Refunded(), first, program).after, second, program)

    assert two_steps.after == refund_amount(bill, Refunded(), first + second, program).after


@given(sold_bills())
def test_cancelling_is_once(bill: SoldBill) -> None:
    after = refund_rest(bill, Refunded()).after

    assert refund_rest(bill, after) == Takeback(0, Moved(), after)


@given(sold_bills(), programs, st.data())
def test_whatever_counters_give_back_unaware_of_each_other_no_more_fits_than_was_sold(
    bill: SoldBill, program: Program, data: st.DataObject
) -> None:
    """Each asks for what it would have been asked alone; what fits is what the one that judges posts."""
    nets = {line.line_id: line.net_minor for line in bill.lines if line.net_minor}
    so_far, paid_back = Refunded(), 0
    for _ in range(data.draw(st.integers(0, 6), label="refunds")):
        named = data.draw(st.sets(st.sampled_from(sorted(nets)))) if nets else set()
        amounts = {line_id: data.draw(st.integers(1, nets[line_id])) for line_id in sorted(named)}
        asked = sum(amounts.values()) or data.draw(st.integers(1, max(1, bill.net_minor)))
        fits = refund_fitting(bill, so_far, amounts, asked, program)
        assert fits.amount_minor >= 0
        assert within(fits.moves, everything(bill))
        so_far, paid_back = fits.after, paid_back + fits.amount_minor
        assert so_far.total_minor == paid_back <= max(bill.net_minor, 0)
        assert all(so_far.by_line.get(line_id, 0) <= net for line_id, net in nets.items())
    rest = refund_rest(bill, so_far)
    assert rest.after.moved == everything(bill)
    assert paid_back + rest.amount_minor == bill.net_minor
