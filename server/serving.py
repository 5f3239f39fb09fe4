"""Serving: listens, and on a signal finishes what it has begun before it goes."""

from __future__ import annotations

import gc
import signal
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from types import FrameType

import uvicorn

from server.jobs import background
from server.main import create_app
from server.parts import Parts
from server.settings import ServerSettings
from server.web.heads import BoundedHeads

BACKLOG = 512
IDLE_SECONDS = 75  # longer than the keep-alive of counters and proxies: they hang up, not we


def serve(parts: Parts, *, announce: Callable[[str], None]) -> None:
    """Answer until SIGTERM or SIGINT; then finish the requests in flight. `announce` hears where it listens."""
    with _listening(parts.settings) as listener:
        found = replace(parts, settings=replace(parts.settings, port=listener.getsockname()[1]))
        server = server_of(found)

        def stop(*_: object) -> None:
            server.should_exit = True

        # Uvicorn listens to signals only while it runs, and raises what stopped it once more afterwards.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, stop)
        announce(found.settings.url)
        # What stands from the start stands for good: nobody has to look through it again and again.
        gc.freeze()
        with background(found):
            server.run(sockets=[listener])


class _Server(uvicorn.Server):
    """Uvicorn's, which does not know of those who wait for something to change: told to stop, it keeps none of them."""

    def __init__(self, config: uvicorn.Config, stopping: Event) -> None:
        super().__init__(config)
        self._stopping = stopping

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._stopping.set()
        super().handle_exit(sig, frame)


def server_of(parts: Parts) -> uvicorn.Server:
    settings = parts.settings
    config = uvicorn.Config(
        create_app(parts),
        http=BoundedHeads,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="off",
        backlog=BACKLOG,
        timeout_keep_alive=IDLE_SECONDS,
        timeout_graceful_shutdown=settings.stop_seconds,
        proxy_headers=settings.proxy_ends_tls,
        forwarded_allow_ips=settings.proxy_addresses,
        ssl_certfile=_path(settings.tls_certificate),
        ssl_keyfile=_path(settings.tls_key),
    )
    return _Server(config, parts.stopping)


def _path(name: str) -> str | None:
    return str(Path(name).expanduser()) if name else None


def _listening(settings: ServerSettings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    return socket.create_server((settings.host, settings.port), family=family, backlog=BACKLOG)
