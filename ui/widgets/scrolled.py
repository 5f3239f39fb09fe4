"""Scrolled: the pages of the window, which are as large as the window or, with large texts, as they need to be."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QWidget

from ui.theme import wear
from ui.words import tr
from ui.zoom import STEPS, percent


class ScrolledPages(QScrollArea):
    """At 100 % every page fits the smallest window. Larger texts may make it scroll; nothing is cut."""

    def __init__(self, pages: QStackedWidget) -> None:
        super().__init__()
        self.setObjectName("pages")
        self.setAccessibleName(tr("Page"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pages = pages
        self.setWidget(pages)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            wear(bar)
        pages.installEventFilter(self)
        pages.currentChanged.connect(self.fit)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._pages and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return False

    def fit(self) -> None:
        room = self.maximumViewportSize()
        self._pages.resize(room if percent() == STEPS[0] else self._needed(room))

    def _needed(self, room: QSize) -> QSize:
        page = self._pages.currentWidget()
        if page is None:
            return room
        bar = self.verticalScrollBar().sizeHint().width()
        width = max(room.width(), page.minimumSizeHint().width())
        if _height(page, width) <= room.height():
            return QSize(width, room.height())
        width = max(room.width() - bar, page.minimumSizeHint().width())
        return QSize(width, max(room.height(), _height(page, width)))

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._pages.isAncestorOf(now):
            self.ensureWidgetVisible(now)


def _height(page: QWidget, width: int) -> int:
    layout = page.layout()
    if layout is not None and layout.hasHeightForWidth():
        return max(page.minimumSizeHint().height(), layout.totalMinimumHeightForWidth(width))
    return page.minimumSizeHint().height()
