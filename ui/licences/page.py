"""The page of licences: each part of the program with its version and the terms it comes under."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, metadata
from typing import Final

from PySide6.QtWidgets import QWidget

from ui.commands import Commands
from ui.rows import ChoiceRow
from ui.widgets.frame import foot, frame
from ui.widgets.labels import label
from ui.widgets.lists import ListPane
from ui.words import later, tr

TITLE = later("Licences")
OWN = later("This program: MIT License. Copyright (c) 2026 The Tillpoint authors.")
# What the program is shipped with, by the names it is installed under, and the terms each comes under.
PARTS: Final = (
    ("PySide6-Essentials", "LGPL-3.0"), ("sqlalchemy", "MIT"), ("alembic", "MIT"),
    ("sqlcipher3", "zlib; SQLCipher: BSD-3-Clause"), ("cryptography", "Apache-2.0 or BSD-3-Clause"), ("keyring", "MIT"),
    ("phonenumberslite", "Apache-2.0"), ("python-stdnum", "LGPL-2.1"), ("reportlab", "BSD-3-Clause"),
    ("uharfbuzz", "Apache-2.0"), ("segno", "BSD-3-Clause"), ("python-barcode", "MIT"), ("python-escpos", "MIT"),
    ("pyserial", "BSD-3-Clause"), ("pillow", "MIT-CMU"), ("pypdfium2", "Apache-2.0 or BSD-3-Clause"),
    ("xlsxwriter", "BSD-2-Clause"), ("python-calamine", "MIT"), ("argon2-cffi", "MIT"),
    ("opencv-python-headless", "Apache-2.0"), ("pyzbar", "MIT"), ("zxing-cpp", "Apache-2.0"), ("tzdata", "Apache-2.0"),
    ("requests", "Apache-2.0"), ("zstandard", "BSD-3-Clause"), ("orjson", "MPL-2.0, Apache-2.0 or MIT"),
    ("pyqtgraph", "MIT"),
)  # fmt: skip
FONTS: Final = ("Noto Sans, Noto Sans Devanagari", "SIL Open Font License 1.1")


def parts() -> tuple[ChoiceRow, ...]:
    """With the version, where it is known here."""
    return (*(ChoiceRow(name, terms, _version(name)) for name, terms in PARTS), ChoiceRow(*FONTS))


def _version(name: str) -> str:
    try:
        return metadata(name)["Version"]
    except PackageNotFoundError:
        return ""


class LicencesPage(QWidget):
    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(tr(TITLE))
        self.list = ListPane(None, tr("What this program stands on"))
        own = label(tr(OWN), wraps=True)
        frame(self, tr(TITLE), own, self.list, foot=foot(commands))

    def open(self) -> None:
        self.list.show_rows(parts())
        self.list.list.setFocus()
