"""A server that runs: the real application on the real uvicorn, on a free port of this machine, with a clock to set."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from tempfile import TemporaryDirectory
from typing import Any

import uvicorn

from server.databases.database import Database
from server.main import create_app
from server.parts import Parts, assemble
from server.secret import ServerSecret
from server.settings import ServerSettings
from server.web.heads import BoundedHeads

SECRET = ServerSecret(bytes(range(32)))
PLENTY = ServerSettings(data_dir="", sign_ins_per_minute=100_000, requests_per_minute=1_000_000)
START_S_MAX = 30


@dataclass
class SetClock:
    """Stands still until it is told to go on."""

    at: datetime = field(default_factory=lambda: datetime.now(UTC))

    def now(self) -> datetime:
        return self.at

    def advance(self, **by: float) -> None:
        self.at += timedelta(**by)


@dataclass(frozen=True)
class Running:
    """Where the server listens, and its parts to look into."""

    base_url: str
    parts: Parts
    clock: SetClock


def _as_it_is(app: Any) -> Any:
    return app


@contextmanager
def running_server(
    database: Database, settings: ServerSettings = PLENTY, around: Callable[[Any], Any] = _as_it_is
) -> Iterator[Running]:
    """Serve a prepared database until the block ends. Requests in flight are finished.

    `around` gives the application that is served instead of the one it is given.
    """
    clock = SetClock()
    with socket.create_server(("127.0.0.1", 0)) as listener, TemporaryDirectory(prefix="tillpoint-served-") as folder:
        settings = replace(settings, port=listener.getsockname()[1], data_dir=settings.data_dir or folder)
        parts = assemble(settings, database, SECRET, clock)
        config = uvicorn.Config(
            around(create_app(parts)),
            http=BoundedHeads,
            log_config=None,
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=START_S_MAX,
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield Running(settings.url, parts, clock)
        finally:
            server.should_exit = True
            thread.join(START_S_MAX)
            assert not thread.is_alive()
