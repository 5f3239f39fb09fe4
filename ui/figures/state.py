"""State: what the page of figures shows at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.figures import Figure
from ui.kept_desk import KeptState


@dataclass(frozen=True, slots=True)
class Cell:
    """`value` is a choice, or what stands in a field; `text` says what it was where it was changed."""

    value: Any
    text: str = ""
    hint: str = ""
    is_fixed: bool = False


@dataclass(frozen=True, slots=True)
class FiguresState(KeptState):
    """`said` is what the draft changes of them, and what is to be known of that."""

    cells: Mapping[Figure, Cell] = field(default_factory=dict)
    said: str = ""
