"""Reading: the programme that comes of what is typed, and what would have to be typed for one that stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.days import ShopCalendar
from app.domain.programmes import PointName, Programme
from ui import typed
from ui.programmes.state import ProgrammeForm


def programme_of(form: ProgrammeForm, before: Programme, calendar: ShopCalendar) -> Programme:
    """As it is typed, and else as it was. Raises ValueError with a sentence for what is no day."""
    one, many = form.one.strip(), form.many.strip()
    return replace(
        before,
        name=form.name.strip(),
        kind=form.kind,
        first_day=_day(form.first_day, calendar),
        last_day=_day(form.last_day, calendar),
        point=PointName(one, many) if one or many else None,
    )


def form_of(programme: Programme) -> ProgrammeForm:
    point = programme.point or PointName("", "")
    days = (day and f"{day:%d/%m/%Y}" for day in (programme.first_day, programme.last_day))
    first, last = (day or "" for day in days)
    return ProgrammeForm(programme.name, programme.kind, first, last, point.one, point.many)


def _day(text: str, calendar: ShopCalendar) -> date | None:
    at = typed.first_instant(text, calendar)
    return None if at is None else calendar.day_of(at)
