"""Intents: what the cashier asked for in the smart box, and the words for doing it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from app.domain.codes import format_card_number
from app.domain.formats import quantity
from app.domain.money import RUPEE, Currency, half_up
from ui.words import tr


@dataclass(frozen=True, slots=True)
class AddLine:
    """Put a line on the bill; `quantity` > 0, `unit_price_minor` > 0."""

    category_name: str
    quantity: Decimal
    unit_price_minor: int
    currency: Currency = RUPEE

    @property
    def amount_minor(self) -> int:
        """What the line comes to. Source: docs/domain.md, Pricing 1."""
        return half_up(Fraction(self.quantity) * self.unit_price_minor)

    @property
    def deed(self) -> str:
        sold = self.currency.text(self.amount_minor)
        if self.quantity != 1:
            sold = f"{quantity(self.quantity)} × {self.currency.text(self.unit_price_minor)} = {sold}"
        return tr("add {amount} {category}", amount=sold, category=self.category_name)


@dataclass(frozen=True, slots=True)
class FindLastFour:
    """Find the members whose phone or card ends in four digits."""

    digits: str

    @property
    def deed(self) -> str:
        return tr("find phone or card ending {digits}", digits=self.digits)


@dataclass(frozen=True, slots=True)
class FindPhone:
    """Find the member with this phone: ten digits, no country code."""

    digits: str

    @property
    def deed(self) -> str:
        return tr("find phone {phone}", phone=f"{self.digits[:5]} {self.digits[5:]}")


@dataclass(frozen=True, slots=True)
class FindCard:
    """Find the member with this card: twelve digits whose check holds, scanned or typed."""

    number: str
    is_typed: bool = False

    @property
    def deed(self) -> str:
        return tr("find card {card}", card=format_card_number(self.number))


@dataclass(frozen=True, slots=True)
class FindName:
    """Find the members, and the products, whose name starts so, in any script."""

    prefix: str
    people_only: bool = False

    @property
    def deed(self) -> str:
        return tr("find names starting “{prefix}”", prefix=self.prefix)


@dataclass(frozen=True, slots=True)
class FindBill:
    """Open the bill with this number."""

    number: str

    @property
    def deed(self) -> str:
        return tr("open bill {number}", number=self.number)


@dataclass(frozen=True, slots=True)
class FindProduct:
    """Add the product with this code."""

    code: str

    @property
    def deed(self) -> str:
        return tr("add product {code}", code=self.code)


@dataclass(frozen=True, slots=True)
class Discount:
    """Take a percentage or an amount off the bill, or off one line by its number; nothing takes a discount back."""

    percent: Decimal | None = None
    amount_minor: int | None = None
    line: int | None = None
    currency: Currency = RUPEE

    @property
    def deed(self) -> str:
        off = f"{quantity(self.percent)} %" if self.percent is not None else self.currency.text(self.amount_minor or 0)
        if not (self.percent or self.amount_minor):
            return tr("take back the discount")
        if self.line is None:
            return tr("take {off} off the bill", off=off)
        return tr("take {off} off line {n}", off=off, n=self.line)


@dataclass(frozen=True, slots=True)
class RemoveLast:
    """Take the last line off the bill."""

    @property
    def deed(self) -> str:
        return tr("remove the last line")


@dataclass(frozen=True, slots=True)
class ToggleRedeem:
    """Redeem the most that is allowed, or none if that is what stands."""

    @property
    def deed(self) -> str:
        return tr("redeem the most points, or none")


@dataclass(frozen=True, slots=True)
class Pay:
    """Go to payment; meaningless while the bill has no lines, which the presenter knows."""

    @property
    def deed(self) -> str:
        return tr("pay")


@dataclass(frozen=True, slots=True)
class Incomplete:
    """A number or bill begun and not ended: `sentence` says how it goes on."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """Nothing that can be done: a stable code, and what the cashier reads."""

    code: str
    sentence: str


Find = FindLastFour | FindPhone | FindCard | FindName | FindBill | FindProduct
Deed = AddLine | Discount | Find | RemoveLast | ToggleRedeem | Pay
Intent = Deed | Incomplete | Wrong
