"""Rule checks: a draft of rates, rules and rewards against what can be, at a desk. Source: docs/rates.md, Rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from app.domain.bill import TenderKind
from app.domain.flaws import Flaw, refusal
from app.domain.lint import Bounds, lint
from app.domain.program import Program
from app.domain.rates import check
from app.domain.rewards import check_rewards
from app.services.desk import Desk
from app.services.rate_drafts import RateDraft

_WAYS = tuple(kind.value for kind in TenderKind)


def flaws_of(desk: Desk, draft: RateDraft, *, base: Program, at: datetime) -> Sequence[Flaw]:
    """What is wrong with the rules of a draft, and what should be known of them."""
    begins = at if draft.holds_on is None else desk.calendar.start_of(draft.holds_on)
    return lint(draft.over(base), Bounds(begins, _WAYS, Decimal(desk.rate_max_percent)), base=base)


def refuse_wrong(desk: Desk, draft: RateDraft, *, base: Program, at: datetime) -> None:
    """Refuse what cannot be published, with every reason. Raises INVALID."""
    check(draft.rates, known=base.categories, percent_max=Decimal(desk.rate_max_percent))
    drafted = draft.over(base)
    check_rewards(drafted.rewards, drafted.tiers)
    refused = refusal(flaws_of(desk, draft, base=base, at=at))
    if refused is not None:
        raise refused
