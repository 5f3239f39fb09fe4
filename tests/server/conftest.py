"""A server on each kind of database, one a module, and a new tenant wherever a test wants one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from server.database import Database, SqliteDatabase
from tests.server.callers import Shop, Wire
from tests.server.running import Running, running_server


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
def running(database: Database) -> Iterator[Running]:
    with running_server(database) as running:
        yield running


@pytest.fixture(scope="module")
def wire(running: Running) -> Iterator[Wire]:
    with Wire(running) as wire:
        yield wire


@pytest.fixture
def shop(wire: Wire) -> Shop:
    """A tenant of the test's own."""
    return Shop.open(wire)
