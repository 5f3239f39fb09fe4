"""Programs and carts as text: whatever the rules can express comes back the same, in one spelling."""

from __future__ import annotations

from hypothesis import given

from app.domain.cart import Cart
from app.domain.program import Program
from app.services.cart_codec import cart_from_json, cart_to_json
from app.services.program_codec import program_from_json, program_to_json
from tests.property.strategies import carts, programs


@given(program=programs)
def test_a_program_survives_its_text(program: Program) -> None:
    text = program_to_json(program)

    assert program_from_json(text) == program
    assert program_to_json(program_from_json(text)) == text


@given(cart=carts())
def test_a_cart_survives_its_text(cart: Cart) -> None:
    text = cart_to_json(cart)

    assert cart_from_json(text) == cart
    assert cart_to_json(cart_from_json(text)) == text
