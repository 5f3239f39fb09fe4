"""Timetable: which version of the rules holds at an instant. Source: docs/rates.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Start:
    """The instant from which a version holds."""

    version: int
    at: datetime


def in_force(starts: Sequence[Start], at: datetime) -> int:
    """The highest version that has begun; the lowest where none has yet. 0 where nothing was ever published.

    A version holds until a higher one begins; one that a higher one overtook before its time never begins.
    """
    begun = max((one.version for one in starts if one.at <= at), default=None)
    return min((one.version for one in starts), default=0) if begun is None else begun


def waiting(starts: Sequence[Start], after: datetime) -> tuple[int, ...]:
    """The versions that will begin after an instant, in the order in which they do."""
    latest, following = in_force(starts, after), []
    for one in sorted(starts, key=lambda one: (one.at, -one.version)):
        if one.at > after and one.version > latest:
            latest = one.version
            following.append(latest)
    return tuple(following)
