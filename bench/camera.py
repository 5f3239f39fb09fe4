"""A webcam looking at a card in a hand: perspective, blur, uneven light, glare, noise and JPEG, at several sizes."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageChops, ImageFilter

WIDTHS_PX = (160, 220, 300, 400, 600)  # of the card in the frame
FRAME_PX = (1280, 720)
_TILT = 0.12  # of the card's width: how far a corner may stray
_TURN_DEGREES = 12
_BLUR_PX = 0.7
_NOISE = 7.0  # standard deviation, of 255
_GLARE, _GLARE_PX = 110, 340
_JPEG_QUALITY = 80

_MIDDLE = 128
_TRIANGLE = 255 / math.sqrt(24)  # standard deviation of the mean of two even dice from 0 to 255
Point = tuple[float, float]


def seen(side: Image.Image, number: str, *, width_px: int, shot: int) -> bool:
    """Whether zxing-cpp, or else zbar, reads the number from one picture. The same shot is the same hand and light."""
    import zxingcpp
    from pyzbar import pyzbar

    picture = frame(side, width_px=width_px, shot=shot)
    if any(code.text == number for code in zxingcpp.read_barcodes(picture)):
        return True
    return any(code.data.decode() == number for code in pyzbar.decode(picture))


def frame(side: Image.Image, *, width_px: int, shot: int) -> Image.Image:
    """What the camera gives, in shades of grey."""
    dice = random.Random(f"{shot} {width_px}")
    card = side.resize((2 * width_px, round(2 * width_px * side.height / side.width)), Image.Resampling.LANCZOS)
    card = card.filter(ImageFilter.GaussianBlur(2 * _BLUR_PX))  # at twice the frame's dots
    picture = ImageChops.multiply(_held(card, width_px, dice), _light(dice))
    picture = ImageChops.add(picture, _glare(dice))
    picture = ImageChops.add(picture, _noise(dice), 1, -_MIDDLE)
    file = BytesIO()
    picture.save(file, "JPEG", quality=_JPEG_QUALITY)
    return Image.open(file).convert("L")


def _held(card: Image.Image, width_px: int, dice: random.Random) -> Image.Image:
    """The card somewhere in the frame, turned and tilted, before a grey room."""
    source = [(0.0, 0.0), (card.width, 0.0), (card.width, card.height), (0.0, card.height)]
    way = Image.Transform.PERSPECTIVE
    mapping = _perspective(_corners(width_px, width_px * card.height / card.width, dice), source)
    room = Image.new("L", FRAME_PX, dice.randint(70, 150))
    where = Image.new("L", card.size, 255).transform(FRAME_PX, way, mapping)
    room.paste(card.transform(FRAME_PX, way, mapping, Image.Resampling.BICUBIC), (0, 0), where)
    return room


def _corners(width: float, height: float, dice: random.Random) -> list[Point]:
    x = FRAME_PX[0] * (0.5 + dice.uniform(-0.1, 0.1))
    y = FRAME_PX[1] * (0.5 + dice.uniform(-0.1, 0.1))
    angle = math.radians(dice.uniform(-_TURN_DEGREES, _TURN_DEGREES))
    stray = _TILT / 2 * width
    corners = []
    for across, down in ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)):
        a, b = across * width, down * height
        turned = (x + a * math.cos(angle) - b * math.sin(angle), y + a * math.sin(angle) + b * math.cos(angle))
        corners.append((turned[0] + dice.uniform(-stray, stray), turned[1] + dice.uniform(-stray, stray)))
    return corners


def _perspective(seen_at: Sequence[Point], comes_from: Sequence[Point]) -> list[float]:
    """The eight numbers by which Pillow finds for each dot of the frame its place on the card."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(seen_at, comes_from, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]]
    return _solved(rows)


def _solved(rows: list[list[float]]) -> list[float]:
    """Gauss and Jordan, with the largest of a column as its pivot."""
    for column in range(len(rows)):
        pivot = max(range(column, len(rows)), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [value / rows[column][column] for value in rows[column]]
        for row in range(len(rows)):
            if row != column:
                by = rows[row][column]
                rows[row] = [value - by * of for value, of in zip(rows[row], rows[column], strict=True)]
    return [row[-1] for row in rows]


def _light(dice: random.Random) -> Image.Image:
    """Brighter on one side than on the other."""
    low, high = dice.uniform(0.45, 0.7), dice.uniform(0.8, 1.0)
    slope = Image.linear_gradient("L").rotate(dice.choice((0, 90, 180, 270))).resize(FRAME_PX)
    return slope.point([round(255 * (low + (high - low) * value / 255)) for value in range(256)])


def _glare(dice: random.Random) -> Image.Image:
    """A lamp in the plastic."""
    falling = [round(_GLARE * math.exp(-4 * (value / 255) ** 2)) if value < 250 else 0 for value in range(256)]
    spot = Image.radial_gradient("L").resize((_GLARE_PX, _GLARE_PX)).point(falling)
    glare = Image.new("L", FRAME_PX)
    x, y = (round(size * dice.uniform(0.3, 0.7)) - _GLARE_PX // 2 for size in FRAME_PX)
    glare.paste(spot, (x, y))
    return glare


def _noise(dice: random.Random) -> Image.Image:
    """Around the middle grey."""
    one, two = (Image.frombytes("L", FRAME_PX, dice.randbytes(FRAME_PX[0] * FRAME_PX[1])) for _ in range(2))
    spread = [round(_MIDDLE + (value - 127.5) * _NOISE / _TRIANGLE) for value in range(256)]
    return Image.blend(one, two, 0.5).point(spread)
