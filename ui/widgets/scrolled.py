"""Scrolled: pages, and middles of pages, as large as there is room or, with large texts, as they need to be."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QWidget

from ui.theme import wear
from ui.words import tr
from ui.zoom import STEPS, percent, scaled

WINDOW_LEAST_PX = QSize(1024, 600)  # a window with less room than this scrolls what is in it
BODY_LEAST_PX = 110


class _Scrolled(QScrollArea):
    """At 100 % what is in it fits the least window. Larger texts or a smaller screen may make it scroll; none is cut.

    Whatever gets the focus in it comes into sight; it takes none itself.
    """

    def __init__(self, content: QWidget, name: str) -> None:
        super().__init__()
        self._content = content
        self.setObjectName("pages")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            wear(bar)
        content.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return False

    def fit(self) -> None:
        room = self.maximumViewportSize()
        self._content.resize(self._needed(room) if self._may_scroll() else room)

    def _may_scroll(self) -> bool:
        return percent() != STEPS[0] or self.window().size().boundedTo(WINDOW_LEAST_PX) != WINDOW_LEAST_PX

    def _page(self) -> QWidget:
        """What has to have its room."""
        return self._content

    def _needed(self, room: QSize) -> QSize:
        page = self._page()
        bar = self.verticalScrollBar().sizeHint().width()
        width = max(room.width(), page.minimumSizeHint().width())
        if _height(page, width) <= room.height():
            return QSize(width, room.height())
        width = max(room.width() - bar, page.minimumSizeHint().width())
        return QSize(width, max(room.height(), _height(page, width)))

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._content.isAncestorOf(now):
            self.ensureWidgetVisible(now)


class ScrolledBody(_Scrolled):
    """The middle of a page: with larger texts what stands above and under it stays in sight."""

    def __init__(self, body: QWidget) -> None:
        super().__init__(body, tr("Middle of the page"))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        whole = self._content.minimumSizeHint()
        return QSize(whole.width(), min(scaled(BODY_LEAST_PX), whole.height())) if self._may_scroll() else whole


class ScrolledPages(_Scrolled):
    """The pages of a window; only the one that is shown counts."""

    def __init__(self, pages: QStackedWidget) -> None:
        self._pages = pages
        super().__init__(pages, tr("Page"))
        pages.currentChanged.connect(self.fit)

    def _page(self) -> QWidget:
        return self._pages.currentWidget() or self._pages


def _height(page: QWidget, width: int) -> int:
    layout = page.layout()
    if layout is not None and layout.hasHeightForWidth():
        return max(page.minimumSizeHint().height(), layout.totalMinimumHeightForWidth(width))
    return page.minimumSizeHint().height()
