"""What a faulty line does to one request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

_PORTAL = b"<!DOCTYPE html><html><title>Free Wi-Fi</title><body>Accept the terms to go online.</body></html>"
_REASONS = {200: "OK", 302: "Found", 429: "Too Many Requests", 502: "Bad Gateway", 503: "Service Unavailable"}


class Exchange(Protocol):
    """One request at the line, between a client that waits and a server that may hear of it."""

    @property
    def request(self) -> bytes: ...

    def deliver(self) -> bytes:
        """The server hears the request whole; its answer as it came."""

    def deliver_part(self, part: bytes) -> None:
        """The server hears this much, then the connection ends."""

    def give(self, answer: bytes) -> None:
        """The client hears this."""

    def close(self) -> None:
        """The client's connection ends in order."""

    def reset(self) -> None:
        """The client's connection is torn."""

    def hang(self) -> None:
        """Nothing happens until the client gives up."""

    def sleep(self, seconds: float) -> None: ...

    def let_next_pass(self, seconds: float | None) -> None:
        """Wait until a later request has been answered by the server, for so long at most."""

    def somewhere(self, length: int) -> int:
        """A place before the end, from the line's own dice."""


class Step(Protocol):
    def run(self, at: Exchange) -> None: ...


@dataclass(frozen=True, slots=True)
class Pass:
    """The request arrives and so does its answer."""

    def run(self, at: Exchange) -> None:
        at.give(at.deliver())


@dataclass(frozen=True, slots=True)
class Refuse:
    """The connection is reset; the server hears nothing. For a port that is really closed: `FaultyLine.down`."""

    def run(self, at: Exchange) -> None:
        at.reset()


@dataclass(frozen=True, slots=True)
class Hang:
    """A partition towards the server: it hears nothing, and the client waits until it gives up."""

    def run(self, at: Exchange) -> None:
        at.hang()


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A partition towards the client: the server does what it is asked, and the client waits until it gives up."""

    def run(self, at: Exchange) -> None:
        at.deliver()
        at.hang()


@dataclass(frozen=True, slots=True)
class Delay:
    seconds: float

    def run(self, at: Exchange) -> None:
        at.sleep(self.seconds)
        at.give(at.deliver())


@dataclass(frozen=True, slots=True)
class DropRequest:
    """Lost before the server saw it."""

    def run(self, at: Exchange) -> None:
        at.close()


@dataclass(frozen=True, slots=True)
class DropResponse:
    """Lost after the server did what it was asked."""

    def run(self, at: Exchange) -> None:
        at.deliver()
        at.close()


@dataclass(frozen=True, slots=True)
class Duplicate:
    """The server hears it twice; the client gets the second answer."""

    def run(self, at: Exchange) -> None:
        at.deliver()
        at.give(at.deliver())


@dataclass(frozen=True, slots=True)
class Reorder:
    """Arrives after a request that was sent later, which must come from another thread; then it is answered."""

    wait_s_max: float = 10

    def run(self, at: Exchange) -> None:
        at.let_next_pass(self.wait_s_max)
        at.give(at.deliver())


@dataclass(frozen=True, slots=True)
class Late:
    """Lost to the client at once, and heard by the server after the next request: `FaultyLine.settle` waits for it."""

    def run(self, at: Exchange) -> None:
        at.close()
        at.let_next_pass(None)
        at.deliver()


@dataclass(frozen=True, slots=True)
class CutRequest:
    """The server hears the first `at_byte` bytes, anywhere when it is left out."""

    at_byte: int | None = None

    def run(self, at: Exchange) -> None:
        at.deliver_part(at.request[: _place(self.at_byte, at, at.request)])
        at.close()


@dataclass(frozen=True, slots=True)
class CutResponse:
    """The client hears the first `at_byte` bytes of the answer, anywhere when it is left out."""

    at_byte: int | None = None

    def run(self, at: Exchange) -> None:
        answer = at.deliver()
        at.give(answer[: _place(self.at_byte, at, answer)])


@dataclass(frozen=True, slots=True)
class Garble:
    """The answer's body comes with the top bit of every byte turned.

    No text survives that, so whoever reads it can see it. Less is only seen under TLS, which an open line has not.
    """

    def run(self, at: Exchange) -> None:
        head, blank, body = at.deliver().partition(b"\r\n\r\n")
        at.give(head + blank + bytes(byte ^ 0x80 for byte in body))


@dataclass(frozen=True, slots=True)
class Portal:
    """A network that wants a person to sign in first answers in the server's place: with a page, or with a 302."""

    status: int = 200

    def run(self, at: Exchange) -> None:
        to = {"Location": "http://portal.invalid/login"} if self.status == 302 else {}
        at.give(_made(self.status, {"Content-Type": "text/html", **to}, _PORTAL))


@dataclass(frozen=True, slots=True)
class Gateway:
    """Something before the server says 429, 502 or 503 by itself."""

    status: int = 502
    retry_after: str | None = None

    def run(self, at: Exchange) -> None:
        when = {"Retry-After": self.retry_after} if self.retry_after is not None else {}
        at.give(_made(self.status, {"Content-Type": "text/html", **when}, b"<html>gateway</html>"))


def _place(wanted: int | None, at: Exchange, data: bytes) -> int:
    return at.somewhere(len(data)) if wanted is None else wanted


def _made(status: int, headers: dict[str, str], body: bytes) -> bytes:
    lines = [f"HTTP/1.1 {status} {_REASONS[status]}", *(f"{name}: {value}" for name, value in headers.items())]
    lines += [f"Content-Length: {len(body)}", "Connection: close"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
