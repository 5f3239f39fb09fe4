"""A port on loopback: one thread a connection, and none left when it closes."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Self

STOP_S_MAX = 20
_RECEIVED_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it was heard; header names in lower case, `raw` the exact bytes."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes
    raw: bytes


class Listener:
    """Gives each connection to `serve` in a thread of its own. `stopping` is set before its sockets are shut.

    `accepted` counts the connections, those that failed to agree on TLS included.
    """

    def __init__(self, serve: Callable[[socket.socket], None], tls: ssl.SSLContext | None = None) -> None:
        self.stopping = threading.Event()
        self.accepted = 0
        self._serve = serve
        self._tls = tls
        # Bound and never listening: it keeps the port ours, and refuses, while nobody listens.
        self._holder = _bound(0)
        self.port: int = self._holder.getsockname()[1]
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._failures: list[BaseException] = []
        self.up()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stopping.set()
        self.down()
        self._holder.close()
        with self._lock:
            connections = list(self._open)
        for connection in connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(STOP_S_MAX)
            assert not thread.is_alive(), f"{thread.name} does not end"
        if self._failures:
            raise self._failures[0]

    def up(self) -> None:
        self._ear = _bound(self.port)
        self._ear.listen(64)
        self._acceptor = threading.Thread(target=self._accept, args=(self._ear,), name=f"port {self.port}")
        self._acceptor.start()

    def down(self) -> None:
        """Connections are refused from now on; those that are open stay."""
        with suppress(OSError):
            self._ear.shutdown(socket.SHUT_RDWR)
        self._acceptor.join(STOP_S_MAX)
        self._ear.close()

    def note(self, connection: socket.socket) -> None:
        """A socket opened while serving, to be shut when the port closes."""
        with self._lock:
            self._open.add(connection)
        if self.stopping.is_set():
            raise OSError("the port is closed")

    def forget(self, connection: socket.socket) -> None:
        with self._lock:
            self._open.discard(connection)

    def _accept(self, ear: socket.socket) -> None:
        while True:
            try:
                connection, _ = ear.accept()
            except OSError:
                return
            self.accepted += 1
            thread = threading.Thread(target=self._attend, args=(connection,), name=f"connection to {self.port}")
            self._threads.append(thread)
            thread.start()

    def _attend(self, connection: socket.socket) -> None:
        try:
            self.note(connection)
            if self._tls is not None:
                bare, connection = connection, self._tls.wrap_socket(connection, server_side=True)
                self.forget(bare)
                self.note(connection)
            self._serve(connection)
        except OSError:
            pass  # The other side went away, as it may.
        except BaseException as failure:  # noqa: BLE001 - raised again by the test that closes the port
            self._failures.append(failure)
        finally:
            self.forget(connection)
            connection.close()


def _bound(port: int) -> socket.socket:
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    made.bind(("127.0.0.1", port))
    return made


def read_request(connection: socket.socket) -> Request | None:
    """The next request of a connection; None when the other side closed before it was whole."""
    raw = b""
    while b"\r\n\r\n" not in raw:
        if not (part := connection.recv(_RECEIVED_BYTES)):
            return None
        raw += part
    head, _, body = raw.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    while len(body) < int(headers.get("content-length", 0)):
        if not (part := connection.recv(_RECEIVED_BYTES)):
            return None
        body += part
    method, target, _ = first.split(" ")
    return Request(method, target, headers, body, head + b"\r\n\r\n" + body)


def read_all(connection: socket.socket) -> bytes:
    """What comes until the other side closes."""
    parts = []
    while part := connection.recv(_RECEIVED_BYTES):
        parts.append(part)
    return b"".join(parts)


def closed_hard(connection: socket.socket) -> None:
    """End the connection as a crash does: with a reset."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
    connection.close()
