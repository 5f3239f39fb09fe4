"""The corner of the window that is the camera's: its threads are heard here, on the screen's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QTableView, QWidget

from app.devices.camera import Camera
from app.devices.eye import Preview, Standing
from ui.camera.chip import CameraChip
from ui.camera.presenter import CameraDesk
from ui.camera.preview import PreviewLeaf
from ui.errors import Notice, Tone

TEXT_LENGTH_MAX = 256  # as the wedge's


class Host(Protocol):
    """A page with the lines of a bill on a card."""

    @property
    def rung(self) -> QWidget: ...
    @property
    def lines(self) -> QTableView: ...


class CameraCorner(QObject):
    """`scanned` tells each code that counts. The preview lies on the page's lines."""

    scanned = Signal(str)
    _read = Signal(str)
    _stood = Signal(object)

    def __init__(self, parent: QObject, page: Host, camera: str, notify: Callable[[Notice], None]) -> None:
        super().__init__(parent)
        self._camera = Camera(camera, self) if camera else None
        self.chip = CameraChip()
        self.preview = PreviewLeaf(page.rung, page.lines, self._look)
        self.desk = CameraDesk(self._camera, self, notify)
        self._is_closed = False
        self._read.connect(self._hear_code, Qt.ConnectionType.QueuedConnection)
        self._stood.connect(self._hear_standing, Qt.ConnectionType.QueuedConnection)
        self.chip.clicked.connect(self.desk.toggle)

    def code(self, text: str) -> None:
        """On the camera's thread."""
        self._read.emit(text[:TEXT_LENGTH_MAX])

    def stood(self, standing: Standing) -> None:
        """On the camera's thread."""
        self._stood.emit(standing)

    @property
    def is_open(self) -> bool:
        return self._camera is not None and self._camera.is_open

    def close(self) -> None:
        """Let go of the camera, and hear no more of it, nor of what it said just before."""
        self._is_closed = True
        self.preview.turn(is_on=False)
        if self._camera is not None:
            self._camera.close()

    def show_chip(self, text: str, tone: Tone) -> None:
        self.chip.show_text(text, tone)

    def show_preview(self, *, is_shown: bool) -> None:
        self.preview.turn(is_on=is_shown)

    def _look(self) -> Preview | None:
        return self._camera.preview() if self._camera is not None else None

    def _hear_code(self, text: str) -> None:
        if not self._is_closed:
            self.scanned.emit(text)

    def _hear_standing(self, standing: Standing) -> None:
        if not self._is_closed:
            self.desk.hear(standing)
