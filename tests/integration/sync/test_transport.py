"""Calls over a real line: an answer of ours comes whole, and whatever else happens has its name."""

import json
import socket
import zlib
from concurrent.futures import ThreadPoolExecutor

import pytest
import zstandard

from sync.clock_offset import Moment, Offset
from sync.line_fault import LineFault, LineTrouble
from sync.protocol import PROTOCOL
from sync.reply import ANSWER_BYTES_MAX
from sync.transport import TIME_HEADER, TIMEOUT_S, Transport
from tests.integration.sync.conftest import Connect
from tests.wire.listener import Listener, Request, read_request
from tests.wire.proxy import FaultyLine
from tests.wire.small_server import OURS, SmallServer, ours, said
from tests.wire.steps import (
    CutRequest,
    CutResponse,
    Delay,
    DropRequest,
    DropResponse,
    Duplicate,
    Exchange,
    Garble,
    Gateway,
    Hang,
    Pass,
    Portal,
    Refuse,
    Step,
    Unanswered,
)

ATTEMPTS = 3
SHORT_S = 0.3


def echo(request: Request) -> bytes:
    return ours({"path": request.target, "length": len(request.body), "text": "पॉइंट"})


def trouble(transport: Transport, **options: object) -> LineFault:
    with pytest.raises(LineFault) as caught:
        transport.call("POST", "/api/v1/x", json={"a": 1}, **options)  # type: ignore[arg-type]
    return caught.value


def patience_s(step: Step) -> float:
    """Short only where nothing will come: elsewhere a loaded machine must not look like a dead line."""
    return SHORT_S if isinstance(step, Hang | Unanswered) else TIMEOUT_S


def test_what_is_sent_arrives(connect: Connect) -> None:
    with SmallServer(echo) as server:
        answer = connect(server.url).call(
            "POST", "/api/v1/x", json={"name": "पॉइंट"}, query={"after": 5}, headers={"X": "y"}, idempotency_key="k1"
        )
    (heard,) = server.heard
    assert (heard.method, heard.target, heard.body) == ("POST", "/api/v1/x?after=5", '{"name":"पॉइंट"}'.encode())
    expected = {
        "content-type": "application/json",
        "idempotency-key": "k1",
        "tillpoint-protocol": str(PROTOCOL),
        "user-agent": "Tillpoint/test",
        "x": "y",
        "accept-encoding": "zstd, gzip",
    }
    assert expected.items() <= heard.headers.items()
    assert {"content-encoding", "authorization", "cookie"}.isdisjoint(heard.headers)
    assert answer.json["text"] == "पॉइंट"
    assert answer.headers["tillpoint-server"] == "1"


def test_a_long_body_travels_packed(connect: Connect) -> None:
    with SmallServer(echo) as server:
        connect(server.url).call("POST", "/api/v1/x", json={"events": ["bill"] * 1000})
    (heard,) = server.heard
    assert heard.headers["content-encoding"] == "zstd"
    assert len(heard.body) < 200
    assert json.loads(zstandard.decompress(heard.body)) == {"events": ["bill"] * 1000}


def test_bytes_travel_both_ways(connect: Connect) -> None:
    with SmallServer(lambda r: ours(r.body, Content_Type="application/octet-stream")) as server:
        answer = connect(server.url).call(
            "POST", "/api/v1/x", body=b"grant_type=x", headers={"Content-Type": "application/x-www-form-urlencoded"}
        )
    assert answer.body == b"grant_type=x"
    assert server.heard[0].headers["content-type"] == "application/x-www-form-urlencoded"


def test_one_connection_serves_many_calls_and_no_cookie_stays(connect: Connect) -> None:
    with SmallServer(lambda _: ours({}, Set_Cookie="a=b")) as server:
        transport = connect(server.url)
        for _ in range(3):
            transport.call("GET", "/api/v1/x")
        transport.close()
    assert server.accepted == 1
    assert all("cookie" not in request.headers for request in server.heard)


def test_a_refusal_is_an_answer(connect: Connect) -> None:
    problem = {"status": 409, "code": "GAP", "title": "Gap", "detail": "Send 5.", "expected_seq": 5}
    with SmallServer(lambda _: ours(problem, status=409, Content_Type="application/problem+json")) as server:
        answer = connect(server.url).call("POST", "/api/v1/x", json={})
    assert answer.problem is not None
    assert (answer.problem.code, answer.problem.facts) == ("GAP", {"expected_seq": 5})


