"""A cancelled bill leaves no trace of the tiers it led to: neither of the lift by a rule, nor of what that brought."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.conditions import AmountBetween, NthBill
from app.domain.limits import RuleLimits
from app.domain.rules import DecisionRule, PointsFixed
from app.domain.tier_advance import TierAdvance
from app.domain.tiers import Level, PointsBasis, Qualify, TierScheme
from app.domain.triggers import Trigger
from app.services.members import sweeps
from app.services.tiers import given_tiers
from tests.desks import STAFF, Shop, changed, memory_shop

LEVELS = (
    Level("Bronze"),
    Level("Silver", min_spend_minor=1000_00, min_points=30_00),
    Level("Gold", min_spend_minor=2500_00, min_points=75_00),
    Level("Top"),
)
LIFTS = st.builds(
    TierAdvance, st.sampled_from((None, "Silver", "Gold", "Top")), st.none() | st.integers(min_value=1, max_value=40)
)
RULES = st.lists(
    st.one_of(
        st.builds(
            lambda award, most, uses: (award, (AmountBetween(most * 100),), RuleLimits(uses_per_member=uses)),
            LIFTS,
            st.sampled_from((0, 300, 900)),
            st.none() | st.just(1),
        ),
        st.builds(lambda award, n: (award, (NthBill(n),), RuleLimits()), LIFTS, st.integers(1, 3)),
    ),
    max_size=2,
)
SCHEMES = st.sampled_from(
    (
        TierScheme(LEVELS),
        TierScheme(LEVELS, Qualify.POINTS),
        TierScheme(LEVELS, Qualify.POINTS_OR_SPEND, PointsBasis.AVAILABLE_PLUS_PENDING),
    )
)
BROUGHT = (
    DecisionRule("higher", PointsFixed(7_00), trigger=Trigger.TIER_CHANGE),
    DecisionRule("silver", PointsFixed(40_00), tiers=frozenset({"Silver"}), trigger=Trigger.TIER_CHANGE),
)


def standing(shop: Shop, card: str) -> object:
    """All that must be as it was, down to the day on which the tier will fall."""
    with shop.store.reading() as uow:
        holder = uow.members.by_card(card)
        assert holder is not None
        scheme = uow.programs.in_force(shop.clock.today).tiers
        kept = given_tiers.kept_until(uow, holder.member, scheme)
    return shop.standing(), shop.available(card), shop.tier(card), kept


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_a_cancelled_bill_led_to_nothing(data: st.DataObject) -> None:
    lifting = tuple(
        DecisionRule(f"lift {n}", award, conditions=conditions, limits=limits)
        for n, (award, conditions, limits) in enumerate(data.draw(RULES))
    )
    with memory_shop(changed(tiers=data.draw(SCHEMES), rules=(*BROUGHT, *lifting))) as shop:
        card = shop.enrol(tier=data.draw(st.sampled_from((None, "Silver"))))
        for rupees in data.draw(st.lists(st.sampled_from((100, 400, 1100)), max_size=3)):
            shop.sell(card, ("General", rupees))
            shop.wait(days=data.draw(st.sampled_from((0, 3, 45))), minutes=1)
            sweeps.review_tiers(shop.desk, staff=STAFF)
        before = standing(shop, card)
        sold = shop.sell(card, ("General", data.draw(st.sampled_from((100, 900, 3000)))))
        risen = sold.risen
        assert risen is None or LEVELS.index(next(x for x in LEVELS if x.name == risen.tier)) > 0
        if data.draw(st.booleans()):
            shop.wait(minutes=1)
            shop.cancel(sold.bill.bill_id)
        else:
            net = sold.bill.net_minor // 100
            for part in (net // 3, net - net // 3):
                shop.give_back(sold.bill.bill_id, part)
        assert standing(shop, card) == before
        shop.sound()
