"""What a request carries is bounded and sound before anything parses it; what is not is told so."""

from __future__ import annotations

import gzip
import json
import socket
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from typing import Any

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from server.databases.database import SqliteDatabase
from server.web.problems import Problem
from server.web.sound_json import DEPTH_MAX, require_sound_json
from sync.protocol import PROTOCOL
from tests.server.callers import Shop, Wire, done, problem
from tests.server.running import PLENTY, running_server

LIMITS = replace(PLENTY, body_bytes_max=2000, body_unpacked_bytes_max=20_000)
PATH = "/api/v1/stores"
NAMED = json.dumps({"name": "MG Road"}).encode()


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """One tenant on one server with low limits."""
    with closing(SqliteDatabase(tmp_path_factory.mktemp("server"))) as database:
        database.prepare()
        with running_server(database, LIMITS) as running, Wire(running) as wire:
            yield Shop.open(wire)


def send(shop: Shop, body: Any, **headers: str) -> Any:
    given = {"Content-Type": "application/json", **{name.replace("_", "-"): value for name, value in headers.items()}}
    return shop.wire.call("POST", PATH, shop.owner, data=body, headers=given)


def padded(size: int) -> bytes:
    return NAMED + b" " * (size - len(NAMED))


def test_bodies_up_to_the_cap(shop: Shop) -> None:
    done(send(shop, padded(2000)))
    assert problem(send(shop, padded(2001))) == (413, "BODY-TOO-LARGE")


def test_streamed_bodies_up_to_the_cap(shop: Shop) -> None:
    done(send(shop, iter([padded(1000), b" " * 1000])))
    assert problem(send(shop, iter([padded(1000), b" " * 1001]))) == (413, "BODY-TOO-LARGE")


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress], ids=["gzip", "zstd"])
def test_packed_bodies_are_opened_up_to_their_cap(shop: Shop, pack: Any) -> None:
    name = {gzip.compress: "gzip", zstandard.compress: "zstd"}[pack]
    done(send(shop, pack(padded(20_000)), Content_Encoding=name))
    assert problem(send(shop, pack(padded(20_001)), Content_Encoding=name)) == (413, "BODY-TOO-LARGE")


@pytest.mark.parametrize(
    ("pack", "name"), [(gzip.compress, "gzip"), (zstandard.compress, "zstd")], ids=["gzip", "zstd"]
)
def test_a_bomb_does_not_go_off(shop: Shop, pack: Any, name: str) -> None:
    bomb = pack(bytes(1_500_000))
    assert len(bomb) < 2000
    assert problem(send(shop, bomb, Content_Encoding=name)) == (413, "BODY-TOO-LARGE")


@pytest.mark.parametrize(
    ("body", "encoding", "told"),
    [
        (b"not packed", "gzip", (400, "BODY-DAMAGED")),
        (b"not packed", "zstd", (400, "BODY-DAMAGED")),
        (gzip.compress(NAMED)[:-4], "gzip", (400, "BODY-DAMAGED")),
        (gzip.compress(NAMED) + b"more", "gzip", (400, "BODY-DAMAGED")),
        (zstandard.compress(NAMED)[:-4], "zstd", (400, "BODY-NOT-JSON")),
        (NAMED, "br", (415, "ENCODING-UNKNOWN")),
        (NAMED, "gzip, gzip", (415, "ENCODING-UNKNOWN")),
    ],
    ids=["no gzip", "no zstd", "half a gzip", "gzip and more", "half a zstd", "another", "twice"],
)
def test_packed_bodies_that_do_not_open(shop: Shop, body: bytes, encoding: str, told: tuple[int, str]) -> None:
    assert problem(send(shop, body, Content_Encoding=encoding)) == told


@pytest.mark.parametrize(
    "kind",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "", "application/xml"],
)
def test_bodies_of_another_kind(shop: Shop, kind: str) -> None:
    assert problem(send(shop, NAMED, Content_Type=kind)) == (415, "TYPE-UNKNOWN")


def test_the_token_endpoint_takes_forms_only(shop: Shop) -> None:
    answer = shop.wire.post("/api/v1/oauth/token", {"grant_type": "client_credentials"})
    assert problem(answer) == (415, "TYPE-UNKNOWN")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"nonsense",
        b'{"name": "a", "name": "b"}',
        b'{"name": NaN}',
        b'{"name": -Infinity}',
        b'{"name": 1e999}',
        rb'{"name": "\ud800"}',
        rb'{"name": "a\udfffb"}',
        rb'{"name": "\u0000"}',
        rb'{"\uD800": 1, "name": "a"}',
        b'{"name": "\xff"}',
        '{"name": "a"}'.encode("utf-16"),
        b'\xef\xbb\xbf{"name": "a"}',
        b'{"name": "a\x00"}',
        b'{"name": 1' + b"0" * 1500 + b"}",
        b"[" * 1999,
        b'{"name": "a"} {}',
        b"{'name': 'a'}",
    ],
    ids=lambda body: repr(body[:30]),
)
def test_bodies_that_are_not_sound(shop: Shop, body: bytes) -> None:
    status, _ = problem(send(shop, body))
    assert status in (400, 422)


