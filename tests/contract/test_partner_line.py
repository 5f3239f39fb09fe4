"""What the line to a partner promises: yes and no are this voucher's own, and everything else is nothing said."""

from __future__ import annotations

import json
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import trustme

from app.domain.rewards import Reward, RewardKind
from app.domain.vouchers import Voucher
from server.partners.line import ANSWER_BYTES_MAX, Answer, Said, ask
from tests.wire.listener import Listener, Request, read_request
from tests.wire.partner import JSON, LoopbackPartner, spoken
from tests.wire.small_server import SmallServer
from tests.wire.small_server import said as spoken_raw

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
FILM = Reward("film", "Film ticket", RewardKind.PARTNER, 50_00, value_minor=250_00, partner="Cinema Royal")
VOUCHER = Voucher("voucher-1", "CODE", "member-1", FILM, 50_00, "entry-1", NOW, None, 1, "asha")
YES = {"voucher_id": "voucher-1", "status": "ISSUED"}
NO = {"voucher_id": "voucher-1", "status": "REFUSED"}


@pytest.fixture
def partner() -> Iterator[LoopbackPartner]:
    with LoopbackPartner() as partner:
        yield partner


def asked(partner: LoopbackPartner, answer: bytes | None = None, *, call_s: float = 5.0) -> Answer:
    if answer is not None:
        partner.books.faults.append(lambda _, __: answer)
    return ask(partner.url, "token-of-ours", VOUCHER, NOW, call_s=call_s)


def test_a_partner_is_told_the_voucher_and_nothing_of_the_member(partner: LoopbackPartner) -> None:
    assert asked(partner) == Answer(Said.GIVEN)
    (request,) = partner.heard
    assert (request.method, request.target) == ("POST", "/vouchers")
    assert request.headers["idempotency-key"] == "voucher-1"
    assert request.headers["authorization"] == "Bearer token-of-ours"
    assert json.loads(request.body) == {
        "voucher_id": "voucher-1",
        "code": "CODE",
        "reward_id": "film",
        "reward": "Film ticket",
        "value_minor": 250_00,
        "issued_at": "2026-11-20T09:30:00+00:00",
        "expires_at": None,
    }
    ask(partner.url, "t", replace(VOUCHER, expires_at=NOW), NOW)
    assert json.loads(partner.heard[1].body)["expires_at"] == "2026-11-20T09:30:00+00:00"


@pytest.mark.parametrize("status", [400, 403, 404, 409, 410, 422])
def test_a_no_is_one_that_names_the_voucher(partner: LoopbackPartner, status: int) -> None:
    assert asked(partner, spoken(status, NO)) == Answer(Said.REFUSED)
    for other in ({}, {**NO, "voucher_id": "voucher-2"}, {"status": "REFUSED"}, [NO], YES):
        assert asked(partner, spoken(status, other)) == Answer(Said.NOTHING, f"HTTP {status}")
    html = spoken_raw(status, {"Content-Type": "text/html"}, json.dumps(NO).encode())
    assert asked(partner, html) == Answer(Said.NOTHING, f"HTTP {status}")


@pytest.mark.parametrize("status", [401, 408, 425, 429, 500, 502, 503, 504])
def test_what_is_about_now_or_about_us_is_no_no(partner: LoopbackPartner, status: int) -> None:
    assert asked(partner, spoken(status, NO)) == Answer(Said.NOTHING, f"HTTP {status}")
    assert asked(partner, spoken(status, YES)).said is Said.NOTHING


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("header", "wait_s"),
    [("120", 120), ("Fri, 20 Nov 2026 09:31:30 GMT", 90), ("99999999999", 900), ("soon", 0), ("-5", 0)],
)
def test_a_partner_says_when_to_come_back(partner: LoopbackPartner, status: int, header: str, wait_s: int) -> None:
    answer = asked(partner, spoken(status, {}, Retry_After=header))
    assert answer == Answer(Said.NOTHING, f"HTTP {status}", wait_s)


BODIES: list[Any] = [[], {}, "ISSUED", None, 1, {"status": "ISSUED"}, {"voucher_id": "voucher-1"}, NO]
NONSENSE = [
    *(spoken(200, body) for body in BODIES),
    spoken(200, {**YES, "voucher_id": "voucher-2"}),
    spoken(200, {**YES, "status": "issued"}),
    spoken(200, {**YES, "status": ["ISSUED"]}),
    spoken_raw(200, JSON, b""),
    spoken_raw(200, JSON, b"\xff\xfe{}"),
    spoken_raw(200, JSON, b"[" * 10_000),
    spoken_raw(200, JSON, b'{"voucher_id":"voucher-2","voucher_id":"voucher-1","status":"ISSUED"}'),
    spoken_raw(200, {"Content-Type": "text/html"}, b"<html>Sign in to the network</html>"),
    spoken_raw(200, {"Content-Type": "text/html"}, json.dumps(YES).encode()),
]


@pytest.mark.parametrize("answer", NONSENSE, ids=range(len(NONSENSE)))
def test_a_good_status_alone_says_nothing(partner: LoopbackPartner, answer: bytes) -> None:
    assert asked(partner, answer) == Answer(Said.NOTHING, "HTTP 200 that is no answer to this voucher")


