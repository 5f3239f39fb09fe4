"""A bill rung and paid as a cashier does, and what the page of returns shows of it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from app import demo_shop


def sell(counter, *typed: str, card: str | None = demo_shop.RAVI, redeem: bool = False) -> str:
    """Ring and pay a bill as a cashier does; returns its number."""
    if card:
        counter.hand.scan(card)
    for text in typed:
        counter.hand.type(text)
        counter.hand.press("Return")
    if redeem:
        counter.hand.press("F8")
    counter.hand.press("Ctrl+Return")
    return counter.bills()[-1].number


def page(counter):
    return counter.window.people.returns_page


def shown(counter) -> set[str]:
    return {one.text() for one in page(counter).findChildren(QLabel) if one.isVisible() and one.text()}


def refunds(counter):
    with counter.till.desk.store.reading() as uow:
        return [one for bill in uow.bills.all() for one in uow.bills.refunds(bill.bill_id)]
