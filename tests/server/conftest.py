"""A server on each kind of database, one a module, and a new tenant wherever a test wants one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

import pytest

from server.databases.database import Database, SqliteDatabase
from tests.server.callers import Shop, Wire
from tests.server.running import PLENTY, Running, running_server
from tests.server.tills import Office, memory_office, office_over


@contextmanager
def _sqlite(request: pytest.FixtureRequest) -> Iterator[Database]:
    tmp: pytest.TempPathFactory = request.getfixturevalue("tmp_path_factory")
    with closing(SqliteDatabase(tmp.mktemp("server"))) as database:
        yield database


@contextmanager
def _postgres(request: pytest.FixtureRequest) -> Iterator[Database]:
    with request.getfixturevalue("postgres_cluster").copied("prepared") as place, closing(place.database()) as database:
        yield database


@pytest.fixture(scope="module", params=[_sqlite, _postgres], ids=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """A prepared database with no tenant in it yet."""
    with request.param(request) as opened:
        opened.prepare()
        yield opened


@pytest.fixture(scope="module")
def running(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    settings = replace(PLENTY, data_dir=str(tmp_path_factory.mktemp("data")))
    with running_server(database, settings) as running:
        yield running


@pytest.fixture(scope="module")
def wire(running: Running) -> Iterator[Wire]:
    with Wire(running) as wire:
        yield wire


@pytest.fixture
def shop(wire: Wire) -> Shop:
    """A tenant of the test's own."""
    return Shop.open(wire)


@pytest.fixture(params=["memory", "postgres"])
def office(request: pytest.FixtureRequest) -> Iterator[Office]:
    """A server's desk of one tenant, without a wire."""
    if request.param == "memory":
        with memory_office() as office:
            yield office
        return
    place = request.getfixturevalue("postgres")
    with closing(place.database()) as database:
        database.prepare()
        database.create_tenant("shop")
        yield office_over(database.store("shop"))