def test_not_yet_is_no_yes(partner: LoopbackPartner) -> None:
    assert asked(partner, spoken(202, YES)) == Answer(Said.NOTHING, "HTTP 202")


def test_a_long_answer_is_not_read_to_its_end(partner: LoopbackPartner) -> None:
    begun = time.monotonic()
    long = spoken_raw(200, JSON, json.dumps(YES).encode() + b" " * 1_000_000)
    assert asked(partner, long) == Answer(Said.NOTHING, f"HTTP 200 with more than {ANSWER_BYTES_MAX} bytes")
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_nobody_is_asked_elsewhere(partner: LoopbackPartner, status: int) -> None:
    with LoopbackPartner() as elsewhere:
        answer = asked(partner, spoken(status, YES, Location=f"{elsewhere.url}/vouchers"))
        assert answer == Answer(Said.NOTHING, f"HTTP {status} sends us elsewhere, where nobody is asked")
        assert elsewhere.heard == []


@pytest.mark.parametrize("framing", ["length", "chunks", "none"])
def test_an_answer_that_was_cut_is_none_wherever_it_was(partner: LoopbackPartner, framing: str) -> None:
    body = json.dumps(YES).encode()
    head = b"HTTP/1.1 200 So\r\nContent-Type: application/json\r\n"
    whole = {
        "length": head + b"Content-Length: %d\r\n\r\n" % len(body) + body,
        "chunks": head + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % len(body) + body + b"\r\n0\r\n\r\n",
        "none": head + b"\r\n" + body,
    }[framing]
    ends = whole.index(body) + len(body)
    for cut in range(ends):
        assert asked(partner, whole[:cut]).said is Said.NOTHING, cut
    assert asked(partner, whole) == Answer(Said.GIVEN)


def serving(serve: Callable[[socket.socket, Request], None]) -> Listener:
    """A listener that hears one request on a connection and then does as it is told."""

    def talk(connection: socket.socket) -> None:
        request = read_request(connection)
        assert request is not None
        with suppress(OSError):
            serve(connection, request)

    return Listener(talk)


def until_gone(connection: socket.socket, part: bytes) -> None:
    while True:
        connection.sendall(part)
        time.sleep(0.05)


DRIPS = {
    "a status": (b"", b"H"),
    "headers": (b"HTTP/1.1 200 So\r\n", b"A: b\r\n"),
    "one header": (b"HTTP/1.1 200 So\r\nA: ", b"b"),
    "a body": (b"HTTP/1.1 200 So\r\nContent-Type: application/json\r\nContent-Length: 10000\r\n\r\n", b" "),
    "chunks": (
        b"HTTP/1.1 200 So\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"1\r\n \r\n",
    ),
    "for ever to be continued": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
}


@pytest.mark.parametrize("drip", DRIPS.values(), ids=DRIPS)
def test_who_drips_is_not_waited_for(drip: tuple[bytes, bytes]) -> None:
    def serve(connection: socket.socket, _: Request) -> None:
        connection.sendall(drip[0])
        until_gone(connection, drip[1])

    with serving(serve) as listener:
        begun = time.monotonic()
        answer = ask(f"http://127.0.0.1:{listener.port}", "t", VOUCHER, NOW, call_s=0.4)
        assert answer.said is Said.NOTHING
        assert time.monotonic() - begun < 3


def test_who_is_silent_or_not_there_is_not_waited_for() -> None:
    def serve(connection: socket.socket, _: Request) -> None:
        connection.recv(1)

    with serving(serve) as listener:
        begun = time.monotonic()
        url = f"http://127.0.0.1:{listener.port}"
        assert ask(url, "t", VOUCHER, NOW, call_s=0.3) == Answer(Said.NOTHING, "no whole answer came (TimeoutError)")
        listener.down()
        assert ask(url, "t", VOUCHER, NOW) == Answer(Said.NOTHING, "no whole answer came (ConnectionRefusedError)")
        assert time.monotonic() - begun < 3


def test_a_stranger_who_speaks_no_tls_hears_no_token() -> None:
    heard: list[bytes] = []

    def serve(connection: socket.socket) -> None:
        with suppress(OSError):
            heard.append(connection.recv(4096))
            until_gone(connection, b"H")

    with Listener(serve) as listener:
        begun = time.monotonic()
        answer = ask(f"https://127.0.0.1:{listener.port}", "token-of-ours", VOUCHER, NOW, call_s=0.4)
        assert answer.said is Said.NOTHING
        assert time.monotonic() - begun < 3
    assert b"token-of-ours" not in b"".join(heard)


@pytest.mark.parametrize(("issuer", "said"), [("known", Said.GIVEN), ("stranger", Said.NOTHING)])
def test_only_who_is_certified_is_told_anything(
    issuer: str, said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, stranger = trustme.CA(), trustme.CA()
    known.cert_pem.write_to_path(tmp_path / "known.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "known.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    (known if issuer == "known" else stranger).issue_cert("127.0.0.1").configure_cert(context)
    with SmallServer(lambda _: spoken(200, YES), context) as server:
        assert ask(server.url, "token-of-ours", VOUCHER, NOW).said is said
        assert len(server.heard) == (issuer == "known")
