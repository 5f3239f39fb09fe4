"""Nothing: what stands where there is nothing to show yet, in the middle of its room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.labels import label
from ui.widgets.signs import Sign, SignMark
from ui.zoom import sized

SIGN_PX, WORDS_PX = 44, 460


class Nothing(QWidget):
    """A sign, and under it in words what would be here, or what to do; above these, large, what was just done."""

    def __init__(self, sign: Sign, words: str = "") -> None:
        super().__init__()
        self._words = label(words, "nothing", wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        sized(self._words, QWidget.setMaximumWidth, WORDS_PX)
        self._headline = label(role="huge", wraps=True)
        self._headline.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._headline.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.setSpacing(12)
        rows.addStretch(2)
        rows.addWidget(SignMark(sign, SIGN_PX), 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(self._headline)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(self._words, WORDS_PX)
        centred.addStretch(1)
        rows.addLayout(centred)
        rows.addStretch(3)

    @property
    def text(self) -> str:
        return self._words.text()

    def say(self, words: str, *, headline: str = "") -> None:
        self._words.setText(words)
        self._headline.setText(headline)
        self._headline.setVisible(bool(headline))
