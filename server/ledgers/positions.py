"""Positions: how far a tenant's feed has come in this process, for those who wait for it to move."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass, field


@dataclass(slots=True)
class Positions:
    """Writers say where they have come to, on any thread; requests wait on their event loop."""

    _latest: int = 0
    _waiting: dict[asyncio.Event, asyncio.AbstractEventLoop] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def reached(self, position: int) -> None:
        """Called after a commit."""
        with self._lock:
            self._latest = max(self._latest, position)
            woken, self._waiting = self._waiting, {}
        for event, loop in woken.items():
            loop.call_soon_threadsafe(event.set)

    async def moved(self, after: int, *, within_s: float) -> bool:
        """Wait until this process has written something after a position, or the time is up."""
        event = asyncio.Event()
        with self._lock:
            if self._latest > after:
                return True
            self._waiting[event] = asyncio.get_running_loop()
        try:
            await asyncio.wait_for(event.wait(), within_s)
        except TimeoutError:
            return False
        finally:
            with self._lock:
                self._waiting.pop(event, None)
        return True
