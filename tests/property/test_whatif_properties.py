"""What if: what is shown beforehand is what happens. Each bill is really sold again in a shop with the other rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum, auto

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from app.domain.bill import Bill
from app.domain.cart import Cart
from app.domain.conditions import AmountBetween, NthBill, ReachesGoal
from app.domain.days import INDIA
from app.domain.drives import Drive, Goal, Measure, Since
from app.domain.errors import DomainError
from app.domain.expiry import Expiry, ExpiryMode
from app.domain.limits import NO_LIMITS, RuleLimits
from app.domain.program import Program
from app.domain.quote import MAX, Redeem
from app.domain.rewards import Reward, RewardKind
from app.domain.rules import DecisionRule, PointsFixed
from app.domain.tier_advance import TierAdvance
from app.domain.tiers import Level, PointsBasis, Qualify, TierScheme
from app.domain.triggers import Trigger
from app.domain.voucher_awards import VoucherOf
from app.scenario.world import STARTS_AT
from app.services.campaigns import drives
from app.services.members import birthdays, sweeps
from app.services.rewards.brought_vouchers import came_with
from app.services.sales import checkout
from app.services.sales.checkout import SaleRequest
from app.services.sales.claims import claim_points
from app.services.tiers.tier_gifts import brought_by
from app.services.whatif import whatif
from app.services.whatif.repricing import cart_of
from app.services.whatif.sums import Sums
from tests.desks import STAFF, Shop, memory_shop
from tests.property.strategies import carts, limits, programs

CREDIT = 10**9  # more than most bills take, so that points earned on the way decide nothing
BORN = INDIA.day_of(STARTS_AT) + timedelta(days=3)
NAMES = ("Bronze", "Silver", "Gold")
STEPS = st.sampled_from((0, 9, 60))  # hours; none where the clock was put back
DRIVES = (
    Drive("spend", "Spend in ten days", by_joining=True, goal=Goal(Measure.SPEND, 5000_00, Since.TAKING_PART, 10)),
    Drive("bills", "Two bills", tiers=frozenset({"Silver", "Gold"}), goal=Goal(Measure.BILLS, 2)),
    Drive("lately", "A lot of late", goal=Goal(Measure.SPEND, 20000_00, Since.LAST_DAYS, 3)),
)


@st.composite
def levels(draw: st.DrawFn) -> tuple[Level, ...]:
    """Three, that a bill or two can lead to."""
    spends = sorted(draw(st.lists(st.integers(0, 30000_00), min_size=2, max_size=2)))
    points = sorted(draw(st.lists(st.integers(0, 2000_00), min_size=2, max_size=2)))
    offset = draw(st.sampled_from((0, CREDIT)))
    asked = [(None, None, None), *((spends[n], offset + points[n], n + 1) for n in range(2))]
    return tuple(
        Level(
            name,
            draw(st.sampled_from((Decimal(1), Decimal("1.5"), Decimal(2)))),
            of_points,
            of_spend,
            of_orders,
            draw(st.sampled_from((Decimal(0), Decimal(5)))),
            draw(st.sampled_from((0, 100_00))),
        )
        for name, (of_spend, of_points, of_orders) in zip(NAMES, asked, strict=True)
    )


schemes = st.builds(
    TierScheme, levels(), st.sampled_from(Qualify), st.sampled_from(PointsBasis), st.sampled_from((2, 365)), st.just(1)
)
lifts = st.builds(
    DecisionRule,
    st.just("lift"),
    st.builds(TierAdvance, st.sampled_from((None, "Silver", "Gold")), st.sampled_from((None, 1, 4))),
    conditions=st.just(()) | st.builds(AmountBetween, st.just(1000_00)).map(lambda one: (one,)),
    limits=st.just(NO_LIMITS) | st.just(RuleLimits(uses_per_member=1)),
)
brought = st.builds(
    lambda trigger, points, tiers: DecisionRule(f"on {trigger}", PointsFixed(points), tiers=tiers, trigger=trigger),
    st.sampled_from((Trigger.TIER_CHANGE, Trigger.BIRTHDAY)),
    st.integers(1, 90_00),
    st.frozensets(st.sampled_from(NAMES)),
)
nth_risers = st.just(DecisionRule("second", PointsFixed(11_00), conditions=(NthBill(2),), trigger=Trigger.TIER_CHANGE))
goals = st.builds(
    lambda drive, points, kept: DecisionRule(
        f"for {drive}", PointsFixed(points), conditions=(ReachesGoal(),), limits=kept, drive=drive
    ),
    st.sampled_from([one.drive_id for one in DRIVES]),
    st.integers(1, 90_00),
    st.just(NO_LIMITS) | limits,
)


REWARDS = (
    Reward("cream", "Hand cream", RewardKind.CASHBACK, 40_00, value_minor=50_00, stock=2),
    Reward("soap", "Soap", RewardKind.CASHBACK, 10_00, value_minor=20_00, member_max=1),
    Reward("tea", "Tea", RewardKind.EXPERIENCE, 10_00, min_tier="Gold"),
)
gifts = st.builds(
    lambda reward, stop, kept: DecisionRule(f"gives {reward}", VoucherOf(reward), stop=stop, limits=kept),
    st.sampled_from([one.reward_id for one in REWARDS]),
    st.booleans(),
    st.just(NO_LIMITS) | st.just(RuleLimits(uses_per_member=2)),
)
dailies = st.just(DecisionRule("daily", PointsFixed(10_00), limits=RuleLimits(points_per_day=15_00)))


@st.composite
def rules(draw: st.DrawFn) -> Program:
    """A program in which everything that counts for a bill can be asked."""
    found = replace(draw(programs), tiers=draw(schemes), enabled=True, drives=DRIVES, rewards=REWARDS)
    own = draw(
        st.lists(
            lifts | brought | nth_risers | goals | gifts | dailies, max_size=3, unique_by=lambda rule: rule.rule_id
        )
    )
    if found.tiers.points_basis is PointsBasis.AVAILABLE_PLUS_PENDING:
        found = replace(found, expiry=Expiry(ExpiryMode.NEVER))
    return replace(found, rules=(*found.rules, *own))


class Card(Enum):
    """When the regular's card comes to a bill."""

    WITH_IT = auto()
    NEVER = auto()
    AFTER_IT = auto()  # before the next bill is sold


