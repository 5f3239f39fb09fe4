"""The door on loopback: a bill once for each key; whoever is not known, or says too much, is turned away."""

from __future__ import annotations

import http.client
import json
import socket
import stat
from contextlib import closing, contextmanager

import pytest

from app.feeds import door as door_module
from app.feeds.running import running_feeds, token
from app.services.keeping.faults import StoreFull
from app.services.sales import carts
from app.services.sales.arrivals import News, Told
from tests.desks import memory_shop
from tests.unit.feeds.ports import free_port

BILL = {"key": "7", "number": "INV-7", "totals": [{"category": "Medicines", "amount": "512.50"}]}


class Caller:
    def __init__(self, shop, port, known, told):
        self.shop, self.port, self.known, self.told = shop, port, known, told

    def ask(self, body=BILL, *, method="POST", path="/bill", **headers):
        sent = body if isinstance(body, (bytes, str)) else json.dumps(body)
        given = {"Authorization": f"Bearer {self.known}", "Host": f"127.0.0.1:{self.port}"}
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)) as line:
            line.request(method, path, sent, {**given, **headers})
            answer = line.getresponse()
            said = json.loads(answer.read())
        kind = "application/json" if answer.status < 300 else "application/problem+json"
        assert answer.headers["Content-Type"] == kind
        return answer.status, said

    def refused(self, status, saying, *args, **more):
        code, said = self.ask(*args, **more)
        assert (code, said["status"]) == (status, status)
        assert saying in said["detail"]
        assert len(carts.held(self.shop.desk)) == self.waiting

    waiting = 0


@pytest.fixture
def caller(tmp_path):
    with called(tmp_path) as made:
        yield made


@contextmanager
def called(folder):
    port, told, file = free_port(), [], folder / "companion.token"
    with memory_shop() as shop, running_feeds(shop.desk, folder=None, port=port, token_file=file) as feeds:
        feeds.listen(told.append)
        yield Caller(shop, port, file.read_text().strip(), told)


def test_a_bill_comes_once_for_each_key(caller):
    code, first = caller.ask()
    assert (code, first["is_new"]) == (201, True)
    code, again = caller.ask()
    assert (code, again) == (200, {**first, "is_new": False})
    (held,) = carts.held(caller.shop.desk)
    assert (held.held_id, held.cart.lines[0].unit_price_minor) == (first["bill"], 512_50)
    assert caller.told == [Told(News.BILL, "INV-7", "51250")]
    assert caller.ask("General;9", Idempotency_Key="8")[0] == 201
    caller.waiting = 2
    caller.refused(422, "another amount", {**BILL, "totals": [{"category": "Medicines", "amount": 1}]})


def test_whoever_is_not_known_learns_nothing(caller):
    for given in ("", "Bearer wrong", f"Basic {caller.known}", f"Bearer {caller.known}x", "Bearer ünknown"):
        caller.refused(401, "token of this counter", Authorization=given.encode("utf-8").decode("latin-1"))
    caller.refused(401, "token of this counter", Host="tillpoint.example:80")
    caller.refused(401, "token of this counter", path="/", Authorization="")


def test_what_is_no_bill_is_refused_with_a_sentence(caller):
    caller.refused(404, "only POST /bill", path="/bills")
    caller.refused(501, "only POST /bill", method="GET")
    caller.refused(400, "needs a key", "General;9")
    caller.refused(400, "needs a key", "General;9", Idempotency_Key="x" * 61)
    caller.refused(422, "no category called Toys", "Toys;9", Idempotency_Key="9")
    caller.refused(400, "not text in UTF-8", b"\xff\xff", Idempotency_Key="9")
    caller.refused(413, "at most 65536 bytes", b"", Content_Length="65537")
    caller.refused(411, "Content-Length", b"", Content_Length="many")
    caller.refused(411, "Content-Length", b"", Transfer_Encoding="chunked")


def test_a_caller_who_says_nothing_holds_nobody_up(caller, monkeypatch):
    monkeypatch.setattr(door_module._Caller, "timeout", 0.2)
    caller.refused(400, "ended before its length", b"General;", Content_Length="9")
    silent = [socket.create_connection(("127.0.0.1", caller.port)) for _ in range(door_module.CALLERS_MAX - 1)]
    assert caller.ask()[0] == 201
    for one in silent:
        one.close()


def test_a_store_that_cannot_be_written_says_so_and_what_nobody_foresaw_is_logged(caller, monkeypatch, caplog):
    faults = [StoreFull("no room"), ValueError("unforeseen")]

    def failing(*_, **__):
        raise faults.pop(0)

    monkeypatch.setattr(door_module, "receive", failing)
    caller.refused(503, "The disk is full")
    with pytest.raises(http.client.RemoteDisconnected):
        caller.ask()
    assert "could not be looked at" in caplog.text
    caplog.clear()


def test_more_callers_than_there_are_places_are_not_heard(caller):
    silent = [socket.create_connection(("127.0.0.1", caller.port)) for _ in range(door_module.CALLERS_MAX)]
    with pytest.raises((http.client.RemoteDisconnected, ConnectionError)):
        caller.ask()
    for one in silent:
        one.close()


def test_with_no_room_it_is_to_be_sent_again(caller):
    caller.ask()
    cart = carts.held(caller.shop.desk)[0].cart
    for _ in range(carts.HELD_MAX - 1):
        carts.hold(caller.shop.desk, cart=cart, member_id=None, label="x")
    caller.waiting = carts.HELD_MAX
    caller.refused(503, "send it again later", {**BILL, "key": "8"})


def test_a_port_that_is_taken_is_said_and_the_folder_is_watched_all_the_same(tmp_path):
    told = []
    with socket.socket() as other, memory_shop() as shop:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port, file = other.getsockname()[1], tmp_path / "companion.token"
        with running_feeds(shop.desk, folder=tmp_path, port=port, token_file=file) as feeds:
            feeds.listen(told.append)
    assert [(one.news, one.name) for one in told] == [(News.NO_DOOR, str(port))]


def test_the_token_is_made_once_and_only_for_whoever_runs_the_counter(tmp_path):
    file = tmp_path / "companion.token"
    made = token(file)
    assert (token(file), len(made) > 40) == (made, True)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.write_text("short")
    with pytest.raises(OSError, match="holds no token"):
        token(file)
