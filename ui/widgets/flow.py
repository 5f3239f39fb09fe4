"""Flow: things side by side that go on in the next row where one is full, and no row holds much less than another."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class FlowRow(QLayout):
    """Each row is filled: what room is left is shared out among its items."""

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt asks past the end
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        rows = self._rows(width)
        return sum(map(_height, rows)) + self.spacing() * (len(rows) - 1)

    def minimumSize(self) -> QSize:  # noqa: N802
        sizes = [item.minimumSize() for item in self._items]
        return QSize(max((one.width() for one in sizes), default=0), max((one.height() for one in sizes), default=0))

    def sizeHint(self) -> QSize:  # noqa: N802
        gaps = self.spacing() * max(0, len(self._items) - 1)
        return QSize(sum(item.sizeHint().width() for item in self._items) + gaps, self.minimumSize().height())

    def setGeometry(self, area: QRect) -> None:  # noqa: N802
        super().setGeometry(area)
        top = area.top()
        for row in self._rows(area.width()):
            self._place(row, QRect(QPoint(area.left(), top), QSize(area.width(), _height(row))))
            top += _height(row) + self.spacing()

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        """As few as there can be, filled as if there were just room for so few: none is left alone in the last."""
        fewest = len(self._filled(width))
        return self._filled(bisect_left(range(width), -fewest, key=lambda narrower: -len(self._filled(narrower))))

    def _filled(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = [[]]
        left = width
        for item in (one for one in self._items if not one.isEmpty()):
            needed = item.minimumSize().width()
            if rows[-1] and needed > left:
                rows.append([])
                left = width
            rows[-1].append(item)
            left -= needed + self.spacing()
        return rows

    def _place(self, row: list[QLayoutItem], area: QRect) -> None:
        needed = sum(item.minimumSize().width() for item in row) + self.spacing() * (len(row) - 1)
        spare, at = max(0, area.width() - needed), area.left()
        for place, item in enumerate(row):
            width = item.minimumSize().width() + spare * (place + 1) // len(row) - spare * place // len(row)
            item.setGeometry(QRect(QPoint(at, area.top()), QSize(width, area.height())))
            at += width + self.spacing()


def _height(row: list[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in row), default=0)
