"""Blocks of card numbers: where they lie, and what may never change about them."""

from __future__ import annotations

import pytest

from app.domain.card_blocks import BLOCKS, KEY_BYTES, PLACES, CardBlock
from app.domain.codes import card_number, is_card_number

KEY = bytes(range(KEY_BYTES))


def test_the_blocks_hold_every_number_there_is() -> None:
    assert BLOCKS * PLACES == 10**10


@pytest.mark.parametrize(
    ("block", "drawn", "number"),
    [(0, 0, "9869944482"), (0, 1, "8843111660"), (17, 0, "5505420226"), (BLOCKS - 1, PLACES - 1, "0154261460")],
)
def test_a_place_is_one_number_for_good(block: int, drawn: int, number: str) -> None:
    """Cards were printed with them: a place that came to mean another number could be given out twice."""
    assert CardBlock(block, KEY).first_ten(drawn) == number


def test_whatever_is_drawn_is_a_place_of_the_block() -> None:
    block = CardBlock(17, KEY)
    assert block.first_ten(PLACES) == block.first_ten(0) != block.first_ten(PLACES - 1)
    assert is_card_number(card_number(block.first_ten(10**10 - 1)))


def test_a_chain_of_its_own_has_an_order_of_its_own() -> None:
    other = CardBlock(17, bytes(KEY_BYTES))
    assert [other.first_ten(n) for n in range(3)] != [CardBlock(17, KEY).first_ten(n) for n in range(3)]


def test_the_key_is_not_told_by_accident() -> None:
    assert repr(CardBlock(17, KEY)) == "CardBlock(number=17)"


@pytest.mark.parametrize(("number", "key"), [(-1, KEY), (BLOCKS, KEY), (1, KEY[1:])])
def test_what_is_no_block_is_a_fault_of_ours(number: int, key: bytes) -> None:
    with pytest.raises(AssertionError):
        CardBlock(number, key)
