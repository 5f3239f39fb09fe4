"""Fields: reading a scenario's JSON strictly, naming the case, step and field that is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, NoReturn, TypeVar

from app.domain.days import ALWAYS, INDIA, Period, ShopCalendar
from app.domain.errors import invalid
from app.domain.money import Currency
from app.domain.points import HUNDREDTHS

Kind = TypeVar("Kind")

ZERO, ONE, HUNDRED, MOST = Decimal(0), Decimal(1), Decimal(100), Decimal(10**9)
CENT = Decimal("0.01")
FIRST_YEAR, LAST_YEAR = 1900, 2999
DIGITS_MAX = 30

_PLAIN_DECIMAL = re.compile(rf"[+-]?\d{{1,{DIGITS_MAX}}}(\.\d{{1,20}})?", re.ASCII)


class MalformedError(Exception):
    """The file is not a scenario. Says where: case, step and field."""


@dataclass(frozen=True, slots=True)
class Fields:
    """One JSON object being read, and where it stands in the file."""

    where: str
    values: Mapping[str, Any]

    def fail(self, field: str, why: str) -> NoReturn:
        raise MalformedError(f"{self.where}, field {field!r}: {why}")

    def only(self, known: Collection[str]) -> None:
        for field in self.values:
            if field not in known:
                self.fail(field, "is not a known field")

    def has(self, field: str) -> bool:
        return self.values.get(field) is not None

    def text(self, field: str, default: str | None = None) -> str:
        value = self._value(field, default)
        if not _is_text(value):
            self.fail(field, "must be text")
        return str(value)

    def optional_text(self, field: str) -> str | None:
        return self.text(field) if self.has(field) else None

    def boolean(self, field: str, default: bool | None = None) -> bool:
        value = self._value(field, default)
        if not isinstance(value, bool):
            self.fail(field, "must be true or false")
        return value

    def whole(self, field: str, default: int | None = None, *, least: int = 0, most: int = 100_000) -> int:
        number = self.decimal(field, None if default is None else Decimal(default))
        if number != int(number) or not least <= number <= most:
            self.fail(field, f"must be a whole number from {least} to {most}")
        return int(number)

    def decimal(
        self, field: str, default: Decimal | None = None, *, least: Decimal | None = None, most: Decimal | None = None
    ) -> Decimal:
        """A plain decimal of the file's configuration; anything else makes the file malformed."""
        number = plain_decimal(self._value(field, default))
        if number is None:
            self.fail(field, "must be a plain decimal number in quotes")
        if (least is not None and number < least) or (most is not None and number > most):
            self.fail(field, f"must be between {least} and {most}")
        return number

    def figure(self, field: str) -> str | int | Decimal:
        """What stands where a number belongs; whether it is one that can be used is the step's to say."""
        value = self._value(field, None)
        if not isinstance(value, str | int | Decimal) or isinstance(value, bool):
            self.fail(field, "must be a decimal number in quotes")
        return value

    def amount(self, field: str) -> Decimal:
        """A decimal of a step; what no bill can hold is the step's refusal, not the file's fault."""
        value = self.figure(field)
        number = plain_decimal(value)
        if number is None:
            raise invalid(f"{field}: {str(value)[:40]!r} is not an amount. Nothing was changed.", field=field)
        return number

    def choice(self, field: str, kind: Callable[[str], Kind], default: Kind | None = None) -> Kind:
        """An enumeration's member, whatever its case."""
        if not self.has(field) and default is not None:
            return default
        try:
            return kind(self.text(field).upper())
        except ValueError:
            self.fail(field, f"{self.text(field)[:40]!r} is not one of its values")

    def inner(self, field: str) -> Fields:
        value = self.values[field] if self.has(field) else {}
        if not isinstance(value, dict):
            self.fail(field, "must be an object")
        return Fields(f"{self.where}, {field}", value)

    def items(self, field: str) -> list[Fields]:
        value = self.values[field] if self.has(field) else []
        if not isinstance(value, list):
            self.fail(field, "must be a list")
        for number, one in enumerate(value, 1):
            if not isinstance(one, dict):
                self.fail(field, f"item {number} must be an object")
        return [Fields(f"{self.where}, {field} {number}", one) for number, one in enumerate(value, 1)]

    def texts(self, field: str) -> list[str]:
        value = self.values[field] if self.has(field) else []
        if not isinstance(value, list) or not all(_is_text(one) for one in value):
            self.fail(field, "must be a list of texts")
        return [str(one) for one in value]

    def instant(self, field: str, calendar: ShopCalendar = INDIA, *, end_of_day: bool = False) -> datetime:
        """An ISO instant, or a date: its first instant in the shop (or its last, for periods that include it)."""
        text = self.text(field)
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            self.fail(field, f"{text[:40]!r} is not an ISO date or instant")
        if not FIRST_YEAR <= moment.year <= LAST_YEAR:
            self.fail(field, f"must be in the years {FIRST_YEAR} to {LAST_YEAR}")
        if end_of_day and len(text) <= len("2026-01-01"):
            moment = moment.replace(hour=23, minute=59, second=59, microsecond=999_999)
        return moment if moment.tzinfo else moment.replace(tzinfo=calendar.zone)

    def _value(self, field: str, default: Any) -> Any:
        value = self.values.get(field)
        if value is None:
            value = default
        if value is None:
            self.fail(field, "is missing")
        return value


def _is_text(value: object) -> bool:
    """Text, or a whole number that stands for its own digits, as in the name of a card."""
    return isinstance(value, str | int) and not isinstance(value, bool)


def plain_decimal(value: Any) -> Decimal | None:
    """A number written out in ASCII digits, as text or as JSON's own; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, Decimal):
        if abs(value.adjusted()) > DIGITS_MAX:
            return None  # written out, it could fill the memory
        value = f"{value:f}"
    if isinstance(value, int):
        value = str(value)
    if not isinstance(value, str) or not _PLAIN_DECIMAL.fullmatch(value):
        return None
    return Decimal(value)


def minor_of(fields: Fields, field: str, currency: Currency, default: Decimal | None = None) -> int:
    return currency.to_minor(fields.decimal(field, default, least=ZERO, most=MOST))


def period_of(fields: Fields) -> Period:
    """From and until a day or an instant, both included."""
    if not fields.has("from") and not fields.has("until"):
        return ALWAYS
    return Period(
        fields.instant("from") if fields.has("from") else None,
        fields.instant("until", end_of_day=True) if fields.has("until") else None,
    )


def points_of(fields: Fields, field: str, default: Decimal | None = None, *, least: Decimal = ZERO) -> int:
    hundredths = fields.decimal(field, default, least=least, most=MOST) * HUNDREDTHS
    if hundredths != int(hundredths):
        fields.fail(field, "has more than two decimals")
    return int(hundredths)
