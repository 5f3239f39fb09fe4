"""Carts as text: how a cart on hold is stored, with what its customer had chosen, and how their card got in."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.cart import SPARSE, Cart
from app.domain.quote import MAX, Redeem
from app.services.plain import NotPlainError, dumps, loads


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A cart with points to use: hundredths, or None for the most allowed."""

    cart: Cart
    redeem: int | None
    is_typed: bool = field(default=False, metadata=SPARSE)


def cart_to_json(cart: Cart) -> str:
    return dumps(cart)


def cart_from_json(text: str) -> Cart:
    """Raises NotPlainError on anything that is not exactly a cart."""
    return loads(Cart, text)


def held_to_json(cart: Cart, redeem: Redeem, *, is_typed: bool) -> str:
    """A cart alone is written as carts always were."""
    if redeem == 0 and not is_typed:
        return cart_to_json(cart)
    return dumps(_Chosen(cart, redeem if isinstance(redeem, int) else None, is_typed))


def held_from_json(text: str) -> tuple[Cart, Redeem, bool]:
    """A cart, the points to use, whether the card was typed. Raises NotPlainError on anything that is no cart."""
    try:
        chosen = loads(_Chosen, text)
    except NotPlainError:
        return cart_from_json(text), 0, False
    return chosen.cart, MAX if chosen.redeem is None else chosen.redeem, chosen.is_typed
