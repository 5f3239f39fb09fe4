"""The queue for a connection: whoever waits too long for one hears so in the store's own words."""

from __future__ import annotations

from sqlalchemy import PoolProxiedConnection, QueuePool
from sqlalchemy.exc import TimeoutError as WaitedTooLong

from app.services.keeping.faults import StoreBusy

QUEUE_SECONDS_MAX = 30


class Queue(QueuePool):
    """A pool that says "busy" as everything else here does."""

    def connect(self) -> PoolProxiedConnection:
        try:
            return super().connect()
        except WaitedTooLong as error:
            raise StoreBusy(str(error)) from error
