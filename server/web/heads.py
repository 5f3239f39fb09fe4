"""Heads: what comes before and between the bodies of requests is bounded, in bytes and in time."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from app.machine import RandomIds
from server.web.logs import logger
from server.web.problems import Problem, answer

HEAD_BYTES_MAX = 64_000
HEAD_SECONDS_MAX = 30.0
_ids = RandomIds()
_log = logger(__name__)


class BoundedHeads(HttpToolsProtocol):
    """Uvicorn's, which would keep a head without end, and wait for ever for one that does not come."""

    _bytes = 0  # since a body, or the end of a request, last came
    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        self._has_come()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self._bytes += len(data)
        super().data_received(data)
        if self._bytes > HEAD_BYTES_MAX:
            self._refuse()
        elif self._waiting is None and (self.cycle is None or self.cycle.response_complete):
            self._wait()

    def on_headers_complete(self) -> None:
        self._has_come()
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._bytes = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._bytes = 0
        super().on_message_complete()

    def _wait(self) -> None:
        self._waiting = self.loop.call_later(HEAD_SECONDS_MAX, self.transport.close)

    def _has_come(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _refuse(self) -> None:
        """Where an answer has begun already, nothing more can be said."""
        if not self.transport.is_closing() and (self.cycle is None or self.cycle.response_complete):
            self.transport.write(_spelt(_too_large()))
        self.transport.close()


def _too_large() -> Problem:
    return Problem(
        431,
        "HEAD-TOO-LARGE",
        f"The address and headers are longer than {HEAD_BYTES_MAX} bytes. Nothing was changed. Send less of them.",
        headers={"Connection": "close"},
    )


def _spelt(problem: Problem) -> bytes:
    request_id = _ids.entity()
    _log.warning("refused before it was read", request_id=request_id, status=problem.status, code=problem.code)
    said = answer(problem, request_id)
    lines = [
        f"HTTP/1.1 {said.status_code} {problem.code}",
        *(f"{name}: {value}" for name, value in said.headers.items()),
    ]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + bytes(said.body)
