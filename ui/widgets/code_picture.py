"""The code: what a manager types or scans, black on white whatever the theme."""

from __future__ import annotations

import segno
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.words import tr

SIDE_PX = 148
QUIET_MODULES = 4  # the white edge a reader needs


class CodePicture(QWidget):
    """A QR code of the pairing code."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(SIDE_PX, SIDE_PX)
        self._rows: tuple[bytearray, ...] = ()
        self._code = ""

    def show_code(self, code: str) -> None:
        if code == self._code:
            return
        self._code = code
        self._rows = tuple(segno.make_qr(code).matrix) if code else ()
        self.setAccessibleName(tr("Code {code} to scan", code=code))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        module = SIDE_PX // (len(self._rows) + 2 * QUIET_MODULES)
        edge = (SIDE_PX - module * len(self._rows)) // 2
        for y, row in enumerate(self._rows):
            for x, is_dark in enumerate(row):
                if is_dark:
                    square = QRectF(edge + x * module, edge + y * module, module, module)
                    painter.fillRect(square, Qt.GlobalColor.black)
        painter.end()
