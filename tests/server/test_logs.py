"""The log is JSON, a line an event, and holds nobody's name, number, code or token."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.web import logs
from tests.server.callers import Shop, content_of, done

PHONES = ["+919876543210", "98765 43210", "(020) 2612-3456", "9876543210"]
CARDS = ["700012342052", "7000 1234 2052", "7000-1234-2052"]
TOKENS = ["eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ4In0.c2ln", "Bearer abcdef123456", "Basic dXNlcjpwYXNz", "k" * 43]


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What the server's loggers write while the test runs."""
    heard = io.StringIO()
    handler = logging.StreamHandler(heard)
    handler.setFormatter(logs.formatter())
    root, before = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield heard
    root.removeHandler(handler)
    root.setLevel(before)


def written(lines: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines.getvalue().splitlines()]


@pytest.mark.parametrize("secret", [*PHONES, *CARDS, *TOKENS, "BCDF-2345", "asha@example.in"])
def test_numbers_codes_and_tokens_are_blotted_out(lines: io.StringIO, secret: str) -> None:
    log = logs.logger("server.test")
    log.info(f"event about {secret}!", code=secret, phone=secret, name=secret, anything={"deep": secret})
    logging.getLogger("a.library").warning("said %s of %r", secret, {"phone": secret})
    assert secret not in lines.getvalue()
    assert len(written(lines)) == 2


def test_what_an_exception_says_is_not_repeated(lines: io.StringIO) -> None:
    try:
        raise ValueError("Key (name)=(Ravi Kumar) already exists")
    except ValueError as error:
        logs.logger("server.test").warning("unexpected", exc_info=error)
        logging.getLogger("a.library").warning("failed", exc_info=True)
    assert "Ravi" not in lines.getvalue()
    assert [line["error"] for line in written(lines)] == ["ValueError", "ValueError"]
    assert all("test_logs.py" in line["stack"][-1] for line in written(lines))


def test_ids_of_ours_stay(lines: io.StringIO) -> None:
    request_id = "01a1fd29-37d0-7c05-afb1-3124c48afe07"
    logs.logger("server.test").info("request", request_id=request_id, tenant=request_id, status=200, ms=1.5)
    (line,) = written(lines)
    assert (line["request_id"], line["tenant"], line["status"], line["ms"]) == (request_id, request_id, 200, 1.5)


@given(st.text(), st.sampled_from(PHONES + CARDS + TOKENS), st.text())
def test_no_secret_hides_between_words(before: str, secret: str, after: str) -> None:
    assert secret not in logs.scrubbed(f"{before} {secret} {after}")


def test_a_days_work_leaves_no_personal_data(lines: io.StringIO, shop: Shop) -> None:
    wire, name = shop.wire, "Ravi Kumar Deshpande"
    person = done(wire.post("/api/v1/staff", {"name": name, "role": "cashier"}, shop.owner))
    login_code = shop.login_code(person["staff_id"])
    client, counter = shop.system("cards:read"), shop.counter()
    nonce = counter.nonce()
    token = counter.token()
    wire.get("/api/v1/cards/700012342052?phone=%2B919876543210", token)
    wire.post("/api/v1/stores", {"name": name, "phone": "+919876543210"}, shop.owner)
    secrets = [name, "Ravi", login_code, login_code.replace("-", ""), client["client_secret"], nonce, token, shop.owner]
    log = lines.getvalue()
    assert [one for one in [*secrets, "700012342052", "9876543210"] if one in log] == []
    requests = [line for line in written(lines) if line["event"] == "request"]
    assert {"request_id", "method", "route", "status", "ms", "level", "timestamp"} <= set(requests[0])
    assert content_of(token)["sub"] == counter.paired["client_id"]
