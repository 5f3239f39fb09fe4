"""Engines: zxing-cpp and zbar, each asked for the same kinds of code and believed as far as it can be."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, Protocol

from app.devices.sighting import Corners, Point, Sighting, Symbology, box, retail
from app.devices.vision import Grey, np

ZXING, ZBAR = "zxing-cpp", "zbar"


class Engine(Protocol):
    @property
    def name(self) -> str: ...
    def read(self, picture: Grey) -> list[Sighting]:
        """Every code seen in the picture, check digits right. It may still be misread."""


class EngineMissingError(Exception):
    """A library is not on this computer; the text says which."""


class Zxing:
    name = ZXING

    def __init__(self) -> None:
        """Raises EngineMissingError."""
        try:
            import zxingcpp
        except ImportError as missing:
            raise EngineMissingError("zxing-cpp is missing") from missing
        formats = zxingcpp.BarcodeFormat
        self._library = zxingcpp
        self._formats = zxingcpp.BarcodeFormats(
            [
                formats.QRCode,
                formats.Code128,
                formats.Code39,
                formats.EAN13,
                formats.EAN8,
                formats.UPCA,
            ]
        )
        self._kinds = {
            formats.QRCode: Symbology.QR,
            formats.Code128: Symbology.CODE128,
            formats.Code39: Symbology.CODE39,
        }

    def read(self, picture: Grey) -> list[Sighting]:
        # Plain text is what the code holds; the default would put the parts of a GS1 code in brackets.
        found = self._library.read_barcodes(
            np.ascontiguousarray(picture), formats=self._formats, text_mode=self._library.TextMode.Plain
        )
        return [sighting for code in found if (sighting := self._sighting(code)) is not None]

    def _sighting(self, code: Any) -> Sighting | None:
        place = code.position
        first, second, third, fourth = (
            (float(point.x), float(point.y))
            for point in (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
        )
        corners = (first, second, third, fourth)
        kind = self._kinds.get(code.format)
        named = retail(code.text) if kind is None else (kind, code.text)
        if named is None or not code.text:
            return None
        return Sighting(named[0], named[1], corners, self.name)


class Zbar:
    name = ZBAR

    def __init__(self) -> None:
        """Raises EngineMissingError."""
        try:
            from pyzbar import pyzbar
        except ImportError as missing:  # pyzbar says so too when the library it drives is not there
            raise EngineMissingError("zbar library missing") from missing
        kinds = pyzbar.ZBarSymbol
        self._library = pyzbar
        self._symbols = [kinds.QRCODE, kinds.CODE128, kinds.CODE39, kinds.EAN13, kinds.EAN8, kinds.UPCA]

    def read(self, picture: Grey) -> list[Sighting]:
        return list(self._read(picture))

    def _read(self, picture: Grey) -> Iterator[Sighting]:
        for code in self._library.decode(np.ascontiguousarray(picture), symbols=self._symbols):
            named = _believed(code.type, code.data)
            if named is not None:
                yield Sighting(*named, _corners(code, is_linear=named[0] is not Symbology.QR), self.name)


def _believed(kind: str, data: bytes) -> tuple[Symbology, str] | None:
    """What zbar can be trusted with.

    It guesses the character set of a QR code that is not plain ASCII, often wrongly; in Code 128 it passes over the
    signs that make letters accented ones, so that only digits are certain.
    """
    if not data or not data.isascii():
        return None
    text = data.decode("ascii")
    match kind:
        case "QRCODE":
            return Symbology.QR, text
        case "CODE128":
            return (Symbology.CODE128, text) if text.isdigit() else None
        case "CODE39":
            return Symbology.CODE39, text
        case _:
            return retail(text)


def _corners(code: Any, *, is_linear: bool) -> Corners:
    """zbar tells the points of its scan lines in no order: the smallest rectangle around them, along the code."""
    points: list[Point] = [(float(point.x), float(point.y)) for point in code.polygon]
    left, top, right, bottom = box(points) if points else (0.0, 0.0, 0.0, 0.0)
    upright = ((left, top), (right, top), (right, bottom), (left, bottom))
    if is_linear and code.orientation in ("LEFT", "RIGHT"):
        return ((left, bottom), (left, top), (right, top), (right, bottom))
    if len(points) == 4 and not is_linear:
        return _ordered(points)
    return upright


def _ordered(points: list[Point]) -> Corners:
    """Around their middle, from the one at the left top."""
    middle = sum(x for x, _ in points) / 4, sum(y for _, y in points) / 4
    turned = sorted(points, key=lambda point: math.atan2(point[1] - middle[1], point[0] - middle[0]))
    first = min(range(4), key=lambda place: sum(turned[place]))
    a, b, c, d = (turned[(first + step) % 4] for step in range(4))
    return a, b, c, d
