"""Shifts: opened with a float, cash in and out, counted blind, closed by a report that never changes.

A report covers this counter's chain from the last report to its own event: each bill is in one report, whatever the
clock said and whether a shift had been opened when it was rung. Source: docs/domain.md, Shifts 1.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from app.domain.errors import Code, DomainError, invalid
from app.domain.shift import CashCount, MoveKind, check_amount, check_count, check_text
from app.services.desk import Desk, financial_year
from app.services.journal import record
from app.services.papers.print_jobs import PrintJob
from app.services.plain import dumps, from_plain, loads, to_plain
from app.services.ports import ChainPoint, Head, UnitOfWork
from app.services.shifts.shift_figures import CLOSE, COUNT, MOVE, OPEN, Body, Figures, Tally, tallied
from app.services.shifts.shift_records import KeptReport, Opening, ShiftReport
from app.services.staff.roster import name_of

Z_REPORT, X_REPORT = "z-report", "x-report"  # print jobs
START = ChainPoint(0, 0)
LISTED_MAX = 100

Fact = TypeVar("Fact")


@dataclass(frozen=True, slots=True)
class Move:
    """Cash that went into or out of a drawer, or a drawer that was only opened (amount 0)."""

    move_id: str
    kind: MoveKind
    amount_minor: int
    reason: str


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted, beside what should be there: shown only now. `is_over` asks for somebody's approval."""

    count_id: str
    count: CashCount
    expected_minor: int
    is_over: bool

    @property
    def difference_minor(self) -> int:
        return self.count.total_minor - self.expected_minor


@dataclass(frozen=True, slots=True)
class Running:
    """What has come together since the last report. `opening` is None while nobody opened a shift.

    `since` is when that report was made; None where there is none yet. `waiting_bills` have not been sent.
    """

    opening: Opening | None
    since: datetime | None
    figures: Figures
    waiting_bills: int


def current(desk: Desk) -> Opening | None:
    """The open shift."""
    with desk.store.reading() as uow:
        return uow.shifts.current(desk.counter_code)


def require_open(desk: Desk, uow: UnitOfWork) -> None:
    """Refuse to sell outside a shift, where the shop wants none of that."""
    if desk.shifts.is_required and uow.shifts.current(desk.counter_code) is None:
        raise DomainError(
            Code.NO_SHIFT,
            "No shift is open at this counter. The bill is kept; open one with what is in the drawer, and pay again.",
        )


def running(desk: Desk) -> Running:
    """The figures of now: for the screen and the X report."""
    with desk.store.reading() as uow:
        return running_of(desk, uow)


def running_of(desk: Desk, uow: UnitOfWork) -> Running:
    last = uow.shifts.last(desk.counter_code)
    since = last.report.closed_at if last else None
    tally = _tally(desk, uow)
    return Running(uow.shifts.current(desk.counter_code), since, tally.figures(), _waiting(uow, tally))


def open_shift(desk: Desk, *, float_minor: int, staff: str, key: str) -> Opening:
    """Begin a shift with what is in the drawer. Raises SHIFT_OPEN. The same key opens once."""
    check_amount(float_minor)
    with desk.store.writing() as uow:
        done = uow.effects.result(OPEN, key)
        if done is not None:
            return loads(Opening, done)
        if uow.shifts.current(desk.counter_code) is not None:
            raise DomainError(Code.SHIFT_OPEN, "A shift is open already. Nothing was changed; close it first.")
        head, shift_id = uow.journal.head(), desk.ids.entity()
        at = desk.instant(head)
        body = {"shift": shift_id, "float_minor": float_minor, "staff": staff}
        after = record(desk, uow, head, kind=OPEN, at=at, body=body)
        opening = Opening(shift_id, desk.counter_code, _point(after), at, staff, float_minor)
        uow.shifts.open(opening)
        uow.effects.record(OPEN, key, dumps(opening))
    return opening


def move(
    desk: Desk,
    kind: MoveKind,
    *,
    amount_minor: int,
    reason: str,
    staff: str,
    key: str,
) -> Move:
    """Write down cash in or out of the drawer, or that it was opened, before it opens. Raises NO_SHIFT, INVALID."""
    moved = Move("", kind, _amount_of(kind, amount_minor), check_text(reason))
    if not moved.reason:
        raise invalid("Say why, in a few words. Nothing was saved, and the drawer stays closed.")

    def write(uow: UnitOfWork) -> tuple[Move, Body]:
        if kind is not MoveKind.NO_SALE:
            _opening(desk, uow)
        named = replace(moved, move_id=desk.ids.entity())
        return named, {"move": to_plain(named)}

    return _once(desk, MOVE, key, Move, write, staff=staff)


def count(desk: Desk, counted: CashCount, *, staff: str, key: str) -> Counted:
    """Seal what was counted, then say what should be there. Counting again is another count, and is told.

    Raises NO_SHIFT.
    """
    check_count(counted)

    def write(uow: UnitOfWork) -> tuple[Counted, Body]:
        opening = _opening(desk, uow)
        expected = _tally(desk, uow).figures().drawer(opening.float_minor).expected_minor
        currency = uow.programs.in_force(desk.instant(uow.journal.head())).currency
        most = desk.shifts.difference_max * currency.minor_per_major
        is_over = abs(counted.total_minor - expected) > most
        made = Counted(desk.ids.entity(), counted, expected, is_over)
        return made, {"count": to_plain(made)}

    return _once(desk, COUNT, key, Counted, write, staff=staff)


