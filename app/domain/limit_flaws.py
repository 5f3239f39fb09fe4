"""Limit flaws: limits that a rule cannot be saved with, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.domain.flaws import wrong
from app.domain.limits import NO_LIMITS
from app.domain.points import POINTS_MAX
from app.domain.rules import DecisionRule
from app.domain.tier_advance import TierAdvance
from app.domain.voucher_awards import VoucherOf

USES_MAX = 1_000_000


def limit_flaws(rule: DecisionRule) -> Iterator[str]:
    """Each reason as a sentence; none where the limits can stand."""
    limits = rule.limits
    if limits != NO_LIMITS and not rule.is_of_bills:
        yield wrong("Only what a bill brings has limits.")
    if limits.points_per_bill is not None and rule.is_of_lines:
        yield wrong("What changes the rate of lines has no limit on one bill: a rate is given whole or not at all.")
    if limits.uses_per_member is not None and not 1 <= limits.uses_per_member <= USES_MAX:
        yield wrong("A member has it at least once.")
    if isinstance(rule.award, TierAdvance | VoucherOf) and replace(limits, uses_per_member=None) != NO_LIMITS:
        yield wrong("What brings no points has no limit in points.")
    points = (limits.points_per_bill, limits.points_per_member, limits.points_per_day, limits.budget)
    if any(one is not None and not 1 <= one <= POINTS_MAX for one in points):
        yield wrong("A limit in points is more than nothing.")
