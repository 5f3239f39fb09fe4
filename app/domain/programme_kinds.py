"""Kinds of programmes: rules that do not fit theirs are not published. Source: docs/domain.md, Programmes."""

from __future__ import annotations

from decimal import Decimal

from app.domain.errors import invalid
from app.domain.program import Program
from app.domain.programmes import ProgrammeKind
from app.domain.tiers import Level

_ALIKE = frozenset({ProgrammeKind.POINTS, ProgrammeKind.CASHBACK})


def check_kind(program: Program) -> None:
    """Refuse rules that are more or other than their programme's kind may hold. Raises INVALID."""
    kind, levels = program.programme.kind, program.tiers.levels
    if kind in _ALIKE and len({_brings(level) for level in levels}) > 1:
        raise invalid(
            "In a programme of this kind every tier earns and pays alike. Nothing was published; make what the tiers "
            "bring the same, or choose another kind.",
            kind=kind.value,
        )
    if kind is ProgrammeKind.TIERED and len(levels) < 2:
        raise invalid("A programme of tiers has two of them at least. Nothing was published; add one.", kind=kind.value)
    if kind is ProgrammeKind.CASHBACK and program.redemption.rate != 1:
        raise invalid(
            "Where points are cashback, one is worth one unit of money. Nothing was published; set that rate to 1.",
            kind=kind.value,
        )


def _brings(level: Level) -> tuple[Decimal, Decimal, int]:
    return (level.multiplier, level.price_discount_percent, level.birthday_points)
