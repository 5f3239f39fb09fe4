"""Bills from outside, as they are asked for: what earns, what is used, what is taken back, what one would come to."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from app.domain.cart import LINES_MAX, Cart, CartLine
from app.services.sales.outside import NUMBER_MAX, OutsideBill
from server.api.figures import AskedPoints, Money
from server.api.models import Id, Model, Name, Text, shown_as
from server.api.people import NUMBER, CardNumber

_LINES = [{"category": "Medicines", "amount_minor": 125050}]
_ASKED = {"card_number": NUMBER, "bill_number": "INV-2041", "lines": _LINES}
BillNumber = Annotated[Text, Field(min_length=1, max_length=NUMBER_MAX, examples=["INV-2041"])]


class AskedLine(Model):
    """An amount of one category."""

    category: Name = Field(examples=["Medicines"])
    amount_minor: Money
    label: Text = ""


class ForSomebody(Model):
    """Whose bill it is: a card or a member, one of them."""

    card_number: CardNumber | None = None
    member_id: Id | None = None
    lines: list[AskedLine] = Field(min_length=1, max_length=LINES_MAX)

    def cart(self) -> Cart:
        """Lines are called 1, 2, … in their order."""
        one = Decimal(1)
        lines = (CartLine(str(n), x.category, one, x.amount_minor, x.label) for n, x in enumerate(self.lines, 1))
        return Cart(tuple(lines))


class AskedBill(ForSomebody):
    """A bill as its own program numbers it, with what the customer is charged by category, discounts taken off.

    Without a number it is called as the Idempotency-Key.
    """

    model_config = shown_as(_ASKED)
    bill_number: BillNumber | None = Field(None, examples=["INV-2041"])

    @model_validator(mode="after")
    def _somebodys(self) -> AskedBill:
        if (self.card_number is None) == (self.member_id is None):
            raise ValueError("a bill is of a card_number or a member_id: exactly one of them")
        return self

    def outside(self, key: str) -> OutsideBill:
        return OutsideBill(self.bill_number or key, self.cart(), self.card_number, self.member_id)


class AskedRedemption(AskedBill):
    """Points to use against a bill of these amounts."""

    model_config = shown_as({**_ASKED, "points": "231.50"})
    points: Annotated[AskedPoints, Field(ge=1)]


class Prices(StrEnum):
    CHARGED = "CHARGED"  # discounts have been taken off
    LIST = "LIST"  # the program's discounts are to be taken off


class AskedQuote(ForSomebody):
    """What to reckon. Without card and member: what the bill comes to for a guest."""

    model_config = shown_as({"card_number": NUMBER, "lines": _LINES, "points": "0", "prices": "LIST"})
    points: AskedPoints = Field(0, description="Points to use; refused as a redemption of them would be.")
    prices: Prices = Field(Prices.CHARGED, strict=False)

    @model_validator(mode="after")
    def _one_person(self) -> AskedQuote:
        if self.card_number is not None and self.member_id is not None:
            raise ValueError("name a card_number or a member_id, not both")
        return self


class LineBack(Model):
    line: int = Field(ge=1, le=LINES_MAX, description="Its place on the bill.", examples=[1])
    amount_minor: Money


class AskedReversal(Model):
    """What to undo: a bill by its id, its own number or the key it was sent with; whole, or a part.

    A bill that has earned is undone by amount or by lines, one that only used points by points.
    """

    model_config = shown_as({"bill_number": "INV-2041"}, {"key": "earn-INV-2041", "amount_minor": 25010})
    bill_id: Id | None = None
    bill_number: BillNumber | None = Field(None, examples=["INV-2041"])
    key: Annotated[str, Field(pattern="^[A-Za-z0-9._:-]{1,100}$")] | None = Field(
        None, description="The Idempotency-Key it was sent with."
    )
    amount_minor: Annotated[Money, Field(ge=1)] | None = None
    lines: Annotated[list[LineBack], Field(min_length=1, max_length=LINES_MAX)] | None = None
    points: Annotated[AskedPoints, Field(ge=1)] | None = None

    @model_validator(mode="after")
    def _says_which(self) -> AskedReversal:
        if sum(one is not None for one in (self.bill_id, self.bill_number, self.key)) != 1:
            raise ValueError("name the bill by bill_id, bill_number or key: exactly one of them")
        if sum(one is not None for one in (self.amount_minor, self.lines, self.points)) > 1:
            raise ValueError("a part is an amount, lines or points: one of them at most")
        return self

    def line_amounts(self) -> dict[str, int] | None:
        return None if self.lines is None else {str(one.line): one.amount_minor for one in self.lines}
