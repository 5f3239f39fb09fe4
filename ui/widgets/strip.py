"""The strip: one notice across the counter, said aloud as well as shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from ui.errors import Notice, Tone
from ui.widgets.labels import label
from ui.words import later, tr

# The tone in a word, for those who do not see its colour.
_WORDS = {Tone.GOOD: later("Done"), Tone.INFO: later("Note"), Tone.WARN: later("Check"), Tone.BAD: later("Stop")}

# Marks that turn the direction of writing: in a name, they would turn the sentence around it.
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F])


class Strip(QFrame):
    """`noticed` tells the tone of each notice, for those who listen."""

    noticed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setAccessibleName(tr("Notice"))
        self._tone, self._text = label(role="tone"), label(wraps=True)
        self._copy = QPushButton(tr("Copy details"))
        self._copy.clicked.connect(self._copy_details)
        self._notice: Notice | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self._tone)
        row.addWidget(self._text, 1)
        row.addWidget(self._copy)
        self.hide()

    @property
    def text(self) -> str:
        return self._notice.text if self._notice else ""

    def show_notice(self, notice: Notice | None) -> None:
        if notice == self._notice:
            return
        self._notice = notice
        self.setVisible(notice is not None)
        if notice is not None:
            self._fill(notice)

    def _fill(self, notice: Notice) -> None:
        self._tone.setText(tr(_WORDS[notice.tone]))
        self._text.setText(notice.text.translate(_TURNING))
        self._copy.setVisible(bool(notice.details))
        self.setProperty("tone", notice.tone.value)
        self.noticed.emit(notice.tone.value)
        for widget in (self, self._tone, self._text, self._copy):
            self.style().unpolish(widget)
            self.style().polish(widget)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{self._tone.text()}: {notice.text}"))

    def _copy_details(self) -> None:
        if self._notice is not None:
            QGuiApplication.clipboard().setText(f"{self._notice.text}\n{self._notice.details}")
