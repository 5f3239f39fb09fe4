"""Hearing: a program's rules in their turn at one bill, each within its limits. Source: docs/domain.md, Limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.domain.conditions import BillFacts
from app.domain.limits import NOTHING_DRAWN, Bound, Room
from app.domain.line_points import Lines
from app.domain.rewards import Claimant, Why, obstacles
from app.domain.rules import Bonus, DecisionRule, PointsAward, in_order
from app.domain.tier_advance import TierAdvance
from app.domain.voucher_awards import VoucherOf


@dataclass(frozen=True, slots=True)
class RuleUse:
    """What a rule brought to a bill, in hundredths of points; `cut_by` is the limit that took a part of it.

    One that lifts the member's tier, or gives a voucher, brings no points, and is used all the same.
    """

    rule_id: str
    points: int
    cut_by: Bound | None = None


@dataclass(frozen=True, slots=True)
class Silenced:
    """A rule that would have held, and the limit it is past."""

    rule_id: str
    by: Bound


@dataclass(slots=True)
class Heard:
    """What the rules come to: the lines under them, and what each of them brought."""

    lines: Lines
    of_lines: list[DecisionRule] = field(default_factory=list)
    bonuses: list[Bonus] = field(default_factory=list)
    uses: list[RuleUse] = field(default_factory=list)
    silenced: list[Silenced] = field(default_factory=list)
    vouchers: Counter[str] = field(default_factory=Counter)  # how many of which reward

    def brings(self, rule: DecisionRule, points: int, room: Room) -> None:
        """Points of its own, cut to its room, which is some."""
        given = points if room.points is None else min(points, room.points)
        if given:
            self.bonuses.append(Bonus(rule.rule_id, given))
            self.uses.append(RuleUse(rule.rule_id, given, room.held_by if given < points else None))

    def changes_lines(self, rule: DecisionRule, room: Room) -> bool:
        """What lines earn, as a whole or not at all: a part of a rate could not be explained."""
        lines = self.lines.under([*self.of_lines, rule])
        brought = lines.total - self.lines.total
        if room.points is not None and brought > room.points:
            return False
        self.lines = lines
        self.of_lines.append(rule)
        if brought > 0:
            self.uses.append(RuleUse(rule.rule_id, brought))
        return True

    def gives(self, rule: DecisionRule, award: VoucherOf, bill: BillFacts) -> Bound | None:
        """A voucher, where its member can have the reward; what keeps it back where there is none for them here."""
        reward = self.lines.program.reward(award.reward_id)
        if reward is None:
            return None
        given, told = self.vouchers[reward.reward_id], bill.occasion
        had = told.rewards_had.get(reward.reward_id, 0) + given
        left = told.rewards_left.get(reward.reward_id, reward.stock)
        who = Claimant(bill.tier, reward.cost, had, None if left is None else left - given)
        why = [one.why for one in obstacles(reward, who, self.lines.program.tiers, at=bill.at)]
        if why:
            return _KEPT_BACK.get(why[0])
        self.vouchers[reward.reward_id] += 1
        self.uses.append(RuleUse(rule.rule_id, 0))
        return None


_KEPT_BACK = {Why.LIMIT: Bound.HAD, Why.STOCK: Bound.STOCK}


def hear(rules: Iterable[DecisionRule], bill: BillFacts, lines: Lines) -> Heard:
    """Every rule that holds for a bill, in turn. One that is past a limit does not hold, so it stops no other."""
    heard = Heard(lines)
    for rule in in_order(rule for rule in rules if rule.is_of_bills):
        if rule.holds(bill) and _speaks(rule, bill, heard) and rule.stop:
            break
    return heard


def _speaks(rule: DecisionRule, bill: BillFacts, heard: Heard) -> bool:
    room = rule.limits.room(bill.occasion.drawn.get(rule.rule_id, NOTHING_DRAWN))
    held_by = _held_back(rule, bill, heard, room)
    if held_by is not None:
        heard.silenced.append(Silenced(rule.rule_id, held_by))
        return False
    if isinstance(rule.award, PointsAward):
        heard.brings(rule, rule.award.award(bill), room)
    if isinstance(rule.award, TierAdvance) and rule.award.target(heard.lines.program.tiers, bill.tier):
        heard.uses.append(RuleUse(rule.rule_id, 0))
    return True


def _held_back(rule: DecisionRule, bill: BillFacts, heard: Heard, room: Room) -> Bound | None:
    """What silences a rule that holds; what changes lines, or gives a voucher, has done so where nothing does."""
    if room.points == 0 or (rule.is_of_lines and not heard.changes_lines(rule, room)):
        assert room.held_by is not None, "only a limit silences a rule that holds"
        return room.held_by
    return heard.gives(rule, rule.award, bill) if isinstance(rule.award, VoucherOf) else None
