"""Reward words: a reward of the catalogue as people say it: what it gives, to whom, and how it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Final

from app.domain.formats import points
from app.domain.money import Currency
from app.domain.program import Program
from app.domain.reward_changes import RewardChange
from app.domain.rewards import Reward, RewardKind
from ui import rule_words
from ui.words import later, tr, tr_n

KINDS: Final = {
    RewardKind.DISCOUNT_COUPON: later("Discount coupon"),
    RewardKind.FREE_PRODUCT: later("Free product"),
    RewardKind.CASHBACK: later("Cashback"),
    RewardKind.PARTNER: later("Partner's reward"),
    RewardKind.EXPERIENCE: later("Experience"),
    RewardKind.FREE_DELIVERY: later("Free delivery"),
}


def worth(reward: Reward, currency: Currency) -> str:
    """What it gives: ₹100.00 off, 10 % off, one of Soap up to ₹50.00; empty where nothing is said."""
    money = currency.text(reward.value_minor) if reward.value_minor else ""
    match reward.kind:
        case RewardKind.DISCOUNT_COUPON | RewardKind.CASHBACK:
            amount = money if reward.percent is None else f"{reward.percent.normalize():f} %"
            return tr("{amount} off", amount=amount)
        case RewardKind.FREE_PRODUCT | RewardKind.FREE_DELIVERY:
            of = reward.category or reward.item_code or ""
            return tr("one of {what}, up to {money}", what=of, money=money) if money else tr("one of {what}", what=of)
    partner = tr("from {partner}", partner=reward.partner) if reward.partner else ""
    return ", ".join(filter(None, (partner, money and tr("worth {money}", money=money))))


def status(reward: Reward, at: datetime, *, drafted: Collection[str]) -> str:
    """Whether it is a draft, planned, running or ended."""
    return tr("draft") if reward.reward_id in drafted else rule_words.stands(reward.period, at)


def sentence(reward: Reward, program: Program, *, today: datetime) -> str:
    """All of it in one line."""
    return " · ".join(filter(None, _parts(reward, program, today)))


def _parts(reward: Reward, program: Program, today: datetime) -> Iterator[str]:
    money = program.currency.text
    yield tr(KINDS[reward.kind])
    yield worth(reward, program.currency)
    yield tr("{points} points", points=points(reward.cost))
    if reward.min_tier is not None:
        yield tr("{tier} and above", tier=reward.min_tier)
    if reward.min_bill_minor:
        yield tr("for bills of {money} and more", money=money(reward.min_bill_minor))
    if reward.stock is not None:
        yield tr("{n} in all", n=reward.stock)
    if reward.member_max is not None:
        yield tr_n("once a member", "{n} times a member", reward.member_max)
    if reward.valid_days is not None:
        yield good_for(reward)
    yield rule_words.period(reward.period, program.calendar, today)
    yield reward.terms
    yield reward.image and tr("picture {name}", name=reward.image)


def good_for(reward: Reward) -> str:
    """How long its voucher is good; empty where that has no end."""
    days = reward.valid_days
    if days is None:
        return ""
    return tr_n("good for {n} day", "good for {n} days", days) if days else tr("good the same day")


def change(one: RewardChange, program: Program, *, today: datetime) -> str:
    """“Tea” is new: Experience · 100 points."""
    was, now = (reward and sentence(reward, program, today=today) for reward in (one.was, one.now))
    if was is None:
        return tr("Reward “{name}” is new: {now}", name=one.reward.name, now=now)
    if now is None:
        return tr("Reward “{name}” is taken away: {was}", name=one.reward.name, was=was)
    if one.was is not None and one.was.name != one.reward.name:
        was = f"“{one.was.name}”, {was}"
    return tr("Reward “{name}”: {was} › {now}", name=one.reward.name, was=was, now=now)
