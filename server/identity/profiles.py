"""Profiles: a tenant's own row."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from server.databases.tables.identity import profiles


@dataclass(frozen=True, slots=True)
class Profile:
    tenant_id: str
    name: str
    version: int
    created_at: int


_COLUMNS = (profiles.c.tenant_id, profiles.c.name, profiles.c.version, profiles.c.created_at)
_ADD = adding(profiles)
_GET = Statement(select(*_COLUMNS).where(owned(profiles)))
_RENAME = Statement(
    update(profiles)
    .where(owned(profiles), profiles.c.version == bindparam("of_version"))
    .values(version=profiles.c.version + 1)
    .returning(*_COLUMNS),
    ("name",),
)


def add(scope: Scope, *, name: str, at: int) -> None:
    scope.change(_ADD, name=name, version=1, created_at=at)


def get(scope: Scope) -> Profile | None:
    return _profile(scope.row(_GET))


def rename(scope: Scope, name: str, *, version: int) -> Profile | None:
    """None when the profile is no longer at that version."""
    return _profile(scope.row(_RENAME, name=name, of_version=version))


def _profile(row: Cells | None) -> Profile | None:
    return None if row is None else Profile(*row)
