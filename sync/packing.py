"""Packed bodies: made small before they travel, and unpacked no further than a bound."""

from __future__ import annotations

import zlib

import zstandard

PACKED_FROM_BYTES = 1024
ENCODINGS = "zstd, gzip"
_WINDOW_BYTES_MAX = 8 * 1024 * 1024
_SLICE_BYTES = 256


class PackingError(Exception):
    """A body that cannot be unpacked; the sentence says why."""


def packed(body: bytes) -> tuple[bytes, str | None]:
    """The bytes to send and their Content-Encoding; what is short goes as it is."""
    if len(body) < PACKED_FROM_BYTES:
        return body, None
    return zstandard.ZstdCompressor(level=3).compress(body), "zstd"


def unpacked(body: bytes, encoding: str | None, *, most: int) -> bytes:
    """What the body says, `most` bytes at the longest. Raises PackingError."""
    match (encoding or "identity").strip().lower():
        case "identity":
            return body
        case "zstd":
            return _of_zstd(body, most)
        case "gzip":
            return _of_gzip(body, most)
        case other:
            raise PackingError(f"packed in a way nobody asked for: {other}")


def _of_zstd(body: bytes, most: int) -> bytes:
    frame = zstandard.ZstdDecompressor(max_window_size=_WINDOW_BYTES_MAX).decompressobj()
    plain = bytearray()
    try:
        # Four bytes may stand for 128 kB, and a frame's announced length may lie: little by little, nothing swells far.
        for start in range(0, len(body), _SLICE_BYTES):
            plain += frame.decompress(body[start : start + _SLICE_BYTES])
            if len(plain) > most:
                raise PackingError(f"more than {most} bytes once unpacked")
    except zstandard.ZstdError as error:
        raise PackingError(f"not one whole zstd frame: {error}") from error
    if not frame.eof or frame.unused_data:
        raise PackingError("not one whole zstd frame")
    return bytes(plain)


def _of_gzip(body: bytes, most: int) -> bytes:
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        plain = unpacker.decompress(body, most + 1)
    except zlib.error as error:
        raise PackingError(f"not gzip: {error}") from error
    if len(plain) > most:
        raise PackingError(f"more than {most} bytes once unpacked")
    if not unpacker.eof or unpacker.unused_data:
        raise PackingError("not one whole gzip")
    return plain
