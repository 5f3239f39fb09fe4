"""State: what the page of rates shows at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.rates import Rate
from ui.errors import Notice
from ui.rows import ChoiceRow


@dataclass(frozen=True, slots=True)
class Cell:
    """A rate in words; `typed` is what an editor begins with, None where it is switched over instead."""

    text: str
    typed: str | None = None
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class RateRow:
    """A category with a cell for each rate of `domain.rates.OF_CATEGORY`."""

    category: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class RatesState:
    """`in_all` are the rates that are one for all. `impact` says what the draft would have done, line by line."""

    title: str = ""
    rows: tuple[RateRow, ...] = ()
    in_all: dict[Rate, Cell] = field(default_factory=dict)
    day: str = ""
    impact: tuple[str, ...] = ()
    is_trying: bool = False
    is_busy: bool = False
    has_changes: bool = False
    has_newer: bool = False
    has_waiting: bool = False
    is_history: bool = False
    versions: tuple[ChoiceRow, ...] = ()
    marked: int = 0
    detail: str = ""
    notice: Notice | None = None
    turn: int = 0
