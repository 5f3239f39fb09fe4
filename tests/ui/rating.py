"""Rates typed in place by a manager, and what is in force then."""

from __future__ import annotations

from app.services.programs.program import current

EARN, DISCOUNT, RX = 1, 2, 5  # columns


def mark(page, category, column):
    names = [page.table.rates.index(row, 0).data() for row in range(page.table.rates.rowCount())]
    page.table.setCurrentIndex(page.table.rates.index(names.index(category), column))
    page.table.setFocus()


def put(counter, page, text, category="Medicines", column=EARN):
    mark(page, category, column)
    counter.hand.press("Return")
    counter.hand.type(text)
    counter.hand.press("Return")


def earned(counter):
    return current(counter.till.desk).categories["Medicines"].point_percent
