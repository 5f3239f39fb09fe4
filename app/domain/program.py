"""A program version: an immutable snapshot of every rule a bill is priced with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from app.domain.campaigns import Campaign
from app.domain.days import INDIA, ShopCalendar
from app.domain.drives import Drive
from app.domain.expiry import Expiry
from app.domain.money import RUPEE, Currency
from app.domain.points import HUNDREDTHS, Rounding
from app.domain.programmes import FIRST, Programme
from app.domain.rewards import Reward
from app.domain.rules import DecisionRule, named_segments
from app.domain.segments import Segment
from app.domain.tiers import Level, TierScheme


class CapBase(StrEnum):
    NET_AFTER_DISCOUNT = "NET_AFTER_DISCOUNT"
    GROSS = "GROSS"


class MinPointsMode(StrEnum):
    BALANCE = "BALANCE"
    PER_REDEMPTION = "PER_REDEMPTION"


class RedeemAs(StrEnum):
    TENDER = "TENDER"
    DISCOUNT = "DISCOUNT"


class EarnOn(StrEnum):
    NET_OF_DISCOUNT_AND_REDEMPTION = "NET_OF_DISCOUNT_AND_REDEMPTION"
    NET_OF_DISCOUNT = "NET_OF_DISCOUNT"
    GROSS = "GROSS"


class RefundEarned(StrEnum):
    LINE_EXACT = "LINE_EXACT"
    VALUE_RATIO = "VALUE_RATIO"


class Shortfall(StrEnum):
    NEGATIVE = "NEGATIVE"
    CLAMP = "CLAMP"


@dataclass(frozen=True, slots=True)
class Category:
    """Rates of one category. `point_percent` None means the program's default.

    `is_rx` says that it is sold on prescription: it is not advertised, and points do not pay for it.
    """

    point_percent: Decimal | None = None
    discount_percent: Decimal = Decimal(0)
    earns: bool = True
    redeems: bool = True
    is_rx: bool = field(default=False, metadata={"sparse": True})

    @property
    def takes_points(self) -> bool:
        return self.redeems and not self.is_rx


UNLISTED = Category()


@dataclass(frozen=True, slots=True)
class Redemption:
    """How points pay. `rate` is major units of money a point; points in hundredths, money in minor units."""

    rate: Decimal = Decimal("0.10")
    max_percent: Decimal = Decimal(50)
    max_per_bill_minor: int | None = None
    cap_base: CapBase = CapBase.NET_AFTER_DISCOUNT
    min_points: int = 100 * HUNDREDTHS
    min_points_mode: MinPointsMode = MinPointsMode.BALANCE
    step: int = HUNDREDTHS
    redeem_as: RedeemAs = RedeemAs.TENDER


@dataclass(frozen=True, slots=True)
class Earning:
    earn_on: EarnOn = EarnOn.NET_OF_DISCOUNT_AND_REDEMPTION
    min_bill_minor: int = 0
    default_percent: Decimal = Decimal(0)
    multiplier_ceiling: Decimal = Decimal(10)
    pending_days: int = 0


@dataclass(frozen=True, slots=True)
class Refund:
    earned: RefundEarned = RefundEarned.LINE_EXACT
    shortfall: Shortfall = Shortfall.NEGATIVE
    restored_grace_days: int = 7


DEFAULT_TIERS = TierScheme(
    levels=(
        Level("Bronze", Decimal(1), 0, 0, birthday_points=100 * HUNDREDTHS),
        Level("Silver", Decimal("1.25"), 5_000 * HUNDREDTHS, 50_000_00, birthday_points=250 * HUNDREDTHS),
        Level("Gold", Decimal("1.5"), 15_000 * HUNDREDTHS, 150_000_00, birthday_points=500 * HUNDREDTHS),
        Level("Platinum", Decimal(2), 30_000 * HUNDREDTHS, 300_000_00, birthday_points=1_000 * HUNDREDTHS),
    )
)


@dataclass(frozen=True, slots=True)
class Program:
    """Every setting a bill depends on, with its default. Source: docs/domain.md.

    `holds_from` is there where the version was published to hold later than at once.
    """

    version: int = 1
    enabled: bool = True
    currency: Currency = RUPEE
    calendar: ShopCalendar = INDIA
    categories: Mapping[str, Category] = field(default_factory=lambda: MappingProxyType({}))
    redemption: Redemption = Redemption()
    earning: Earning = Earning()
    rounding: Rounding = Rounding()
    expiry: Expiry = Expiry()
    refund: Refund = Refund()
    referral_percent: Decimal = Decimal(0)
    bill_rounding_minor: int = 0
    campaigns: tuple[Campaign, ...] = ()
    rules: tuple[DecisionRule, ...] = ()
    tiers: TierScheme = DEFAULT_TIERS
    holds_from: datetime | None = field(default=None, metadata={"sparse": True})
    segments: tuple[Segment, ...] = field(default=(), metadata={"sparse": True})
    rewards: tuple[Reward, ...] = field(default=(), metadata={"sparse": True})
    drives: tuple[Drive, ...] = field(default=(), metadata={"sparse": True})
    programme: Programme = field(default=FIRST, metadata={"sparse": True})

    def runs_at(self, at: datetime) -> bool:
        """Whether points are earned and redeemed at an instant at which these rules are in force."""
        return self.enabled and self.programme.runs_on(self.calendar.day_of(at))

    def as_of(self, at: datetime) -> Program:
        """The same, switched off where its programme does not run at an instant."""
        return replace(self, enabled=False) if self.enabled and not self.runs_at(at) else self

    def has_the_rules_of(self, other: Program) -> bool:
        """Whether a bill comes to the same under either, whatever their numbers and dates."""
        return replace(self, version=other.version, holds_from=other.holds_from) == other

    def for_charged_amounts(self) -> Program:
        """The same rules for amounts that are already what the customer is charged: no discount, no round-off."""
        if not self._has_discounts():
            return self
        none = Decimal(0)
        plain = {name: replace(one, discount_percent=none) for name, one in self.categories.items()}
        levels = tuple(replace(level, price_discount_percent=none) for level in self.tiers.levels)
        tiers = replace(self.tiers, levels=levels)
        return replace(self, categories=MappingProxyType(plain), tiers=tiers, bill_rounding_minor=0)

    def _has_discounts(self) -> bool:
        categories = any(one.discount_percent for one in self.categories.values())
        tiers = any(level.price_discount_percent for level in self.tiers.levels)
        return categories or tiers or self.bill_rounding_minor != 0

    def drive(self, drive_id: str) -> Drive | None:
        return next((one for one in self.drives if one.drive_id == drive_id), None)

    def segment(self, segment_id: str) -> Segment | None:
        return next((one for one in self.segments if one.segment_id == segment_id), None)

    @property
    def asked_segments(self) -> tuple[Segment, ...]:
        """The segments that a rule or a campaign is for."""
        if not self.segments:
            return ()
        named = named_segments(self.rules).union(*(one.segments for one in self.drives))
        return tuple(one for one in self.segments if one.segment_id in named)

    def reward(self, reward_id: str) -> Reward | None:
        return next((one for one in self.rewards if one.reward_id == reward_id), None)

    def category(self, name: str) -> Category:
        return self.categories.get(name, UNLISTED)

    def point_percent(self, name: str) -> Decimal:
        percent = self.category(name).point_percent
        return self.earning.default_percent if percent is None else percent
