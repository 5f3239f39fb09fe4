"""The palettes: every pair that is written on each other can be read, in both themes."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics, QGuiApplication, QRawFont
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.colours import contrast
from ui.theme import FAMILIES, RESOURCES, THEMES, colours, dress, style_sheet

TEXT = [
    ("ink", "window"), ("ink", "surface"), ("ink", "chip"), ("muted", "window"), ("muted", "surface"),
    ("accent", "surface"), ("accent", "window"), ("on_accent", "accent"), ("on_accent", "accent_hover"),
    ("on_mark", "mark"), ("muted", "mark"), ("ink", "mark"), ("on_chip", "chip"), ("on_band", "band"),
    ("band_muted", "band"),
    ("on_good", "good"), ("on_info", "info"), ("on_warn", "warn"), ("on_bad", "bad"),
    ("on_training", "training"),
]  # fmt: skip
PARTS = [
    ("edge", "surface"), ("edge", "window"), ("edge", "chip"), ("focus", "surface"), ("focus", "window"),
    ("focus", "mark"), ("accent", "mark"), ("band_muted", "band"), ("on_accent", "accent"),
]  # fmt: skip
SHEET = RESOURCES / "themes" / "counter.qss"


def test_contrast_is_measured_as_the_guideline_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_contrast_palettes(theme):
    """Every text on what it is written on, what is to be paid above all; every edge and focus on what is around it."""
    palette = colours(theme)
    wanted = [(*pair, 4.5) for pair in [*TEXT, *written_together()]]
    wanted += [(*pair, 3) for pair in PARTS] + [("on_band", "band", 7)]
    measured = [(one, other, least, contrast(palette[one], palette[other])) for one, other, least in wanted]
    assert [row for row in measured if row[3] < row[2]] == []


def written_together():
    """The inks and papers that the sheet names in the same rule."""
    rules = re.findall(r"\{([^{}]*)\}", SHEET.read_text("utf-8"))
    pairs = [
        (re.search(r"(?<![-\w])color: \$(\w+)", rule), re.search(r"(?<![-\w])background: \$(\w+)", rule))
        for rule in rules
    ]
    found = {(ink[1], paper[1]) for ink, paper in pairs if ink and paper}
    assert {("on_warn", "warn"), ("on_accent", "accent")} <= found
    return sorted(found)


def test_both_palettes_name_the_same_colours_and_the_sheet_uses_all_of_them():
    light, dark = map(colours, THEMES)
    used = set(re.findall(r"\$(\w+)", SHEET.read_text("utf-8")))
    assert light.keys() == dark.keys() == used


@pytest.mark.parametrize("theme", THEMES)
def test_the_sheet_has_no_colour_of_its_own(theme):
    assert "$" not in style_sheet(colours(theme))
    assert "#" not in re.sub(r"#(?=[a-z]+\W)", "", re.sub(r"\$\w+", "", SHEET.read_text()))


@pytest.mark.parametrize("theme", THEMES)
def test_our_own_fonts_are_used_and_figures_are_as_wide_as_each_other(qapp, theme):
    dress(qapp, theme)
    assert set(FAMILIES) <= set(QFontDatabase.families())
    assert QFontInfo(QLabel().font()).family() == FAMILIES[0]
    metrics = QFontMetrics(QFont(FAMILIES))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_a_desktop_that_asks_for_more_contrast_gets_it_while_the_window_is_open(counter, monkeypatch):
    """What the desktop asks comes from Qt's plugin for it, which is not here: its answer and its signal are given."""
    asked = QGuiApplication.styleHints().accessibility().contrastPreferenceChanged
    soft = colours("light")
    monkeypatch.setattr("ui.theme.wants_contrast", lambda: True)
    asked.emit(Qt.ContrastPreference.HighContrast)
    sharp = colours("light")
    assert all(contrast(sharp[part], sharp["surface"]) >= 7 for part in ("muted", "edge", "on_chip"))
    assert contrast(sharp["line"], sharp["surface"]) >= 3 > contrast(soft["line"], soft["surface"])
    assert QApplication.palette().placeholderText().color().name() == sharp["muted"]
    assert f"color: {sharp['muted']}; font-size: 14px" in counter.window.header.styleSheet()
    monkeypatch.undo()
    asked.emit(Qt.ContrastPreference.NoPreference)
    assert QApplication.palette().placeholderText().color().name() == soft["muted"]


@pytest.mark.usefixtures("qapp")
def test_our_own_fonts_have_every_letter_and_sign_that_the_screens_write():
    """Another font would be asked for what they lack, and where none has it there is an empty box."""
    brought = [QRawFont(str(file), 16) for file in sorted((RESOURCES / "fonts").glob("*.ttf"))]
    catalogue = (RESOURCES / "i18n" / "tillpoint_hi.ts").read_text("utf-8")
    missing = {
        one for one in catalogue if one.isprintable() and not any(f.supportsCharacter(ord(one)) for f in brought)
    }
    assert missing == set()
