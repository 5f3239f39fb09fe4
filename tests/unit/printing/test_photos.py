"""A shop's logo: read when it can be, and said when it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from app.bootstrap import letterhead, logo_of
from app.settings import Settings
from printing import photos
from tests.unit.printing.papers import logo


def test_a_logo_is_read_and_bounded(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(logo())
    settings = Settings(shop_logo=str(path), receipt_why_url="https://why.example/")
    head = letterhead(settings)

    assert logo_of(settings) == (logo(), "")
    assert (head.shop.logo, head.why_address) == (logo(), "https://why.example/")
    assert photos.size(head.shop.logo) == (320, 120)
    Image.new("RGB", (3000, 1500)).save(tmp_path / "large.jpg")
    assert photos.size(photos.read(tmp_path / "large.jpg")[0]) == (600, 300)
    assert logo_of(Settings()) == (b"", "")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "cannot be read (No such file or directory)"),
        (b"", "is no PNG or JPEG"),
        (b"<svg/>", "is no PNG or JPEG"),
        (b"\x89PNG\r\n\x1a\n" + bytes(photos.BYTES_MAX), "is larger than 4 MB"),
    ],
)
def test_what_cannot_be_a_logo_is_said_and_left_out(content: bytes | None, why: str, tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    if content is not None:
        path.write_bytes(content)

    assert photos.read(path) == (b"", f"The shop's logo logo.png {why}. Receipts are printed without it.")


def test_a_name_no_file_can_have_is_said_too() -> None:
    assert "embedded null byte" in photos.read(Path("logo\0"))[1]


def test_a_picture_that_breaks_off_is_no_picture() -> None:
    assert photos.size(logo()[:200]) is None


def test_what_shines_through_is_white_paper(tmp_path: Path) -> None:
    Image.new("RGBA", (4, 4), (255, 0, 0, 0)).save(tmp_path / "clear.png")
    picture = photos.opened((tmp_path / "clear.png").read_bytes())
    assert picture is not None
    assert picture.getpixel((0, 0)) == (255, 255, 255)
