"""The page of rewards: the catalogue; or one reward, and beside it what it comes to."""

from __future__ import annotations

from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.draft_page import DraftPage, Keys, PageWords
from ui.rewards import wording
from ui.rewards.editor import RewardEditor
from ui.rewards.presenter import RewardsDesk
from ui.rewards.state import RewardsState
from ui.rewards.table import RewardsTable
from ui.work import Work

_KEYS = Keys(
    of_a_row=(Do.REMOVE_REWARD, Do.COPY_REWARD, Do.EDIT_REWARD),
    new=Do.NEW_REWARD,
    drop=Do.DROP_REWARDS,
    carry_over=Do.CARRY_REWARDS_OVER,
    publish=Do.PUBLISH_REWARDS,
    keep=Do.KEEP_REWARD,
    listed=Scope.REWARDS,
    edited=Scope.REWARD_FORM,
)
_WORDS = PageWords(wording.TITLE, wording.EXPLAINED, wording.EMPTY)


class RewardsPage(DraftPage):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        self.table, self.editor = RewardsTable(), RewardEditor()
        super().__init__(commands, _KEYS, _WORDS, self.table, self.editor)
        self.desk: RewardsDesk = RewardsDesk(context, work, self)
        self.editor.changed.connect(self.desk.change)
        self.table.marked.connect(self.desk.mark)
        self.table.doubleClicked.connect(lambda _: self.desk.do(Do.EDIT_REWARD))

    def show_rows(self, state: RewardsState) -> None:
        self.table.show_rewards(state.rows, state.marked)
