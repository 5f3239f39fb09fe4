"""One bill that is tried: a month of just that bill comes to the same, whenever its card came."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.cart import Cart
from app.domain.conditions import NthBill
from app.domain.program import Program
from app.domain.quote import MAX, Redeem
from app.domain.rules import DecisionRule, PointsFixed
from app.services.whatif import one_bill, whatif
from app.services.whatif.one_bill import Side
from app.services.whatif.sums import Sums, sums_of
from tests.desks import memory_shop
from tests.property.strategies import carts, windows
from tests.property.test_whatif_properties import Card, Regular, nothing_told, rules

NTHS = st.builds(
    lambda n, window: DecisionRule("nth", PointsFixed(3_00), conditions=(NthBill(n, window),)),
    st.integers(1, 2),
    windows,
)
BILLS = st.tuples(carts().filter(lambda one: one.counted()), st.sampled_from(Card), st.sampled_from([0, MAX]))


def comes_to(side: Side) -> Sums:
    """But for its referrer's points, and what its tier brings: the one has no case, the other is told by itself."""
    assert side.priced is not None, "it can be sold"
    found = side.priced.quote
    return replace(sums_of(found), to_referrers=0).with_vouchers(found.earned.uses, side.program)


@given(rules(), st.builds(lambda found, nth: replace(found, rules=(*found.rules, nth)), rules(), NTHS), BILLS)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_month_of_one_bill_is_the_bill(live: Program, draft: Program, sale: tuple[Cart, Card, Redeem]) -> None:
    cart, card, redeem = sale
    draft = replace(draft, currency=live.currency)
    with memory_shop(live) as shop:
        regular = Regular.of(shop)
        bill = regular.sell(cart, is_member=card is Card.WITH_IT, redeem=redeem)
        if bill is None:
            return
        regular.rest(9)
        if card is Card.AFTER_IT:
            regular.come_late(bill)
        case = one_bill.case_of(shop.desk, draft, bill.number)
        assert case is not None
        judged = one_bill.judge(shop.desk, draft, case)
        month = whatif.impact(shop.desk, draft, told=nothing_told, stop=lambda: False)

    assert month is not None
    assert case.is_late == (card is Card.AFTER_IT)
    if judged.draft.priced is None:
        assert month.left_out or bill.redeemed_points, "a month has as many points pay as may"
        return
    assert comes_to(judged.live) == replace(month.live, to_referrers=0, given=0)
    assert comes_to(judged.draft) == replace(month.draft, to_referrers=0, given=0)
