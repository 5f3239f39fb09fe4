"""Reward changes: what two catalogues of rewards differ in, and the same changes made of another catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from app.domain import changes
from app.domain.rewards import Reward

Rewards = tuple[Reward, ...]
_id = attrgetter("reward_id")


@dataclass(frozen=True, slots=True)
class RewardChange:
    """One reward as it was and as it is now; None where there was none, or is none any more."""

    was: Reward | None
    now: Reward | None

    @property
    def reward(self) -> Reward:
        """As it is now, or as it was last."""
        known = self.now or self.was
        assert known is not None, "a change is of something"
        return known


def reward_changes(before: Iterable[Reward], after: Iterable[Reward]) -> tuple[RewardChange, ...]:
    """What was changed or taken away, in the order it stood in, then what is new. Their order is no change."""
    return tuple(RewardChange(was, now) for was, now in changes.changed(before, after, _id).values())


def with_reward(rewards: Rewards, reward: Reward) -> Rewards:
    """The same with one in its place, or behind all where it is new."""
    return changes.with_one(rewards, reward, _id)


def without_reward(rewards: Rewards, reward_id: str) -> Rewards:
    return changes.without(rewards, reward_id, _id)


def rewards_carried_over(base: Rewards, mine: Rewards, newer: Rewards) -> Rewards:
    """What `mine` made of `base`, made of `newer`; a reward that both changed is as `mine` has it."""
    return changes.carried_over(base, mine, newer, _id)
