"""Checkout: what a quote promises, what a commit does, and what it refuses to do."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.bill import Tender, TenderKind
from app.domain.cart import Cart
from app.domain.codes import card_number
from app.domain.conditions import Condition, InStore, JoinedWithin, NthBill, OnBirthday, PaidBy, Span
from app.domain.entries import EntryKind
from app.domain.errors import Code
from app.domain.member import CardStatus
from app.domain.program import Earning, Redemption
from app.domain.quote import MAX
from app.domain.redemption import Binding
from app.domain.rules import AmountBandHighest, Band, DecisionRule, NthBillInMonth, PointsFixed
from app.services.chain.joining import join
from app.services.members import card_status
from app.services.sales import checkout
from app.services.sales.checkout import SaleRequest
from app.services.shifts import shifts
from app.services.whatif.repricing import differences
from tests.desks import PROGRAM, STAFF, Shop, cart, changed, file_shop, memory_shop
from tests.unit.services.chains import MEMBERSHIP

NOBODY = card_number("9999999999")
UPI, CASH = TenderKind.UPI, TenderKind.CASH


def entries(shop: Shop, card: str) -> list[tuple[EntryKind, int, int]]:
    with shop.store.reading() as uow:
        return [(p.entry.kind, p.entry.points, p.balance_after) for p in uow.ledger.of_member(shop.member_id(card))]


class TestQuote:
    def test_says_what_may_be_redeemed_and_why_not_more(self, shop: Shop) -> None:
        card = shop.enrol()
        shop.credit(card, 300_00)

        rich, poor = shop.quote(card, ("General", 40)), shop.quote(card, ("General", 400))

        assert (rich.limits.max_points, rich.limits.binding) == (200_00, Binding.PERCENT_OF_BILL)
        assert (poor.limits.max_points, poor.limits.binding) == (300_00, Binding.BALANCE)
        assert (poor.net_minor, poor.earned.points, poor.tier) == (400_00, 12_00, "Bronze")

    def test_posts_nothing(self, shop: Shop) -> None:
        card = shop.enrol()
        shop.credit(card, 300_00)
        before = shop.tables()

        shop.quote(card, ("General", 100), redeem=MAX)
        shop.quote(None, ("General", 100))

        assert shop.tables() == before

    def test_of_a_picked_member_is_that_of_their_card(self, shop: Shop) -> None:
        card = shop.enrol()
        picked = SaleRequest(cart(("General", 100)), member_id=shop.member_id(card))

        assert checkout.quote_sale(shop.desk, picked) == shop.quote(card, ("General", 100))

    def test_of_a_blocked_card_answers_without_points(self, shop: Shop) -> None:
        card = shop.enrol()
        shop.credit(card, 300_00)
        card_status.set_card_status(shop.desk, card, CardStatus.BLOCKED, staff=STAFF)

        quoted = shop.quote(card, ("General", 100))

        assert (quoted.limits.max_points, quoted.limits.binding, quoted.earned.points) == (
            0,
            Binding.CARD_INACTIVE,
            0,
        )


class TestCommit:
    def test_writes_the_bill_and_its_entries(self, shop: Shop) -> None:
        card = shop.enrol()
        shop.credit(card, 300_00)

        sold = shop.sell(card, ("Medicines", 200), ("General", 100), redeem=300_00)

        # 30 rupees by points over 200 + 100: bases 180 and 90, so 1.80 and 2.70 points.
        assert (sold.bill.net_minor, sold.bill.redeemed_minor, sold.bill.payable_minor) == (300_00, 30_00, 270_00)
        assert [line.points for line in sold.bill.lines] == [1_80, 2_70]
        assert (sold.balance, sold.pending, sold.changes) == (4_50, 0, ())
        assert entries(shop, card) == [
            (EntryKind.ADJUST, 300_00, 300_00),
            (EntryKind.REDEEM, -300_00, 0),
            (EntryKind.EARN, 4_50, 4_50),
        ]
        shop.sound()

    def test_bills_are_numbered_without_gaps_in_their_financial_year(self, shop: Shop) -> None:
        card = shop.enrol()
        first = shop.sell(card, ("General", 1))
        with shop.refuses(Code.UNKNOWN_CARD):
            shop.sell(NOBODY, ("General", 1))
        second = shop.sell(None, ("General", 1))
        shop.wait(days=89)  # 31 March 2026
        last = shop.sell(None, ("General", 1))
        shop.wait(days=1)

        assert [one.bill.number for one in (first, second, last, shop.sell(None, ("General", 1)))] == [
            "A1/25-26/000001",
            "A1/25-26/000002",
            "A1/25-26/000003",
            "A1/26-27/000001",
        ]

    def test_a_bill_without_a_card_moves_no_points(self, shop: Shop) -> None:
        sold = shop.sell(None, ("General", 100), redeem=MAX)

        assert (sold.bill.member_id, sold.bill.earned_points, sold.balance, sold.bill.tier) == (None, 0, 0, None)
        assert shop.tables()["entries"] == []
        shop.sound()

    def test_points_without_a_card_are_refused(self, shop: Shop) -> None:
        with shop.refuses(Code.INVALID, saying="only with a card"):
            shop.sell(None, ("General", 100), redeem=1_00)

    def test_points_of_a_bill_do_not_pay_for_it(self, shop: Shop) -> None:
        card = shop.enrol()

        assert shop.sell(card, ("General", 1000), redeem=MAX).bill.redeemed_points == 0

    def test_pending_points_are_shown_and_cannot_be_spent(self) -> None:
        with memory_shop(changed(earning=Earning(pending_days=7))) as shop:
            card = shop.enrol()
            sold = shop.sell(card, ("General", 1000))
            assert (sold.balance, sold.pending) == (0, 30_00)
            with shop.refuses(Code.INSUFFICIENT_POINTS):
                shop.sell(card, ("General", 1000), redeem=1_00)

            shop.wait(days=7)

            assert shop.available(card) == 30_00
            shop.sound()

    def test_bonuses_carry_their_rule(self) -> None:
        band = DecisionRule("big", AmountBandHighest((Band(500_00, 50_00),)))
        second = DecisionRule("second", NthBillInMonth(2, 7_00))
        with memory_shop(changed(rules=(band, second))) as shop:
            card = shop.enrol()
            assert shop.sell(card, ("General", 500)).bill.bonus_points == 50_00
            assert shop.sell(card, ("General", 100)).bill.bonus_points == 7_00
            with shop.store.reading() as uow:
                rules = [p.entry.rule_id for p in uow.ledger.of_member(shop.member_id(card))]
            assert rules == [None, "big", None, "second"]
            shop.sound()

    def test_rules_ask_who_buys_where_and_how_it_is_paid(self) -> None:
        def fixed(rule_id: str, points: int, *asked: Condition) -> DecisionRule:
            return DecisionRule(rule_id, PointsFixed(points), conditions=asked)

        rules = (
            fixed("new", 1_00, JoinedWithin(10)),
            fixed("birthday", 2_00, OnBirthday(Span.MONTH)),
            fixed("upi", 4_00, PaidBy(frozenset({"UPI"}))),
            fixed("north", 8_00, InStore(frozenset({"s1"}))),
            fixed("second", 16_00, NthBill(2)),
        )
        with memory_shop(changed(rules=rules)) as shop:
            card = shop.enrol(birthday="--01-20")
            upi = Tender(TenderKind.UPI, 100_00, 100_00)
            assert shop.quote(card, ("General", 100)).earned.bonus_points == 3_00
            assert shop.sell(card, ("General", 100), tenders=(upi,)).bill.bonus_points == 7_00
            shop.sound()
            shop.wait(days=40)
            join(shop.desk, MEMBERSHIP)
            assert shop.sell(card, ("General", 100)).bill.bonus_points == 24_00

    def test_enough_spending_lifts_the_tier_for_the_next_bill(self, shop: Shop) -> None:
        card = shop.enrol()
        first = shop.sell(card, ("General", 1000))

        assert (first.bill.tier, first.bill.earned_points, shop.tier(card)) == ("Bronze", 30_00, "Silver")
        assert shop.sell(card, ("General", 100)).bill.earned_points == 3_75

    def test_the_referrer_earns_with_the_bill(self) -> None:
        with memory_shop(changed(referral_percent=Decimal("0.5"))) as shop:
            friend = shop.enrol("Ravi")
            card = shop.enrol(referrer_card=friend)

            assert shop.sell(card, ("General", 730)).bill.referrer_points == 3_65
            assert (shop.available(friend), shop.available(card)) == (3_65, 21_90)
            shop.sound()

    def test_a_clock_set_back_revives_nothing(self, shop: Shop) -> None:
        card = shop.enrol()
        shop.sell(card, ("General", 100))
        shop.wait(days=365)
        shop.sell(None, ("General", 1))

        shop.clock.today = shop.clock.today.replace(year=2026)

        assert shop.available(card) == 0
        with shop.refuses(Code.INSUFFICIENT_POINTS):
            shop.sell(card, ("General", 100), redeem=1_00)


class TestRefusals:
    @pytest.fixture
    def card(self, shop: Shop) -> str:
        shop.publish(changed(redemption=Redemption(min_points=100_00)))
        return shop.enrol()

    def test_below_the_minimum(self, shop: Shop, card: str) -> None:
        shop.credit(card, 99_99)

        with shop.refuses(Code.BELOW_MINIMUM):
            shop.sell(card, ("General", 1000), redeem=10_00)

    def test_more_than_there_is(self, shop: Shop, card: str) -> None:
        shop.credit(card, 200_00)

        with shop.refuses(Code.INSUFFICIENT_POINTS):
            shop.sell(card, ("General", 1000), redeem=200_01)

    def test_above_the_cap(self, shop: Shop, card: str) -> None:
        shop.credit(card, 600_00)

        with shop.refuses(Code.OVER_CAP, saying="500"):
            shop.sell(card, ("General", 100), redeem=501_00)

    def test_points_while_the_scheme_is_off(self, shop: Shop, card: str) -> None:
        shop.credit(card, 600_00)
        shop.publish(changed(enabled=False))

        with shop.refuses(Code.DISABLED):
            shop.sell(card, ("General", 100), redeem=1_00)
        sold = shop.sell(card, ("General", 100), redeem=MAX)
        assert (sold.bill.redeemed_points, sold.bill.earned_points, sold.balance) == (0, 0, 600_00)

    @pytest.mark.parametrize("status", [CardStatus.BLOCKED, CardStatus.LOST])
    def test_a_card_that_is_not_active(self, shop: Shop, card: str, status: CardStatus) -> None:
        card_status.set_card_status(shop.desk, card, status, staff=STAFF)

        with shop.refuses(Code.CARD_INACTIVE, saying=status.value.lower()):
            shop.sell(card, ("General", 100))

    def test_a_picked_member_without_an_active_card(self, shop: Shop, card: str) -> None:
        member_id = shop.member_id(card)
        card_status.set_card_status(shop.desk, card, CardStatus.LOST, staff=STAFF)

        with shop.refuses(Code.CARD_INACTIVE, saying="missing"):
            checkout.commit_sale(
                shop.desk, SaleRequest(cart(("General", 1)), member_id=member_id), key="k", staff=STAFF
            )

    def test_a_card_or_member_nobody_knows(self, shop: Shop) -> None:
        with shop.refuses(Code.UNKNOWN_CARD):
            shop.sell(NOBODY, ("General", 100))
        with shop.refuses(Code.UNKNOWN_CARD):
            checkout.commit_sale(shop.desk, SaleRequest(cart(("General", 1)), member_id="no"), key="k", staff=STAFF)

    def test_a_cart_that_cannot_be_priced(self, shop: Shop, card: str) -> None:
        with shop.refuses(Code.INVALID):
            shop.sell(card)
        with shop.refuses(Code.INVALID):
            shop.sell(card, ("General", -1))


class TestShown:
    """What was shown and has changed since."""

    def test_the_same_bill_says_nothing(self, shop: Shop) -> None:
        card = shop.enrol()
        shown = shop.quote(card, ("General", 100))

        assert shop.sell(card, ("General", 100), shown=shown).changes == ()

    def test_another_price_is_refused(self, shop: Shop) -> None:
        card = shop.enrol()
        shown = shop.quote(card, ("General", 100))

        with shop.refuses(Code.CHANGED, saying="₹101.00"):
            shop.sell(card, ("General", 101), shown=shown)

    def test_another_redemption_is_refused(self, shop: Shop) -> None:
        card = shop.enrol()
        shop.credit(card, 300_00)
        shown = shop.quote(card, ("General", 1000), redeem=MAX)
        shop.credit(card, 10_00)

        with shop.refuses(Code.CHANGED, saying="310 points"):
            shop.sell(card, ("General", 1000), redeem=MAX, shown=shown)

    def test_a_discount_published_meanwhile_is_refused(self, shop: Shop) -> None:
        card = shop.enrol()
        shown = shop.quote(card, ("Medicines", 100))
        cheaper = replace(PROGRAM.category("Medicines"), discount_percent=Decimal(10))
        shop.publish(changed(categories={**PROGRAM.categories, "Medicines": cheaper}))

        with shop.refuses(Code.CHANGED, saying="₹90.00"):
            shop.sell(card, ("Medicines", 100), shown=shown)

    def test_other_points_to_be_earned_are_only_said(self, shop: Shop) -> None:
        card = shop.enrol()
        shown = shop.quote(card, ("General", 100))
        better = replace(PROGRAM.category("General"), point_percent=Decimal(5))
        shop.publish(changed(categories={"General": better}))

        assert shop.sell(card, ("General", 100), shown=shown).changes == ("Earns 5 points, not 3.",)


class TestKeys:
    def test_the_same_key_is_the_same_bill(self, shop: Shop) -> None:
        card = shop.enrol()
        first = shop.sell(card, ("General", 100), key="k")
        before = shop.tables()

        again = shop.sell(card, ("General", 999), key="k")

        assert again.bill == first.bill
        assert shop.tables() == before

    def test_a_refused_key_can_be_used_again(self, shop: Shop) -> None:
        card = shop.enrol()
        with shop.refuses(Code.INSUFFICIENT_POINTS):
            shop.sell(card, ("General", 100), redeem=5_00, key="k")
        shop.credit(card, 5_00)

        assert shop.sell(card, ("General", 100), redeem=5_00, key="k").bill.redeemed_points == 5_00

    def test_the_same_key_from_many_threads_is_one_bill(self, shop: Shop) -> None:
        self.sell_once_from_many_threads(shop)

    def test_also_on_a_data_file(self, tmp_path: Path) -> None:
        with file_shop(tmp_path / "till.db", PROGRAM) as shop:
            self.sell_once_from_many_threads(shop)

    def sell_once_from_many_threads(self, shop: Shop) -> None:
        card = shop.enrol()
        shop.credit(card, 100_00)

        with ThreadPoolExecutor(4) as pool:
            sold = list(pool.map(lambda _: shop.sell(card, ("General", 100), redeem=10_00, key="k"), range(8)))

        assert len({one.bill.bill_id for one in sold}) == 1
        assert shop.available(card) == 100_00 - 10_00 + 2_97
        shop.sound()

    def test_points_are_spent_once_however_many_try(self, shop: Shop) -> None:
        card = shop.enrol()
        shop.credit(card, 100_00)

        with ThreadPoolExecutor(4) as pool:
            tried = [pool.submit(shop.sell, card, ("General", 100), redeem=100_00) for _ in range(4)]
        refused = [one.exception() for one in tried if one.exception() is not None]

        assert [getattr(one, "code", None) for one in refused] == [Code.INSUFFICIENT_POINTS] * 3
        shop.sound()


class TestTenders:
    @pytest.mark.parametrize(
        "tenders",
        [
            (Tender(CASH, 100_00, 100_00),),
            (Tender(CASH, 100_00, 500_00),),
            (Tender(UPI, 100_00, 100_00),),
            (Tender(UPI, 60_00, 60_00), Tender(CASH, 40_00, 50_00)),
        ],
    )
    def test_that_add_up_are_kept(self, shop: Shop, tenders: tuple[Tender, ...]) -> None:
        bill = shop.sell(None, ("General", 100), tenders=tenders).bill

        assert bill.tenders == tenders
        with shop.store.reading() as uow:
            assert uow.bills.get(bill.bill_id) == bill

    def test_none_named_is_cash_exact(self, shop: Shop) -> None:
        assert shop.sell(None, ("General", 100)).bill.tenders == (Tender(CASH, 100_00, 100_00),)

    @pytest.mark.parametrize(
        ("tenders", "saying"),
        [
            ((Tender(CASH, 99_00, 100_00),), "₹1.00 missing"),
            ((Tender(UPI, 60_00, 60_00), Tender(CASH, 50_00, 50_00)), "₹10.00 too much"),
            ((Tender(UPI, 100_00, 200_00),), "only against cash"),
            ((Tender(CASH, 100_00, 90_00),), "less than its amount"),
            ((Tender(CASH, -1_00, 0), Tender(UPI, 101_00, 101_00)), "less than its amount"),
            ((Tender(CASH, 10_00, 10_00),) * 10, "at most 8 ways"),
        ],
    )
    def test_that_do_not_are_refused(self, shop: Shop, tenders: tuple[Tender, ...], saying: str) -> None:
        with shop.refuses(Code.INVALID, saying=saying):
            shop.sell(None, ("General", 100), tenders=tenders)

    def test_a_bill_paid_wholly_by_points_needs_none(self, shop: Shop) -> None:
        shop.publish(changed(redemption=Redemption(min_points=0, max_percent=Decimal(100))))
        card = shop.enrol()
        shop.credit(card, 1000_00)

        bill = shop.sell(card, ("General", 100), redeem=MAX).bill

        assert (bill.payable_minor, bill.tenders) == (0, ())


def test_a_bill_whose_lines_are_all_voided_comes_to_nothing(shop: Shop) -> None:
    card = shop.enrol()
    (line,) = cart(("General", 100)).lines
    request = SaleRequest(Cart((replace(line, voided=True),)), card)

    bill = checkout.commit_sale(shop.desk, request, key="k", staff=STAFF).bill

    assert (bill.lines, bill.net_minor, bill.earned_points) == ((), 0, 0)
    shop.sound()


def test_a_voucher_is_taken_once_at_a_counter(shop: Shop) -> None:
    voucher = (Tender(TenderKind.VOUCHER, 100_00, 100_00, "MV-17"),)
    bill = shop.sell(None, ("General", 100), tenders=voucher, key="first").bill
    assert shop.sell(None, ("General", 100), tenders=voucher, key="first").bill == bill
    with shop.store.reading() as uow:
        assert uow.bills.get(bill.bill_id) == bill
        assert list(uow.bills.all()) == [bill]
    with shop.refuses(Code.DUPLICATE, saying=f"was taken before, for bill {bill.number}"):
        shop.sell(None, ("General", 100), tenders=voucher)
    figures = shifts.running(shop.desk).figures
    assert (figures.vouchers, figures.tenders) == (1, {"VOUCHER": 100_00})
    assert figures.drawer(0).expected_minor == 0
    shop.sound()


def test_a_bill_that_points_pay_whole_is_paid_in_no_other_way() -> None:
    """Its counter and its server say the same of it."""
    cash = DecisionRule("cash", PointsFixed(5_00), conditions=(PaidBy(frozenset({"CASH"})),))
    every = changed(rules=(cash,), redemption=replace(PROGRAM.redemption, max_percent=Decimal(100)))
    with memory_shop(every) as shop:
        card = shop.enrol()
        shop.credit(card, 2000_00)
        whole, half = (shop.sell(card, ("General", 100), redeem=points).bill for points in (1000_00, 500_00))
        assert (whole.tenders, whole.bonus_points, half.bonus_points) == ((), 0, 5_00)
        assert (differences(whole, every), differences(half, every)) == ({}, {})
