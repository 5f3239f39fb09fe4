"""Wording: what the page of products says of a list and of each of its rows."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from app.domain.formats import quantity
from app.domain.money import Currency
from app.services.catalogue.catalogue import Outlook
from app.services.catalogue.catalogue_records import Batch, Product
from app.services.lists import Problem
from ui.catalogue.state import CheckedList, ListRow
from ui.words import later, spoken, tr, tr_n

TITLE = later("Products")
HOW = later(
    "A list of products, CSV (UTF-8) or XLSX, with the columns code, name, category and mrp; "
    "hsn, gst, batch and expiry if there are. First it is only tried."
)
TRYING = later("Reading the list …")
TAKING_IN = later("Importing …")
NO_FILE = later("Choose a file first: F2, or drop it here. Nothing was imported.")
NOTHING_GOOD = later("No row of it can be imported. Nothing was changed; F6 saves the rows with what is wrong.")
NO_REST = later("The rest cannot be written: {why}. Nothing else was changed.")
REST_SAVED = later("Saved with what is wrong in each row: {file}. Mend it there, then import that file.")

# By what the reader of lists calls it.
PROBLEMS = {
    "duplicate": later("This product, or this batch of it, stands further up already."),
    "no name": later("The name is missing."),
    "no code": later("The code is missing."),
    "unknown category": later("This category is none of the shop's."),
    "wrong code": later("The code is mistyped, shortened by a spreadsheet, or looks like a card or a bill."),
    "wrong name": later("The name begins with = + - @ or has letters that cannot be printed."),
    "wrong batch": later("The batch begins with = + - @ or has letters that cannot be printed."),
    "name too long": later("The name is longer than 120 letters."),
    "batch too long": later("The batch is longer than 30 letters."),
    "wrong HSN": later("An HSN code has 2 to 8 digits."),
    "wrong GST rate": later("The GST rate is a percentage from 0 to 100."),
    "wrong price": later("The price is an amount like 45 or 45.50, above nothing."),
    "more cells than columns": later(
        "It has more cells than the list has columns: put an amount like “1,250” in quotes."
    ),
    "stray quote": later("A quotation mark at the beginning of a cell has no other at its end."),
    "wrong expiry": later("The expiry is a month like 06/2026 or a day like 15/06/2026."),
}


def _figure(n: int) -> str:
    return quantity(Decimal(n))


def verdict(found: CheckedList) -> str:
    """12 new, 3 changed, 40 as they are; 5 rows have problems."""
    good = tr(
        "{added} new, {changed} changed, {same} as they are.",
        added=_figure(len(found.outlook.added)),
        changed=_figure(len(found.outlook.changed)),
        same=_figure(found.outlook.same),
    )
    problems = len(found.found.problems)
    if not problems:
        return good
    return f"{good} " + tr_n("{n} row has a problem.", "{n} rows have problems.", problems)


def tried(found: CheckedList) -> str:
    if not found.found.products:
        return tr(NOTHING_GOOD)
    return f"{verdict(found)} " + tr("Nothing is imported yet; F9 imports the good rows.")


def taken_in(outlook: Outlook, *, left_out: int) -> str:
    done = tr(
        "Imported: {added} new, {changed} changed.",
        added=_figure(len(outlook.added)),
        changed=_figure(len(outlook.changed)),
    )
    if not left_out:
        return done
    return f"{done} " + tr_n("{n} row was left out; F6 saves it.", "{n} rows were left out; F6 saves them.", left_out)


def known(count: int) -> str:
    return tr_n("The shop has {n} product.", "The shop has {n} products.", count)


def what(row: ListRow) -> str:
    if isinstance(row, Problem):
        return tr("Row {n}, left out", n=_figure(row.row_number))
    return tr("Changed") if isinstance(row, tuple) else tr("New")


def code(row: ListRow) -> str:
    if isinstance(row, Problem):
        return ""
    return row[1].code if isinstance(row, tuple) else row.code


def detail(row: ListRow, currency: Currency) -> str:
    """What is wrong with it and what stood there; what it changes; or the product."""
    if isinstance(row, Problem):
        cells = " · ".join(cell.strip() for cell in row.cells if cell.strip())
        return f"{tr(PROBLEMS[row.what])} ({cells})"
    if isinstance(row, tuple):
        return f"{row[1].name} · {_changes(*row, currency)}"
    return _product(row, currency)


def _product(product: Product, currency: Currency) -> str:
    batches = tr_n("{n} batch", "{n} batches", len(product.batches)) if product.batches else ""
    return " · ".join(filter(None, (product.name, product.category, currency.text(product.mrp_minor), batches)))


def _changes(before: Product, after: Product, currency: Currency) -> str:
    """price ₹45.00 › ₹48.00, HSN – › 3004"""
    pairs = [(tr(words), show(before, currency), show(after, currency)) for words, show in _FIELDS]
    return ", ".join(f"{words} {was} › {now}" for words, was, now in pairs if was != now)


def _gst(product: Product, _: Currency) -> str:
    return "–" if product.gst_percent is None else f"{product.gst_percent.normalize():f} %"


def _batches(product: Product, currency: Currency) -> str:
    return ", ".join(sorted(_batch(one, currency) for one in product.batches)) or "–"


def _batch(batch: Batch, currency: Currency) -> str:
    until = spoken().day(batch.expires_on, with_year=True) if batch.expires_on else ""
    price = "" if batch.mrp_minor is None else currency.text(batch.mrp_minor)
    return " ".join(filter(None, (batch.batch, until, price)))


_FIELDS: tuple[tuple[str, Callable[[Product, Currency], str]], ...] = (
    (later("name"), lambda product, _: product.name),
    (later("category"), lambda product, _: product.category),
    (later("price"), lambda product, currency: currency.text(product.mrp_minor)),
    (later("HSN"), lambda product, _: product.hsn or "–"),
    (later("GST"), _gst),
    (later("batches"), _batches),
)
