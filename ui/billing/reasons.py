"""Reasons: the lines of an explanation, with the one that decided marked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.explain import Reason
from ui.widgets.emptying import empty
from ui.widgets.labels import label
from ui.words import said, tr

MARK_PX = 12


class Mark(QWidget):
    """A triangle pointing at what decided."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(MARK_PX, MARK_PX))
        self.setAccessibleName(tr("this decides"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
        painter.drawPolygon(
            QPolygonF([QPointF(1, MARK_PX / 2), QPointF(MARK_PX - 1, 1), QPointF(MARK_PX - 1, MARK_PX - 1)])
        )
        painter.end()


class ReasonRow(QWidget):
    def __init__(self, reason: Reason) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(8)
        row.addWidget(label(_sentence(reason.text), "binding" if reason.binding else "muted", wraps=True), 1)
        if reason.binding:
            row.addWidget(Mark())


def _sentence(reason: str) -> str:
    words = said(reason)
    return words[:1].upper() + words[1:]


class Reasons(QVBoxLayout):
    """A list of reasons that can be shown again with others."""

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(2)
        self._shown: tuple[Reason, ...] = ()

    def show_reasons(self, reasons: tuple[Reason, ...]) -> None:
        if reasons == self._shown:
            return
        self._shown = reasons
        empty(self)
        for reason in reasons:
            row = ReasonRow(reason)
            self.addWidget(row)
            row.show()  # at once, so that whoever measures the room left counts it
