"""Shifts as rows: openings and reports, each written once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from app.domain.days import ShopCalendar
from app.persistence.each_of import among, listed
from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.shifts import shift_openings, shift_reports
from app.services.plain import dumps, loads
from app.services.ports import ChainPoint
from app.services.records import from_micros, to_micros
from app.services.shifts.shift_records import KeptReport, Opening, ShiftReport

_ADD_OPENING, _ADD_REPORT = adding(shift_openings), adding(shift_reports)
_LAST_OPENING = Statement(
    select(
        shift_openings.c.shift_id,
        shift_openings.c.counter_code,
        shift_openings.c.epoch,
        shift_openings.c.seq,
        shift_openings.c.opened_at,
        shift_openings.c.staff,
        shift_openings.c.float_minor,
    )
    .where(owned(shift_openings), shift_openings.c.counter_code == bindparam("counter"))
    .order_by(shift_openings.c.epoch.desc(), shift_openings.c.seq.desc())
    .limit(1)
)
_IS_CLOSED = Statement(
    select(shift_reports.c.number).where(owned(shift_reports), shift_reports.c.shift_id == bindparam("of_shift"))
)
_REPORTS = select(
    shift_reports.c.counter_code, shift_reports.c.epoch, shift_reports.c.seq, shift_reports.c.facts
).where(owned(shift_reports))
_ONE = Statement(_REPORTS.where(shift_reports.c.shift_id == bindparam("of_shift")))
_EVERY = Statement(_REPORTS.order_by(shift_reports.c.counter_code, shift_reports.c.epoch, shift_reports.c.seq))
_LATEST = Statement(
    _REPORTS.where(shift_reports.c.counter_code == bindparam("counter"))
    .order_by(shift_reports.c.epoch.desc(), shift_reports.c.seq.desc())
    .limit(bindparam("at_most", required=True))
)
_PAGE = Statement(
    _REPORTS.where(among(shift_reports.c.counter_code, "of_counters"), shift_reports.c.shift_id > bindparam("after"))
    .order_by(shift_reports.c.shift_id)
    .limit(bindparam("at_most", required=True))
)


@dataclass(frozen=True, slots=True)
class SqlShifts:
    scope: Scope
    calendar: ShopCalendar

    def open(self, opening: Opening) -> None:
        self.scope.change(
            _ADD_OPENING,
            shift_id=opening.shift_id,
            counter_code=opening.counter_code,
            epoch=opening.point.epoch,
            seq=opening.point.seq,
            opened_at=to_micros(opening.opened_at),
            business_day=self.calendar.day_of(opening.opened_at).isoformat(),
            staff=opening.staff,
            float_minor=opening.float_minor,
        )

    def close(self, kept: KeptReport) -> None:
        report = kept.report
        self.scope.change(
            _ADD_REPORT,
            shift_id=report.shift_id,
            counter_code=kept.counter_code,
            epoch=kept.point.epoch,
            seq=kept.point.seq,
            financial_year=report.financial_year,
            number=report.number,
            closed_at=to_micros(report.closed_at),
            business_day=self.calendar.day_of(report.closed_at).isoformat(),
            facts=dumps(report),
        )

    def current(self, counter_code: str) -> Opening | None:
        row = self.scope.row(_LAST_OPENING, counter=counter_code)
        if row is None or self.scope.row(_IS_CLOSED, of_shift=row[0]) is not None:
            return None
        shift_id, counter, epoch, seq, opened_at, staff, float_minor = row
        return Opening(shift_id, counter, ChainPoint(epoch, seq), from_micros(opened_at), staff, float_minor)

    def last(self, counter_code: str) -> KeptReport | None:
        return next(iter(self.latest(counter_code, most=1)), None)

    def report(self, shift_id: str) -> KeptReport | None:
        row = self.scope.row(_ONE, of_shift=shift_id)
        return None if row is None else _kept(row)

    def latest(self, counter_code: str, *, most: int) -> Sequence[KeptReport]:
        return [_kept(row) for row in self.scope.rows(_LATEST, counter=counter_code, at_most=most)]

    def page(self, counter_codes: Sequence[str], *, after: str, most: int) -> Sequence[KeptReport]:
        rows = self.scope.rows(_PAGE, of_counters=listed(counter_codes), after=after, at_most=most)
        return [_kept(row) for row in rows]

    def every(self) -> Sequence[KeptReport]:
        return [_kept(row) for row in self.scope.rows(_EVERY)]


def _kept(row: Cells) -> KeptReport:
    counter_code, epoch, seq, facts = row
    return KeptReport(counter_code, ChainPoint(epoch, seq), loads(ShiftReport, facts))
