"""Wording of the page of programmes: its rows, its kinds, how one stands."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.domain.programmes import Programme, ProgrammeKind, ProgrammeStatus
from app.services.programs.programmes import ProgrammeFound
from ui.own_words import own
from ui.rows import ChoiceRow
from ui.when import day_words
from ui.words import later, tr

TITLE = later("Programmes")
EXPLAINED = later("One programme is in force at a time. Members keep their points whichever it is.")
KINDS: Final = {
    ProgrammeKind.HYBRID: later("Everything"),
    ProgrammeKind.POINTS: later("Points only"),
    ProgrammeKind.TIERED: later("With tiers"),
    ProgrammeKind.CASHBACK: later("Cashback"),
}
HOLDS: Final = {
    ProgrammeKind.HYBRID: later("Its rules may hold anything."),
    ProgrammeKind.POINTS: later("Every tier earns and pays alike in it."),
    ProgrammeKind.TIERED: later("It has two tiers at least."),
    ProgrammeKind.CASHBACK: later("Every tier earns and pays alike in it, and what it gives is money."),
}
STATUS: Final = {
    ProgrammeStatus.DRAFT: later("draft"),
    ProgrammeStatus.ACTIVE: later("not in force"),
    ProgrammeStatus.SUSPENDED: later("suspended"),
    ProgrammeStatus.ARCHIVED: later("archived"),
}
NEW = later("A new programme is a draft. It changes nothing until it is put in force.")
LED = later("This counter is one of a chain: programmes are made and changed at its server.")
SAVE_FIRST = later("What is typed is not saved yet. F9 saves it; Esc drops it.")
SAVED = later("“{programme}” is saved.")
BEGUN = later("“{programme}” is in force now. Points stay as they are.")
BEGINS = later("“{programme}” begins on {day}. Until then all goes on as it is.")
SUSPENDED = later("“{programme}” is suspended: nothing is earned or redeemed. Points stay, and bills go on.")
RESUMED = later("“{programme}” goes on.")
ARCHIVED = later("“{programme}” is archived: it can be read, and is never in force again.")


def row(found: ProgrammeFound, today: date) -> ChoiceRow:
    programme = found.programme
    point = programme.point.many if programme.point else ""
    parts = [tr(KINDS[programme.kind]), days(programme, today), point]
    is_over = programme.status is ProgrammeStatus.ARCHIVED
    return ChoiceRow(own(programme.name), " · ".join(filter(None, parts)), status(found), is_barred=is_over)


def days(programme: Programme, today: date) -> str:
    first, last = (day and day_words(day, today=today) for day in (programme.first_day, programme.last_day))
    if first and last:
        return f"{first} – {last}"
    if first:
        return tr("from {day}", day=first)
    return tr("until {day}", day=last) if last else ""


def status(found: ProgrammeFound) -> str:
    is_active = found.programme.status is ProgrammeStatus.ACTIVE
    if found.is_in_force and is_active:
        return tr("in force")
    if found.is_waiting and is_active:
        return tr("waits for its day")
    return tr(STATUS[found.programme.status])


def says(found: ProgrammeFound) -> str:
    """What its kind holds, and how it stands."""
    return f"{tr(HOLDS[found.programme.kind])} {_stands(found)}"


def says_new(kind: ProgrammeKind) -> str:
    return f"{tr(HOLDS[kind])} {tr(NEW)}"


def _stands(found: ProgrammeFound) -> str:
    if found.programme.status is ProgrammeStatus.ARCHIVED:
        return tr("It is archived: it can be read, and not be changed any more.")
    if not found.versions:
        return tr("It was never in force. It begins with the rates of the moment it is put in force.")
    version = found.versions[0]
    if found.is_in_force:
        return tr("It is in force as rates v{version}.", version=version)
    if found.is_waiting:
        return tr("It waits for its day as rates v{version}.", version=version)
    return tr("It was in force as rates v{version}, and begins again with those.", version=version)
