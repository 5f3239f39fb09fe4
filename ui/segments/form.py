"""The form of one segment: what is typed of it. Nothing typed is nothing asked."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.segments import Ask


@dataclass(frozen=True, slots=True)
class SegmentForm:
    """`more_stores` are ids of stores that are not known here; `other` are asks that have no place of their own in the
    form: they stay.
    """

    name: str = ""
    title: str = ""
    tiers: frozenset[str] = frozenset()
    joined_least: str = ""
    joined_most: str = ""
    spent_days: str = ""
    spent_least: str = ""
    spent_most: str = ""
    bills_days: str = ""
    bills_least: str = ""
    bills_most: str = ""
    silent: str = ""
    months: frozenset[str] = frozenset()
    brought: bool = False
    stores: frozenset[str] = frozenset()
    more_stores: str = ""
    other: tuple[Ask, ...] = ()
