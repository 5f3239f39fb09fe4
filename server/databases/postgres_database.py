"""The server's databases in one PostgreSQL: each tenant sees its own rows, by the database's own doing.

The app's role owns nothing and changes no schema; the owner's is used while preparing, and may be kept from the server
altogether once that is done.

Phones are sealed with a secret of their tenant's. It is made with the tenant and kept in the directory, sealed with the
server's own secret, so that every process of the server opens them and a copy of the database opens none. With another
server secret a tenant does not open at all, rather than seal phones that nobody finds again.
"""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from dataclasses import replace
from pathlib import Path

import psycopg
from cryptography.exceptions import InvalidTag
from sqlalchemy import Connection, NullPool, create_engine
from sqlalchemy.exc import DBAPIError

from app.persistence.faults import unreachable
from app.persistence.home import resume
from app.persistence.keys import KeySource, StoreKeys
from app.persistence.postgres import Postgres
from app.persistence.postgres_faults import fault_of
from app.persistence.scope import Scope
from app.persistence.sealed import FieldSealer
from app.persistence.tail import TailFile
from app.services.keeping.faults import WrongKey
from server.databases import schema
from server.databases.database import HEAD_OFFICE, UnknownTenantError, checked_tenant_id
from server.ledgers.store import ServerStore
from server.ledgers.tenants import is_listed, list_tenant, sealed_secret, tenant_ids
from server.secret import ServerSecret

_log = logging.getLogger(__name__)
_SECRET_BYTES = 32


class PostgresDatabase:
    """`app_dsn` and `owner_dsn` are connection strings; without an owner the database must be prepared already.

    In `folder`, where there is one, lie the witnesses of where each tenant's chain ended: a database that was put back
    from a backup goes on above every position it ever gave, as a file does.
    """

    def __init__(self, app_dsn: str, owner_dsn: str | None, secret: ServerSecret, folder: Path | None = None) -> None:
        self._app_dsn, self._owner_dsn, self._secret = app_dsn, owner_dsn, secret
        self._postgres = Postgres(app_dsn)
        self._witnesses = folder / "tenants" if folder else None
        self._open = ExitStack()
        self._opening = threading.Lock()
        self._stores: dict[str, ServerStore] = {}

    def prepare(self) -> None:
        with _connected(self._app_dsn) as connection:
            app_role: str = connection.exec_driver_sql("SELECT current_user").scalar_one()
        if self._owner_dsn is not None:
            with _connected(self._owner_dsn) as connection:
                schema.migrate(connection, app_role=app_role)
        with _connected(self._app_dsn) as connection:
            schema.require_ready(connection)

    def tenants(self) -> Sequence[str]:
        with self.directory_reading() as directory:
            return tenant_ids(directory)

    def create_tenant(self, tenant_id: str) -> None:
        purpose = _purpose(checked_tenant_id(tenant_id))
        with self.directory_writing() as directory:
            if not is_listed(directory, tenant_id):
                sealed = self._secret.seal(purpose, secrets.token_bytes(_SECRET_BYTES))
                list_tenant(directory, tenant_id, sealed_secret=sealed)
        self.store(tenant_id)

    def store(self, tenant_id: str) -> ServerStore:
        found = self._stores.get(tenant_id)
        if found is not None:
            return found
        with self._opening:
            return self._stores.get(tenant_id) or self._opened(tenant_id)

    def directory_reading(self) -> AbstractContextManager[Scope]:
        return self._postgres.reading(None)

    def directory_writing(self) -> AbstractContextManager[Scope]:
        return self._postgres.writing(None)

    def close(self) -> None:
        self._stores.clear()
        self._open.close()
        self._postgres.dispose()

    def _opened(self, tenant_id: str) -> ServerStore:
        sealer = FieldSealer(self._keys(tenant_id), tenant_id=tenant_id, field="phone")
        store = ServerStore(self._postgres, tenant_id, HEAD_OFFICE, sealer)
        store.prepare()
        self._stores[tenant_id] = store = self._witnessed(store)
        return store

    def _witnessed(self, store: ServerStore) -> ServerStore:
        """The store, held against its witness and watched by it from now on."""
        if self._witnesses is None:
            return store
        with unreachable():
            self._witnesses.mkdir(parents=True, exist_ok=True)
        tail = self._open.enter_context(closing(TailFile(self._witnesses / f"{store.tenant_id}.tail")))
        if resume(store, tail):
            _log.warning("tenant %s: the database has lost its end; positions go on above it", store.tenant_id)
        return replace(store, after_commit=tail.write)

    def _keys(self, tenant_id: str) -> StoreKeys:
        with self.directory_reading() as directory:
            sealed = sealed_secret(directory, tenant_id)
        if sealed is None:
            raise UnknownTenantError(tenant_id)
        try:
            return StoreKeys(self._secret.open(_purpose(tenant_id), sealed), KeySource.FILE)
        except InvalidTag as error:
            raise WrongKey(f"tenant {tenant_id} was made with another server secret") from error


def _purpose(tenant_id: str) -> str:
    return f"tenant {tenant_id}"


@contextmanager
def _connected(dsn: str) -> Iterator[Connection]:
    """One transaction on a connection of its own, for work on the schema."""
    engine = create_engine("postgresql+psycopg://", creator=lambda: psycopg.connect(dsn), poolclass=NullPool)
    try:
        with engine.begin() as connection:
            yield connection
    except (DBAPIError, psycopg.Error) as error:
        fault = fault_of(error.orig if isinstance(error, DBAPIError) and error.orig else error)
        raise fault or error from error
