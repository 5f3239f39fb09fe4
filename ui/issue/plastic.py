"""Plastic: a card as large as it will be, front and back, as far as the window has room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.context import CardFace
from ui.widgets.labels import label
from ui.words import tr

WIDTH_MM, HEIGHT_MM, CORNER_MM = 85.60, 53.98, 3.18  # ISO/IEC 7810 ID-1
MM_PER_INCH = 25.4
DOTS_PER_INCH = (60.0, 240.0)  # what screens have; some say nonsense of themselves
SHOWN_LEAST = 0.4
SPACING_PX = 12


class Side(QWidget):
    """One side, its corners cut as the plastic's are."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._image: QImage | None = None

    def show_face(self, face: CardFace | None) -> None:
        self._image = _image(face) if face else None
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        corner = area.width() * CORNER_MM / WIDTH_MM
        edge = QPainterPath()
        edge.addRoundedRect(area, corner, corner)
        painter.fillPath(edge, QColor("white"))
        if self._image is not None:
            painter.save()
            painter.setClipPath(edge)
            painter.drawImage(area, self._image)
            painter.restore()
        painter.setPen(QPen(self.palette().placeholderText().color(), 1))
        painter.drawPath(edge)
        painter.end()


def _image(face: CardFace) -> QImage:
    """A copy of its own: the dots are somebody else's."""
    return QImage(face.dots, face.width, face.height, 3 * face.width, QImage.Format.Format_RGB888).copy()


class Plastic(QWidget):
    """Both sides, and below them how much of the true size they are shown at."""

    def __init__(self) -> None:
        super().__init__()
        self._sides = Side(tr("Front of the card")), Side(tr("Back of the card"))
        self._caption = label(role="muted", wraps=True)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._problem = ""
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACING_PX)
        for side in self._sides:
            rows.addWidget(side, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(self._caption)
        rows.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def dots_per_mm(self) -> float:
        """Of this screen, in its finest dots."""
        return self._px_per_mm() * self.devicePixelRatioF()

    def show_faces(self, faces: tuple[CardFace, CardFace] | None, *, problem: str = "") -> None:
        """The card, or in words why it cannot be shown."""
        for place, side in enumerate(self._sides):
            side.show_face(faces[place] if faces else None)
        self._problem = problem
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self._size_for(SHOWN_LEAST)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._size_for(1.0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _px_per_mm(self) -> float:
        low, high = DOTS_PER_INCH
        return min(high, max(low, self.screen().physicalDotsPerInch())) / MM_PER_INCH

    def _size_for(self, shown: float) -> QSize:
        width, height = self._side_px(shown)
        return QSize(width, 2 * height + 2 * SPACING_PX + self._caption_px())

    def _side_px(self, shown: float) -> tuple[int, int]:
        return round(WIDTH_MM * self._px_per_mm() * shown), round(HEIGHT_MM * self._px_per_mm() * shown)

    def _caption_px(self) -> int:
        return 2 * self._caption.fontMetrics().lineSpacing()

    def _fit(self) -> None:
        """As large as the room allows, and never larger than the card."""
        width, height = self._side_px(1.0)
        room = max(1, self.height() - 2 * SPACING_PX - self._caption_px()) / 2
        shown = max(SHOWN_LEAST, min(1.0, self.width() / width, room / height))
        for side in self._sides:
            side.setFixedSize(*self._side_px(shown))
        percent = round(100 * shown)
        size = tr("True size") if shown > 0.995 else tr("{percent} % of its true size", percent=percent)
        self._caption.setText(self._problem or tr("{size} · front and back", size=size))
