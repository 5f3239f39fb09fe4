"""Segment changes: what two sets of segments differ in, and the same changes made of another set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from app.domain import changes
from app.domain.segments import Segment

Segments = tuple[Segment, ...]
_id = attrgetter("segment_id")


@dataclass(frozen=True, slots=True)
class SegmentChange:
    """One segment as it was and as it is now; None where there was none, or is none any more."""

    was: Segment | None
    now: Segment | None

    @property
    def segment(self) -> Segment:
        """As it is now, or as it was last."""
        known = self.now or self.was
        assert known is not None, "a change is of something"
        return known


def segment_changes(before: Iterable[Segment], after: Iterable[Segment]) -> tuple[SegmentChange, ...]:
    """What was changed or taken away, in the order it stood in, then what is new. Their order is no change."""
    return tuple(SegmentChange(was, now) for was, now in changes.changed(before, after, _id).values())


def with_segment(segments: Segments, segment: Segment, *, instead_of: str = "") -> Segments:
    """The same with one in the place of another, or behind all where it is new."""
    return changes.with_one(segments, segment, _id, instead_of=instead_of)


def without_segment(segments: Segments, segment_id: str) -> Segments:
    return changes.without(segments, segment_id, _id)


def segments_carried_over(base: Segments, mine: Segments, newer: Segments) -> Segments:
    """What `mine` made of `base`, made of `newer`; a segment that both changed is as `mine` has it."""
    return changes.carried_over(base, mine, newer, _id)
