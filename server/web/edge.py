"""The edge: every request gets an id, every answer the server's headers; what nobody foresaw becomes a problem here."""

from __future__ import annotations

import time
from typing import Any

import structlog
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.machine import RandomIds
from app.services.ports import Clock
from server.web.logs import logger
from server.web.metrics import Metrics
from server.web.problems import answer, unexpected
from sync.protocol import PROTOCOL, PROTOCOL_HEADER

_ids = RandomIds()
_log = logger(__name__)


class Edge:
    """ASGI: the outermost room. One of the three places that catch broadly."""

    def __init__(self, app: ASGIApp, *, clock: Clock, metrics: Metrics) -> None:
        self.app = app
        self.clock = clock
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = _ids.entity()
        scope.setdefault("state", {})["request_id"] = request_id
        with structlog.contextvars.bound_contextvars(request_id=request_id):
            await self._answer(scope, receive, _Stamped(send, scope, request_id, self.clock))

    async def _answer(self, scope: Scope, receive: Receive, send: _Stamped) -> None:
        began = time.perf_counter()
        try:
            await self.app(scope, receive, send)
        except Exception as error:  # noqa: BLE001 - the edge of the server
            _log.error("unexpected", method=scope["method"], route=route_of(scope), exc_info=error)
            if send.status is None:
                await answer(unexpected(), send.request_id)(scope, receive, send)
        self._note(scope, send.status or 0, time.perf_counter() - began)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route = route_of(scope)
        self.metrics.observe(method=scope["method"], route=route, status=status, seconds=seconds)
        _log.info("request", method=scope["method"], route=route, status=status, ms=round(seconds * 1000, 1))


class _Stamped:
    """A `send` that puts the server's headers on the answer and remembers its status."""

    def __init__(self, send: Send, scope: Scope, request_id: str, clock: Clock) -> None:
        self.send = send
        self.scope = scope
        self.request_id = request_id
        self.clock = clock
        self.status: int | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self._stamp(MutableHeaders(scope=message))
        await self.send(message)

    def _stamp(self, headers: MutableHeaders) -> None:
        headers["Tillpoint-Server"] = "1"
        headers[PROTOCOL_HEADER] = str(PROTOCOL)
        headers["Tillpoint-Time-Ms"] = str(int(self.clock.now().timestamp() * 1000))
        headers["Tillpoint-Request-Id"] = self.request_id
        headers.setdefault("Cache-Control", "no-store")
        headers["X-Content-Type-Options"] = "nosniff"
        for name, value in self.scope["state"].get("rate_headers", {}).items():
            headers[name] = value


def route_of(scope: Scope) -> str:
    """The template of the route, never the path: that may hold a card number."""
    effective: Any = scope.get("fastapi", {}).get("effective_route_context")
    route = effective or scope.get("route")
    return getattr(route, "path_format", None) or "(none)"
