"""Reviews and alarms: what a person has to look at, and what they chose."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from app.services.ports import Review
from server import alarms
from server.api.models import Id, Instant, Model, Name, instant_of
from server.auth.caller import Caller, require
from server.desks import desk_of
from server.parts import Given, Parts
from server.problems import Problem, documented, not_found
from server.replaying import replay

REPLAY = "REPLAY"
SHOWN_MAX = 500

router = APIRouter(prefix="/api/v1/reviews", tags=["Reviews"])
alarm_router = APIRouter(prefix="/api/v1/alarms", tags=["Reviews"])
_Reader = Annotated[Caller, require("reports:read")]
_Admin = Annotated[Caller, require("admin:counters")]


class ReviewShown(BaseModel):
    review_id: str = Field(examples=["0192f3a0-7c00-7000-8000-00000000000d"])
    kind: str = Field(examples=["QUARANTINED"])
    facts: dict[str, Any] = Field(description="Of both sides.")
    raised_at: Instant
    settled_at: Instant | None
    choice: str | None
    staff: str | None


class ReviewsShown(BaseModel):
    items: list[ReviewShown] = Field(description=f"Oldest first; at most {SHOWN_MAX}.")


class Choice(Model):
    choice: Name = Field(
        description="REPLAY tries the counter's waiting events again; anything else is a note.", examples=[REPLAY]
    )


class AlarmShown(BaseModel):
    kind: str = Field(examples=["SILENT"])
    subject: str = Field(examples=["A1"])
    facts: dict[str, Any]
    raised_at: Instant


class AlarmsShown(BaseModel):
    items: list[AlarmShown] = Field(description="Longest standing first.")


@router.get("")
def list_reviews(
    parts: Given,
    caller: _Reader,
    is_open: Annotated[bool, Query(description="Those that wait; else those that are settled.")] = True,
) -> ReviewsShown:
    """What waits for a person; with `is_open=false`, what has been settled."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        found = unit.shared.reviews(is_open=is_open)
    return ReviewsShown(items=[_shown(one) for one in found[:SHOWN_MAX]])


@router.post("/{review_id}/settle", responses=documented(404, 409))
def settle_review(review_id: Id, chosen: Choice, parts: Given, caller: _Admin) -> ReviewShown:
    """Say what was decided. Nothing that was sent is lost by it."""
    review = _open(parts, caller, review_id)
    if chosen.choice == REPLAY:
        replay(desk_of(parts, caller.tenant_id), str(review.facts.get("counter", "")))
    settled = replace(review, settled_at=parts.clock.now(), choice=chosen.choice, staff=caller.subject)
    with parts.database.store(caller.tenant_id).writing() as unit:
        unit.shared.put_review(settled)
    return _shown(settled)


@alarm_router.get("")
def list_alarms(parts: Given, caller: _Reader) -> AlarmsShown:
    """What is wrong at this moment."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        found = alarms.open_alarms(unit.scope)
    return AlarmsShown(
        items=[
            AlarmShown(kind=one.kind, subject=one.subject, facts=dict(one.facts), raised_at=instant_of(one.raised_at))
            for one in found
        ]
    )


def _open(parts: Parts, caller: Caller, review_id: str) -> Review:
    with parts.database.store(caller.tenant_id).reading() as unit:
        waiting = {one.review_id: one for one in unit.shared.reviews(is_open=True)}
        settled = {one.review_id for one in unit.shared.reviews(is_open=False)}
    if review_id in settled:
        raise Problem(409, "SETTLED", "That was settled already. Nothing was changed. Read it again.")
    if review_id not in waiting:
        raise not_found("review")
    return waiting[review_id]


def _shown(review: Review) -> ReviewShown:
    return ReviewShown(
        review_id=review.review_id,
        kind=review.kind,
        facts=dict(review.facts),
        raised_at=review.raised_at,
        settled_at=review.settled_at,
        choice=review.choice,
        staff=review.staff,
    )
