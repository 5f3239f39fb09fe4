"""Ringing: one basket as a bill for its household's card, through the same services as the window."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Protocol

from app.demo_shop import PROGRAM
from app.domain.bill import Bill
from app.domain.cart import Cart, CartLine
from app.domain.codes import card_number
from app.domain.errors import Code, DomainError
from app.domain.program import Category, Program
from app.domain.quote import MAX
from app.replay.baskets import Basket
from app.services.desk import Desk
from app.services.members import members
from app.services.members.members import Enrolment
from app.services.sales import checkout
from app.services.sales.checkout import SaleRequest

STAFF = "replay"
REDEEMS_EVERY = 5  # every fifth visit of a card pays the most it may with points

_MEDICINES = (
    "ANALGESICS", "ANTACIDS", "COLD AND FLU", "DIETARY AID PRODUCTS", "EYE AND EAR CARE PRODUCTS", "FAMILY PLANNING",
    "FIRST AID PRODUCTS", "HOME HEALTH CARE", "LAXATIVES", "SINUS AND ALLERGY", "SMOKING CESSATIONS", "VITAMINS",
)  # fmt: skip
_BABY_CARE = ("BABY HBC", "DIAPERS & DISPOSABLES", "INFANT CARE PRODUCTS", "INFANT FORMULA")
_COSMETICS = ("ETHNIC PERSONAL CARE", "HAND/BODY/FACIAL PRODUCTS", "MAKEUP AND TREATMENT", "SUNTAN")


def replay_program() -> Program:
    """The demo shop's rates, spread over the names a drugstore gives its shelves; any other shelf is General.

    The amounts of the file are what was paid, so no discount is taken from them again; and as its baskets are small
    change taken as paise, no minimum keeps a card from redeeming.
    """
    shelves = [(_MEDICINES, "Medicines"), (_BABY_CARE, "Baby Care"), (_COSMETICS, "Cosmetics")]
    categories = {shelf: _rate_of(name) for names, name in shelves for shelf in names}
    default = PROGRAM.categories["General"].point_percent or Decimal(0)
    return replace(
        PROGRAM,
        categories=categories,
        earning=replace(PROGRAM.earning, default_percent=default),
        redemption=replace(PROGRAM.redemption, min_points=0),
    )


def _rate_of(name: str) -> Category:
    return replace(PROGRAM.categories[name], discount_percent=Decimal(0))


class SetClock(Protocol):
    """A clock that stands where it is put."""

    at: datetime


@dataclass(slots=True)
class BasketClock:
    """Stands where the basket being rung up stood."""

    at: datetime = datetime(2000, 1, 1, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at


@dataclass(frozen=True, slots=True)
class Rung:
    """A basket's bill; `is_new` unless an earlier run had made it."""

    bill: Bill
    is_new: bool


@dataclass(slots=True)
class Ringer:
    """Rings baskets up in order, counting each card's visits. The same basket has one effect however often it comes."""

    desk: Desk
    clock: SetClock
    visits: dict[str, int] = field(default_factory=dict)

    def ring(self, basket: Basket) -> Rung:
        """The basket's bill, newly made or already there."""
        self.clock.at = basket.at if basket.at.tzinfo else basket.at.replace(tzinfo=self.desk.calendar.zone)
        visit = self.visits[basket.household] = self.visits.get(basket.household, 0) + 1
        key = f"replay {basket.basket}"
        made = self._made(key)  # only a look: passing what is there already needs no transaction that writes
        if made is not None:
            return Rung(made, is_new=False)
        card = self.card_of(basket.household)
        redeem = MAX if visit % REDEEMS_EVERY == 0 else 0
        request = SaleRequest(cart_of(basket), card_number=card, redeem=redeem)
        return Rung(checkout.commit_sale(self.desk, request, key=key, staff=STAFF).bill, is_new=True)

    def _made(self, key: str) -> Bill | None:
        with self.desk.store.reading() as uow:
            bill_id = uow.effects.result(checkout.VERB, key)
            return None if bill_id is None else uow.bills.get(bill_id)

    def card_of(self, household: str) -> str:
        """The household's card; it is enrolled when nobody has that card yet."""
        card = household_card(household)
        with self.desk.store.reading() as uow:
            is_known = uow.members.by_card(card) is not None
        if not is_known:
            self._enrol(Enrolment(f"Household {household}", _phone(household), card_number=card))
        return card

    def _enrol(self, enrolment: Enrolment) -> None:
        try:
            members.enrol(self.desk, enrolment, staff=STAFF)
        except DomainError as refusal:
            if refusal.code is not Code.DUPLICATE:
                raise
            # Two made-up phone numbers can be the same; the card is the household's own.
            members.enrol(self.desk, replace(enrolment, phone=None), staff=STAFF)


def cart_of(basket: Basket) -> Cart:
    """Its lines, by the names of the shelves they come from."""
    return Cart(
        tuple(CartLine(str(n), row.category, Decimal(1), row.amount_minor) for n, row in enumerate(basket.rows, 1))
    )


def household_card(household: str) -> str:
    """The card a household always has: made up from its id."""
    return card_number(f"{_digest(household) % 10**10:010}")


def _phone(household: str) -> str:
    return f"9{_digest('phone ' + household) % 10**9:09}"


def _digest(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
