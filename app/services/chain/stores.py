"""Stores, as far as a counter knows them: those its server told by their names. A shop on its own has none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.services.ports import Store, ToldStore, UnitOfWork


@dataclass(frozen=True, slots=True)
class KnownStores:
    """The names of the stores that are known, by their ids; `are_all` where there are no others.

    Those in `closed` have a name, and are not chosen any more. `own` is where this counter stands.
    """

    names: Mapping[str, str]
    are_all: bool
    closed: frozenset[str] = frozenset()
    own: str = ""

    @property
    def every(self) -> Collection[str] | None:
        """The ids of all that there are; None where that is not known."""
        return self.names if self.are_all else None

    @property
    def offered(self) -> Sequence[tuple[str, str]]:
        """Those that can be chosen, with their names, in the order of those."""
        found = ((one, name) for one, name in self.names.items() if one not in self.closed)
        return sorted(found, key=lambda one: (one[1].casefold(), one[0]))

    def called(self, store_id: str) -> str:
        """The name of a store; its id where it is not known."""
        return self.names.get(store_id, store_id)


SOME_STORES = KnownStores({}, are_all=False)  # before anybody has looked


def stores_of(uow: UnitOfWork) -> KnownStores:
    """An older server tells no stores: there a counter knows its own alone."""
    link = uow.links.get()
    if link is None:
        return KnownStores({}, are_all=True)
    told, own = uow.stores.all(), {link.store_id: link.store_name or link.store_id}
    closed = frozenset(one.store_id for one in told if not one.is_open)
    return KnownStores({**own, **dict(_named(told))}, are_all=bool(told), closed=closed, own=link.store_id)


def every_store(store: Store) -> Collection[str] | None:
    """The ids of all the stores that there are, where a counter can tell: on its own there is none."""
    with store.reading() as uow:
        return stores_of(uow).every


def _named(told: Sequence[ToldStore]) -> Iterable[tuple[str, str]]:
    """Of stores of one name each is told from the other by its id."""
    names = Counter(one.name for one in told)
    return ((one.store_id, one.name if names[one.name] == 1 else f"{one.name} ({one.store_id})") for one in told)
