"""Wording of the reports: figures as people read them, and what the page says of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from app.domain.days import ShopCalendar
from app.domain.formats import money, number, points, quantity
from app.domain.money import Currency
from app.services.reports.catalogue import Summary
from app.services.reports.period import Days, Span
from app.services.reports.table import Cell, Kind, OwnWord, share
from ui.reports.state import FROM_TO
from ui.when import moment_words
from ui.words import later, said, spoken, tr, tr_n

TITLE = later("Reports")
LIST = later("Which report")
DAYS = later("Days")
FIRST, LAST = later("From"), later("To")
AS_TYPED = later("like 2026-04-01")
READING = later("Reading … Esc stops.")
EMPTY = later("There is nothing of these days.")
NOT_DAYS = later("Type both days as year-month-day, like 2026-04-01.")
NO_FOLDER = later("This counter has no folder for exports. Nothing was written.")
NOT_SAVED = later("{file} could not be written: {why}. Nothing was saved.")
SAVED = later("Saved: {file}.")
STOPPED = later("Stopped. F5 reads it again.")
TOTAL = later("Together")
AS_TABLE, AS_CHART = later("Show as table"), later("Show as chart")
WEEK_OF = later("week of {day}")
BY_WEEK, BY_MONTH = later("by week, the table by day"), later("by month, the table by day")
LAST_HEARD = later("The server was last heard {when}.")
STRETCHES = {
    Span.TODAY.value: later("Today"),
    Span.WEEK.value: later("7 days"),
    Span.MONTH.value: later("This month"),
    Span.LAST_MONTH.value: later("Last month"),
    Span.YEAR.value: later("A year"),
    FROM_TO: later("From – to"),
}
REPORTS = {
    "sales": later("Sales by day"),
    "points": later("Earned and used"),
    "redemption": later("Redemption rate"),
    "liability": later("Liability"),
    "expiring": later("Expiring"),
    "tiers": later("Tiers"),
    "top": later("Top members"),
    "referrals": later("Referrals"),
    "categories": later("Categories"),
    "staff": later("Staff"),
    "rewards": later("Rewards"),
    "rules": later("Rules"),
    "overrides": later("Approvals"),
    "flags": later("Worth a look"),
}


@dataclass(frozen=True, slots=True)
class Speech:
    """What cells are said with."""

    currency: Currency
    calendar: ShopCalendar
    now: datetime

    def cell(self, cell: Cell, kind: Kind, *, is_exact: bool = False) -> str:
        """`is_exact`: hundredths are said where there are none, too."""
        if cell is None:
            return ""
        if isinstance(cell, OwnWord):
            return said(cell)
        if isinstance(cell, datetime):
            return moment_words(cell, self.calendar, now=self.now)
        if isinstance(cell, date):
            return spoken().day(cell, with_year=cell.year != self.calendar.day_of(self.now).year)
        return cell if isinstance(cell, str) else self.figure(cell, kind, is_exact=is_exact)

    def figure(self, figure: int, kind: Kind, *, is_exact: bool = False) -> str:
        match kind:
            case Kind.MONEY:
                return money(figure, self.currency.symbol, digits=self.currency.digits)
            case Kind.POINTS:
                return number(Decimal(figure).scaleb(-2)) if is_exact else points(figure)
            case Kind.SHARE:
                share = Decimal(figure).scaleb(-2)
                return f"{number(share) if is_exact else quantity(share)} %"
            case _:
                return quantity(Decimal(figure))


def days_words(days: Days, speech: Speech) -> str:
    first, last = (speech.cell(day, Kind.DAY) for day in (days.first, days.last))
    return first if days.first == days.last else f"{first} – {last}"


def summary_words(found: Summary, days: Days, speech: Speech) -> str:
    with_card = share(found.with_card, found.bills)
    parts = [
        days_words(days, speech),
        tr_n("{n} bill", "{n} bills", found.bills),
        *([tr("{share} with a card", share=speech.figure(with_card, Kind.SHARE))] if with_card is not None else []),
        tr("sold {money}", money=speech.figure(found.sales_minor, Kind.MONEY)),
        tr("earned {points}", points=points(found.earned_points)),
        tr("used {points}", points=points(found.redeemed_points)),
        tr("owed now {money}", money=speech.figure(found.owed_minor, Kind.MONEY)),
    ]
    return " · ".join(parts)
