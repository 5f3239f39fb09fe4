"""Outside bills: what another billing program makes earns once, uses points within the same limits, and is undone."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.errors import Code
from app.domain.lease import Lease
from app.domain.member import CardStatus
from app.domain.program import Category, Earning, EarnOn, Redemption, Refund
from app.services.members import card_status, merging
from app.services.returns import returns
from app.services.sales import outside
from app.services.sales.outside import OutsideBill, Used
from tests.desks import STAFF, Shop, cart, changed, memory_shop


@pytest.fixture
def card(shop: Shop) -> str:
    card = shop.enrol()
    shop.credit(card, 1000_00)
    return card


def bill(card: str, *lines: tuple[str, int], number: str = "X-1") -> OutsideBill:
    return OutsideBill(number, cart(*(lines or (("General", 100),))), card)


def redeem(shop: Shop, of: OutsideBill, points: int) -> Used:
    return outside.redeem(shop.desk, of, points, staff=STAFF)


def undo(shop: Shop, bill_id: str, points: int | None = None) -> Used:
    return outside.undo_redemption(shop.desk, bill_id, points, staff=STAFF)


def test_a_bill_earns_by_category_at_what_was_charged() -> None:
    rules = changed(categories={"General": Category(Decimal(3), discount_percent=Decimal(10))})
    with memory_shop(rules) as shop:
        card = shop.enrol()
        made = outside.earn(shop.desk, bill(card, ("General", 100)), staff=STAFF).bill

        assert (made.net_minor, made.earned_points, made.tenders) == (100_00, 3_00, ())
        with shop.store.reading() as uow:
            assert outside.bill_id_of(uow, "X-1") == made.bill_id
            sealed = json.loads(list(uow.journal.events())[-1].body)
            assert not uow.prints.of_subject("receipt", made.bill_id)
        assert (sealed["kind"], sealed["outside"]) == ("bill", "X-1")
        shop.sound()


def test_a_bill_earns_once(shop: Shop, card: str) -> None:
    made = outside.earn(shop.desk, bill(card), staff=STAFF).bill
    with shop.refuses(Code.DUPLICATE):
        outside.earn(shop.desk, bill(card), staff=STAFF)
    with shop.refuses(Code.DUPLICATE):
        redeem(shop, bill(card), 10_00)
    assert outside.earn(shop.desk, bill(card, number="X-2"), staff=STAFF).bill.bill_id != made.bill_id


def test_a_bill_is_for_a_member_picked_as_well(shop: Shop, card: str) -> None:
    of = OutsideBill("X-1", cart(("General", 100)), member_id=shop.member_id(card))
    assert outside.earn(shop.desk, of, staff=STAFF).bill.card_number == card


def test_points_pay_first_and_what_they_paid_earns_nothing(shop: Shop, card: str) -> None:
    used = redeem(shop, bill(card), 400_00)
    made = outside.earn(shop.desk, bill(card), staff=STAFF).bill

    assert (used.bill_id, used.points, used.worth_minor, used.balance) == (made.bill_id, 400_00, 40_00, 600_00)
    assert (made.redeemed_points, made.redeemed_minor, made.payable_minor, made.earned_points) == (
        400_00,
        40_00,
        60_00,
        1_80,
    )
    assert shop.available(card) == 601_80
    shop.sound()


def test_what_points_paid_earns_where_the_program_says_so() -> None:
    with memory_shop(changed(earning=Earning(EarnOn.NET_OF_DISCOUNT))) as shop:
        card = shop.enrol()
        shop.credit(card, 1000_00)
        redeem(shop, bill(card), 400_00)
        assert outside.earn(shop.desk, bill(card), staff=STAFF).bill.earned_points == 3_00


@pytest.mark.parametrize(
    ("points", "code"),
    [(501_00, Code.OVER_CAP), (1000_01, Code.INSUFFICIENT_POINTS), (0, Code.INVALID), (-1, Code.INVALID)],
)
def test_the_limits_of_a_till_hold(shop: Shop, card: str, points: int, code: Code) -> None:
    with shop.refuses(code):
        redeem(shop, bill(card), points)


def test_the_minimum_and_the_switch_hold() -> None:
    with memory_shop(changed(redemption=Redemption(min_points=2000_00))) as shop:
        card = shop.enrol()
        shop.credit(card, 1000_00)
        with shop.refuses(Code.BELOW_MINIMUM):
            redeem(shop, bill(card), 100_00)
        shop.publish(changed(enabled=False))
        with shop.refuses(Code.DISABLED):
            redeem(shop, bill(card), 100_00)


def test_what_counters_hold_is_not_spent_at_the_server(shop: Shop, card: str) -> None:
    server, member_id = replace(shop.desk, is_server=True), shop.member_id(card)
    with shop.store.writing() as uow:
        lease = Lease(granted=900_00)
        uow.leases.put(member_id, lease, counter_code="B1", epoch=1, granted_at=shop.clock.now())
    with shop.refuses(Code.INSUFFICIENT_POINTS):
        outside.redeem(server, bill(card), 200_00, staff=STAFF)
    assert outside.redeem(server, bill(card), 100_00, staff=STAFF).balance == 900_00


def test_a_blocked_or_unknown_card_neither_earns_nor_pays(shop: Shop, card: str) -> None:
    card_status.set_card_status(shop.desk, card, CardStatus.BLOCKED, staff=STAFF)
    with shop.refuses(Code.CARD_INACTIVE):
        outside.earn(shop.desk, bill(card), staff=STAFF)
    with shop.refuses(Code.CARD_INACTIVE):
        redeem(shop, bill(card), 10_00)
    with shop.refuses(Code.UNKNOWN_CARD):
        outside.earn(shop.desk, bill("700012345600"), staff=STAFF)


def test_points_stand_against_a_bill_once_at_a_time(shop: Shop, card: str) -> None:
    used = redeem(shop, bill(card), 100_00)
    with shop.refuses(Code.DUPLICATE):
        redeem(shop, bill(card), 10_00)

    undo(shop, used.bill_id)
    again = redeem(shop, bill(card), 300_00)

    assert (again.bill_id, again.balance) == (used.bill_id, 700_00)
    made = outside.earn(shop.desk, bill(card), staff=STAFF).bill
    back = returns.cancel(shop.desk, made.bill_id, staff=STAFF)
    assert (back.points_restored, shop.available(card)) == (300_00, 1000_00)
    shop.sound()


def test_a_redemption_is_given_back_in_parts_and_never_more(shop: Shop, card: str) -> None:
    used = redeem(shop, bill(card), 300_00)

    part = undo(shop, used.bill_id, 100_00)
    assert (part.points, part.worth_minor, part.balance, part.member_id) == (
        100_00,
        10_00,
        800_00,
        shop.member_id(card),
    )
    for wrong in (200_01, -1):
        with shop.refuses(Code.OVER_REFUND):
            undo(shop, used.bill_id, wrong)
    assert (undo(shop, used.bill_id).points, undo(shop, used.bill_id).points) == (200_00, 0)
    assert shop.available(card) == 1000_00
    with shop.store.reading() as uow:
        kinds = [event.kind for event in uow.journal.events()]
    assert kinds[-3:] == ["redeem", "restore", "restore"]
    shop.sound()


def test_what_is_left_of_a_redemption_counts_when_the_bill_earns(shop: Shop, card: str) -> None:
    used = redeem(shop, bill(card), 300_00)
    undo(shop, used.bill_id, 100_00)
    made = outside.earn(shop.desk, bill(card), staff=STAFF).bill

    assert (made.redeemed_points, made.redeemed_minor, made.earned_points) == (200_00, 20_00, 2_40)
    half = returns.return_amount(shop.desk, made.bill_id, 50_00, key="r", staff=STAFF)
    assert (half.points_restored, half.points_reversed, half.cash_back_minor) == (100_00, 1_20, 40_00)
    rest = returns.cancel(shop.desk, made.bill_id, staff=STAFF)
    assert (rest.points_restored, shop.available(card)) == (100_00, 1000_00)
    shop.sound()


def test_points_given_back_after_their_lot_expired_have_days_of_grace() -> None:
    with memory_shop(changed(refund=Refund(restored_grace_days=7))) as shop:
        card = shop.enrol()
        shop.credit(card, 100_00, expires_at=shop.clock.now().replace(year=shop.clock.now().year + 1))
        used = redeem(shop, bill(card), 100_00)
        shop.wait(days=400)
        undo(shop, used.bill_id)
        assert shop.available(card) == 100_00
        shop.wait(days=8)
        assert shop.available(card) == 0
        shop.sound()


def test_an_unknown_bill_gives_nothing_back(shop: Shop) -> None:
    with shop.refuses(Code.UNKNOWN_BILL):
        undo(shop, "nothing")


def test_a_bill_paid_with_one_card_does_not_earn_on_another(shop: Shop, card: str) -> None:
    used, other = redeem(shop, bill(card), 100_00), shop.enrol("Asha")
    with shop.refuses(Code.INVALID, saying="another card"):
        outside.earn(shop.desk, bill(other), staff=STAFF)

    undo(shop, used.bill_id)
    assert outside.earn(shop.desk, bill(other), staff=STAFF).bill.redeemed_points == 0
    shop.sound()


def test_a_bill_paid_before_a_merge_earns_for_who_remains(shop: Shop, card: str) -> None:
    redeem(shop, bill(card), 100_00)
    kept = shop.enrol("Meena Iyer")
    merging.merge(shop.desk, [card], into=kept, staff=STAFF)

    made = outside.earn(shop.desk, bill(kept), staff=STAFF).bill

    assert (made.redeemed_points, made.member_id) == (100_00, shop.member_id(kept))
    shop.sound()


def test_a_bill_cannot_shrink_below_what_points_paid(shop: Shop, card: str) -> None:
    redeem(shop, bill(card), 400_00)
    with shop.refuses(Code.INVALID, saying="paid more"):
        outside.earn(shop.desk, bill(card, ("General", 39)), staff=STAFF)


def test_an_outside_bill_counts_for_tiers_and_referrers() -> None:
    with memory_shop(changed(referral_percent=Decimal(10))) as shop:
        friend = shop.enrol("Asha")
        card = shop.enrol("Meena", referrer_card=friend)
        made = outside.earn(shop.desk, bill(card, ("General", 1000)), staff=STAFF).bill

        assert (shop.tier(card), made.referrer_points, shop.available(friend)) == ("Silver", 100_00, 100_00)
        returns.cancel(shop.desk, made.bill_id, staff=STAFF)
        assert (shop.tier(card), shop.available(friend)) == ("Bronze", 0)
        shop.sound()
