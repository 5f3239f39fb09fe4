"""Server time: when an event of a counter happened by the server's clock."""

from __future__ import annotations

from datetime import datetime, timedelta

STANDS_WITHIN = timedelta(minutes=2)


def server_time(at: datetime, *, offset_ms: int | None, predecessor: datetime, received: datetime) -> datetime:
    """The counter's time corrected by its offset: never before its predecessor's, never after it was received.

    A correction of less than two minutes is none: the counter's time stands. Source: docs/protocol.md, Push.
    """
    corrected = at + timedelta(milliseconds=offset_ms or 0)
    derived = max(predecessor, min(corrected, received))
    return at if abs(derived - at) < STANDS_WITHIN else derived
