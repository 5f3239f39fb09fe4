"""Words and figures every paper writes alike: amounts, days, and what a sale and its way back are called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.domain import formats
from app.services.receipt_facts import ReceiptFacts, ReceiptKind
from app.services.slip_facts import PaperFacts

PART_OF_A_BILL = "Part of the bill"  # what came back without naming an item

# Not strftime's: those follow the locale of the machine.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Terms:
    """What one kind of paper calls itself and its figures, on a roll and on a sheet."""

    title: str
    sheet_title: str
    payable: str
    earned: str
    redeemed: str


TERMS = {
    ReceiptKind.SALE: Terms("Receipt", "Invoice", "To pay", "Points earned", "Points redeemed"),
    ReceiptKind.RETURN: Terms("Return", "Credit note", "Refund", "Points taken back", "Points given back"),
    ReceiptKind.CANCELLATION: Terms(
        "Bill cancelled", "Credit note", "Refund", "Points taken back", "Points given back"
    ),
}


@dataclass(frozen=True, slots=True)
class Money:
    """The amounts of one paper, all in its currency."""

    symbol: str
    digits: int

    @classmethod
    def of(cls, facts: ReceiptFacts | PaperFacts) -> Money:
        return cls(facts.currency_symbol, facts.currency_digits)

    def __call__(self, minor: int) -> str:
        return formats.money(minor, self.symbol, digits=self.digits)

    def figure(self, minor: int) -> str:
        """The amount without its symbol, for a column of them."""
        return formats.money(minor, "", digits=self.digits)


def moment(at: datetime) -> str:
    return f"{day(at)} {at:%H:%M}"


def day(on: date) -> str:
    return f"{on.day:02}-{_MONTHS[on.month - 1]}-{on.year:04}"


def month(on: date) -> str:
    """As a medicine's pack says when it expires."""
    return f"{on.month:02}/{on.year:04}"
