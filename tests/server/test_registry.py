"""Stores, staff, systems and the tenant: pages without gaps, no change unseen, no rank overstepped."""

from __future__ import annotations

from typing import Any

import pytest

from tests.server.callers import Shop, Wire, done, problem

PATHS = ["/api/v1/tenants/own", "/api/v1/stores/{store}", "/api/v1/staff/{person}", "/api/v1/clients/{client}"]


def at(path: str, shop: Shop) -> str:
    person = done(shop.wire.post("/api/v1/staff", {"name": "Asha", "role": "cashier"}, shop.owner))["staff_id"]
    return path.format(store=shop.store_id, person=person, client=shop.system("cards:read")["client_id"])


def change(shop: Shop, path: str, body: Any, version: int, *, token: str = "", method: str = "PATCH") -> Any:
    return shop.wire.call(method, path, token or shop.owner, json=body, headers={"If-Match": f'"{version}"'})


@pytest.mark.parametrize("path", PATHS)
def test_a_change_names_what_it_is_based_on(shop: Shop, path: str) -> None:
    place = at(path, shop)
    read = shop.wire.get(place, shop.owner)
    assert read.headers["ETag"] == '"1"'
    assert problem(shop.wire.call("PATCH", place, shop.owner, json={"name": "New"})) == (428, "IF-MATCH-MISSING")
    changed = change(shop, place, {"name": "New"}, 1)
    assert (done(changed)["name"], changed.headers["ETag"]) == ("New", '"2"')
    assert problem(change(shop, place, {"name": "Newer"}, 1)) == (412, "CHANGED-MEANWHILE")
    for wild in ("*", "2", 'W/"2"', '"x"'):
        answer = shop.wire.call("PATCH", place, shop.owner, json={"name": "x"}, headers={"If-Match": wild})
        assert problem(answer) == (412, "CHANGED-MEANWHILE")
    assert done(shop.wire.get(place, shop.owner))["name"] == "New"


@pytest.mark.parametrize("path", ["/api/v1/stores", "/api/v1/staff", "/api/v1/clients", "/api/v1/counters"])
def test_what_is_not_there(shop: Shop, path: str) -> None:
    missing = f"{path}/{'ZZ' if path.endswith('counters') else 'nobody'}"
    assert problem(shop.wire.get(missing, shop.owner)) == (404, "NOT-FOUND")
    if not path.endswith("counters"):
        assert problem(change(shop, missing, {"name": "New"}, 1)) == (404, "NOT-FOUND")
        assert problem(change(shop, missing, None, 1, method="DELETE")) == (404, "NOT-FOUND")


def test_pages_have_no_gaps_and_tell_nothing_twice(shop: Shop) -> None:
    for number in range(6):
        done(shop.wire.post("/api/v1/stores", {"name": f"Store {number}"}, shop.owner))
    seen: list[str] = []
    after = ""
    while True:
        page = done(shop.wire.get("/api/v1/stores", shop.owner, params={"limit": 3, "after": after}))
        seen += [one["name"] for one in page["items"]]
        if page["next"] is None:
            break
        after = page["next"]
    assert seen == ["MG Road", *(f"Store {number}" for number in range(6))]


@pytest.mark.parametrize("params", [{"limit": 0}, {"limit": 201}, {"limit": "x"}], ids=str)
def test_pages_are_bounded(shop: Shop, params: dict[str, Any]) -> None:
    assert problem(shop.wire.get("/api/v1/stores", shop.owner, params=params)) == (422, "INVALID")


@pytest.mark.parametrize("cursor", ["é", "!!", "_w", "AA"])
def test_a_cursor_of_nobodys(shop: Shop, cursor: str) -> None:
    assert problem(shop.wire.get("/api/v1/stores", shop.owner, params={"after": cursor})) == (400, "CURSOR-BAD")


