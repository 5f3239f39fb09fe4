"""The chip: icon, word and number in the header; hovering or pressing it tells more."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy

from app.services.chain.standing import Standing
from app.services.desk import Desk
from ui.commands import Commands
from ui.standing.icons import IconMark
from ui.standing.presenter import Indicator
from ui.standing.wording import Chip
from ui.theme import wear
from ui.widgets.labels import label
from ui.work import Work

HEIGHT_PX = 32
DETAILS_PX = 380
AGES_MS = 15_000  # how often the ages on it are counted again
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Details(QLabel):
    """What is behind the chip, on a leaf under it that takes no focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("details")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFixedWidth(DETAILS_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_under(self, chip: QPushButton, text: str) -> None:
        self.setParent(chip.window())
        wear(self)
        self.setText(text)
        self.setFixedHeight(self.heightForWidth(DETAILS_PX))
        corner = chip.mapTo(chip.window(), QPoint(chip.width(), chip.height() + 4))
        self.move(corner.x() - DETAILS_PX, corner.y())
        self.show()
        self.raise_()


class StandingChip(QPushButton):
    """Reached with Tab, so that pressing the mouse on it takes no focus from where words are typed."""

    def __init__(self, desk: Desk, work: Work, commands: Commands, standing: Standing) -> None:
        super().__init__()
        self.setObjectName("chip")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._commands = commands
        self._icon, self._words, self.details = IconMark(), label(), Details()
        self._chip: Chip | None = None
        self.hide()
        self._is_asked = False
        self._ages = QTimer(self, interval=AGES_MS)
        self._lay_out()
        self.indicator = Indicator(desk, work, self, standing=standing)
        self._ages.timeout.connect(self.indicator.tick)
        self._ages.start()
        self.clicked.connect(self._press)
        self.indicator.tick()

    def show_chip(self, chip: Chip | None) -> None:
        if chip == self._chip:
            return
        self._chip = chip
        self.setVisible(chip is not None)
        if chip is not None:
            self._icon.show_icon(chip.icon)
            self._words.setText(chip.text)
            self.setAccessibleName(chip.text)
            self.setAccessibleDescription(chip.meaning)
            self._colour(chip.tone)
            self.updateGeometry()

    def show_details(self, text: str) -> None:
        self.setAccessibleDescription(text)
        if self._is_asked:
            self.details.show_under(self, text)

    def announce(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        self._ask()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self._let_be()
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._let_be()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._row.sizeHint().width(), max(HEIGHT_PX, self._row.sizeHint().height() + 4))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def _press(self) -> None:
        self._ask()
        if self._chip is not None and self._chip.opens is not None:
            self._commands.action(self._chip.opens).trigger()

    def _ask(self) -> None:
        self._is_asked = True
        self.indicator.look()

    def _let_be(self) -> None:
        self._is_asked = False
        self.details.hide()

    def _colour(self, tone: str) -> None:
        if self.property("tone") == tone:
            return
        self.setProperty("tone", tone)
        for widget in (self, self._icon, self._words):
            self.style().unpolish(widget)
            self.style().polish(widget)

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 0, 12, 0)
        self._row.setSpacing(8)
        for widget in (self._icon, self._words):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._row.addWidget(widget)
