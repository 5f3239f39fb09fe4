"""A report's table as a sheet for a file: numbers stay numbers, in whole units with their decimals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from app.domain.days import ShopCalendar
from app.domain.money import Currency
from app.services.reports.table import Cell as Figure
from app.services.reports.table import Kind, OwnWord, Table
from printing.export import Cell, Sheet

Say = Callable[[str], str]
_HUNDREDTHS = 2
_WORDED = (Kind.WORDS, Kind.DAY, Kind.INSTANT)
TOTAL = OwnWord("Together")


def sheet_of(table: Table, currency: Currency, calendar: ShopCalendar, say: Say = str, days: str = "") -> Sheet:
    """Our own words as `say` says them; instants in the shop's time; `days` stand behind the title."""

    def cell(figure: Figure, kind: Kind) -> Cell:
        if isinstance(figure, OwnWord):
            return say(figure)
        if isinstance(figure, datetime):
            return figure.astimezone(calendar.zone).replace(microsecond=0, tzinfo=None)
        if isinstance(figure, int):
            return _figure(figure, kind, currency)
        return figure

    kinds = [heading.kind for heading in table.headings]
    every = [row.cells for row in table.rows]
    if table.total is not None:
        every.append((TOTAL, *table.total[1:]))
    rows = [tuple(cell(figure, kind) for figure, kind in zip(cells, kinds, strict=True)) for cells in every]
    title = say(table.title) if isinstance(table.title, OwnWord) else table.title
    columns = tuple(_column(say(heading.text), heading.kind, currency) for heading in table.headings)
    figures = frozenset(at for at, kind in enumerate(kinds) if kind not in _WORDED)
    return Sheet(f"{title} {days}".strip(), columns, rows, figures)


def _figure(figure: int, kind: Kind, currency: Currency) -> int | Decimal:
    match kind:
        case Kind.MONEY:
            return Decimal(figure).scaleb(-currency.digits)
        case Kind.POINTS | Kind.SHARE:
            return Decimal(figure).scaleb(-_HUNDREDTHS)
        case _:
            return figure


def _column(text: str, kind: Kind, currency: Currency) -> str:
    """With its unit, which the figures under it leave out."""
    unit = {Kind.SHARE: "%", Kind.MONEY: currency.symbol}.get(kind)
    return f"{text} ({unit})" if unit else text
