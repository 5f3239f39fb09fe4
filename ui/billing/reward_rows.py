"""Rewards in words: what a voucher or a reward costs, and what keeps a customer from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from app.domain.days import ShopCalendar
from app.domain.money import Currency
from app.domain.point_words import PointWords
from app.domain.program import Program
from app.domain.rewards import Obstacle, Reward, Why
from app.domain.vouchers import Voucher
from app.services.rewards.rewards import Offer
from ui import point_words
from ui.billing.rewards import Shown
from ui.rows import ChoiceRow
from ui.when import day_words
from ui.words import later, tr


def reward_rows(shown: Shown, calendar: ShopCalendar, program: Program) -> tuple[ChoiceRow, ...]:
    vouchers = (_voucher_row(one, calendar) for one in shown.vouchers)
    return (*vouchers, *(_offer_row(one, program.currency, PointWords.of(program)) for one in shown.offers))


def _voucher_row(voucher: Voucher, calendar: ShopCalendar) -> ChoiceRow:
    if voucher.expires_at is None:
        until = tr("Voucher, good without an end")
    else:
        last = calendar.day_of(voucher.expires_at - timedelta(microseconds=1))
        until = tr("Voucher, good until {day}", day=day_words(last, today=calendar.day_of(voucher.issued_at)))
    return ChoiceRow(voucher.reward.name, until, tr("use"))


def _offer_row(offer: Offer, currency: Currency, words: PointWords) -> ChoiceRow:
    cost = point_words.amount(offer.reward.cost, words)
    why = [one for one in offer.obstacles if one.why is not Why.OFFLINE]
    if why:
        return ChoiceRow(offer.reward.name, _why(why[0], offer.reward, currency), cost, is_barred=True)
    if offer.obstacles:
        return ChoiceRow(offer.reward.name, tr("Enter asks the server whether any is left"), cost)
    left = "" if offer.left is None else tr("{n} left", n=offer.left)
    return ChoiceRow(offer.reward.name, " · ".join(filter(None, (left, offer.reward.terms))), cost)


def _why(obstacle: Obstacle, reward: Reward, currency: Currency) -> str:
    fields: dict[Why, Callable[[], str]] = {
        Why.TIER: lambda: tr("{tier} and above", tier=reward.min_tier or ""),
        Why.MIN_BILL: lambda: tr("for bills of {money} and more", money=currency.text(reward.min_bill_minor)),
        Why.LIMIT: lambda: tr("{n} times for each member", n=obstacle.takes),
    }
    return fields[obstacle.why]() if obstacle.why in fields else tr(_PLAIN[obstacle.why])


_PLAIN = {
    Why.DISABLED: later("points are switched off today"),
    Why.WINDOW: later("not at this time"),
    Why.POINTS: later("more points than can be used here now"),
    Why.STOCK: later("none left"),
}
