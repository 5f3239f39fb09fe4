"""Tracking: when a code seen in frame after frame counts, and where in the next frame to look for it."""

from __future__ import annotations

from collections.abc import Iterable

from app.devices.sighting import Corners, Sighting, box

AGREE_WITHIN_S = 0.5
DAMPED_S = 1.5
_LOST_AFTER_S = 0.5
_WHOLE_EVERY = 5  # frames: something else may come in beside what is followed
_ROOM = 0.6  # of the code's longer side, all around

Area = tuple[int, int, int, int]


class Tracker:
    """A code counts when a second frame says the same, and again only after it was out of sight for a while."""

    def __init__(self) -> None:
        self._seen: dict[str, float] = {}
        self._counted: dict[str, float] = {}
        self._followed: Corners | None = None
        self._followed_at = 0.0

    def hear(self, found: Iterable[Sighting], now: float) -> list[Sighting]:
        """The codes that count now, by this frame. `now` is in seconds of a clock that is never set."""
        counting: list[Sighting] = []
        for code in found:
            self._followed, self._followed_at = code.corners, now
            is_agreed = now - self._seen.get(code.text, -AGREE_WITHIN_S - 1) <= AGREE_WITHIN_S
            is_damped = now - self._counted.get(code.text, -DAMPED_S - 1) <= DAMPED_S
            self._seen[code.text] = now
            if is_damped:
                self._counted[code.text] = now
            elif is_agreed:
                self._counted[code.text] = now
                counting.append(code)
        self._forget(now)
        return counting

    def area(self, wide: int, high: int, *, turn: int, now: float) -> Area | None:
        """Left, top, right and bottom of where to look in the next frame; None for all of it."""
        if self._followed is None or now - self._followed_at > _LOST_AFTER_S or turn % _WHOLE_EVERY == 0:
            return None
        left, top, right, bottom = box(self._followed)
        room = _ROOM * max(right - left, bottom - top)
        return (
            max(0, int(left - room)),
            max(0, int(top - room)),
            min(wide, int(right + room)),
            min(high, int(bottom + room)),
        )

    def _forget(self, now: float) -> None:
        self._seen = {text: at for text, at in self._seen.items() if now - at <= AGREE_WITHIN_S}
        self._counted = {text: at for text, at in self._counted.items() if now - at <= DAMPED_S}
