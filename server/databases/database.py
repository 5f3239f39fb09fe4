"""The server's databases: where its tenants' ledgers and its own directory are kept.

Embedded, each tenant is one encrypted file like a till's, and one process has them all. Chains of shops use PostgreSQL.
"""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Protocol

from app.domain.days import INDIA
from app.persistence.engine import Engines, open_file
from app.persistence.faults import unreachable
from app.persistence.home import open_home
from app.persistence.keys import keys_of
from app.persistence.lock import FileLock
from app.persistence.scope import Scope
from server.databases.files import adopt_directory, complete
from server.ledgers.store import ServerStore
from server.ledgers.tenants import is_listed, list_tenant, tenant_ids

HEAD_OFFICE = "HQ"  # the server is a counter of each tenant, with a chain of its own

# The tenant's store, as a till has one. `unit.scope` is where the server's own repositories join its transaction.


_log = logging.getLogger(__name__)

_TENANT_ID = re.compile(r"[a-z0-9-]{1,40}")


DIRECTORY = "directory.db"


def tenant_file(folder: Path, tenant_id: str) -> Path:
    return folder / "tenants" / f"{tenant_id}.db"


class UnknownTenantError(LookupError):
    """No such tenant."""


class Database(Protocol):
    """Everything here may be called from any thread. Faults are those of the store."""

    def prepare(self) -> None:
        """Bring what is stored to the newest schema. Before anything else, once."""

    def tenants(self) -> Sequence[str]:
        """In order of their ids."""

    def create_tenant(self, tenant_id: str) -> None:
        """A tenant that exists is left as it is. Raises ValueError for what cannot be a tenant's id."""

    def store(self, tenant_id: str) -> ServerStore:
        """The same store every time. Raises UnknownTenantError."""

    def directory_reading(self) -> AbstractContextManager[Scope]: ...

    def directory_writing(self) -> AbstractContextManager[Scope]:
        """Its writers take turns."""

    def close(self) -> None: ...


def checked_tenant_id(tenant_id: str) -> str:
    """1 to 40 small letters, digits and hyphens: it becomes a file's name. Raises ValueError."""
    if not _TENANT_ID.fullmatch(tenant_id):
        raise ValueError(f"not a tenant's id: {tenant_id!r}")
    return tenant_id


class SqliteDatabase:
    """A folder: `directory.db`, and a file for each tenant, opened when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open = ExitStack()
        self._opening = threading.Lock()
        self._stores: dict[str, ServerStore] = {}

    def prepare(self) -> None:
        file = self._folder / DIRECTORY
        with unreachable():
            self._folder.mkdir(parents=True, exist_ok=True)
        self._open.callback(FileLock.take(file).release)
        self._directory: Engines = open_file(file, keys_of(file).database, adopt_directory)
        self._open.callback(self._directory.dispose)

    def tenants(self) -> Sequence[str]:
        with self.directory_reading() as directory:
            return tenant_ids(directory)

    def create_tenant(self, tenant_id: str) -> None:
        with self._opening:
            self._opened(checked_tenant_id(tenant_id))
        with self.directory_writing() as directory:
            if not is_listed(directory, tenant_id):
                list_tenant(directory, tenant_id, sealed_secret=None)

    def store(self, tenant_id: str) -> ServerStore:
        found = self._stores.get(tenant_id)
        if found is not None:
            return found
        with self.directory_reading() as directory:
            if not is_listed(directory, tenant_id):
                raise UnknownTenantError(tenant_id)
        with self._opening:
            return self._opened(tenant_id)

    def directory_reading(self) -> AbstractContextManager[Scope]:
        return self._directory.reading(None)

    def directory_writing(self) -> AbstractContextManager[Scope]:
        return self._directory.writing(None)

    def close(self) -> None:
        self._stores.clear()
        self._open.close()

    def _opened(self, tenant_id: str) -> ServerStore:
        if tenant_id not in self._stores:
            file = tenant_file(self._folder, tenant_id)
            opening = open_home(file, tenant_id=tenant_id, counter_code=HEAD_OFFICE, calendar=INDIA)
            home = self._open.enter_context(opening)
            for notice in home.notices:
                _log.warning("tenant %s: %s", tenant_id, notice)
            complete(home.engines)
            self._stores[tenant_id] = ServerStore.over(home.store)
        return self._stores[tenant_id]
