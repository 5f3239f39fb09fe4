"""What the papers beside receipts state: balance slips, statements, vouchers, shift reports. Facts without wording.

Money is in minor units, points are in hundredths, times are the shop's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from app.domain.entries import EntryKind
from app.domain.point_words import PLAIN, PointWords
from app.domain.shift import CashCount, Drawer
from app.services.papers.receipt_facts import HolderFacts, ShopFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFacts:
    """What every one of them says: whose paper it is, and where and when it was printed."""

    shop: ShopFacts
    counter: str
    printed_at: datetime
    currency_symbol: str = "₹"
    currency_digits: int = 2
    training: bool = False
    point_words: PointWords = PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipFacts(PaperFacts):
    """A balance slip."""

    holder: HolderFacts


@dataclass(frozen=True, slots=True)
class MovementFacts:
    """One movement of points (signed) and the balance after it. `bill_number` is empty where it has none here."""

    at: datetime
    kind: EntryKind
    points: int
    balance: int
    bill_number: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFacts(PaperFacts):
    """The latest movements of a member, oldest first. `opening` + Σ movements = spendable + pending points."""

    holder: HolderFacts
    opening: int
    movements: tuple[MovementFacts, ...]
    is_whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherFacts(PaperFacts):
    """A voucher for a reward: `code` is what is scanned; `valid_until` the last day it can be used."""

    code: str
    reward: str
    terms: str = ""
    value_minor: int = 0
    points_spent: int = 0
    valid_until: date | None = None
    holder_name: str = ""
    copy_number: int = 0


@dataclass(frozen=True, slots=True)
class CountFacts:
    """What was counted of one way of paying, beside what the bills say."""

    label: str
    expected_minor: int
    counted_minor: int | None = None


@dataclass(frozen=True, slots=True)
class DrawerFacts:
    """The cash of a shift, counted: what went through the drawer, the notes in it, what it holds and should hold."""

    drawer: Drawer
    count: CashCount
    times_counted: int

    @property
    def difference_minor(self) -> int:
        return self.count.total_minor - self.drawer.expected_minor


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftFacts(PaperFacts):
    """A Z report, or with `number` 0 an X report: what one shift took, and what its drawer holds.

    `sold_minor` less `returned_minor` is what the tenders and the points add up to. `waiting_bills` had not been sent
    when it was printed. `given_otherwise` is what went back, but not in cash. `name` is the report's whole number;
    `drawer` is told when it has been counted, not before.
    """

    number: int
    cashier: str
    opened_at: datetime
    closed_at: datetime | None
    bills: int
    returns: int
    sold_minor: int
    returned_minor: int
    discounts_minor: int
    points_paid_minor: int
    points_earned: int
    points_redeemed: int
    tenders: tuple[CountFacts, ...]
    first_bill: str = ""
    last_bill: str = ""
    waiting_bills: int = 0
    note: str = ""
    copy_number: int = 0
    name: str = ""
    closed_by: str = ""
    approved_by: str = ""
    is_sent: bool = False
    drawer: DrawerFacts | None = None
    taxed: tuple[tuple[Decimal, int], ...] = ()
    given_otherwise: tuple[CountFacts, ...] = ()
    points_taken_back: int = 0
    points_given_back: int = 0
    drawer_openings: int = 0
    voids: int = 0
    overrides: int = 0
