"""The page of campaigns: all of them over the days; or one, and beside it what it comes to."""

from __future__ import annotations

from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.draft_page import Keys, PageWords
from ui.drives import wording
from ui.drives.editor import DriveEditor
from ui.drives.presenter import DrivesDesk
from ui.drives.state import DrivesState
from ui.drives.table import DrivesTable
from ui.tried_page import TriedPage
from ui.work import Work

_KEYS = Keys(
    of_a_row=(Do.REMOVE_DRIVE, Do.COPY_DRIVE, Do.EDIT_DRIVE),
    new=Do.NEW_DRIVE,
    drop=Do.DROP_DRIVES,
    carry_over=Do.CARRY_DRIVES_OVER,
    publish=Do.PUBLISH_DRIVES,
    keep=Do.KEEP_DRIVE,
    listed=Scope.DRIVES,
    edited=Scope.DRIVE_FORM,
)
_WORDS = PageWords(wording.TITLE, wording.EXPLAINED, wording.EMPTY)


class DrivesPage(TriedPage):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        self.table, self.editor = DrivesTable(), DriveEditor()
        super().__init__(commands, _KEYS, _WORDS, self.table, self.editor, trials=(Do.DRIVE_COST,))
        self.desk: DrivesDesk = DrivesDesk(context, work, self)
        self.editor.changed.connect(self.desk.change)
        self.table.marked.connect(self.desk.mark)
        self.table.doubleClicked.connect(lambda _: self.desk.do(Do.EDIT_DRIVE))

    def show_rows(self, state: DrivesState) -> None:
        self.table.show_drives(state.rows, state.marked, state.today)
