"""A counter's chain names somebody else's ids: they are nobody's, and what was sent is kept for a person."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
import requests

from sync.protocol import push_to_plain
from tests.server.attempts import beside, everything
from tests.server.callers import ASSERTION_TYPE, Shop, Wire, done, problem
from tests.server.furnished import Furnished

V1 = "/api/v1"
SAID = ("card", "member", "review")


@pytest.fixture
def ours(wire: Wire) -> Furnished:
    return Furnished.of(Shop.open(wire, "Anand Medical"), "Anand", 1)


@pytest.fixture
def theirs(wire: Wire) -> Furnished:
    return Furnished.of(Shop.open(wire, "Zubeida Medical"), "Zubeida", 3)


Named = Mapping[str, list[str]]


def bodies(ours: Furnished, named: Named) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Events of each kind that name a card, a member or a review, together with a member of ours."""
    staff, (card, other), members, review = {"staff": "asha"}, named["card"][:2], named["member"], named["review"][0]

    def own() -> str:
        return str(ours.new_card()["member_id"])

    yield "card", {"card": card, "status": "BLOCKED", **staff}
    yield "replace", {"card": other, "by": ours.free_card(), **staff}
    yield "referrer", {"member": own(), "referrer": members[0], **staff}
    yield "referrer", {"member": members[1], "referrer": own(), **staff}
    yield "lease", {"lease": {members[2]: {"spent": 0, "returned": 100}}}
    yield "lease", {"lease": {members[3]: {"spent": 100, "returned": 0}}}
    yield "edit", {"member": members[4], "fields": {"name": {"old": "x", "new": "y"}}, **staff}
    yield "merge", {"member": members[0], "into": own(), **staff}
    yield "merge", {"member": own(), "into": members[1], **staff}
    yield "tier", {"member": members[2], "tier": "Gold", **staff}
    yield "review", {"review": review, "of": {}, "raised_at": 0, "choice": "KEEP", **staff}
    yield "redeem", {"bill": {"bill_id": "b1", "member_id": members[3]}, **staff}


def sold_to(ours: Furnished, member: str, card: str) -> None:
    """A bill of ours, sealed again with somebody else as its customer."""
    till = ours.till
    with till.store.reading() as unit:
        bills = [one for one in unit.journal.after(replace(till.sent, seq=0), limit=500) if one.kind == "bill"]
    own_card, own_member = ours.ids["card"][-1], ours.ids["member"][-1]
    text = bills[0].body.decode().replace(own_member, member).replace(own_card, card)
    fresh = till.desk.ids.entity()
    body = till_body(text, fresh)
    ours.seal("bill", body)


def till_body(text: str, fresh: str) -> dict[str, Any]:
    """A body without its place, its ids made new."""
    plain = json.loads(text)
    for name in ("kind", "counter", "epoch", "seq", "at"):
        del plain[name]
    again = json.dumps(plain).replace(plain["bill"]["bill_id"], fresh).replace(plain["bill"]["number"], f"{fresh}/x")
    for entry in plain["entries"]:
        again = again.replace(entry["entry_id"], f"{fresh}-{entry['entry_id']}")
    body: dict[str, Any] = json.loads(again)
    return body


def verdicts(ours: Furnished) -> list[tuple[str, str | None]]:
    """Pushes what waits."""
    return [(one["status"], one["code"]) for one in ours.push()["results"]]


def test_what_a_counter_says_of_others_is_said_of_nobody(ours: Furnished, theirs: Furnished) -> None:
    before, known = theirs.rows(), re.compile("|".join(map(re.escape, sorted(theirs.known_by - said(theirs)))))
    named = {kind: theirs.ids[kind] for kind in SAID}
    nobody = {kind: [beside(value, kind) for value in values] for kind, values in named.items()}
    for one, other in zip(bodies(ours, named), bodies(ours, nobody), strict=True):
        ours.seal(*one)
        told = verdicts(ours)
        ours.seal(*other)
        assert told == verdicts(ours), one
        assert theirs.rows() == before, one
    told = []
    for whose in (named, nobody):
        sold_to(ours, whose["member"][4], whose["card"][4])
        told.append(verdicts(ours))
    assert told[0] == told[1] != [("APPLIED", None)]
    for path in ("/sync/pull?after=0&limit=1000", "/sync/members", "/reviews", "/cards?limit=200"):
        token = ours.tokens["counter" if "sync" in path else "owner"]
        assert known.search(everything(ours.shop.wire.get(V1 + path, token))) is None
    assert theirs.rows() == before


