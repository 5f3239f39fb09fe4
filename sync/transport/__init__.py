"""The line to the central server: a call brings one answer of our server, or a LineFault that says why not."""

from __future__ import annotations

import json as codec
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from sync.address import ServerAddress
from sync.answer import Answer
from sync.clock_offset import ClockOffset
from sync.line_fault import LineFault, LineTrouble
from sync.packing import packed
from sync.protocol import PROTOCOL, PROTOCOL_HEADER
from sync.reply import ANSWER_BYTES_MAX, Reply, judged

CONNECT_S_MAX = 5.0
TIMEOUT_S = 30.0
TIME_HEADER = "Tillpoint-Time-Ms"

# Gives the token to send; given the one that was just refused, a new one. May raise LineFault.
Bearer = Callable[[str | None], str]

_READ_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class _Request:
    """One request as it is sent, however often."""

    method: str
    url: str
    query: Mapping[str, str | int] | None
    body: bytes | None
    headers: Mapping[str, str]
    timeout_s: float


class Transport:
    """Calls to one server. Safe to use from several threads; to be closed.

    `bearer` is left out for what is asked before signing in. `clock` learns from every answer how far the server's
    clock is from ours; `protocol` is the one that the server which gave the last one speaks.
    """

    def __init__(
        self, address: ServerAddress, *, agent: str, bearer: Bearer | None = None, clock: ClockOffset | None = None
    ) -> None:
        self.clock = clock or ClockOffset()
        from sync.transport.session import new_session

        self._address = address
        self._bearer = bearer
        self._session = new_session(address, agent)
        self.protocol = PROTOCOL

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._session.close()

    @property
    def is_newer(self) -> bool:
        """Whether the server speaks a later protocol than this program."""
        return self.protocol > PROTOCOL

    def call(
        self,
        method: str,
        path: str,
        *,
        json: Mapping[str, Any] | None = None,
        body: bytes | None = None,
        query: Mapping[str, str | int] | None = None,
        headers: Mapping[str, str] | None = None,
        timeout_s: float = TIMEOUT_S,
        idempotency_key: str | None = None,
    ) -> Answer:
        """Any answer of our server, refusals too; a refused token is renewed once. Raises LineFault.

        `timeout_s` bounds the silence and the body of one attempt. What failed before that is attempted again, twice at
        most, so whatever is sent must be harmless twice.
        """
        made = {"Idempotency-Key": idempotency_key} if idempotency_key else {}
        if json is not None:
            body = codec.dumps(json, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
            made["Content-Type"] = "application/json"
        body, packing = _packed(body)
        request = _Request(
            method, self._address.at(path), query, body, {**made, **packing, **(headers or {})}, timeout_s
        )
        return self._signed(request)

    def _signed(self, request: _Request) -> Answer:
        if self._bearer is None:
            return self._asked(request, {})
        token = self._bearer(None)
        answer = self._asked(request, _authorization(token))
        if answer.status != 401:
            return answer
        return self._asked(request, _authorization(self._bearer(token)))

    def _asked(self, request: _Request, authorization: Mapping[str, str]) -> Answer:
        sent = self.clock.now()
        try:
            answer = judged(self._reply(request, authorization))
        except _troubles() as error:
            from sync.transport.causes import fault_of

            fault = fault_of(error)
            if fault is None:
                raise
            raise fault from error
        self.protocol = _number(answer, PROTOCOL_HEADER) or PROTOCOL
        server_ms = _number(answer, TIME_HEADER)
        if server_ms is not None:
            self.clock.note(server_ms=server_ms, sent=sent, elapsed_ms=answer.elapsed_ms)
        return answer

    def _reply(self, request: _Request, authorization: Mapping[str, str]) -> Reply:
        deadline = time.monotonic() + request.timeout_s
        with self._session.request(
            request.method,
            request.url,
            params=request.query,
            data=request.body,
            headers={**request.headers, **authorization},
            timeout=(min(CONNECT_S_MAX, request.timeout_s), request.timeout_s),
            allow_redirects=False,
            stream=True,
        ) as response:
            return Reply(
                status=response.status_code,
                headers=response.headers,
                is_framed=response.raw.length_remaining is not None or response.raw.chunked,
                body=_read(response.raw, deadline),
                elapsed_ms=round(response.elapsed.total_seconds() * 1000),
            )


def _troubles() -> tuple[type[Exception], ...]:
    """What the libraries raise. They come with the first transport: a counter that is alone starts without them."""
    from urllib3.exceptions import HTTPError

    return HTTPError, OSError  # requests' own are OSErrors


def _packed(body: bytes | None) -> tuple[bytes | None, dict[str, str]]:
    if body is None:
        return None, {}
    small, encoding = packed(body)
    return small, {"Content-Encoding": encoding} if encoding else {}


def _number(answer: Answer, header: str) -> int | None:
    found = answer.headers.get(header, "")
    return int(found) if found.isascii() and found.isdigit() and len(found) < 16 else None


def _authorization(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def _read(raw: Any, deadline: float) -> bytes:
    """The body as it came over the line, ANSWER_BYTES_MAX at the longest."""
    body = bytearray()
    while len(body) + (raw.length_remaining or 0) <= ANSWER_BYTES_MAX:
        part = raw.read1(_READ_BYTES)
        if not part:
            return bytes(body)
        if time.monotonic() > deadline:
            raise LineFault(LineTrouble.OFFLINE, "the answer came too slowly")
        body += part
    raise LineFault(LineTrouble.CUT, f"the answer is longer than {ANSWER_BYTES_MAX} bytes")
