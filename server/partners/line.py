"""The line to a partner: one request for one voucher, and what the answer comes to.

Whatever is not plainly an answer to this voucher is no answer: it is asked again, under the same idempotency key.
"""

from __future__ import annotations

import http.client
import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from app.domain.vouchers import Voucher
from sync.retry_after import retry_after_s

CONNECT_S_MAX = 5.0
CALL_S_MAX = 10.0  # from the first byte to the last, however slowly they come
ANSWER_BYTES_MAX = 16 * 1024

_GIVEN = (200, 201)
_NEVER_A_NO = (401, 408, 425, 429)  # about us, or about now, and not about the voucher


class Said(StrEnum):
    """What a partner said to a voucher. NOTHING: it may have given it or not."""

    GIVEN = "GIVEN"
    REFUSED = "REFUSED"
    NOTHING = "NOTHING"


@dataclass(frozen=True, slots=True)
class Answer:
    """`why` nothing was said, in words of ours; `wait_s` is how long the partner asked to be left alone."""

    said: Said
    why: str = ""
    wait_s: int = 0


Ask = Callable[[str, str, Voucher, datetime], Answer]  # base address, token, what for, now


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    kind: str
    retry_after: str | None
    body: bytes


def ask(base_url: str, token: str, voucher: Voucher, now: datetime, *, call_s: float = CALL_S_MAX) -> Answer:
    """Ask a partner for what a voucher promises: `POST {base_url}/vouchers`, keyed by the voucher's id.

    Bounded by CONNECT_S_MAX and `call_s`. Follows no redirect, reads no proxy settings, keeps no cookie.
    """
    body = json.dumps(_wanted(voucher), ensure_ascii=False).encode()
    headers = {
        "Authorization": f"Bearer {token}",
        "Idempotency-Key": voucher.voucher_id,
        "Content-Type": "application/json",
        "Accept": "application/json",
        "Accept-Encoding": "identity",
        "User-Agent": "Tillpoint-Server",
        "Connection": "close",
    }
    try:
        reply = _posted(f"{base_url}/vouchers", body, headers, call_s)
    except (OSError, http.client.HTTPException) as error:
        return Answer(Said.NOTHING, f"no whole answer came ({type(error).__name__})")
    return judged(reply.status, reply.kind, reply.body, voucher.voucher_id, wait_s=_wait_s(reply, now))


def _wanted(voucher: Voucher) -> Mapping[str, Any]:
    """What a partner is told: the voucher, and nothing of the member."""
    reward, expires_at = voucher.reward, voucher.expires_at
    return {
        "voucher_id": voucher.voucher_id,
        "code": voucher.code,
        "reward_id": reward.reward_id,
        "reward": reward.name,
        "value_minor": reward.value_minor,
        "issued_at": voucher.issued_at.isoformat(),
        "expires_at": None if expires_at is None else expires_at.isoformat(),
    }


def judged(status: int, kind: str, body: bytes, voucher_id: str, *, wait_s: int = 0) -> Answer:
    """What a whole reply says: yes and no have a status and an object of JSON that names this voucher."""
    if len(body) > ANSWER_BYTES_MAX:
        return Answer(Said.NOTHING, f"HTTP {status} with more than {ANSWER_BYTES_MAX} bytes", wait_s)
    told = _object(body) if kind == "application/json" else {}
    word = told.get("status") if told.get("voucher_id") == voucher_id else None
    if status in _GIVEN and word == "ISSUED":
        return Answer(Said.GIVEN)
    if 400 <= status < 500 and status not in _NEVER_A_NO and word == "REFUSED":
        return Answer(Said.REFUSED)
    is_plain = status not in _GIVEN and not 300 <= status < 400
    return Answer(Said.NOTHING, f"HTTP {status}" if is_plain else _oddity(status), wait_s)


def _oddity(status: int) -> str:
    if status in _GIVEN:
        return f"HTTP {status} that is no answer to this voucher"
    return f"HTTP {status} sends us elsewhere, where nobody is asked"


def _object(body: bytes) -> Mapping[str, Any]:
    """A beginning of an object is none, wherever it was cut."""
    try:
        read = json.loads(body.decode("utf-8"), object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) < len(pairs):
        raise ValueError("a name stands twice")
    return read


def _wait_s(reply: _Reply, now: datetime) -> int:
    return (retry_after_s(reply.retry_after, now=now) or 0) if reply.status in (429, 503) else 0


def _posted(url: str, body: bytes, headers: Mapping[str, str], call_s: float) -> _Reply:
    parts = urlsplit(url)
    host, is_tls = parts.hostname or "", parts.scheme == "https"
    line = http.client.HTTPConnection(host, parts.port or (443 if is_tls else 80))
    wire = socket.create_connection((host, line.port), timeout=min(CONNECT_S_MAX, call_s))
    try:
        wire.settimeout(call_s)
        if is_tls:
            # Shaking hands is left for later: until then nothing bounds it.
            tls = ssl.create_default_context()
            wire = tls.wrap_socket(wire, server_hostname=host, do_handshake_on_connect=False)
        with _bounded(wire, call_s):
            if isinstance(wire, ssl.SSLSocket):
                wire.do_handshake()
            line.sock = wire
            line.request("POST", parts.path, body, dict(headers))
            reply = line.getresponse()
            read = reply.read(ANSWER_BYTES_MAX + 1)
            kind = reply.headers.get_content_type()
            return _Reply(reply.status, kind, reply.headers.get("Retry-After"), read)
    finally:
        wire.close()


@contextmanager
def _bounded(wire: socket.socket, seconds: float) -> Iterator[None]:
    """Shut a socket that is still used after so long: one that drips is never silent. Raises TimeoutError then."""
    late = threading.Event()

    def shut() -> None:
        late.set()
        with suppress(OSError):
            socket.socket.shutdown(wire, socket.SHUT_RDWR)  # of TLS it would undo what is being read

    timer = threading.Timer(seconds, shut)
    timer.daemon = True
    timer.start()
    try:
        yield
        if late.is_set():
            raise TimeoutError("the answer came too slowly")
    except (OSError, http.client.HTTPException) as error:
        if late.is_set() and not isinstance(error, TimeoutError):
            raise TimeoutError("the answer came too slowly") from error
        raise
    finally:
        timer.cancel()
