"""The rewards' decisions: one is typed and kept in the draft, copied, taken out; a PIN publishes the draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from app.domain.errors import DomainError
from app.domain.reward_changes import with_reward, without_reward
from app.domain.rewards import Reward, check_rewards
from app.services import rates
from app.services.rate_drafts import RateDraft
from app.services.rates import RatesFound
from ui import reward_words
from ui.actions import Do
from ui.context import CounterContext
from ui.drafting import Drafting, begins
from ui.errors import Notice, Tone, notice_of
from ui.parts import Part
from ui.rewards import wording
from ui.rewards.filling import form_of
from ui.rewards.form import RewardForm
from ui.rewards.reading import reward_of
from ui.rewards.state import RewardsState
from ui.words import tr
from ui.work import Work


class View(Protocol):
    def show_state(self, state: RewardsState) -> None: ...


class RewardsDesk:
    """What is typed of a reward is judged at once; the draft is kept when the reward is."""

    def __init__(self, context: CounterContext, work: Work, view: View) -> None:
        self._context = context
        self._work = work
        self._view = view
        self._found: RatesFound | None = None
        self._edited = ""
        self._drafting = drafting = Drafting(context, work, self, wording.OF_THE_DRAFT)
        self.state = RewardsState()
        self.commands: dict[Do, Callable[[], None]] = {
            Do.NEW_REWARD: self.new,
            Do.EDIT_REWARD: self.edit,
            Do.COPY_REWARD: self.copy,
            Do.REMOVE_REWARD: self.remove,
            Do.PUBLISH_REWARDS: drafting.publish,
            Do.CARRY_REWARDS_OVER: drafting.carry_over,
            Do.DROP_REWARDS: drafting.drop,
        }
        self.form = Part({Do.KEEP_REWARD: self.keep}, self._is_ready)

    def open(self) -> None:
        self.state = RewardsState(turn=self.state.turn + 1)
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
        self._edit(RewardForm(), self._context.desk.ids.entity())

    def edit(self) -> None:
        reward = self._marked
        if reward is not None:
            self._edit(self._form(reward), reward.reward_id)

    def copy(self) -> None:
        reward = self._marked
        if reward is not None:
            form = replace(self._form(reward), name=tr(wording.COPY_OF, reward=reward.name))
            self._edit(form, self._context.desk.ids.entity())

    def change(self, form: RewardForm) -> None:
        """Something was typed: say what it comes to, and what is wrong with it."""
        if self.state.form is None:
            return
        try:
            reward = self._reward(form)
        except ValueError as wrong:
            self._show(form=form, said="", flaws=str(wrong))
            return
        drafted = self._with(reward).over(self.known.base)
        words = reward_words.sentence(reward, drafted, today=self.known.at)
        try:
            check_rewards(drafted.rewards, drafted.tiers)
        except DomainError as refusal:
            self._show(form=form, said=words, flaws=notice_of(refusal).text)
        else:
            self._show(form=form, said=words, flaws="")

    def keep(self) -> None:
        form = self.state.form
        if form is None:
            return
        try:
            reward = self._reward(form)
        except ValueError as wrong:
            self._show(notice=Notice(Tone.WARN, str(wrong)))
        else:
            self._keep(self._with(reward), tr(wording.KEPT, reward=reward.name))

    def remove(self) -> None:
        reward = self._marked
        if reward is not None:
            rewards = without_reward(self._rewards, reward.reward_id)
            self._keep(replace(self.known.draft, rewards=rewards), tr(wording.REMOVED, reward=reward.name))

    def begin(self) -> None:
        self._show(is_busy=True, notice=None)

    def read(self, words: str = "") -> None:
        desk, staff = self._context.desk, self._context.cashier
        self._work.latest(
            "rewards desk", lambda: rates.look(desk, staff), lambda found: self._know(found, words), self.refuse
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
    def _rewards(self) -> tuple[Reward, ...]:
        return self.known.drafted.rewards

    @property
    def _marked(self) -> Reward | None:
        return self._rewards[self.state.marked] if self.state.marked < len(self._rewards) else None

    def _form(self, reward: Reward) -> RewardForm:
        return form_of(reward, self.known.program.currency, self._context.desk.calendar)

    def _reward(self, form: RewardForm) -> Reward:
        """Raises ValueError with what is missing or wrong."""
        if not form.name.strip():
            raise ValueError(tr(wording.NAMELESS))
        return reward_of(form, self._edited, self.known.program.currency, self._context.desk.calendar)

    def _with(self, reward: Reward) -> RateDraft:
        """The draft with a reward in its place, or behind all."""
        return replace(self.known.draft, rewards=with_reward(self._rewards, reward))

    def _edit(self, form: RewardForm, reward_id: str) -> None:
        self._edited = reward_id
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
        rows = wording.rows(found)
        self._show(
            title=tr("Rewards v{version}", version=found.program.version),
            rows=rows,
            marked=max(0, min(self.state.marked, len(rows) - 1)),
            begins=begins(found, self._context.desk),
            categories=tuple(found.base.categories),
            tiers=tuple(level.name for level in found.base.tiers.levels),
            is_busy=False,
            has_changes=found.has_changes,
            has_newer=found.has_newer,
            notice=self._drafting.notice(words),
        )

    def _show(self, **shown: Any) -> None:
        self.state = replace(self.state, **shown)
        self._view.show_state(self.state)
