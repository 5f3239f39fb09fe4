"""E-mails and birthdays over a real line: all counters of a chain know them; counters and servers that do not go on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
import zstandard

from app.domain.member import Member
from app.services.chain.images import digest_of, without_contacts
from app.services.members import editing, members
from app.services.members.merging import merge
from server.desks import desk_of
from server.telling.pull import Reader
from sync.protocol import PROTOCOL, PROTOCOL_HEADER
from tests.chain.conftest import Opening
from tests.chain.counters import Chain, ChainCounter
from tests.chain.meddling import older_server
from tests.desks import STAFF
from tests.server import callers

Two = tuple[ChainCounter, ChainCounter]
EMAIL, BIRTHDAY = "meena@example.in", "--02-29"
PULL = "/api/v1/sync/pull?after=0&limit=500"


def known(counter: ChainCounter, card: str) -> Member:
    return members.find_card(counter.desk, card)[0].member


def contacts(counter: ChainCounter, card: str) -> tuple[str | None, str | None]:
    member = known(counter, card)
    return member.email, member.birthday


def edit(counter: ChainCounter, card: str, **fields: str | None) -> None:
    editing.edit(counter.desk, counter.member_id(card), fields, staff=STAFF)


def test_what_one_counter_is_told_all_know(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    card = first.enrol("Meena", email=EMAIL, birthday="29 Feb")
    first.sync()
    second.sync()
    assert contacts(second, card) == (EMAIL, BIRTHDAY)
    edit(second, card, birthday="1/5", email=None)
    second.sync()
    first.sync()
    assert contacts(first, card) == (None, "--05-01")
    assert first.slim() == second.slim() == chain.slim()
    reconciled = first.cycle.reconcile(first.connected())
    assert reconciled is not None
    assert (reconciled.told_anew, first.reviews()) == ([], [])


def test_a_new_counter_is_told_by_its_snapshot(counter: Opening, chain: Chain) -> None:
    first = counter("A1", has_shop=True)
    card = first.enrol("Meena", email=EMAIL, birthday=BIRTHDAY)
    first.pair()
    first.sync()
    second = counter("B1")
    second.pair()
    second.sync()
    assert contacts(second, card) == (EMAIL, BIRTHDAY)
    assert second.slim() == chain.slim()


def test_of_two_birthdays_the_later_stands_and_a_person_is_shown_both(pair_of: Two) -> None:
    """An e-mail is merged the same way, without anybody being asked."""
    first, second = pair_of
    card = first.enrol("Meena")
    for till in (first, second):
        till.sync()
    edit(first, card, birthday="1/5", email="one@example.in")
    edit(second, card, birthday="2/5", email="two@example.in")
    for till in (first, second, first):
        till.sync()
    assert contacts(first, card) == contacts(second, card) == ("two@example.in", "--05-02")
    (review,) = [one for one in first.reviews() if one.kind == "EDITED_TWICE"]
    assert review.facts["fields"] == ["birthday"]


def test_of_two_members_who_are_one_the_one_who_remains_keeps_their_own(pair_of: Two, chain: Chain) -> None:
    first, _ = pair_of
    kept, gone = first.enrol("Meena", email=EMAIL), first.enrol("Mina", email="other@example.in", birthday=BIRTHDAY)
    first.sync()
    merge(desk_of(chain.running.parts, chain.office.tenant_id), [gone], into=kept, staff=STAFF)
    first.sync()
    assert contacts(first, kept) == (EMAIL, None)


# A counter of the first protocol, and this server


@pytest.fixture
def old_one(chain: Chain) -> callers.Counter:
    return chain.office.counter("O1")


@contextmanager
def asking(chain: Chain, protocol: str) -> Iterator[None]:
    chain.office.wire.session.headers[PROTOCOL_HEADER] = protocol
    try:
        yield
    finally:
        del chain.office.wire.session.headers[PROTOCOL_HEADER]


@pytest.mark.parametrize("protocol", ["1", "0", "-1", "", "one", "9" * 4000])
def test_a_counter_of_the_first_protocol_is_told_in_its_own_words(
    pair_of: Two, chain: Chain, old_one: callers.Counter, protocol: str
) -> None:
    """Pages, members, digests: all as if nobody had an e-mail; what it cannot read would stop it."""
    first, _ = pair_of
    first.enrol("Meena", email=EMAIL, birthday=BIRTHDAY)
    first.sync()
    wire, token = chain.office.wire, old_one.token()
    with asking(chain, protocol):
        page = callers.done(wire.get(PULL, token))
        told = callers.done(wire.get("/api/v1/sync/members", token))
        digest = callers.done(wire.get("/api/v1/sync/digests", token))
    people = [row["state"]["member"] for row in page["rows"] + told["rows"] if row["topic"] == "member"]
    assert people
    assert not any({"email", "birthday"} & person.keys() for person in people)
    assert digest["digest"] == digest_of(map(without_contacts, chain.slim())) != digest_of(chain.slim())


def test_without_a_number_it_is_the_first(pair_of: Two, chain: Chain, old_one: callers.Counter) -> None:
    first, _ = pair_of
    first.enrol("Meena", email=EMAIL)
    first.sync()
    page = callers.done(chain.office.wire.get(PULL, old_one.token()))
    assert EMAIL not in str(page)
    with asking(chain, "3"):
        assert EMAIL in str(callers.done(chain.office.wire.get(PULL, old_one.token()))), "a later one knows them"


def test_counters_of_each_protocol_have_snapshots_of_their_own(pair_of: Two, chain: Chain) -> None:
    first, _ = pair_of
    first.enrol("Meena", email=EMAIL)
    first.sync()
    store, snapshots = chain.running.parts.database.store(chain.office.tenant_id), chain.running.parts.snapshots
    place = first.link().store_id
    old, new = (Reader("O1", place, protocol=protocol) for protocol in (1, 2))
    made = snapshots.of_store(store, old, within_s=20)
    assert made is not None
    told = zstandard.decompress(snapshots.chunk(store, old, made.id, 1) or b"")
    assert b"Meena" in told
    assert EMAIL.encode() not in told
    assert snapshots.chunk(store, new, made.id, 1) is None


# This counter, and a server of the first protocol


def test_with_an_older_server_a_counter_keeps_what_it_knows_itself(pair_of: Two) -> None:
    """Such a server tells of nobody's; that is no reason to forget them."""
    first, _ = pair_of
    card = first.enrol("Meena", email=EMAIL, birthday=BIRTHDAY)
    first.cycle.through(older_server(first, protocol=1))
    edit(first, card, name="Meena Rao")
    first.cycle.through(older_server(first, protocol=1))
    assert known(first, card).name == "Meena Rao"
    assert contacts(first, card) == (EMAIL, BIRTHDAY)
    reconciled = first.cycle.reconcile(older_server(first, protocol=1))
    assert reconciled is not None
    assert (reconciled.told_anew, first.reviews()) == ([], [])


def test_a_counter_that_was_updated_is_told_what_it_could_not_know_before(pair_of: Two, chain: Chain) -> None:
    """It was told everything by the first protocol; now it is told again, once."""
    first, second = pair_of
    card = first.enrol("Meena", email=EMAIL)
    first.sync()
    with second.store.writing() as uow:
        uow.links.put(replace(second.link(), protocol=1))
    second.cycle.through(older_server(second, protocol=1))
    assert (contacts(second, card), second.link().protocol) == ((None, None), 1)
    second.sync()
    assert (contacts(second, card), second.link().protocol) == ((EMAIL, None), PROTOCOL)
    assert second.slim() == chain.slim()
    position = second.link().position
    assert second.cycle.fetch(second.connected(), wait_ms=0) is not None, "not once more"
    assert second.link().position == position


def test_paired_again_a_counter_is_what_it_was_told_in(pair_of: Two, chain: Chain) -> None:
    first, _ = pair_of
    with first.store.writing() as uow:
        uow.links.put(replace(first.link(), protocol=1))
    callers.done(chain.office.wire.post("/api/v1/counters/A1/revoke", {}, chain.office.owner))
    first.pair()
    assert first.link().protocol == 1
