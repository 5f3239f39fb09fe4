"""The segments' decisions: one is typed and kept in the draft, or taken out; a PIN publishes; members are counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from app.domain.segment_changes import with_segment, without_segment
from app.domain.segment_flaws import segment_flaws
from app.domain.segments import Segment
from app.services import rates
from app.services.rate_drafts import RateDraft
from app.services.rates import RatesFound
from app.services.segment_members import count_members
from ui import segment_words
from ui.actions import Do
from ui.context import CounterContext
from ui.drafting import Drafting, begins
from ui.errors import Notice, Tone, notice_of
from ui.parts import Part
from ui.segments import wording
from ui.segments.filling import form_of
from ui.segments.form import SegmentForm
from ui.segments.reading import segment_of
from ui.segments.state import SegmentsState
from ui.words import said, tr
from ui.work import Work


class View(Protocol):
    def show_state(self, state: SegmentsState) -> None: ...


class SegmentsDesk:
    """What is typed of a segment is judged at once; the draft is kept when the segment is."""

    def __init__(self, context: CounterContext, work: Work, view: View) -> None:
        self._context = context
        self._work = work
        self._view = view
        self._found: RatesFound | None = None
        self._edited = ""
        self._members: Mapping[str, int] = {}
        self._drafting = drafting = Drafting(context, work, self, wording.OF_THE_DRAFT)
        self.state = SegmentsState()
        self.commands: dict[Do, Callable[[], None]] = {
            Do.NEW_SEGMENT: self.new,
            Do.EDIT_SEGMENT: self.edit,
            Do.REMOVE_SEGMENT: self.remove,
            Do.PUBLISH_SEGMENTS: drafting.publish,
            Do.CARRY_SEGMENTS_OVER: drafting.carry_over,
            Do.DROP_SEGMENTS: drafting.drop,
        }
        self.form = Part({Do.KEEP_SEGMENT: self.keep}, self._is_ready)

    def open(self) -> None:
        self.state = SegmentsState(turn=self.state.turn + 1)
        self.read()

    def back(self) -> bool:
        """Esc leaves the form; what was typed there is not kept."""
        if self.state.form is None:
            return False
        self._show(form=None, notice=None)
        return True

    def do(self, what: Do) -> None:
        if self._is_ready():
            self.commands[what]()

    def _is_ready(self) -> bool:
        return self._found is not None and not self.state.is_busy

    def mark(self, row: int) -> None:
        if 0 <= row < len(self.state.rows):
            self._show(marked=row)

    def new(self) -> None:
        self._edit(SegmentForm(), "")

    def edit(self) -> None:
        segment = self._marked
        if segment is not None:
            self._edit(form_of(segment, self.known.program.currency), segment.segment_id)

    def change(self, form: SegmentForm) -> None:
        """Something was typed: say what it comes to, and what is wrong with it."""
        if self.state.form is None:
            return
        try:
            segment = self._segment(form)
        except ValueError as wrong:
            self._show(form=form, said="", flaws=str(wrong))
            return
        drafted = self._with(segment).over(self.known.base)
        words = segment_words.sentence(segment, drafted.currency)
        tiers = [level.name for level in drafted.tiers.levels]
        found = [one.text for one in segment_flaws(drafted.segments, tiers=tiers) if segment.segment_id in one.rules]
        self._show(form=form, said=words, flaws="\n".join(map(said, dict.fromkeys(found))))

    def keep(self) -> None:
        form = self.state.form
        if form is None:
            return
        try:
            segment = self._segment(form)
        except ValueError as wrong:
            self._show(notice=Notice(Tone.WARN, str(wrong)))
        else:
            self._keep(self._with(segment), tr(wording.KEPT, segment=segment.segment_id))

    def remove(self) -> None:
        segment = self._marked
        if segment is not None:
            segments = without_segment(self._segments, segment.segment_id)
            self._keep(replace(self.known.draft, segments=segments), tr(wording.REMOVED, segment=segment.segment_id))

    def begin(self) -> None:
        self._show(is_busy=True, notice=None)

    def read(self, words: str = "") -> None:
        desk, staff = self._context.desk, self._context.cashier
        self._work.latest(
            "segments desk", lambda: rates.look(desk, staff), lambda found: self._know(found, words), self.refuse
        )

    def refuse(self, error: Exception) -> None:
        self._show(is_busy=False, notice=notice_of(error))

    @property
    def known(self) -> RatesFound:
        assert self._found is not None, "the page is open"
        return self._found

    def remark(self, notice: Notice) -> None:
        self._show(notice=notice)

    @property
    def _segments(self) -> tuple[Segment, ...]:
        return self.known.drafted.segments

    @property
    def _marked(self) -> Segment | None:
        return self._segments[self.state.marked] if self.state.marked < len(self._segments) else None

    def _segment(self, form: SegmentForm) -> Segment:
        """Raises ValueError with what is missing or wrong."""
        if not form.name.strip():
            raise ValueError(tr(wording.NAMELESS))
        return segment_of(form, self.known.program.currency)

    def _with(self, segment: Segment) -> RateDraft:
        """The draft with a segment in the place of the one that was opened, or behind all."""
        segments = (*self._segments, segment)
        if self._edited:
            segments = with_segment(self._segments, segment, instead_of=self._edited)
        return replace(self.known.draft, segments=segments)

    def _edit(self, form: SegmentForm, segment_id: str) -> None:
        self._edited = segment_id
        self._show(form=form, turn=self.state.turn + 1, notice=None)
        self.change(form)

    def _keep(self, draft: RateDraft, words: str) -> None:
        desk = self._context.desk

        def kept(_: None) -> None:
            self._show(form=None)
            self.read(words)

        self._drafting.write(lambda: rates.keep(desk, draft), kept)

    def _know(self, found: RatesFound, words: str) -> None:
        self._found = found
        rows = wording.rows(found, self._members)
        self._show(
            title=tr("Segments v{version}", version=found.program.version),
            rows=rows,
            marked=max(0, min(self.state.marked, len(rows) - 1)),
            begins=begins(found, self._context.desk),
            tiers=tuple(level.name for level in found.base.tiers.levels),
            is_busy=False,
            has_changes=found.has_changes,
            has_newer=found.has_newer,
            notice=self._drafting.notice(words),
        )
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
        self._show(rows=wording.rows(self.known, self._members))

    def _show(self, **shown: Any) -> None:
        self.state = replace(self.state, **shown)
        self._view.show_state(self.state)
