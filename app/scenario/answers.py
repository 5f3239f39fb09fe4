"""Answers: the services' results in a scenario's words; points and money as plain decimal text."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from app.domain.bill import Bill
from app.domain.money import Currency
from app.domain.points import to_points
from app.domain.quote import Quote
from app.domain.tiers import Progress
from app.services.returns.returns import Returned

Result = dict[str, Any]


def quoted(quote: Quote, currency: Currency) -> Result:
    return {
        "net": money(quote.net_minor, currency),
        "max_redeemable_points": points(quote.limits.max_points),
        "max_redeemable_amount": money(quote.limits.max_minor, currency),
        "points_earned": points(quote.earned.points),
    }


def sold(bill: Bill, currency: Currency) -> Result:
    return {
        "net": money(bill.net_minor, currency),
        "amount_deducted": money(bill.redeemed_minor, currency),
        "payable": money(bill.payable_minor, currency),
        "points_earned": points(bill.earned_points),
        "points_redeemed": points(bill.redeemed_points),
        "referrer_points": points(bill.referrer_points),
        "balance": points(bill.balance_after),
        "pending": points(bill.pending_after),
    }


def returned(done: Returned) -> Result:
    return {
        "points_reversed": points(done.points_reversed),
        "points_restored": points(done.points_restored),
        "referrer_points_reversed": points(done.referrer_points_reversed),
        "balance": points(done.balance),
    }


def progressed(progress: Progress, currency: Currency) -> Result:
    return {
        "tier": progress.tier,
        "next_tier": progress.next_tier,
        "points_needed": points(progress.points_needed),
        "spend_needed": money(progress.spend_needed_minor, currency),
        "orders_needed": progress.orders_needed,
    }


def points(hundredths: int) -> str:
    return _plain(to_points(hundredths))


def money(minor: int, currency: Currency) -> str:
    return _plain(currency.to_major(minor))


def _plain(number: Decimal) -> str:
    """A decimal without exponent or trailing zeros: 1328.6, 0."""
    return f"{number.normalize():f}" if number else "0"
