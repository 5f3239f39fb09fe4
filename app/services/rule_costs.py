"""Rule costs: what rules would have given on the bills of the last days: with them, less without them.

Source: docs/rates.md, What if.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from app.domain.program import Program
from app.services.desk import Desk
from app.services.whatif import DAYS, Stop, Told, impact


@dataclass(frozen=True, slots=True)
class Cost:
    """On so many bills; points in hundredths, and what the shop owes for them in minor units."""

    bills: int
    points: int
    owed_minor: int


def expected_cost(
    desk: Desk, program: Program, rules: Collection[str], *, days: int = DAYS, told: Told, stop: Stop
) -> Cost | None:
    """What the rules of these names would have cost under a program that has them; None where `stop` said so.

    `told` hears how many of how many bills are done, each counted with them and without.
    """
    without = replace(program, rules=tuple(one for one in program.rules if one.rule_id not in rules))
    having = impact(desk, program, days=days, told=lambda done, of: told(done, 2 * of), stop=stop)
    lacking = impact(desk, without, days=days, told=lambda done, of: told(of + done, 2 * of), stop=stop)
    if having is None or lacking is None:
        return None
    owed = having.draft.liability_minor(program) - lacking.draft.liability_minor(without)
    return Cost(having.bills, having.draft.issued - lacking.draft.issued, owed)
