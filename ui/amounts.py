"""Amounts: what somebody typed into a field for money."""

from __future__ import annotations

from decimal import Decimal

from app.domain.money import Currency

DIGITS_MAX = 9


def amount_minor(text: str, currency: Currency) -> int | None:
    """Minor units of what was typed: 0 for nothing, None for what is no amount."""
    major, point, part = text.replace(",", "").strip().partition(".")
    if not (major or part):
        return 0 if not point else None
    digits = major + part
    if not (digits.isascii() and digits.isdigit()) or len(part) > currency.digits or len(digits) > DIGITS_MAX:
        return None
    return int(Decimal(f"{major or 0}.{part or 0}") * currency.minor_per_major)
