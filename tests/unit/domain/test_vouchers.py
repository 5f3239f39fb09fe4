"""Vouchers: where one stands after its moves, in whatever order they are heard of."""

from __future__ import annotations

import pytest

from app.domain.rewards import BillVoucher, Reward, RewardKind
from app.domain.vouchers import MoveKind, Voucher, VoucherMove, VoucherState, VoucherStatus, folded
from tests.unit.domain.samples import NOON, instant

COUPON = Reward("R1", "₹100 off", RewardKind.DISCOUNT_COUPON, 1_000_00, value_minor=100_00)
VOUCHER = Voucher("v", "V0", "m", COUPON, 1_000_00, "e", NOON, instant(2, 1), 1, "asha")


def state(*moves: tuple[MoveKind, str]) -> VoucherState:
    return folded(VoucherMove("v", kind, cause, NOON, "asha") for kind, cause in ((MoveKind.ISSUED, "v"), *moves))


SPENT, BACK, GIVEN = MoveKind.SPENT, MoveKind.RETURNED, MoveKind.HANDED_OVER
CANCELLED, EXPIRED = MoveKind.CANCELLED, MoveKind.EXPIRED


@pytest.mark.parametrize(
    ("moves", "status", "used_for"),
    [
        ([], VoucherStatus.PENDING, None),
        ([(SPENT, "b1")], VoucherStatus.FULFILLED, "b1"),
        ([(GIVEN, "g")], VoucherStatus.FULFILLED, "g"),
        ([(SPENT, "b1"), (BACK, "b1")], VoucherStatus.PENDING, None),
        ([(SPENT, "b1"), (BACK, "b1"), (SPENT, "b2")], VoucherStatus.FULFILLED, "b2"),
        ([(SPENT, "b1"), (SPENT, "b2")], VoucherStatus.FULFILLED, "b1"),
        ([(SPENT, "b1"), (SPENT, "b2"), (BACK, "b1")], VoucherStatus.FULFILLED, "b2"),
        ([(SPENT, "b1"), (SPENT, "b1"), (BACK, "b1")], VoucherStatus.PENDING, None),
        ([(SPENT, "b1"), (BACK, "b2")], VoucherStatus.FULFILLED, "b1"),
        ([(CANCELLED, "c")], VoucherStatus.CANCELLED, None),
        ([(EXPIRED, "c")], VoucherStatus.EXPIRED, None),
        ([(CANCELLED, "c"), (EXPIRED, "d")], VoucherStatus.CANCELLED, None),
        ([(SPENT, "b1"), (CANCELLED, "c")], VoucherStatus.FULFILLED, "b1"),
        ([(SPENT, "b1"), (BACK, "b1"), (CANCELLED, "c")], VoucherStatus.CANCELLED, None),
        ([(EXPIRED, "c"), (SPENT, "b1")], VoucherStatus.EXPIRED, "b1"),
    ],
)
def test_where_a_voucher_stands(moves: list[tuple[MoveKind, str]], status: VoucherStatus, used_for: str | None) -> None:
    found = state(*moves)

    assert (found.status, found.used_for) == (status, used_for)


def test_a_voucher_is_over_from_its_first_instant_on() -> None:
    assert not VOUCHER.is_over(NOON)
    assert VOUCHER.is_over(instant(2, 1))


def test_what_is_laid_on_a_bill_is_what_was_promised() -> None:
    assert VOUCHER.on_bill == BillVoucher("v", "V0", COUPON)
