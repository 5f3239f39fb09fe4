"""The line to the central server: a call brings one answer of our server, or a LineFault that says why not."""

from __future__ import annotations

import json as codec
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy
from types import TracebackType
from typing import Any, Self

import requests
from requests.adapters import HTTPAdapter
from urllib3 import BaseHTTPResponse, Retry
from urllib3 import exceptions as wire
from urllib3.connectionpool import ConnectionPool

from sync.address import ServerAddress
from sync.answer import Answer
from sync.clock_offset import ClockOffset
from sync.line_fault import LineFault, LineTrouble
from sync.packing import ENCODINGS, packed
from sync.reply import ANSWER_BYTES_MAX, Reply, judged

PROTOCOL = 1
CONNECT_S_MAX = 5.0
TIMEOUT_S = 30.0
PROTOCOL_HEADER = "Tillpoint-Protocol"
TIME_HEADER = "Tillpoint-Time-Ms"

# Gives the token to send; given the one that was just refused, a new one. May raise LineFault.
Bearer = Callable[[str | None], str]

_ATTEMPTS_AGAIN = 2
_READ_BYTES = 64 * 1024
# What speaks in OpenSSL about a file; about a handshake it is "SSL".
_FILE_LIBRARIES = ("X509", "PEM")
_NOT_TRUSTED = "The server's certificate is signed by nobody this counter trusts."
_OTHER_NAME = "The server's certificate is made out to another name than its address."
_CERTIFICATE_CAUSES = {
    9: "The server's certificate is not valid yet by this computer's date.",
    10: "The server's certificate has expired by this computer's date.",
    18: _NOT_TRUSTED,
    19: _NOT_TRUSTED,
    20: _NOT_TRUSTED,
    21: _NOT_TRUSTED,
    62: _OTHER_NAME,
    64: _OTHER_NAME,
}


@dataclass(frozen=True, slots=True)
class _Request:
    """One request as it is sent, however often."""

    method: str
    url: str
    query: Mapping[str, str | int] | None
    body: bytes | None
    headers: Mapping[str, str]
    timeout_s: float


class _Retries(Retry):
    """Quick second attempts, for a line that dropped while idle or a server that restarts; the rest is the cycle's."""

    def is_retry(self, method: str, status_code: int, has_retry_after: bool = False) -> bool:
        # A server that says when to come back is not asked before.
        return not has_retry_after and super().is_retry(method, status_code, has_retry_after)

    def increment(
        self,
        method: str | None = None,
        url: str | None = None,
        response: BaseHTTPResponse | None = None,
        error: Exception | None = None,
        _pool: ConnectionPool | None = None,
        _stacktrace: TracebackType | None = None,
    ) -> Self:
        if isinstance(error, wire.TimeoutError):
            raise error
        left = super().increment(method, url, response, error, _pool, _stacktrace)
        if response is not None:
            # Else its body is read to the end, which may never come.
            response.close()
        return left


class _Adapter(HTTPAdapter):
    """Connections that accept one certificate only, where one is named."""

    def __init__(self, fingerprint: str = "") -> None:
        self._fingerprint = fingerprint
        retries = _Retries(
            total=_ATTEMPTS_AGAIN,
            connect=1,
            status=1,
            other=0,
            redirect=0,
            # Every POST carries a key or sequence numbers: twice is the same as once.
            allowed_methods=None,
            status_forcelist=(502, 503, 504),
            raise_on_status=False,
            backoff_factor=0.1,
            backoff_jitter=0.1,
        )
        super().__init__(max_retries=retries)

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options, assert_fingerprint=self._fingerprint or None)


class _Session(requests.Session):
    """Redirects are judged, never followed; without this their bodies would be read whole, however long."""

    def get_redirect_target(self, resp: requests.Response) -> None:  # noqa: ARG002 - the library's own signature
        return None


class Transport:
    """Calls to one server. Safe to use from several threads; to be closed.

    `bearer` is left out for what is asked before signing in. `clock` learns from every answer how far the server's
    clock is from ours.
    """

    def __init__(
        self, address: ServerAddress, *, agent: str, bearer: Bearer | None = None, clock: ClockOffset | None = None
    ) -> None:
        self.clock = clock or ClockOffset()
        self._address = address
        self._bearer = bearer
        self._session = _session(address, agent)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._session.close()

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
        except (requests.RequestException, wire.HTTPError, OSError) as error:
            fault = _fault_of(error)
            if fault is None:
                raise
            raise fault from error
        server_ms = answer.headers.get(TIME_HEADER, "")
        if server_ms.isascii() and server_ms.isdigit() and len(server_ms) < 16:
            self.clock.note(server_ms=int(server_ms), sent=sent, elapsed_ms=answer.elapsed_ms)
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


def _session(address: ServerAddress, agent: str) -> requests.Session:
    session = _Session()
    # Else a .netrc replaces our token, and variables of the environment the certificates we trust.
    session.trust_env = False
    session.verify = str(address.ca_file) if address.ca_file else True
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    session.mount("https://", _Adapter(address.fingerprint))
    session.mount("http://", _Adapter())
    session.headers.update(
        {
            "User-Agent": agent,
            "Accept": "application/json, application/problem+json, application/octet-stream",
            "Accept-Encoding": ENCODINGS,
            PROTOCOL_HEADER: str(PROTOCOL),
        }
    )
    return session


def _packed(body: bytes | None) -> tuple[bytes | None, dict[str, str]]:
    if body is None:
        return None, {}
    small, encoding = packed(body)
    return small, {"Content-Encoding": encoding} if encoding else {}


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


def _fault_of(error: Exception) -> LineFault | None:
    """What kept the answer from coming; None for a mistake of our own, such as a header that cannot be sent."""
    causes = list(_causes(error))
    if tls := _tls_cause(causes):
        return LineFault(LineTrouble.TLS, tls)
    detail = f"{type(causes[-1]).__name__}: {causes[-1]}"
    if any(isinstance(cause, wire.TimeoutError | wire.NewConnectionError) for cause in causes):
        return LineFault(LineTrouble.OFFLINE, detail)
    if any(isinstance(cause, wire.ProtocolError | ssl.SSLError | ConnectionError) for cause in causes):
        return LineFault(LineTrouble.CUT, detail)
    return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and all it was wrapped around, outermost first."""
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        inner = (getattr(seen, "reason", None), *reversed(seen.args))
        seen = next((cause for cause in inner if isinstance(cause, BaseException)), None)


def _tls_cause(causes: list[BaseException]) -> str | None:
    """Why the server is not who it should be; trying again cannot help, a person has to look."""
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return _CERTIFICATE_CAUSES.get(cause.verify_code, f"The server's certificate is not accepted ({cause}).")
    if isinstance(causes[-1], wire.SSLError):
        # urllib3's own complaint, with none of ssl's beneath it.
        return "The server's certificate is not the one this counter was told to expect."
    if type(causes[-1]) is OSError or getattr(causes[-1], "library", None) in _FILE_LIBRARIES:
        return f"The file of trusted certificates cannot be used ({causes[-1]})."
    return None
