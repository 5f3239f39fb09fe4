"""State: everything the page of sync shows at one moment, in words; the page draws it and decides nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ui.errors import Notice
from ui.rows import ChoiceRow


class Tab(StrEnum):
    """Which list is open."""

    TO_CHECK = "to-check"
    UNSENT = "unsent"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Compared:
    """What each of the two says of one thing."""

    label: str
    here: str
    server: str


@dataclass(frozen=True, slots=True)
class UnsentRow:
    what: str
    when: str
    tries: str
    error: str


@dataclass(frozen=True, slots=True)
class ReviewView:
    """One review at length; `sides` head the columns of what is compared.

    `choices` are the buttons' words; none when it is settled, and `outcome` says how.
    """

    title: str
    explained: str
    facts: tuple[Fact, ...]
    sides: tuple[str, str]
    compared: tuple[Compared, ...]
    choices: tuple[str, ...]
    outcome: str


@dataclass(frozen=True, slots=True)
class StatusState:
    """`marked` is the place of the review that is shown at length."""

    tab: Tab
    headline: str
    meaning: str
    facts: tuple[Fact, ...]
    to_check: tuple[ChoiceRow, ...]
    settled: tuple[ChoiceRow, ...]
    unsent: tuple[UnsentRow, ...]
    unsent_words: str
    waiting: int
    marked: int
    review: ReviewView | None
    notice: Notice | None
