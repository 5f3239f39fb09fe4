"""A bill that comes back whole, line by line in any order, leaves members and books as they were before it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.expiry import Expiry, ExpiryMode
from app.domain.giving_back import amounts_of
from app.domain.quote import MAX
from app.services.members import sweeps
from app.services.returns import returnable, returns
from tests.desks import PROGRAM, STAFF, Shop, memory_shop

REFERRING = replace(PROGRAM, referral_percent=Decimal(2))
LINES = (("General", 400), ("Medicines", 75), ("General", 1))


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_return_is_inverse(data: st.DataObject) -> None:
    with memory_shop(REFERRING) as shop:
        friend = shop.enrol("Ravi Sharma")
        card = shop.enrol(referrer_card=friend)
        shop.sell(card, ("General", 900))
        before = shop.standing(), shop.available(card), shop.available(friend), shop.tier(card)
        lines = data.draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=3))
        bill = shop.sell(card, *lines, redeem=data.draw(st.sampled_from((0, 5_00, MAX)))).bill
        paid_back = _return_all(shop, bill.number, data)
        assert paid_back == bill.payable_minor
        assert (shop.standing(), shop.available(card), shop.available(friend), shop.tier(card)) == before
        shop.sound()


def _return_all(shop: Shop, number: str, data: st.DataObject) -> int:
    """The cash that came back, in minor units."""
    paid_back = 0
    while left := [one for one in returnable.find_returnable(shop.desk, number).lines if one.quantity]:
        chosen = data.draw(st.lists(st.sampled_from(left), min_size=1, unique_by=lambda one: one.line.line_id))
        amounts = amounts_of(tuple(left), {one.line.line_id: one.quantity for one in chosen})
        bill_id = returnable.find_returnable(shop.desk, number).bill.bill_id
        made = returns.return_lines(shop.desk, bill_id, amounts, key=shop.desk.ids.entity(), staff=STAFF)
        paid_back += made.cash_back_minor
    return paid_back


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_bills_that_used_each_others_points_leave_nothing_however_late_they_are_cancelled(data: st.DataObject) -> None:
    waits = st.sampled_from((0, 1, 4))
    with memory_shop(replace(PROGRAM, expiry=Expiry(ExpiryMode.DAYS, 3))) as shop:
        card = shop.enrol()
        bills = []
        for lines in data.draw(st.lists(st.sampled_from(LINES), min_size=2, max_size=4)):
            bills.append(shop.sell(card, lines, redeem=MAX).bill.bill_id)
            shop.wait(days=data.draw(waits))
        shop.credit(card, 40_00)
        for bill_id in data.draw(st.permutations(bills)):
            shop.cancel(bill_id)
            sweeps.expire_all(shop.desk)
            shop.wait(days=data.draw(st.sampled_from((0, 0, 1, 8))))
        assert shop.available(card) == 40_00
        shop.wait(days=30)
        assert shop.available(card) == 40_00
        shop.sound()
