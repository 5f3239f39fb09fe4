"""Wording of the page of rewards: its rows, and what it says of the draft."""

from __future__ import annotations

from app.domain.formats import points
from app.domain.program import Program
from app.domain.reward_changes import reward_changes
from app.domain.rewards import Reward, is_low
from app.services.programs.rates import RatesFound
from ui import reward_words, rule_words
from ui.drafting import Words
from ui.rewards.state import RewardRow
from ui.words import later, tr, tr_n

TITLE = later("Rewards")
EXPLAINED = later("What points can be changed for, in the order in which the counter offers it.")
EMPTY = later("No rewards yet. F6 makes one: a coupon, a free product, an experience, for so many points.")
UNCHANGED = later("Nothing is changed yet. Enter opens the marked reward; F6 makes a new one.")
KEPT = later("“{reward}” is in the draft. F9 publishes it together with rates and rules.")
REMOVED = later(
    "“{reward}” is taken out of the draft. It is offered until the draft is published; its vouchers stay good."
)
NAMELESS = later("Give the reward a name first.")
COPY_OF = later("{reward} copy")
ANY_TIER = later("every tier")
NO_CATEGORY = later("no category")


def rows(found: RatesFound) -> tuple[RewardRow, ...]:
    """In the order of the catalogue."""
    program = found.drafted
    drafted = {one.reward.reward_id for one in reward_changes(found.base.rewards, program.rewards)}
    return tuple(_row(one, program, found, drafted) for one in program.rewards)


def _row(reward: Reward, program: Program, found: RatesFound, drafted: set[str]) -> RewardRow:
    left = found.left.get(reward.reward_id)
    days = reward.valid_days
    return RewardRow(
        reward.name,
        tr(reward_words.KINDS[reward.kind]),
        points(reward.cost),
        reward_words.worth(reward, program.currency),
        reward.min_tier or "",
        _stock(reward, left),
        "" if days is None else tr_n("{n} day", "{n} days", days) if days else tr("the same day"),
        rule_words.period(reward.period, program.calendar, found.at),
        reward_words.status(reward, found.at, drafted=drafted),
        left is not None and is_low(reward, left),
        reward.reward_id in drafted,
    )


def _stock(reward: Reward, left: int | None) -> str:
    """3 of 50: what is left, where that can be told here."""
    if reward.stock is None:
        return ""
    return str(reward.stock) if left is None else tr("{left} of {stock}", left=left, stock=reward.stock)


def _newer(found: RatesFound) -> list[str]:
    program = found.history[0].program
    return [reward_words.change(one, program, today=found.at) for one in found.newer_rewards]


OF_THE_DRAFT = Words(UNCHANGED, _newer, other=later("other rates"))
