"""Sales as a shop might make them: whatever a bill's figures hang on, in one strategy.

Figures are few and awkward ones: drawn from all there are, most bills would earn nothing, or everything at one rate.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from hypothesis import strategies as st

from app.domain.campaigns import Campaign
from app.domain.cart import BillDiscount, Cart, CartLine
from app.domain.conditions import AmountBetween, PaidBy
from app.domain.errors import DomainError
from app.domain.limits import NO_LIMITS, Drawn, RuleLimits
from app.domain.money import Currency
from app.domain.program import Category, Earning, EarnOn, Program, Refund, RefundEarned
from app.domain.quote import MAX, Quote, Visitor, quote
from app.domain.redemption import Purse
from app.domain.rewards import BillVoucher, Reward, RewardKind
from app.domain.rules import DecisionRule, Multiply, PercentFor, PointsFixed
from app.domain.tiers import Level, TierScheme
from tests.property.strategies import CATEGORIES, TIERS, WAYS, awards, instants, occasions, redemptions, roundings


@dataclass(frozen=True)
class Sale:
    """A cart, a member with a card that may be used, and `points` that are to pay for it."""

    cart: Cart
    program: Program
    visitor: Visitor
    at: datetime
    points: int

    @property
    def quoted(self) -> Quote:
        return quote(self.cart, self.program, self.visitor, redeem=self.points, at=self.at)


def _one_of(*figures: str) -> st.SearchStrategy[Decimal]:
    return st.sampled_from([Decimal(figure) for figure in figures])


_mostly = st.sampled_from((True, True, True, False))
_rates = _one_of("3", "2.5", "7.77", "0.5", "100", "0")
_off = _one_of("0", "12.5", "33.33", "5", "0.5", "20", "100")
_times = _one_of("2", "1.1", "1.25", "3", "1", "0")
_some = st.sampled_from((5_00, 33, 20_00, 1_000_00))
_kinds = st.sampled_from(CATEGORIES)

_categories = st.fixed_dictionaries({
    name: st.builds(Category, st.none() | _rates, _off, earns=_mostly, redeems=_mostly, is_rx=st.booleans())
    for name in CATEGORIES
})  # fmt: skip
_earnings = st.builds(
    Earning,
    earn_on=st.sampled_from(EarnOn),
    min_bill_minor=st.sampled_from((0, 0, 0, 50_00)),
    default_percent=_rates,
    multiplier_ceiling=_one_of("10", "1.5"),
)
_tiers = st.lists(st.tuples(_times, _off), min_size=3, max_size=3).map(
    lambda drawn: TierScheme(
        tuple(
            Level(name, times, price_discount_percent=off, min_spend_minor=place)
            for place, (name, (times, off)) in enumerate(zip(TIERS, drawn, strict=True))
        )
    )
)
_campaigns = st.builds(
    Campaign,
    st.just("c"),
    _times,
    categories=st.frozensets(_kinds, max_size=2),
    tiers=st.frozensets(st.sampled_from(TIERS), max_size=2),
)
_limits = st.builds(
    RuleLimits,
    uses_per_member=st.none() | st.integers(1, 3),
    points_per_bill=st.none() | _some,
    points_per_member=st.none() | _some,
    points_per_day=st.none() | _some,
    budget=st.none() | _some,
)
_before = st.builds(
    Drawn,
    uses=st.integers(0, 2),
    points=st.sampled_from((0, 1, 4_50)),
    today=st.sampled_from((0, 4_50, 4_99)),
    budget_left=st.none() | st.integers(-1, 10_00),
)
_multiplied = st.builds(Multiply, _times, st.none() | _kinds)
_rated = st.builds(PercentFor, st.sampled_from(CATEGORIES[:2]), _rates)
_conditions = st.builds(AmountBetween, _some) | st.builds(PaidBy, st.frozensets(st.sampled_from(WAYS), min_size=1))
_rules = st.builds(
    DecisionRule,
    st.just("r"),
    st.one_of(awards, st.builds(PointsFixed, _some), _multiplied, _multiplied, _rated, _rated, _rated),
    st.integers(0, 2),
    conditions=st.lists(_conditions, max_size=1).map(tuple),
    stop=st.sampled_from((False, False, False, True)),
    limits=st.just(NO_LIMITS) | _limits,
)
_discounts = st.none() | st.builds(BillDiscount, percent=_off)
_lines = st.builds(
    CartLine,
    line_id=st.just(""),
    category=_kinds,
    quantity=_one_of("1", "2", "0.375", "3"),
    unit_price_minor=st.integers(1, 1_000_00),
    voided=st.sampled_from((False, False, False, False, True)),
    discount=_discounts,
)
_off_the_bill = st.builds(
    Reward, st.just("off"), st.just("Off"), st.just(RewardKind.DISCOUNT_COUPON), st.just(0), percent=_off
) | st.builds(
    Reward,
    st.just("cash"),
    st.just("Cash"),
    st.just(RewardKind.CASHBACK),
    st.just(0),
    value_minor=st.integers(1, 500_00),
)
_free = st.builds(
    Reward,
    st.just("free"),
    st.just("Free"),
    st.just(RewardKind.FREE_PRODUCT),
    st.just(0),
    value_minor=st.sampled_from((0, 100_00)),
    category=_kinds,
)
_vouchers = st.builds(BillVoucher, st.just("v"), st.just("V"), _off_the_bill | _free)
_plain = st.builds(
    Program,
    currency=st.builds(Currency, st.sampled_from(("INR", "JPY", "KWD"))),
    rounding=roundings,
    refund=st.builds(Refund, earned=st.sampled_from(RefundEarned)),
    referral_percent=_rates,
    bill_rounding_minor=st.sampled_from((0, 100, 500)),
)


@st.composite
def sales(draw: st.DrawFn) -> Sale:
    """Rules and campaigns go by their places, and some of the rules brought something before."""
    program = draw(_programs())
    lines = tuple(replace(one, line_id=str(n)) for n, one in enumerate(draw(st.lists(_lines, min_size=1, max_size=4))))
    cart = Cart(lines, draw(_discounts), draw(st.none() | _vouchers))
    before = {one.rule_id: draw(_before) for one in program.rules if one.limits != NO_LIMITS}
    occasion = replace(draw(occasions), drawn=before)
    purse = Purse(draw(st.sampled_from((0, 20_00, 333_33, 100_000_00))))
    visitor = Visitor(purse, draw(st.sampled_from(TIERS)), draw(st.booleans()), occasion)
    sale = Sale(cart, program, visitor, draw(instants), 0)
    try:
        return _paid(draw, sale)
    except DomainError:  # a piece is free of what is not on the bill
        return _paid(draw, replace(sale, cart=replace(cart, voucher=None)))


@st.composite
def _programs(draw: st.DrawFn) -> Program:
    least = draw(st.sampled_from((0, 2, 4)))
    campaigns, rules = draw(st.lists(_campaigns, max_size=2)), draw(st.lists(_rules, min_size=least, max_size=4))
    most = draw(st.sampled_from((Decimal(100), Decimal(50), Decimal("33.3"))))
    return replace(
        draw(_plain),
        enabled=draw(st.sampled_from((True,) * 7 + (False,))),
        categories=draw(_categories),
        earning=draw(_earnings),
        redemption=replace(draw(redemptions), max_percent=most),
        tiers=draw(_tiers),
        campaigns=tuple(replace(one, campaign_id=f"c{place}") for place, one in enumerate(campaigns)),
        rules=tuple(replace(one, rule_id=f"r{place}") for place, one in enumerate(rules)),
        segments=(),
    )


def _paid(draw: st.DrawFn, sale: Sale) -> Sale:
    """By no points, all that may be used, or half of that; once in a while something is taken off by amount."""
    if draw(st.sampled_from((True, False, False, False))) and sale.quoted.net_minor:
        amount = min(one.net_minor for one in sale.quoted.priced.lines)
        sale = replace(sale, cart=replace(sale.cart, discount=BillDiscount(amount_minor=amount)))
    most = quote(sale.cart, sale.program, sale.visitor, redeem=MAX, at=sale.at).limits.max_points
    points = int(most * draw(_one_of("1", "0.5", "0")))
    return replace(sale, points=points if points >= sale.program.redemption.min_points else most)
