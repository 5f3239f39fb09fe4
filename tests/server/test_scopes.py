"""Every route the API describes asks for a token, and for the right scopes: read from its own description."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from server.auth.scopes import OF_ROLE, SCOPES, Role
from server.auth.tokens import Claims, Kind, issue
from server.main import create_app
from tests.server.callers import Shop, Wire, content_of, problem

DESCRIPTION = create_app().openapi()
OPEN = {
    "/healthz",
    "/readyz",
    "/metrics",
    "/api/v1/oauth/nonce",
    "/api/v1/oauth/authorize",
    "/api/v1/oauth/token",
    "/api/v1/counters/pairings",
    "/api/v1/counters/pairings/token",
    "/api/v1/sync/late",  # whoever was shut out has no token; the batch's signature opens
}
OPERATIONS = [
    (method.upper(), path, operation)
    for path, operations in DESCRIPTION["paths"].items()
    for method, operation in operations.items()
]
GUARDED = [one for one in OPERATIONS if one[1] not in OPEN]


def scopes_of(operation: dict[str, Any]) -> set[str]:
    return {scope for scheme in operation.get("security", []) for scopes in scheme.values() for scope in scopes}


def named(path: str) -> str:
    return re.sub(r"\{[a-z_]+\}", "A1", path)


def name(value: object) -> str:
    return value if isinstance(value, str) else ""


def test_only_these_are_open() -> None:
    assert {path for _, path, operation in OPERATIONS if not scopes_of(operation)} <= OPEN


@pytest.mark.parametrize(("method", "path", "operation"), GUARDED, ids=name)
def test_without_a_token(wire: Wire, method: str, path: str, operation: dict[str, Any]) -> None:
    assert scopes_of(operation)
    assert problem(wire.call(method, named(path))) == (401, "TOKEN-MISSING")


@pytest.fixture(scope="module")
def owner_of_all(wire: Wire) -> Callable[[set[str]], str]:
    """Tokens for an owner with these scopes."""
    shop = Shop.open(wire)
    subject, parts = content_of(shop.owner)["sub"], wire.running.parts

    def token(scopes: set[str]) -> str:
        claims = Claims(shop.tenant_id, subject, Kind.PERSON, frozenset(scopes), "owner")
        return issue(claims, parts.signing, parts.secret, now=parts.now(), seconds=600)

    return token


@pytest.mark.parametrize(("method", "path", "operation"), GUARDED, ids=name)
def test_without_each_of_its_scopes(
    wire: Wire, owner_of_all: Callable[[set[str]], str], method: str, path: str, operation: dict[str, Any]
) -> None:
    for missing in scopes_of(operation):
        token = owner_of_all(set(SCOPES) - {missing})
        assert problem(wire.call(method, named(path), token)) == (403, "SCOPE-MISSING")


@pytest.mark.parametrize("operation", [one[2] for one in GUARDED], ids=lambda operation: operation["operationId"])
def test_every_guarded_operation_tells_its_problems(operation: dict[str, Any]) -> None:
    told = {status: answer for status, answer in operation["responses"].items() if not status.startswith("2")}
    assert {"401", "403", "422", "429", "500", "503"} <= set(told)
    assert all(list(answer["content"]) == ["application/problem+json"] for answer in told.values())


def test_every_scope_is_somebodys() -> None:
    assert set().union(*OF_ROLE.values()) | {"sync"} == set(SCOPES)


def test_a_higher_role_has_all_a_lower_one_has() -> None:
    ladder = [OF_ROLE[role] for role in Role]
    assert all(low < high for low, high in pairwise(ladder))
