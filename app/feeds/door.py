"""The door: `POST /bill` on loopback, for a program here that knows the token. Source: docs/companion.md."""

from __future__ import annotations

import hmac
import json
import logging
import sys
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import BoundedSemaphore
from typing import Any, Final

from app.domain.errors import DomainError
from app.services.desk import Desk
from app.services.keeping.faults import StoreFault
from app.services.sales.arrivals import Arrival, News, NoRoomError, Told, receive, understood
from app.services.sales.totals import TEXT_MAX, WORD_MAX

LOOPBACK: Final = "127.0.0.1"
BODY_BYTES_MAX: Final = TEXT_MAX
PATIENCE_S: Final = 5.0  # with a caller who says nothing
CALLERS_MAX: Final = 8  # at once
_logger = logging.getLogger(__name__)
_SAFE = "No bill waits here because of this request."


class _Refusal(Exception):  # noqa: N818 - an answer
    def __init__(self, status: HTTPStatus, detail: str) -> None:
        super().__init__(detail)
        self.status, self.detail = status, detail


class Door(ThreadingHTTPServer):
    """Listens as soon as it is made; `serve_forever` answers. Raises OSError where the port is taken."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, desk: Desk, port: int, token: str, tell: Callable[[Told], None]) -> None:
        self.desk, self.token, self.tell = desk, token, tell
        self._places = BoundedSemaphore(CALLERS_MAX)
        super().__init__((LOOPBACK, port), _Caller)

    def process_request(self, request: Any, client_address: Any) -> None:
        """More than a few at once are not heard at all: this is one program's door."""
        if self._places.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._places.release()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        """A caller who went away in the middle is nobody's fault; anything else is ours."""
        if not isinstance(sys.exc_info()[1], (ConnectionError, TimeoutError)):
            _logger.exception("A bill that was posted could not be looked at")


class _Caller(BaseHTTPRequestHandler):
    server: Door
    protocol_version = "HTTP/1.1"
    timeout = PATIENCE_S

    def do_POST(self) -> None:
        self.close_connection = True
        try:
            arrival = self._receive()
        except _Refusal as refusal:
            self._refuse(refusal.status, refusal.detail)
        except DomainError as refusal:
            self._refuse(HTTPStatus.UNPROCESSABLE_ENTITY, refusal.message)
        except NoRoomError:
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, f"Too many bills wait already; send it again later. {_SAFE}")
        except StoreFault as fault:
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, fault.sentence)
        else:
            status = HTTPStatus.CREATED if arrival.is_new else HTTPStatus.OK
            self._answer(status, "application/json", {"bill": arrival.held_id, "is_new": arrival.is_new})

    def _receive(self) -> Arrival:
        self._check_caller()
        if self.path != "/bill":
            raise _Refusal(HTTPStatus.NOT_FOUND, f"There is only POST /bill here. {_SAFE}")
        totals = understood(self.server.desk, self._text())
        key = totals.key or self.headers.get("Idempotency-Key", "").strip()
        if not key or len(key) > WORD_MAX or not key.isprintable():
            raise _Refusal(
                HTTPStatus.BAD_REQUEST,
                f"A bill needs a key of up to {WORD_MAX} letters: in the document or as Idempotency-Key. {_SAFE}",
            )
        arrival = receive(self.server.desk, totals, key=f"given {key}")
        if arrival.is_new:
            self.server.tell(Told(News.BILL, totals.number or key, str(totals.amount_minor)))
        return arrival

    def _check_caller(self) -> None:
        """Whoever cannot show the token learns nothing; a page of a browser is led here under another name."""
        given = self.headers.get("Authorization", "").encode("utf-8", "replace")
        is_known = hmac.compare_digest(given, f"Bearer {self.server.token}".encode())
        host = self.headers.get("Host", "").rpartition(":")[0] or self.headers.get("Host", "")
        if not is_known or host not in (LOOPBACK, "localhost"):
            raise _Refusal(HTTPStatus.UNAUTHORIZED, f"Show the token of this counter as Authorization: Bearer. {_SAFE}")

    def _text(self) -> str:
        length = self.headers.get("Content-Length", "")
        if "Transfer-Encoding" in self.headers or not (length.isascii() and length.isdigit() and len(length) < 10):
            raise _Refusal(HTTPStatus.LENGTH_REQUIRED, f"The document needs a Content-Length. {_SAFE}")
        if int(length) > BODY_BYTES_MAX:
            raise _Refusal(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"A document has at most {BODY_BYTES_MAX} bytes. {_SAFE}"
            )
        try:
            data = self.rfile.read(int(length))
        except TimeoutError:
            data = b""
        if len(data) != int(length):
            raise _Refusal(HTTPStatus.BAD_REQUEST, f"The document ended before its length. {_SAFE}")
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            raise _Refusal(HTTPStatus.BAD_REQUEST, f"The document is not text in UTF-8. {_SAFE}") from None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """What is no request that this door knows."""
        self.close_connection = True
        self._refuse(HTTPStatus(code), f"There is only POST /bill here. {_SAFE}")

    def _refuse(self, status: HTTPStatus, detail: str) -> None:
        problem = {"type": "about:blank", "title": status.phrase, "status": status.value, "detail": detail}
        self._answer(status, "application/problem+json", problem)

    def _answer(self, status: HTTPStatus, kind: str, said: Mapping[str, object]) -> None:
        body = json.dumps(said, ensure_ascii=False).encode()
        self.send_response_only(status)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(body))), ("Connection", "close")):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing of a bill goes into a log."""
