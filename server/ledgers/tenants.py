"""The tenants in the directory, and the sealed secret of each."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from app.persistence.scope import Scope
from app.persistence.statement import Statement, adding
from server.databases.tables.directory import tenants

_ALL = Statement(select(tenants.c.tenant_id).order_by(tenants.c.tenant_id))
_SECRET = Statement(select(tenants.c.sealed_secret).where(tenants.c.tenant_id == bindparam("of_tenant")))
_ADD = adding(tenants)


def tenant_ids(directory: Scope) -> list[str]:
    """In order."""
    return [row[0] for row in directory.rows(_ALL)]


def is_listed(directory: Scope, tenant_id: str) -> bool:
    return directory.row(_SECRET, of_tenant=tenant_id) is not None


def sealed_secret(directory: Scope, tenant_id: str) -> bytes | None:
    """None for a tenant there is not, or whose secret is kept with its file."""
    found: bytes | None = directory.scalar(_SECRET, of_tenant=tenant_id)
    return found


def list_tenant(directory: Scope, tenant_id: str, *, sealed_secret: bytes | None) -> None:
    directory.change(_ADD, tenant_id=tenant_id, sealed_secret=sealed_secret)
