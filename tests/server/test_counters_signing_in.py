"""A counter proves itself with its own key, once an assertion, whatever its clock says."""

from __future__ import annotations

from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from server.auth import nonces
from tests.server.callers import ASSERTION_TYPE, Shop, Wire, content_of, done, jwk, problem, unsigned

OTHER_KEY = Ed25519PrivateKey.generate()
DAY = 86_400


@pytest.mark.parametrize("off_by", [0, 660, -660, 40 * 365 * DAY, -30 * 365 * DAY])
def test_any_clock_signs_in_with_a_nonce(shop: Shop, off_by: int) -> None:
    counter = shop.counter()
    at = int(shop.wire.running.clock.now().timestamp()) + off_by
    done(counter.show(counter.assertion(nonce=counter.nonce(), iat=at, exp=at + 60)))
    (seen,) = done(shop.wire.get("/api/v1/counters", shop.owner))["items"]
    assert abs(seen["clock_offset_ms"] + off_by * 1000) < 1000


@pytest.mark.parametrize(("off_by", "is_good"), [(0, True), (59, True), (-59, True), (130, False), (-130, False)])
def test_without_a_nonce_the_clock_has_to_be_right(shop: Shop, off_by: int, is_good: bool) -> None:
    counter = shop.counter()
    at = int(shop.wire.running.clock.now().timestamp()) + off_by
    answer = counter.show(counter.assertion(iat=at, exp=at + 60))
    assert answer.ok if is_good else problem(answer) == (401, "CLOCK-APART")


def test_an_assertion_counts_once(shop: Shop) -> None:
    counter = shop.counter()
    assertion = counter.assertion(nonce=counter.nonce())
    done(counter.show(assertion))
    assert problem(counter.show(assertion)) == (401, "ASSERTION-REPLAYED")


@pytest.mark.parametrize("with_nonce", [True, False])
def test_neither_id_nor_nonce_counts_twice(shop: Shop, with_nonce: bool) -> None:
    counter = shop.counter()
    same: dict[str, Any] = {"nonce": counter.nonce()} if with_nonce else {"jti": "the same"}
    done(counter.show(counter.assertion(**same)))
    assert problem(counter.show(counter.assertion(**same))) == (401, "ASSERTION-REPLAYED")


def test_an_assertion_is_not_good_again_when_its_mark_is_forgotten(shop: Shop) -> None:
    counter = shop.counter()
    assertion = counter.assertion(nonce=counter.nonce())
    done(counter.show(assertion))
    for _ in range(4):
        shop.wire.running.clock.advance(minutes=5)
        assert problem(counter.show(assertion))[0] == 401
        done(counter.show(counter.assertion(nonce=counter.nonce())))


