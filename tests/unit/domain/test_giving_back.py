"""What of a bill can still come back, what it is worth, and when somebody senior is asked."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.bill import Bill, BillLine, Tender, TenderKind
from app.domain.errors import Code, DomainError
from app.domain.giving_back import (
    WAYS_BACK,
    Ask,
    GivenBack,
    ReturnLimits,
    amounts_of,
    as_paid,
    check_way_back,
    open_lines,
    worth_minor,
)
from app.domain.reversal import Refunded


def line(line_id: str = "1", *, quantity: str = "1", net_minor: int = 100_00) -> BillLine:
    one, none = Decimal(1), Decimal(0)
    return BillLine(
        line_no=int(line_id), line_id=line_id, category="General", label="", quantity=Decimal(quantity),
        unit_price_minor=net_minor, gross_minor=net_minor, category_discount_minor=0, tier_discount_minor=0,
        bill_discount_minor=0, net_minor=net_minor, redeemed_minor=0, base_minor=net_minor, point_percent=none,
        campaign_multiplier=one, campaign_ids=(), tier_multiplier=one, points=0,
    )  # fmt: skip


def bill(*lines: BillLine) -> Bill:
    net = sum(one.net_minor for one in lines)
    return Bill(
        bill_id="b", number="A1/26-27/000001", member_id=None, card_number=None, referrer_id=None,
        occurred_at=datetime(2026, 7, 1, tzinfo=UTC), staff="asha", program_version=1, tier=None, gross_minor=net,
        round_off_minor=0, net_minor=net, redeemed_points=0, redeemed_minor=0, earned_points=0, bonus_points=0,
        referrer_points=0, balance_after=0, pending_after=0, lines=lines, tenders=(),
    )  # fmt: skip


def back(**by_line: int) -> Refunded:
    return replace(Refunded(), by_line={name.removeprefix("line"): amount for name, amount in by_line.items()})


def test_all_that_was_sold_can_come_back():
    (one,) = open_lines(bill(line(quantity="3")), Refunded())
    assert (one.quantity, one.left_minor) == (3, 100_00)


def test_what_came_back_is_gone_and_the_rest_is_reckoned_in_whole_pieces():
    (one,) = open_lines(bill(line(quantity="3", net_minor=100_00)), back(line1=33_33))
    assert (one.quantity, one.left_minor) == (2, 66_67)


def test_goods_sold_in_parts_come_back_in_parts():
    (one,) = open_lines(bill(line(quantity="2.5", net_minor=100_00)), back(line1=60_00))
    assert one.quantity == Decimal("1.0")


def test_as_long_as_money_is_left_there_is_a_piece_to_give_it_for():
    (one,) = open_lines(bill(line(quantity="3", net_minor=100_00)), back(line1=99_99))
    assert (one.quantity, one.left_minor) == (1, 1)


def test_nothing_is_left_of_a_line_that_came_back_of_what_was_free_or_of_a_cancelled_bill():
    sold = bill(line("1"), line("2", net_minor=0))
    assert [one.quantity for one in open_lines(sold, back(line1=100_00))] == [0, 0]
    assert [one.quantity for one in open_lines(sold, replace(Refunded(), cancelled=True))] == [0, 0]


def test_part_of_a_line_gives_back_its_share():
    (one,) = open_lines(bill(line(quantity="3", net_minor=100_00)), Refunded())
    assert [worth_minor(one, Decimal(n)) for n in (1, 2, 3)] == [33_33, 66_67, 100_00]


@pytest.mark.parametrize("quantity", ["0", "-1", "1.5"])
def test_more_than_there_is_or_nothing_at_all_cannot_come_back(quantity):
    (one,) = open_lines(bill(line()), Refunded())
    with pytest.raises(DomainError) as refusal:
        worth_minor(one, Decimal(quantity))
    assert refusal.value.code is Code.INVALID


def test_quantities_become_amounts_by_line():
    lines = open_lines(bill(line("1", quantity="2"), line("2", net_minor=1, quantity="4")), Refunded())
    assert amounts_of(lines, {"1": Decimal(1), "2": Decimal(1)}) == {"1": 50_00}


def test_a_line_that_was_never_sold_is_refused():
    with pytest.raises(DomainError, match="not on the bill"):
        amounts_of(open_lines(bill(line()), Refunded()), {"9": Decimal(1)})


@given(st.integers(1, 500_000), st.integers(1, 40), st.data())
def test_pieces_that_come_back_in_any_steps_give_back_exactly_what_was_paid(net_minor, pieces, data):
    sold = bill(line(quantity=str(pieces), net_minor=net_minor))
    so_far, given_back = Refunded(), 0
    for _ in range(pieces):
        (one,) = open_lines(sold, so_far)
        if not one.left_minor:
            break
        quantity = Decimal(data.draw(st.integers(1, int(one.quantity))))
        amount = worth_minor(one, quantity)
        given_back += amount
        so_far = replace(so_far, by_line={"1": given_back})
        assert given_back <= net_minor
    (one,) = open_lines(sold, so_far)
    if one.left_minor:
        given_back += worth_minor(one, one.quantity)
    assert given_back == net_minor


SOLD_ON = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("today", "amount_minor", "asks"),
    [
        (date(2026, 7, 31), 1000_00, ()),
        (date(2026, 8, 1), 1000_00, (Ask.OLD,)),
        (date(2026, 7, 31), 1000_01, (Ask.LARGE,)),
        (date(2026, 8, 15), 5000_00, (Ask.OLD, Ask.LARGE)),
    ],
)
def test_an_old_bill_and_a_large_sum_need_somebody_senior(today, amount_minor, asks):
    limits = ReturnLimits(days=30, amount_minor=1000_00)
    assert limits.asks(sold_on=SOLD_ON, today=today, amount_minor=amount_minor) == asks


def paid(**by: int) -> tuple[Tender, ...]:
    return tuple(Tender(TenderKind[kind], rupees * 100, rupees * 100) for kind, rupees in by.items())


def by_kind(given: tuple[GivenBack, ...]) -> dict[str, int]:
    return {one.kind.value: one.amount_minor for one in given}


def test_money_goes_back_as_the_bill_was_paid() -> None:
    assert by_kind(as_paid(paid(UPI=500), (), 120_00)) == {"UPI": 120_00}
    assert by_kind(as_paid(paid(CASH=100, UPI=200, CARD=300), (), 6_01)) == {"CASH": 1_00, "UPI": 2_00, "CARD": 3_01}


def test_what_a_voucher_paid_goes_back_in_cash() -> None:
    tenders = (Tender(TenderKind.VOUCHER, 300_00, 300_00, "7"), *paid(CARD=100))
    assert by_kind(as_paid(tenders, (), 400_00)) == {"CASH": 300_00, "CARD": 100_00}


def test_a_way_gives_back_no_more_than_it_still_holds() -> None:
    before = [GivenBack(TenderKind.UPI, 180_00), GivenBack(TenderKind.CARD, 50_00)]
    assert by_kind(as_paid(paid(CASH=100, UPI=200), before, 120_00)) == {"CASH": 100_00, "UPI": 20_00}


def test_what_no_way_holds_any_more_is_cash() -> None:
    assert by_kind(as_paid((), (), 5_00)) == {"CASH": 5_00}
    assert as_paid(paid(UPI=5), (), 0) == ()


@pytest.mark.parametrize("kind", TenderKind)
def test_money_goes_back_in_three_ways(kind: TenderKind) -> None:
    if kind in WAYS_BACK:
        check_way_back(kind)
    else:
        with pytest.raises(DomainError, match="in cash, by UPI or by card"):
            check_way_back(kind)
