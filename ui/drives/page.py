"""The page of campaigns: all of them over the days; or one, and beside it what it comes to."""

from __future__ import annotations

from ui.actions import Do
from ui.commands import Commands
from ui.context import CounterContext
from ui.draft_page import PageWords
from ui.drives import wording
from ui.drives.editor import DriveEditor
from ui.drives.presenter import KEYS, DrivesDesk
from ui.drives.state import DrivesState
from ui.drives.table import DrivesTable
from ui.tried_page import TriedPage
from ui.work import Work

_WORDS = PageWords(wording.TITLE, wording.EXPLAINED, wording.EMPTY)


class DrivesPage(TriedPage):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        self.table, self.editor = DrivesTable(), DriveEditor()
        super().__init__(commands, KEYS, _WORDS, self.table, self.editor, trials=(Do.DRIVE_COST,))
        self.desk: DrivesDesk = DrivesDesk(context, work, self)

    def show_rows(self, state: DrivesState) -> None:
        self.table.show_drives(state.rows, state.marked, state.today)