@pytest.mark.parametrize(
    ("step", "expected", "heard"),
    [
        (Refuse(), LineTrouble.CUT, 0),
        (Hang(), LineTrouble.OFFLINE, 0),
        (Unanswered(), LineTrouble.OFFLINE, 1),
        (DropRequest(), LineTrouble.CUT, 0),
        (DropResponse(), LineTrouble.CUT, ATTEMPTS),
        (CutRequest(at_byte=30), LineTrouble.CUT, 0),
        (CutResponse(at_byte=30), LineTrouble.CUT, 1),
        (Garble(), LineTrouble.CUT, 1),
        (Portal(), LineTrouble.CAPTIVE, 0),
        (Portal(status=302), LineTrouble.CAPTIVE, 0),
        (Gateway(502), LineTrouble.SERVER, 0),
        (Gateway(503), LineTrouble.BUSY, 0),
        (Gateway(429, retry_after="7"), LineTrouble.BUSY, 0),
    ],
)
def test_every_fault_has_its_name(step: Step, expected: LineTrouble, heard: int, connect: Connect) -> None:
    with SmallServer(echo) as server, FaultyLine(server.port) as line:
        line.always(step)
        transport = connect(line.url)
        fault = trouble(transport, timeout_s=patience_s(step))
        assert fault.trouble is expected
        line.settle()
        line.always(Pass())
        assert transport.call("GET", "/api/v1/x").is_ok
    assert sum(passage.heard_times for passage in line.log[:-1]) == heard


@pytest.mark.parametrize("step", [Refuse(), DropRequest(), DropResponse(), CutRequest(9), Gateway(502), Gateway(503)])
def test_what_passes_quickly_is_not_even_noticed(step: Step, connect: Connect) -> None:
    with SmallServer(echo) as server, FaultyLine(server.port) as line:
        line.script(step)
        assert connect(line.url).call("POST", "/api/v1/x", json={}).is_ok
        assert [passage.step for passage in line.log] == [step, Pass()]


@pytest.mark.parametrize("step", [Hang(), Unanswered(), Portal(), Gateway(503, "7"), Gateway(429), CutResponse(20)])
def test_what_would_not_help_is_not_repeated(step: Step, connect: Connect) -> None:
    with SmallServer(echo) as server, FaultyLine(server.port) as line:
        line.always(step)
        trouble(connect(line.url), timeout_s=patience_s(step))
        assert len(line.log) == 1


def test_a_closed_port_is_offline(connect: Connect) -> None:
    with SmallServer(echo) as server, FaultyLine(server.port) as line:
        transport = connect(line.url)
        with line.down():
            assert trouble(transport).trouble is LineTrouble.OFFLINE
        assert transport.call("GET", "/api/v1/x").is_ok


def test_a_name_nobody_knows_is_offline(connect: Connect) -> None:
    assert trouble(connect("https://points.invalid")).trouble is LineTrouble.OFFLINE


def test_a_slow_line_delivers(connect: Connect) -> None:
    with SmallServer(echo) as server, FaultyLine(server.port) as line:
        line.script(Delay(0.05), Duplicate())
        transport = connect(line.url)
        assert transport.call("GET", "/api/v1/a").json["path"] == "/api/v1/a"
        assert transport.call("GET", "/api/v1/b").json["path"] == "/api/v1/b"
    assert [passage.heard_times for passage in line.log] == [1, 2]


def test_a_busy_server_is_left_alone_as_long_as_it_says(connect: Connect) -> None:
    with SmallServer(echo) as server, FaultyLine(server.port) as line:
        line.script(Gateway(503, retry_after="120"))
        assert trouble(connect(line.url)).retry_after_s == 120
    assert len(line.log) == 1


SMALL = {
    "plain": ours({"points": 12345}),
    "problem": ours({"code": "GAP", "expected_seq": 12}, status=409, Content_Type="application/problem+json"),
    "zstd": ours(zstandard.compress(b'{"points":12345}'), Content_Encoding="zstd"),
    "chunked": b"HTTP/1.1 200 OK\r\nTillpoint-Server: 1\r\nContent-Type: application/json\r\n"
    b'Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n10\r\n{"points":12345,\r\n8\r\n "a": 1}\r\n0\r\n\r\n',
    "bytes": ours(b"\x01\x02\x03\x04", Content_Type="application/octet-stream"),
}
# The end of the last chunk says no more than its "0" did.
NEEDLESS_END = {"chunked": len(b"\r\n\r\n")}
# A cut there is waited for and attempted again; one kind of answer is enough.
STATUS_LINE = {kind: 0 if kind == "plain" else len(b"HTTP/1.1 200") for kind in SMALL}


