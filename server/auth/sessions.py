"""Sessions: how a person's login code becomes an authorization code, and that tokens they can renew. All used once."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, delete, select, update

from app.persistence.scope import Scope
from app.persistence.statement import Statement, adding
from server.auth.codes import new_code, new_token
from server.databases.tables.directory import authorization_codes, login_codes, refresh_tokens
from server.parts import Parts

_SECOND = 1_000_000
AUTHORIZATION_SECONDS = 60
REFRESH_SECONDS = 30 * 86_400


@dataclass(frozen=True, slots=True)
class Signing:
    """Whose sign-in this is. `family` joins the refresh tokens that came from one."""

    tenant_id: str
    staff_id: str
    family: str = ""


_ADD_LOGIN = adding(login_codes)
_FORGET_LOGINS = Statement(
    delete(login_codes).where(
        login_codes.c.tenant_id == bindparam("of_tenant"), login_codes.c.staff_id == bindparam("of_staff")
    )
)
_TAKE_LOGIN = Statement(
    delete(login_codes)
    .where(login_codes.c.code == bindparam("of_code"))
    .returning(login_codes.c.tenant_id, login_codes.c.staff_id, login_codes.c.expires_at)
)
_ADD_AUTHORIZATION = adding(authorization_codes)
_TAKE_AUTHORIZATION = Statement(
    delete(authorization_codes)
    .where(authorization_codes.c.code == bindparam("of_code"))
    .returning(
        authorization_codes.c.tenant_id,
        authorization_codes.c.staff_id,
        authorization_codes.c.expires_at,
        authorization_codes.c.challenge,
    )
)
_FORGET_AUTHORIZATIONS = Statement(
    delete(authorization_codes).where(authorization_codes.c.expires_at < bindparam("expired_before"))
)
_ADD_REFRESH = adding(refresh_tokens)
_USE_REFRESH = Statement(
    update(refresh_tokens)
    .where(refresh_tokens.c.token == bindparam("of_token"), refresh_tokens.c.used_at.is_(None))
    .returning(
        refresh_tokens.c.tenant_id, refresh_tokens.c.staff_id, refresh_tokens.c.expires_at, refresh_tokens.c.family
    ),
    ("used_at",),
)
_FAMILY = Statement(select(refresh_tokens.c.family).where(refresh_tokens.c.token == bindparam("of_token")))
_END_FAMILY = Statement(delete(refresh_tokens).where(refresh_tokens.c.family == bindparam("of_family")))
_FORGET_REFRESHES = Statement(delete(refresh_tokens).where(refresh_tokens.c.expires_at < bindparam("expired_before")))


def give_login_code(parts: Parts, who: Signing, *, seconds: int) -> str:
    """A new code for a person; one given before is good no longer."""
    code = new_code()
    with parts.database.directory_writing() as scope:
        scope.change(_FORGET_LOGINS, of_tenant=who.tenant_id, of_staff=who.staff_id)
        scope.change(
            _ADD_LOGIN,
            code=parts.secret.blind("login", code),
            tenant_id=who.tenant_id,
            staff_id=who.staff_id,
            expires_at=parts.now() + seconds * _SECOND,
        )
    return code


def authorize(parts: Parts, login_code: str, *, challenge: str) -> str | None:
    """An authorization code for a good login code, which is used up; None for any other."""
    now, code = parts.now(), new_token()
    with parts.database.directory_writing() as scope:
        scope.change(_FORGET_AUTHORIZATIONS, expired_before=now)
        row = scope.row(_TAKE_LOGIN, of_code=parts.secret.blind("login", login_code))
        if row is None or row[2] <= now:
            return None
        scope.change(
            _ADD_AUTHORIZATION,
            code=parts.secret.blind("authorization", code),
            tenant_id=row[0],
            staff_id=row[1],
            challenge=challenge,
            expires_at=now + AUTHORIZATION_SECONDS * _SECOND,
        )
    return code


def take_authorization(parts: Parts, code: str, *, challenge: str) -> Signing | None:
    """Whose code it is; it is used up even by someone who does not know what it was asked with."""
    with parts.database.directory_writing() as scope:
        row = scope.row(_TAKE_AUTHORIZATION, of_code=parts.secret.blind("authorization", code))
    if row is None or row[2] <= parts.now() or row[3] != challenge:
        return None
    return Signing(row[0], row[1], family=parts.ids.entity())


def give_refresh_token(parts: Parts, who: Signing) -> str:
    now, token = parts.now(), new_token()
    with parts.database.directory_writing() as scope:
        scope.change(_FORGET_REFRESHES, expired_before=now)
        scope.change(
            _ADD_REFRESH,
            token=parts.secret.blind("refresh", token),
            family=who.family,
            tenant_id=who.tenant_id,
            staff_id=who.staff_id,
            expires_at=now + REFRESH_SECONDS * _SECOND,
            used_at=None,
        )
    return token


def use_refresh_token(parts: Parts, token: str) -> Signing | None:
    """Whose token it is. One that comes twice has been copied: everything that came from that sign-in ends."""
    now, blinded = parts.now(), parts.secret.blind("refresh", token)
    with parts.database.directory_writing() as scope:
        row = scope.row(_USE_REFRESH, of_token=blinded, used_at=now)
        if row is None:
            _end_family(scope, blinded)
            return None
    return Signing(row[0], row[1], family=row[3]) if row[2] > now else None


def _end_family(scope: Scope, blinded: bytes) -> None:
    family = scope.scalar(_FAMILY, of_token=blinded)
    if family is not None:
        scope.change(_END_FAMILY, of_family=family)
