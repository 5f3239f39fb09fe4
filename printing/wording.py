"""Words and figures every paper writes alike: amounts, days, and what a sale and its way back are called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.domain import formats
from app.domain.point_words import PLAIN, PointWords
from app.services.papers.receipt_facts import ReceiptFacts, ReceiptKind
from app.services.papers.slip_facts import PaperFacts

CASHBACK = "Cashback"
PART_OF_A_BILL = "Part of the bill"  # what came back without naming an item

# Not strftime's: those follow the locale of the machine.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Terms:
    """What one kind of paper calls itself and its figures, on a roll and on a sheet.

    `discount` is the last that was taken off; what comes back names no other.
    """

    title: str
    sheet_title: str
    payable: str
    earned: str
    redeemed: str
    discount: str


TERMS = {
    ReceiptKind.SALE: Terms("Receipt", "Invoice", "To pay", "Points earned", "Points redeemed", "Bill discount"),
    ReceiptKind.RETURN: Terms("Return", "Credit note", "Refund", "Points taken back", "Points given back", "Discount"),
    ReceiptKind.CANCELLATION: Terms(
        "Bill cancelled", "Credit note", "Refund", "Points taken back", "Points given back", "Discount"
    ),
}


@dataclass(frozen=True, slots=True)
class Money:
    """The amounts of one paper: money in its currency, and points as the programme says them."""

    symbol: str
    digits: int
    point_words: PointWords = PLAIN

    @classmethod
    def of(cls, facts: ReceiptFacts | PaperFacts) -> Money:
        return cls(facts.currency_symbol, facts.currency_digits, facts.point_words)

    def __call__(self, minor: int) -> str:
        return formats.money(minor, self.symbol, digits=self.digits)

    def figure(self, minor: int) -> str:
        """The amount without its symbol, for a column of them."""
        return formats.money(minor, "", digits=self.digits)

    def points(self, hundredths: int) -> str:
        """The amount of points: the figure, with the programme's word for them, or as money."""
        return self.point_words.own(hundredths) or formats.points(hundredths)

    def point_figure(self, hundredths: int) -> str:
        """The amount of points for a column that says what they are."""
        return self.points(hundredths) if self.point_words.cashback else formats.points(hundredths)

    def title(self, label: str) -> str:
        """A label that begins with “Points”, which goes without where their own word stands behind the amount."""
        if self.point_words.cashback is not None:
            return label.replace("Points", CASHBACK, 1)
        if self.point_words.name is None:
            return label
        bare = label.removeprefix("Points ")
        return bare[0].upper() + bare[1:]

    @property
    def many(self) -> str:
        """What heads a column of points."""
        return self.point_words.head


def moment(at: datetime) -> str:
    return f"{day(at)} {at:%H:%M}"


def day(on: date) -> str:
    return f"{on.day:02}-{_MONTHS[on.month - 1]}-{on.year:04}"


def month(on: date) -> str:
    """As a medicine's pack says when it expires."""
    return f"{on.month:02}/{on.year:04}"
