"""Rates drafted by a manager, and what they come to."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.cases import Brings, Case, SavedCase
from app.domain.program import Program
from app.domain.rates import Rate, Value
from app.domain.tiers import TierScheme
from app.services.programs import rates
from app.services.programs.program import current
from app.services.programs.rate_drafts import RateDraft
from tests.desks import Shop, cart

MEERA, RAVI = "meera", "ravi"


def draft(
    shop: Shop, value: Value, rate: Rate = Rate.EARN, category: str = "Medicines", *, staff: str = MEERA
) -> RateDraft:
    found = rates.look(shop.desk, staff)
    made = replace(found.draft, rates=found.draft.rates.having(category, rate, value))
    rates.keep(shop.desk, made)
    return made


def draft_tiers(shop: Shop, tiers: TierScheme, *, staff: str = MEERA) -> None:
    rates.keep(shop.desk, replace(rates.look(shop.desk, staff).draft, tiers=tiers))


def publish_tiers(shop: Shop, tiers: TierScheme, *, by: str = MEERA, second: str | None = None) -> Program:
    """Alone, or with a second person."""
    draft_tiers(shop, tiers, staff=by)
    return rates.publish_draft(replace(shop.desk, approved_by=second), by, by=by)


def earns(program: Program) -> Decimal | None:
    return program.categories["Medicines"].point_percent


def saved(shop: Shop, name: str, points: int, payable: int = 100_00) -> SavedCase:
    tier = current(shop.desk).tiers.levels[0].name
    return SavedCase(name, Case(cart(("Medicines", 100)), shop.clock.today, tier), Brings(points, payable))
