"""What a receipt states: plain facts, without a word of wording.

Money is in minor units, points are in hundredths. Every figure is a size, zero or more, except the round-off and
the balance, which are signed: `kind` says which way the money and the points went.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from app.domain.point_words import PLAIN, PointWords


class ReceiptKind(StrEnum):
    SALE = "SALE"
    RETURN = "RETURN"
    CANCELLATION = "CANCELLATION"


@dataclass(frozen=True, slots=True)
class ShopFacts:
    """The head of the paper; what the shop has not filled in stays empty and is not printed."""

    name: str
    address_lines: tuple[str, ...] = ()
    gstin: str = ""
    licences: tuple[str, ...] = ()
    phone: str = ""
    logo: bytes = b""  # a PNG or JPEG


@dataclass(frozen=True, slots=True)
class LineFacts:
    """One item. `gross_minor` − `discount_minor` = `net_minor`, of which points took `points_minor` off the price.

    What a catalogue knows of it may be missing: its tax code, batch, last day of use, and the GST that its price
    includes, in percent.
    """

    name: str
    quantity: Decimal
    unit_price_minor: int
    gross_minor: int
    discount_minor: int
    net_minor: int
    points_earned: int
    points_minor: int = 0
    hsn: str = ""
    batch: str = ""
    expires_on: date | None = None
    gst_percent: Decimal | None = None

    @property
    def taxed_minor(self) -> int:
        """What was paid for it, tax included."""
        return self.net_minor - self.points_minor


@dataclass(frozen=True, slots=True)
class TakenOffFacts:
    """What a reward's voucher took off a bill."""

    reward: str
    code_masked: str
    minor: int


@dataclass(frozen=True, slots=True)
class TotalFacts:
    """From the subtotal (Σ gross lines) down to what was paid in money.

    subtotal − category, tier, line and bill discount − voucher + round-off = net; net − points value = payable. Points
    are a way of paying, or with `points_are_discount` one more discount before the printed net.
    """

    subtotal_minor: int
    category_discount_minor: int
    tier_discount_minor: int
    bill_discount_minor: int
    round_off_minor: int
    net_minor: int
    points_redeemed: int
    points_value_minor: int
    payable_minor: int
    points_are_discount: bool = False
    line_discount_minor: int = 0
    voucher: TakenOffFacts | None = None


@dataclass(frozen=True, slots=True)
class TenderFacts:
    """One way the payable amount was paid or given back. Σ tenders − change = payable."""

    label: str
    amount_minor: int


@dataclass(frozen=True, slots=True)
class ExpiringFacts:
    """The points that go first: `expires_on` is the last day they can be used."""

    points: int
    expires_on: date


@dataclass(frozen=True, slots=True)
class RisenFacts:
    """A tier that a bill led to: the last day a rule keeps it (None: no day is named), and the points it brought."""

    tier: str
    last_day: date | None
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderFacts:
    """A member and what they have. `balance` is what can be spent, without the pending points.

    `unconfirmed_since` is when the server was last heard (local time), where it could not contradict the balance.
    """

    name: str
    card_masked: str
    tier: str
    balance: int
    balance_value_minor: int
    points_pending: int = 0
    expiring: ExpiringFacts | None = None
    unconfirmed_since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFacts(HolderFacts):
    """The member as a bill left them, and what it moved; `risen` where it raised their tier.

    `lacking` are what rules would have given with it, had any been left, as the rewards are called.
    """

    points_earned: int
    points_redeemed: int
    risen: RisenFacts | None = None
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """One receipt. `issued_at` is in the shop's local time.

    `copy_number` is 0 for the original and n for the n-th reprint; `original_bill_number` is what a return or a
    cancellation goes back on; `why_url` is where the customer reads how the points came about.
    """

    kind: ReceiptKind
    shop: ShopFacts
    bill_number: str
    issued_at: datetime
    counter: str
    cashier: str
    lines: tuple[LineFacts, ...]
    totals: TotalFacts
    tenders: tuple[TenderFacts, ...]
    change_minor: int
    member: MemberFacts | None = None
    original_bill_number: str = ""
    copy_number: int = 0
    training: bool = False
    is_invoice: bool = True
    currency_symbol: str = "₹"
    currency_digits: int = 2
    footer_lines: tuple[str, ...] = ()
    why_url: str = ""
    point_words: PointWords = PLAIN