@pytest.mark.parametrize(
    "body",
    [
        {"name": 1},
        {"name": None},
        {"name": ["a"]},
        {"name": "a", "extra": 1},
        {"name": ""},
        {"name": " a"},
        {"name": "a\u202eb"},
        {"name": "a" * 81},
        [],
        "MG Road",
        7,
        None,
    ],
    ids=str,
)
def test_bodies_of_another_form(shop: Shop, body: Any) -> None:
    answer = send(shop, json.dumps(body).encode())
    assert problem(answer) == (422, "INVALID")
    assert answer.json()["errors"][0]["pointer"].startswith("/body")


def test_what_was_sent_is_not_repeated(shop: Shop) -> None:
    answer = send(shop, json.dumps({"name": 1, "phone": "+919876543210"}).encode())
    assert "9876543210" not in answer.text


def test_half_letters_that_are_whole_together_pass(shop: Shop) -> None:
    assert done(send(shop, rb'{"name": "\ud83d\ude00 \\u0000"}'))["name"] == "\U0001f600 \\u0000"


@pytest.mark.parametrize("place", ["/api/v1/stores/%00", "/api/v1/stores?after=%00", "/api/v1/stores?x=a%00b"])
def test_zeros_in_an_address(shop: Shop, place: str) -> None:
    assert problem(shop.wire.get(place, shop.owner)) == (400, "NOT-TEXT")


def test_zeros_in_a_form(shop: Shop) -> None:
    assert problem(shop.wire.form(grant_type="client_credentials", client_id="\0")) == (400, "NOT-TEXT")


def test_too_deep(shop: Shop) -> None:
    def nested(levels: int) -> bytes:
        return b'{"name":' + b"[" * (levels - 1) + b"]" * (levels - 1) + b"}"

    assert problem(send(shop, nested(DEPTH_MAX))) == (422, "INVALID")
    assert problem(send(shop, nested(DEPTH_MAX + 1))) == (400, "BODY-TOO-DEEP")


def test_a_caller_who_goes_away_harms_nobody(shop: Shop) -> None:
    port = int(shop.wire.running.base_url.rpartition(":")[2])
    head = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{"
    for _ in range(5):
        with socket.create_connection(("127.0.0.1", port)) as caller:
            caller.sendall(head.encode())
    done(send(shop, NAMED))


def test_wrong_methods_and_addresses(shop: Shop) -> None:
    answer = shop.wire.call("PUT", PATH, shop.owner)
    assert problem(answer) == (405, "METHOD-NOT-OFFERED")
    assert set(answer.headers["Allow"].replace(" ", "").split(",")) <= {"GET", "POST"}
    assert problem(shop.wire.get("/api/v1/nothing")) == (404, "NO-SUCH-ADDRESS")
    assert problem(shop.wire.get(PATH + "/"))[0] == 404


def test_every_answer_says_who_speaks(shop: Shop) -> None:
    for answer in (shop.wire.get("/healthz"), shop.wire.get("/nothing"), send(shop, b"{")):
        assert (answer.headers["Tillpoint-Server"], answer.headers["Tillpoint-Protocol"]) == ("1", str(PROTOCOL))
        assert int(answer.headers["Tillpoint-Time-Ms"]) == int(shop.wire.running.clock.now().timestamp() * 1000)
        assert answer.headers["Cache-Control"] == "no-store"


def json_values() -> st.SearchStrategy[Any]:
    text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
    plain = st.none() | st.booleans() | st.integers(-(10**18), 10**18) | text
    return st.recursive(plain, lambda inner: st.lists(inner) | st.dictionaries(text, inner), max_leaves=20)


@given(json_values())
def test_sound_json_is_let_through(value: Any) -> None:
    require_sound_json(json.dumps(value).encode())


@given(st.binary(max_size=60))
def test_anything_else_is_a_problem_and_nothing_worse(body: bytes) -> None:
    with suppress(Problem):
        require_sound_json(body)
        assert json.loads(json.dumps(json.loads(body), allow_nan=False)) == json.loads(body)
