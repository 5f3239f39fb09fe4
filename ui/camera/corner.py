"""The corner of the window that is the camera's: its threads are heard here, on the screen's."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.devices.camera import Camera
from app.devices.eye import Preview, Standing
from ui.camera.chip import CameraChip
from ui.camera.presenter import CameraDesk
from ui.camera.preview import PreviewLeaf
from ui.errors import Notice, Tone

TEXT_LENGTH_MAX = 256  # as the wedge's


class CameraCorner(QObject):
    """`scanned` tells each code that counts. The preview lies on `host`."""

    scanned = Signal(str)
    _stood = Signal(object)

    def __init__(self, parent: QObject, host: QWidget, camera: str, notify: Callable[[Notice], None]) -> None:
        super().__init__(parent)
        self._camera = Camera(camera, self) if camera else None
        self.chip = CameraChip()
        self.preview = PreviewLeaf(host, self._look)
        self.desk = CameraDesk(self._camera, self, notify)
        self._stood.connect(self.desk.hear, Qt.ConnectionType.QueuedConnection)
        self.chip.clicked.connect(self.desk.toggle)

    def code(self, text: str) -> None:
        """On the camera's thread; slots of this one run on theirs."""
        self.scanned.emit(text[:TEXT_LENGTH_MAX])

    def stood(self, standing: Standing) -> None:
        """On the camera's thread."""
        self._stood.emit(standing)

    def close(self) -> None:
        """Let go of the camera, and hear no more of it."""
        self.preview.turn(is_on=False)
        if self._camera is not None:
            self._camera.close()

    def show_chip(self, text: str, tone: Tone) -> None:
        self.chip.show_text(text, tone)

    def show_preview(self, *, is_shown: bool) -> None:
        self.preview.turn(is_on=is_shown)

    def _look(self) -> Preview | None:
        return self._camera.preview() if self._camera is not None else None
