"""The partners of a tenant: where each is asked, and with which token, which is sealed and never told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import bindparam, select

from app.persistence.scope import Cells, Scope
from app.persistence.sealed import FieldSealer
from app.persistence.statement import Statement, adding, owned
from server.databases.tables.partners import partners
from server.databases.versioned import change_of, one_of, page_of

FIELD = "partner token"  # what tokens are sealed as


@dataclass(frozen=True, slots=True)
class Partner:
    """`name` is what rewards call it. `created_at` in microseconds."""

    partner_id: str
    name: str
    base_url: str
    sealed_token: bytes = field(repr=False)
    is_enabled: bool
    version: int
    created_at: int

    def token(self, sealer: FieldSealer) -> str:
        """What opens the partner's door to us. Raises StoreDamaged where it was sealed elsewhere."""
        return sealer.of_field(FIELD).open(self.sealed_token)


_P = partners.c
_COLUMNS = (_P.partner_id, _P.name, _P.base_url, _P.sealed_token, _P.is_enabled, _P.version, _P.created_at)
_EVERY = select(*_COLUMNS).where(owned(partners))
_ADD = adding(partners)
_GET = one_of(_COLUMNS)
_BY_NAME = Statement(_EVERY.where(_P.name == bindparam("of_name")))
_PAGE = page_of(_COLUMNS)
_CHANGE = change_of(_COLUMNS, ("base_url", "sealed_token", "is_enabled"))


def add(scope: Scope, partner: Partner) -> None:
    scope.change(
        _ADD,
        partner_id=partner.partner_id,
        name=partner.name,
        base_url=partner.base_url,
        sealed_token=partner.sealed_token,
        is_enabled=int(partner.is_enabled),
        version=partner.version,
        created_at=partner.created_at,
    )


def get(scope: Scope, partner_id: str) -> Partner | None:
    return _partner(scope.row(_GET, of_id=partner_id))


def by_name(scope: Scope, name: str) -> Partner | None:
    return _partner(scope.row(_BY_NAME, of_name=name))


def page(scope: Scope, *, after: str, limit: int) -> Sequence[Partner]:
    return [_made(row) for row in scope.rows(_PAGE, after=after, at_most=limit)]


def change(scope: Scope, partner: Partner) -> Partner | None:
    """None when the partner is no longer at the version that was seen."""
    row = scope.row(
        _CHANGE,
        of_id=partner.partner_id,
        of_version=partner.version,
        base_url=partner.base_url,
        sealed_token=partner.sealed_token,
        is_enabled=int(partner.is_enabled),
    )
    return _partner(row)


def _partner(row: Cells | None) -> Partner | None:
    return None if row is None else _made(row)


def _made(row: Cells) -> Partner:
    return Partner(row[0], row[1], row[2], bytes(row[3]), bool(row[4]), row[5], row[6])
