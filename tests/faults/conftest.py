"""A server for the counters that are going to be killed to sync with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from server.databases.database import SqliteDatabase
from tests.server.running import Running, running_server


@pytest.fixture
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with closing(SqliteDatabase(tmp_path_factory.mktemp("server"))) as database:
        database.prepare()
        with running_server(database) as running:
            yield running
