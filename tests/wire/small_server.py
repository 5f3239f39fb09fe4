"""A small HTTP server that says exactly what a test wants said."""

from __future__ import annotations

import json
import socket
import ssl
from collections.abc import Callable
from typing import Any

from tests.wire.listener import Listener, Request, read_request

OURS = {"Tillpoint-Server": "1", "Content-Type": "application/json"}


class SmallServer(Listener):
    """`with SmallServer(answer) as server:` gives each request to `answer` and sends the bytes it returns.

    Connections are kept open unless the request or the answer says `Connection: close`. `heard` are the requests, in
    order.
    """

    def __init__(self, answer: Callable[[Request], bytes], tls: ssl.SSLContext | None = None) -> None:
        self.heard: list[Request] = []
        self._answer = answer
        super().__init__(self._talk, tls)
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}"

    def _talk(self, connection: socket.socket) -> None:
        while (request := read_request(connection)) is not None:
            self.heard.append(request)
            answer = self._answer(request)
            connection.sendall(answer)
            head = answer.partition(b"\r\n\r\n")[0].lower()
            if request.headers.get("connection") == "close" or b"\r\nconnection: close" in head:
                return


def ours(body: Any, *, status: int = 200, **headers: str) -> bytes:
    """An answer as our server gives it; a header's underscores are hyphens."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return said(status, {**OURS, **_named(headers)}, data)


def said(status: int, headers: dict[str, str], body: bytes) -> bytes:
    """An answer with a true Content-Length, unless the headers say another."""
    lines = {"Content-Length": str(len(body)), **headers}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status} So\r\n{head}\r\n".encode() + body


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
