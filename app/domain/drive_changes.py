"""Drive changes: what two sets of campaigns differ in, and the same changes made of another set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from app.domain import changes
from app.domain.drives import Drive

Drives = tuple[Drive, ...]
_id = attrgetter("drive_id")


@dataclass(frozen=True, slots=True)
class DriveChange:
    """One campaign as it was and as it is now; None where there was none, or is none any more."""

    was: Drive | None
    now: Drive | None

    @property
    def drive_id(self) -> str:
        """The name of the campaign. One that is called otherwise is another."""
        known = self.now or self.was
        assert known is not None, "a change is of something"
        return known.drive_id


def drive_changes(before: Iterable[Drive], after: Iterable[Drive]) -> tuple[DriveChange, ...]:
    """What was changed or taken away, in the order it stood in, then what is new. Their order is no change."""
    return tuple(DriveChange(was, now) for was, now in changes.changed(before, after, _id).values())


def with_drive(drives: Drives, drive: Drive, *, instead_of: str = "") -> Drives:
    """The same with one in the place of another, or behind all where there is none of that name."""
    return changes.with_one(drives, drive, _id, instead_of=instead_of)


def without_drive(drives: Drives, drive_id: str) -> Drives:
    return changes.without(drives, drive_id, _id)


def drives_carried_over(base: Drives, mine: Drives, newer: Drives) -> Drives:
    """What `mine` made of `base`, made of `newer`; a campaign that both changed is as `mine` has it."""
    return changes.carried_over(base, mine, newer, _id)
