"""Reading: the tier that comes of what is typed, and how all of them are reached."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.money import Currency
from app.domain.tiers import Level, TierScheme
from ui import typed
from ui.tiers.form import TierForm


def level_of(form: TierForm, before: Level, currency: Currency) -> Level:
    """As it is typed, and else as it was. Raises ValueError with a sentence for what is no figure."""
    made = replace(
        before,
        name=form.name.strip(),
        multiplier=typed.number(form.multiplier),
        price_discount_percent=typed.number(form.discount) if form.discount.strip() else Decimal(0),
        birthday_points=typed.points_or_none(form.birthday) or 0,
        benefits=tuple(one for part in form.benefits.split(";") if (one := part.strip())),
    )
    if form.is_first:
        return made
    return replace(
        made,
        min_spend_minor=typed.amount(form.spend, currency) if form.spend.strip() else None,
        min_points=typed.points_or_none(form.points),
        min_orders=typed.whole_or_none(form.bills),
    )


def scheme_of(form: TierForm, before: TierScheme) -> TierScheme:
    """The same tiers, reached as it is typed. Raises ValueError with a sentence."""
    return replace(
        before,
        qualify=form.counted,
        points_basis=form.basis,
        qualification_days=typed.whole(form.period),
        grace_days=typed.whole(form.grace),
    )
