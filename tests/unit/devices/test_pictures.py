"""Pictures from anybody: what can be used is read, all else is refused in a sentence, within bounds."""

import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image

from app.devices.decoder import Decoder
from app.devices.pictures import DOTS_READ_MAX, UnreadablePictureError, read_picture
from printing import codes
from tests.codes_seen import CARD, page

ROOT = Path(__file__).parents[3]


def png(width: int, height: int, data: bytes = b"") -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "I;16"])
def test_every_kind_of_colours(mode, tmp_path):
    file = tmp_path / ("code.tif" if mode == "CMYK" else "code.png")
    plain = Image.fromarray(page(codes.qr(CARD)))
    (plain.convert("I;16") if mode == "I;16" else plain.convert("RGB").convert(mode)).save(file)
    picture = read_picture(file).dots
    assert (picture.dtype, picture.ndim) == ("uint8", 2)
    if mode != "I;16":
        assert [code.text for code in Decoder().read(picture).codes] == [CARD]


def test_what_can_be_seen_through_is_white(tmp_path):
    ink = page(codes.qr(CARD))
    shown = Image.new("RGBA", ink.shape[::-1], (0, 0, 0, 0))
    shown.paste((0, 0, 0, 255), mask=Image.fromarray(255 - ink))
    shown.save(tmp_path / "code.png")
    assert [code.text for code in Decoder().read(read_picture(tmp_path / "code.png").dots).codes] == [CARD]


def test_a_large_picture_is_made_smaller(tmp_path):
    Image.new("1", (7000, 6000), 1).save(tmp_path / "large.png")
    picture = read_picture(tmp_path / "large.png")
    assert picture.dots.size <= DOTS_READ_MAX
    assert abs(picture.dots.shape[1] * picture.factor - 7000) < 1


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "cannot be read as a picture"),
        (b"GIF89a", "cannot be read as a picture"),
        (b"%PDF-1.7\n", "cannot be read as a picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "cannot be read as a picture"),
        (b"file,symbology,text\n", "cannot be read as a picture"),
        (png(20, 20), "cannot be read as a picture"),
        (png(0, 20), "cannot be read as a picture"),
        (png(60_000, 60_000, b"\0" * 1_000_000), "has more than 50 million dots"),
        (png(12_000, 12_000, b"\0" * 1_000_000), "has more than 50 million dots"),
        (b"II*\0\x08\0\0\0\xff\xff" + b"\xff" * 80, "cannot be read as a picture"),
    ],
)
def test_what_is_no_usable_picture_is_refused(content, why, tmp_path):
    file = tmp_path / "given.png"
    file.write_bytes(content)
    with pytest.raises(UnreadablePictureError) as refused:
        read_picture(file)
    assert refused.value.sentence == f"{file} {why}."


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp", "gif", "bmp", "tiff", "ppm"])
def test_a_file_that_ends_early_or_is_damaged_never_gets_further(kind, tmp_path):
    file = tmp_path / f"code.{kind}"
    Image.fromarray(page(codes.qr(CARD))).save(file)
    whole = file.read_bytes()
    for cut in (1, 10, len(whole) // 3, len(whole) * 2 // 3, len(whole) - 1):
        for content in (whole[:cut], whole[:cut] + b"\xff" * 9 + whole[cut + 9 :]):
            file.write_bytes(content)
            try:
                picture = read_picture(file).dots
            except UnreadablePictureError:
                continue
            assert picture.size <= DOTS_READ_MAX


def test_a_file_that_is_too_large_or_none(tmp_path):
    with (tmp_path / "huge.png").open("wb") as file:
        file.truncate(64_000_001)
    for name, why in (("huge.png", "is larger than 64 MB"), ("gone.png", "is not there"), (".", "is no file")):
        with pytest.raises(UnreadablePictureError, match=why):
            read_picture(tmp_path / name)


def test_cv2_import_env_scrubbed_and_no_highgui():
    """In a process of its own: what OpenCV's import does is done once."""
    asked = (
        "import os; os.environ['QT_QPA_FONTDIR'] = 'mine';"
        "from app.devices.vision import cv2;"
        "print(os.environ.get('QT_QPA_PLATFORM_PLUGIN_PATH'), os.environ['QT_QPA_FONTDIR']);"
        "print([line.split() for line in cv2.getBuildInformation().splitlines() if 'GUI:' in line or ' QT' in line])"
    )
    run = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == ["None mine", "[['GUI:', 'NONE']]"]


def test_opening_the_counter_does_not_load_opencv():
    asked = "import sys, ui.window, app.commands.counter; print('cv2' in sys.modules, 'zxingcpp' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False"]
