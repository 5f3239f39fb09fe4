"""The card configuration as it travels: every rule of a program, but campaigns and decision rules, which stay."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Annotated, Any, TypeVar

from pydantic import Field, model_validator

from app.domain.expiry import Expiry, ExpiryMode
from app.domain.money import Currency
from app.domain.points import Rounding, RoundingMode, RoundingScope, TierStep
from app.domain.program import (
    CapBase,
    Category,
    Earning,
    EarnOn,
    MinPointsMode,
    Program,
    RedeemAs,
    Redemption,
    Refund,
    RefundEarned,
    Shortfall,
)
from app.domain.tier_flaws import FORMERLY_MAX, LEVELS_MAX
from app.domain.tiers import Level, PointsBasis, Qualify, TierScheme
from server.api.figures import AskedPoints, Money, Percent, Rate
from server.api.models import Model, Name

CATEGORIES_MAX = 500
BENEFITS_MAX = 20
M = TypeVar("M", bound=Model)

PointPercent = Annotated[Rate, Field(ge=0, le=10_000)]
CategoryName = Annotated[Name, Field(examples=["Medicines"])]


class CategoryRates(Model):
    """What one category earns and pays."""

    point_percent: PointPercent | None = Field(
        None, description="Per cent of the amount, in points; null: the default."
    )
    discount_percent: Percent = Field(..., description="Taken off its list price at our own tills.")
    earns: bool = True
    redeems: bool = Field(True, description="Whether points may pay for it.")
    is_rx: bool = Field(False, description="Sold on prescription: points do not pay for it, whatever `redeems` says.")

    def fact(self) -> Category:
        return Category(self.point_percent, self.discount_percent, self.earns, self.redeems, self.is_rx)

    @classmethod
    def of(cls, category: Category) -> CategoryRates:
        return cls.model_construct(
            point_percent=category.point_percent,
            discount_percent=category.discount_percent,
            earns=category.earns,
            redeems=category.redeems,
            is_rx=category.is_rx,
        )


class RedemptionRules(Model):
    rate: Annotated[Rate, Field(gt=0, le=1_000_000)] = Field(..., description="Major units of money a point is worth.")
    max_percent: Percent = Field(..., description="How much of a bill points may pay.")
    max_per_bill_minor: Money | None = None
    cap_base: CapBase = Field(..., strict=False)
    min_points: AskedPoints
    min_points_mode: MinPointsMode = Field(..., strict=False)
    step: Annotated[AskedPoints, Field(ge=1)]
    redeem_as: RedeemAs = Field(..., strict=False)


class EarningRules(Model):
    earn_on: EarnOn = Field(..., strict=False)
    min_bill_minor: Money
    default_percent: PointPercent
    multiplier_ceiling: Annotated[Rate, Field(ge=1, le=1000)]
    pending_days: int = Field(..., ge=0, le=3650, examples=[0])


class RoundingRules(Model):
    quantum: Annotated[AskedPoints, Field(ge=1)]
    mode: RoundingMode = Field(..., strict=False)
    scope: RoundingScope = Field(..., strict=False)
    tier_step: TierStep = Field(..., strict=False)


class ExpiryRules(Model):
    mode: ExpiryMode = Field(..., strict=False)
    n: int = Field(..., ge=0, le=3650, examples=[12])

    @model_validator(mode="after")
    def _not_at_once(self) -> ExpiryRules:
        if self.mode in (ExpiryMode.DAYS, ExpiryMode.MONTHS, ExpiryMode.INACTIVITY) and self.n == 0:
            raise ValueError("points that expire the moment they are earned are none: n is at least 1")
        return self


class RefundRules(Model):
    earned: RefundEarned = Field(..., strict=False)
    shortfall: Shortfall = Field(..., strict=False)
    restored_grace_days: int = Field(..., ge=0, le=3650, examples=[30])


class TierLevel(Model):
    """A tier; a threshold of null is not a way in."""

    name: Name = Field(..., examples=["Silver"])
    multiplier: Annotated[Rate, Field(gt=0, le=100)]
    min_points: AskedPoints | None = None
    min_spend_minor: Money | None = None
    min_orders: Annotated[int, Field(ge=0, le=1_000_000)] | None = Field(None, examples=[12])
    price_discount_percent: Percent
    birthday_points: AskedPoints | None = Field(None, description="Given once a year; null: none.")
    benefits: list[Annotated[Name, Field(examples=["Free delivery"])]] = Field(
        default_factory=list, max_length=BENEFITS_MAX, description="What else members are told they have."
    )
    formerly: list[Annotated[Name, Field(examples=["Second"])]] = Field(
        default_factory=list,
        max_length=FORMERLY_MAX,
        description="Other names its members hold it by: those it had, and those of tiers it took the place of.",
    )

    def fact(self) -> Level:
        said = {"benefits": tuple(self.benefits), "formerly": tuple(self.formerly)}
        return Level(**{**_fields(self), "birthday_points": self.birthday_points or 0, **said})

    @classmethod
    def of(cls, level: Level) -> TierLevel:
        said = {"benefits": list(level.benefits), "formerly": list(level.formerly)}
        return cls.model_construct(**{**_attributes(cls, level), **said})


class TierRules(Model):
    levels: list[TierLevel] = Field(..., min_length=1, max_length=LEVELS_MAX)
    qualify: Qualify = Field(..., strict=False)
    points_basis: PointsBasis = Field(..., strict=False)
    qualification_days: int = Field(..., ge=1, le=3650, examples=[365])
    grace_days: int = Field(..., ge=0, le=3650, examples=[30])

    @model_validator(mode="after")
    def _each_once(self) -> TierRules:
        if len({level.name for level in self.levels}) < len(self.levels):
            raise ValueError("two tiers have the same name")
        return self

    def fact(self) -> TierScheme:
        return TierScheme(**{**_fields(self), "levels": tuple(one.fact() for one in self.levels)})

    @classmethod
    def of(cls, scheme: TierScheme) -> TierRules:
        return cls.model_construct(
            **{**_attributes(cls, scheme), "levels": [TierLevel.of(one) for one in scheme.levels]}
        )


class CardConfig(Model):
    """Every rule a bill is priced with. Campaigns and decision rules are kept as they are."""

    enabled: bool
    currency: str = Field(..., pattern="^[A-Z]{3}$", examples=["INR"])
    categories: dict[CategoryName, CategoryRates] = Field(..., max_length=CATEGORIES_MAX)
    redemption: RedemptionRules
    earning: EarningRules
    rounding: RoundingRules
    expiry: ExpiryRules
    refund: RefundRules
    referral_percent: Percent
    bill_rounding_minor: Annotated[int, Field(ge=0, le=1_000_000, examples=[100])]
    tiers: TierRules

    def over(self, program: Program) -> Program:
        """A program with these rules, and the campaigns, decision rules and calendar of another."""
        return replace(
            program,
            enabled=self.enabled,
            currency=Currency(self.currency),
            categories=MappingProxyType({name: one.fact() for name, one in self.categories.items()}),
            redemption=Redemption(**_fields(self.redemption)),
            earning=Earning(**_fields(self.earning)),
            rounding=Rounding(**_fields(self.rounding)),
            expiry=Expiry(**_fields(self.expiry)),
            refund=Refund(**_fields(self.refund)),
            referral_percent=self.referral_percent,
            bill_rounding_minor=self.bill_rounding_minor,
            tiers=self.tiers.fact(),
        )

    @classmethod
    def of(cls, program: Program) -> CardConfig:
        return cls.model_construct(
            enabled=program.enabled,
            currency=program.currency.code,
            categories={name: CategoryRates.of(one) for name, one in program.categories.items()},
            redemption=_shape(RedemptionRules, program.redemption),
            earning=_shape(EarningRules, program.earning),
            rounding=_shape(RoundingRules, program.rounding),
            expiry=_shape(ExpiryRules, program.expiry),
            refund=_shape(RefundRules, program.refund),
            referral_percent=program.referral_percent,
            bill_rounding_minor=program.bill_rounding_minor,
            tiers=TierRules.of(program.tiers),
        )


def _fields(shape: Model) -> dict[str, Any]:
    return {name: getattr(shape, name) for name in type(shape).model_fields}


def _attributes(shape: type[Model], fact: object) -> dict[str, Any]:
    return {name: getattr(fact, name) for name in shape.model_fields}


def _shape(shape: type[M], fact: object) -> M:
    """A fact of ours, known to be sound: not judged again by what is asked of others."""
    return shape.model_construct(**_attributes(shape, fact))
