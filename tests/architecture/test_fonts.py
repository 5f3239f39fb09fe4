"""The fonts that ship are the ones their page tells of."""

import re
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

FONTS = Path(__file__).parents[2] / "resources/fonts"
RUPEE, KA = 0x20B9, 0x0915
ROW = re.compile(
    r"^\| `(?P<file>[^`]+)` \| (?P<version>[\d.]+) \|[^|]*\| (?P<rupee>yes|no) \| (?P<hindi>yes|no) \|$", re.M
)
ROWS = [row.groupdict() for row in ROW.finditer((FONTS / "README.md").read_text("utf-8"))]


def test_every_font_is_told_of() -> None:
    assert {row["file"] for row in ROWS} == {path.name for path in FONTS.glob("*.ttf")}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
def test_a_font_is_as_told(row: dict[str, str]) -> None:
    path = FONTS / row["file"]
    glyphs = TTFontFile(str(path)).charToGlyph
    assert (RUPEE in glyphs, KA in glyphs) == (row["rupee"] == "yes", row["hindi"] == "yes")
    data = path.read_bytes()
    assert f"Version {row['version']};".encode("utf-16-be") in data
    assert b"fvar" not in data[:1024], "a variable font; reportlab needs static ones"


def test_the_licence_travels_with_them() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text("utf-8")