def test_the_same_key_has_one_effect(shop: Shop) -> None:
    key, other = {"Idempotency-Key": "intent-1"}, Shop.open(shop.wire)
    first = done(shop.wire.post("/api/v1/stores", {"name": "Camp"}, shop.owner, headers=key))
    assert done(shop.wire.post("/api/v1/stores", {"name": "Camp"}, shop.owner, headers=key)) == first
    reused = shop.wire.post("/api/v1/stores", {"name": "Kothrud"}, shop.owner, headers=key)
    assert problem(reused) == (422, "KEY-REUSED")
    names = [one["name"] for one in done(shop.wire.get("/api/v1/stores", shop.owner))["items"]]
    assert names == ["MG Road", "Camp"]
    elsewhere = done(shop.wire.post("/api/v1/stores", {"name": "Camp"}, other.owner, headers=key))
    assert elsewhere["store_id"] != first["store_id"]


def test_a_refused_request_does_not_use_its_key(shop: Shop) -> None:
    key = {"Idempotency-Key": "intent-1"}
    body = {"name": "Asha", "role": "cashier", "store_id": "nowhere"}
    assert problem(shop.wire.post("/api/v1/staff", body, shop.owner, headers=key)) == (404, "NOT-FOUND")
    done(shop.wire.post("/api/v1/staff", {**body, "store_id": None}, shop.owner, headers=key))


@pytest.mark.parametrize("key", ["", "a" * 101, "a b", "a,b"])
def test_a_key_of_another_form(shop: Shop, key: str) -> None:
    headers = {"Idempotency-Key": key}
    assert problem(shop.wire.post("/api/v1/stores", {"name": "Camp"}, shop.owner, headers=headers)) == (422, "INVALID")


@pytest.mark.parametrize("role", ["manager", "owner"])
def test_nobody_makes_or_becomes_their_equal(shop: Shop, role: str) -> None:
    manager, equal = shop.person("manager"), shop.person(role)
    cashier = done(shop.wire.post("/api/v1/staff", {"name": "Asha", "role": "cashier"}, manager["token"]))
    place, theirs = f"/api/v1/staff/{cashier['staff_id']}", f"/api/v1/staff/{equal['staff_id']}"
    low = (403, "RANK-TOO-LOW")
    assert problem(shop.wire.post("/api/v1/staff", {"name": "x", "role": role}, manager["token"])) == low
    assert problem(change(shop, place, {"role": role}, 1, token=manager["token"])) == low
    assert problem(change(shop, theirs, {"name": "x"}, 1, token=manager["token"])) == low
    assert problem(change(shop, theirs, None, 1, token=manager["token"], method="DELETE")) == low
    assert problem(shop.wire.post(f"{theirs}/login-codes", None, manager["token"])) == low
    done(shop.wire.post(f"/api/v1/staff/{manager['staff_id']}/login-codes", None, manager["token"]))
    done(shop.wire.post(f"{place}/login-codes", None, manager["token"]))


def test_a_manager_of_one_store_looks_after_that_store(shop: Shop) -> None:
    wire, other = shop.wire, (403, "OTHER-STORE")
    elsewhere = done(wire.post("/api/v1/stores", {"name": "Elsewhere"}, shop.owner))["store_id"]
    manager = shop.person("manager", store_id=shop.store_id)["token"]
    cashier = done(wire.post("/api/v1/staff", {"name": "x", "role": "cashier", "store_id": elsewhere}, shop.owner))
    place = f"/api/v1/staff/{cashier['staff_id']}"
    for body in ({"name": "x", "role": "cashier"}, {"name": "x", "role": "cashier", "store_id": elsewhere}):
        assert problem(wire.post("/api/v1/staff", body, manager)) == other
    assert problem(change(shop, place, {"store_id": shop.store_id}, 1, token=manager)) == other
    assert problem(change(shop, place, None, 1, token=manager, method="DELETE")) == other
    assert problem(wire.post(f"{place}/login-codes", None, manager)) == other
    assert problem(wire.post("/api/v1/stores", {"name": "x"}, manager)) == other
    assert problem(change(shop, f"/api/v1/stores/{elsewhere}", {"name": "x"}, 1, token=manager)) == other
    own = done(wire.post("/api/v1/staff", {"name": "x", "role": "cashier", "store_id": shop.store_id}, manager))
    assert problem(change(shop, f"/api/v1/staff/{own['staff_id']}", {"store_id": None}, 1, token=manager)) == other
    done(change(shop, f"/api/v1/stores/{shop.store_id}", {"name": "x"}, 1, token=manager))


