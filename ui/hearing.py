"""Hearing: what sync says on its own thread, said again on the screen's."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from app.services.chain.standing import Line, Pairing, Standing


class Hearing(QObject):
    """Calls on the screen's thread; deaf once it is closed, for sync may outlive the window."""

    _heard = Signal(object, object)

    def __init__(
        self,
        line: Line,
        parent: QObject,
        *,
        stood: Callable[[Standing], None],
        learned: Callable[[str], None],
        stepped: Callable[[Pairing], None],
    ) -> None:
        super().__init__(parent)
        self._door = Lock()
        self._is_open = True
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        line.listen(lambda standing: self._hear(stood, standing))
        line.listen_members(lambda member_id: self._hear(learned, member_id))
        line.listen_pairing(lambda pairing: self._hear(stepped, pairing))

    def close(self) -> None:
        """Afterwards nothing is said any more, whatever thread was about to."""
        with self._door:
            self._is_open = False

    def _hear(self, listener: Callable[[Any], None], said: object) -> None:
        """On a thread of sync."""
        with self._door:
            if self._is_open:
                self._heard.emit(listener, said)

    def _tell(self, listener: Callable[[Any], None], said: object) -> None:
        if self._is_open:
            listener(said)
