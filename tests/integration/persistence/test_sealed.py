"""Sealed fields: unreadable without the key, found again by index, bound to their tenant and field."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.persistence.keys import KeySource, StoreKeys
from app.persistence.sealed import FieldSealer
from app.services.keeping.faults import StoreDamaged

KEYS = StoreKeys(bytes(32), KeySource.FILE)
PHONES = FieldSealer(KEYS, tenant_id="shop", field="phone")
OTHERS = [
    FieldSealer(KEYS, tenant_id="other shop", field="phone"),
    FieldSealer(KEYS, tenant_id="shop", field="email"),
    FieldSealer(StoreKeys(bytes(31) + b"\1", KeySource.FILE), tenant_id="shop", field="phone"),
]
NUMBER = "+919876543210"


@given(st.text(max_size=200))
def test_what_is_sealed_opens_again(text: str) -> None:
    assert PHONES.open(PHONES.seal(text)) == text


def test_a_sealed_value_shows_nothing_of_itself() -> None:
    assert b"98765" not in PHONES.seal(NUMBER) + PHONES.index(NUMBER)
    assert len(PHONES.index(NUMBER)) == 16


@pytest.mark.parametrize("other", OTHERS)
def test_a_value_opens_and_is_found_only_where_it_was_sealed(other: FieldSealer) -> None:
    with pytest.raises(StoreDamaged):
        other.open(PHONES.seal(NUMBER))
    assert other.index(NUMBER) != PHONES.index(NUMBER)


def test_tenant_and_field_do_not_run_together() -> None:
    one = FieldSealer(KEYS, tenant_id="shopp", field="hone")
    other = FieldSealer(KEYS, tenant_id="shop", field="phone")
    assert one.index(NUMBER) != other.index(NUMBER)


@given(st.integers(0, 8 * len(PHONES.seal(NUMBER)) - 1))
def test_a_flipped_bit_does_not_open(bit: int) -> None:
    sealed = bytearray(PHONES.seal(NUMBER))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(StoreDamaged):
        PHONES.open(bytes(sealed))


@pytest.mark.parametrize("rubbish", [b"", b"short", bytes(16), bytes(100)])
def test_rubbish_does_not_open(rubbish: bytes) -> None:
    with pytest.raises(StoreDamaged):
        PHONES.open(rubbish)


def test_values_are_the_same_on_every_machine() -> None:
    """Counter and server must agree on these bytes for ever: a change here orphans every member's phone."""
    assert PHONES.index(NUMBER).hex() == "b165111dd7213bbe2732c8d11119ddb2"
    assert PHONES.seal(NUMBER).hex() == "50e04dd0e855b328ee2bb4785d8364a9cfa72f7051fde48878ce820f00"


def test_threads_may_share_a_sealer() -> None:
    numbers = [f"+91{number:010}" for number in range(2000)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda number: PHONES.open(PHONES.seal(number)), numbers)) == numbers
