"""Clients: other systems of a tenant (an online shop, an accountant's program), each with a secret of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.persistence.scope import Cells, Scope
from app.persistence.statement import adding
from server.auth.scopes import joined, split
from server.databases.tables.identity import clients
from server.databases.versioned import change_of, one_of, page_of
from server.identity.status import Status


@dataclass(frozen=True, slots=True)
class Client:
    client_id: str
    name: str
    secret_hash: str = field(repr=False)
    scopes: frozenset[str]
    status: Status
    version: int
    created_at: int


_COLUMNS = (
    clients.c.client_id,
    clients.c.name,
    clients.c.secret_hash,
    clients.c.scopes,
    clients.c.status,
    clients.c.version,
    clients.c.created_at,
)
_ADD = adding(clients)
_GET = one_of(_COLUMNS)
_PAGE = page_of(_COLUMNS)
_CHANGE = change_of(_COLUMNS, ("name", "secret_hash", "scopes", "status"))


def add(scope: Scope, client: Client) -> None:
    scope.change(_ADD, **_written(client), version=client.version, created_at=client.created_at)


def get(scope: Scope, client_id: str) -> Client | None:
    return _optional(scope.row(_GET, of_id=client_id))


def page(scope: Scope, *, after: str, limit: int) -> Sequence[Client]:
    return [_client(row) for row in scope.rows(_PAGE, after=after, at_most=limit)]


def change(scope: Scope, client: Client, *, version: int) -> Client | None:
    """Write everything but the id. None when the client is no longer at that version."""
    written = {name: value for name, value in _written(client).items() if name != "client_id"}
    return _optional(scope.row(_CHANGE, of_id=client.client_id, of_version=version, **written))


def _written(client: Client) -> dict[str, str]:
    return {
        "client_id": client.client_id,
        "name": client.name,
        "secret_hash": client.secret_hash,
        "scopes": joined(client.scopes),
        "status": client.status.value,
    }


def _optional(row: Cells | None) -> Client | None:
    return None if row is None else _client(row)


def _client(row: Cells) -> Client:
    client_id, name, secret_hash, scopes, status, *rest = row
    return Client(client_id, name, secret_hash, split(scopes), Status(status), *rest)
