"""The bundled typefaces: registered when first needed, measured, and shaped where their script asks for it."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from printing.runs import Coverage, Run, Script, runs

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "fonts"

_NAMES = {
    (Script.LATIN, False): "NotoSans-Regular",
    (Script.LATIN, True): "NotoSans-Bold",
    (Script.DEVANAGARI, False): "NotoSansDevanagari-Regular",
    (Script.DEVANAGARI, True): "NotoSansDevanagari-Bold",
}
_PRIVATE_USE = 0xE000
_PER_MILLE = 1000

_registering = Lock()


def name_of(script: Script, *, bold: bool) -> str:
    """The name its font is registered under."""
    return _NAMES[script, bold]


def coverage() -> Coverage:
    """What can be drawn in both weights. The first call registers the fonts; any thread may make it."""
    with _registering:
        return _registered()


@cache
def _registered() -> Coverage:
    from reportlab import rl_config
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    fonts = {key: TTFont(name, str(FOLDER / f"{name}.ttf")) for key, name in _NAMES.items()}
    rl_config.useA85 = 0  # files are bytes: writing them as letters takes a quarter more room, and longer
    covered = Coverage(*(_drawable(fonts[script, False]) & _drawable(fonts[script, True]) for script in Script))
    for (script, _), font in fonts.items():
        if script is Script.DEVANAGARI:
            _name_every_glyph(font)
        registerFont(font)
    return covered


def _drawable(font: TTFont) -> frozenset[str]:
    return frozenset(map(chr, font.face.charToGlyph))


def _name_every_glyph(font: TTFont) -> None:
    """Give each glyph that no character leads to (conjuncts, half forms) a private character of its own.

    reportlab would do so in the order in which texts arrive, and the same receipt printed twice would differ.
    """
    face, hb_font = font.face, font.hbFont()
    for glyph in range(font.hbFace.glyph_count):
        if glyph not in face.glyphToChar:
            char = _PRIVATE_USE + glyph
            face.glyphToChar[glyph] = [char]
            face.charToGlyph[char] = glyph
            face.charWidths[char] = font.pdfScale(hb_font.get_glyph_h_advance(glyph))


@lru_cache(maxsize=2048)
def shaped(run: Run, *, bold: bool) -> str:
    """The run as reportlab draws it: Devanagari as positioned glyphs, the rest as it is."""
    from reportlab.pdfbase.ttfonts import shapeStr

    if run.script is Script.LATIN:
        return run.text
    glyphs: str = shapeStr(run.text, name_of(run.script, bold=bold), _PER_MILLE, force=True)
    return glyphs


def width(text: str, *, size: float, bold: bool) -> float:
    """How wide the text is drawn, in the unit of `size`."""
    return _em_width(text, bold=bold) * size


@lru_cache(maxsize=8192)
def _em_width(text: str, *, bold: bool) -> float:
    return sum(run_width(run, size=1, bold=bold) for run in parted(text))


@lru_cache(maxsize=4096)
def parted(text: str) -> tuple[Run, ...]:
    """The text in runs, each of the font that has it. What is measured is drawn next."""
    return tuple(runs(text, coverage()))


def run_width(run: Run, *, size: float, bold: bool) -> float:
    """How wide one run is drawn, in the unit of `size`."""
    from reportlab.pdfbase.ttfonts import ShapedStr

    glyphs = shaped(run, bold=bold)
    if isinstance(glyphs, ShapedStr):
        per_mille: float = sum(glyph.x_advance for glyph in glyphs.__shapeData__)
        return per_mille * size / _PER_MILLE
    advances, other = _advances(run.script, bold)
    return sum(advances.get(char, other) for char in run.text) * size / _PER_MILLE


@cache
def _advances(script: Script, bold: bool) -> tuple[dict[str, float], float]:
    """How wide each letter of a font is drawn, and what it has no letter for, per mille of its size."""
    from reportlab.pdfbase.pdfmetrics import getFont

    coverage()
    face = getFont(name_of(script, bold=bold)).face
    return {chr(code): wide for code, wide in face.charWidths.items()}, face.defaultWidth
