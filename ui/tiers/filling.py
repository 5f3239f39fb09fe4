"""Filling: what would have to be typed into the form for a tier that stands, or for how they are reached."""

from __future__ import annotations

from app.domain.money import Currency
from app.domain.tiers import Level, TierScheme
from ui import typed
from ui.tiers.form import TierForm


def form_of(level: Level, scheme: TierScheme, currency: Currency) -> TierForm:
    return TierForm(
        name=level.name,
        spend="" if level.min_spend_minor is None else typed.amount_typed(level.min_spend_minor, currency),
        points=typed.points_typed(level.min_points),
        bills="" if level.min_orders is None else str(level.min_orders),
        multiplier=f"{level.multiplier.normalize():f}",
        discount=f"{level.price_discount_percent.normalize():f}" if level.price_discount_percent else "",
        birthday=typed.points_typed(level.birthday_points or None),
        benefits="; ".join(level.benefits),
        is_first=level.name == scheme.levels[0].name,
    )


def form_of_all(scheme: TierScheme) -> TierForm:
    return TierForm(
        counted=scheme.qualify,
        basis=scheme.points_basis,
        period=str(scheme.qualification_days),
        grace=str(scheme.grace_days),
        is_of_all=True,
    )