@pytest.mark.parametrize("kind", SMALL)
def test_cut_anywhere_it_is_the_whole_answer_or_none(kind: str, connect: Connect) -> None:
    answer = SMALL[kind]
    with SmallServer(lambda _: answer) as server, FaultyLine(server.port) as line:
        transport = connect(line.url)
        whole = transport.call("GET", "/api/v1/x")
        for length in range(STATUS_LINE[kind], len(answer) - NEEDLESS_END.get(kind, 0)):
            line.always(CutResponse(at_byte=length))
            with pytest.raises(LineFault) as caught:
                transport.call("GET", "/api/v1/x")
            assert caught.value.trouble is LineTrouble.CUT, length
        line.always(Pass())
        again = transport.call("GET", "/api/v1/x")
    assert (again.status, again.json, again.body) == (whole.status, whole.json, whole.body)


def test_the_first_reply_that_is_longer_than_announced_spoils_no_second(connect: Connect) -> None:
    longer = ours({"is": "first"}) + ours({"is": "forged"})
    answers = iter([longer, ours({"is": "second"})])
    with SmallServer(lambda _: next(answers)) as server:
        transport = connect(server.url)
        assert [transport.call("GET", "/api/v1/x").json["is"] for _ in range(2)] == ["first", "second"]
        transport.close()


def test_a_reply_announced_shorter_than_it_is_breaks(connect: Connect) -> None:
    with SmallServer(lambda _: ours({"points": 12345}, Content_Length="9")) as server:
        assert trouble(connect(server.url)).trouble is LineTrouble.CUT


HUGE = str(2**30)
PART = bytes(2**20)


@pytest.mark.parametrize(
    "answer",
    [
        ours(b"{", Content_Length=HUGE),
        ours(b" " * (ANSWER_BYTES_MAX + 1)),
        ours(zstandard.compress(bytes(4 * ANSWER_BYTES_MAX)), Content_Encoding="zstd"),
        ours(zlib.compress(bytes(4 * ANSWER_BYTES_MAX), wbits=31), Content_Encoding="gzip"),
    ],
    ids=["announced", "sent", "zstd bomb", "gzip bomb"],
)
def test_too_long_is_not_read(answer: bytes, connect: Connect) -> None:
    with SmallServer(lambda _: answer) as server:
        fault = trouble(connect(server.url))
    assert fault.trouble is LineTrouble.CUT
    assert str(ANSWER_BYTES_MAX) in fault.detail
    assert len(server.heard) == 1


