"""The UPI code: read from the screen by the customer's phone, with the exact amount in it."""

from __future__ import annotations

import segno
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.widgets.labels import label
from ui.words import tr

CODE_PX, CODE_LOW_PX, LOW_PX = 200, 140, 700
_BORDER_MODULES = 4


class UpiCode(QWidget):
    """Black on white whatever the theme: phones read it so."""

    def __init__(self) -> None:
        super().__init__()
        self.link = ""
        self._code, self._words = QLabel(), label(role="muted", wraps=True)
        self._code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self._code)
        rows.addWidget(self._words)

    def show_link(self, link: str) -> None:
        self.setVisible(bool(link))
        if link == self.link:
            return
        self.link = link
        if link:
            self._code.setPixmap(_picture(link, CODE_PX if self.window().height() > LOW_PX else CODE_LOW_PX))
            self._code.setAccessibleName(tr("UPI code to pay by"))
            self._words.setText(tr("Press Enter when the payment has come."))


def _picture(link: str, room_px: int) -> QPixmap:
    """Whole pixels a module, as large as fits."""
    rows = list(segno.make_qr(link, error="m").matrix_iter(border=_BORDER_MODULES))
    image = QImage(len(rows), len(rows), QImage.Format.Format_Grayscale8)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            image.setPixelColor(x, y, Qt.GlobalColor.black if dark else Qt.GlobalColor.white)
    side = max(1, room_px // len(rows)) * len(rows)
    return QPixmap.fromImage(image.scaled(side, side))
