"""Bodies: what a request carries is bounded, unpacked and known to be sound before anything parses it."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

import zstandard
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.web.problems import Problem, answer
from server.web.sound_json import not_text, require_sound_json

TOKEN_PATH = "/api/v1/oauth/token"
_FORM, _JSON = "application/x-www-form-urlencoded", "application/json"
_LARGE_BYTES = 64_000
_CHUNK_BYTES = 64_000
BODY_SECONDS_MAX = 120.0


class BodyGuard:
    """ASGI: reads the whole body under the caps and hands on the same bytes, unpacked and checked."""

    def __init__(self, app: ASGIApp, *, bytes_max: int, unpacked_bytes_max: int) -> None:
        self.app = app
        self.bytes_max = bytes_max
        self.unpacked_bytes_max = unpacked_bytes_max

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            _require_text(scope)
            body = await self._sound_body(scope, receive)
        except Problem as problem:
            await answer(problem, scope["state"]["request_id"])(scope, receive, send)
            return
        except _HungUp:
            return
        await self.app(scope, _Replay(body, receive), send)

    async def _sound_body(self, scope: Scope, receive: Receive) -> bytes:
        headers = Headers(scope=scope)
        try:
            async with asyncio.timeout(BODY_SECONDS_MAX):
                packed = await self._read(headers, receive)
        except TimeoutError as error:
            raise _too_slow() from error
        if not packed:
            return b""
        kind = _kind(headers, scope["path"])
        body = await asyncio.to_thread(self._unpacked, packed, headers) if _is_packed(headers) else packed
        scope["headers"] = [
            pair for pair in scope["headers"] if pair[0] not in (b"content-encoding", b"content-length")
        ]
        if kind == _JSON:
            await _check_json(body)
        elif b"%00" in body or b"\0" in body:
            raise not_text()
        return body

    async def _read(self, headers: Headers, receive: Receive) -> bytes:
        """What is a little too large is heard out: whoever still sends when we hang up may never read why."""
        heard_max = max(self.bytes_max, self.unpacked_bytes_max)
        if int(headers.get("content-length", "0")) > heard_max:
            _too_large(self.bytes_max)
        body, heard, more = bytearray(), 0, True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise _HungUp
            part, more = message.get("body", b""), message.get("more_body", False)
            heard += len(part)
            if heard > heard_max:
                break
            if heard <= self.bytes_max:
                body += part
        if heard > self.bytes_max:
            _too_large(self.bytes_max)
        return bytes(body)

    def _unpacked(self, packed: bytes, headers: Headers) -> bytes:
        encoding = headers["content-encoding"].lower()
        if encoding not in ("gzip", "zstd"):
            raise Problem(
                415,
                "ENCODING-UNKNOWN",
                "The body is packed in a way this server does not open. Nothing was changed. Send gzip, zstd or plain.",
                headers={"Accept-Encoding": "gzip, zstd"},
            )
        body = bytearray()
        try:
            for chunk in _gunzipped(packed) if encoding == "gzip" else _unzstd(packed):
                body += chunk
                if len(body) > self.unpacked_bytes_max:
                    _too_large(self.unpacked_bytes_max)
        except (zlib.error, zstandard.ZstdError, EOFError) as error:
            raise Problem(
                400, "BODY-DAMAGED", "The packed body does not open. Nothing was changed. Send it again."
            ) from error
        return bytes(body)


class _HungUp(Exception):  # noqa: N818 - not an error: nobody waits for an answer
    """The caller has gone."""


@dataclass(slots=True)
class _Replay:
    """Gives the body once, then listens for the caller going away."""

    body: bytes
    receive: Receive
    given: bool = False

    async def __call__(self) -> Message:
        if self.given:
            return await self.receive()
        self.given = True
        return {"type": "http.request", "body": self.body, "more_body": False}


def _require_text(scope: Scope) -> None:
    """A zero in an address is nobody's name for anything, and no database takes it."""
    if "\0" in scope["path"] or b"%00" in scope["query_string"]:
        raise not_text()


def _is_packed(headers: Headers) -> bool:
    return headers.get("content-encoding", "identity").lower() != "identity"


def _kind(headers: Headers, path: str) -> str:
    """JSON; at the token endpoint, as OAuth wants it, a form."""
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    wanted = _FORM if path == TOKEN_PATH else _JSON
    if kind != wanted:
        raise Problem(
            415,
            "TYPE-UNKNOWN",
            f"This address takes {wanted}. Nothing was changed. Set Content-Type, and send that.",
            headers={"Accept": wanted},
        )
    return kind


def _gunzipped(packed: bytes) -> Iterator[bytes]:
    stream = zlib.decompressobj(wbits=31)
    rest = packed
    while rest:
        yield stream.decompress(rest, _CHUNK_BYTES)
        rest = stream.unconsumed_tail
    if not stream.eof or stream.unused_data:
        raise EOFError


def _unzstd(packed: bytes) -> Iterator[bytes]:
    stream = zstandard.ZstdDecompressor(max_window_size=1 << 23).stream_reader(packed)
    while chunk := stream.read(_CHUNK_BYTES):
        yield chunk


def _too_large(most: int) -> NoReturn:
    raise Problem(
        413,
        "BODY-TOO-LARGE",
        f"The body is larger than {most} bytes. Nothing was changed. Send less at a time.",
        headers={"Connection": "close"},
    )


def _too_slow() -> Problem:
    return Problem(
        408,
        "BODY-TOO-SLOW",
        f"The body did not come within {BODY_SECONDS_MAX:.0f} seconds. Nothing was changed. Send it again.",
        headers={"Connection": "close"},
    )


async def _check_json(body: bytes) -> None:
    if len(body) > _LARGE_BYTES:
        await asyncio.to_thread(require_sound_json, body)
    else:
        require_sound_json(body)
