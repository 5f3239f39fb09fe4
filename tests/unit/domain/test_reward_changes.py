"""Reward changes: what two catalogues differ in, and the same changes made of another catalogue."""

from __future__ import annotations

from dataclasses import replace

from app.domain.reward_changes import (
    RewardChange,
    reward_changes,
    rewards_carried_over,
    with_reward,
    without_reward,
)
from app.domain.rewards import Reward, RewardKind

A, B, C = (Reward(name, f"Tea {name}", RewardKind.EXPERIENCE, 100_00) for name in "ABC")
DEARER_A, RENAMED_B = replace(A, cost=200_00), replace(B, name="Coffee")


def test_what_was_changed_taken_away_and_new() -> None:
    changes = reward_changes((A, B), (DEARER_A, C))
    assert changes == (RewardChange(A, DEARER_A), RewardChange(B, None), RewardChange(None, C))
    assert [one.reward for one in changes] == [DEARER_A, B, C]
    assert reward_changes((A, B), (B, A)) == ()


def test_a_reward_takes_its_place_whatever_it_is_called_or_stands_behind_all() -> None:
    assert with_reward((B, A), RENAMED_B) == (RENAMED_B, A)
    assert with_reward((A,), C) == (A, C)
    assert without_reward((A, B), "A") == (B,)


def test_what_one_changed_is_made_of_what_another_published() -> None:
    assert rewards_carried_over((A, B), (DEARER_A, C), (A, RENAMED_B)) == (DEARER_A, C)
    assert rewards_carried_over((A,), (A, C), (DEARER_A, B)) == (DEARER_A, B, C)
