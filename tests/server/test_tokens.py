"""A token opens only what it says, only here, only now, and only as this server signed it."""

from __future__ import annotations

from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from server.auth.tokens import Claims, Kind, issue
from tests.server.callers import Shop, Wire, content_of, done, problem, unsigned

BAD = (401, "TOKEN-BAD")


def header_of(token: str) -> dict[str, Any]:
    return jwt.get_unverified_header(token)


def resigned(shop: Shop, *, header: dict[str, Any] | None = None, **changes: Any) -> str:
    """The owner's token with other content, properly signed by the server's own key."""
    left_out = {name for name, value in changes.items() if value is None}
    content = {name: value for name, value in {**content_of(shop.owner), **changes}.items() if name not in left_out}
    key = shop.wire.running.parts.signing.current()
    headers = {"kid": key.kid, "typ": "at+jwt", **(header or {})}
    return jwt.encode(content, key.private, algorithm="EdDSA", headers=headers)


def knock(shop: Shop, token: str) -> tuple[int, str]:
    return problem(shop.wire.get("/api/v1/stores", token))


def test_a_token_signed_again_is_as_good(shop: Shop) -> None:
    done(shop.wire.get("/api/v1/stores", resigned(shop)))


def test_an_unsigned_token(shop: Shop) -> None:
    for alg in ("none", "None", "EdDSA"):
        assert knock(shop, unsigned({**header_of(shop.owner), "alg": alg}, content_of(shop.owner))) == BAD


def test_a_token_signed_with_the_public_key_as_a_secret(shop: Shop) -> None:
    public = shop.wire.running.parts.signing.current().public.public_bytes_raw()
    header = header_of(shop.owner)
    forged = jwt.encode(content_of(shop.owner), public, algorithm="HS256", headers={**header, "alg": "HS256"})
    assert knock(shop, forged) == BAD


def test_a_token_signed_by_somebody_else(shop: Shop) -> None:
    own = Ed25519PrivateKey.generate()
    for kid in (header_of(shop.owner)["kid"], "another", ""):
        forged = jwt.encode(content_of(shop.owner), own, algorithm="EdDSA", headers={"kid": kid, "typ": "at+jwt"})
        assert knock(shop, forged) == BAD


def test_a_counters_key_signs_no_token(shop: Shop) -> None:
    """Nor does its client id name a key."""
    counter = shop.counter()
    for kid in (header_of(shop.owner)["kid"], counter.paired["client_id"]):
        headers = {"kid": kid, "typ": "at+jwt"}
        assert knock(shop, jwt.encode(content_of(shop.owner), counter.key, algorithm="EdDSA", headers=headers)) == BAD


@pytest.mark.parametrize(
    "change",
    [
        {"iss": "tillpoint:another"},
        {"aud": "tillpoint:another"},
        {"aud": None},
        {"exp": 1},
        {"exp": None},
        {"sub": None},
        {"tenant": None},
        {"kind": None},
        {"scope": None},
        {"jti": None},
    ],
    ids=str,
)
def test_a_token_with_a_claim_amiss(shop: Shop, change: dict[str, Any]) -> None:
    assert knock(shop, resigned(shop, **change)) == BAD


def test_a_token_of_the_future(shop: Shop) -> None:
    at = content_of(shop.owner)["iat"]
    assert knock(shop, resigned(shop, iat=at + 120, exp=at + 600)) == BAD


@pytest.mark.parametrize("header", [{"typ": "JWT"}, {"kid": 7}, {"kid": None}], ids=str)
def test_a_token_with_another_header(shop: Shop, header: dict[str, Any]) -> None:
    content, key = content_of(shop.owner), shop.wire.running.parts.signing.current()
    headers = {name: value for name, value in {"kid": key.kid, "typ": "at+jwt", **header}.items() if value is not None}
    if isinstance(headers.get("kid"), int):
        forged = unsigned({**headers, "alg": "EdDSA"}, content)
    else:
        forged = jwt.encode(content, key.private, algorithm="EdDSA", headers=headers)
    assert knock(shop, forged) == BAD


def test_a_token_runs_out(shop: Shop) -> None:
    done(shop.wire.get("/api/v1/stores", shop.owner))
    shop.wire.running.clock.advance(seconds=599)
    done(shop.wire.get("/api/v1/stores", shop.owner))
    shop.wire.running.clock.advance(seconds=2)
    assert knock(shop, shop.owner) == BAD


def test_an_assertion_is_no_token(shop: Shop) -> None:
    assert knock(shop, shop.counter().assertion()) == BAD


@pytest.mark.parametrize("header", ["Bearer", "Bearer ", "Basic abc", "bearerx", "Token abc"])
def test_no_token_at_all(wire: Wire, header: str) -> None:
    assert problem(wire.get("/api/v1/stores", headers={"Authorization": header})) == (401, "TOKEN-MISSING")


@pytest.mark.parametrize("token", ["x", "a.b", "a.b.c", "." * 300, "\u00e9".encode("latin-1").decode("latin-1")])
def test_nonsense_for_a_token(wire: Wire, token: str) -> None:
    assert problem(wire.get("/api/v1/stores", headers={"Authorization": f"Bearer {token}".encode("latin-1")})) == BAD


def test_the_tenant_is_the_tokens(shop: Shop, wire: Wire) -> None:
    """Nothing in a request names another tenant."""
    other = Shop.open(wire)
    for path in (f"/api/v1/stores/{other.store_id}", f"/api/v1/stores/{other.store_id}?tenant_id={other.tenant_id}"):
        answer = wire.get(path, shop.owner, headers={"Tillpoint-Tenant": other.tenant_id})
        assert problem(answer) == (404, "NOT-FOUND")
    assert done(wire.get("/api/v1/tenants/own", shop.owner))["tenant_id"] == shop.tenant_id


def test_a_token_for_somebody_of_another_tenant(shop: Shop, wire: Wire) -> None:
    """Even signed by this server, a name counts only in the tenant it is of."""
    other, parts = Shop.open(wire), wire.running.parts
    subject = content_of(other.owner)["sub"]
    claims = Claims(shop.tenant_id, subject, Kind.PERSON, frozenset({"admin:stores"}), "owner")
    token = issue(claims, parts.signing, parts.secret, now=parts.now(), seconds=60)
    assert knock(shop, token) == (401, "REVOKED")
