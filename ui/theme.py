"""Theme: the two palettes, the fonts we bring, and the style sheet made of them."""

from __future__ import annotations

import re
import tomllib
import weakref
from pathlib import Path
from string import Template

from PySide6.QtCore import QEvent, QLoggingCategory, QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.zoom import alive, resize, scaled

RESOURCES = Path(__file__).parents[1] / "resources"
THEMES = ("light", "dark")
FAMILIES = ["Noto Sans", "Noto Sans Devanagari"]
TEXT_PX = 15

Colours = dict[str, str]


# Where the desktop asks for more contrast, what is drawn softly is drawn as its neighbour is.
_SHARPER = {"muted": "ink", "on_chip": "ink", "line": "edge", "edge": "ink", "band_muted": "on_band"}


def colours(theme: str) -> Colours:
    """The palette by name: `#rrggbb` of each role."""
    palette = tomllib.loads((RESOURCES / "themes" / f"{theme}.toml").read_text("utf-8"))
    return palette | {role: palette[other] for role, other in _SHARPER.items()} if wants_contrast() else palette


def wants_contrast() -> bool:
    """Whether the desktop is set to high contrast."""
    hints = QGuiApplication.styleHints()  # None before there is an application
    return hints is not None and hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def style_sheet(palette: Colours) -> str:
    """The sheet in these colours, its texts as large as they are wanted now, and what they stand in half as much."""
    sheet = Template((RESOURCES / "themes" / "counter.qss").read_text("utf-8")).substitute(palette)
    sheet = re.sub(r"font-size: ([0-9]+)px", lambda size: f"font-size: {scaled(int(size[1]))}px", sheet)
    return re.sub(r"min-height: ([0-9]+)px", lambda size: f"min-height: {_roomy(int(size[1]))}px", sheet)


def _roomy(px: int) -> int:
    return (px + scaled(px)) // 2


def dress(application: QApplication, theme: str) -> None:
    """Give the application its style, fonts and colours: the same on every desktop."""
    # Noto Sans does not shape Devanagari; Qt goes on to the next family, and would say so each time.
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
    for file in sorted((RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    application.setStyle("Fusion")
    paint(application, theme)


def paint(application: QApplication, theme: str) -> None:
    """Give the application its colours, as sharp as the desktop asks for them now."""
    application.setPalette(_palette(colours(theme)))
    write(colours(theme))


def write(palette: Colours) -> None:
    """Texts in our fonts and these colours, as large as they are wanted now."""
    QApplication.setFont(_font())
    _sheet.change(style_sheet(palette))


def wear(piece: QWidget) -> None:
    """Lay the sheet on a piece of a window and all in it: best once the piece is where it stays.

    Each piece has it for itself. Under a sheet of the whole application Qt styles a widget anew whenever it is put into
    another, and all there is, over and over, when the sheet changes.
    """
    _sheet.lay_on(piece)


class _Sheet(QObject):
    """What can be seen changes with the sheet; what cannot, when it is next shown."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._worn_by: list[weakref.ref[QWidget]] = []

    def lay_on(self, piece: QWidget) -> None:
        self._worn_by = [one for one in self._worn_by if alive(one) not in (None, piece)]
        self._worn_by.append(weakref.ref(piece))
        piece.installEventFilter(self)
        self._renew(piece)

    def change(self, text: str) -> None:
        self._text = text
        for one in self._worn_by:
            piece = alive(one)
            if piece is not None and piece.isVisible():
                self._renew(piece)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self._renew(watched)
        return False

    def _renew(self, piece: QWidget) -> None:
        """The sheet before goes first: Qt works out one that takes another's place twice."""
        if piece.styleSheet() != self._text:
            piece.setStyleSheet("")
            piece.setStyleSheet(self._text)
            resize(piece)


_sheet = _Sheet()


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
