"""What the page of members shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ui.errors import Notice
from ui.rows import ChoiceRow

Cells = tuple[str, ...]


class Tab(StrEnum):
    """Which part of the file is open."""

    POINTS = "points"
    LEDGER = "ledger"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form, by the name its value is kept under; `choices` are its values, with their words.

    They stand beside each other, or in a list where words may be long or many.
    """

    name: str
    label: str
    value: str = ""
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class FormView:
    """What is asked before something is done, which `deed` names.

    `reasons` are to be chosen from, `note` is what it comes to.
    """

    title: str
    deed: str
    fields: tuple[Field, ...]
    reasons: tuple[str, ...] = ()
    reason: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class FileView:
    """One member; the columns that are `numbers` stand to the right, `card_words` says what the card's key does now."""

    name: str
    tier: str
    ids: str
    points: str
    notes: str
    tab: Tab
    columns: Cells
    numbers: tuple[int, ...]
    rows: tuple[Cells, ...]
    older: str
    card_words: str


@dataclass(frozen=True, slots=True)
class MembersState:
    notice: Notice | None = None
    is_empty: bool = False
    found: tuple[ChoiceRow, ...] = ()
    file: FileView | None = None
    form: FormView | None = None
