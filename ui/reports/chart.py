"""The chart: bars or a line in our colours, drawn by pyqtgraph, which is loaded when the first report is shown."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg  # type: ignore[import-untyped]
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.services.reports.table import Kind
from ui.reports.picture import Picture
from ui.reports.wording import Speech
from ui.widgets.labels import label
from ui.words import tr
from ui.zoom import percent

BAR_SHARE, NAME_LETTERS = 0.8, 26
AXIS_ROOM = 0.08  # above the largest
WHOLE = 100  # what an axis shows of nothing: one rupee, point or per cent
BARS_LEAST = 4  # one bar alone is no wall
NAME_GAP_PX = 24  # between names along the foot
FOOT_PX = 12  # of the axis along the foot, besides its letters
BESIDE_DENSITY = 0.6  # of the figures that would stand one above the other
MARKS_MAX = 40  # points of a line that each have a mark


class _Figures(pg.AxisItem):  # type: ignore[misc]
    """An axis of figures, said as people read them."""

    def __init__(self, side: str) -> None:
        super().__init__(side)
        self.speech: Speech | None = None
        self.kind = Kind.COUNT
        if side == "bottom":  # where figures stand beside each other
            self.setTickDensity(BESIDE_DENSITY * 100 / percent())

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:  # noqa: ARG002, N802
        """Between whole numbers of bills there is nothing to be said."""
        speech, is_count = self.speech, self.kind is Kind.COUNT
        return [
            "" if speech is None or (is_count and value % 1) else _short(speech.figure(round(value), self.kind))
            for value in values
        ]


def _short(words: str) -> str:
    """Along an axis nobody needs the paise."""
    return words.removesuffix(".00")


class Chart(QWidget):
    """It takes no keys and no focus: whoever cannot see it has the table."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: Picture | None = None
        self._speech: Speech | None = None
        self.legend = label(role="muted")
        self._plot: Any = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(self.legend)

    def show_picture(self, picture: Picture, speech: Speech) -> None:
        if picture == self._picture:
            return
        self._picture, self._speech = picture, speech
        self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self._picture is not None:
            self._draw()

    def _draw(self) -> None:
        """From the start: a chart is made in a few milliseconds, and nothing of the one before is left."""
        picture, speech = self._picture, self._speech
        assert picture is not None, "a chart is drawn of something"
        assert speech is not None, "and in some language"
        if self._plot is not None:
            self._rows.removeWidget(self._plot)
            self._plot.deleteLater()
        figures = _Figures("bottom" if picture.is_lying else "left")
        figures.speech, figures.kind = speech, picture.kind
        self._plot = _plot(figures)
        self._rows.addWidget(self._plot, 1)
        names = " · ".join(name for name, _ in picture.series)
        shown = [f"{mark} {name}" for mark, (name, _) in zip("■▨", picture.series, strict=False)]
        step = [tr(picture.step.value)] if picture.step.value else []
        self.legend.setText(" · ".join([*shown, *step]))
        self.setAccessibleName(" · ".join([names, *step]))
        for place, (_, values) in enumerate(picture.series):
            self._plot.addItem(_item(picture, values, place))
        self._name()
        _frame(self._plot, picture)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if self._plot is not None:
            self._name()

    def _name(self) -> None:
        """As many names along the foot as there is room for beside each other."""
        picture = self._picture
        assert picture is not None, "a chart is drawn of something"
        metrics = QFontMetrics(QApplication.font())
        widest = max((metrics.horizontalAdvance(name) for name in picture.names), default=0)
        places = picture.named_places(self.width() // (widest + NAME_GAP_PX))
        axis = self._plot.getAxis("left" if picture.is_lying else "bottom")
        axis.setTicks([[(place, _cut(picture.names[place])) for place in places]])


def _plot(figures: _Figures) -> Any:
    palette = QApplication.palette()
    side = "bottom" if figures.orientation == "bottom" else "left"
    plot = pg.PlotWidget(background=palette.color(QPalette.ColorRole.Base), axisItems={side: figures})
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.setMouseEnabled(x=False, y=False)
    plot.setFrameStyle(0)
    plot.showGrid(x=side == "bottom", y=side == "left", alpha=0.25)
    for name in ("left", "bottom"):
        axis = plot.getAxis(name)
        axis.setTextPen(palette.color(QPalette.ColorRole.Text))
        axis.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        axis.setTickFont(QApplication.font())
        axis.enableAutoSIPrefix(False)
    plot.getAxis("bottom").setHeight(QFontMetrics(QApplication.font()).height() + FOOT_PX)
    return plot


def _item(picture: Picture, values: tuple[int, ...], place: int) -> Any:
    accent, ink = (
        QApplication.palette().color(role) for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.Text)
    )
    if picture.is_line:
        mark = "o" if len(values) <= 40 else None
        return pg.PlotDataItem(
            list(range(len(values))),
            list(values),
            pen=pg.mkPen(accent, width=2),
            symbol=mark,
            symbolBrush=accent,
            symbolPen=accent,
        )
    width = BAR_SHARE / len(picture.series)
    middles = [n + width * (place - (len(picture.series) - 1) / 2) for n in range(len(values))]
    brush, pen = _fill(accent, ink, place), pg.mkPen(None if place == 0 else ink)
    if picture.is_lying:
        return pg.BarGraphItem(x0=0, y=middles, height=width, width=list(values), brush=brush, pen=pen)
    return pg.BarGraphItem(x=middles, y0=0, width=width, height=list(values), brush=brush, pen=pen)


def _fill(accent: QColor, ink: QColor, place: int) -> QBrush:
    """The second of two is hatched: colour alone tells nobody apart."""
    return QBrush(accent) if place == 0 else QBrush(ink, Qt.BrushStyle.BDiagPattern)


def _cut(name: str) -> str:
    return name if len(name) <= NAME_LETTERS else f"{name[: NAME_LETTERS - 1]}…"


def _frame(plot: Any, picture: Picture) -> None:
    """All of it in sight, from nothing at the foot."""
    count = len(picture.names)
    values = [value for _, each in picture.series for value in each]
    least, most = min(0, *values), max(1 if picture.kind is Kind.COUNT else WHOLE, *values)
    figures = (least * (1 + AXIS_ROOM), most * (1 + AXIS_ROOM))
    along = (-0.5, max(count, BARS_LEAST) - 0.5)
    plot.setRange(
        xRange=figures if picture.is_lying else along, yRange=along if picture.is_lying else figures, padding=0
    )
    if picture.is_lying:
        plot.getViewBox().invertY(True)
