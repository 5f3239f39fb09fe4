"""State: what the page of campaigns shows at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ui.draft_state import TriedState
from ui.drives.form import DriveForm


class Stage(StrEnum):
    """How a campaign stands; what of it is not published is a draft."""

    DRAFT = "DRAFT"
    PLANNED = "PLANNED"
    RUNNING = "RUNNING"
    ENDED = "ENDED"


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day of a campaign, both included; None is open."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class DriveRow:
    """A campaign in words, and its days for the drawing; `members` are how many take part, where one has to."""

    title: str
    status: str
    days: str
    whom: str
    rules: str
    members: str
    stage: Stage
    span: Span
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class DrivesState(TriedState[DriveRow, DriveForm]):
    """`today` is where the drawing of the days begins from. `rules` are those that can belong to the edited one."""

    today: date = date.min
    segments: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
