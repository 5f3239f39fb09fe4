"""Far bills: a bill of another counter, asked for and put in place so that it can come back here."""

from __future__ import annotations

from app.domain.errors import Code, DomainError
from app.services.chain.adopting import adopt_answer
from app.services.chain.standing import unseen
from app.services.desk import Desk
from sync.protocol import told_from_plain
from sync.refused import Refused, accepted
from sync.tidings import tidings_of, view_of
from sync.transport import Transport

PATH = "/api/v1/sync/bills"
TIMEOUT_S = 3.0


def fetch_bill(desk: Desk, transport: Transport, number: str) -> list[str]:
    """Ask for a bill and put it in place, with the members it names, whose ids are returned.

    Raises LineFault, Refused, WireError or NotPlainError; nothing has changed then.
    """
    answer = accepted(transport.call("POST", PATH, json={"number": number}, timeout_s=TIMEOUT_S))
    told = told_from_plain(answer.json)
    view = view_of(
        transport,
        position=told.position,
        included=told.included,
        server_ms=told.server_ms,
        clock_at=desk.clock.now(),
    )
    return list(adopt_answer(desk, tidings_of(told.rows, view)))


def not_told(number: str, no: Refused) -> DomainError:
    """What the server's no means: it has no such bill, or it is one of those that cannot be asked now."""
    if no.problem.code == "BILL-UNKNOWN":
        return DomainError(Code.UNKNOWN_BILL, f"The server knows no bill {number}. Check the number on the receipt.")
    return unseen(number)
