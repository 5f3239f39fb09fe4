"""Signing in: tokens for this counter, fetched when one is needed and kept until it is refused."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from urllib.parse import urlencode

from app.services.ports import Clock, Ids
from sync.device_key import DeviceKey
from sync.refused import Refused, accepted
from sync.transport import Transport

NONCE_PATH = "/api/v1/oauth/nonce"
TOKEN_PATH = "/api/v1/oauth/token"
_AGAIN = frozenset({"ASSERTION-REPLAYED", "NONCE-BAD"})
_ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


class TokenKeeper:
    """A transport's bearer: gives the token there is, and another for one that was refused.

    `fetch` signs in. Safe to use from several threads: they sign in once.
    """

    def __init__(self, fetch: Callable[[], str]) -> None:
        self._fetch = fetch
        self._token = ""
        self._turn = Lock()

    def __call__(self, refused: str | None) -> str:
        with self._turn:
            if not self._token or self._token == refused:
                self._token = ""
                self._token = self._fetch()
            return self._token


def counter_token(plain: Transport, key: DeviceKey, *, client_id: str, audience: str, clock: Clock, ids: Ids) -> str:
    """A new token for a counter, over a transport that sends none. Raises LineFault or Refused.

    A line that doubles a request makes the server refuse the second for being one: then another is made.
    """

    def attempt() -> str:
        nonce = str(accepted(plain.call("GET", NONCE_PATH)).json["nonce"])
        at_s = int(clock.now().timestamp())
        made = key.assertion(client_id=client_id, audience=audience, nonce=nonce, jti=ids.entity(), at_s=at_s)
        return _token(plain, client_assertion_type=_ASSERTION, client_assertion=made)

    try:
        return attempt()
    except Refused as refused:
        if refused.problem.code not in _AGAIN:
            raise
        return attempt()


def system_token(plain: Transport, *, client_id: str, client_secret: str) -> str:
    """A new token for another system, by its secret. Raises LineFault or Refused."""
    return _token(plain, client_id=client_id, client_secret=client_secret)


def _token(plain: Transport, **credentials: str) -> str:
    form = urlencode({"grant_type": "client_credentials", **credentials}).encode()
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    return str(accepted(plain.call("POST", TOKEN_PATH, body=form, headers=headers)).json["access_token"])
