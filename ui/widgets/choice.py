"""Choice: one of a few, a button for each; the arrows move between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from ui.widgets.labels import label
from ui.words import on_button
from ui.zoom import scaled, sized

BOX_PX = 20
WIDEST_PX = 280  # that words on a button may ask for


class OnOff(QPushButton):
    """As wide as its words are when it is on: in bold. Very long ones end in …, with the whole in the tool tip."""

    def __init__(self, words: str) -> None:
        super().__init__(on_button(words))
        self._words = words
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._bold().horizontalAdvance(self._words) + self._around(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        hint = self.sizeHint()
        return QSize(min(hint.width(), scaled(WIDEST_PX)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        bold, room = self._bold(), self.width() - self._around()
        fits = bold.horizontalAdvance(self._words) <= room  # rounded; eliding counts the fraction
        shown = self._words if fits else bold.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(on_button(shown))
        self.setToolTip(self._words if shown != self._words else "")

    def _bold(self) -> QFontMetrics:
        bold = QFont(self.font())
        bold.setBold(True)
        return QFontMetrics(bold)

    def _around(self) -> int:
        """What there is of a button besides its words."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        return self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, QSize(0, 0), self).width()


class _Toggle(QPushButton):
    """Its words behind a box that is ticked while it is on."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAccessibleName(words)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 12, 0)
        self._row.setSpacing(10)
        self._row.addWidget(_Box(self))
        self._row.addWidget(label(words), 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._row.sizeHint().width(), max(super().sizeHint().height(), self._row.sizeHint().height() + 4))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()


class _Box(QWidget):
    def __init__(self, button: QPushButton) -> None:
        super().__init__(button)
        self._button = button
        button.toggled.connect(self.update)
        sized(self, QWidget.setFixedWidth, BOX_PX)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        place = QRectF(0, 0, self.width(), self.width())
        place.moveCenter(QRectF(self.rect()).center())
        draw_tick_box(painter, place, is_ticked=self._button.isChecked())
        painter.end()


def draw_tick_box(painter: QPainter, place: QRectF, *, is_ticked: bool) -> None:
    """A box, filled and with a tick in it where it is ticked; a marked row under it changes nothing about that."""
    palette = QApplication.palette()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width() / 20, place.height() / 20)
    painter.setPen(QPen(palette.highlight() if is_ticked else palette.placeholderText(), 1.5))
    painter.setBrush(palette.highlight() if is_ticked else palette.base())
    painter.drawRoundedRect(QRectF(1, 1, 18, 18), 4, 4)
    if is_ticked:
        painter.setPen(QPen(palette.highlightedText(), 2.2))
        painter.drawPolyline([QPointF(*at) for at in ((5, 10.5), (8.5, 14), (15, 6.5))])
    painter.restore()


class Choice(QWidget):
    """`chosen` tells the value of the button that a person turned on."""

    chosen = Signal(str)

    def __init__(self, name: str, values: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._buttons = {value: OnOff(words) for value, words in values}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for (value, button), (_, words) in zip(self._buttons.items(), values, strict=True):
            button.setAccessibleName(f"{name}: {words}")
            button.toggled.connect(lambda is_on, value=value: self.chosen.emit(value) if is_on else None)
            self._group.addButton(button)
            row.addWidget(button, 1)

    def show_value(self, value: str) -> None:
        quiet = QSignalBlocker(self)
        self._buttons[value].setChecked(True)
        quiet.unblock()

    def take_focus(self) -> None:
        """To the button that is on, from where the arrows go to the others."""
        (self._group.checkedButton() or next(iter(self._buttons.values()))).setFocus()

    def offer(self, values: Sequence[str]) -> None:
        """Only these can be chosen now."""
        for value, button in self._buttons.items():
            button.setVisible(value in values)


def toggle(words: str) -> QPushButton:
    """Something that is on or off."""
    return _Toggle(words)
