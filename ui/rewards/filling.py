"""Filling: what would have to be typed into the form for a reward that stands."""

from __future__ import annotations

from app.domain.days import ShopCalendar
from app.domain.money import Currency
from app.domain.rewards import Reward
from ui import typed
from ui.rewards.form import RewardForm


def form_of(reward: Reward, currency: Currency, calendar: ShopCalendar) -> RewardForm:
    return RewardForm(
        name=reward.name,
        kind=reward.kind,
        cost=typed.points_typed(reward.cost),
        value=_worth(reward, currency),
        category=reward.category or "",
        item=reward.item_code or "",
        partner=reward.partner,
        tier=reward.min_tier or "",
        stock=_count(reward.stock),
        member_max=_count(reward.member_max),
        min_bill=_amount(reward.min_bill_minor, currency),
        valid_days=_count(reward.valid_days),
        first_day=typed.day_typed(reward.period.from_at, calendar),
        last_day=typed.day_typed(reward.period.until_at, calendar),
        terms=reward.terms,
        image=reward.image,
    )


def _worth(reward: Reward, currency: Currency) -> str:
    if reward.percent is not None:
        return f"{reward.percent.normalize():f} %"
    return _amount(reward.value_minor, currency)


def _amount(minor: int, currency: Currency) -> str:
    return typed.amount_typed(minor, currency) if minor else ""


def _count(count: int | None) -> str:
    return "" if count is None else str(count)
