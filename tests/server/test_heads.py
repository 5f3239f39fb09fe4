"""Those who never come to the point: heads without end, requests and bodies that do not come, and bodies too large."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from itertools import repeat

import pytest

from server.databases.database import SqliteDatabase
from server.web import bodies, heads
from tests.server.running import PLENTY, Running, running_server

LIMITS = replace(PLENTY, body_bytes_max=1000, body_unpacked_bytes_max=2_000_000)
HEAD = b"GET /healthz HTTP/1.1\r\nHost: x\r\n"
POST = b"POST /api/v1/stores HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
MUCH = b"y" * 60_000
TIMES = 1000  # more than all that can wait on the way


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with closing(SqliteDatabase(tmp_path_factory.mktemp("server"))) as database:
        database.prepare()
        with running_server(database, LIMITS) as running:
            yield running


@pytest.fixture
def caller(running: Running) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", int(running.base_url.rpartition(":")[2])), timeout=60) as caller:
        yield caller


def sent(caller: socket.socket, first: bytes, parts: Iterator[bytes]) -> int:
    """How much was taken before the server hung up."""
    count = len(first)
    with suppress(ConnectionError):
        caller.sendall(first)
        for part in parts:
            caller.sendall(part)
            count += len(part)
    return count


def heard(caller: socket.socket) -> bytes:
    """All there is to hear until the server hangs up."""
    answer = b""
    with suppress(ConnectionResetError):
        while part := caller.recv(65536):
            answer += part
    return answer


def told(answer: bytes) -> tuple[int, str]:
    head, _, body = answer.partition(b"\r\n\r\n")
    said = json.loads(body)
    assert f"HTTP/1.1 {said['status']} ".encode() in head
    assert said["detail"]
    return said["status"], said["code"]


@pytest.mark.parametrize(
    ("first", "part"),
    [
        (b"GET /", MUCH),
        (HEAD + b"Name: ", MUCH),
        (HEAD, b"Name: " + MUCH + b"\r\n"),
        (POST + b"Transfer-Encoding: chunked\r\n\r\n1;name=", MUCH),
        (POST + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"Name: " + MUCH + b"\r\n"),
    ],
    ids=["address", "header", "headers", "extension", "trailers"],
)
def test_what_has_no_end_is_not_heard_out(caller: socket.socket, first: bytes, part: bytes) -> None:
    whole = len(first) + TIMES * len(part)
    assert sent(caller, first, repeat(part, TIMES)) < whole


def test_a_head_that_is_too_large_is_told_so(caller: socket.socket) -> None:
    caller.sendall(HEAD + b"Name: " + MUCH)
    caller.sendall(b"y" * 10_000)
    assert told(heard(caller)) == (431, "HEAD-TOO-LARGE")


def test_large_heads_that_end_are_answered_one_after_the_other(caller: socket.socket) -> None:
    for _ in range(3):
        caller.sendall(HEAD + b"Name: " + MUCH + b"\r\n\r\n")
        answer = b""
        while not answer.endswith(b"}"):
            answer += caller.recv(65536)
        assert answer.startswith(b"HTTP/1.1 200")


def test_a_body_in_tiny_pieces_is_no_head(caller: socket.socket) -> None:
    caller.sendall(POST + b"Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in range(20):
        caller.sendall(b"1\r\n \r\n" * 1000)
    caller.sendall(b"0\r\n\r\n")
    assert told(heard(caller)) == (413, "BODY-TOO-LARGE")


@pytest.mark.parametrize("said", [b"", b"\r\n", b"GET /heal", HEAD + b"Na", HEAD + b"\r\n\r\nGET"])
def test_a_request_that_does_not_come_is_not_waited_for(
    running: Running, said: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heads, "HEAD_SECONDS_MAX", 0.3)
    with socket.create_connection(("127.0.0.1", int(running.base_url.rpartition(":")[2])), timeout=60) as caller:
        caller.sendall(said)
        assert heard(caller).startswith(b"HTTP/1.1 200" if said.count(b"GET") == 2 else b"")


def test_a_body_that_does_not_come_is_told_so(caller: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "BODY_SECONDS_MAX", 0.3)
    caller.sendall(POST + b"Content-Length: 100\r\n\r\n{")
    assert told(heard(caller)) == (408, "BODY-TOO-SLOW")


def test_whoever_sends_a_little_too_much_reads_why(caller: socket.socket) -> None:
    caller.sendall(POST + b"Connection: close\r\nContent-Length: 1900000\r\n\r\n" + b" " * 1_900_000)
    assert told(heard(caller)) == (413, "BODY-TOO-LARGE")
