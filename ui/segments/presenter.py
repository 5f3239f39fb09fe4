"""The segments' decisions: one is typed and kept in the draft, or taken out; a PIN publishes; members are counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from app.domain.segment_changes import with_segment, without_segment
from app.domain.segment_flaws import segment_flaws
from app.domain.segments import Segment
from app.services.campaigns.segment_members import count_members
from app.services.programs.rate_drafts import RateDraft
from app.services.programs.rates import RatesFound
from ui import segment_words
from ui.actions import Do, Scope
from ui.context import CounterContext
from ui.draft_keys import Keys
from ui.segments import wording
from ui.segments.filling import form_of
from ui.segments.form import SegmentForm
from ui.segments.reading import segment_of
from ui.segments.state import SegmentRow, SegmentsState
from ui.store_words import segment_with_names
from ui.tried_desk import TriedDesk, View
from ui.words import said, tr
from ui.work import Work

KEYS: Final = Keys(
    drop=Do.DROP_SEGMENTS,
    carry_over=Do.CARRY_SEGMENTS_OVER,
    remove=Do.REMOVE_SEGMENT,
    copy=None,
    edit=Do.EDIT_SEGMENT,
    new=Do.NEW_SEGMENT,
    publish=Do.PUBLISH_SEGMENTS,
    keep=Do.KEEP_SEGMENT,
    listed=Scope.SEGMENTS,
    edited=Scope.SEGMENT_FORM,
)


class SegmentsDesk(TriedDesk[Segment, SegmentForm, SegmentsState]):
    def __init__(self, context: CounterContext, work: Work, view: View[SegmentsState]) -> None:
        super().__init__(context, work, view, SegmentsState(), wording.OF_THE_DRAFT, KEYS)
        self._members: Mapping[str, int] = {}
        self.commands[Do.TRY_SEGMENTS] = self._try

    def new(self) -> None:
        self._edit(SegmentForm(), "")

    @property
    def _listed(self) -> Sequence[Segment]:
        return self.known.drafted.segments

    def _name(self, one: Segment) -> str:
        return one.segment_id

    def _form(self, one: Segment) -> SegmentForm:
        return form_of(one, self.known.program.currency)

    def _made(self, form: SegmentForm) -> Segment:
        if not form.name.strip():
            raise ValueError(tr(wording.NAMELESS))
        return segment_of(form, self.known.program.currency)

    def _judge(self, one: Segment, form: SegmentForm) -> tuple[str, str]:
        drafted = self._with(one, form).over(self.known.base)
        tiers = [level.name for level in drafted.tiers.levels]
        flaws = segment_flaws(drafted.segments, tiers=tiers, stores=self.known.stores.every)
        found = [flaw.text for flaw in flaws if one.segment_id in flaw.rules]
        named = segment_with_names(one, self.known.stores)
        return segment_words.sentence(named, drafted.currency), "\n".join(map(said, dict.fromkeys(found)))

    def _with(self, one: Segment, _: SegmentForm) -> RateDraft:
        before = self.known.drafted.segments
        segments = with_segment(before, one, instead_of=self._edited) if self._edited else (*before, one)
        return replace(self.known.draft, segments=segments)

    def _without(self, one: Segment) -> RateDraft:
        return replace(self.known.draft, segments=without_segment(self.known.drafted.segments, one.segment_id))

    def _kept(self, one: Segment) -> str:
        return tr(wording.KEPT, segment=one.segment_id)

    def _removed(self, one: Segment) -> str:
        return tr(wording.REMOVED, segment=one.segment_id)

    def _rows(self, found: RatesFound) -> tuple[SegmentRow, ...]:
        return wording.rows(found, self._members)

    def _besides(self, found: RatesFound) -> dict[str, Any]:
        return {
            "title": tr("Segments v{version}", version=found.program.version),
            "tiers": tuple(level.name for level in found.base.tiers.levels),
            "stores": found.stores,
        }

    def _know(self, found: RatesFound, words: str) -> None:
        super()._know(found, words)
        self._count(found)

    def _count(self, found: RatesFound) -> None:
        """Everybody is looked at, which may take a moment; until then nothing is said of how many there are."""
        desk, segments = self._context.desk, found.drafted.segments
        self._work.latest(
            "segment members",
            lambda: count_members(desk, segments, told=lambda _done, _of: None, stop=lambda: False),
            self._counted,
            self.refuse,
        )

    def _counted(self, members: Mapping[str, int] | None) -> None:
        self._members = members or {}
        self._show(rows=self._rows(self.known))
