"""Bodies without end, bombs, and pushes of the wrong form, over real sockets: it is said, and the server goes on."""

from __future__ import annotations

import gzip
import json
import os
import socket
from collections.abc import Iterator
from typing import Any

import psutil  # type: ignore[import-untyped]
import pytest
import requests
import zstandard

from app.services.programs.program import publish
from server.desks import desk_of
from sync.protocol import push_to_plain
from tests.desks import PROGRAM, STAFF
from tests.server.callers import Counter, Shop, done, problem
from tests.server.processes import Started, started
from tests.server.tills import Till

PUSH = "/api/v1/sync/push"
GIGABYTE = 1 << 30
CHUNK = b"x" * 65536
OTHERS: list[Any] = [None, "7", 7.5, True, [], {}, -1, 1 << 70, [None], "\u0661"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    """A process of its own, whose memory can be looked at."""
    with started(tmp_path_factory.mktemp("server")) as server:
        yield server


@pytest.fixture
def _grows_little(server: Started) -> Iterator[None]:
    """Whatever comes in, the server does not become large, and answers the next one."""
    process = psutil.Process(server.process.pid)
    before = process.memory_info().rss
    yield
    assert process.memory_info().rss - before < 64 << 20
    assert requests.get(f"{server.url}/readyz", timeout=60).ok


def sent(server: Started, head: str, body: Iterator[bytes]) -> tuple[str, int]:
    """The first line of the answer, and how much was taken in before it came."""
    lines = f"POST {PUSH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n{head}\r\n\r\n"
    count = 0
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as line:
        line.sendall(lines.encode())
        try:
            for part in body:
                line.sendall(part)
                count += len(part)
        except ConnectionError:
            pass
        answer = line.recv(65536)
    return answer.partition(b"\r\n")[0].decode(), count


@pytest.mark.usefixtures("_grows_little")
def test_a_gigabyte_that_is_announced(server: Started) -> None:
    line, count = sent(server, f"Content-Length: {GIGABYTE}", iter(()))
    assert (line.split()[1], count) == ("413", 0)


@pytest.mark.usefixtures("_grows_little")
def test_a_gigabyte_that_comes_piece_by_piece(server: Started) -> None:
    chunk = b"%x\r\n" % len(CHUNK) + CHUNK + b"\r\n"
    try:
        line, count = sent(server, "Transfer-Encoding: chunked", (chunk for _ in range(GIGABYTE // len(CHUNK))))
    except ConnectionError:  # hung up before the answer was read: the caller sent on regardless
        return
    assert line.split()[1] == "413"
    assert count < GIGABYTE // 16


def zipped() -> bytes:
    return gzip.compress(bytes(200 << 20), compresslevel=6)


def pressed() -> bytes:
    packer = zstandard.ZstdCompressor(level=3).compressobj()
    return b"".join([*(packer.compress(bytes(1 << 20)) for _ in range(512)), packer.flush()])


def wide() -> bytes:
    """A frame that wants two gigabytes of memory before it says anything."""
    return bytes.fromhex("28b52ffd00a80100000000")


@pytest.mark.usefixtures("_grows_little")
@pytest.mark.parametrize(
    ("name", "bomb", "told"),
    [
        ("gzip", zipped, (413, "BODY-TOO-LARGE")),
        ("zstd", pressed, (413, "BODY-TOO-LARGE")),
        ("zstd", wide, (400, "BODY-DAMAGED")),
    ],
    ids=["gzip", "zstd", "zstd window"],
)
def test_bombs(server: Started, name: str, bomb: Any, told: tuple[int, str]) -> None:
    packed = bomb()
    assert len(packed) < 1_000_000
    headers = {"Content-Type": "application/json", "Content-Encoding": name}
    answer = requests.post(server.url + PUSH, data=packed, headers=headers, timeout=60)
    assert problem(answer) == told


# Pushes of the wrong form


@pytest.fixture
def counter(shop: Shop) -> Counter:
    publish(desk_of(shop.wire.running.parts, shop.tenant_id), PROGRAM, staff=STAFF)
    return shop.counter()


@pytest.fixture
def till(counter: Counter) -> Till:
    till = Till.new(counter.code, counter.wire.running.clock)  # type: ignore[arg-type]
    till.key = counter.key
    till.join(str(counter.paired["store_id"]))
    till.enrol("Meena Iyer")
    till.enrol("Ravi Rao")
    return till


def told(counter: Counter, body: Any) -> tuple[int, str]:
    """What the server says no with; a whole push goes through afterwards."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = {"Content-Type": "application/json"}
    return problem(counter.wire.call("POST", PUSH, counter.token(), data=raw, headers=headers))


def accepted(counter: Counter, plain: Any) -> list[str]:
    return [one["status"] for one in done(counter.wire.post(PUSH, plain, counter.token()))["results"]]


def test_numbers_and_texts_of_another_kind(counter: Counter, till: Till) -> None:
    plain = push_to_plain(till.push())
    for name in plain:
        for wrong in OTHERS:
            if type(wrong) is not type(plain[name]):
                assert told(counter, {**plain, name: wrong})[0] in (400, 403), (name, wrong)
        without = {key: value for key, value in plain.items() if key != name}
        assert told(counter, without) == (400, "PUSH-UNREADABLE")
    odd: list[Any] = [
        None,
        7,
        "event",
        {},
        {"id": 1},
        {**plain["events"][0], "body": {}},
        {**plain["events"][0], "hash": "zz"},
    ]
    for wrong in odd:
        assert told(counter, {**plain, "events": [wrong]}) == (400, "PUSH-UNREADABLE")
    assert told(counter, {**plain, "events": []}) == (400, "PUSH-UNREADABLE")
    assert told(counter, {**plain, "events": plain["events"] * 300}) == (400, "PUSH-UNREADABLE")
    assert accepted(counter, plain) == ["APPLIED"] * 2


def test_bytes_that_are_no_text_and_nesting_without_end(counter: Counter, till: Till) -> None:
    plain = push_to_plain(till.push())
    raw = json.dumps(plain).encode()
    assert told(counter, raw.replace(b"A1", b"\xff\xfe")) == (400, "BODY-NOT-JSON")
    assert told(counter, b"[" * 900_000) == (400, "BODY-NOT-JSON")
    assert told(counter, b'{"events":' * 50_000 + b"1" + b"}" * 50_000)[0] == 400
    assert told(counter, raw.replace(b'"protocol": 1', b'"protocol": ' + b"9" * 5000))[0] == 400
    assert accepted(counter, plain) == ["APPLIED"] * 2


def test_gaps_and_protocols_to_come(counter: Counter, till: Till) -> None:
    plain = push_to_plain(till.push())
    later = push_to_plain(till.signed(till.waiting()[1:]))
    answer = counter.wire.post(PUSH, later, counter.token())
    assert problem(answer) == (409, "GAP")
    assert answer.json()["expected_seq"] == 1
    assert accepted(counter, {**plain, "protocol": 9, "mood": "sunny"}) == ["APPLIED"] * 2
    assert accepted(counter, plain) == ["DUPLICATE"] * 2


def test_many_at_once_leave_the_server_whole(counter: Counter, till: Till) -> None:
    """Callers who say half of something and hang up."""
    port = int(counter.wire.running.base_url.rpartition(":")[2])
    for number in range(50):
        with socket.create_connection(("127.0.0.1", port)) as line:
            line.sendall(
                os.urandom(200) if number % 2 else b"POST /api/v1/sync/push HTTP/1.1\r\nContent-Length: 9\r\n\r\n{"
            )
    assert accepted(counter, push_to_plain(till.push())) == ["APPLIED"] * 2
