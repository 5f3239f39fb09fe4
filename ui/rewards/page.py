"""The page of rewards: the catalogue; or one reward, and beside it what it comes to."""

from __future__ import annotations

from ui.commands import Commands
from ui.context import CounterContext
from ui.draft_page import DraftPage, PageWords
from ui.rewards import wording
from ui.rewards.editor import RewardEditor
from ui.rewards.presenter import KEYS, RewardsDesk
from ui.rewards.state import RewardsState
from ui.rewards.table import RewardsTable
from ui.work import Work

_WORDS = PageWords(wording.TITLE, wording.EXPLAINED, wording.EMPTY)


class RewardsPage(DraftPage):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        self.table, self.editor = RewardsTable(), RewardEditor()
        super().__init__(commands, KEYS, _WORDS, self.table, self.editor)
        self.desk: RewardsDesk = RewardsDesk(context, work, self)

    def show_rows(self, state: RewardsState) -> None:
        self.table.show_rewards(state.rows, state.marked)
