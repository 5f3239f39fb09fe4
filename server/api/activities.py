"""Activities: what members do that is no bill, told by other systems; rules say what it brings."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.domain.triggers import Trigger
from app.services.desk import Desk
from app.services.members import deeds
from app.services.ports import UnitOfWork
from server.api.changes import once
from server.api.figures import Points
from server.api.idempotency import MustBeIdempotent
from server.api.models import Id, Model, Text
from server.api.people import MEMBER, known_member
from server.auth.caller import Caller, require
from server.parts import Given
from server.web.problems import documented

router = APIRouter(prefix="/api/v1/activities", tags=["Loyalty"])
_Poster = Annotated[Caller, require("points:write")]


class ActivityKind(StrEnum):
    """What can be told. Sign-ups, referrals, birthdays and new tiers the server sees itself."""

    REVIEW = Trigger.REVIEW.value
    SOCIAL_SHARE = Trigger.SOCIAL_SHARE.value
    CUSTOM = Trigger.CUSTOM.value


class AskedActivity(Model):
    member_id: Id = Field(examples=[MEMBER])
    kind: ActivityKind = Field(strict=False)
    reference: Text = Field(
        min_length=1,
        max_length=deeds.REFERENCE_MAX,
        description="The caller's name for it: the same is done once, whatever the key.",
        examples=["review 4711"],
    )


class ActivityShown(BaseModel):
    """What was told, and the points that rules brought for it."""

    member_id: str = Field(examples=[MEMBER])
    kind: ActivityKind
    reference: str = Field(examples=["review 4711"])
    points: Points = Field(description="0 where no rule holds.")


@router.post("", status_code=201, responses=documented(404, 409))
async def post_activity(caller: _Poster, asked: AskedActivity, key: MustBeIdempotent, parts: Given) -> ActivityShown:
    """Tell of something a member did, once. The rules of that trigger bring their points at once."""

    def make(desk: Desk, unit: UnitOfWork) -> ActivityShown:
        known_member(unit, asked.member_id)
        made = deeds.record(desk, asked.member_id, Trigger(asked.kind), asked.reference, staff=caller.subject)
        return ActivityShown(member_id=made.member_id, kind=asked.kind, reference=made.reference, points=made.points)

    return await once(parts, caller, key, "api activities", ActivityShown, make)
