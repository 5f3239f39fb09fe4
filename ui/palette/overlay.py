"""The overlay of keys: while Alt is held, what every key does here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.commands import Commands
from ui.help import keys_of
from ui.theme import wear
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.veil import Dim
from ui.words import tr

HELD_MS = 500
MARGIN_PX = 24


class KeyOverlay(QObject):
    """Comes when Alt alone has been held for half a second, and goes when it is let go or another key is pressed."""

    def __init__(self, window: QWidget, commands: Commands) -> None:
        super().__init__(window)
        self._window, self._commands = window, commands
        self.sheet: QScrollArea | None = None
        self._dim: Dim | None = None
        self._held = QTimer(self, interval=HELD_MS, singleShot=True)
        self._held.timeout.connect(self._show)

    def heard(self, event: QEvent) -> None:
        """Every key of the window, before anybody acts on it."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self._hide()
        elif isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            is_alt_down = event.key() == Qt.Key.Key_Alt and event.type() == QEvent.Type.KeyPress
            self._hide()
            if is_alt_down:
                self._held.start()

    def _show(self) -> None:
        dim = Dim(self._window)
        dim.setGeometry(self._window.rect())
        sheet = QScrollArea(dim)
        sheet.setObjectName("card")
        sheet.setWidgetResizable(True)
        sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet.setAccessibleName(tr("Keys of this place"))
        sheet.setWidget(self._content())
        wear(sheet)
        sheet.setGeometry(self._window.rect().adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX))
        dim.show()
        dim.raise_()
        self.sheet, self._dim = sheet, dim

    def _hide(self) -> None:
        self._held.stop()
        if self._dim is not None:
            self._dim.hide()
            self._dim.deleteLater()
            self.sheet = self._dim = None

    def _content(self) -> QWidget:
        content = QWidget()
        content.setObjectName("scrolled")
        columns = QHBoxLayout(content)
        columns.setContentsMargins(12, 12, 12, 12)
        columns.setSpacing(12)
        for scope in reversed(self._commands.heard_now()):
            column = QVBoxLayout()
            card = Card(label(tr(scope), "heading"))
            card.rows.addLayout(keys_of(scope))
            column.addWidget(card)
            column.addStretch()
            columns.addLayout(column, 1)
        return content
