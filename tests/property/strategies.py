"""Programs, carts and visitors as a shop might have them, edges included."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from app.domain.campaigns import Campaign
from app.domain.cart import BillDiscount, Cart, CartLine
from app.domain.conditions import (
    EVER,
    THIS_MONTH,
    AmountBetween,
    BetweenTimes,
    HasCategory,
    InSegment,
    InStore,
    JoinedWithin,
    NthBill,
    Occasion,
    OnBirthday,
    OnWeekdays,
    PaidBy,
    Span,
    Unit,
    Window,
)
from app.domain.expiry import Expiry, ExpiryMode
from app.domain.limits import NO_LIMITS, Drawn, RuleLimits
from app.domain.money import Currency
from app.domain.points import Rounding, RoundingMode, RoundingScope, TierStep
from app.domain.program import (
    CapBase,
    Category,
    Earning,
    EarnOn,
    MinPointsMode,
    Program,
    Redemption,
    Refund,
    RefundEarned,
)
from app.domain.quote import Visitor
from app.domain.redemption import Purse
from app.domain.reversal import SoldBill, SoldLine
from app.domain.rules import (
    AmountBandHighest,
    Band,
    CategoryFixed,
    DecisionRule,
    Multiply,
    NthBillInMonth,
    PercentFor,
    PerSlab,
    PointsFixed,
)
from app.domain.segments import (
    BillsWithin,
    BornIn,
    BoughtNothingFor,
    EnrolledIn,
    HoldsTier,
    JoinedAgo,
    Segment,
    SpentWithin,
    WasBrought,
)
from app.domain.tiers import Level, Metrics, Qualify, TierScheme

CATEGORIES = ("Medicines", "General", "Baby Care")
TIERS = ("Bronze", "Silver", "Gold")
SEGMENTS, STORES, WAYS = ("lapsed", "new"), ("north", "south"), ("CASH", "UPI")

instants = st.integers(0, 60 * 24 * 2_500).map(
    lambda minutes: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
percents = st.decimals(0, 100, places=2)
multipliers = st.decimals(0, 5, places=2)
minor_amounts = st.integers(0, 100_000_00)
hundredths = st.integers(0, 50_000_00)

categories = st.builds(Category, st.none() | percents, percents, st.booleans(), st.booleans())
roundings = st.builds(
    Rounding,
    st.sampled_from((1, 50, 100, 500)),
    st.sampled_from(RoundingMode),
    st.sampled_from(RoundingScope),
    st.sampled_from(TierStep),
)
expiries = st.builds(Expiry, st.sampled_from(ExpiryMode), st.integers(0, 36))
redemptions = st.builds(
    Redemption,
    rate=st.sampled_from([Decimal(text) for text in ("0.10", "0.25", "1", "0.333", "2.5", "0.001")]),
    max_percent=percents,
    max_per_bill_minor=st.none() | minor_amounts,
    cap_base=st.sampled_from(CapBase),
    min_points=st.sampled_from((0, 1, 100_00)),
    min_points_mode=st.sampled_from(MinPointsMode),
    step=st.sampled_from((1, 100, 250)),
)
earnings = st.builds(
    Earning,
    earn_on=st.sampled_from(EarnOn),
    min_bill_minor=st.sampled_from((0, 0, 500_00)),
    default_percent=percents,
    multiplier_ceiling=st.sampled_from((Decimal(10), Decimal("1.5"))),
)
campaigns = st.builds(
    Campaign,
    st.text("abc", min_size=1, max_size=3),
    multipliers,
    categories=st.frozensets(st.sampled_from(CATEGORIES)),
    tiers=st.frozensets(st.sampled_from(TIERS)),
)
awards = (
    st.builds(PerSlab, st.integers(1, 1000_00), hundredths)
    | st.builds(CategoryFixed, st.sampled_from(CATEGORIES), hundredths)
    | st.builds(NthBillInMonth, st.integers(1, 5), hundredths)
    | st.builds(AmountBandHighest, st.lists(st.builds(Band, minor_amounts, hundredths), max_size=3).map(tuple))
)
line_awards = st.builds(Multiply, multipliers, st.none() | st.sampled_from(CATEGORIES)) | st.builds(
    PercentFor, st.sampled_from(CATEGORIES), percents
)
windows = st.sampled_from((THIS_MONTH, EVER, Window(Unit.DAYS, 30)))
minutes = st.integers(0, 24 * 60)
conditions = st.one_of(
    st.builds(AmountBetween, minor_amounts, st.none() | minor_amounts),
    st.builds(HasCategory, st.frozensets(st.sampled_from(CATEGORIES))),
    st.builds(InSegment, st.frozensets(st.sampled_from(SEGMENTS))),
    st.builds(NthBill, st.integers(1, 4), windows),
    st.builds(OnWeekdays, st.frozensets(st.integers(1, 7))),
    st.builds(BetweenTimes, minutes, minutes),
    st.builds(OnBirthday, st.sampled_from(Span)),
    st.builds(PaidBy, st.frozensets(st.sampled_from(WAYS))),
    st.builds(InStore, st.frozensets(st.sampled_from(STORES))),
    st.builds(JoinedWithin, st.integers(0, 365)),
)
spans, spends = st.sampled_from((1, 2, 30, 90)), st.integers(0, 500) | minor_amounts
asks = st.one_of(
    st.builds(HoldsTier, st.frozensets(st.sampled_from(TIERS))),
    st.builds(JoinedAgo, st.integers(0, 120), st.none() | st.integers(0, 120)),
    st.builds(SpentWithin, spans, spends, st.none() | spends),
    st.builds(BillsWithin, spans, st.integers(0, 4), st.none() | st.integers(0, 4)),
    st.builds(BoughtNothingFor, spans),
    st.builds(BornIn, st.frozensets(st.integers(1, 12), max_size=6)),
    st.builds(WasBrought),
    st.builds(EnrolledIn, st.frozensets(st.sampled_from(STORES))),
)
segments = st.builds(
    Segment, st.sampled_from(SEGMENTS), st.lists(asks, min_size=1, max_size=3).map(tuple), st.sampled_from(("", "T"))
)
limits = st.builds(
    RuleLimits,
    uses_per_member=st.none() | st.integers(1, 3),
    points_per_bill=st.none() | st.integers(1, 20_00),
    points_per_member=st.none() | st.integers(1, 50_00),
    points_per_day=st.none() | st.integers(1, 50_00),
    budget=st.none() | st.integers(1, 100_00),
)
drawn = st.builds(
    Drawn,
    uses=st.integers(0, 3),
    points=st.integers(0, 50_00),
    today=st.integers(0, 50_00),
    budget_left=st.none() | st.integers(-1, 100_00),
)
rule_ids = st.text("abc", min_size=1, max_size=3)
rules = st.builds(
    DecisionRule,
    rule_ids,
    awards | st.builds(PointsFixed, hundredths) | line_awards,
    st.integers(0, 3),
    conditions=st.lists(conditions, max_size=2).map(tuple),
    stop=st.booleans(),
    limits=st.just(NO_LIMITS) | limits,
)
occasions = st.builds(
    Occasion,
    bills_before=st.dictionaries(windows, st.integers(0, 5)),
    joined_at=st.none() | instants,
    birthday=st.none() | st.tuples(st.integers(1, 12), st.integers(1, 28)),
    segments=st.frozensets(st.sampled_from(SEGMENTS)),
    store=st.sampled_from(STORES),
    paid_by=st.frozensets(st.sampled_from(WAYS)),
    drawn=st.dictionaries(rule_ids, drawn, max_size=3),
)


@st.composite
def tier_schemes(draw: st.DrawFn) -> TierScheme:
    """Three levels, each asking at least what the one below asks."""
    steps = [sorted(draw(st.lists(st.integers(0, 5_000_00), min_size=3, max_size=3))) for _ in range(3)]
    levels = tuple(
        Level(name, draw(multipliers), points, spend, orders % 50, draw(percents))
        for name, points, spend, orders in zip(TIERS, *steps, strict=True)
    )
    return TierScheme(_ascending(levels), draw(st.sampled_from(Qualify)))


def _ascending(levels: tuple[Level, ...]) -> tuple[Level, ...]:
    orders = sorted(level.min_orders or 0 for level in levels)
    return tuple(
        Level(x.name, x.multiplier, x.min_points, x.min_spend_minor, count, x.price_discount_percent)
        for x, count in zip(levels, orders, strict=True)
    )


programs = st.builds(
    Program,
    enabled=st.sampled_from((True, True, True, False)),
    currency=st.builds(Currency, st.sampled_from(("INR", "JPY", "KWD"))),
    categories=st.dictionaries(st.sampled_from(CATEGORIES), categories),
    redemption=redemptions,
    earning=earnings,
    rounding=roundings,
    expiry=expiries,
    refund=st.builds(Refund, earned=st.sampled_from(RefundEarned)),
    referral_percent=percents,
    bill_rounding_minor=st.sampled_from((0, 100, 500)),
    campaigns=st.lists(campaigns, max_size=3).map(tuple),
    rules=st.lists(rules, max_size=3, unique_by=lambda rule: rule.rule_id).map(tuple),
    tiers=tier_schemes(),
    segments=st.lists(segments, max_size=2, unique_by=lambda segment: segment.segment_id).map(tuple),
)

discounts = st.none() | st.builds(BillDiscount, percent=percents)
lines = st.builds(
    CartLine,
    line_id=st.just(""),
    category=st.sampled_from(CATEGORIES),
    quantity=st.decimals(Decimal("0.001"), 20, places=3),
    unit_price_minor=st.integers(0, 5_000_00),
    voided=st.sampled_from((False, False, False, True)),
    discount=discounts,
)


@st.composite
def carts(draw: st.DrawFn) -> Cart:
    """One to six lines, some voided; perhaps discounts of lines or the bill that fit whatever they come to."""
    drawn = draw(st.lists(lines, min_size=1, max_size=6))
    return Cart(tuple(replace(one, line_id=str(n)) for n, one in enumerate(drawn)), draw(discounts))


visitors = st.builds(
    Visitor,
    purse=st.builds(Purse, st.integers(-100_00, 200_000_00), st.sampled_from((True, True, True, False))),
    tier=st.sampled_from(TIERS),
    has_referrer=st.booleans(),
    occasion=occasions,
)

metrics = st.builds(Metrics, st.integers(0, 6_000_00), st.integers(0, 6_000_00), st.integers(0, 60))


@st.composite
def sold_bills(draw: st.DrawFn) -> SoldBill:
    """A committed bill with something paid for it; its total may be rounded up or down from its lines."""
    sold = draw(st.lists(st.tuples(st.integers(0, 2_000_00), hundredths), min_size=1, max_size=5))
    whole = sum(net for net, _ in sold)
    net = draw(st.sampled_from((whole, (whole + 50) // 100 * 100)))
    redeemed_minor = draw(st.integers(0, net))
    return SoldBill(
        lines=tuple(SoldLine(str(n), *one) for n, one in enumerate(sold)),
        net_minor=net,
        bonus_points=draw(hundredths),
        redeemed_points=draw(hundredths),
        redeemed_minor=redeemed_minor,
        referrer_points=draw(hundredths),
    )
