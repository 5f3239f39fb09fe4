"""The linter of rewards: what keeps a catalogue that can be kept from being of use. Source: docs/rates.md, Rewards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.domain.flaws import Flaw, wrong
from app.domain.program import Program
from app.domain.rewards import Reward


def reward_flaws(program: Program, begins: datetime) -> Iterator[Flaw]:
    """Of every reward of a program that is to hold from an instant; each is called by its name."""
    for reward in program.rewards:
        yield from (Flaw(text, (reward.name,)) for text in _of_reward(reward, program, begins))


def _of_reward(reward: Reward, program: Program, begins: datetime) -> Iterator[str]:
    if reward.category is not None and reward.category not in program.categories:
        yield wrong(f"There is no category {reward.category}.")
    if reward.period.until_at is not None and reward.period.until_at < begins:
        yield wrong("It ends before these rules begin, so nobody could have it.")
