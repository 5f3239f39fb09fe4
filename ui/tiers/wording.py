"""What the page of tiers says, and what is read of what was typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from app.domain.formats import points as show_points
from app.domain.money import Currency
from app.domain.points import HUNDREDTHS
from app.domain.tiers import Level, TierScheme
from app.services.tiers.tier_whatif import TierMoves
from ui.rows import ChoiceRow
from ui.tiers.state import OF_ALL, Part
from ui.words import later, tr, tr_n

PARTS: Final[Mapping[Part, str]] = {
    Part.SPEND: later("Spend from"),
    Part.POINTS: later("Points from"),
    Part.BILLS: later("Bills from"),
    Part.MULTIPLIER: later("Points times"),
    Part.DISCOUNT: later("Discount in %"),
    Part.BIRTHDAY: later("Birthday points"),
    Part.BENEFITS: later("Benefits, with a ; between"),
    Part.PERIOD: later("Period in days"),
    Part.GRACE: later("Days of grace"),
}
UNCHANGED = later("Nothing is changed yet. Type other figures, and see who would move.")
TRYING = later("Looking at everybody: {done} of {of}…")
STOPPED = later("Stopped. Change something, or press F5, to try again.")
PUBLISH = later("Publish the tiers")
PUBLISHED = later("The tiers are published as v{version}.")
DROPPED = later("The tiers stand as they are published.")
_NO_NUMBER = later("“{typed}” is no number; type one like 2 or 2.5.")


def row(level: Level, before: Level, held: int, currency: Currency) -> ChoiceRow:
    asked = [tr("from {amount}", amount=currency.text(level.min_spend_minor))] if level.min_spend_minor else []
    asked.append(f"× {level.multiplier.normalize():f}")
    if level.birthday_points:
        asked.append(tr("birthday {points}", points=show_points(level.birthday_points)))
    changed = " •" if level != before else ""
    return ChoiceRow(level.name + changed, " · ".join(asked), tr_n("{n} member", "{n} members", held))


def typed(scheme: TierScheme, level: Level) -> Mapping[Part, str]:
    return {
        Part.SPEND: _hundredths(level.min_spend_minor),
        Part.POINTS: _hundredths(level.min_points),
        Part.BILLS: "" if level.min_orders is None else str(level.min_orders),
        Part.MULTIPLIER: f"{level.multiplier.normalize():f}",
        Part.DISCOUNT: f"{level.price_discount_percent.normalize():f}",
        Part.BIRTHDAY: _hundredths(level.birthday_points),
        Part.BENEFITS: "; ".join(level.benefits),
        Part.PERIOD: str(scheme.qualification_days),
        Part.GRACE: str(scheme.grace_days),
    }


def having(scheme: TierScheme, marked: int, part: Part, text: str) -> TierScheme:
    """The tiers with one figure typed otherwise. Raises ValueError with a sentence."""
    if part in OF_ALL:
        days = _whole(text)
        return replace(scheme, qualification_days=days) if part is Part.PERIOD else replace(scheme, grace_days=days)
    changed = replace(scheme.levels[marked], **_field(part, text))
    levels = (*scheme.levels[:marked], changed, *scheme.levels[marked + 1 :])
    return replace(scheme, levels=levels)


def _field(part: Part, text: str) -> dict[str, Any]:
    is_empty = not text.strip()
    match part:
        case Part.SPEND:
            return {"min_spend_minor": None if is_empty else _in_hundredths(text)}
        case Part.POINTS:
            return {"min_points": None if is_empty else _in_hundredths(text)}
        case Part.BILLS:
            return {"min_orders": None if is_empty else _whole(text)}
        case Part.MULTIPLIER:
            return {"multiplier": _number(text)}
        case Part.DISCOUNT:
            return {"price_discount_percent": _number(text or "0")}
        case Part.BIRTHDAY:
            return {"birthday_points": 0 if is_empty else _in_hundredths(text)}
        case _:
            return {"benefits": tuple(one.strip() for one in text.split(";") if one.strip())}


def impact(moves: TierMoves, scheme: TierScheme) -> str:
    """Who would hold what, tier by tier, and how many move."""
    names = [level.name for level in scheme.levels]
    parts = [f"{name} {moves.now.get(name, 0):,} › {moves.then.get(name, 0):,}" for name in names]
    parts.append(tr_n("{n} member rises with the next bill", "{n} members rise with the next bill", moves.risers))
    parts.append(tr_n("{n} falls after the grace", "{n} fall after the grace", moves.fallers))
    return " · ".join(parts)


def _hundredths(value: int | None) -> str:
    return "" if value is None else f"{(Decimal(value) / HUNDREDTHS).normalize():f}"


def _number(text: str) -> Decimal:
    try:
        value = Decimal(text.strip().replace(",", ""))
    except InvalidOperation:
        raise ValueError(tr(_NO_NUMBER, typed=text)) from None
    if not value.is_finite() or abs(value) > 10**9:
        raise ValueError(tr(_NO_NUMBER, typed=text))
    return value


def _in_hundredths(text: str) -> int:
    value = _number(text) * HUNDREDTHS
    if value != value.to_integral_value():
        raise ValueError(tr(_NO_NUMBER, typed=text))
    return int(value)


def _whole(text: str) -> int:
    value = _number(text)
    if value != value.to_integral_value():
        raise ValueError(tr(_NO_NUMBER, typed=text))
    return int(value)