def test_one_owner_is_always_left(shop: Shop) -> None:
    (owner,) = done(shop.wire.get("/api/v1/staff", shop.owner))["items"]
    place = f"/api/v1/staff/{owner['staff_id']}"
    assert problem(change(shop, place, {"role": "manager"}, 1)) == (409, "LAST-OWNER")
    assert problem(change(shop, place, None, 1, method="DELETE")) == (409, "LAST-OWNER")
    shop.person("owner")
    assert done(change(shop, place, {"role": "manager"}, 1))["role"] == "manager"


def test_someone_shut_out_gets_no_code(shop: Shop) -> None:
    place = f"/api/v1/staff/{shop.person('cashier')['staff_id']}"
    assert done(change(shop, place, None, 1, method="DELETE"))["status"] == "REVOKED"
    assert problem(shop.wire.post(f"{place}/login-codes", None, shop.owner)) == (409, "REVOKED")


def test_a_person_moves_between_stores(shop: Shop) -> None:
    person = shop.person("cashier", store_id=shop.store_id)
    place = f"/api/v1/staff/{person['staff_id']}"
    assert done(change(shop, place, {"name": "Asha"}, 1))["store_id"] == shop.store_id
    assert done(change(shop, place, {"store_id": None}, 2))["store_id"] is None
    assert problem(change(shop, place, {"store_id": "nowhere"}, 3)) == (404, "NOT-FOUND")


@pytest.mark.parametrize("scope", ["sync", "admin:staff", "admin:clients", "admin:tenant", "everything", ""])
def test_what_a_system_may_never_do(shop: Shop, scope: str) -> None:
    body = {"name": "Online shop", "scopes": ["cards:read", scope]}
    assert problem(shop.wire.post("/api/v1/clients", body, shop.owner)) == (422, "SCOPE-NOT-FOR-SYSTEMS")


def test_a_systems_scopes_shrink_at_once_and_grow_with_the_next_token(shop: Shop) -> None:
    client = shop.system("admin:stores", "reports:read")
    place = f"/api/v1/clients/{client['client_id']}"
    done(shop.wire.get("/api/v1/stores", client["token"]))
    done(change(shop, place, {"scopes": ["reports:read"]}, 1))
    assert problem(shop.wire.get("/api/v1/stores", client["token"])) == (403, "SCOPE-MISSING")


def test_a_secret_is_shown_once(shop: Shop) -> None:
    client = shop.system("cards:read")
    read = shop.wire.get(f"/api/v1/clients/{client['client_id']}", shop.owner)
    assert "secret" not in done(read)
    assert client["client_secret"] not in shop.wire.get("/api/v1/clients", shop.owner).text


def test_tenants_see_nothing_of_each_other(shop: Shop, wire: Wire) -> None:
    other = Shop.open(wire)
    person, client = other.person("cashier"), other.system("cards:read")
    other.counter("Z9")
    for path in (
        f"stores/{other.store_id}",
        f"staff/{person['staff_id']}",
        f"clients/{client['client_id']}",
        "counters/Z9",
    ):
        assert problem(wire.get(f"/api/v1/{path}", shop.owner)) == (404, "NOT-FOUND")
    assert problem(wire.post(f"/api/v1/staff/{person['staff_id']}/login-codes", None, shop.owner))[0] == 404
    assert problem(wire.post("/api/v1/counters/Z9/revoke", None, shop.owner))[0] == 404
