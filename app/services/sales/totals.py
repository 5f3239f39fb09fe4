"""Totals: a bill of another billing program as it comes here: a total, or one for each category. Text or JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from app.domain.errors import invalid
from app.domain.money import AMOUNT_MINOR_MAX, Currency

TEXT_MAX: Final = 64 * 1024  # letters of a document
TOTALS_MAX: Final = 100
WORD_MAX: Final = 60  # letters of a key or a number
_FIELDS = ("key", "number", "total", "totals")
_NUMBER_WORDS = ("number", "bill", "bill no", "bill number", "invoice")
_AMOUNT = r"(?:₹|rs\.?|inr)?\s*([0-9]{1,3}(?:,[0-9]{2,3})+|[0-9]{1,9})(?:\.([0-9]{1,3}))?"
_ALONE = re.compile(_AMOUNT, re.IGNORECASE)
_PARTS = re.compile(r"(?P<name>.+?)\s*[,;:=|\t]\s*(?P<value>.+)")


@dataclass(frozen=True, slots=True)
class Total:
    """What a category comes to, in minor units; more than nothing."""

    category: str
    amount_minor: int


@dataclass(frozen=True, slots=True)
class Totals:
    """A bill elsewhere. `key` is what its program calls the document, `number` what people call the bill, or empty."""

    totals: tuple[Total, ...]
    key: str = ""
    number: str = ""

    @property
    def amount_minor(self) -> int:
        return sum(one.amount_minor for one in self.totals)


def read(text: str, *, categories: Iterable[str], currency: Currency) -> Totals:
    """Raises INVALID with a sentence. A total without a category falls into the first one."""
    if len(text) > TEXT_MAX:
        raise invalid("That is far too long to be the totals of a bill. Nothing was taken.")
    known = _Known({name.casefold(): name for name in categories}, currency)
    bare = text.removeprefix("\ufeff").strip()
    found = known.of_json(bare) if bare.startswith("{") else known.of_lines(bare.splitlines())
    if not found.totals:
        raise invalid("There is no total in it. Nothing was taken.")
    return found


@dataclass(frozen=True, slots=True)
class _Known:
    """What this shop calls its categories, and its money."""

    categories: Mapping[str, str]
    currency: Currency

    def of_json(self, text: str) -> Totals:
        try:
            given = json.loads(text, parse_float=str, parse_int=str)
        except (ValueError, RecursionError):
            raise invalid("It is no whole JSON document. Nothing was taken.") from None
        unknown = sorted(given.keys() - set(_FIELDS))
        if unknown:
            raise invalid(
                f"It has a field called {unknown[0][:WORD_MAX]}, which means nothing here. Nothing was taken."
            )
        each = [_pair(one) for one in _listed(given.get("totals", []))]
        return self._made(each, given.get("total"), key=given.get("key", ""), number=given.get("number", ""))

    def of_lines(self, lines: Sequence[str]) -> Totals:
        each: list[tuple[str, Any]] = []
        said: dict[str, str] = {}
        for line in filter(None, (one.replace('"', "").strip() for one in lines)):
            parts = None if _ALONE.fullmatch(line) else _PARTS.fullmatch(line)
            name, value = (parts["name"].strip(), parts["value"].strip()) if parts else ("", line)
            word = "number" if name.casefold() in _NUMBER_WORDS else name.casefold()
            if word in ("key", "number", "total") and word not in self.categories:
                said[word] = value
            else:
                each.append((name, value))
        return self._made(each, said.get("total"), key=said.get("key", ""), number=said.get("number", ""))

    def _made(self, each: Sequence[tuple[str, Any]], total: Any, *, key: Any, number: Any) -> Totals:
        if len(each) > TOTALS_MAX:
            raise invalid(f"It has more than {TOTALS_MAX} totals. Nothing was taken.")
        pairs = each or ([] if total is None else [("", total)])
        made = Totals(
            tuple(Total(self._category(name), self._minor(value)) for name, value in pairs), _word(key), _word(number)
        )
        if total is not None and self._minor(total) != made.amount_minor:
            raise invalid("Its totals do not add up to the total it says. Nothing was taken.")
        return made

    def _category(self, name: Any) -> str:
        if not self.categories:
            raise invalid("This shop has no categories yet. Nothing was taken.")
        if name == "":
            return next(iter(self.categories.values()))
        category = self.categories.get(" ".join(name.split()).casefold()) if isinstance(name, str) else None
        if category is None:
            raise invalid(f"There is no category called {str(name)[:WORD_MAX]} here. Nothing was taken.")
        return category

    def _minor(self, value: Any) -> int:
        amount = _ALONE.fullmatch(value.strip()) if isinstance(value, str) else None
        if amount is None or len((amount[2] or "").rstrip("0")) > self.currency.digits:
            raise invalid(f"{str(value)[:WORD_MAX]} is no amount like 512.50. Nothing was taken.")
        major = Decimal(f"{amount[1].replace(',', '')}.{amount[2] or 0}")
        minor = int(major * self.currency.minor_per_major)
        if not 0 < minor <= AMOUNT_MINOR_MAX:
            raise invalid(f"{value} cannot be the total of a category. Nothing was taken.")
        return minor


def _listed(totals: Any) -> Sequence[Any]:
    if isinstance(totals, list):
        return totals
    raise invalid("Its totals are no list. Nothing was taken.")


def _pair(one: Any) -> tuple[Any, Any]:
    if isinstance(one, dict) and one.keys() == {"category", "amount"}:
        return one["category"], one["amount"]
    raise invalid("Each of its totals has a category and an amount, and nothing else. Nothing was taken.")


def _word(value: Any) -> str:
    """A key or a number as it may be shown and kept."""
    if not isinstance(value, str) or len(value) > WORD_MAX or not value.isprintable():
        raise invalid(f"A key or a number is text of up to {WORD_MAX} letters. Nothing was taken.")
    return value.strip()
