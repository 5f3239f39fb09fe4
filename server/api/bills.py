"""Bills from outside: what earns, what is used, what is taken back and what a bill would come to, as it travels."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, Field, model_validator

from app.domain.bill import Bill, BillLine, bill_lines
from app.domain.cart import LINES_MAX, Cart, CartLine
from app.domain.quote import Quote
from app.domain.redemption import Binding
from app.services.outside import NUMBER_MAX, OutsideBill, Used
from app.services.returns import Returned
from server.api.figures import AskedPoints, Money, Points, Rate
from server.api.models import Id, Instant, Model, Name, Text, shown_as
from server.api.people import MEMBER, NUMBER, CardNumber

_LINES = [{"category": "Medicines", "amount_minor": 125050}]
_ASKED = {"card_number": NUMBER, "bill_number": "INV-2041", "lines": _LINES}
BILL = "0192f3a0-7c00-7000-8000-00000000000b"
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


class LineShown(BaseModel):
    """Why a line earned what it earned."""

    line: int = Field(examples=[1])
    category: str = Field(examples=["Medicines"])
    gross_minor: Money
    net_minor: Money
    paid_by_points_minor: Money
    base_minor: Money = Field(description="What it earned on.")
    percent: Rate
    campaign_multiplier: Rate
    tier_multiplier: Rate
    points: Points


class EarnedShown(BaseModel):
    """A bill that earned."""

    bill_id: str = Field(examples=[BILL])
    bill_number: str = Field(description="Its own program's.", examples=["INV-2041"])
    number: str = Field(description="The server's.", examples=["HQ/26-27/000123"])
    member_id: str = Field(examples=[MEMBER])
    card_number: str | None = Field(examples=[NUMBER])
    occurred_at: Instant
    program_version: int = Field(examples=[3])
    tier: str = Field(description="Held before the bill.", examples=["Silver"])
    net_minor: Money
    redeemed_points: Points = Field(description="Used against this bill before.")
    redeemed_minor: Money
    earned_points: Points = Field(description="Bonuses included.")
    bonus_points: Points
    referrer_points: Points
    available: Points = Field(description="What can be spent after it.")
    pending: Points
    lines: list[LineShown]


class UsedShown(BaseModel):
    """Points used against a bill."""

    bill_id: str = Field(examples=[BILL])
    bill_number: str = Field(examples=["INV-2041"])
    member_id: str = Field(examples=[MEMBER])
    points: Points
    worth_minor: Money = Field(description="What they pay of the bill.")
    available: Points


class ReversedShown(BaseModel):
    """What a reversal moved; zeros where there was nothing left to undo."""

    bill_id: str = Field(examples=[BILL])
    amount_minor: Money
    cash_back_minor: Money = Field(description="The amount less what points had paid of it.")
    points_taken_back: Points
    points_given_back: Points
    referrer_points_taken_back: Points
    available: Points


class QuoteShown(BaseModel):
    """What a bill comes to now. Nothing was posted."""

    program_version: int = Field(examples=[3])
    tier: str | None = Field(examples=["Silver"])
    gross_minor: Money
    discount_minor: Money
    round_off_minor: int = Field(examples=[0])
    net_minor: Money
    redeemed_points: Points
    redeemed_minor: Money
    payable_minor: Money
    earned_points: Points
    bonus_points: Points
    max_points: Points = Field(description="The most that may be used for it.")
    max_minor: Money
    held_by: Binding = Field(description="What keeps that from being more.")
    lines: list[LineShown]
    as_of: Instant


def earned_shown(bill: Bill, number: str) -> EarnedShown:
    assert bill.member_id is not None, "an outside bill is somebody's"
    assert bill.tier is not None
    return EarnedShown(
        bill_id=bill.bill_id,
        bill_number=number,
        number=bill.number,
        member_id=bill.member_id,
        card_number=bill.card_number,
        occurred_at=bill.occurred_at,
        program_version=bill.program_version,
        tier=bill.tier,
        net_minor=bill.net_minor,
        redeemed_points=bill.redeemed_points,
        redeemed_minor=bill.redeemed_minor,
        earned_points=bill.earned_points,
        bonus_points=bill.bonus_points,
        referrer_points=bill.referrer_points,
        available=bill.balance_after,
        pending=bill.pending_after,
        lines=[_line_shown(line) for line in bill.lines],
    )


def used_shown(used: Used, number: str) -> UsedShown:
    return UsedShown(
        bill_id=used.bill_id,
        bill_number=number,
        member_id=used.member_id,
        points=used.points,
        worth_minor=used.worth_minor,
        available=used.balance,
    )


def returned_shown(bill_id: str, returned: Returned) -> ReversedShown:
    return ReversedShown(
        bill_id=bill_id,
        amount_minor=returned.amount_minor,
        cash_back_minor=returned.cash_back_minor,
        points_taken_back=returned.points_reversed,
        points_given_back=returned.points_restored,
        referrer_points_taken_back=returned.referrer_points_reversed,
        available=returned.balance,
    )


def undone_shown(used: Used) -> ReversedShown:
    return ReversedShown(
        bill_id=used.bill_id,
        amount_minor=used.worth_minor,
        cash_back_minor=0,
        points_taken_back=0,
        points_given_back=used.points,
        referrer_points_taken_back=0,
        available=used.balance,
    )


def quote_shown(quote: Quote) -> QuoteShown:
    priced, limits = quote.priced, quote.limits
    return QuoteShown(
        program_version=quote.program_version,
        tier=quote.tier,
        gross_minor=priced.gross_minor,
        discount_minor=priced.gross_minor + priced.round_off_minor - priced.net_minor,
        round_off_minor=priced.round_off_minor,
        net_minor=quote.net_minor,
        redeemed_points=quote.redeemed_points,
        redeemed_minor=quote.redeemed_minor,
        payable_minor=quote.payable_minor,
        earned_points=quote.earned.points,
        bonus_points=quote.earned.bonus_points,
        max_points=limits.max_points,
        max_minor=limits.max_minor,
        held_by=limits.binding,
        lines=[_line_shown(line) for line in bill_lines(quote)],
        as_of=quote.at,
    )


def _line_shown(line: BillLine) -> LineShown:
    return LineShown(
        line=line.line_no,
        category=line.category,
        gross_minor=line.gross_minor,
        net_minor=line.net_minor,
        paid_by_points_minor=line.redeemed_minor,
        base_minor=line.base_minor,
        percent=line.point_percent,
        campaign_multiplier=line.campaign_multiplier,
        tier_multiplier=line.tier_multiplier,
        points=line.points,
    )