def said(theirs: Furnished) -> set[str]:
    """What our counter itself has said: it stands in what waits for a person."""
    return {value for kind in SAID for value in theirs.ids[kind]}


def test_a_chain_is_taken_from_its_own_counter_only(ours: Furnished, theirs: Furnished) -> None:
    """Their counter's name, their chain's bytes, their key: with our token none of them opens."""
    before, wire = theirs.rows(), ours.shop.wire
    theirs.till.enrol("Zubeida late", card_number=theirs.free_card())
    plain, token = push_to_plain(theirs.till.push()), ours.tokens["counter"]
    assert problem(wire.post(f"{V1}/sync/push", plain, token)) == (403, "OTHER-COUNTER")
    as_ours = replace(theirs.till.push(), counter=ours.counter.code)
    by_theirs, by_ours = (
        push_to_plain(replace(as_ours, signature=key.sign(as_ours.signed)))
        for key in (theirs.counter.key, ours.counter.key)
    )
    assert problem(wire.post(f"{V1}/sync/push", by_theirs, token)) == (403, "SIGNATURE-BAD")
    verdict = done(wire.post(f"{V1}/sync/push", by_ours, token))["results"]
    assert {one["status"] for one in verdict} == {"FORK"}, "it does not follow what our counter sent"
    assert theirs.rows() == before


def test_a_counter_that_is_shut_out_opens_nothing_with_anothers_name(ours: Furnished, theirs: Furnished) -> None:
    before, wire = theirs.rows(), ours.shop.wire
    ours.till.enrol("Anand late", card_number=ours.free_card())
    plain = push_to_plain(ours.till.push())
    for device in theirs.ids["device"]:
        told = [wire.post(f"{V1}/sync/late", plain, params={"client_id": one}) for one in (device, device[:-1] + "x")]
        assert problem(told[0]) == problem(told[1]) == (403, "NOT-SHUT-OUT")
    lost = {**plain, "counter": theirs.ids["counter"][1]}
    assert problem(wire.post(f"{V1}/sync/late", lost, params={"client_id": theirs.ids["device"][1]})) == (
        403,
        "SIGNATURE-BAD",
    )
    assert theirs.rows() == before


def test_their_names_with_our_keys_sign_nobody_in(ours: Furnished, theirs: Furnished) -> None:
    before, wire = theirs.rows(), ours.shop.wire

    def as_counter(client_id: str) -> requests.Response:
        made = ours.counter.assertion(nonce=ours.counter.nonce(), iss=client_id, sub=client_id)
        given = {"client_assertion_type": ASSERTION_TYPE, "client_assertion": made}
        return wire.form(grant_type="client_credentials", **given)

    def as_system(client_id: str) -> requests.Response:
        return wire.form(grant_type="client_credentials", client_id=client_id, client_secret="s" * 43)

    for knock, kind in ((as_counter, "device"), (as_system, "client")):
        for client_id in theirs.ids[kind]:
            assert problem(knock(client_id)) == problem(knock(beside(client_id, kind)))
    assert theirs.rows() == before
    assert done(wire.get(f"{V1}/tenants/own", theirs.shop.owner))["name"] == "Zubeida Medical"


def test_the_same_ids_in_two_tenants_are_two_rows(ours: Furnished, theirs: Furnished) -> None:
    """What a tenant numbers itself may be called as another's is."""
    for kind, path in (("card", "/cards/{}"), ("counter", "/counters/{}")):
        assert problem(ours.shop.wire.get(V1 + path.format(theirs.ids[kind][0]), ours.shop.owner))[0] == 404
    number, before = theirs.ids["card"][0], theirs.rows()
    ours.new_card(card_number=number)
    ours.earn(number, theirs.ids["bill number"][0], key=theirs.ids["key"][0])
    assert (
        done(ours.shop.counter(theirs.counter.code).wire.get(f"{V1}/cards/{number}", ours.shop.owner))["name"][:5]
        == "Anand"
    )
    assert theirs.rows() == before
    assert done(theirs.shop.wire.get(f"{V1}/cards/{number}", theirs.shop.owner))["name"][:7] == "Zubeida"
