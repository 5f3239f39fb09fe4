"""State: what the page of campaigns shows at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ui.drives.form import DriveForm
from ui.errors import Notice


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
class DrivesState:
    """`form` is there while a campaign is edited: `said` is what it comes to, `flaws` what is wrong with it.

    `today` is where the drawing of the days begins from. `begins` says when the draft is to hold, where that is later.
    `rules` are those that can belong to the edited one. In another `turn` what stands takes the place of what was
    typed.
    """

    title: str = ""
    today: date = date.min
    rows: tuple[DriveRow, ...] = ()
    marked: int = 0
    begins: str = ""
    form: DriveForm | None = None
    said: str = ""
    flaws: str = ""
    segments: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    is_busy: bool = False
    has_changes: bool = False
    has_newer: bool = False
    notice: Notice | None = None
    turn: int = 0
