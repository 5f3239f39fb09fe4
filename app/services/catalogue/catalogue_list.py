"""A list of products, read row by row: what is fine, and what is wrong with each of the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from app.domain.codes import CodeKind, classify
from app.domain.money import AMOUNT_MINOR_MAX, Currency
from app.services.catalogue.catalogue_records import Batch, Product
from app.services.lists import Columns, Problem, RowWrong, numbered, told, verdict

ROWS_MAX: Final = 200_000
CODE_MAX, NAME_MAX, BATCH_MAX = 40, 120, 30
_NAMES: Mapping[str, tuple[str, ...]] = {
    "code": ("code", "ean", "barcode", "ean code", "item code", "product code"),
    "name": ("name", "product", "product name", "item", "item name", "description"),
    "category": ("category", "group"),
    "hsn": ("hsn", "hsn code"),
    "gst": ("gst", "gst %", "gst rate", "gst percent", "tax"),
    "mrp": ("mrp", "price"),
    "batch": ("batch", "batch no", "batch no.", "batch number"),
    "expiry": ("expiry", "exp", "expiry date", "exp date", "expires"),
    "batch mrp": ("batch mrp",),
}
_EXPECTED = (
    "Nothing was imported; a list of products has code, name, category and mrp, and may have hsn, gst, batch, expiry "
    "and batch mrp."
)
_COLUMNS = Columns(_NAMES, ("code", "name", "category", "mrp"), _EXPECTED)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_STARTS_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class ProductList:
    """A list that was read. `with_batches` when it says anything of batches at all."""

    header: tuple[str, ...]
    products: tuple[Product, ...]
    problems: tuple[Problem, ...]
    rows_fine: int
    with_batches: bool

    @property
    def verdict(self) -> str:
        """1,240 rows fine, 17 have problems (wrong code 12, duplicate 5)."""
        return verdict(self.rows_fine, self.problems)


@dataclass(slots=True)
class _Reading:
    """What has been read of a list so far."""

    header: Sequence[str]
    places: Mapping[str, int]
    categories: Mapping[str, str]
    currency: Currency
    products: dict[str, Product] = field(default_factory=dict)
    batches: dict[str, dict[str, Batch]] = field(default_factory=dict)

    def take(self, cells: Sequence[str]) -> None:
        """One row. Raises RowWrong, and then nothing of it was taken."""
        found = told(cells, self.header, self.places)
        product = self._product(found)
        batch = self._batch(found)
        before = self.products.get(product.code)
        if before is not None and (batch is None or before != product):
            raise RowWrong("duplicate")
        if batch is not None:
            known = self.batches.setdefault(product.code, {})
            if batch.batch in known:
                raise RowWrong("duplicate")
            known[batch.batch] = batch
        self.products[product.code] = product

    def _product(self, found: Mapping[str, str]) -> Product:
        category = self.categories.get(found["category"].casefold())
        code, name = _code(found["code"]), _words(found["name"], "name", most=NAME_MAX)
        if not name:
            raise RowWrong("no name")
        if category is None:
            raise RowWrong("unknown category")
        mrp_minor = _price(found["mrp"], self.currency)
        return Product(code, name, category, mrp_minor, _hsn(found.get("hsn", "")), _percent(found.get("gst", "")))

    def _batch(self, found: Mapping[str, str]) -> Batch | None:
        batch = _words(found.get("batch", ""), "batch", most=BATCH_MAX)
        expiry, mrp = found.get("expiry", ""), found.get("batch mrp", "")
        if not (batch or expiry or mrp):
            return None
        return Batch(batch, _last_day(expiry) if expiry else None, _price(mrp, self.currency) if mrp else None)

    def whole(self) -> tuple[Product, ...]:
        return tuple(
            replace(product, batches=tuple(self.batches[code].values())) if code in self.batches else product
            for code, product in self.products.items()
        )


def read(rows: Iterable[Sequence[str]], *, categories: Iterable[str], currency: Currency) -> ProductList:
    """Read a list whose first row names its columns. Raises ListUnreadable when that is no list of products."""
    each = iter(rows)
    header = tuple(next(each, ()))
    places = _COLUMNS.places(header)
    reading = _Reading(header, places, {name.casefold(): name for name in categories}, currency)
    problems, fine = [], 0
    for number, cells in numbered(each, most=ROWS_MAX):
        try:
            reading.take(cells)
            fine += 1
        except RowWrong as wrong:
            problems.append(Problem(number, cells, str(wrong)))
    return ProductList(header, reading.whole(), tuple(problems), fine, bool({"batch", "expiry"} & places.keys()))


def _code(text: str) -> str:
    """An EAN or the shop's own code. Spreadsheets shorten long numbers, and then they are lost."""
    code = text[2:-1] if text.startswith('="') and text.endswith('"') else text
    code = code.replace(" ", "") if code.replace(" ", "").isdigit() else code
    if not code:
        raise RowWrong("no code")
    if len(code) > CODE_MAX or not code.isascii() or not code.isprintable() or code.startswith(_STARTS_FORMULA):
        raise RowWrong("wrong code")
    kind = classify(code).kind
    shortened = re.fullmatch(r"[0-9]+([.,][0-9]+)?[eE]\+?[0-9]+", code) is not None
    mistyped = code.isdigit() and len(code) == 13 and kind is not CodeKind.PRODUCT
    if shortened or mistyped or kind in (CodeKind.CARD, CodeKind.BILL):
        raise RowWrong("wrong code")
    return code


