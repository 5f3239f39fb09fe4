"""Tier changes: what two schemes of tiers differ in, and which of them stands over a newer one."""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from app.domain import changes
from app.domain.tiers import TierScheme

_name = attrgetter("name")
_LEVELS = "levels"


@dataclass(frozen=True, slots=True)
class TierChange:
    """One figure of a tier, or of all together (`tier` is empty), as it was and as it is.

    Where a tier is new or taken away, it stands whole in `now` or `was`, and `part` is empty.
    """

    tier: str
    part: str
    was: Any
    now: Any


def tier_changes(before: TierScheme, after: TierScheme) -> tuple[TierChange, ...]:
    """Tier by tier, then what is one for all."""
    if before == after:
        return ()
    found: list[TierChange] = []
    for name, (was, now) in changes.changed(before.levels, after.levels, _name).items():
        found += _between(name, was, now) if was is not None and now is not None else [TierChange(name, "", was, now)]
    return (*found, *_between("", before, after))


def _between(tier: str, was: Any, now: Any) -> list[TierChange]:
    parts = (one.name for one in fields(was) if one.name != _LEVELS)
    pairs = ((part, getattr(was, part), getattr(now, part)) for part in parts)
    return [TierChange(tier, part, old, new) for part, old, new in pairs if old != new]


def tiers_carried_over(base: TierScheme, mine: TierScheme, newer: TierScheme) -> TierScheme:
    """`mine` whole where it changed anything of `base`: single tiers of two schemes need not stand in one order."""
    return newer if mine == base else mine
