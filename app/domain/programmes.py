"""Programmes: what members take part in; every version of the rules is of one. Source: docs/domain.md, Programmes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.errors import invalid

NAME_LENGTH_MAX = 80
POINT_LENGTH_MAX = 20


class ProgrammeKind(StrEnum):
    """What the rules of a programme may hold; HYBRID holds everything."""

    POINTS = "POINTS"  # every tier earns and pays alike
    TIERED = "TIERED"  # there are tiers to reach
    CASHBACK = "CASHBACK"  # a point is one unit of money, and is shown as money
    HYBRID = "HYBRID"


class ProgrammeStatus(StrEnum):
    DRAFT = "DRAFT"  # was never published
    ACTIVE = "ACTIVE"
    SUSPENDED = "SUSPENDED"  # nothing is earned or redeemed; points stay, and bills go on
    ARCHIVED = "ARCHIVED"  # never in force again


@dataclass(frozen=True, slots=True)
class PointName:
    """What a programme calls its points: "coin", "coins"."""

    one: str
    many: str

    def of(self, hundredths: int) -> str:
        return self.one if hundredths == 100 else self.many


@dataclass(frozen=True, slots=True)
class Programme:
    """`first_day` and `last_day` are the shop's, both included; None: no such end."""

    programme_id: str
    name: str
    kind: ProgrammeKind = ProgrammeKind.HYBRID
    status: ProgrammeStatus = ProgrammeStatus.DRAFT
    first_day: date | None = field(default=None, metadata={"sparse": True})
    last_day: date | None = field(default=None, metadata={"sparse": True})
    point: PointName | None = field(default=None, metadata={"sparse": True})

    def is_called(self, name: str) -> bool:
        """Whether people would take it for one of that name."""
        return self.name.casefold() == name.casefold()

    def runs_on(self, day: date) -> bool:
        """Whether points are earned and redeemed on a day on which its rules are in force."""
        begun = self.first_day is None or self.first_day <= day
        ended = self.last_day is not None and self.last_day < day
        return self.status is ProgrammeStatus.ACTIVE and begun and not ended


FIRST = Programme("first", "Loyalty programme", status=ProgrammeStatus.ACTIVE)


def check_programme(programme: Programme) -> None:
    """Refuse what cannot be a programme, with the reason. Raises INVALID."""
    if not _is_said(programme.name, NAME_LENGTH_MAX):
        raise invalid(f"A programme needs a name of at most {NAME_LENGTH_MAX} letters. Nothing was changed.")
    point = programme.point
    if point is not None and not all(_is_said(word, POINT_LENGTH_MAX) for word in (point.one, point.many)):
        raise invalid(
            f"Points need a word for one and a word for many, of at most {POINT_LENGTH_MAX} letters. "
            "Nothing was changed."
        )
    first, last = programme.first_day, programme.last_day
    if first is not None and last is not None and last < first:
        raise invalid("A programme cannot end before it begins. Nothing was changed; choose a later last day.")


def _is_said(words: str, most: int) -> bool:
    return 0 < len(words) <= most and words == words.strip() and words.isprintable()
