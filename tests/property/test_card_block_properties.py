"""Blocks of card numbers: no number is of two blocks, or at two places of one; each has its check digits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.card_blocks import BLOCKS, KEY_BYTES, PLACES, CardBlock
from app.domain.codes import card_number, is_card_number

keys = st.binary(min_size=KEY_BYTES, max_size=KEY_BYTES)
places = st.tuples(st.integers(0, BLOCKS - 1), st.integers(0, PLACES - 1))


@given(key=keys, those=st.sets(places, min_size=2, max_size=50))
def test_no_number_is_of_two_places(key: bytes, those: set[tuple[int, int]]) -> None:
    numbers = {CardBlock(block, key).first_ten(place) for block, place in those}

    assert len(numbers) == len(those)


@given(key=keys, pair=st.sets(st.integers(0, BLOCKS - 1), min_size=2, max_size=2))
def test_two_counters_share_no_number(key: bytes, pair: set[int]) -> None:
    one, other = ({CardBlock(block, key).first_ten(place) for place in range(300)} for block in pair)

    assert len(one) == len(other) == 300
    assert not one & other


@given(key=keys, block=st.integers(0, BLOCKS - 1), drawn=st.integers(0, 10**10 - 1))
def test_every_number_of_a_block_is_a_card_number(key: bytes, block: int, drawn: int) -> None:
    number = card_number(CardBlock(block, key).first_ten(drawn))

    assert is_card_number(number)
    assert int(number) % 97 == 1
