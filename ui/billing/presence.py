"""Presence: sync is told whose card is at the counter, and for how long."""

from __future__ import annotations

from app.services.chain.standing import Line


class Presence:
    def __init__(self, line: Line) -> None:
        self._line = line
        self._member_id: str | None = None

    def follow(self, member_id: str | None) -> None:
        """The bill is now for this member, or for nobody."""
        if member_id == self._member_id:
            return
        before, self._member_id = self._member_id, member_id
        if before is not None:
            self._line.card_gone(before)
        if member_id is not None:
            self._line.card_shown(member_id)
