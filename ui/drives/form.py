"""The form of one campaign: what is typed of it. Nothing typed is nothing asked."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.drives import Measure, Since


@dataclass(frozen=True, slots=True)
class DriveForm:
    """`measure` is None for no goal. `rules` are the names of those that belong to it."""

    title: str = ""
    first_day: str = ""
    last_day: str = ""
    segments: frozenset[str] = frozenset()
    tiers: frozenset[str] = frozenset()
    by_joining: bool = False
    measure: Measure | None = None
    target: str = ""
    since: Since = Since.BEGIN
    days: str = ""
    rules: frozenset[str] = frozenset()
