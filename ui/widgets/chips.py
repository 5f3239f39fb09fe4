"""Chips: a few words in a rounded frame, painted into the cell of a table."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication

from ui.zoom import scaled

CHIP_PX, INSIDE_PX = 28, 9


def chip_width(metrics: QFontMetrics, words: str) -> int:
    return metrics.horizontalAdvance(words) + 2 * INSIDE_PX


def draw_chip(painter: QPainter, place: QRectF, words: str) -> None:
    """In the middle of the height of its place, as wide as that; words without room end in …."""
    palette = QApplication.palette()
    chip = QRectF(place.left(), place.center().y() - scaled(CHIP_PX) / 2, place.width(), scaled(CHIP_PX))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(palette.placeholderText().color())
    painter.setBrush(palette.window())
    painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    painter.setPen(palette.text().color())
    inside = chip.adjusted(INSIDE_PX, 0, -INSIDE_PX, 0)
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(inside.width()) + 1)
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()
