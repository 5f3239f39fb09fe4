"""Hearing: a program's rules in their turn at one bill, each within its limits. Source: docs/domain.md, Limits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.domain.conditions import BillFacts
from app.domain.limits import NOTHING_DRAWN, Bound, Room
from app.domain.line_points import Lines
from app.domain.rules import Bonus, DecisionRule, PointsAward, in_order
from app.domain.tier_advance import TierAdvance


@dataclass(frozen=True, slots=True)
class RuleUse:
    """What a rule brought to a bill, in hundredths of points; `cut_by` is the limit that took a part of it.

    One that lifts the member's tier brings no points, and is used all the same.
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


def hear(rules: Iterable[DecisionRule], bill: BillFacts, lines: Lines) -> Heard:
    """Every rule that holds for a bill, in turn. One that is past a limit does not hold, so it stops no other."""
    heard = Heard(lines)
    for rule in in_order(rule for rule in rules if rule.is_of_bills):
        if rule.holds(bill) and _speaks(rule, bill, heard) and rule.stop:
            break
    return heard


def _speaks(rule: DecisionRule, bill: BillFacts, heard: Heard) -> bool:
    room = rule.limits.room(bill.occasion.drawn.get(rule.rule_id, NOTHING_DRAWN))
    is_heard = room.points != 0 and (not rule.is_of_lines or heard.changes_lines(rule, room))
    if is_heard and isinstance(rule.award, PointsAward):
        heard.brings(rule, rule.award.award(bill), room)
    if is_heard and isinstance(rule.award, TierAdvance) and rule.award.target(heard.lines.program.tiers, bill.tier):
        heard.uses.append(RuleUse(rule.rule_id, 0))
    if not is_heard:
        assert room.held_by is not None, "only a limit silences a rule that holds"
        heard.silenced.append(Silenced(rule.rule_id, room.held_by))
    return is_heard
