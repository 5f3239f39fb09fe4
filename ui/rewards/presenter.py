"""The rewards' decisions: one is typed and kept in the draft, copied, taken out; a PIN publishes the draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from app.domain.errors import DomainError
from app.domain.reward_changes import with_reward, without_reward
from app.domain.rewards import Reward, check_rewards
from app.services.programs.rate_drafts import RateDraft
from app.services.programs.rates import RatesFound
from ui import reward_words
from ui.actions import Do, Scope
from ui.context import CounterContext
from ui.draft_desk import DraftDesk, View
from ui.draft_keys import Keys
from ui.errors import notice_of
from ui.rewards import wording
from ui.rewards.filling import form_of
from ui.rewards.form import RewardForm
from ui.rewards.reading import reward_of
from ui.rewards.state import RewardRow, RewardsState
from ui.words import tr
from ui.work import Work

KEYS: Final = Keys(
    drop=Do.DROP_REWARDS,
    carry_over=Do.CARRY_REWARDS_OVER,
    remove=Do.REMOVE_REWARD,
    copy=Do.COPY_REWARD,
    edit=Do.EDIT_REWARD,
    new=Do.NEW_REWARD,
    publish=Do.PUBLISH_REWARDS,
    keep=Do.KEEP_REWARD,
    listed=Scope.REWARDS,
    edited=Scope.REWARD_FORM,
)


class RewardsDesk(DraftDesk[Reward, RewardForm, RewardsState]):
    def __init__(self, context: CounterContext, work: Work, view: View[RewardsState]) -> None:
        super().__init__(context, work, view, RewardsState(), wording.OF_THE_DRAFT, KEYS)
        self.commands[Do.COPY_REWARD] = self.copy

    def new(self) -> None:
        self._edit(RewardForm(), self._context.desk.ids.entity())

    def copy(self) -> None:
        reward = self._marked
        if reward is not None:
            form = replace(self._form(reward), name=tr(wording.COPY_OF, reward=reward.name))
            self._edit(form, self._context.desk.ids.entity())

    @property
    def _listed(self) -> Sequence[Reward]:
        return self.known.drafted.rewards

    def _name(self, one: Reward) -> str:
        return one.reward_id

    def _form(self, one: Reward) -> RewardForm:
        return form_of(one, self.known.program.currency, self._context.desk.calendar)

    def _made(self, form: RewardForm) -> Reward:
        if not form.name.strip():
            raise ValueError(tr(wording.NAMELESS))
        return reward_of(form, self._edited, self.known.program.currency, self._context.desk.calendar)

    def _judge(self, one: Reward, form: RewardForm) -> tuple[str, str]:
        drafted = self._with(one, form).over(self.known.base)
        words = reward_words.sentence(one, drafted, today=self.known.at)
        try:
            check_rewards(drafted.rewards, drafted.tiers)
        except DomainError as refusal:
            return words, notice_of(refusal).text
        return words, ""

    def _with(self, one: Reward, _: RewardForm) -> RateDraft:
        return replace(self.known.draft, rewards=with_reward(self.known.drafted.rewards, one))

    def _without(self, one: Reward) -> RateDraft:
        return replace(self.known.draft, rewards=without_reward(self.known.drafted.rewards, one.reward_id))

    def _kept(self, one: Reward) -> str:
        return tr(wording.KEPT, reward=one.name)

    def _removed(self, one: Reward) -> str:
        return tr(wording.REMOVED, reward=one.name)

    def _rows(self, found: RatesFound) -> tuple[RewardRow, ...]:
        return wording.rows(found)

    def _besides(self, found: RatesFound) -> dict[str, Any]:
        return {
            "title": tr("Rewards v{version}", version=found.program.version),
            "categories": tuple(found.base.categories),
            "tiers": tuple(level.name for level in found.base.tiers.levels),
        }
