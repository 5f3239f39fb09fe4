"""Bodies packed for the line come out as they went in, or not at all."""

import gzip
from collections.abc import Callable

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from sync.packing import PACKED_FROM_BYTES, PackingError, packed, unpacked

MOST = 1_000_000
BODIES = st.builds(lambda seed, times: seed * times, st.binary(max_size=200), st.integers(0, 50))
BODY = bytes(range(256)) * 20
BOMB = bytes(MOST + 1)


@given(BODIES)
def test_there_and_back(body: bytes) -> None:
    sent, encoding = packed(body)
    assert unpacked(sent, encoding, most=MOST) == body
    assert encoding == ("zstd" if len(body) >= PACKED_FROM_BYTES else None)


@given(BODIES)
def test_gzip_is_read_too(body: bytes) -> None:
    assert unpacked(gzip.compress(body), " GZIP ", most=MOST) == body


def streamed(body: bytes) -> bytes:
    """Zstd as a server streams it: without announcing a length."""
    packer = zstandard.ZstdCompressor().compressobj()
    return packer.compress(body) + packer.flush()


FORMS: dict[str, Callable[[bytes], bytes]] = {
    "zstd": zstandard.compress,
    "zstd streamed": streamed,
    "gzip": gzip.compress,
}


@pytest.mark.parametrize("form", FORMS)
def test_a_part_is_never_taken_for_the_whole(form: str) -> None:
    whole = FORMS[form](BODY)
    for length in range(len(whole)):
        with pytest.raises(PackingError):
            unpacked(whole[:length], form.split()[0], most=MOST)
    assert unpacked(whole, form.split()[0], most=MOST) == BODY


@pytest.mark.parametrize("form", FORMS)
def test_more_than_the_whole_is_refused(form: str) -> None:
    with pytest.raises(PackingError):
        unpacked(FORMS[form](BODY) + b"x", form.split()[0], most=MOST)


@pytest.mark.parametrize("form", FORMS)
def test_a_bomb_is_not_unpacked(form: str) -> None:
    bomb = FORMS[form](BOMB)
    assert len(bomb) < MOST // 100
    with pytest.raises(PackingError, match=str(MOST)):
        unpacked(bomb, form.split()[0], most=MOST)
    assert len(unpacked(FORMS[form](BOMB[:-1]), form.split()[0], most=MOST)) == MOST


def test_a_length_that_is_only_announced_sets_nothing_aside() -> None:
    frame = zstandard.ZstdCompressor(write_content_size=True).compressobj(size=2**40).compress(b"x" * 1_000_000)
    with pytest.raises(PackingError, match="not one whole"):
        unpacked(frame, "zstd", most=MOST)


def test_a_bomb_that_announces_nothing_is_not_unpacked() -> None:
    header = b"\x28\xb5\x2f\xfd\x20\x00"  # one segment, 0 bytes long
    blocks = (b"\x02\x00\x10" + b"x") * 1000  # each says: 128 kB of x
    with pytest.raises(PackingError):
        unpacked(header + blocks, "zstd", most=MOST)


def test_an_unknown_way_of_packing_is_refused() -> None:
    with pytest.raises(PackingError, match="br"):
        unpacked(b"x", "br", most=MOST)
