"""The page of segments: all of them; or one segment, and beside it what it comes to."""

from __future__ import annotations

from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.draft_page import Keys, PageWords
from ui.segments import wording
from ui.segments.editor import SegmentEditor
from ui.segments.presenter import SegmentsDesk
from ui.segments.state import SegmentsState
from ui.segments.table import SegmentsTable
from ui.tried_page import TriedPage
from ui.widgets.signs import Sign
from ui.work import Work

_KEYS = Keys(
    of_a_row=(Do.REMOVE_SEGMENT, Do.EDIT_SEGMENT),
    new=Do.NEW_SEGMENT,
    drop=Do.DROP_SEGMENTS,
    carry_over=Do.CARRY_SEGMENTS_OVER,
    publish=Do.PUBLISH_SEGMENTS,
    keep=Do.KEEP_SEGMENT,
    listed=Scope.SEGMENTS,
    edited=Scope.SEGMENT_FORM,
)
_WORDS = PageWords(wording.TITLE, wording.EXPLAINED, wording.EMPTY, Sign.PEOPLE)


class SegmentsPage(TriedPage):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        self.table, self.editor = SegmentsTable(), SegmentEditor()
        super().__init__(commands, _KEYS, _WORDS, self.table, self.editor, beside_px=250)
        self.desk: SegmentsDesk = SegmentsDesk(context, work, self)
        self.editor.changed.connect(self.desk.change)
        self.table.marked.connect(self.desk.mark)
        self.table.doubleClicked.connect(lambda _: self.desk.do(Do.EDIT_SEGMENT))

    def show_rows(self, state: SegmentsState) -> None:
        self.table.show_segments(state.rows, state.marked)
