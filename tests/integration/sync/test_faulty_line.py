"""The faulty line itself, before a real server: it does what it is told, says what it did, and leaves nothing."""

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import uvicorn
from fastapi import FastAPI, Request, Response

from sync.line_fault import LineFault
from sync.transport import TIMEOUT_S, Transport
from tests.integration.sync.conftest import Connect
from tests.wire.proxy import FaultyLine
from tests.wire.steps import (
    CutRequest,
    CutResponse,
    Delay,
    DropRequest,
    DropResponse,
    Duplicate,
    Garble,
    Gateway,
    Hang,
    Late,
    Pass,
    Portal,
    Refuse,
    Reorder,
    Step,
    Unanswered,
)

SHORT_S = 0.3


class Counting:
    """A real server that writes down which requests it heard whole, in order."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        app = FastAPI()
        app.post("/api/v1/{name}")(self._hear)
        self._server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="critical"))
        self._thread = threading.Thread(target=lambda: asyncio.run(self._server.serve()))

    async def _hear(self, name: str, request: Request, response: Response) -> dict[str, int]:
        length = len(await request.body())
        self.heard.append(name)
        response.headers["Tillpoint-Server"] = "1"
        return {"heard": self.heard.count(name), "length": length}

    def __enter__(self) -> "Counting":
        self._thread.start()
        while not self._server.started:
            assert self._thread.is_alive()
            self._thread.join(0.01)
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(20)
        assert not self._thread.is_alive()

    @property
    def port(self) -> int:
        port: int = self._server.servers[0].sockets[0].getsockname()[1]
        return port


@pytest.fixture
def server() -> Iterator[Counting]:
    with Counting() as running:
        yield running


@pytest.fixture
def line(server: Counting) -> Iterator[FaultyLine]:
    with FaultyLine(server.port) as made:
        yield made


def send(transport: Transport, name: str, timeout_s: float = TIMEOUT_S) -> int | None:
    """How often the server says it heard this, or None when the line failed."""
    try:
        times: int = transport.call("POST", f"/api/v1/{name}", body=b"x" * 900, timeout_s=timeout_s).json["heard"]
    except LineFault:
        return None
    return times


def test_everything_passes(server: Counting, line: FaultyLine, connect: Connect) -> None:
    transport = connect(line.url)
    assert [send(transport, name) for name in "abc"] == [1, 1, 1]
    assert [(passage.number, passage.target, passage.heard_times) for passage in line.log] == [
        (1, "/api/v1/a", 1),
        (2, "/api/v1/b", 1),
        (3, "/api/v1/c", 1),
    ]
    assert server.heard == ["a", "b", "c"]
    assert all(passage.given_bytes > 100 for passage in line.log)


def test_the_server_hears_twice(server: Counting, line: FaultyLine, connect: Connect) -> None:
    line.script(Duplicate())
    assert send(connect(line.url), "a") == 2
    assert server.heard == ["a", "a"]


def test_an_answer_is_lost_after_the_work_was_done(server: Counting, line: FaultyLine, connect: Connect) -> None:
    line.script(DropResponse())
    assert send(connect(line.url), "a") == 2
    assert server.heard == ["a", "a"]


@pytest.mark.parametrize(
    "step", [Refuse(), DropRequest(), CutRequest(at_byte=0), CutRequest(at_byte=200), CutRequest()]
)
def test_a_request_is_lost_before(step: Step, server: Counting, line: FaultyLine, connect: Connect) -> None:
    line.script(step)
    assert send(connect(line.url), "a") == 1
    assert server.heard == ["a"]


def test_the_line_is_parted_one_way_and_the_other(server: Counting, line: FaultyLine, connect: Connect) -> None:
    transport = connect(line.url)
    line.always(Hang())
    assert send(transport, "a", SHORT_S) is None
    line.always(Unanswered())
    assert send(transport, "b", SHORT_S) is None
    line.settle()
    line.always(Pass())
    assert send(transport, "c") == 1
    assert server.heard == ["b", "c"]


def test_two_requests_change_places(server: Counting, line: FaultyLine, connect: Connect) -> None:
    line.script(Reorder())
    first, second = connect(line.url), connect(line.url)
    with ThreadPoolExecutor(1) as pool:
        early = pool.submit(first.call, "POST", "/api/v1/early", json={})
        while not line.log:
            threading.Event().wait(0.005)
        assert send(second, "late") == 1
        assert early.result().json["heard"] == 1
    assert server.heard == ["late", "early"]


def test_a_request_comes_after_its_own_repetition(server: Counting, line: FaultyLine, connect: Connect) -> None:
    line.script(Late())
    assert send(connect(line.url), "a") == 1
    line.settle()
    assert server.heard == ["a", "a"]
    assert [(passage.heard_times, passage.given_bytes > 0) for passage in line.log] == [(1, False), (1, True)]


def test_what_is_held_when_the_line_closes_never_arrives(server: Counting, connect: Connect) -> None:
    with FaultyLine(server.port) as line:
        line.script(Late(), Late(), Late())
        assert send(connect(line.url), "a") is None
    assert server.heard == []
    assert [passage.heard_times for passage in line.log] == [0, 0, 0]


def test_a_server_that_is_down_is_seen_through_the_line(connect: Connect) -> None:
    with Counting() as server:
        port = server.port
    with FaultyLine(port) as line:
        assert send(connect(line.url), "a") is None


ODDS: dict[Step, float] = {
    Pass(): 20,
    Refuse(): 5,
    DropRequest(): 5,
    DropResponse(): 5,
    Delay(0.001): 5,
    Duplicate(): 5,
    CutRequest(): 5,
    CutResponse(): 5,
    Garble(): 2,
    Portal(): 2,
    Portal(302): 2,
    Gateway(502): 2,
    Gateway(503, "1"): 2,
    Gateway(429, "1"): 2,
    Late(): 2,
}


def storm(server: Counting, connect: Connect, *, seed: int) -> list[Step]:
    with FaultyLine(server.port) as line:
        line.weather(seed, ODDS)
        transport = connect(line.url)
        for number in range(30):
            times = send(transport, f"{seed}-{number}")
            heard = server.heard.count(f"{seed}-{number}")
            assert times is None or 1 <= times <= heard
        line.always(Pass())
        assert send(transport, "calm") is not None
        line.settle()
    return [passage.step for passage in line.log]


def test_the_same_seed_makes_the_same_weather(server: Counting, connect: Connect) -> None:
    first, second, other = (storm(server, connect, seed=seed) for seed in (7, 7, 8))
    assert first == second != other
    assert len(set(first) | set(other)) > len(ODDS) // 2


def test_it_closes_by_itself_with_everything_hanging(server: Counting, connect: Connect) -> None:
    before = set(threading.enumerate())
    with ThreadPoolExecutor(3) as pool, FaultyLine(server.port) as line:
        line.script(Hang(), Unanswered(), Hang())
        calls = [pool.submit(connect(line.url).call, "POST", f"/api/v1/{name}", json={}) for name in "abc"]
        while len(line.log) < 3:
            threading.Event().wait(0.005)
        line.__exit__()
        assert all(isinstance(call.exception(), LineFault) for call in calls)
    assert set(threading.enumerate()) <= before
