"""The palettes: every pair that is written on each other can be read, in both themes."""

import re

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QLabel

from ui.theme import FAMILIES, RESOURCES, THEMES, colours, dress, style_sheet

TEXT = [
    ("ink", "window"), ("ink", "surface"), ("ink", "chip"), ("muted", "window"), ("muted", "surface"),
    ("accent", "surface"), ("accent", "window"), ("on_accent", "accent"), ("on_accent", "accent_hover"),
    ("on_mark", "mark"), ("muted", "mark"), ("ink", "mark"), ("on_chip", "chip"), ("on_band", "band"),
    ("band_muted", "band"),
    ("on_good", "good"), ("on_info", "info"), ("on_warn", "warn"), ("on_bad", "bad"),
    ("on_training", "training"),
]  # fmt: skip
PARTS = [("edge", "surface"), ("edge", "window"), ("focus", "surface"), ("focus", "window"), ("on_band", "band")]


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_the_guideline_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "paper"), TEXT)
def test_text_can_be_read(theme, ink, paper):
    palette = colours(theme)
    assert contrast(palette[ink], palette[paper]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_to_be_paid_stands_out(theme):
    palette = colours(theme)
    assert contrast(palette["on_band"], palette["band"]) >= 7


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("part", "paper"), PARTS)
def test_edges_and_focus_can_be_seen(theme, part, paper):
    palette = colours(theme)
    assert contrast(palette[part], palette[paper]) >= 3


def test_both_palettes_name_the_same_colours_and_the_sheet_uses_all_of_them():
    light, dark = map(colours, THEMES)
    used = set(re.findall(r"\$(\w+)", (RESOURCES / "themes" / "counter.qss").read_text("utf-8")))
    assert light.keys() == dark.keys() == used


@pytest.mark.parametrize("theme", THEMES)
def test_the_sheet_has_no_colour_of_its_own(theme):
    assert "$" not in style_sheet(colours(theme))
    assert "#" not in re.sub(r"#(?=[a-z]+\W)", "", re.sub(r"\$\w+", "", (RESOURCES / "themes/counter.qss").read_text()))


@pytest.mark.parametrize("theme", THEMES)
def test_our_own_fonts_are_used_and_figures_are_as_wide_as_each_other(qapp, theme):
    dress(qapp, theme)
    assert set(FAMILIES) <= set(QFontDatabase.families())
    assert QFontInfo(QLabel().font()).family() == FAMILIES[0]
    metrics = QFontMetrics(QFont(FAMILIES))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1
