"""Theme: the two palettes, the fonts we bring, and the style sheet made of them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from string import Template

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from ui.zoom import scaled

RESOURCES = Path(__file__).parents[1] / "resources"
THEMES = ("light", "dark")
FAMILIES = ["Noto Sans", "Noto Sans Devanagari"]
TEXT_PX = 15

Colours = dict[str, str]


def colours(theme: str) -> Colours:
    """The palette by name: `#rrggbb` of each role."""
    return tomllib.loads((RESOURCES / "themes" / f"{theme}.toml").read_text("utf-8"))


def style_sheet(palette: Colours) -> str:
    """The sheet in these colours, its texts as large as they are wanted now, and what they stand in half as much."""
    sheet = Template((RESOURCES / "themes" / "counter.qss").read_text("utf-8")).substitute(palette)
    sheet = re.sub(r"font-size: ([0-9]+)px", lambda size: f"font-size: {scaled(int(size[1]))}px", sheet)
    return re.sub(r"min-height: ([0-9]+)px", lambda size: f"min-height: {_roomy(int(size[1]))}px", sheet)


def _roomy(px: int) -> int:
    return (px + scaled(px)) // 2


def dress(application: QApplication, theme: str) -> None:
    """Give the application its style, fonts and colours: the same on every desktop. `write` then gives it its sheet."""
    # Noto Sans does not shape Devanagari; Qt goes on to the next family, and would say so each time.
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
    for file in sorted((RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    application.setStyle("Fusion")
    application.setFont(_font())
    application.setPalette(_palette(colours(theme)))


def write(application: QApplication, palette: Colours) -> None:
    """Texts in our fonts, as large as they are wanted now.

    Better once there is a window: under a sheet Qt styles a widget and all in it each time it is put into another.
    """
    application.setFont(_font())
    application.setStyleSheet(style_sheet(palette))


def _font() -> QFont:
    font = QFont(FAMILIES)
    font.setPixelSize(scaled(TEXT_PX))
    return font


def _palette(palette: Colours) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.BrightText: "on_bad",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
    }
    made = QPalette()
    for role, name in roles.items():
        made.setColor(role, QColor(palette[name]))
    return made
