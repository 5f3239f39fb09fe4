"""Carts of a scenario: what a step sells, as the services know it. Figures no bill can hold are refused."""

from __future__ import annotations

from decimal import Decimal

from app.domain.cart import BillDiscount, Cart, CartLine
from app.domain.errors import invalid
from app.domain.money import Currency
from app.domain.points import to_hundredths
from app.domain.quote import MAX, Redeem
from app.scenario.fields import Fields


def cart_of(step: Fields, currency: Currency) -> Cart:
    lines = tuple(_line(line, str(number), currency) for number, line in enumerate(step.items("lines"), 1))
    return Cart(lines, _discount(step, "bill_discount", currency))


def redeem_of(step: Fields) -> Redeem:
    """The points a step wants to redeem, in hundredths, or the most allowed."""
    if not step.has("redeem_points"):
        return 0
    if str(step.values["redeem_points"]).upper() == "MAX":
        return MAX
    points = to_hundredths(step.amount("redeem_points"))
    if points < 0:
        raise invalid("Points to redeem cannot be negative. Nothing was changed.")
    return points


def _line(line: Fields, default_id: str, currency: Currency) -> CartLine:
    if line.has("amount"):
        quantity, price = Decimal(1), currency.to_minor(line.amount("amount"))
    else:
        quantity, price = line.amount("quantity"), currency.to_minor(line.amount("unit_price"))
    voided = line.has("voided") and line.boolean("voided")
    return CartLine(
        line.text("id", default_id),
        line.text("category"),
        quantity,
        price,
        voided=voided,
        discount=_discount(line, "discount", currency),
    )


def _discount(step: Fields, field: str, currency: Currency) -> BillDiscount | None:
    if not step.has(field):
        return None
    given = step.inner(field)
    return BillDiscount(
        percent=given.amount("percent") if given.has("percent") else None,
        amount_minor=currency.to_minor(given.amount("amount")) if given.has("amount") else None,
    )
