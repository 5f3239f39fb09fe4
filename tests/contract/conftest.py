"""One store on each kind of database: what holds for the one must hold for the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.persistence.engine import Engines, open_file, open_memory
from app.persistence.keys import KeySource, StoreKeys
from app.persistence.sealed import FieldSealer
from app.persistence.uow import SqlStore
from tests.postgres import Place, SeenThrough

KEYS = StoreKeys(bytes(range(32)), KeySource.FILE)


Opened = Engines | SeenThrough  # what a store runs on, with a reader and a writer of everybody's rows


def store_of(engines: Opened, tenant: str) -> SqlStore:
    sealer = FieldSealer(KEYS, tenant_id=tenant, field="phone")
    store = SqlStore(engines, tenant, "A1", sealer)
    store.prepare()
    return store


@pytest.fixture
def file_engines(tmp_path: Path) -> Iterator[Engines]:
    opened = open_file(tmp_path / "till.db", KEYS.database)
    yield opened
    opened.dispose()


@pytest.fixture
def memory_engines() -> Iterator[Engines]:
    opened = open_memory(writers=4)
    yield opened
    opened.dispose()


@pytest.fixture
def postgres_engines(postgres: Place) -> Iterator[SeenThrough]:
    opened = SeenThrough(postgres)
    yield opened
    opened.dispose()


@pytest.fixture(params=["file", "memory", "postgres"])
def engines(request: pytest.FixtureRequest) -> Opened:
    opened: Opened = request.getfixturevalue(f"{request.param}_engines")
    return opened


@pytest.fixture
def store(engines: Opened) -> SqlStore:
    return store_of(engines, "shop")
