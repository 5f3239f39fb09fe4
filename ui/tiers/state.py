"""What the page of tiers shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ui.errors import Notice
from ui.rows import ChoiceRow


class Part(StrEnum):
    """What can be typed: of the marked tier, and of all together."""

    SPEND = "spend"
    POINTS = "points"
    BILLS = "bills"
    MULTIPLIER = "multiplier"
    DISCOUNT = "discount"
    BIRTHDAY = "birthday"
    BENEFITS = "benefits"
    PERIOD = "period"
    GRACE = "grace"


OF_ALL = (Part.PERIOD, Part.GRACE)


@dataclass(frozen=True, slots=True)
class TiersState:
    """`turn` grows when what stands in the fields is to be shown over what was typed."""

    rows: tuple[ChoiceRow, ...] = ()
    marked: int = 0
    title: str = ""
    typed: Mapping[Part, str] = field(default_factory=dict)
    impact: str = ""
    notice: Notice | None = None
    has_changes: bool = False
    is_busy: bool = False
    is_trying: bool = False
    turn: int = 0
