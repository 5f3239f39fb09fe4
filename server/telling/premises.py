"""Premises: stores and who works there, as their counters are told; a change stands in the chain and the feed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from app.persistence.scope import Scope
from app.services.desk import Desk
from app.services.journal import record
from server.identity import staff, stores
from server.identity.staff import Person
from server.identity.status import Status
from server.identity.stores import Store
from server.ledgers.store import ServerUnit
from server.rights import floors
from sync.protocol import Topic


def note_person(desk: Desk, unit: ServerUnit, person: Person, *, by: str) -> None:
    """Somebody was taken on, changed or shut out."""
    row = {"person": person.staff_id, "name": person.name, "role": person.role, "store": person.store_id}
    _note(desk, unit, Topic.STAFF, person.staff_id, {**row, "status": person.status, "staff": by})


def note_store(desk: Desk, unit: ServerUnit, store: Store, *, by: str) -> None:
    """A store was opened, renamed or closed, or its counters may overdraw otherwise."""
    floor = floors.of_store(unit.scope, store.store_id)
    row = {"store": store.store_id, "name": store.name, "status": store.status}
    facts = {**row, "floor_card": floor.card, "floor_counter": floor.counter, "staff": by}
    _note(desk, unit, Topic.STORE, store.store_id, facts)


def _note(desk: Desk, unit: ServerUnit, topic: Topic, subject: str, body: Mapping[str, Any]) -> None:
    head = unit.journal.head()
    unit.changes.note(topic, subject)
    record(desk, unit, head, kind=topic.value, at=desk.instant(head), body=body)


@dataclass(frozen=True, slots=True)
class ToldPremises:
    """Staff and stores as the counters of one store are told them: their own, and of all other stores the names."""

    scope: Scope
    store_id: str
    tells_all: bool = True

    def staff(self, staff_ids: Collection[str]) -> Mapping[str, Any]:
        found = (staff.get(self.scope, one) for one in staff_ids)
        return {one.staff_id: _person(one) for one in found if one and one.store_id in (None, self.store_id)}

    def stores(self, store_ids: Collection[str]) -> Mapping[str, Any]:
        wanted = store_ids if self.tells_all else {self.store_id}.intersection(store_ids)
        found = (stores.get(self.scope, one) for one in wanted)
        return {store.store_id: self._store(store) for store in found if store}

    def _store(self, store: Store) -> Mapping[str, Any]:
        told = {"store": store.store_id, "name": store.name, "active": store.status is Status.ACTIVE}
        if store.store_id != self.store_id:
            return told
        floor = floors.of_store(self.scope, self.store_id)
        return {**told, "floor_card": floor.card, "floor_counter": floor.counter}


def _person(person: Person) -> Mapping[str, Any]:
    is_active = person.status is Status.ACTIVE
    return {"staff": person.staff_id, "name": person.name, "role": person.role.value, "active": is_active}
