"""Campaigns as they travel: as the rules in force have them, and as they are put into them."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path
from pydantic import BaseModel, Field

from app.domain.days import Period
from app.domain.drive_flaws import DRIVE_NAME_MAX, GOAL_DAYS_MAX, TITLE_MAX
from app.domain.drive_rules import rules_of
from app.domain.drives import Drive, Goal, Measure, Since
from app.domain.program import Program
from server.api.figures import Money
from server.api.models import Instant, Model, Name, shown_as

NAMES_MAX = 20
WINTER = "winter-challenge"
CampaignId = Annotated[Name, Field(max_length=DRIVE_NAME_MAX, examples=[WINTER])]
CampaignPath = Annotated[CampaignId, Path()]


class GoalAsked(Model):
    """So much spent (minor units of money), or so many bills; and from when on bills count for it."""

    measure: Measure = Field(strict=False)
    target: Money
    since: Since = Field(Since.BEGIN, strict=False)
    days: int = Field(0, ge=0, le=GOAL_DAYS_MAX, description="How long it may take; 0: as long as the campaign runs.")

    def fact(self) -> Goal:
        return Goal(self.measure, self.target, self.since, self.days)


class CampaignAsked(Model):
    """A campaign as it is to be. Its rules are those whose `drive` is its name."""

    model_config = shown_as(
        {
            "title": "Spend ₹500 in 30 days",
            "by_joining": True,
            "goal": {"measure": "SPEND", "target": 50_000, "since": "TAKING_PART", "days": 30},
        }
    )
    title: Annotated[Name, Field(max_length=TITLE_MAX)]
    from_at: Instant | None = None
    until_at: Instant | None = None
    segments: list[Name] = Field([], max_length=NAMES_MAX)
    tiers: list[Name] = Field([], max_length=NAMES_MAX)
    by_joining: bool = Field(False, description="Only for members who take part.")
    goal: GoalAsked | None = None

    def fact(self, campaign_id: str) -> Drive:
        return Drive(
            campaign_id,
            self.title,
            Period(self.from_at, self.until_at),
            segments=frozenset(self.segments),
            tiers=frozenset(self.tiers),
            by_joining=self.by_joining,
            goal=None if self.goal is None else self.goal.fact(),
        )


class NamedCampaign(CampaignAsked):
    """A campaign with its name."""

    model_config = shown_as({"campaign_id": WINTER, "title": "Spend ₹500 in 30 days"})
    campaign_id: CampaignId


class GoalShown(BaseModel):
    """So much spent (minor units of money), or so many bills; and from when on bills count for it."""

    measure: Measure
    target: int = Field(examples=[50_000])
    since: Since
    days: int = Field(description="How long it may take; 0: as long as the campaign runs.", examples=[30])


class CampaignShown(BaseModel):
    """A campaign of the rules in force. Where no segments or tiers are named, it is for everybody."""

    campaign_id: str = Field(examples=[WINTER])
    title: str = Field(examples=["Spend ₹500 in 30 days"])
    from_at: Instant | None
    until_at: Instant | None
    segments: list[str] = Field(examples=[["families"]])
    tiers: list[str] = Field(examples=[["Silver", "Gold"]])
    by_joining: bool = Field(description="Only for members who take part.")
    goal: GoalShown | None
    rules: list[str] = Field(examples=[["challenge-200"]])

    @classmethod
    def of(cls, drive: Drive, program: Program) -> CampaignShown:
        goal = drive.goal
        return cls(
            campaign_id=drive.drive_id,
            title=drive.title,
            from_at=drive.period.from_at,
            until_at=drive.period.until_at,
            segments=sorted(drive.segments),
            tiers=sorted(drive.tiers),
            by_joining=drive.by_joining,
            goal=GoalShown(measure=goal.measure, target=goal.target, since=goal.since, days=goal.days)
            if goal
            else None,
            rules=[one.rule_id for one in rules_of(program, drive.drive_id)],
        )
