"""Rule checks: rates, rules, rewards and tiers against what can be, at a desk. Source: docs/rates.md, Rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from app.domain.bill import TenderKind
from app.domain.figures import Figures, check_figures
from app.domain.flaws import Flaw, refusal
from app.domain.lint import Bounds, lint
from app.domain.program import UNLISTED, Program
from app.domain.rates import Rates, check
from app.domain.rewards import check_rewards
from app.domain.tier_flaws import check_tiers, check_tiers_asked
from app.services.desk import Desk
from app.services.programs.rate_drafts import RateDraft

_WAYS = tuple(kind.value for kind in TenderKind)


def as_drafted(desk: Desk, draft: RateDraft, base: Program) -> Program:
    """The rules as the draft has them, to hold from the day it is for."""
    begins = None if draft.holds_on is None else desk.calendar.start_of(draft.holds_on)
    return replace(draft.over(base), holds_from=begins)


def flaws_of(desk: Desk, program: Program, *, base: Program, at: datetime) -> Sequence[Flaw]:
    """What is wrong with the rules of a program, and what should be known of them."""
    bounds = Bounds(program.holds_from or at, _WAYS, Decimal(desk.rate_max_percent), desk.stores())
    return lint(program, bounds, base=base)


def refuse_wrong(desk: Desk, program: Program, *, base: Program, at: datetime) -> None:
    """Refuse what cannot be published, with every reason. What `base` has as well is none. Raises INVALID."""
    rates = Rates.of(program)
    if rates != Rates.of(base):
        check(rates, known=base.categories, percent_max=Decimal(desk.rate_max_percent))
    figures = Figures.of(program)
    if figures != Figures.of(base):
        check_figures(figures)
    check_rewards(program.rewards, program.tiers)
    if program.tiers != base.tiers:
        check_tiers(program.tiers)
        check_tiers_asked(program.tiers, program.campaigns)
    refused = refusal(flaws_of(desk, program, base=base, at=at))
    if refused is not None:
        raise refused


def knowing_categories(base: Program, made: Program) -> Program:
    """The same with the categories of another: a system may say new ones; a desk has those that there are."""
    return replace(base, categories={**dict.fromkeys(made.categories, UNLISTED), **base.categories})
