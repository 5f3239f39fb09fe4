"""How a counter joins: a code on its screen, a manager's approval, and only then a name of its own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from server.identity.pairings import EXPIRES_SECONDS, INTERVAL_SECONDS
from tests.server.callers import Shop, Wire, ask_to_join, content_of, done, problem

KEY = Ed25519PrivateKey.generate()


def poll(wire: Wire, begun: dict[str, Any]) -> Any:
    return wire.post("/api/v1/counters/pairings/token", {"device_code": begun["device_code"]})


def test_a_counter_joins_and_signs_in(shop: Shop) -> None:
    counter = shop.counter("A1")
    content = content_of(counter.token())
    assert content["tenant"] == shop.tenant_id == counter.paired["tenant_id"]
    assert (content["kind"], content["scope"], content["store"]) == ("counter", "sync", shop.store_id)
    assert counter.paired["epoch"] == 2
    assert counter.paired["store_name"] == "MG Road"


def test_the_manager_sees_what_waits(shop: Shop) -> None:
    begun = ask_to_join(shop.wire, KEY, counter_code="B7")
    seen = done(shop.wire.get(f"/api/v1/counters/pairings/{begun['user_code'].lower()}", shop.owner))
    assert seen["counter_code"] == "B7"
    assert seen["chain"] == {"epoch": 1, "last_seq": 0, "has_history": False}


def test_polls_before_and_after_the_approval(shop: Shop) -> None:
    begun, clock = ask_to_join(shop.wire, KEY), shop.wire.running.clock
    assert poll(shop.wire, begun).json()["error"] == "authorization_pending"
    assert poll(shop.wire, begun).json()["error"] == "slow_down"
    clock.advance(seconds=INTERVAL_SECONDS)
    assert poll(shop.wire, begun).json()["error"] == "authorization_pending"
    done(shop.approve(begun))
    first, second = done(poll(shop.wire, begun)), done(poll(shop.wire, begun))
    assert first == second  # an answer that was lost on the way is told again


def test_a_code_runs_out(shop: Shop) -> None:
    begun = ask_to_join(shop.wire, KEY)
    shop.wire.running.clock.advance(seconds=EXPIRES_SECONDS)
    renewed = Shop.of(shop.wire, shop.tenant_id)
    assert problem(renewed.approve(begun)) == (404, "PAIRING-UNKNOWN")
    assert poll(shop.wire, begun).json()["error"] == "expired_token"


def test_a_denied_counter_stays_out(shop: Shop) -> None:
    begun = ask_to_join(shop.wire, KEY)
    assert shop.wire.post(f"/api/v1/counters/pairings/{begun['user_code']}/deny", None, shop.owner).status_code == 204
    assert poll(shop.wire, begun).json()["error"] == "access_denied"
    assert problem(shop.approve(begun)) == (404, "PAIRING-UNKNOWN")


def test_a_code_in_use_is_not_given_twice(shop: Shop) -> None:
    shop.counter("A1")
    begun = ask_to_join(shop.wire, KEY)
    assert problem(shop.approve(begun, code="A1")) == (409, "COUNTER-CODE-TAKEN")
    assert done(shop.approve(begun, code="A2"))["counter_code"] == "A2"  # the pairing is still good for another


@pytest.mark.parametrize("ending", ["revoke", "declare-lost"])
def test_a_counter_that_is_gone_is_replaced_under_a_higher_epoch(shop: Shop, ending: str) -> None:
    old = shop.counter("A1")
    done(shop.wire.post(f"/api/v1/counters/A1/{ending}", None, shop.owner))
    new = shop.counter("A1")
    assert new.paired["epoch"] == old.paired["epoch"] + 1
    assert new.paired["client_id"] != old.paired["client_id"]
    assert problem(old.show(old.assertion(nonce=old.nonce())))[0] == 401


def test_the_epoch_is_above_the_counters_own(shop: Shop) -> None:
    chain = {"epoch": 7, "last_seq": 12, "has_history": True}
    begun = ask_to_join(shop.wire, KEY, chain=chain)
    assert done(shop.approve(begun))["epoch"] == 8


def test_one_pairing_is_approved_once_whoever_is_faster(shop: Shop, wire: Wire) -> None:
    other, begun = Shop.open(wire), ask_to_join(wire, KEY)
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda n: (shop, other)[n % 2].approve(begun, code=f"C{n % 3}"), range(12)))
    assert len({answer.json()["counter_code"] for answer in answers if answer.ok}) == 1
    assert {answer.status_code for answer in answers} <= {200, 404}
    paired = done(poll(wire, begun))
    counters = [done(wire.get("/api/v1/counters", one.owner))["items"] for one in (shop, other)]
    assert [one["client_id"] for found in counters for one in found] == [paired["client_id"]]


def test_an_approval_for_a_store_that_is_none_claims_nothing(shop: Shop, wire: Wire) -> None:
    """Whoever mistyped has not taken the counter from those it waits for."""
    begun, other = ask_to_join(wire, KEY), Shop.open(wire, "Another")
    mistyped = replace(shop, store_id=other.store_id)
    assert problem(mistyped.approve(begun)) == (404, "NOT-FOUND")
    assert done(other.approve(begun))["store_id"] == other.store_id


def test_one_code_is_given_to_one_of_many_at_once(shop: Shop) -> None:
    waiting = [ask_to_join(shop.wire, KEY) for _ in range(8)]
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda begun: shop.approve(begun, code="A1"), waiting))
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 7


def test_guessing_codes_finds_nothing(shop: Shop) -> None:
    ask_to_join(shop.wire, KEY)
    guesses = [f"BBBB-{a}{b}CC" for a in "BCDFG" for b in "23456"]
    found = {problem(shop.wire.get(f"/api/v1/counters/pairings/{guess}", shop.owner)) for guess in guesses}
    assert found == {(404, "PAIRING-UNKNOWN")}


def test_a_manager_of_one_store_decides_for_that_store(shop: Shop) -> None:
    elsewhere = done(shop.wire.post("/api/v1/stores", {"name": "Elsewhere"}, shop.owner))["store_id"]
    manager = shop.person("manager", store_id=elsewhere)
    assert problem(shop.approve(ask_to_join(shop.wire, KEY), token=manager["token"])) == (403, "OTHER-STORE")


def test_a_closed_store_takes_no_counter(shop: Shop) -> None:
    path = f"/api/v1/stores/{shop.store_id}"
    done(shop.wire.call("DELETE", path, shop.owner, headers={"If-Match": '"1"'}))
    assert problem(shop.approve(ask_to_join(shop.wire, KEY))) == (409, "STORE-CLOSED")


@pytest.mark.parametrize(
    "change",
    [
        {"counter_code": "a1"},
        {"counter_code": "ABCD"},
        {"public_key": {"kty": "OKP", "crv": "X25519", "x": "A" * 43}},
        {"public_key": {"kty": "OKP", "crv": "Ed25519", "x": "AAAA"}},
        {"chain": {"epoch": "1", "last_seq": 0, "has_history": False}},
        {"chain": {"epoch": 1, "last_seq": -1, "has_history": False}},
        {"program": "till\u202epoint"},
        {"extra": 1},
    ],
    ids=str,
)
def test_what_is_not_a_pairing(shop: Shop, change: dict[str, Any]) -> None:
    chain = {"epoch": 1, "last_seq": 0, "has_history": False}
    key = {"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
    asked = {"public_key": key, "counter_code": "A1", "program": "t", "chain": chain, **change}
    assert problem(shop.wire.post("/api/v1/counters/pairings", asked)) == (422, "INVALID")
