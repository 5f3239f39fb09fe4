"""Returns: what comes back with the goods, and that a bill undone has never been."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.entries import EntryKind
from app.domain.errors import Code
from app.domain.expiry import Expiry, ExpiryMode
from app.domain.lots import Account
from app.domain.program import Redemption, Refund, RefundEarned, Shortfall
from app.domain.rules import CategoryFixed, DecisionRule
from app.services.members import sweeps
from tests.desks import Shop, changed, memory_shop

CLAMP = Refund(shortfall=Shortfall.CLAMP)


@pytest.fixture
def card(shop: Shop) -> str:
    card = shop.enrol()
    shop.credit(card, 500_00)
    return card


class TestByLine:
    def test_takes_back_what_the_line_earned(self, shop: Shop, card: str) -> None:
        bill = shop.sell(card, ("Medicines", 600), ("General", 200), redeem=400_00).bill

        back = shop.give_back(bill.bill_id, {"2": 200})

        assert (back.amount_minor, back.cash_back_minor) == (200_00, 190_00)
        assert (back.points_reversed, back.points_restored, back.balance) == (5_70, 100_00, 205_70)
        shop.sound()

    def test_in_parts_comes_to_the_whole_exactly(self, shop: Shop, card: str) -> None:
        before = shop.standing()
        bill = shop.sell(card, ("General", 100), ("Medicines", 33), redeem=77_00).bill

        parts = [shop.give_back(bill.bill_id, {"1": 30}) for _ in range(3)]
        parts += [shop.give_back(bill.bill_id, {"1": 10, "2": 20}), shop.give_back(bill.bill_id, {"2": 13})]

        assert sum(part.points_reversed for part in parts) == bill.earned_points
        assert sum(part.points_restored for part in parts) == 77_00
        assert sum(part.cash_back_minor for part in parts) == bill.payable_minor
        assert shop.standing() == before
        shop.sound()

    @pytest.mark.parametrize(
        ("lines", "code", "saying"),
        [
            ({"2": 201}, Code.OVER_REFUND, "₹200.00"),
            ({"1": 600, "2": 201}, Code.OVER_REFUND, "₹200.00"),
            ({"3": 1}, Code.INVALID, "Line 3 is not on that bill"),
            ({"1": 0}, Code.INVALID, "more than nothing"),
            ({"1": -5}, Code.INVALID, "more than nothing"),
            ({}, Code.INVALID, "more than nothing"),
        ],
    )
    def test_of_what_was_not_sold_is_refused(
        self, shop: Shop, card: str, lines: dict[str, int], code: Code, saying: str
    ) -> None:
        bill = shop.sell(card, ("Medicines", 600), ("General", 200)).bill

        with shop.refuses(code, saying=saying):
            shop.give_back(bill.bill_id, lines)

    def test_of_a_line_twice_is_refused(self, shop: Shop, card: str) -> None:
        bill = shop.sell(card, ("Medicines", 600), ("General", 200)).bill
        shop.give_back(bill.bill_id, {"2": 150})

        with shop.refuses(Code.OVER_REFUND, saying="₹50.00"):
            shop.give_back(bill.bill_id, {"2": 51})


class TestByAmount:
    def test_is_proportional_and_cumulative(self, shop: Shop, card: str) -> None:
        before = shop.standing()
        bill = shop.sell(card, ("Medicines", 600), ("General", 200), redeem=400_00).bill

        first = shop.give_back(bill.bill_id, 100)
        rest = shop.give_back(bill.bill_id, 700)

        # An eighth of 11.40 and of 400, then the exact rest.
        assert (first.points_reversed, first.points_restored) == (1_42, 50_00)
        assert (rest.points_reversed, rest.points_restored, rest.balance) == (9_98, 350_00, 500_00)
        assert shop.standing() == before
        shop.sound()

    def test_and_by_line_together_end_exactly(self, shop: Shop, card: str) -> None:
        before = shop.standing()
        bill = shop.sell(card, ("Medicines", 600), ("General", 200), redeem=400_00).bill
        shop.give_back(bill.bill_id, 100)
        shop.give_back(bill.bill_id, {"2": 200})

        assert shop.cancel(bill.bill_id).balance == 500_00
        assert shop.standing() == before
        shop.sound()

    def test_of_more_than_is_left_is_refused(self, shop: Shop, card: str) -> None:
        bill = shop.sell(card, ("General", 100)).bill
        shop.give_back(bill.bill_id, 60)

        with shop.refuses(Code.OVER_REFUND, saying="₹40.00"):
            shop.give_back(bill.bill_id, 41)
        with shop.refuses(Code.INVALID):
            shop.give_back(bill.bill_id, 0)

    def test_by_value_ratio_ignores_which_line(self) -> None:
        with memory_shop(changed(refund=Refund(earned=RefundEarned.VALUE_RATIO))) as shop:
            bill = shop.sell(shop.enrol(), ("Medicines", 600), ("General", 200)).bill
            assert bill.earned_points == 12_00
            assert shop.give_back(bill.bill_id, {"1": 200}).points_reversed == 3_00


class TestCancel:
    def test_leaves_the_member_as_if_it_had_never_been(self, shop: Shop, card: str) -> None:
        before = shop.standing()
        bill = shop.sell(card, ("General", 1000), redeem=300_00).bill

        done = shop.cancel(bill.bill_id)

        assert (done.points_reversed, done.points_restored, done.balance) == (29_10, 300_00, 500_00)
        assert shop.standing() == before
        shop.sound()

    def test_twice_is_once(self, shop: Shop, card: str) -> None:
        bill = shop.sell(card, ("General", 1000), redeem=300_00).bill
        shop.cancel(bill.bill_id)
        before = shop.tables()

        again = shop.cancel(bill.bill_id)

        assert (again.amount_minor, again.points_reversed, again.balance) == (0, 0, 500_00)
        assert shop.tables() == before

    def test_after_everything_came_back_moves_nothing(self, shop: Shop, card: str) -> None:
        bill = shop.sell(card, ("General", 100), redeem=50_00).bill
        shop.give_back(bill.bill_id, {"1": 100})

        done = shop.cancel(bill.bill_id)

        assert (done.amount_minor, done.points_reversed, done.points_restored, done.balance) == (0, 0, 0, 500_00)
        shop.sound()

    def test_leaves_nothing_to_return(self, shop: Shop, card: str) -> None:
        bill = shop.sell(card, ("General", 100)).bill
        shop.cancel(bill.bill_id)

        with shop.refuses(Code.OVER_REFUND):
            shop.give_back(bill.bill_id, {"1": 1})
        with shop.refuses(Code.OVER_REFUND):
            shop.give_back(bill.bill_id, 1)

    def test_of_a_rounded_bill_leaves_nothing_to_return(self) -> None:
        with memory_shop(changed(bill_rounding_minor=100_00)) as shop:
            bill = shop.sell(shop.enrol(), ("General", 140)).bill
            assert bill.net_minor == 100_00
            shop.cancel(bill.bill_id)

            with shop.refuses(Code.OVER_REFUND):
                shop.give_back(bill.bill_id, {"1": 40})

    def test_of_a_bill_rounded_to_nothing_is_whole_with_its_first_line(self) -> None:
        rules = (DecisionRule("care", CategoryFixed("General", 20_00)),)
        with memory_shop(changed(bill_rounding_minor=100_00, rules=rules)) as shop:
            card = shop.enrol()
            bill = shop.sell(card, ("General", 20), ("General", 10)).bill
            assert (bill.net_minor, bill.bonus_points) == (0, 20_00)

            back = shop.give_back(bill.bill_id, {"2": 10})

            assert (back.amount_minor, back.points_reversed, back.balance) == (0, bill.earned_points, 0)
            shop.sound()
            with shop.refuses(Code.OVER_REFUND):
                shop.give_back(bill.bill_id, {"1": 20})

    def test_of_an_anonymous_bill_moves_money_only(self, shop: Shop) -> None:
        bill = shop.sell(None, ("General", 100)).bill

        done = shop.cancel(bill.bill_id)

        assert (done.amount_minor, done.cash_back_minor, done.points_reversed, done.balance) == (100_00, 100_00, 0, 0)
        assert shop.cancel(bill.bill_id).balance == 0
        shop.sound()

    def test_takes_bonuses_back_too(self) -> None:
        with memory_shop(changed(rules=(DecisionRule("care", CategoryFixed("General", 20_00)),))) as shop:
            card = shop.enrol()
            bill = shop.sell(card, ("General", 100)).bill
            assert shop.give_back(bill.bill_id, {"1": 50}).points_reversed == 11_50
            assert shop.cancel(bill.bill_id).balance == 0
            shop.sound()

    def test_of_a_bill_paid_in_points_that_were_owed(self, shop: Shop, card: str) -> None:
        earner = shop.sell(card, ("General", 1000)).bill
        spender = shop.sell(card, ("General", 1060), redeem=530_00).bill
        assert shop.cancel(earner.bill_id).balance == 37_76 - 30_00  # (1060 - 53) x 3 % x 1.25, less what is owed

        shop.cancel(spender.bill_id)

        assert shop.available(card) == 500_00
        shop.sound()

    def test_of_what_is_no_bill_is_refused(self, shop: Shop) -> None:
        with shop.refuses(Code.UNKNOWN_BILL):
            shop.cancel("no")
        with shop.refuses(Code.UNKNOWN_BILL):
            shop.give_back("no", 1)


class TestOfWhatWaitsAtTheServer:
    """It told the counter of the member without the bill, which somebody there has to look at first."""

    @pytest.mark.parametrize("shortfall", Shortfall)
    def test_goods_come_back_and_the_server_hears_of_the_points(self, shop: Shop, shortfall: Shortfall) -> None:
        shop.publish(changed(refund=Refund(shortfall=shortfall)))
        card = shop.enrol()
        shop.credit(card, 500_00)
        told = self._account(shop, card)
        bill = shop.sell(card, ("General", 1000), redeem=300_00).bill
        self._put(shop, card, told)

        done = shop.cancel(bill.bill_id)

        assert (done.cash_back_minor, done.points_reversed, done.points_restored) == (970_00, 29_10, 300_00)
        assert self._account(shop, card) == told, "nothing of the bill was there to be undone"
        with shop.store.reading() as uow:
            entries = [one.entry for one in uow.ledger.all()][-2:]
        assert [(one.kind, one.points) for one in entries] == [
            (EntryKind.RESTORE, 300_00),
            (EntryKind.REVERSE, -29_10),
        ]
        assert shop.available(card) == 500_00

    def _account(self, shop: Shop, card: str) -> Account:
        with shop.store.reading() as uow:
            return uow.ledger.full_account(shop.member_id(card))

    def _put(self, shop: Shop, card: str, account: Account) -> None:
        member_id = shop.member_id(card)
        with shop.store.writing() as uow:
            uow.ledger.put_accounts({member_id: account})
            uow.ledger.save_balance(member_id, points=account.balance, debt=account.debt)


class TestKeys:
    def test_the_same_key_returns_once(self, shop: Shop, card: str) -> None:
        bill = shop.sell(card, ("General", 100), redeem=50_00).bill
        first = shop.give_back(bill.bill_id, {"1": 40}, key="k")
        shop.sell(card, ("General", 100))
        before = shop.tables()

        assert shop.give_back(bill.bill_id, {"1": 40}, key="k") == first
        assert shop.tables() == before

    def test_the_same_key_for_another_bill_is_still_the_first_return(self, shop: Shop, card: str) -> None:
        one, other = (shop.sell(card, ("General", 100)).bill for _ in range(2))
        first = shop.give_back(one.bill_id, 40, key="k")
        before = shop.tables()

        assert shop.give_back(other.bill_id, 40, key="k") == first
        assert shop.tables() == before


class TestSpentPoints:
    def test_go_negative_and_the_next_bill_repays_first(self, shop: Shop) -> None:
        card = shop.enrol()
        bill = shop.sell(card, ("General", 1000)).bill
        shop.sell(card, ("Toys", 100), redeem=30_00)

        assert shop.cancel(bill.bill_id).balance == -30_00
        assert shop.sell(card, ("General", 500)).balance == -15_00
        with shop.refuses(Code.INSUFFICIENT_POINTS):
            shop.sell(card, ("General", 500), redeem=1_00)
        shop.sound()

    def test_or_stop_at_zero(self) -> None:
        with memory_shop(changed(refund=CLAMP)) as shop:
            card = shop.enrol()
            bill = shop.sell(card, ("General", 1000)).bill
            shop.sell(card, ("Toys", 100), redeem=20_00)

            done = shop.cancel(bill.bill_id)

            assert (done.points_reversed, done.balance) == (10_00, 0)
            assert shop.sell(card, ("General", 100)).balance == 3_00
            shop.sound()

    def test_stop_at_zero_a_part_at_a_time(self) -> None:
        with memory_shop(changed(refund=CLAMP)) as shop:
            card = shop.enrol()
            bill = shop.sell(card, ("General", 1000)).bill
            shop.sell(card, ("Toys", 100), redeem=30_00)

            assert shop.give_back(bill.bill_id, 500).points_reversed == 0
            shop.credit(card, 40_00)
            assert shop.give_back(bill.bill_id, 500).points_reversed == 15_00
            shop.sound()


class TestReferrer:
    def test_gives_back_in_proportion_and_exactly_in_the_end(self) -> None:
        with memory_shop(changed(referral_percent=Decimal("0.5"))) as shop:
            friend = shop.enrol("Ravi")
            card = shop.enrol(referrer_card=friend)
            before = shop.standing()
            bill = shop.sell(card, ("General", 730)).bill

            assert shop.give_back(bill.bill_id, 365).referrer_points_reversed == 1_82
            assert shop.available(friend) == 1_83
            assert shop.cancel(bill.bill_id).referrer_points_reversed == 1_83
            assert shop.standing() == before
            shop.sound()


class TestTiers:
    def test_a_tier_a_bill_brought_goes_with_it(self, shop: Shop) -> None:
        card = shop.enrol()
        shop.sell(card, ("General", 400))
        bill = shop.sell(card, ("General", 600)).bill
        assert shop.tier(card) == "Silver"

        shop.cancel(bill.bill_id)

        assert shop.tier(card) == "Bronze"
        shop.sound()

    def test_a_tier_other_bills_carry_stays(self, shop: Shop) -> None:
        card = shop.enrol()
        shop.sell(card, ("General", 1000))
        bill = shop.sell(card, ("General", 600)).bill

        shop.give_back(bill.bill_id, 300)
        shop.cancel(bill.bill_id)

        assert shop.tier(card) == "Silver"

    def test_a_tier_lost_with_time_does_not_come_back_with_a_return(self, shop: Shop) -> None:
        card = shop.enrol()
        shop.sell(card, ("General", 1000))
        shop.wait(days=400)
        assert sweeps.review_tier(shop.desk, shop.member_id(card), staff="asha") == "Bronze"
        bill = shop.sell(card, ("General", 100)).bill

        shop.cancel(bill.bill_id)

        assert shop.tier(card) == "Bronze"


class TestExpiredLots:
    @pytest.fixture
    def monthly(self, shop: Shop) -> Shop:
        shop.publish(changed(expiry=Expiry(ExpiryMode.DAYS, 30)))
        return shop

    @pytest.mark.parametrize("swept", [False, True])
    def test_restored_points_live_on_for_the_grace_days(self, monthly: Shop, swept: bool) -> None:
        card = monthly.enrol()
        monthly.sell(card, ("General", 1000))
        monthly.wait(days=20)
        bill = monthly.sell(card, ("Toys", 100), redeem=25_00).bill
        monthly.wait(days=15)
        if swept:
            sweeps.expire(monthly.desk)
        assert monthly.available(card) == 0

        assert monthly.cancel(bill.bill_id).balance == 25_00

        monthly.wait(days=7)
        assert monthly.available(card) == 0
        monthly.sound()

    def test_restored_points_are_gone_at_once_without_grace(self, shop: Shop) -> None:
        shop.publish(changed(expiry=Expiry(ExpiryMode.DAYS, 30), refund=Refund(restored_grace_days=0)))
        card = shop.enrol()
        shop.sell(card, ("General", 1000))
        bill = shop.sell(card, ("Toys", 100), redeem=25_00).bill
        shop.wait(days=30)
        sweeps.expire(shop.desk)

        done = shop.cancel(bill.bill_id)

        assert (done.points_restored, done.balance) == (25_00, 0)
        assert sweeps.expire(shop.desk) == 1
        shop.sound()

    @pytest.mark.parametrize("swept", [False, True])
    def test_an_expired_earning_is_taken_back_without_a_debt(self, monthly: Shop, swept: bool) -> None:
        card = monthly.enrol()
        bill = monthly.sell(card, ("General", 1000)).bill
        monthly.sell(card, ("Toys", 100), redeem=10_00)
        monthly.credit(card, 50_00)
        monthly.wait(days=31)
        if swept:
            sweeps.expire(monthly.desk)

        assert monthly.cancel(bill.bill_id).balance == 40_00

        kinds = [row[5] for row in monthly.tables()["entries"]]
        assert (EntryKind.UNEXPIRE.value in kinds) == swept
        monthly.sound()


def test_a_return_follows_the_rules_its_bill_was_made_under(shop: Shop) -> None:
    card = shop.enrol()
    bill = shop.sell(card, ("General", 1000)).bill
    shop.sell(card, ("Toys", 100), redeem=30_00)
    shop.publish(changed(refund=CLAMP, redemption=replace(Redemption(), rate=Decimal(1))))

    assert shop.cancel(bill.bill_id).balance == -30_00
