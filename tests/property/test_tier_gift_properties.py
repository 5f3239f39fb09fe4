"""What a tier brought is asked for once, when the tier is lost, of what is there then; what is short is forgiven."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.program import Refund, Shortfall
from app.domain.rules import DecisionRule, PointsFixed
from app.domain.tiers import Level, TierScheme
from app.domain.triggers import Trigger
from tests.desks import Shop, changed, memory_shop

LEVELS = (Level("Bronze"), Level("Silver", min_spend_minor=1000_00), Level("Gold", min_spend_minor=3000_00))
BRINGS = {"Silver": 50_00, "Gold": 10_00}
PROGRAM = changed(
    tiers=TierScheme(LEVELS),
    rules=tuple(
        DecisionRule(tier, PointsFixed(points), tiers=frozenset({tier}), trigger=Trigger.TIER_CHANGE)
        for tier, points in BRINGS.items()
    ),
    categories={},
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("sell"), st.sampled_from((1500, 3500))),
        st.tuples(st.just("return"), st.sampled_from((1000, 2000))),
        st.tuples(st.just("credit"), st.sampled_from((5, 30))),
        st.tuples(st.just("spend all"), st.just(0)),
    ),
    min_size=4,
    max_size=10,
)


@dataclass
class Counted:
    """What a person with a pencil makes of it: the gifts of the tiers that are held, and the points there are."""

    clamps: bool
    tier: str = "Bronze"
    balance: int = 0
    gifts: list[str] = field(default_factory=list)

    def moved(self, to: str) -> None:
        if _rank(to) > _rank(self.tier):
            self.gifts.append(to)
            self.balance += BRINGS[to]
        lost = [one for one in self.gifts if _rank(one) > _rank(to)]
        if lost:
            left = self.balance - sum(BRINGS[one] for one in lost)
            self.balance = max(0, left) if self.clamps else left
            self.gifts = [one for one in self.gifts if one not in lost]
        self.tier = to


def _rank(tier: str) -> int:
    return [one.name for one in LEVELS].index(tier)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(Shortfall), STEPS)
@example(Shortfall.CLAMP, [("sell", 3500), ("spend all", 0), ("return", 1000), ("credit", 30), ("return", 2000)])
def test_each_is_asked_for_once(shortfall: Shortfall, steps: list[tuple[str, int]]) -> None:
    clamps = shortfall is Shortfall.CLAMP
    with memory_shop(changed(PROGRAM, refund=Refund(shortfall=shortfall))) as shop:
        card, counted, left = shop.enrol(), Counted(clamps), dict[str, int]()
        for what, rupees in steps:
            shop.wait(minutes=1)
            if what == "sell":
                left[shop.sell(card, ("General", rupees)).bill.bill_id] = rupees
            elif what == "credit":
                shop.credit(card, rupees * 100)
                counted.balance += rupees * 100
            elif what == "spend all" and counted.balance > 0:
                shop.credit(card, -counted.balance)
                counted.balance = 0
            elif what == "return":
                _give_back(shop, left, rupees)
            counted.moved(shop.tier(card))
            assert shop.available(card) == counted.balance
        shop.sound()


def _give_back(shop: Shop, left: dict[str, int], rupees: int) -> None:
    """As much of the last bill that still has something."""
    bill_id = next((one for one in reversed(left) if left[one]), None)
    if bill_id is not None:
        part = min(rupees, left[bill_id])
        left[bill_id] -= part
        shop.give_back(bill_id, part)
