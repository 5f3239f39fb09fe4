"""Carts as text: how a cart on hold is stored, with the points its customer had chosen to use."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.cart import Cart
from app.domain.quote import MAX, Redeem
from app.services.plain import NotPlainError, dumps, loads


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A cart with points to use: hundredths, or None for the most allowed."""

    cart: Cart
    redeem: int | None


def cart_to_json(cart: Cart) -> str:
    return dumps(cart)


def cart_from_json(text: str) -> Cart:
    """Raises NotPlainError on anything that is not exactly a cart."""
    return loads(Cart, text)


def held_to_json(cart: Cart, redeem: Redeem) -> str:
    """A cart alone is written as carts always were."""
    if redeem == 0:
        return cart_to_json(cart)
    return dumps(_Chosen(cart, redeem if isinstance(redeem, int) else None))


def held_from_json(text: str) -> tuple[Cart, Redeem]:
    """Raises NotPlainError on anything that is no cart, with or without points to use."""
    try:
        chosen = loads(_Chosen, text)
    except NotPlainError:
        return cart_from_json(text), 0
    return chosen.cart, MAX if chosen.redeem is None else chosen.redeem