SALES = st.lists(
    st.tuples(carts().filter(lambda one: one.counted()), st.sampled_from(Card), st.sampled_from([0, MAX]), STEPS),
    min_size=1,
    max_size=5,
)


@dataclass
class Regular:
    """A shop with somebody who was brought by somebody else, takes part, and has points to use."""

    shop: Shop
    card: str

    @classmethod
    def of(cls, shop: Shop) -> Regular:
        friend = shop.enrol("Friend")
        birthday = f"--{BORN.month:02}-{BORN.day:02}"
        regular = cls(shop, shop.enrol("Regular", referrer_card=friend, tier="Silver", birthday=birthday))
        shop.credit(regular.card, CREDIT)
        drives.participate(shop.desk, "spend", shop.member_id(regular.card), staff=STAFF)
        regular.rest(0)
        return regular

    def rest(self, hours: int) -> None:
        """Time passes. What has fallen due is done at the first instant of each day, and now."""
        until = self.shop.clock.today + timedelta(hours=hours)
        while (night := INDIA.start_of(INDIA.day_of(self.shop.clock.today) + timedelta(days=1))) < until:
            self._wait(night)
        self._wait(until)

    def _wait(self, until: datetime) -> None:
        self.shop.clock.advance(until)
        sweeps.review_tiers(self.shop.desk, staff=STAFF)
        birthdays.give(self.shop.desk)

    def sell(self, cart: Cart, *, is_member: bool, redeem: Redeem) -> Bill | None:
        """None where it cannot be sold."""
        request = SaleRequest(cart, self.card if is_member else None, redeem=redeem if is_member else 0)
        try:
            return checkout.commit_sale(self.shop.desk, request, key=self.shop.desk.ids.entity(), staff=STAFF).bill
        except DomainError:
            return None

    def come_late(self, bill: Bill) -> None:
        claim_points(self.shop.desk, bill.bill_id, card_number=self.card, key=bill.bill_id, staff=STAFF)

    def as_it_stands(self, bill: Bill) -> Bill:
        with self.shop.store.reading() as uow:
            found = uow.bills.get(bill.bill_id)
        assert found is not None, "it was sold"
        return found

    def sell_again(self, bill: Bill) -> Bill | None:
        """As it was rung, with as many of its points as may pay."""
        redeem = 0
        if bill.redeemed_points:
            try:
                asked = SaleRequest(cart_of(bill), self.card, redeem=MAX)
                redeem = min(bill.redeemed_points, checkout.quote_sale(self.shop.desk, asked).redeemed_points)
            except DomainError:
                redeem = 0
        return self.sell(cart_of(bill), is_member=bill.member_id is not None, redeem=redeem)

    def summed(self, sold: Sequence[Bill]) -> Sums:
        """What was posted: the bills with their cards, what their tiers brought, and the birthday."""
        bills = [self.as_it_stands(one) for one in sold]
        with self.shop.store.reading() as uow:
            cause = birthdays.cause_of(BORN, self.shop.member_id(self.card))
            given = [one for bill in bills for one in brought_by(uow, bill)] + [*uow.ledger.by_cause(cause)]
            vouchers = [one.voucher.reward for bill in bills for one in came_with(uow, bill) if one.voucher]
        return Sums(
            sum(one.net_minor for one in bills),
            sum(line.category_discount_minor + line.tier_discount_minor for one in bills for line in one.lines),
            sum(one.earned_points for one in bills),
            sum(one.referrer_points for one in bills),
            sum(one.redeemed_points for one in bills),
            sum(one.redeemed_minor for one in bills),
            sum(one.entry.points for one in given),
            len(vouchers),
            sum(one.value_minor for one in vouchers),
        )

    @property
    def rank(self) -> int:
        return NAMES.index(self.shop.tier(self.card))


