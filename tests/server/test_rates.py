"""Too often is told so, with when to come back; nobody's rate is anybody else's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from server.databases.database import SqliteDatabase
from tests.server.callers import CHALLENGE, Shop, Wire, ask_to_join, done, problem
from tests.server.running import PLENTY, running_server

TOO_MANY = (429, "TOO-MANY")
FEW = replace(PLENTY, requests_per_minute=5, sign_ins_per_minute=12)


@pytest.fixture
def wire(tmp_path: Path) -> Iterator[Wire]:
    with closing(SqliteDatabase(tmp_path)) as database:
        database.prepare()
        with running_server(database, FEW) as running, Wire(running) as wire:
            yield wire


def test_a_caller_is_slowed_down_and_no_other(wire: Wire) -> None:
    shop, other = Shop.open(wire), Shop.open(wire)  # each has used one request
    answers = [wire.get("/api/v1/stores", shop.owner) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200] * 4 + [429]
    assert [answer.headers["RateLimit-Remaining"] for answer in answers] == ["3", "2", "1", "0", "0"]
    assert problem(answers[-1]) == TOO_MANY
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 60
    done(wire.get("/api/v1/stores", other.owner))


def test_a_door_without_a_token_counts_by_address(wire: Wire) -> None:
    answers = [wire.get("/api/v1/oauth/nonce") for _ in range(13)]
    assert [answer.status_code for answer in answers] == [200] * 12 + [429]
    assert problem(answers[-1]) == TOO_MANY
    ask_to_join(wire, Ed25519PrivateKey.generate())  # another door


def test_pairings_are_few(wire: Wire) -> None:
    key = Ed25519PrivateKey.generate()
    for _ in range(12):
        ask_to_join(wire, key)
    with pytest.raises(AssertionError, match="TOO-MANY"):
        ask_to_join(wire, key)


def test_guessing_login_codes_is_slow(wire: Wire) -> None:
    def guess(code: str) -> tuple[int, str]:
        asked = {"login_code": code, "code_challenge": CHALLENGE, "code_challenge_method": "S256"}
        return problem(wire.post("/api/v1/oauth/authorize", asked))

    told = [guess(f"BBBB-BBB{letter}") for letter in "BCDFGHJKMNPQR"]
    assert told == [(400, "LOGIN-CODE-BAD")] * 12 + [TOO_MANY]


def test_one_code_is_not_tried_for_ever_from_many_places(wire: Wire) -> None:
    rates = wire.running.parts.rates
    for _ in range(10):
        rates.code("login", "BBBBBBBB")
    asked = {"login_code": "BBBB-BBBB", "code_challenge": CHALLENGE, "code_challenge_method": "S256"}
    assert problem(wire.post("/api/v1/oauth/authorize", asked)) == TOO_MANY
