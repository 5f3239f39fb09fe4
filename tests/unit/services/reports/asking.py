"""Reports asked for, and what is behind a row of one."""

from __future__ import annotations

from datetime import date

from app.services.reports.catalogue import bills_behind, report
from app.services.reports.period import Days
from app.services.reports.table import Table
from tests.desks import Shop


def today(shop: Shop) -> date:
    return shop.desk.calendar.day_of(shop.clock.now())


def on_day(shop: Shop) -> Days:
    return Days(today(shop), today(shop))


def cells(table: Table) -> list[tuple[object, ...]]:
    return [row.cells for row in table.rows]


def ask(shop: Shop, name: str, days: Days | None = None) -> Table:
    return report(shop.desk, name, days or on_day(shop))


def opened(shop: Shop, table: Table, row: int = 0) -> Table:
    """What is behind a row."""
    question = table.rows[row].behind
    assert question is not None
    return bills_behind(shop.desk, question)
