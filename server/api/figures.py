"""Figures as they travel: points and rates as decimal text, money as whole minor units. Never a float."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from app.domain.money import AMOUNT_MINOR_MAX
from app.domain.points import to_hundredths

_POINTS = r"-?[0-9]{1,10}(\.[0-9]{1,2})?"
_RATE = r"[0-9]{1,9}(\.[0-9]{1,6})?"
_ASKED = r"[0-9]{1,10}(\.[0-9]{1,2})?"


def shown_points(hundredths: int) -> str:
    """`231.50` of 23150."""
    whole, part = divmod(abs(hundredths), 100)
    return f"{'-' if hundredths < 0 else ''}{whole}.{part:02}"


def _hundredths(value: Any) -> Any:
    """What an answer is made of are hundredths already; what was remembered of one is text."""
    return value if isinstance(value, int) else _asked(value)


def _asked(value: Any) -> int:
    if not isinstance(value, str) or re.fullmatch(_POINTS, value) is None:
        raise ValueError('points are written as decimal text with at most two decimals, as "231.50"')
    return to_hundredths(Decimal(value))


def _rate(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if not isinstance(value, str) or re.fullmatch(_RATE, value) is None:
        raise ValueError('a rate is written as decimal text, as "2.5"')
    return Decimal(value)


def _text(value: Decimal) -> str:
    return f"{value:f}"


# Hundredths of points: in an answer, and as asked for.
Points = Annotated[
    int,
    BeforeValidator(_hundredths),
    PlainSerializer(shown_points, return_type=str),
    WithJsonSchema({"type": "string", "pattern": f"^{_POINTS}$", "examples": ["231.50"]}),
]
AskedPoints = Annotated[
    int,
    BeforeValidator(_asked),
    Field(ge=0),
    PlainSerializer(shown_points, return_type=str),
    WithJsonSchema({"type": "string", "pattern": f"^{_ASKED}$", "examples": ["100.00"]}),
]
Rate = Annotated[
    Decimal,
    BeforeValidator(_rate),
    PlainSerializer(_text, return_type=str),
    WithJsonSchema({"type": "string", "pattern": f"^{_RATE}$", "examples": ["2.5"]}),
]
Percent = Annotated[Rate, Field(ge=0, le=100)]
Money = Annotated[int, Field(ge=0, le=AMOUNT_MINOR_MAX, examples=[125050])]
