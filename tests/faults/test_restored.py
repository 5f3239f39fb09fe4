"""A server put back from a backup, a counter that lives twice: nothing is lost, nothing is twice, and it is told."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pytest

from app.persistence.backup import copy_store
from app.persistence.keys import keys_of
from app.persistence.link import FilePlace
from app.services.ports import Bond
from server.databases.database import Database, SqliteDatabase
from server.databases.postgres_database import PostgresDatabase
from server.ledgers.store import ServerStore
from sync.refused import Refused
from tests.chain.counters import Chain
from tests.faults.agreement import drained, troubles
from tests.faults.lives import Seller, opened_seller
from tests.postgres import SECRET, Place
from tests.server import callers
from tests.server.running import Running, running_server

ROUNDS_MAX = 4


class Site(Protocol):
    """Where a server's data is, and a way back to what it was."""

    def database(self) -> Database: ...
    def back_up(self, database: Database) -> None: ...
    def put_back(self) -> None: ...


@dataclass
class Folder:
    """Files; copies are made while the server runs. The directory of tenants does not change meanwhile."""

    folder: Path
    copy: Path

    def database(self) -> Database:
        return SqliteDatabase(self.folder)

    def back_up(self, _: Database) -> None:
        for file in self.folder.glob("tenants/*.db"):
            target = self.copy / file.relative_to(self.folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            copy_store(FilePlace(file, keys_of(file).database), target)

    def put_back(self) -> None:
        """The databases only: the side files beside them know that there was more."""
        for file in self.copy.rglob("*.db"):
            target = self.folder / file.relative_to(self.copy)
            for old in target.parent.glob(f"{target.name}-*"):
                old.unlink()
            shutil.copy(file, target)


@dataclass
class Cluster:
    """A database of a cluster; a copy is another one made after its likeness."""

    place: Place
    copy: str
    folder: Path

    def database(self) -> Database:
        return PostgresDatabase(self.place.app_dsn, self.place.owner_dsn, SECRET, self.folder)

    def back_up(self, database: Database) -> None:
        database.close()
        self.place.cluster.run(f"CREATE DATABASE {self.copy} TEMPLATE {self.place.name}")

    def put_back(self) -> None:
        self.place.cluster.run(
            f"DROP DATABASE {self.place.name} WITH (FORCE)", f"ALTER DATABASE {self.copy} RENAME TO {self.place.name}"
        )


@pytest.fixture(params=["sqlite", "postgres"])
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Site:
    if request.param == "sqlite":
        return Folder(tmp_path / "server", tmp_path / "backup")
    place = request.getfixturevalue("postgres")
    return Cluster(place, f"{place.name}_backup", tmp_path / "server")


@dataclass
class World:
    """A tenant of a server that is opened and closed, and its counters, which stay open."""

    site: Site
    tmp_path: Path
    tenant_id: str = ""
    store_id: str = ""
    sellers: list[Seller] = field(default_factory=list)

    @contextmanager
    def opened(self) -> Iterator[Chain]:
        """The server lives; its counters know where."""
        with closing(self.site.database()) as database:
            database.prepare()
            with running_server(database) as running, callers.Wire(running) as wire:
                yield self._chain(running, wire)
                for seller in self.sellers:
                    seller.hang_up()

    def _chain(self, running: Running, wire: callers.Wire) -> Chain:
        office = callers.Shop.of(wire, self.tenant_id) if self.tenant_id else callers.Shop.open(wire)
        self.tenant_id = office.tenant_id
        chain = Chain(running, office)
        for seller in self.sellers:
            seller.chain = chain
            seller.called(running.base_url)
        return chain

    def store(self, chain: Chain) -> ServerStore:
        return chain.running.parts.database.store(self.tenant_id)


@pytest.fixture
def world(site: Site, tmp_path: Path) -> Iterator[World]:
    """Two counters have joined, the first brought its rules."""
    with ExitStack() as stack:
        world = World(site, tmp_path)
        for code in ("A1", "B1"):
            opening = opened_seller(tmp_path / code, "", code=code, has_shop=code == "A1")
            world.sellers.append(stack.enter_context(opening))
        with world.opened():
            for seller in world.sellers:
                seller.pair()
                assert seller.sync()
        yield world


def rounds(world: World, chain: Chain) -> int:
    store = world.store(chain)
    for number in range(ROUNDS_MAX + 1):
        if not drained(store, *world.sellers):
            return number
        for seller in world.sellers:
            assert seller.sync()
    raise AssertionError(drained(store, *world.sellers))


def test_a_server_put_back_is_told_again_what_it_has_lost(world: World) -> None:
    first, second = world.sellers
    card = first.enrol("Meena Iyer", phone="+919876543210")
    with world.opened() as chain:
        first.sell(card, ("General", 300))
        assert first.sync()
        assert second.sync()
        world.site.back_up(chain.running.parts.database)
    with world.opened():
        late = first.enrol("Ravi Rao")
        first.sell(late, ("General", 500))
        assert first.sync()
        assert second.sync()
        second.sell(card, ("General", 400))
        second.sell(late, ("General", 400))
        assert second.sync()
        assert first.sync()
    world.site.put_back()
    first.sell(late, ("General", 100))
    with world.opened() as chain:
        store = world.store(chain)
        assert rounds(world, chain) <= ROUNDS_MAX
        assert troubles(store, first, second) == []
        assert chain.points(first.member_id(card)) == 9_00 + 12_00
        assert chain.points(first.member_id(late)) == 15_00 + 12_00 + 3_00
        assert [seller.link().bond for seller in world.sellers] == [Bond.ACTIVE] * 2
        assert chain.reviews() == []


def test_rights_given_in_the_lost_time_are_spent_and_what_they_overdraw_is_said(world: World) -> None:
    first, second = world.sellers
    card = first.enrol("Meena Iyer")
    first.credit(card, 100_00)
    with world.opened() as chain:
        for seller in world.sellers:
            assert seller.sync()
        world.site.back_up(chain.running.parts.database)
    with world.opened():
        assert first.scan(card) == 100_00
    world.site.put_back()
    with world.opened() as chain:
        assert second.scan(card) == 100_00  # the server knows nothing of the first counter's right
        second.sell(card, ("General", 300), redeem=100_00)
        first.sell(card, ("General", 300), redeem=100_00)
        assert rounds(world, chain) <= ROUNDS_MAX
        assert troubles(world.store(chain), first, second) == []
        assert chain.reviews() == ["OVER_LIMIT"]
        assert chain.points(first.member_id(card)) == 100_00 - 200_00 + 2 * 8_70
        assert first.usable(card) == second.usable(card) == 0


def test_both_of_a_copied_counter_sell_on_and_nothing_of_them_is_posted_twice(world: World) -> None:
    first, second = world.sellers
    with world.opened():
        card = first.enrol("Meena Iyer")
        first.sell(card, ("General", 100))
        for seller in (first, second):
            assert seller.sync()
    copy = world.tmp_path / "copy"
    shutil.copytree(world.tmp_path / "B1", copy, ignore=shutil.ignore_patterns("*.lock"))
    with opened_seller(copy, "", code="B1") as twin:
        world.sellers.append(twin)
        second.sell(card, ("General", 100))
        twin.sell(card, ("General", 200))
        with world.opened() as chain:
            assert second.sync()
            assert not twin.sync()
            assert twin.link().bond is Bond.FORKED
            assert chain.reviews() == ["FORK"]
            assert [review.kind for review in twin.reviews()] == ["FORK"]
            for seller in (second, twin):
                assert seller.sell(card, ("General", 100)).bill.earned_points == 3_00
            with pytest.raises(Refused):
                second.sync()
            assert chain.points(first.member_id(card)) == 3_00 + 3_00
            twin.pair()
            assert twin.sync()
            assert first.sync()
            assert chain.points(first.member_id(card)) == 3_00 + 3_00
            twin.sell(card, ("General", 100))
            assert twin.sync()
            assert first.sync()
            assert chain.points(first.member_id(card)) == 3_00 + 3_00 + 3_00
            assert first.slim() == twin.slim() == chain.slim()
            assert troubles(world.store(chain), first) == []
            assert "NEVER_SENT" in [review.kind for review in twin.reviews()]
        world.sellers.remove(twin)


def test_who_heard_what_was_lost_hears_what_came_in_its_place(world: World) -> None:
    """A counter that only listens stands at a position that the server has given to something else since."""
    first, second = world.sellers
    cards = [first.enrol(f"Member {number}") for number in range(4)]
    with world.opened() as chain:
        assert first.sync()
        assert second.sync()
        world.site.back_up(chain.running.parts.database)
    with world.opened():
        first.sell(cards[0], ("General", 100))
        assert first.sync()
        assert second.sync()
    world.site.put_back()
    with world.opened() as chain:
        for card in cards[1:]:
            first.sell(card, ("General", 100))
            assert first.sync()
        assert rounds(world, chain) <= ROUNDS_MAX
