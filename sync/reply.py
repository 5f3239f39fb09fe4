"""What came back over the line, and whether it is an answer of our server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import orjson

from sync.answer import Answer
from sync.line_fault import LineFault, LineTrouble
from sync.packing import PackingError, unpacked
from sync.retry_after import http_date, retry_after_s

ANSWER_BYTES_MAX = 16 * 1024 * 1024
SERVER_HEADER = "Tillpoint-Server"

_JSON_TYPES = ("application/json", "application/problem+json")
_BYTES_TYPE = "application/octet-stream"
_SIGN_IN_TO_NETWORK = 511
_TOO_LARGE = 413

TOO_LARGE = (
    "Something before the server lets nothing through that is as large as what this counter has to send. "
    "Bills are saved on this counter. Tell whoever looks after the server."
)


@dataclass(frozen=True, slots=True)
class Reply:
    """Status, headers and body as they came; `is_framed` when the headers told where the body ends."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    is_framed: bool
    elapsed_ms: int


def judged(reply: Reply) -> Answer:
    """The answer of our server that the reply is. Raises LineFault for everything else.

    What our server says has its mark, a length, and is an object of JSON or bytes: so the beginning of an answer is
    never taken for a whole one, wherever it was cut.
    """
    if not reply.is_framed and not reply.body:
        raise LineFault(LineTrouble.CUT, f"HTTP {reply.status} ended within its headers")
    _refuse_by_status(reply)
    if not reply.headers.get(SERVER_HEADER):
        if reply.status == _TOO_LARGE:  # a proxy's word means what ours does
            return Answer(reply.status, reply.headers, {"detail": TOO_LARGE}, b"", reply.elapsed_ms)
        raise LineFault(
            LineTrouble.CAPTIVE, f"HTTP {reply.status} without {SERVER_HEADER}, {_type(reply) or 'no type'}"
        )
    if not reply.is_framed:
        raise LineFault(LineTrouble.CUT, f"HTTP {reply.status} does not say where it ends")
    body = _body(reply)
    return Answer(reply.status, reply.headers, _object(reply, body), body, reply.elapsed_ms)


def _refuse_by_status(reply: Reply) -> None:
    """Whoever says these, our server or something before it, means the same."""
    match reply.status:
        case 429 | 503:
            raise LineFault(LineTrouble.BUSY, f"HTTP {reply.status}", retry_after_s=_wait_s(reply))
        case status if status == _SIGN_IN_TO_NETWORK or status < 200:
            raise LineFault(LineTrouble.CAPTIVE, f"HTTP {status}")
        case status if 300 <= status < 400:
            raise LineFault(LineTrouble.CAPTIVE, f"HTTP {status} sends the counter to {_host(reply)}")
        case status if status >= 500:
            raise LineFault(LineTrouble.SERVER, f"HTTP {status}")


def _wait_s(reply: Reply) -> int | None:
    now = http_date(reply.headers.get("Date")) or datetime.now(UTC)
    return retry_after_s(reply.headers.get("Retry-After"), now=now)


def _host(reply: Reply) -> str:
    """Where a redirect leads, without what it carries."""
    try:
        return urlsplit(reply.headers.get("Location", "")).hostname or "another page"
    except ValueError:
        return "an address that is none"


def _type(reply: Reply) -> str:
    return reply.headers.get("Content-Type", "").partition(";")[0].strip().lower()


def _body(reply: Reply) -> bytes:
    try:
        return unpacked(reply.body, reply.headers.get("Content-Encoding"), most=ANSWER_BYTES_MAX)
    except PackingError as error:
        raise LineFault(LineTrouble.CUT, f"HTTP {reply.status}: {error}") from error


def _object(reply: Reply, body: bytes) -> Mapping[str, Any]:
    kind = _type(reply)
    if kind == _BYTES_TYPE:
        return {}
    if kind not in _JSON_TYPES:
        raise LineFault(LineTrouble.CAPTIVE, f"HTTP {reply.status} with {kind or 'no type'}, not JSON")
    try:
        read = orjson.loads(body)
    except ValueError as error:
        raise LineFault(LineTrouble.CUT, f"HTTP {reply.status} with broken JSON: {error}") from error
    if not isinstance(read, dict):
        raise LineFault(LineTrouble.CAPTIVE, f"HTTP {reply.status} with JSON that is no object")
    return read