def nothing_told(_done: int, _of: int) -> None:
    return


@given(live=rules(), draft=rules(), sales=SALES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_shown_is_what_happens(
    live: Program, draft: Program, sales: list[tuple[Cart, Card, Redeem, int]]
) -> None:
    draft = replace(draft, currency=live.currency)
    with memory_shop(live) as here, memory_shop(draft) as there:
        first, second = Regular.of(here), Regular.of(there)
        sold, posted, waiting = list[tuple[Bill, Bill]](), list[Bill](), list[tuple[Bill, Bill]]()

        def rest(hours: int) -> None:
            for regular, bills in ((first, [one for one, _ in waiting]), (second, [two for _, two in waiting])):
                regular.rest(hours)
                for bill in bills:
                    regular.come_late(bill)
            waiting.clear()

        for cart, card, redeem, hours in sales:
            rest(hours)
            bill = first.sell(cart, is_member=card is Card.WITH_IT, redeem=redeem)
            again = None if bill is None else second.sell_again(bill)
            posted += [] if bill is None else [bill]
            both = [] if bill is None or again is None else [(bill, again)]
            sold += both
            waiting += both if card is Card.AFTER_IT else []
        rest(9)
        assume(sum(bill.redeemed_points for bill in posted) < CREDIT)
        before = here.tables()

        shown = whatif.impact(here.desk, draft, told=nothing_told, stop=lambda: False)
        same = whatif.impact(here.desk, replace(live, version=99), told=nothing_told, stop=lambda: False)

        assert shown is not None
        assert (shown.draft, shown.live) == (
            second.summed([two for _, two in sold]),
            first.summed([one for one, _ in sold]),
        )
        assert (shown.bills, shown.left_out) == (len(posted), len(posted) - len(sold))
        step = second.rank - first.rank if any(first.as_it_stands(one).member_id for one in posted) else 0
        assert (shown.risers, shown.fallers) == (int(step > 0), int(step < 0))
        assert same is not None
        assert (same.live, same.draft, same.left_out) == (first.summed(posted), first.summed(posted), 0)
        assert (same.risers, same.fallers) == (0, 0)
        assert here.tables() == before
