"""Feeds that run: on threads of their own, from the counter's start to its end. They never touch a screen."""

from __future__ import annotations

import logging
import os
import secrets
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Final

from app.feeds.door import Door
from app.feeds.folder import WatchedFolder
from app.services.desk import Desk
from app.services.keeping.faults import StoreFault
from app.services.sales.arrivals import News, Told

LOOK_EVERY_S: Final = 1.0
TOKEN_FILE: Final = "companion.token"
TOKEN_MAX: Final = 200  # letters
UNHEARD_MAX: Final = 50
_END_S = 5.0
_logger = logging.getLogger(__name__)


class RunningFeeds:
    """What is told before anybody listens is kept for them."""

    def __init__(self) -> None:
        self._door = Lock()
        self._hear: Callable[[Told], None] | None = None
        self._unheard: deque[Told] = deque(maxlen=UNHEARD_MAX)

    def listen(self, hear: Callable[[Told], None]) -> None:
        with self._door:
            self._hear = hear
            while self._unheard:
                hear(self._unheard.popleft())

    def tell(self, told: Told) -> None:
        with self._door:
            if self._hear is None:
                self._unheard.append(told)
            else:
                self._hear(told)


@contextmanager
def running_feeds(desk: Desk, *, folder: Path | None, port: int, token_file: Path) -> Iterator[RunningFeeds]:
    """Watches a folder, unless it is None; opens the door, unless the port is 0."""
    feeds, ended = RunningFeeds(), Event()
    door = _opened_door(desk, port, token_file, feeds) if port else None
    threads = [Thread(target=door.serve_forever, name="door", daemon=True)] if door else []
    if folder is not None:
        watched = WatchedFolder(desk, folder, feeds.tell, time.monotonic)
        threads.append(Thread(target=_watch, args=(watched, ended), name="folder", daemon=True))
    for thread in threads:
        thread.start()
    try:
        yield feeds
    finally:
        ended.set()
        if door is not None:
            door.shutdown()
            door.server_close()
        for thread in threads:
            thread.join(_END_S)


def _opened_door(desk: Desk, port: int, token_file: Path, feeds: RunningFeeds) -> Door | None:
    try:
        return Door(desk, port, token(token_file), feeds.tell)
    except OSError as wrong:
        feeds.tell(Told(News.NO_DOOR, str(port), wrong.strerror or str(wrong)))
        return None


def token(file: Path) -> str:
    """The token of this counter, made when it is first asked for; only who runs the counter can read it."""
    with suppress(FileExistsError):
        made = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(made, "w", encoding="ascii") as opened:
            opened.write(secrets.token_urlsafe(32) + "\n")
    kept = file.read_text("utf-8", errors="replace")[:TOKEN_MAX].strip()
    if len(kept) < 20:
        raise OSError(f"{file.name} holds no token; remove it, and another is made")
    return kept


def _watch(watched: WatchedFolder, ended: Event) -> None:
    while not ended.wait(LOOK_EVERY_S):
        try:
            watched.look()
        except StoreFault as fault:
            _logger.warning("The folder was not looked at: %s", fault.sentence)
        except Exception:  # whatever one file does to it, the folder goes on being watched
            _logger.exception("The folder was not looked at")