def _words(text: str, what: str, *, most: int) -> str:
    """A name as it may be printed: one line, nothing that runs in a spreadsheet."""
    words = " ".join(text.split())
    if len(words) > most:
        raise RowWrong(f"{what} too long")
    if words.startswith(_STARTS_FORMULA) or not all(c.isprintable() or c in "\u200c\u200d" for c in words):
        raise RowWrong(f"wrong {what}")
    return words


def _hsn(text: str) -> str:
    if text and not re.fullmatch("[0-9]{2,8}", text):
        raise RowWrong("wrong HSN")
    return text


def _percent(text: str) -> Decimal | None:
    if not text:
        return None
    rate = re.fullmatch(r"([0-9]{1,3}(?:\.[0-9]{1,2})?)(?:0*) ?%?", text)
    if rate is None or Decimal(rate[1]) > 100:
        raise RowWrong("wrong GST rate")
    return Decimal(rate[1])


def _price(text: str, currency: Currency) -> int:
    bare = text.removeprefix(currency.symbol).replace(",", "").strip()
    amount = re.fullmatch(r"([0-9]{1,7})(?:\.([0-9]{1,6}))?", bare)
    if amount is None or len((amount[2] or "").rstrip("0")) > currency.digits:
        raise RowWrong("wrong price")
    minor = int(Decimal(bare) * currency.minor_per_major)
    if not 0 < minor <= AMOUNT_MINOR_MAX:
        raise RowWrong("wrong price")
    return minor


def _last_day(text: str) -> date:
    """06/2026 and Jun-26 are good to the month's end, 2026-06-15 and 15/06/2026 to that day."""
    for form, make in _DAYS.items():
        parts = re.fullmatch(form, text.casefold())
        if parts is not None:
            try:
                return make(*parts.groups())
            except ValueError as wrong:
                raise RowWrong("wrong expiry") from wrong
    raise RowWrong("wrong expiry")


def _month_end(year: str, month: str) -> date:
    full = int(year) if len(year) > 2 else 2000 + int(year)
    first = date(full, int(month), 1)
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _named_month_end(month: str, year: str) -> date:
    return _month_end(year, str(_MONTHS.index(month) + 1))


_DAYS: Mapping[str, Callable[..., date]] = {
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[ t]00:00(?::00)?)?": lambda y, m, d: date(int(y), int(m), int(d)),
    r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})": lambda d, m, y: date(int(y), int(m), int(d)),
    r"([0-9]{4})[/-]([0-9]{1,2})": _month_end,
    r"([0-9]{1,2})[/-]([0-9]{4}|[0-9]{2})": lambda month, year: _month_end(year, month),
    rf"({'|'.join(_MONTHS)})[a-z]*[ /-]?([0-9]{{4}}|[0-9]{{2}})": _named_month_end,
}
