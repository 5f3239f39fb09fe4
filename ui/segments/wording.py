"""Wording of the page of segments: its rows, and what it says of the draft."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.program import Program
from app.domain.rules import named_segments
from app.domain.segment_changes import segment_changes
from app.services.programs.rates import RatesFound
from ui import segment_words
from ui.drafting import Words
from ui.segments.state import SegmentRow
from ui.store_words import segment_with_names, segments_with_names
from ui.words import later, tr

TITLE = later("Segments")
EXPLAINED = later(
    "Members that rules and campaigns can be for, by what they are and have bought. Each is judged anew at every bill."
)
EMPTY = later("No segments yet. F6 makes one: new members, regulars, those who have not come for long.")
UNCHANGED = later("Nothing is changed yet. Enter opens the marked segment; F6 makes a new one.")
KEPT = later("“{segment}” is in the draft. F9 publishes it together with rates and rules.")
REMOVED = later("“{segment}” is taken out of the draft. It is there until the draft is published.")
NAMELESS = later("Give the segment a name first: rules will call it so.")


def rows(found: RatesFound, members: Mapping[str, int]) -> tuple[SegmentRow, ...]:
    """In the order in which they were made. `members` says how many are in each, as far as that is known."""
    program = found.drafted
    changed = {one.segment.segment_id for one in segment_changes(found.base.segments, program.segments)}
    return tuple(
        SegmentRow(
            one.segment_id,
            one.title,
            segment_words.asks(segment_with_names(one, found.stores), program.currency),
            _count(members.get(one.segment_id)),
            ", ".join(_used_by(program, one.segment_id)),
            one.segment_id in changed,
        )
        for one in program.segments
    )


def _count(members: int | None) -> str:
    """One that nobody is in today may be a mistake."""
    return "" if members is None else str(members) if members else tr("nobody today")


def _used_by(program: Program, segment_id: str) -> list[str]:
    rules = [rule.rule_id for rule in program.rules if segment_id in named_segments([rule])]
    return [*rules, *(drive.title for drive in program.drives if segment_id in drive.segments)]


def _newer(found: RatesFound) -> list[str]:
    newer = segments_with_names(found.newer_segments, found.stores)
    return [segment_words.change(one, found.program.currency) for one in newer]


OF_THE_DRAFT = Words(UNCHANGED, _newer, other=later("other rates"))
