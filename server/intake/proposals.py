"""Proposals: rules that a manager at a counter wants published, judged here and published as the server's own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from app.domain.program import Program
from app.persistence.scope import Scope
from app.services.desk import Desk
from app.services.programs.program_codec import program_from_json
from app.services.programs.publishing import (
    Proposal,
    judge,
    not_publishing,
    publish_proposed,
    refuse_undrafted,
    unreadable,
)
from app.services.records import to_micros
from server.auth.scopes import OF_ROLE
from server.identity import devices, people, staff
from server.identity.status import Status
from server.ledgers import feed
from server.ledgers.chains import Chains
from server.ledgers.feed import Subject
from server.ledgers.store import ServerUnit
from server.rights.leases import server_store
from server.signatures import is_signed_by
from server.telling.pull import Reader, States
from server.web.problems import Problem
from server.web.sound_json import require_sound_json
from sync.protocol import ToldRows, Topic, to_base64url

WHOLE_MAX = (1 << 53) - 1
_VERB = "publish for a counter"


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a counter asks for, with what it signed. `program` is text, empty to withdraw what waits."""

    base: int
    program: str
    staff: str
    approved_by: str | None
    content: bytes
    signature: bytes


def publish_for(desk: Desk, reader: Reader, proposed: Proposed) -> ToldRows:
    """Publish for a counter, once for the same rules over the same version, and tell it the version.

    Raises a Problem where the counter did not sign it, and what the rules refuse.
    """
    proposal = Proposal(proposed.base, _read(proposed.program), proposed.staff, proposed.approved_by)
    store = server_store(desk)
    with store.writing() as unit:
        _require_signed(unit, reader, proposed, at=to_micros(desk.clock.now()))
        key = f"{reader.client_id} {proposal.key}"
        known = unit.effects.result(_VERB, key)
        if known is None:
            known = str(_published(desk, unit, reader, proposal, signature=proposed.signature))
            unit.effects.record(_VERB, key, known)
        return _told(desk, unit, reader, known)


def _read(text: str) -> Program | None:
    if not text:
        return None
    require_sound_json(text.encode())
    try:
        json.loads(text, parse_int=_exact)
        return program_from_json(text)
    except ValueError as error:  # NotPlainError is one
        raise unreadable() from error


def _exact(written: str) -> int:
    """Whole numbers that every reader of JSON keeps exact."""
    value = int(written)
    if abs(value) > WHOLE_MAX:
        raise ValueError(written[:20])
    return value


def _require_signed(unit: ServerUnit, reader: Reader, proposed: Proposed, *, at: int) -> None:
    device = devices.by_code(unit.scope, reader.counter_code)
    assert device is not None, "who calls as a counter is one"
    if not is_signed_by(device, content=proposed.content, signature=proposed.signature, at=at):
        raise Problem(
            403, "SIGNATURE-BAD", "This is not signed with this counter's key. Nothing was published. Pair it again."
        )


def _published(desk: Desk, unit: ServerUnit, reader: Reader, proposal: Proposal, *, signature: bytes) -> int:
    for staff_id in filter(None, (proposal.by, proposal.approved_by)):
        _require_publisher(unit.scope, reader.store_id, staff_id)
    judge(desk, unit, proposal, named=lambda published_by: people.name_of(unit.scope, published_by))
    refuse_undrafted(unit, proposal)
    second = proposal.approved_by
    besides: dict[str, Any] = {"asked_at": reader.counter_code, "signature": to_base64url(signature)}
    at_desk = desk if second is None else desk.approved(second)
    return publish_proposed(at_desk, unit, proposal, besides={**besides, "base": proposal.base}).version


def _require_publisher(scope: Scope, store_id: str, staff_id: str) -> None:
    """The counter has seen that it is them; whether they may is known here."""
    person = staff.get(scope, staff_id)
    if person is None or person.status is not Status.ACTIVE or person.store_id not in (None, store_id):
        raise not_publishing(None)
    if "programs:write" not in OF_ROLE[person.role]:
        raise not_publishing(person.name)


def _told(desk: Desk, unit: ServerUnit, reader: Reader, version: str) -> ToldRows:
    head = unit.journal.head()
    states, position = States(unit, unit.members.sealer, reader, 0, head), feed.position_of(head)
    return ToldRows(
        position=position,
        included=Chains(unit.scope).included(reader.counter_code),
        rows=states.rows([(Subject(Topic.PROGRAM, version), position)]),
        server_ms=to_micros(desk.clock.now()) // 1000,
    )
