"""Figures as people here read them: Indian grouping, a real minus sign, no noise behind the point."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

MINUS = "\u2212"


def money(minor: int, symbol: str = "₹", *, digits: int = 2) -> str:
    """`₹12,34,567.50` of 123456750 minor units; `digits` is how many decimals the currency has."""
    whole, part = divmod(abs(minor), 10**digits)
    decimals = f".{part:0{digits}}" if digits else ""
    return f"{_sign(minor)}{symbol}{_grouped(whole)}{decimals}"


def points(hundredths: int) -> str:
    """`1,234.5` of 123450 hundredths: as many decimals as are needed, none if none are."""
    whole, part = divmod(abs(hundredths), 100)
    return f"{_sign(hundredths)}{_grouped(whole)}{_decimals(f'{part:02}')}"


def points_in_column(hundredths: Sequence[int]) -> list[str]:
    """Points that stand one under the other: where one of them has decimals, all have two."""
    if all(one % 100 == 0 for one in hundredths):
        return [points(one) for one in hundredths]
    return [number(Decimal(one).scaleb(-2)) for one in hundredths]


def quantity(value: Decimal) -> str:
    """`1,500` or `0.25`: a finite quantity without an exponent or trailing zeros."""
    whole, _, part = f"{abs(value):f}".partition(".")
    return f"{_sign(value)}{_grouped(int(whole))}{_decimals(part)}"


def number(value: Decimal | int) -> str:
    """`12,34,567.50`: grouped, with the decimals it has."""
    whole, point, part = f"{abs(Decimal(value)):f}".partition(".")
    return f"{_sign(value)}{_grouped(int(whole))}{point}{part}"


def _sign(value: int | Decimal) -> str:
    return MINUS if value < 0 else ""


def _decimals(part: str) -> str:
    significant = part.rstrip("0")
    return f".{significant}" if significant else ""


def _grouped(whole: int) -> str:
    """Thousands first, then a comma every two digits: lakhs and crores."""
    head, tail = divmod(whole, 1000)
    return f"{_pairs(head)},{tail:03}" if head else str(tail)


def _pairs(whole: int) -> str:
    head, tail = divmod(whole, 100)
    return f"{_pairs(head)},{tail:02}" if head else str(tail)
