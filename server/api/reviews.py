"""Reviews and alarms: what a person has to look at, and what they chose."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from app.services.keeping.checking import Choice, choices_for
from app.services.ports import Review
from server import alarms
from server.api.models import Id, Instant, Model, Name, instant_of
from server.auth.caller import Caller, require
from server.desks import desk_of
from server.intake.deciding import settle
from server.parts import Given
from server.web.problems import documented

SHOWN_MAX = 500

router = APIRouter(prefix="/api/v1/reviews", tags=["Reviews"])
alarm_router = APIRouter(prefix="/api/v1/alarms", tags=["Reviews"])
_Reader = Annotated[Caller, require("reports:read")]
_Admin = Annotated[Caller, require("admin:counters")]


class ReviewShown(BaseModel):
    review_id: str = Field(examples=["0192f3a0-7c00-7000-8000-00000000000d"])
    kind: str = Field(examples=["QUARANTINED"])
    facts: dict[str, Any] = Field(description="Of both sides.")
    choices: list[str] = Field(description="What can be chosen.", examples=[["SEND_AGAIN", "LEAVE_OUT"]])
    raised_at: Instant
    settled_at: Instant | None
    choice: str | None
    staff: str | None


class ReviewsShown(BaseModel):
    items: list[ReviewShown] = Field(description=f"Oldest first; at most {SHOWN_MAX}.")


class Chosen(Model):
    choice: Name = Field(
        description="One of the review's choices, and what it says is done; anything else is a note.",
        examples=[Choice.SEND_AGAIN.value],
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
def settle_review(review_id: Id, chosen: Chosen, parts: Given, caller: _Admin) -> ReviewShown:
    """Say what was decided, once: whoever comes second is told so. What follows from it is done with it.

    SEND_AGAIN posts the event, and what was parked behind it, once more; LEAVE_OUT posts what was parked without it.
    SAME_PERSON merges the members into the one who joined first. PUT_BACK sets the fields of a contested edit to what
    they were before it. Nothing that was sent is lost by any of them.
    """
    may_merge = "cards:write" in caller.scopes
    desk = desk_of(parts, caller.tenant_id)
    return _shown(settle(desk, review_id, choice=chosen.choice, staff_id=caller.subject, may_merge=may_merge))


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


def _shown(review: Review) -> ReviewShown:
    return ReviewShown(
        review_id=review.review_id,
        kind=review.kind,
        facts=dict(review.facts),
        choices=[one.value for one in choices_for(review.kind)],
        raised_at=review.raised_at,
        settled_at=review.settled_at,
        choice=review.choice,
        staff=review.staff,
    )