def test_an_old_nonce_is_refused(shop: Shop) -> None:
    counter = shop.counter()
    nonce = counter.nonce()
    shop.wire.running.clock.advance(seconds=nonces.GOOD_FOR // 1_000_000 + 1)
    assert problem(counter.show(counter.assertion(nonce=nonce))) == (401, "NONCE-BAD")


@pytest.mark.parametrize("nonce", ["", "AAAA", "A" * 54, "é", "=" * 54, 7, ["a"]])
def test_a_nonce_of_nobodys_is_refused(shop: Shop, nonce: object) -> None:
    counter = shop.counter()
    assert problem(counter.show(counter.assertion(nonce=nonce))) == (401, "NONCE-BAD")


@pytest.mark.parametrize(
    "change",
    [
        {"aud": "https://another.example"},
        {"aud": None},
        {"sub": "somebody.else"},
        {"iss": "somebody.else"},
        {"exp": None},
        {"iat": None},
        {"jti": None},
        {"exp": 1 << 50},
        {"exp": 1},
        {"iat": True, "exp": 2},
        {"iat": -5, "exp": 5},
    ],
    ids=str,
)
def test_an_assertion_with_a_flaw_is_refused(shop: Shop, change: dict[str, Any]) -> None:
    counter = shop.counter()
    assert problem(counter.show(counter.assertion(nonce=counter.nonce(), **change)))[0] == 401


@pytest.mark.parametrize("jti", ["\0", "\ud800", "é" * 100])
def test_an_assertion_may_call_itself_anything(shop: Shop, jti: str) -> None:
    counter = shop.counter()
    done(counter.show(counter.assertion(nonce=counter.nonce(), jti=jti)))


@pytest.mark.parametrize("who", ["\0", "\ud800", "a" * 101, "../x", ""])
def test_an_assertion_of_nobody(shop: Shop, who: str) -> None:
    counter = shop.counter()
    assert problem(counter.show(counter.assertion(iss=who, sub=who))) == (401, "CLIENT-UNKNOWN")


def test_another_key_does_not_open(shop: Shop) -> None:
    counter = shop.counter()
    assert problem(counter.show(counter.assertion(key=OTHER_KEY, nonce=counter.nonce()))) == (401, "ASSERTION-BAD")


def test_another_tenants_counter_does_not_open(shop: Shop, wire: Wire) -> None:
    """Their key is good for them, and signs our counter's name."""
    ours, theirs = shop.counter(), Shop.open(wire).counter()
    forged = ours.assertion(key=theirs.key, nonce=ours.nonce())
    assert problem(ours.show(forged)) == (401, "ASSERTION-BAD")


def test_neither_unsigned_nor_symmetric_assertions_open(shop: Shop) -> None:
    counter = shop.counter()
    claims = counter.claims(nonce=counter.nonce())
    public = counter.key.public_key().public_bytes_raw()
    for forged in (unsigned({"alg": "none"}, claims), jwt.encode(claims, public, algorithm="HS256")):
        assert problem(counter.show(forged)) == (401, "ASSERTION-BAD")


@pytest.mark.parametrize("assertion", ["", "x", "a.b.c", "..", unsigned({"alg": "EdDSA"}, {"iss": 7})])
def test_what_is_no_assertion(wire: Wire, assertion: str) -> None:
    answer = wire.form(
        grant_type="client_credentials", client_assertion_type=ASSERTION_TYPE, client_assertion=assertion
    )
    assert problem(answer)[0] == 401


def test_the_kind_of_assertion_is_named(shop: Shop) -> None:
    counter = shop.counter()
    answer = shop.wire.form(grant_type="client_credentials", client_assertion=counter.assertion())
    assert problem(answer) == (400, "ASSERTION-KIND")


@pytest.mark.parametrize("ending", ["revoke", "declare-lost"])
def test_revocation_takes_effect_at_once(shop: Shop, ending: str) -> None:
    counter = shop.counter()
    token = counter.token()
    path = f"/api/v1/counters/{counter.code}/rotate-key"
    done(shop.wire.post(path, {"public_key": jwk(OTHER_KEY)}, token))
    done(shop.wire.post(f"/api/v1/counters/A1/{ending}", None, shop.owner))
    assert problem(shop.wire.post(path, {"public_key": jwk(OTHER_KEY)}, token)) == (401, "REVOKED")
    assert problem(counter.show(counter.assertion(nonce=counter.nonce()))) == (401, "COUNTER-REVOKED")


def test_a_lost_counter_stays_lost(shop: Shop) -> None:
    shop.counter()
    done(shop.wire.post("/api/v1/counters/A1/declare-lost", None, shop.owner))
    assert done(shop.wire.post("/api/v1/counters/A1/revoke", None, shop.owner))["status"] == "LOST"


def test_a_key_is_changed_with_overlap(shop: Shop) -> None:
    counter, new = shop.counter(), Ed25519PrivateKey.generate()
    done(shop.wire.post("/api/v1/counters/A1/rotate-key", {"public_key": jwk(new)}, counter.token()))
    done(counter.show(counter.assertion(nonce=counter.nonce())))  # the new one may never have been stored
    done(counter.show(counter.assertion(key=new, nonce=counter.nonce())))
    assert problem(counter.show(counter.assertion(nonce=counter.nonce()))) == (401, "ASSERTION-BAD")
    done(counter.show(counter.assertion(key=new, nonce=counter.nonce())))


def test_the_old_key_ends_after_a_week(shop: Shop) -> None:
    counter, new = shop.counter(), Ed25519PrivateKey.generate()
    done(shop.wire.post("/api/v1/counters/A1/rotate-key", {"public_key": jwk(new)}, counter.token()))
    shop.wire.running.clock.advance(days=7, seconds=1)
    assert problem(counter.show(counter.assertion(nonce=counter.nonce()))) == (401, "ASSERTION-BAD")
    done(counter.show(counter.assertion(key=new, nonce=counter.nonce())))


def test_the_same_key_announced_again_changes_nothing(shop: Shop) -> None:
    counter, new = shop.counter(), Ed25519PrivateKey.generate()
    path, asked, token = "/api/v1/counters/A1/rotate-key", {"public_key": jwk(new)}, counter.token()
    until = done(shop.wire.post(path, asked, token))
    shop.wire.running.clock.advance(minutes=5)
    assert done(shop.wire.post(path, asked, token)) == until, "the old key has no more time for it"
    done(counter.show(counter.assertion(key=new, nonce=counter.nonce())))
    done(shop.wire.post(path, asked, token))  # it was under way for so long
    assert problem(counter.show(counter.assertion(nonce=counter.nonce()))) == (401, "ASSERTION-BAD")
    done(counter.show(counter.assertion(key=new, nonce=counter.nonce())))


def test_a_counter_changes_no_other_counters_key(shop: Shop) -> None:
    one, other = shop.counter("A1"), shop.counter("A2")
    answer = shop.wire.post("/api/v1/counters/A1/rotate-key", {"public_key": jwk(OTHER_KEY)}, other.token())
    assert problem(answer) == (403, "OTHER-COUNTER")
    done(one.show(one.assertion(nonce=one.nonce())))


def test_a_counter_asks_for_no_more_than_it_may_have(shop: Shop) -> None:
    counter = shop.counter()
    form = {
        "grant_type": "client_credentials",
        "client_assertion_type": ASSERTION_TYPE,
        "client_assertion": counter.assertion(nonce=counter.nonce()),
    }
    assert problem(shop.wire.form(**form, scope="sync admin:staff")) == (400, "SCOPE-TOO-WIDE")


def test_signing_keys_change_and_the_old_ones_tokens_run_out_first(shop: Shop) -> None:
    counter, clock = shop.counter(), shop.wire.running.clock
    kid = jwt.get_unverified_header(counter.token())["kid"]
    clock.advance(days=30, seconds=1)
    token = counter.token()
    assert jwt.get_unverified_header(token)["kid"] != kid
    assert content_of(token)["tenant"] == shop.tenant_id
