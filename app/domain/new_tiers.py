"""New tiers: whether a bill that might be leads its member to a higher one, and what is missing where it does not."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.program import Program
from app.domain.quote import Quote
from app.domain.tier_advance import TierAdvance
from app.domain.tiers import Metrics, PointsBasis, Progress, TierScheme


@dataclass(frozen=True, slots=True)
class NewTier:
    """The higher tier that a bill leads to (None: it leads to none), and what is missing to the next after it."""

    to: str | None
    progress: Progress


def new_tier(priced: Quote, program: Program, before: Metrics | None) -> NewTier:
    """What a bill does to the tier held before it. `before` is what counts without it; None is just that tier's."""
    scheme, held = program.tiers, priced.tier or ""
    metrics = _after(priced, scheme, before or _least(scheme, held))
    to = max([scheme.upgraded(held, metrics), *_lifts(priced, program, held)], key=scheme.rank)
    is_higher = priced.tier is not None and scheme.rank(to) > scheme.rank(held)
    return NewTier(to if is_higher else None, scheme.progress(to, metrics))


def _least(scheme: TierScheme, held: str) -> Metrics:
    """As much as a tier takes."""
    level = scheme.level(held)
    return Metrics(level.min_points or 0, level.min_spend_minor or 0, level.min_orders or 0)


def _after(priced: Quote, scheme: TierScheme, before: Metrics) -> Metrics:
    """With the bill; of points that are held, those that paid are gone."""
    paid = 0 if scheme.points_basis is PointsBasis.LIFETIME_EARNED else priced.redeemed_points
    points = before.points + priced.earned.points - paid
    return Metrics(points, before.spend_minor + priced.net_minor, before.orders + 1)


def _lifts(priced: Quote, program: Program, held: str) -> list[str]:
    """The tiers that rules of the bill lift to."""
    used = {one.rule_id for one in priced.earned.uses}
    awards = (one.award for one in program.rules if one.rule_id in used)
    targets = (one.target(program.tiers, held) for one in awards if isinstance(one, TierAdvance))
    return [one for one in targets if one is not None]
