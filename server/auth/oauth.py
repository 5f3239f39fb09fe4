"""OAuth 2: a nonce to sign, a code to ask with, and the token endpoint."""

from __future__ import annotations

import binascii
from base64 import b64decode
from typing import Annotated, Literal
from urllib.parse import unquote_plus

from fastapi import APIRouter, Form, Header
from pydantic import BaseModel, Field

from server.api.models import CLIENT_ID, Model, shown_as
from server.auth import nonces, sessions
from server.auth.codes import typed
from server.auth.doors import knocking
from server.auth.grants import Asked, Granted, grant
from server.auth.refusals import refused
from server.auth.scopes import joined
from server.parts import Given

router = APIRouter(prefix="/api/v1/oauth", tags=["Signing in"])


class Nonce(BaseModel):
    nonce: str = Field(description="Put it into the assertion as `nonce`; good once.", examples=["bm9uY2U"])
    expires_in: int = Field(description="Seconds, by the server's clock.", examples=[300])
    server_ms: int = Field(description="The server's clock, in ms since 1970 UTC.", examples=[1790000000000])


class LoginCode(Model):
    login_code: str = Field(max_length=40, examples=["BCDF-2345"], description="As a manager read it out.")
    code_challenge: str = Field(
        pattern=r"^[A-Za-z0-9_-]{43}$",
        description="BASE64URL(SHA-256(code_verifier)).",
        examples=["E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"],
    )
    code_challenge_method: Literal["S256"]


class AuthorizationCode(BaseModel):
    code: str = Field(examples=["YXV0aG9yaXphdGlvbg"])
    expires_in: int = Field(examples=[60])


_SECRET = "bm90LWEtc2VjcmV0LW9mLWFueWJvZHk"  # of the examples


class TokenForm(Model):
    """RFC 6749 4.1.3, 4.4.2 and 6; RFC 7523 2.2; RFC 7636 4.5."""

    model_config = shown_as(
        {"grant_type": "client_credentials", "client_id": CLIENT_ID, "client_secret": _SECRET},
        {"grant_type": "authorization_code", "code": _SECRET, "code_verifier": _SECRET},
        {"grant_type": "refresh_token", "refresh_token": _SECRET},
    )
    grant_type: str = Field(max_length=100, examples=["client_credentials"])
    scope: str = Field("", max_length=1000)
    client_id: str = Field("", max_length=200, examples=[CLIENT_ID])
    client_secret: str = Field("", max_length=200, examples=[_SECRET])
    client_assertion_type: str = Field("", max_length=200)
    client_assertion: str = Field("", max_length=4000)
    code: str = Field("", max_length=200)
    code_verifier: str = Field("", max_length=128)
    refresh_token: str = Field("", max_length=200)


class Token(BaseModel):
    access_token: str = Field(examples=["eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl"])
    token_type: Literal["Bearer"] = "Bearer"
    expires_in: int = Field(description="Seconds.", examples=[600])
    scope: str = Field(examples=["sync"])
    refresh_token: str | None = Field(default=None, description="For people only; good once.")


@router.get("/nonce", dependencies=[knocking("nonce")])
def give_nonce(parts: Given) -> Nonce:
    """A nonce for a client assertion: with it, signing in works whatever the caller's clock says."""
    now = parts.now()
    return Nonce(nonce=nonces.issue(parts.secret, now), expires_in=nonces.GOOD_FOR // 1_000_000, server_ms=now // 1000)


@router.post("/authorize", dependencies=[knocking("authorize")])
def authorize(asked: LoginCode, parts: Given) -> AuthorizationCode:
    """A person's one-time login code becomes an authorization code for whoever can show the verifier (PKCE, S256)."""
    login_code = typed(asked.login_code)
    parts.rates.code("login", login_code)
    code = sessions.authorize(parts, login_code, challenge=asked.code_challenge)
    if code is None:
        raise refused(
            "invalid_grant",
            "LOGIN-CODE-BAD",
            "The login code is wrong, was used, or ran out. Nothing was changed. Ask a manager for a new one.",
        )
    return AuthorizationCode(code=code, expires_in=sessions.AUTHORIZATION_SECONDS)


@router.post("/token", dependencies=[knocking("token")])
def give_token(
    form: Annotated[TokenForm, Form()],
    parts: Given,
    authorization: Annotated[str | None, Header(description="A client's id and secret as Basic.")] = None,
) -> Token:
    """An access token: counters show `private_key_jwt`, systems their secret, people a code or a refresh token."""
    given = form.model_dump()
    if authorization is not None:
        given |= _basic(authorization)
    granted = grant(Asked(**given), parts)
    return _token(granted, parts.settings.token_seconds)


def _token(granted: Granted, seconds: int) -> Token:
    return Token(
        access_token=granted.access_token,
        expires_in=seconds,
        scope=joined(granted.claims.scopes),
        refresh_token=granted.refresh_token,
    )


def _basic(header: str) -> dict[str, str]:
    """A client's id and secret as RFC 6749 2.3.1 sends them."""
    kind, _, packed = header.partition(" ")
    try:
        client_id, _, secret = b64decode(packed, validate=True).decode().partition(":")
    except (ValueError, binascii.Error) as error:
        raise _unreadable() from error
    if kind.lower() != "basic":
        raise _unreadable()
    return {"client_id": unquote_plus(client_id), "client_secret": unquote_plus(secret)}


def _unreadable() -> Exception:
    return refused(
        "invalid_client",
        "CREDENTIALS-UNREADABLE",
        "The Authorization header is not Basic. Nothing was changed.",
        status=401,
    )
