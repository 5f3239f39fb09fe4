"""The versions of the program, drafts of the next, and the tiers members were moved to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from app.domain.cases import SavedCase
from app.domain.program import Program
from app.domain.tiers import Metrics, TierChangeKind

if TYPE_CHECKING:
    from app.services.programs.programme_records import KeptProgramme
    from app.services.programs.rate_drafts import RateDraft


@dataclass(frozen=True, slots=True)
class TierChange:
    change_id: str
    member_id: str
    from_tier: str
    to_tier: str
    kind: TierChangeKind
    reason: str
    metrics: Metrics
    staff: str
    occurred_at: datetime


class TierHistory(Protocol):
    def add(self, change: TierChange) -> None: ...
    def put_all(self, changes: Mapping[str, Sequence[TierChange]]) -> None:
        """Replace what stands here of these members by this; none of it is held to a date."""

    def of_member(self, member_id: str) -> Sequence[TierChange]: ...
    def hold(self, change: TierChange, until: datetime) -> None:
        """Note when a tier that was given for some time ends, anew where it was noted before."""

    def put_holds(self, ends: Mapping[str, datetime]) -> None:
        """Replace what stands here of these changes by this."""

    def holds_of(self, member_id: str) -> Mapping[str, datetime]:
        """By change, in the order of their ids, when a tier that a member was given for some time ends."""

    def held_until(self, change_id: str) -> datetime | None:
        """The end that was named for a tier set by hand, if one was."""


@dataclass(frozen=True, slots=True)
class Publication:
    """When a version was published and by whom, and from when it holds."""

    version: int
    staff: str
    at: datetime
    holds_from: datetime


class Programs(Protocol):
    def latest_version(self) -> int:
        """The highest version published; 0 before the first."""

    def in_force(self, at: datetime) -> Program:
        """The version that holds at an instant (`domain.timetable`)."""

    def waiting(self, after: datetime) -> Sequence[Program]:
        """The versions that will begin after an instant, the next first."""

    def published(self) -> Sequence[Publication]:
        """Every version, the newest first; below zero those of a history."""

    def has(self, version: int) -> bool: ...
    def version(self, version: int) -> Program: ...
    def publish(self, program: Program, *, staff: str, at: datetime) -> None: ...
    def draft(self, staff: str) -> RateDraft | None:
        """What somebody has begun to change, in no version yet."""

    def put_draft(self, draft: RateDraft) -> None:
        """Insert or replace somebody's own."""

    def drop_draft(self, staff: str) -> None: ...
    def cases(self) -> Sequence[SavedCase]:
        """By name."""

    def put_case(self, case: SavedCase) -> None:
        """Insert, or replace the one of that name."""

    def drop_case(self, name: str) -> None: ...
    def programmes(self) -> Sequence[KeptProgramme]:
        """Those that were made or changed, in the order they were made."""

    def put_programme(self, kept: KeptProgramme) -> None:
        """Insert, or replace the one of that id."""
