"""Questions: what stands behind a figure, asked again as a list of its bills or of its movements of points."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.entries import EntryKind


class About(StrEnum):
    BILLS = "bills"
    POINTS = "points"
    APPROVALS = "approvals"


@dataclass(frozen=True, slots=True)
class Question:
    """Bills, movements or approvals of these days; whatever else is given narrows them.

    `members` and `referrers` are all the ids that one member has had. An empty `tier` is no card; `category` is one
    that a line of the bill is of, `with_points` asks for bills that points paid for, `came_back` for bills of which
    something came back in these days, `expires_on` for movements whose points are gone then, whenever they were earned.
    `rule` is one that brought the points, `reward` one whose voucher was used on the bill; `is_typed` asks for bills
    whose card was typed, `approver` is who
    agreed to what `staff` asked for.
    """

    about: About
    first: date
    last: date
    members: tuple[str, ...] = ()
    referrers: tuple[str, ...] = ()
    tier: str | None = None
    category: str | None = None
    staff: str | None = None
    with_points: bool = False
    came_back: bool = False
    kinds: tuple[EntryKind, ...] = ()
    expires_on: date | None = None
    rule: str | None = None
    reward: str | None = None
    is_typed: bool = False
    approver: str | None = None
