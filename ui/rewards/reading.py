"""Reading: the reward that comes of what is typed into its form."""

from __future__ import annotations

from decimal import Decimal

from app.domain.days import Period, ShopCalendar
from app.domain.money import Currency
from app.domain.rewards import Reward, RewardKind
from ui import typed
from ui.rewards.form import RewardForm

_PERCENT = "%"


def reward_of(form: RewardForm, reward_id: str, currency: Currency, calendar: ShopCalendar) -> Reward:
    """The reward as it is typed. Raises ValueError with a sentence for what is no figure or day."""
    value_minor, percent = _worth(form, currency)
    least = form.asked("min_bill")
    return Reward(
        reward_id,
        form.name.strip(),
        form.kind,
        typed.points(form.cost),
        value_minor=value_minor,
        percent=percent,
        category=form.asked("category") or None,
        item_code=form.asked("item") or None,
        min_tier=form.tier or None,
        stock=typed.whole_or_none(form.stock),
        member_max=typed.whole_or_none(form.member_max),
        min_bill_minor=typed.amount(least, currency) if least else 0,
        valid_days=typed.whole_or_none(form.valid_days),
        period=Period(typed.first_instant(form.first_day, calendar), typed.last_instant(form.last_day, calendar)),
        terms=form.terms.strip(),
        image=form.image.strip(),
        partner=form.asked("partner"),
    )


def _worth(form: RewardForm, currency: Currency) -> tuple[int, Decimal | None]:
    """An amount in minor units, or of a discount coupon a percentage."""
    text = form.value.strip()
    if form.kind is RewardKind.DISCOUNT_COUPON and text.endswith(_PERCENT):
        return 0, typed.number(text.removesuffix(_PERCENT))
    return typed.amount(text, currency) if text else 0, None
