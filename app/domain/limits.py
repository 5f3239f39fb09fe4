"""Limits of decision rules: how often and how much one may bring, and what is left of that for one bill.

Points are hundredths. Source: docs/domain.md, Limits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Bound(StrEnum):
    """What can hold a rule back."""

    USES = "USES"
    BILL = "BILL"
    MEMBER = "MEMBER"
    DAY = "DAY"
    BUDGET = "BUDGET"
    STOCK = "STOCK"  # of the reward it gives
    HAD = "HAD"  # as often as a member may have that reward


@dataclass(frozen=True, slots=True)
class Room:
    """The most points a rule may still bring to a bill, and what says so; None of either where nothing does."""

    points: int | None = None
    held_by: Bound | None = None


UNBOUND = Room()


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a rule has brought before a bill: to its member in all, on how many bills, and on the bill's day.

    `budget_left` is what may still be brought of its budget where the bill is made; None: nobody has drawn on it.
    """

    uses: int = 0
    points: int = 0
    today: int = 0
    budget_left: int | None = None


NOTHING_DRAWN = Drawn()
_UNSET = {"sparse": True}


@dataclass(frozen=True, slots=True)
class RuleLimits:
    """All that a rule may bring; None is no limit. A use is a bill that a rule brought points to.

    `points_per_day` is of one member on one day of the shop, `budget` of all members together.
    """

    uses_per_member: int | None = field(default=None, metadata=_UNSET)
    points_per_bill: int | None = field(default=None, metadata=_UNSET)
    points_per_member: int | None = field(default=None, metadata=_UNSET)
    points_per_day: int | None = field(default=None, metadata=_UNSET)
    budget: int | None = field(default=None, metadata=_UNSET)

    def room(self, drawn: Drawn) -> Room:
        """What is left for one bill: the narrowest, and of two alike the first in the order of `Bound`."""
        return min(self._rooms(drawn), key=lambda room: room.points or 0, default=UNBOUND)

    def _rooms(self, drawn: Drawn) -> Iterator[Room]:
        if self.uses_per_member is not None and drawn.uses >= self.uses_per_member:
            yield Room(0, Bound.USES)
        if self.points_per_bill is not None:
            yield Room(self.points_per_bill, Bound.BILL)
        if self.points_per_member is not None:
            yield Room(max(0, self.points_per_member - drawn.points), Bound.MEMBER)
        if self.points_per_day is not None:
            yield Room(max(0, self.points_per_day - drawn.today), Bound.DAY)
        if self.budget is not None:
            left = self.budget if drawn.budget_left is None else drawn.budget_left
            yield Room(max(0, left), Bound.BUDGET)


NO_LIMITS = RuleLimits()


def still_drawn(points: int, *, kept_minor: int, net_minor: int) -> int:
    """What a rule's points for a bill still count when only so much of its money is kept: their share, rounded up."""
    return points if kept_minor >= net_minor else -(-points * kept_minor // net_minor)
