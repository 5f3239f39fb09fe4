"""Unseen returns: cash given back for a bill of another counter that cannot be seen now, for the server to settle.

Nothing is known here of the bill, so no points move here. The server takes back what the amount is worth of it, or
shows a person why it cannot.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.errors import Code, DomainError, invalid
from app.domain.shift import check_amount, check_text
from app.services.desk import Desk
from app.services.journal import record
from app.services.plain import dumps, loads, to_plain
from app.services.ports import UnitOfWork
from app.services.shifts.shift_figures import UNSEEN
from app.services.shifts.shifts import require_open


@dataclass(frozen=True, slots=True)
class UnseenReturn:
    """Cash (minor units > 0) that was given back for the bill of a printed number, and why."""

    refund_id: str
    number: str
    amount_minor: int
    reason: str
    given_at: datetime


def return_unseen(desk: Desk, number: str, *, amount_minor: int, reason: str, key: str, staff: str) -> UnseenReturn:
    """Write down cash given back for a bill that cannot be seen here. The same key gives it once.

    Raises INVALID, ONLY_SERVER where there is no server to settle it, and NEEDS_APPROVAL where nobody approved it.
    """
    check_amount(amount_minor, least=1)
    said = check_text(reason)
    if not said:
        raise invalid("Say why, in a few words. Nothing was returned.")
    with desk.store.writing() as uow:
        done = uow.effects.result(UNSEEN, key)
        if done is not None:
            return loads(UnseenReturn, done)
        require_open(desk, uow)
        _require_unseen(desk, uow, number)
        head = uow.journal.head()
        at = desk.instant(head)
        made = UnseenReturn(desk.ids.entity(), number, amount_minor, said, at)
        record(desk, uow, head, kind=UNSEEN, at=at, body={"unseen": to_plain(made), "staff": staff})
        uow.effects.record(UNSEEN, key, dumps(made))
    return made


def _require_unseen(desk: Desk, uow: UnitOfWork, number: str) -> None:
    if uow.bills.by_number(number) is not None:
        raise invalid(f"Bill {number} was made here, and its lines are here. Nothing was returned; scan the receipt.")
    if uow.links.get() is None:
        raise DomainError(
            Code.ONLY_SERVER, "This counter has no server that could check that bill. Nothing was returned."
        )
    if desk.approved_by is None:
        raise DomainError(Code.NEEDS_APPROVAL, "A manager has to agree to this return. Nothing was returned.")
