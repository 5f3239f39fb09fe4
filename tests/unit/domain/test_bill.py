"""A committed bill: its lines, how it is paid, and what a refund needs to know of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.bill import Bill, BillLine, Tender, TenderKind, bill_lines, settle, voucher_number
from app.domain.campaigns import Campaign
from app.domain.errors import Code, DomainError
from app.domain.program import Earning
from app.domain.quote import quote
from app.domain.reversal import SoldBill, SoldLine
from tests.unit.domain.samples import NOON, cart, category, line, program, visitor

CASH, UPI, CARD = TenderKind.CASH, TenderKind.UPI, TenderKind.CARD


def refused(payable: int, *tenders: Tender) -> str:
    with pytest.raises(DomainError) as refusal:
        settle(payable, tenders)
    assert refusal.value.code is Code.INVALID
    return refusal.value.message


def test_bill_lines_carry_everything_their_figures_came_from() -> None:
    # 2 × ₹100 − 10 % = ₹180, bill discount ₹9 = ₹171, ₹10 by points leaves ₹161 × 3 % × 2 × 1.25 = 12.075
    rules = program(categories={"Toys": category(discount="10")}, campaigns=(Campaign("c", Decimal(2)),))
    bought = cart(replace(line("7", "100", "Toys", "2"), label="Ball"), percent="5")
    lines = bill_lines(quote(bought, rules, visitor(1000_00, tier="Silver"), redeem=100_00, at=NOON))

    assert lines == (
        BillLine(
            line_no=1,
            line_id="7",
            category="Toys",
            label="Ball",
            quantity=Decimal(2),
            unit_price_minor=100_00,
            gross_minor=200_00,
            category_discount_minor=20_00,
            tier_discount_minor=0,
            bill_discount_minor=9_00,
            net_minor=171_00,
            redeemed_minor=10_00,
            base_minor=161_00,
            point_percent=Decimal(3),
            campaign_multiplier=Decimal(2),
            campaign_ids=("c",),
            tier_multiplier=Decimal("1.25"),
            points=12_07,
        ),
    )


def test_lines_without_a_member_earned_nothing() -> None:
    first, second = bill_lines(quote(cart(line("a"), line("b", "50")), program(), None, redeem=0, at=NOON))

    assert (first.line_no, second.line_no, second.line_id) == (1, 2, "b")
    assert (second.redeemed_minor, second.base_minor, second.point_percent, second.points) == (0, 0, Decimal(0), 0)
    assert (second.campaign_multiplier, second.campaign_ids, second.tier_multiplier) == (Decimal(1), (), Decimal(1))


def test_what_points_paid_of_the_lines_is_what_they_paid_of_the_bill() -> None:
    rules = program(earning=Earning(min_bill_minor=10**9))
    lines = bill_lines(quote(cart(line("a"), line("b", "50")), rules, visitor(1000_00), redeem=100_00, at=NOON))

    assert sum(one.redeemed_minor for one in lines) == 10_00


def test_a_bill_tells_a_refund_what_it_sold() -> None:
    lines = bill_lines(quote(cart(), program(), visitor(1000_00), redeem=100_00, at=NOON))
    bill = Bill(
        bill_id="b",
        number="26-27/1",
        member_id="m",
        card_number=None,
        referrer_id="r",
        occurred_at=NOON,
        staff="s",
        program_version=1,
        tier="Bronze",
        gross_minor=100_00,
        round_off_minor=0,
        net_minor=100_00,
        redeemed_points=100_00,
        redeemed_minor=10_00,
        earned_points=2_70,
        bonus_points=50,
        referrer_points=33,
        balance_after=0,
        pending_after=0,
        lines=lines,
        tenders=(),
    )

    assert bill.payable_minor == 90_00
    assert bill.sold == SoldBill((SoldLine("1", 100_00, 2_70),), 100_00, 50, 100_00, 10_00, 33)


def test_no_tender_means_cash_exact() -> None:
    assert settle(90_00, ()) == (Tender(CASH, 90_00, 90_00),)
    assert settle(0, ()) == ()


def test_tenders_pay_exactly_what_is_owed() -> None:
    paid = (Tender(UPI, 50_00, 50_00), Tender(CASH, 40_00, 100_00))

    assert settle(90_00, paid) == paid
    assert [one.change_minor for one in paid] == [0, 60_00]
    assert settle(0, (Tender(CASH, 0, 0),)) == (Tender(CASH, 0, 0),)


def test_too_little_or_too_much_is_refused() -> None:
    assert refused(90_00, Tender(CASH, 89_99, 89_99)) == (
        "₹0.01 missing in the payment. Nothing was saved; change the amounts."
    )
    assert refused(90_00, Tender(CASH, 91_00, 91_00)) == (
        "₹1.00 too much in the payment. Nothing was saved; change the amounts."
    )


def test_a_bill_is_paid_in_so_many_ways_at_most() -> None:
    assert len(settle(8, (Tender(CARD, 1, 1),) * 8)) == 8
    assert refused(9, *(Tender(CARD, 1, 1),) * 9) == "A bill is paid in at most 8 ways."


@pytest.mark.parametrize("tender", [Tender(CASH, -1, 5), Tender(CASH, 10, 9)])
def test_impossible_tenders_are_refused(tender: Tender) -> None:
    assert refused(10, tender) == "A payment cannot be less than its amount. Nothing was saved."


@pytest.mark.parametrize("kind", [UPI, CARD])
def test_change_is_given_only_against_cash(kind: TenderKind) -> None:
    assert refused(10, Tender(kind, 10, 11)) == "Change is given only against cash. Nothing was saved."


def voucher(rupees: int, number: str) -> Tender:
    return Tender(TenderKind.VOUCHER, rupees * 100, rupees * 100, number)


def test_a_voucher_pays_with_its_number() -> None:
    tenders = (voucher(60, "MV-17"), voucher(30, "MV-18"), Tender(CASH, 10_00, 20_00))
    assert settle(100_00, tenders) == tenders


@pytest.mark.parametrize("wrong", [voucher(100, ""), voucher(100, "mv 17"), Tender(UPI, 100_00, 100_00, "MV-17")])
def test_a_number_is_a_vouchers_and_as_it_is_kept(wrong: Tender) -> None:
    assert refused(100_00, wrong).startswith("A voucher has a number, and nothing else has one.")


def test_a_voucher_pays_once_and_gives_no_change() -> None:
    assert refused(100_00, voucher(60, "7"), voucher(40, "7")).startswith("Voucher 7 is there twice.")
    assert refused(100_00, Tender(TenderKind.VOUCHER, 100_00, 150_00, "7")).startswith("Change is given only")


def test_a_number_is_kept_in_capitals_without_spaces() -> None:
    assert voucher_number(" mv 12\t-ab ") == "MV12-AB"
    assert len(voucher_number("7" * 99)) == 40
