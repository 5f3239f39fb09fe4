"""Hearing: what sync says on its own thread, said again on the screen's."""

from __future__ import annotations

from threading import Lock

from PySide6.QtCore import QObject, Signal

from app.services.standing import Line, Pairing, Standing


class Hearing(QObject):
    """Connect with a queued connection. Deaf once it is closed, for sync may outlive the window."""

    standing = Signal(object)
    member = Signal(str)
    pairing = Signal(object)

    def __init__(self, line: Line, parent: QObject) -> None:
        super().__init__(parent)
        self._door = Lock()
        self._is_open = True
        line.listen(self._stood)
        line.listen_members(self._learned)
        line.listen_pairing(self._stepped)

    def close(self) -> None:
        """Afterwards nothing is said any more, whatever thread was about to."""
        with self._door:
            self._is_open = False

    def _stood(self, standing: Standing) -> None:
        with self._door:
            if self._is_open:
                self.standing.emit(standing)

    def _learned(self, member_id: str) -> None:
        with self._door:
            if self._is_open:
                self.member.emit(member_id)

    def _stepped(self, pairing: Pairing) -> None:
        with self._door:
            if self._is_open:
                self.pairing.emit(pairing)
