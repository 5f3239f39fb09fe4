"""Tokens that are not good, names of another tenant: nobody comes in, nothing is told, bills stay where they are."""

from __future__ import annotations

from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.services.programs.program import publish
from server.desks import desk_of
from sync.protocol import push_to_plain
from tests.desks import PROGRAM, STAFF
from tests.server.callers import Counter, Shop, Wire, content_of, done, problem, unsigned
from tests.server.tills import Till

PUSH, PULL, LEASES = "/api/v1/sync/push", "/api/v1/sync/pull?after=0", "/api/v1/sync/leases"


@pytest.fixture
def counter(shop: Shop) -> Counter:
    publish(desk_of(shop.wire.running.parts, shop.tenant_id), PROGRAM, staff=STAFF)
    return shop.counter()


def till_of(counter: Counter) -> Till:
    till = Till.new(counter.code, counter.wire.running.clock)  # type: ignore[arg-type]
    till.key = counter.key
    till.join(str(counter.paired["store_id"]))
    till.enrol("Meena Iyer")
    return till


def pushed(counter: Counter, plain: Any, token: str) -> tuple[int, str]:
    return problem(counter.wire.post(PUSH, plain, token))


def forged(token: str, **changes: Any) -> list[str]:
    """What somebody makes of a token without the server's key."""
    content = {**content_of(token), **changes}
    header, body, signature = token.split(".")
    mine = jwt.encode(
        content, Ed25519PrivateKey.generate(), algorithm="EdDSA", headers=jwt.get_unverified_header(token)
    )
    return [
        mine,
        unsigned({"alg": "none", "typ": "at+jwt"}, content),
        jwt.encode(content, "a secret of thirty-two bytes, long", algorithm="HS256"),
        f"{header}.{body}.{signature[:-4]}AAAA",
        f"{header}.{body}.",
        "x" * 8000,
        "..",
    ]


def test_forged_and_expired_tokens(counter: Counter) -> None:
    till, good = till_of(counter), counter.token()
    plain = push_to_plain(till.push())
    for token in forged(good, exp=1 << 40):
        assert pushed(counter, plain, token) == (401, "TOKEN-BAD")
    counter.wire.running.clock.advance(hours=2)
    assert pushed(counter, plain, good) == (401, "TOKEN-BAD")
    assert [one["status"] for one in done(counter.wire.post(PUSH, plain, counter.token()))["results"]] == ["APPLIED"]


def test_tokens_of_other_kinds_do_not_sync(shop: Shop, counter: Counter) -> None:
    plain = push_to_plain(till_of(counter).push())
    assert problem(shop.wire.post(PUSH, plain, shop.owner))[0] == 403
    assert pushed(counter, plain, "") == (401, "TOKEN-MISSING")


def test_a_counter_of_another_tenant_finds_nothing_here(wire: Wire, counter: Counter) -> None:
    till = till_of(counter)
    plain = push_to_plain(till.push())
    done(wire.post(PUSH, plain, counter.token()))
    with till.store.reading() as unit:
        (member_id,) = unit.members.ids_after("", limit=2)
        card = unit.members.cards_of(member_id)[0].number
    stranger = Shop.open(wire, "Another business").counter()
    token = stranger.token()
    assert pushed(stranger, plain, token) == (403, "SIGNATURE-BAD")
    for scan in ({"member": member_id, "wanted": 100}, {"card": card, "wanted": 100}):
        assert problem(wire.post(LEASES, scan, token))[0] == 404
    told = done(wire.get(PULL, token))
    assert member_id not in str(told)
    assert card not in str(told)
    assert done(wire.get("/api/v1/sync/members", token))["rows"] == []
    other = till_of(stranger)
    others = push_to_plain(other.push())
    assert pushed(stranger, {**others, "counter": "B1"}, token) == (403, "OTHER-COUNTER")
    assert [one["status"] for one in done(wire.post(PUSH, others, token))["results"]] == ["APPLIED"]
