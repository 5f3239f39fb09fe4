"""Programs and carts as text: whatever the rules can express comes back the same, in one spelling."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.campaigns import Campaign
from app.domain.cart import Cart
from app.domain.days import Period, ShopCalendar
from app.domain.program import Program
from app.services.programs.program_codec import program_from_json, program_to_json
from app.services.sales.cart_codec import cart_from_json, cart_to_json
from tests.property.strategies import carts, instants, multipliers, programs

periods = st.builds(Period, st.none() | instants, st.none() | instants)
any_programs = st.builds(
    replace,
    programs,
    version=st.integers(1),
    calendar=st.builds(ShopCalendar, st.timezones()),
    campaigns=st.lists(st.builds(Campaign, st.text(), multipliers, periods, tiers=st.frozensets(st.text()))).map(tuple),
)


@st.composite
def any_carts(draw: st.DrawFn) -> Cart:
    """A cart whose lines are called anything at all."""
    cart = draw(carts())
    return replace(cart, lines=tuple(replace(line, label=draw(st.text())) for line in cart.lines))


@given(program=any_programs)
def test_a_program_survives_its_text(program: Program) -> None:
    text = program_to_json(program)

    assert program_from_json(text) == program
    assert program_to_json(program_from_json(text)) == text


@given(cart=any_carts())
def test_a_cart_survives_its_text(cart: Cart) -> None:
    text = cart_to_json(cart)

    assert cart_from_json(text) == cart
    assert cart_to_json(cart_from_json(text)) == text
