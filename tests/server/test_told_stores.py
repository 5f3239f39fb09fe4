"""Stores told to counters: all of them by their names, again when one changes, and as before to those who are older."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.domain.lease import Floor
from server.identity import stores
from server.identity.status import Status
from server.rights import floors
from server.telling.premises import note_store
from server.telling.pull import Reader, pull
from server.telling.snapshots import Snapshots
from sync.chunks import rows_of
from sync.protocol import STORES_SINCE, Topic
from tests.desks import STAFF
from tests.server.tills import STORE, Office

OWN = {"store": STORE, "name": "Main Road", "active": True, "floor_card": 0, "floor_counter": 0}
NORTH = {"store": "north", "name": "North", "active": True}


@pytest.fixture
def chain(office: Office) -> Office:
    """Two stores, each as whoever opened it was told it."""
    with office.store.writing() as unit:
        for store_id, name in ((STORE, "Main Road"), ("north", "North")):
            made = stores.add(unit.scope, store_id=store_id, name=name, at=0)
            note_store(office.desk, unit, made, by=STAFF)
    office.till("A1")
    return office


def told(office: Office, *, protocol: int = STORES_SINCE, after: int = 0) -> dict[str, Any]:
    page = pull(office.store, Reader("A1", STORE, protocol=protocol), after=after, limit=99, server_ms=0)
    return {row.subject: row.state for row in page.rows if row.topic == Topic.STORE}


def test_every_store_is_told_by_its_name_and_the_counters_own_with_its_floor(chain: Office) -> None:
    with chain.store.writing() as unit:
        floors.put(unit.scope, STORE, Floor(5_00, 50_00))
    assert told(chain) == {STORE: {**OWN, "floor_card": 5_00, "floor_counter": 50_00}, "north": NORTH}


def test_a_counter_of_an_older_protocol_is_told_its_own_store_alone(chain: Office) -> None:
    assert told(chain, protocol=STORES_SINCE - 1) == {STORE: OWN, "north": None}


def test_a_store_that_changes_is_told_again_and_the_others_are_not(chain: Office) -> None:
    position = chain.page().to_position
    with chain.store.writing() as unit:
        closed = stores.change(unit.scope, "north", name="North Road", status=Status.REVOKED, version=1)
        assert closed is not None
        note_store(chain.desk, unit, closed, by=STAFF)
    assert told(chain, after=position) == {"north": {"store": "north", "name": "North Road", "active": False}}


@pytest.mark.parametrize("protocol", [STORES_SINCE - 1, STORES_SINCE])
def test_a_snapshot_tells_stores_first_to_those_who_hear_of_them(chain: Office, tmp_path: Path, protocol: int) -> None:
    reader, made = Reader("B1", STORE, protocol=protocol), Snapshots(tmp_path)
    found = made.of_store(chain.store, reader, within_s=60)
    assert found is not None
    body = made.chunk(chain.store, reader, found.id, 1)
    assert body is not None
    rows = rows_of(body)
    expected = [NORTH, OWN] if protocol == STORES_SINCE else []
    assert [row.state for row in rows if row.topic == Topic.STORE] == expected
    assert rows[0].topic == (Topic.STORE if expected else Topic.PROGRAM)