def close(desk: Desk, *, count_id: str, note: str, staff: str, key: str) -> KeptReport:
    """Close the shift with its last count: the Z report and its print job, or nothing.

    Raises NO_SHIFT, CHANGED when cash moved after the count, INVALID for a difference without a note, NEEDS_APPROVAL.
    What was not sent yet never holds it up.
    """
    said = check_text(note)
    with desk.store.writing() as uow:
        done = uow.effects.result(CLOSE, key)
        if done is not None:
            return _stored(uow, done)
        opening, tally, head = _opening(desk, uow), _tally(desk, uow), uow.journal.head()
        counted = _standing_count(tally, count_id)
        _require_explained(desk, counted, said)
        report = replace(
            _report(desk, uow, desk.instant(head), opening, tally, counted),
            closed_by=staff,
            note=said,
        )
        body = {"report": to_plain(report), "staff": staff}
        after = record(desk, uow, head, kind=CLOSE, at=report.closed_at, body=body)
        kept = KeptReport(desk.counter_code, _point(after), report)
        uow.shifts.close(kept)
        uow.prints.add(PrintJob(desk.ids.entity(), Z_REPORT, report.shift_id, 0, report.closed_at))
        uow.effects.record(CLOSE, key, report.shift_id)
    return kept


def staff_name(desk: Desk, staff: str) -> str:
    """What somebody who signed something is called."""
    with desk.store.reading() as uow:
        return name_of(uow, staff)


def reports(desk: Desk) -> list[tuple[KeptReport, bool]]:
    """This counter's latest reports, newest first, each with whether all of it has been sent. At most LISTED_MAX."""
    with desk.store.reading() as uow:
        return [(kept, is_sent(uow, kept)) for kept in uow.shifts.latest(desk.counter_code, most=LISTED_MAX)]


def is_sent(uow: UnitOfWork, kept: KeptReport) -> bool:
    """Whether the server has all of it. A counter that is alone has nothing to send."""
    link = uow.links.get()
    return link is None or kept.point <= link.acked


def _waiting(uow: UnitOfWork, tally: Tally) -> int:
    """How many of its bills the server has not acknowledged."""
    link = uow.links.get()
    return 0 if link is None else sum(point > link.acked for point in tally.bills_at)


def _once(
    desk: Desk, verb: str, key: str, shape: type[Fact], write: Callable[[UnitOfWork], tuple[Fact, Body]], *, staff: str
) -> Fact:
    """One event of a kind under a key; called again, what it was the first time."""
    with desk.store.writing() as uow:
        done = uow.effects.result(verb, key)
        if done is not None:
            return loads(shape, done)
        fact, body = write(uow)
        head = uow.journal.head()
        record(desk, uow, head, kind=verb, at=desk.instant(head), body={**body, "staff": staff})
        uow.effects.record(verb, key, dumps(fact))
    return fact


def _amount_of(kind: MoveKind, amount_minor: int) -> int:
    return 0 if kind is MoveKind.NO_SALE else check_amount(amount_minor, least=1)


def _opening(desk: Desk, uow: UnitOfWork) -> Opening:
    opening = uow.shifts.current(desk.counter_code)
    if opening is None:
        raise DomainError(Code.NO_SHIFT, "No shift is open at this counter. Nothing was saved; open one first.")
    return opening


def _tally(desk: Desk, uow: UnitOfWork) -> Tally:
    last = uow.shifts.last(desk.counter_code)
    return tallied(uow, last.point if last else START)


def _stored(uow: UnitOfWork, shift_id: str) -> KeptReport:
    kept = uow.shifts.report(shift_id)
    assert kept is not None, "an effect names a stored report"
    return kept


def _standing_count(tally: Tally, count_id: str) -> Counted:
    """The last count, while no cash has moved after it."""
    if tally.count is None or tally.count["count"]["count_id"] != count_id:
        raise DomainError(
            Code.CHANGED, "Cash has moved since it was counted. Nothing was closed; count it again, please."
        )
    return from_plain(Counted, tally.count["count"])


def _require_explained(desk: Desk, counted: Counted, note: str) -> None:
    if counted.difference_minor and not note:
        raise invalid("The drawer is not what it should be. Say in the note what you know of it; nothing was closed.")
    if counted.is_over and desk.approved_by is None:
        raise DomainError(
            Code.NEEDS_APPROVAL,
            "The drawer is further off than a cashier may close alone. Nothing was closed; ask a manager to approve.",
            {"difference_minor": counted.difference_minor},
        )


def _report(desk: Desk, uow: UnitOfWork, at: datetime, opening: Opening, tally: Tally, counted: Counted) -> ShiftReport:
    """All but who closes it, and what they say."""
    year, number = _numbered(desk, uow, at)
    return ShiftReport(
        shift_id=opening.shift_id,
        number=number,
        financial_year=year,
        currency=uow.programs.in_force(at).currency.code,
        opened_at=opening.opened_at,
        opened_by=opening.staff,
        closed_at=at,
        closed_by="",
        float_minor=opening.float_minor,
        figures=tally.figures(),
        count=counted.count,
        expected_minor=counted.expected_minor,
        counts=tally.counts,
        note="",
        approved_by=desk.approved_by,
        waiting_bills=_waiting(uow, tally),
    )


def _numbered(desk: Desk, uow: UnitOfWork, at: datetime) -> tuple[str, int]:
    """Gap-free per counter and year. A year that was begun is not left for an earlier one."""
    last = uow.shifts.last(desk.counter_code)
    year = financial_year(desk.calendar.day_of(at), starts_in_month=desk.year_starts_in_month)
    if last is None or last.report.financial_year < year:
        return year, 1
    return last.report.financial_year, last.report.number + 1


def _point(head: Head) -> ChainPoint:
    return ChainPoint(head.epoch, head.last_seq)
