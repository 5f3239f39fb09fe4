"""Rules as they stand in their campaigns: when and for whom one of a set can speak at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from app.domain.conditions import ReachesGoal
from app.domain.drives import Drive
from app.domain.limits import NOTHING_DRAWN, Drawn
from app.domain.program import Program
from app.domain.rules import DecisionRule, PointsFixed


def rules_of(program: Program, drive_id: str) -> tuple[DecisionRule, ...]:
    """The set: the rules that carry its id."""
    return tuple(one for one in program.rules if one.drive == drive_id)


def in_its_drive(rule: DecisionRule, drives: Collection[Drive]) -> DecisionRule | None:
    """The rule bounded by what its campaign asks; None where the two can never hold together, or there is none."""
    if not rule.drive:
        return rule
    drive = next((one for one in drives if one.drive_id == rule.drive), None)
    if drive is None:
        return None
    period = rule.period.within(drive.period)
    tiers = rule.tiers & drive.tiers if rule.tiers and drive.tiers else rule.tiers | drive.tiers
    is_apart = period is None or (bool(rule.tiers and drive.tiers) and not tiers)
    return None if period is None or is_apart else replace(rule, period=period, tiers=tiers)


def asks_goal(rule: DecisionRule) -> bool:
    return any(isinstance(one, ReachesGoal) for one in rule.conditions)


def prize(rules: Iterable[DecisionRule], drawn: Mapping[str, Drawn]) -> int:
    """The points (hundredths) that reaching a goal brings by the rules of its campaign, as far as limits leave any."""
    asking = [one for one in rules if asks_goal(one) and isinstance(one.award, PointsFixed)]
    rooms = [(one, one.limits.room(drawn.get(one.rule_id, NOTHING_DRAWN)).points) for one in asking]
    return sum(
        one.award.points if room is None else min(room, one.award.points)
        for one, room in rooms
        if isinstance(one.award, PointsFixed)
    )
