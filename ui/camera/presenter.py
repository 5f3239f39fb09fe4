"""The camera's decisions: when it is on, what the chip says, and which of its ways to end is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from app.devices.eye import Eye, Standing
from ui.camera.wording import CHIPS, IDLE, NO_CAMERA, ONE_DECODER
from ui.errors import Notice, Tone
from ui.words import said, tr


class Device(Protocol):
    @property
    def is_open(self) -> bool: ...
    def open(self) -> None: ...
    def stop(self) -> None: ...


class View(Protocol):
    def show_chip(self, text: str, tone: Tone) -> None:
        """An empty text: there is nothing to show."""

    def show_preview(self, *, is_shown: bool) -> None: ...


class CameraDesk:
    """`notify` shows a notice on the counter. Without a device, this counter has no camera."""

    def __init__(self, device: Device | None, view: View, notify: Callable[[Notice], None]) -> None:
        self._device = device
        self._view = view
        self._notify = notify
        self._is_told_of_decoders = False
        self.standing = Standing()

    def toggle(self) -> None:
        """On where it is off, off where it is on."""
        if self._device is None:
            self._notify(Notice(Tone.INFO, tr(NO_CAMERA)))
        elif self._device.is_open:
            self._device.stop()
        else:
            self._device.open()

    def hear(self, standing: Standing) -> None:
        """The camera stands otherwise than before."""
        self.standing = standing
        chip = CHIPS.get(standing.eye)
        self._view.show_chip(tr(chip) if chip else "", Tone.WARN if standing.eye is Eye.DARK else Tone.INFO)
        self._view.show_preview(is_shown=standing.eye in (Eye.ON, Eye.DARK))
        self._tell(standing)

    def _tell(self, standing: Standing) -> None:
        if standing.fault is not None:
            self._notify(Notice(Tone.WARN, said(standing.fault.sentence), str(standing.fault)))
        elif standing.eye is Eye.IDLE:
            self._notify(Notice(Tone.INFO, tr(IDLE)))
        elif standing.eye is Eye.ON and standing.missing and not self._is_told_of_decoders:
            self._is_told_of_decoders = True
            self._notify(Notice(Tone.INFO, tr(ONE_DECODER, why=", ".join(standing.missing)), "CAM-ONE"))
