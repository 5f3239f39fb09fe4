"""Stores, as far as a counter knows them: its own, by its name. A shop on its own has none to tell apart."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from app.services.desk import Desk
from app.services.ports import Store


@dataclass(frozen=True, slots=True)
class KnownStores:
    """The names of the stores that are known, by their ids; `are_all` where there are no others."""

    names: Mapping[str, str]
    are_all: bool

    @property
    def every(self) -> Collection[str] | None:
        """The ids of all that there are; None where that is not known."""
        return self.names if self.are_all else None


SOME_STORES = KnownStores({}, are_all=False)  # before anybody has looked


def known_stores(desk: Desk) -> KnownStores:
    with desk.store.reading() as uow:
        link = uow.links.get()
    if link is None:
        return KnownStores({}, are_all=True)
    return KnownStores({link.store_id: link.store_name or link.store_id}, are_all=False)


def every_store(store: Store) -> Collection[str] | None:
    """The ids of all the stores that there are, where a counter can tell: on its own there is none."""
    with store.reading() as uow:
        return () if uow.links.get() is None else None
