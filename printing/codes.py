"""Codes as modules: what the readers' standards make of a text, before it is given a size."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from barcode.codex import Code128

Modules = tuple[bytes, ...]  # rows of 1 (dark) and 0

QR_QUIET_MODULES = 4
BARCODE_QUIET_MODULES = 10


@lru_cache(maxsize=64)
def qr(payload: str) -> Modules:
    """The rows of a QR code, without its quiet zone."""
    import segno

    # make_qr, as make would turn a short payload into Micro QR, which most readers do not know.
    return tuple(bytes(row) for row in segno.make_qr(payload).matrix)


@lru_cache(maxsize=64)
def code128(payload: str) -> Modules:
    """The one row of a Code 128, without its quiet zone; digits in pairs where that is shorter."""
    (bars,) = _code128()(payload).build()
    return (bars.encode().translate(_BITS),)


def ean13(digits: str) -> Modules:
    """The one row of an EAN-13 whose check digit is right, without its quiet zone."""
    from barcode.ean import EuropeanArticleNumber13

    (bars,) = EuropeanArticleNumber13(digits).build()
    return (bars.encode().translate(_BITS),)


_BITS = bytes.maketrans(b"01", b"\x00\x01")


@cache
def _code128() -> type[Code128]:
    from barcode.codex import Code128

    class Sound(Code128):  # type: ignore[misc, unused-ignore]
        def _try_to_optimize(self, encoded: list[int]) -> list[int]:
            # python-barcode takes a pair 99 at the start for a change to set C, where it is already, and drops it.
            return encoded if encoded[1] == _PAIR_99 else super()._try_to_optimize(encoded)

    return Sound


_PAIR_99 = 99


def bars(modules: Modules) -> Iterator[tuple[int, int, int]]:
    """Row, first column and length of each unbroken row of dark modules."""
    for row, line in enumerate(modules):
        column = 0
        while (column := line.find(1, column)) >= 0:
            end = line.find(0, column)
            length = (end if end >= 0 else len(line)) - column
            yield row, column, length
            column += length
