"""Publishing: rules of the whole chain, published by the server on the word of a manager at this counter."""

from __future__ import annotations

from typing import Any

from app.domain.errors import Code, DomainError
from app.domain.program import Program
from app.services.chain.adopting import adopt_answer
from app.services.chain.standing import unpublished
from app.services.desk import Desk
from app.services.plain import NotPlainError
from app.services.programs.publishing import Proposal
from sync.connection import Connection
from sync.gate import ShutError
from sync.line_fault import LineFault
from sync.protocol import WireError, proposal_signed, to_base64url, told_from_plain
from sync.reconcile import DIGESTS_PATH
from sync.refused import Refused, accepted
from sync.tidings import tidings_of, view_of

PATH = "/api/v1/sync/programs"
KNOCK_S = 5.0
TIMEOUT_S = 15.0
_OF_THE_RULES = frozenset({Code.CHANGED, Code.INVALID, Code.NEEDS_APPROVAL, Code.NOT_ALLOWED})


def publish(desk: Desk, connection: Connection, proposal: Proposal) -> Program:
    """Have rules published, and put the version they became in place.

    Raises NO_LINE where no answer came: before anything was sent, or after, when it may have been published and asking
    again does it once. Else what the server's no means.
    """
    try:
        accepted(connection.transport.call("GET", DIGESTS_PATH, query={"limit": 1}, timeout_s=KNOCK_S))
    except LineFault as fault:
        raise unpublished() from fault
    except Refused as no:
        raise not_published(no) from no
    try:
        return _published(desk, connection, proposal)
    except (LineFault, ShutError, WireError, NotPlainError) as fault:
        raise _unknown() from fault
    except Refused as no:
        raise not_published(no) from no


def _published(desk: Desk, connection: Connection, proposal: Proposal) -> Program:
    asked = {
        "counter": desk.counter_code,
        "base": proposal.base,
        "program": proposal.text,
        "staff": proposal.by,
        "approved_by": proposal.approved_by,
    }
    signature = to_base64url(connection.key.sign(proposal_signed(asked)))
    sent: dict[str, Any] = {**asked, "signature": signature}
    answer = accepted(connection.transport.call("POST", PATH, json=sent, timeout_s=TIMEOUT_S))
    told = told_from_plain(answer.json)
    view = view_of(
        connection.transport,
        position=told.position,
        included=told.included,
        server_ms=told.server_ms,
        clock_at=desk.clock.now(),
    )
    tidings = tidings_of(told.rows, view)
    if len(tidings.programs) != 1:
        raise WireError("rows: expected the version that was published")
    adopt_answer(desk, tidings)
    return tidings.programs[0].program


def not_published(no: Refused) -> DomainError:
    """What the server's no means: one of the rules, or that it cannot be asked for this, or not by this counter."""
    code = no.problem.code
    if code in _OF_THE_RULES:
        facts = no.problem.facts.get("facts")
        return DomainError(Code(code), no.problem.detail, facts if isinstance(facts, dict) else None)
    if code == "NO-SUCH-ADDRESS":
        return DomainError(
            Code.ONLY_SERVER,
            "The server is too old to publish for a counter. Nothing was published; your draft is kept. Have the "
            "server brought up to date, or publish there.",
        )
    return DomainError(
        Code.NOT_ALLOWED,
        "The server does not let this counter in. Nothing was published; your draft is kept. Pair this counter again.",
    )


def _unknown() -> DomainError:
    return DomainError(
        Code.NO_LINE,
        "The line broke before the server's answer was here, so it may have been published or not. Your draft is kept; "
        "publish it again when the line is back. It is never published twice.",
    )
