"""The page of tiers: all of them, who holds each and would; or one tier, and beside it what it comes to."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from ui.commands import Commands
from ui.context import CounterContext
from ui.draft_page import PageWords
from ui.tiers import wording
from ui.tiers.editor import TierEditor
from ui.tiers.presenter import KEYS, TiersDesk
from ui.tiers.state import TiersState
from ui.tiers.table import TiersTable
from ui.tried_page import TriedPage
from ui.widgets.labels import breakable, label
from ui.widgets.signs import Sign
from ui.work import Work

_WORDS = PageWords(wording.TITLE, wording.EXPLAINED, wording.EMPTY, Sign.PEOPLE)


class TiersPage(TriedPage):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        self.table, self.editor, self.changes = TiersTable(), TierEditor(), label(wraps=True)
        super().__init__(commands, KEYS, _WORDS, self.table, self.editor)
        self.desk: TiersDesk = TiersDesk(context, work, self)

    def show_rows(self, state: TiersState) -> None:
        self.table.show_tiers(state.rows, state.marked)

    def show_state(self, state: TiersState) -> None:
        self.changes.setText(breakable(state.changes))
        self.changes.setVisible(bool(state.changes))
        super().show_state(state)

    def _lay_out_below(self, rows: QVBoxLayout) -> None:
        rows.addWidget(self.changes)
        super()._lay_out_below(rows)
