"""Carts as text: how a cart on hold is stored."""

from __future__ import annotations

from app.domain.cart import Cart
from app.services.plain import dumps, loads


def cart_to_json(cart: Cart) -> str:
    return dumps(cart)


def cart_from_json(text: str) -> Cart:
    """Raises NotPlainError on anything that is not exactly a cart."""
    return loads(Cart, text)
