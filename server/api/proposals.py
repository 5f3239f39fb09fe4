"""Proposals: a counter of the chain asks for rules to be published. Source: docs/protocol.md, Publishing."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import Field

from server.api.models import STAFF_ID, Model, shown_as
from server.api.programs import VERSION_MAX
from server.api.sync.shapes import RowsTold
from server.api.sync.wire import Counter, Json, Spoken, reader_of, told_as
from server.desks import desk_of
from server.intake.proposals import Proposed, publish_for
from server.parts import Given
from server.web.problems import Problem
from sync.protocol import from_base64url, proposal_signed, told_to_plain

router = APIRouter(prefix="/api/v1/sync", tags=["Sync"])
PROGRAM_MAX = 500_000


class ProgramProposed(Model):
    """Rules that a manager at a counter wants published, signed with the counter's key."""

    model_config = shown_as(
        {
            "counter": "A1",
            "base": 3,
            "program": "",
            "staff": STAFF_ID,
            "signature": "A" * 86,
        }
    )
    counter: str = Field(min_length=1, max_length=64)
    base: int = Field(ge=1, le=VERSION_MAX, description="The version it is made of: the highest one there is.")
    program: str = Field(max_length=PROGRAM_MAX, description="All the rules, as text; empty to withdraw what waits.")
    staff: str = Field(min_length=1, max_length=64, description="Who publishes, as the counter has seen.")
    approved_by: str | None = Field(
        None, min_length=1, max_length=64, description="A second person, where one is asked."
    )
    signature: str = Field(
        pattern=r"^[A-Za-z0-9_-]{86}$",
        description="Ed25519, as base64url: 'tillpoint publish', a zero byte, the canonical JSON of the other fields.",
    )

    def proposed(self) -> Proposed:
        content = proposal_signed(self.model_dump())
        return Proposed(self.base, self.program, self.staff, self.approved_by, content, from_base64url(self.signature))


@router.post("/programs", response_class=Json, responses=told_as(RowsTold, 409))
def publish_program(proposed: ProgramProposed, parts: Given, caller: Counter, spoken: Spoken) -> Json:
    """Publish rules for the whole chain on the word of a manager at this counter; the same ones once."""
    if proposed.counter != caller.counter_code:
        raise Problem(403, "OTHER-COUNTER", "A counter speaks for itself only. Nothing was published.")
    reader = reader_of(caller, spoken)
    return Json(told_to_plain(publish_for(desk_of(parts, caller.tenant_id), reader, proposed.proposed())))
