"""Programmes by the API: made, changed by who has seen them, and put in force for every counter of the chain."""

from __future__ import annotations

from typing import Any

import requests

from tests.server.api.billing import Billing
from tests.server.callers import done, problem

PATH = "/api/v1/programmes"
COINS = {"name": "Coins", "kind": "HYBRID", "point": {"one": "coin", "many": "coins"}, "first_day": "2026-01-01"}


def send(
    billing: Billing, method: str, path: str, body: Any = None, *, etag: str = "", key: str = ""
) -> requests.Response:
    headers = {name: value for name, value in (("If-Match", etag), ("Idempotency-Key", key)) if value}
    return billing.wire.call(method, PATH + path, billing.shop.owner, json=body, headers=headers)


def test_a_programme_is_made_once_and_put_in_force_in_the_place_of_the_first(billing: Billing) -> None:
    (first,) = done(send(billing, "GET", ""))["items"]
    assert (first["programme_id"], first["is_in_force"], first["kind"]) == ("first", True, "HYBRID")

    added = send(billing, "POST", "", COINS, key="coins")
    made = done(added)
    assert (added.status_code, added.headers["ETag"]) == (201, '"1"')
    assert done(send(billing, "POST", "", COINS, key="coins")) == made
    assert (made["status"], made["is_in_force"], made["programs"]) == ("DRAFT", False, [])
    assert (made["point"], made["first_day"], made["last_day"]) == (COINS["point"], "2026-01-01", None)

    path = f"/{made['programme_id']}"
    begun = send(billing, "POST", f"{path}/publish", {}, etag='"1"')
    shown = done(send(billing, "GET", path))
    assert done(begun) == shown
    assert (shown["status"], shown["is_in_force"], shown["version"]) == ("ACTIVE", True, 2)
    assert shown["programs"] == [first["programs"][0] + 1]
    assert problem(send(billing, "POST", f"{path}/publish", {}, etag='"2"')) == (422, "INVALID")


def test_a_programme_is_changed_by_who_has_seen_it(billing: Billing) -> None:
    assert problem(send(billing, "PATCH", "/first", {"name": "Stars"})) == (428, "IF-MATCH-MISSING")
    changed = done(send(billing, "PATCH", "/first", {"status": "SUSPENDED", "last_day": "2027-03-31"}, etag='"1"'))
    assert (changed["status"], changed["last_day"], changed["version"]) == ("SUSPENDED", "2027-03-31", 2)
    assert problem(send(billing, "PATCH", "/first", {"status": "ACTIVE"}, etag='"1"')) == (412, "CHANGED-MEANWHILE")

    sent = {"status": "ACTIVE", "last_day": None, "name": None, "point": {"one": "star", "many": "stars"}}
    again = done(send(billing, "PATCH", "/first", sent, etag='"2"'))
    assert (again["name"], again["last_day"], again["point"]["many"]) == (changed["name"], None, "stars")
    assert len(again["programs"]) == len(changed["programs"]) + 1


def test_its_rules_are_given_before_it_is_in_force(billing: Billing) -> None:
    config = done(billing.wire.call("GET", "/api/v1/card-config", billing.shop.owner))["config"]
    cash = {**config, "redemption": {**config["redemption"], "rate": "1"}}
    cash["tiers"] = {**config["tiers"], "levels": config["tiers"]["levels"][:1]}
    made = done(send(billing, "POST", "", {"name": "Cash", "kind": "CASHBACK", "config": config}))
    path = f"/{made['programme_id']}"
    assert problem(send(billing, "POST", f"{path}/publish", {}, etag='"1"')) == (422, "INVALID")
    assert done(send(billing, "PATCH", path, {"config": cash}, etag='"1"'))["config"]["redemption"]["rate"] == "1"

    waits = done(send(billing, "POST", f"{path}/publish", {"holds_on": "2199-01-01"}, etag='"2"'))
    assert (waits["is_waiting"], waits["is_in_force"]) == (True, False)
    assert problem(send(billing, "PATCH", "/first", {"config": cash}, etag='"1"')) == (422, "INVALID")


def test_no_two_have_the_same_name(billing: Billing) -> None:
    done(send(billing, "POST", "", COINS, key="coins"))
    taken = send(billing, "POST", "", {**COINS, "name": COINS["name"].upper()}, key="capitals")
    assert problem(taken) == (422, "INVALID")
    assert taken.json()["detail"].startswith("“Coins” is a programme already.")
    assert problem(send(billing, "PATCH", "/first", {"name": "coins"}, etag='"1"')) == (422, "INVALID")


def test_one_that_is_not_there_is_not_found(billing: Billing) -> None:
    assert problem(send(billing, "GET", "/nobody")) == (404, "NOT-FOUND")
    assert problem(send(billing, "PATCH", "/nobody", {}, etag='"1"')) == (404, "NOT-FOUND")


def test_a_refusal_speaks_of_the_points_as_the_programme_in_force_calls_them(billing: Billing) -> None:
    asked = billing.asked(billing.rich(), 100_00, bill="A", points="99999")
    before = billing.post("/cards/redeem-points", asked, key="before")
    assert "points" in before.json()["detail"]
    done(send(billing, "PATCH", "/first", {"point": {"one": "coin", "many": "coins"}}, etag='"1"'))
    after = billing.post("/cards/redeem-points", asked, key="after")
    assert after.json()["detail"] == before.json()["detail"].replace("points", "coins")
    assert billing.refused(after) == billing.refused(before)
