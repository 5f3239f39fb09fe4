"""Partners by the API: the owner's, each once, with a token that is told to the partner alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import requests
from sqlalchemy import select

from app.domain.rewards import Reward, RewardKind
from app.persistence.statement import Statement, owned
from app.services.programs.program import current, publish
from server.databases.tables.partners import partners
from server.jobs import PARTNER_JOBS, run_due
from tests.server.api.billing import Billing
from tests.server.callers import done, problem, sign_in
from tests.wire.partner import LoopbackPartner

PATH = "/api/v1/partners"
NEW = {"name": "Cinema", "base_url": "https://cinema.example/loyalty/", "token": "token-of-ours"}
EVERY = Statement(select(partners).where(owned(partners)))


def send(billing: Billing, method: str, path: str, body: Any, *, etag: str = "", token: str = "") -> requests.Response:
    headers = {"If-Match": etag} if etag else {}
    return billing.wire.call(method, PATH + path, token or billing.shop.owner, json=body, headers=headers)


def test_a_partner_is_added_once_and_its_token_never_told(billing: Billing) -> None:
    added = send(billing, "POST", "", NEW)
    made = done(added)
    assert (added.status_code, added.headers["ETag"]) == (201, '"1"')
    assert (made["name"], made["base_url"], made["is_enabled"]) == ("Cinema", "https://cinema.example/loyalty", True)
    assert problem(send(billing, "POST", "", {**NEW, "token": "another"})) == (409, "PARTNER-KNOWN")
    one = send(billing, "GET", f"/{made['partner_id']}", None)
    every = send(billing, "GET", "", None)
    assert done(one) == made
    assert done(every)["items"] == [made]
    assert all("token" not in answer.text for answer in (added, one, every))
    with billing.wire.running.parts.database.store(billing.shop.tenant_id).reading() as unit:
        assert "token-of-ours" not in repr(unit.scope.rows(EVERY))


def test_a_partner_is_changed_by_who_has_seen_it(billing: Billing) -> None:
    made = done(send(billing, "POST", "", NEW))
    path = f"/{made['partner_id']}"
    assert problem(send(billing, "PATCH", path, {"is_enabled": False})) == (428, "IF-MATCH-MISSING")
    changed = send(billing, "PATCH", path, {"is_enabled": False, "token": "newer"}, etag='"1"')
    assert done(changed) == {**made, "is_enabled": False, "version": 2}
    assert changed.headers["ETag"] == '"2"'
    assert problem(send(billing, "PATCH", path, {"is_enabled": True}, etag='"1"')) == (412, "CHANGED-MEANWHILE")
    moved = done(send(billing, "PATCH", path, {"base_url": "http://[::1]:8080"}, etag='"2"'))
    assert (moved["base_url"], moved["is_enabled"]) == ("http://[::1]:8080", False)
    assert problem(send(billing, "PATCH", path, {"name": "Other"}, etag='"3"')) == (422, "INVALID")
    assert problem(send(billing, "GET", "/nobody", None)) == (404, "NOT-FOUND")


@pytest.mark.parametrize(
    "url",
    [
        *(
            "http://cinema.example",
            "http://10.0.0.1",
            "ftp://cinema.example",
            "https://",
            "https:///x",
            "cinema.example",
        ),
        *("https://user@cinema.example", "https://cinema.example?x=1", "https://cinema.example/#x", "https://a b"),
        *("https://cinema.example:x", "https://cinema.example:99999", "https://[::1", "https://127.0.0.1\\@x"),
        *("http://localhost.example", "https://ci\r\nnema", "http://127.0.0.1@cinema.example", "https://सिनेमा.example"),
    ],
)
def test_a_token_goes_only_where_nobody_listens(billing: Billing, url: str) -> None:
    assert problem(send(billing, "POST", "", {**NEW, "base_url": url})) == (422, "INVALID")


@pytest.mark.parametrize(
    "url", ["http://localhost:1", "http://127.0.0.1:1/a", "http://127.9.9.9", "https://a.example:8"]
)
def test_an_address_on_this_machine_needs_no_tls(billing: Billing, url: str) -> None:
    assert done(send(billing, "POST", "", {**NEW, "base_url": url}))["base_url"] == url


@pytest.mark.parametrize("token", ["", "two words", "line\r\nX: y", "टोकन", "x" * 1001])
def test_a_token_stands_on_one_line(billing: Billing, token: str) -> None:
    assert problem(send(billing, "POST", "", {**NEW, "token": token})) == (422, "INVALID")


def test_partners_are_the_owners(billing: Billing) -> None:
    manager = billing.shop.login_code(billing.shop.person("manager")["staff_id"])
    for token in (billing.token, sign_in(billing.wire, manager)["access_token"]):
        assert problem(send(billing, "POST", "", NEW, token=token)) == (403, "SCOPE-MISSING")
        assert problem(send(billing, "GET", "", None, token=token)) == (403, "SCOPE-MISSING")


@pytest.fixture
def partner() -> Iterator[LoopbackPartner]:
    with LoopbackPartner() as partner:
        yield partner


def test_a_voucher_is_given_by_the_server_itself(billing: Billing, partner: LoopbackPartner) -> None:
    """From the redemption to the partner's answer, by the job as it runs."""
    done(send(billing, "POST", "", {**NEW, "base_url": partner.url}))
    film = Reward("film", "Film", RewardKind.PARTNER, 50_00, partner="Cinema")
    publish(billing.desk, replace(current(billing.desk), rewards=(film,)), staff="office")
    asked = {"card_number": billing.rich(), "reward_id": "film"}
    made = done(billing.post("/rewards/redeem", asked, key="r"))
    partner.books.faults.append(lambda _, __: b"")
    run_due(billing.wire.running.parts, jobs=PARTNER_JOBS)
    path = f"/redemptions/{made['redemption_id']}"
    shown = done(billing.get(path))
    assert (shown["status"], shown["held_by"]) == ("PENDING", "partner")
    assert billing.refused(billing.post(f"{path}/cancel", key="c")) == (409, "VOUCHER_ELSEWHERE")
    assert partner.keys == [made["redemption_id"]]
