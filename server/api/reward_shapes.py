"""Rewards as they travel: as the catalogue shows them, and as they are put into it. What is null has no bound."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path
from pydantic import BaseModel, Field

from app.domain.days import Period
from app.domain.rewards import COUNT_MAX, NAME_MAX, TERMS_MAX, VALID_DAYS_MAX, WORD_MAX, Reward, RewardKind
from server.api.figures import AskedPoints, Money, Percent, Points, Rate
from server.api.models import Id, Instant, Model, Name, Text, shown_as

RewardId = Annotated[Id, Field(max_length=WORD_MAX, examples=["coupon-100"])]
RewardPath = Annotated[RewardId, Path()]
_Word = Annotated[Text, Field(max_length=WORD_MAX)]


class RewardAsked(Model):
    """A reward as it is to be. What it gives hangs on its kind: docs/domain.md, Rewards."""

    model_config = shown_as(
        {"name": "₹100 off", "kind": "DISCOUNT_COUPON", "points": "500.00", "value_minor": 10_000, "valid_days": 30}
    )
    name: Annotated[Name, Field(max_length=NAME_MAX, examples=["₹100 off"])]
    kind: RewardKind = Field(strict=False)
    points: AskedPoints
    value_minor: Money = 0
    percent: Percent | None = None
    category: Name | None = Field(None, examples=["Medicines"])
    item_code: Name | None = None
    min_tier: Name | None = Field(None, examples=["Silver"])
    stock: Annotated[int, Field(ge=0, le=COUNT_MAX)] | None = Field(None, description="How many are given out in all.")
    member_max: Annotated[int, Field(ge=1, le=COUNT_MAX)] | None = None
    min_bill_minor: Money = 0
    valid_days: Annotated[int, Field(ge=0, le=VALID_DAYS_MAX)] | None = None
    from_at: Instant | None = None
    until_at: Instant | None = None
    terms: Annotated[str, Field(max_length=TERMS_MAX)] = ""
    image: _Word = ""
    partner: _Word = Field("", description="Of kind PARTNER: who is asked for it, as /partners names them.")

    def fact(self, reward_id: str) -> Reward:
        said = {name: getattr(self, name) for name in RewardAsked.model_fields if name not in _NAMED_OTHERWISE}
        return Reward(reward_id, cost=self.points, period=Period(self.from_at, self.until_at), **said)


_NAMED_OTHERWISE = frozenset({"points", "from_at", "until_at"})


class NamedReward(RewardAsked):
    """A reward with its id."""

    model_config = shown_as({"reward_id": "film", "name": "Film ticket", "kind": "EXPERIENCE", "points": "900.00"})
    reward_id: RewardId


class RewardShown(BaseModel):
    """A reward as the program in force has it."""

    reward_id: str = Field(examples=["coupon-100"])
    name: str = Field(examples=["₹100 off"])
    kind: RewardKind
    points: Points
    value_minor: Money
    percent: Rate | None
    category: str | None = Field(examples=[None])
    item_code: str | None = Field(examples=[None])
    min_tier: str | None = Field(examples=["Silver"])
    stock: int | None = Field(description="How many are given out in all.", examples=[50])
    left: int | None = Field(description="Of the stock; what counters have set aside is out.", examples=[12])
    member_max: int | None = Field(examples=[2])
    min_bill_minor: Money
    valid_days: int | None = Field(examples=[30])
    from_at: Instant | None
    until_at: Instant | None
    terms: str = Field(examples=["Not on medicines."])
    image: str = Field(examples=["coupon.png"])
    partner: str = Field(examples=[""])

    @classmethod
    def of(cls, one: Reward, left: int | None) -> RewardShown:
        return cls(
            reward_id=one.reward_id,
            name=one.name,
            kind=one.kind,
            points=one.cost,
            value_minor=one.value_minor,
            percent=one.percent,
            category=one.category,
            item_code=one.item_code,
            min_tier=one.min_tier,
            stock=one.stock,
            left=left,
            member_max=one.member_max,
            min_bill_minor=one.min_bill_minor,
            valid_days=one.valid_days,
            from_at=one.period.from_at,
            until_at=one.period.until_at,
            terms=one.terms,
            image=one.image,
            partner=one.partner,
        )
