"""No keyring: the key of a shop that is going to be killed lies in a file beside it. And a server to sync with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from server.database import SqliteDatabase
from tests.server.running import Running, running_server


@pytest.fixture(autouse=True)
def _no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


@pytest.fixture
def running(tmp_path_factory: pytest.TempPathFactory, _no_keyring: None) -> Iterator[Running]:
    with closing(SqliteDatabase(tmp_path_factory.mktemp("server"))) as database:
        database.prepare()
        with running_server(database) as running:
            yield running
