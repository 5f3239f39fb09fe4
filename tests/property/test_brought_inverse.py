"""A bill that comes back whole takes what rules brought with it, whatever they gave and however it comes back."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.limits import RuleLimits
from app.domain.rewards import Reward, RewardKind
from app.domain.rules import DecisionRule, PointsFixed
from app.domain.tier_advance import TierAdvance
from app.domain.voucher_awards import VoucherOf
from app.services.keeping import books
from tests.desks import Shop, changed, memory_shop

STOCK = 2
CREAM = Reward("cream", "Hand cream", RewardKind.CASHBACK, 40_00, value_minor=50_00, stock=STOCK)
COUPON = Reward("coupon", "₹100 off", RewardKind.DISCOUNT_COUPON, 50_00, value_minor=100_00, member_max=2)
AWARDS = st.sampled_from((VoucherOf("cream"), VoucherOf("coupon"), PointsFixed(5_00), TierAdvance(None, 9)))
RULES = st.lists(
    st.builds(
        lambda award, stop, uses: (award, stop, RuleLimits(uses_per_member=uses)),
        AWARDS,
        st.booleans(),
        st.sampled_from((None, 1)),
    ),
    min_size=1,
    max_size=4,
)


def good(shop: Shop) -> tuple[Counter[str], int]:
    """What can still be used, by its reward, and how many of the stock are out."""
    with shop.store.reading() as uow:
        pending = Counter(one.reward_id for one in uow.vouchers.every() if one.status == "PENDING")
        return pending, uow.vouchers.out("cream")


@settings(max_examples=40, deadline=None)
@given(RULES, st.integers(0, 3), st.lists(st.integers(1, 40), max_size=2))
def test_a_bill_that_came_back_whole_was_none(
    rules: list[tuple[VoucherOf, bool, RuleLimits]], before: int, parts: list[int]
) -> None:
    made = tuple(
        DecisionRule(f"r{n}", award, priority=n, stop=stop, limits=limits)
        for n, (award, stop, limits) in enumerate(rules)
    )
    with memory_shop(changed(rewards=(CREAM, COUPON), rules=made)) as shop:
        card = shop.enrol()
        for _ in range(before):
            shop.sell(card, ("General", 10))
        stood, was = shop.standing(), good(shop)
        quoted = shop.quote(card, ("General", 100))
        sold = shop.sell(card, ("General", 100), shown=quoted)
        assert sold.bill.rules or not quoted.earned.uses
        assert good(shop)[1] <= STOCK
        for rupees in parts:
            shop.give_back(sold.bill.bill_id, rupees)
            assert len(sold.vouchers) == sum((good(shop)[0] - was[0]).values())
        shop.cancel(sold.bill.bill_id)
        assert (shop.standing(), good(shop)) == (stood, was)
        assert books.verify(shop.desk).faults == ()
