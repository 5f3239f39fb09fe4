"""Shifts of a counter: how each began, and the report that closed it."""

from __future__ import annotations

from app.services.intake.taking import Taking
from app.services.plain import NotPlainError, from_plain
from app.services.ports import ChainPoint
from app.services.records import from_micros
from app.services.shifts.shift_records import KeptReport, Opening, ShiftReport
from app.services.strict_rows import text_of

NUMBER_MAX = 1_000_000


def opened(taking: Taking) -> None:
    if taking.keeps_facts:
        body, float_minor = taking.body, taking.body.get("float_minor")
        if type(float_minor) is not int or not 0 <= float_minor < 1 << 62:
            raise NotPlainError("float_minor: expected an amount.")
        opening = Opening(
            text_of(body, "shift"),
            text_of(body, "counter"),
            _point(taking),
            from_micros(body["at"]),
            text_of(body, "staff"),
            float_minor,
        )
        taking.uow.shifts.open(opening)


def closed(taking: Taking) -> None:
    if taking.keeps_facts:
        report = from_plain(ShiftReport, taking.body.get("report"))
        if not 0 < report.number <= NUMBER_MAX:
            raise NotPlainError("report.number: no counter has closed as often.")
        taking.uow.shifts.close(KeptReport(text_of(taking.body, "counter"), _point(taking), report))


def _point(taking: Taking) -> ChainPoint:
    """The server has compared it with where the event stands."""
    return ChainPoint(taking.body["epoch"], taking.body["seq"])
