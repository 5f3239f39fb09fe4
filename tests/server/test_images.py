"""Images of many members at once are those of one at a time, as the services make them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.lease import outstanding
from app.domain.member import CardStatus
from app.persistence.engine import open_memory
from app.persistence.statement import Statement
from app.persistence.uow import SqlUnitOfWork
from app.services.chain.images import digest_of, image_to_plain, slim_image, whole_image, without_contacts
from app.services.journal import canonical
from app.services.members import editing
from app.services.members.merging import merge
from server.desks import desk_of
from server.ledgers.store import ServerStore
from server.telling import image_rows, telling
from server.telling.images import Images
from server.telling.pull import Reader
from sync.protocol import spelt
from tests.desks import STAFF
from tests.server.callers import Shop, Wire
from tests.server.furnished import Furnished


@pytest.fixture
def store(wire: Wire) -> ServerStore:
    """With a member who was merged into another while a counter held rights to their points."""
    furnished = Furnished.of(Shop.open(wire, "Anand Medical"), "Anand", 3)
    desk = desk_of(wire.running.parts, furnished.shop.tenant_id)
    assert isinstance(desk.store, ServerStore)
    with desk.store.reading() as unit:
        held = [one for one in everybody(unit) if reserved_of(unit, one)]
        cards = {one: unit.members.cards_of(one)[-1] for one in everybody(unit)}
        active = [one for one, card in cards.items() if card.status is CardStatus.ACTIVE and one not in held]
    merge(desk, [cards[held[0]].number], into=cards[active[0]].number, staff=STAFF)
    return desk.store


def everybody(unit: SqlUnitOfWork) -> list[str]:
    return list(unit.members.ids_after("", limit=1000))


def slim_of_each(unit: SqlUnitOfWork) -> Mapping[str, Any]:
    return {one: image_to_plain(slim_image(unit, one, reserved=reserved_of(unit, one))) for one in everybody(unit)}


def reserved_of(unit: SqlUnitOfWork, member_id: str) -> int:
    return outstanding(one.lease for one in unit.leases.of_member(member_id))


def test_slim(store: ServerStore) -> None:
    with store.reading() as unit:
        expected = slim_of_each(unit)
        assert Images(unit.scope, store.sealer).of(expected.keys(), {}) == expected
        assert any(image["reserved"] for image in expected.values())
        assert any(image["member"]["merged_into"] for image in expected.values())


@pytest.mark.parametrize("after_seq", [0, 12])
def test_whole_with_the_lines_after_an_event(store: ServerStore, after_seq: int) -> None:
    with store.reading() as unit:
        lines = {one: list(unit.ledger.of_member(one)) for one in everybody(unit)}
        seqs = dict(unit.scope.cursor.execute("SELECT entry_id, event_seq FROM entries").fetchall())
        expected = {}
        for one, every in lines.items():
            later = [line for line in every if seqs[line.entry.entry_id] > after_seq]
            expected[one] = image_to_plain(whole_image(unit, one, lines=later, reserved=reserved_of(unit, one)))
        found = Images(unit.scope, store.sealer).of(expected.keys(), dict.fromkeys(expected, after_seq))
    assert found == expected
    for part in ("lines", "lots", "uses", "activity", "cards"):
        assert any(image[part] for image in expected.values()), part


def test_some_whole_and_some_slim_in_one_page(store: ServerStore) -> None:
    with store.reading() as unit:
        slim = slim_of_each(unit)
        known = sorted(slim)[::2]
        found = Images(unit.scope, store.sealer).of(slim.keys(), dict.fromkeys(known, 0))
    assert {one for one, image in found.items() if image["whole"]} == set(known)
    assert all(found[one] == slim[one] for one in slim.keys() - set(known))


def test_who_said_an_email_and_a_birthday(wire: Wire, store: ServerStore) -> None:
    """For who asks in the first protocol, as if nobody had."""
    desk = desk_of(wire.running.parts, store.tenant_id)
    with store.reading() as unit:
        one, other = [member for member in everybody(unit) if unit.members.holder_of_points(member) == member][:2]
    for member_id, said in ((one, {"email": "meena@example.in", "birthday": "29/2"}), (other, {"email": "x@y.in"})):
        editing.edit(desk, member_id, said, staff=STAFF)
    with store.reading() as unit:
        expected = slim_of_each(unit)
        assert expected[one]["member"]["birthday"] == "--02-29"
        assert "birthday" not in expected[other]["member"]
        assert Images(unit.scope, store.sealer).of(expected.keys(), {}) == expected
        older = digest_of(without_contacts(slim_image(unit, member_id)) for member_id in everybody(unit))
    asked = Reader("A1", "nowhere", protocol=1)
    assert telling.digest(store, asked, after="", limit=500).digest == older


def test_nobody(store: ServerStore) -> None:
    with store.reading() as unit:
        assert Images(unit.scope, store.sealer).of(set(), {}) == {}


def test_the_digest_of_a_range_is_the_counters(store: ServerStore) -> None:
    with store.reading() as unit:
        expected = digest_of(slim_image(unit, one) for one in everybody(unit))
    assert telling.digest(store, Reader("A1", "nowhere"), after="", limit=500).digest == expected


STATEMENTS = {name: found for name, found in vars(image_rows).items() if isinstance(found, Statement)}


@pytest.mark.parametrize("name", STATEMENTS)
def test_each_finds_its_rows_by_an_index(name: str) -> None:
    """On a file; PostgreSQL goes by what it has counted."""
    prepared, engines = STATEMENTS[name].sqlite, open_memory()
    with engines.reader.begin() as connection:
        values = tuple(prepared.values(dict.fromkeys(prepared.names, "[]")))
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {prepared.text}", values).all()
    engines.dispose()
    steps = [row[3] for row in rows if row[3].startswith(("SCAN", "SEARCH"))]
    assert all(step.startswith(("SEARCH", "SCAN json_each")) for step in steps), steps


_PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(1 << 53), 1 << 53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.dictionaries(st.text(), _PLAIN))
def test_the_quick_spelling_is_the_canonical_one(plain: dict[str, Any]) -> None:
    assert spelt(plain) == canonical(plain)
