"""State: what the page of rates shows at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.rates import Rate
from ui.kept_desk import KeptState
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
class RatesState(KeptState):
    """`in_all` are the rates that are one for all."""

    rows: tuple[RateRow, ...] = ()
    in_all: dict[Rate, Cell] = field(default_factory=dict)
    has_waiting: bool = False
    is_history: bool = False
    versions: tuple[ChoiceRow, ...] = ()
    marked: int = 0
    detail: str = ""
