"""Balances as they are shown: what a member's points come to, their tier, and each movement."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from pydantic import BaseModel, Field

from app.domain.ledger import Posting
from app.services.members.profiles import Profile
from server.api.figures import Money, Points
from server.api.models import Instant
from server.api.people import MEMBER, MemberShown, member_shown


class FallShown(BaseModel):
    """A tier that is not reached any more: when it is lowered, and what keeps it."""

    to: str = Field(examples=["Bronze"])
    at: Instant
    points_needed: Points
    spend_needed_minor: Money
    orders_needed: int = Field(examples=[0])


class ProgressShown(BaseModel):
    """What is missing to the next tier; zeros and null at the top."""

    tier: str = Field(examples=["Silver"])
    next_tier: str | None = Field(examples=["Gold"])
    points_needed: Points
    spend_needed_minor: Money
    orders_needed: int = Field(examples=[0])
    benefits: list[str] = Field(description="What the tier brings besides points.", examples=[["Free delivery"]])
    fall: FallShown | None = Field(description="There once the tier is not reached any more.")


class BalanceShown(BaseModel):
    """What a member's points come to at this instant."""

    member_id: str = Field(examples=[MEMBER])
    available: Points = Field(description="What can be spent, wherever it is held. Negative: points are owed.")
    usable: Points = Field(description="What the server can let be spent now.")
    reserved: Points = Field(description="Held by counters, so that they can let it be spent without a line.")
    pending: Points = Field(description="Earned, and not to be spent yet.")
    debt: Points = Field(description="Taken back after it was spent; the next earning repays it.")
    worth_minor: Money = Field(description="What the available points pay.")
    expiring_points: Points = Field(description="Those that go first.")
    expiring_on: date | None = Field(description="The first day on which they are gone.", examples=["2027-11-21"])
    progress: ProgressShown
    as_of: Instant


class CustomerShown(BaseModel):
    """A member with everything a counter shows of them."""

    member: MemberShown
    balance: BalanceShown
    referrer_name: str | None
    last_bill_number: str | None = Field(examples=["A1/26-27/000123"])
    last_bill_at: Instant | None


class EntryShown(BaseModel):
    """One movement of points."""

    ledger_no: int = Field(examples=[1201])
    entry_id: str = Field(examples=["0192f3a0-7c00-7000-8000-0000000000e1"])
    kind: str = Field(examples=["EARN"])
    points: Points = Field(description="Signed.")
    balance_after: Points
    cause: str = Field(
        description="The bill, return, adjustment or merge that brought it.",
        examples=["0192f3a0-7c00-7000-8000-00000000000b"],
    )
    corrects: str | None = Field(description="The entry it takes or gives back.")
    rule_id: str | None
    reason: str | None
    staff: str | None
    card_number: str | None
    occurred_at: Instant
    available_at: Instant | None
    expires_at: Instant | None


def balance_shown(profile: Profile) -> BalanceShown:
    return BalanceShown(
        member_id=profile.holder.member.member_id,
        available=profile.available,
        usable=profile.usable.points,
        reserved=profile.usable.of - profile.usable.points,
        pending=profile.pending,
        debt=profile.holder.member.debt,
        worth_minor=profile.worth_minor,
        expiring_points=profile.soonest_points,
        expiring_on=profile.soonest_on,
        progress=_progress_shown(profile),
        as_of=profile.as_of,
    )


def _progress_shown(profile: Profile) -> ProgressShown:
    progress, fall = profile.progress, profile.fall
    return ProgressShown(
        tier=progress.tier,
        next_tier=progress.next_tier,
        points_needed=progress.points_needed,
        spend_needed_minor=progress.spend_needed_minor,
        orders_needed=progress.orders_needed,
        benefits=list(profile.benefits),
        fall=FallShown(**asdict(fall)) if fall else None,
    )


def customer_shown(profile: Profile) -> CustomerShown:
    last = profile.last_bill
    return CustomerShown(
        member=member_shown(profile.holder),
        balance=balance_shown(profile),
        referrer_name=profile.referrer_name,
        last_bill_number=last.number if last else None,
        last_bill_at=last.occurred_at if last else None,
    )


def entry_shown(posting: Posting) -> EntryShown:
    entry = posting.entry
    return EntryShown(
        ledger_no=posting.order,
        entry_id=entry.entry_id,
        kind=entry.kind.value,
        points=entry.points,
        balance_after=posting.balance_after,
        cause=entry.cause,
        corrects=entry.corrects,
        rule_id=entry.rule_id,
        reason=entry.reason,
        staff=entry.staff,
        card_number=entry.card_number,
        occurred_at=entry.occurred_at,
        available_at=entry.available_at,
        expires_at=entry.expires_at,
    )