@pytest.mark.parametrize(("status", "attempts"), [(200, 1), (302, 1), (502, 2)])
def test_a_body_without_end_is_given_up(status: int, attempts: int, connect: Connect) -> None:
    sent_bytes = []

    def pour(connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(f"HTTP/1.1 {status} So\r\nLocation: http://127.0.0.1:9/\r\n\r\n".encode())
        for _ in range(10 * ANSWER_BYTES_MAX // len(PART)):
            connection.sendall(PART)
            sent_bytes.append(len(PART))

    with Listener(pour) as port:
        assert trouble(connect(f"http://127.0.0.1:{port.port}")).trouble is LineTrouble.CUT
    assert port.accepted == attempts
    assert sum(sent_bytes) < 3 * ANSWER_BYTES_MAX


def test_an_answer_in_drips_ends_with_the_time(connect: Connect) -> None:
    with SmallServer(echo) as server, FaultyLine(server.port) as line:
        line.always(Drips())
        assert trouble(connect(line.url), timeout_s=SHORT_S).detail == "the answer came too slowly"


class Drips:
    """Gives the head of the answer, then a byte at a time, each in time for the one before."""

    def run(self, at: Exchange) -> None:
        answer = at.deliver()
        head = answer.index(b"\r\n\r\n") + 4
        at.give(answer[:head])
        for place in range(head, len(answer)):
            at.sleep(SHORT_S / 20)
            at.give(answer[place : place + 1])


class Keys:
    """A provider of tokens that counts how often it is asked for a new one."""

    def __init__(self) -> None:
        self.token = "old"
        self.refused: list[str] = []

    def __call__(self, refused: str | None) -> str:
        if refused is not None:
            self.refused.append(refused)
            self.token = "new"
        return self.token


def guarded(accepted: str) -> SmallServer:
    def answer(request: Request) -> bytes:
        is_in = request.headers.get("authorization") == f"Bearer {accepted}"
        return ours({}) if is_in else ours({"code": "TOKEN"}, status=401, Content_Type="application/problem+json")

    return SmallServer(answer)


@pytest.mark.parametrize(
    ("accepted", "status", "sent", "refused"),
    [("old", 200, ["old"], []), ("new", 200, ["old", "new"], ["old"]), ("none", 401, ["old", "new"], ["old"])],
)
def test_a_refused_token_is_renewed_exactly_once(
    accepted: str, status: int, sent: list[str], refused: list[str], connect: Connect
) -> None:
    keys = Keys()
    with guarded(accepted) as server:
        assert connect(server.url, bearer=keys).call("POST", "/api/v1/x", json={"a": 1}).status == status
    assert [request.headers["authorization"] for request in server.heard] == [f"Bearer {token}" for token in sent]
    assert {request.body for request in server.heard} == {b'{"a":1}'}
    assert keys.refused == refused


def test_another_refusal_needs_no_new_token(connect: Connect) -> None:
    keys = Keys()
    with SmallServer(lambda _: ours({"code": "REVOKED"}, status=403)) as server:
        assert connect(server.url, bearer=keys).call("GET", "/api/v1/x").status == 403
    assert (len(server.heard), keys.refused) == (1, [])


def test_a_stranger_that_says_401_gets_no_new_token(connect: Connect) -> None:
    keys = Keys()
    with SmallServer(lambda _: said(401, {"Content-Type": "text/html"}, b"<html>")) as server:
        assert trouble(connect(server.url, bearer=keys)).trouble is LineTrouble.CAPTIVE
    assert keys.refused == []


def test_a_redirect_is_not_followed_with_the_token(connect: Connect) -> None:
    with SmallServer(echo) as other:
        elsewhere = said(307, {"Location": f"{other.url}/api/v1/x", "Tillpoint-Server": "1"}, b"")
        with SmallServer(lambda _: elsewhere) as server:
            fault = trouble(connect(server.url, bearer=Keys()))
    assert (fault.trouble, other.heard) == (LineTrouble.CAPTIVE, [])
    assert "127.0.0.1" in fault.detail


def test_no_netrc_and_no_proxy_of_the_environment_comes_between(
    connect: Connect, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    netrc = tmp_path_factory.mktemp("home") / "netrc"
    netrc.write_text("machine 127.0.0.1 login thief password secret\n", "utf-8")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "")
    with guarded("old") as server:
        assert connect(server.url, bearer=Keys()).call("GET", "/api/v1/x").is_ok


def test_every_answer_tells_the_servers_time(connect: Connect) -> None:
    stamps = iter(["1790000090000", "", "soon", "-5", "9" * 40])
    with SmallServer(lambda _: said(200, {**OURS, TIME_HEADER: next(stamps)}, b"{}")) as server:
        transport = connect(server.url)
        transport.call("GET", "/api/v1/x")
        first = transport.clock.best()
        for _ in range(4):
            transport.call("GET", "/api/v1/x")
        assert transport.clock.best() == first
        transport.close()
    assert first is not None
    now = transport.clock.now()
    assert abs(now.wall_ms + first.offset_ms - 1790000090000) < 60_000
    assert isinstance(now, Moment)
    assert isinstance(first, Offset)


def test_an_answer_that_broke_tells_no_time(connect: Connect) -> None:
    answer = said(200, {**OURS, TIME_HEADER: "1790000090000"}, b"{}")
    with SmallServer(lambda _: answer) as server, FaultyLine(server.port) as line:
        line.always(CutResponse(at_byte=len(answer) - 1))
        transport = connect(line.url)
        trouble(transport)
        assert transport.clock.best() is None


def test_a_header_that_cannot_be_sent_is_our_own_mistake(connect: Connect) -> None:
    with SmallServer(echo) as server, pytest.raises(ValueError, match="header"):
        connect(server.url).call("GET", "/api/v1/x", idempotency_key="two\nlines")


def test_threads_share_a_transport(connect: Connect) -> None:
    with SmallServer(echo) as server:
        transport = connect(server.url)
        with ThreadPoolExecutor(8) as pool:
            paths = [f"/api/v1/{number}" for number in range(64)]
            answers = list(pool.map(lambda path: transport.call("GET", path).json["path"], paths))
        transport.close()
    assert answers == paths
