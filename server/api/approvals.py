"""Approvals: what one person may not publish alone, a second one approves."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Annotated

from fastapi import APIRouter, Depends, Header
from pydantic import BaseModel, Field

from app.services.desk import Desk
from app.services.ports import UnitOfWork
from server.auth import approvals
from server.auth.approvals import APPROVAL_LENGTH_MAX, GOOD_FOR
from server.auth.caller import Caller, require
from server.auth.scopes import OF_ROLE
from server.auth.tokens import Kind
from server.identity import staff
from server.identity.status import Status
from server.ledgers.store import ServerUnit
from server.parts import Given, Parts
from server.web.problems import Problem

router = APIRouter(prefix="/api/v1/approvals", tags=["Programs"])
_Publisher = Annotated[Caller, require("programs:write")]
_EXAMPLE = "c2VhbGVkLWFuZC1vZi1ub2JvZHk"
Approval = Annotated[
    str | None,
    Header(
        alias="tillpoint-approval",
        max_length=APPROVAL_LENGTH_MAX,
        description="Of a second person, where a rate rises by more than one may publish.",
        examples=[_EXAMPLE],
    ),
]


@dataclass(frozen=True, slots=True)
class Publisher(Caller):
    """Who asks for something to be published, with the approval they bring."""

    approval: str | None = None


def _publisher(caller: _Publisher, approval: Approval = None) -> Publisher:
    return Publisher(**{one.name: getattr(caller, one.name) for one in fields(Caller)}, approval=approval)


Publishes = Annotated[Publisher, Depends(_publisher)]


class ApprovalGiven(BaseModel):
    approval: str = Field(
        description="For whoever publishes, to send as `Tillpoint-Approval`. Shown this once.", examples=[_EXAMPLE]
    )
    version: int = Field(description="It is good for what is published over this version.", examples=[3])
    expires_in: int = Field(description="Seconds.", examples=[300])


@router.post("", status_code=201)
def give_approval(caller: _Publisher, parts: Given) -> ApprovalGiven:
    """Approve, as a second person, what somebody else publishes next. It is over with that, or after five minutes."""
    if caller.kind is not Kind.PERSON:
        raise Problem(403, "PERSON-NEEDED", "Only a person approves. Nothing was changed. Sign in as somebody.")
    with parts.database.store(caller.tenant_id).reading() as unit:
        version = unit.programs.latest_version()
    approval = approvals.issue(
        parts.secret, tenant_id=caller.tenant_id, staff_id=caller.subject, version=version, now=parts.now()
    )
    return ApprovalGiven(approval=approval, version=version, expires_in=GOOD_FOR // 1_000_000)


def approved(desk: Desk, unit: UnitOfWork, parts: Parts, publisher: Publisher) -> Desk:
    """The desk, with who approved what is published at it. Raises a problem for an approval that is not good now."""
    if publisher.approval is None:
        return desk
    assert isinstance(unit, ServerUnit), "the server's desk"
    version = unit.programs.latest_version()
    staff_id = approvals.approver(
        parts.secret, publisher.approval, tenant_id=publisher.tenant_id, version=version, now=parts.now()
    )
    if staff_id in (None, publisher.subject) or not _may_publish(unit, staff_id):
        raise Problem(
            403,
            "APPROVAL-BAD",
            "That approval has run out, was for other rules, is your own, or is of somebody who may not publish. "
            "Nothing was published. Ask a second person for a new one.",
        )
    return desk.approved(staff_id)


def _may_publish(unit: ServerUnit, staff_id: str) -> bool:
    person = staff.get(unit.scope, staff_id)
    return person is not None and person.status is Status.ACTIVE and "programs:write" in OF_ROLE[person.role]
