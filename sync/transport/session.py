"""The connections a transport makes: what they trust, what they send along, and what they attempt again."""

from __future__ import annotations

from http.cookiejar import DefaultCookiePolicy
from types import TracebackType
from typing import Any, Self

import requests
from requests.adapters import HTTPAdapter
from urllib3 import BaseHTTPResponse, Retry
from urllib3 import exceptions as wire
from urllib3.connectionpool import ConnectionPool

from sync.address import ServerAddress
from sync.packing import ENCODINGS
from sync.protocol import PROTOCOL, PROTOCOL_HEADER

_ATTEMPTS_AGAIN = 2


def new_session(address: ServerAddress, agent: str) -> requests.Session:
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
