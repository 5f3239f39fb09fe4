"""The page of segments: all of them; or one segment, and beside it what it comes to."""

from __future__ import annotations

from ui.commands import Commands
from ui.context import CounterContext
from ui.draft_page import PageWords
from ui.segments import wording
from ui.segments.editor import SegmentEditor
from ui.segments.presenter import KEYS, SegmentsDesk
from ui.segments.state import SegmentsState
from ui.segments.table import SegmentsTable
from ui.tried_page import TriedPage
from ui.widgets.signs import Sign
from ui.work import Work

_WORDS = PageWords(wording.TITLE, wording.EXPLAINED, wording.EMPTY, Sign.PEOPLE)


class SegmentsPage(TriedPage):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        self.table, self.editor = SegmentsTable(), SegmentEditor()
        super().__init__(commands, KEYS, _WORDS, self.table, self.editor, beside_px=250)
        self.desk: SegmentsDesk = SegmentsDesk(context, work, self)

    def show_rows(self, state: SegmentsState) -> None:
        self.table.show_segments(state.rows, state.marked)
