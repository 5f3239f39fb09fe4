"""What the shift's page says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from app.domain.days import ShopCalendar
from app.domain.formats import quantity
from app.domain.money import Currency
from app.domain.shift import MoveKind
from app.services.shifts.shift_records import KeptReport, Opening
from app.services.shifts.shifts import Counted, Running
from ui.rows import ChoiceRow
from ui.when import clock_words, day_words
from ui.words import later, tr, tr_n

TITLE = later("Shift")
CLOSED = later("No shift is open")
FLOAT = later("Cash in the drawer now (the float)")
REPORTS = later("Z reports of this counter")
NO_REPORTS = later("None yet: one is made whenever a shift is closed.")
BLIND = later("Count what is in the drawer. What should be there is told afterwards.")
COINS = later("Coins, together")
NOTE = later("Note on the difference")
AMOUNT = later("Amount")
REASON = later("Why")
NOT_AN_AMOUNT = later("That is not an amount. Type it in digits, like 500 or 45.50. Nothing was saved.")
NOT_A_COUNT = later("One of these is not a number. Correct it; nothing was saved.")
OPENED = later("The shift is open. Good selling!")
DRAWER_NONE = later("Written down. No drawer hangs on this counter's printer; open it by hand.")
DRAWER_SHUT = later("Written down. In training the drawer stays shut.")
DRAWER_OPEN = later("Written down. The drawer is open.")

MOVES: Mapping[MoveKind, str] = {
    MoveKind.PAY_IN: later("Pay in"),
    MoveKind.PAY_OUT: later("Pay out"),
    MoveKind.DROP: later("To the safe"),
    MoveKind.NO_SALE: later("Open the drawer without a sale"),
}
REASONS: Mapping[MoveKind, tuple[str, ...]] = {
    MoveKind.PAY_IN: (later("Change from the bank"), later("Money put back")),
    MoveKind.PAY_OUT: (later("Tea and snacks"), later("Courier or transport"), later("Supplier paid")),
    MoveKind.DROP: (later("To the safe"), later("To the bank")),
    MoveKind.NO_SALE: (later("Change for a customer"), later("Checked the drawer"), later("Opened by mistake")),
}
GO: Mapping[str, str] = {
    "open": later("Open shift"),
    "move": later("Save"),
    "count": later("Counted"),
    "result": later("Close shift"),
}
_TENDERS = {"CASH": later("Cash"), "UPI": later("UPI"), "CARD": later("Card"), "VOUCHER": later("Voucher")}


def headline(opening: Opening | None, calendar: ShopCalendar) -> str:
    return tr("Shift open {time}", time=clock_words(opening.opened_at, calendar)) if opening else tr(CLOSED)


def aside(running: Running, name: str, currency: Currency) -> str:
    """Whose shift it is; while there is none, what is counted in the next."""
    if running.opening is not None:
        return tr("{name} · float {money}", name=name, money=currency.text(running.opening.float_minor))
    if running.figures.bills:
        return tr_n(
            "{n} bill was rung since the last report; it counts in this shift. The float is what was there before it.",
            "{n} bills were rung since the last report; they count in this shift. The float is what was there before.",
            running.figures.bills,
        )
    return tr("Count what is in the drawer, type it and open the shift.")


def figures(running: Running, currency: Currency) -> tuple[tuple[str, str], ...]:
    """What has come together, without what the drawer should hold: that is counted blind."""
    told, money = running.figures, currency.text
    rows = [(tr("Bills"), quantity(Decimal(told.bills))), (tr("Sold"), money(told.sold_minor))]
    rows += [(tr(_TENDERS[kind]) if kind in _TENDERS else kind, money(minor)) for kind, minor in told.tenders.items()]
    back = {"UPI": tr("of it by UPI"), "CARD": tr("of it to bank cards")}
    sums = (
        (tr("Paid with points"), told.redeemed_minor),
        (tr("Returned"), told.returned_minor),
        *((back[one.kind], one.amount_minor) for one in told.given_otherwise),
        (tr("Paid in"), told.paid_in_minor),
        (tr("Paid out"), told.paid_out_minor),
        (tr("To the safe"), told.dropped_minor),
    )
    rows += [(words, money(minor)) for words, minor in sums if minor]
    if running.waiting_bills:
        rows.append((tr("Waiting to be sent"), tr_n("{n} bill", "{n} bills", running.waiting_bills)))
    return tuple(rows)


def outcome(counted: Counted, currency: Currency) -> tuple[tuple[str, str], ...]:
    return (
        (tr("Counted"), currency.text(counted.count.total_minor)),
        (tr("Should be there"), currency.text(counted.expected_minor)),
        (tr("Difference"), currency.text(counted.difference_minor)),
    )


def difference_words(counted: Counted, currency: Currency) -> str:
    money = currency.text(abs(counted.difference_minor))
    if not counted.difference_minor:
        return tr("It is right to the last coin.")
    if counted.difference_minor > 0:
        return tr("{money} too much. Say in the note what you know of it.", money=money)
    return tr("{money} missing. Say in the note what you know of it.", money=money)


def closed_words(kept: KeptReport) -> str:
    waiting = kept.report.waiting_bills
    said = tr("Shift closed: {name}. The report is printed.", name=kept.name)
    return f"{said} {waiting_words(waiting)}" if waiting else said


def waiting_words(count: int) -> str:
    return tr_n("{n} bill waits to be sent.", "{n} bills wait to be sent.", count)


def report_row(kept: KeptReport, *, is_sent: bool, calendar: ShopCalendar, today: date) -> ChoiceRow:
    report, currency = kept.report, Currency(kept.report.currency)
    at = calendar.day_of(report.closed_at)
    when = f"{day_words(at, today=today)}, {clock_words(report.closed_at, calendar)}"
    parts = [when, tr_n("{n} bill", "{n} bills", report.figures.bills), currency.text(report.figures.sold_minor)]
    if not is_sent and report.waiting_bills:
        parts.append(waiting_words(report.waiting_bills))
    elif not is_sent:
        parts.append(tr("not sent yet"))
    aside = currency.text(report.difference_minor) if report.difference_minor else ""
    return ChoiceRow(kept.name, " · ".join(parts), aside)
