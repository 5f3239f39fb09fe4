"""The API holds to its own description: asked at random, rightly and wrongly, every answer is one that was told."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import pytest
import schemathesis
from hypothesis import settings
from schemathesis.checks import CheckContext, not_a_server_error
from schemathesis.core.transport import Response
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    ignored_auth,
    missing_required_header,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from server.auth.scopes import OF_SYSTEM
from server.databases.database import SqliteDatabase
from server.main import create_app
from tests.key_names import key_in
from tests.server.callers import Shop, Wire
from tests.server.running import running_server

_PATHS = list(create_app().openapi()["paths"])


def unsupported_elsewhere(ctx: CheckContext, response: Response, case: schemathesis.Case[Any]) -> bool | None:
    """`/cards/earn-points` is also an address of the form `/cards/{card_id}`, which offers what it offers."""
    forms = (re.sub(r"\{[a-z_]+\}", "[^/]+", path) for path in _PATHS if path != case.operation.path)
    if any(re.fullmatch(form, case.operation.path) for form in forms):
        return None
    return bool(unsupported_method(ctx, response, case))


def names_no_keys(_: CheckContext, response: Response, case: schemathesis.Case[Any]) -> None:
    """Whoever calls has no counter before them: a key stands in a refusal only where it was sent."""
    detail = response.json()["detail"] if response.headers["content-type"] == ["application/problem+json"] else ""
    key = key_in(detail)
    assert key is None or key in str(case.body), detail


IS_LONG = "FUZZ" in os.environ
EXAMPLES = int(os.environ["FUZZ"]) if IS_LONG else 4
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
    missing_required_header,
    unsupported_elsewhere,
    ignored_auth,
    names_no_keys,
]
described = schemathesis.openapi.from_dict(create_app().openapi())
described.config.phases.coverage.enabled = IS_LONG
# A change based on no version that ever was is refused before the rest of it is looked at.
rejection = described.config.checks.negative_data_rejection
rejection.expected_statuses = [*rejection.expected_statuses, "412"]


WAIT_S_MAX = 60  # whoever waits for a change is kept for 25 s


@dataclass(frozen=True)
class Callers:
    """One of each kind, of one tenant."""

    shop: Shop
    system: str
    counter: str

    def tokens(self, case: schemathesis.Case[Any]) -> list[str]:
        """Who may ask this, and who may not."""
        every = [self.shop.owner, self.system, self.counter]
        if IS_LONG:
            return every
        wanted = {
            scope for scheme in case.operation.definition.raw.get("security", ()) for scope in scheme.get("oauth2", ())
        }
        return [every[2] if "sync" in wanted else every[1] if wanted <= OF_SYSTEM else every[0]]


@pytest.fixture(scope="module")
def callers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callers]:
    with closing(SqliteDatabase(tmp_path_factory.mktemp("server"))) as database:
        database.prepare()
        with running_server(database) as running, Wire(running) as wire:
            shop = Shop.open(wire)
            yield Callers(shop, shop.system(*sorted(OF_SYSTEM))["token"], shop.counter("ZZZ").token())


@described.parametrize()
@settings(max_examples=EXAMPLES, derandomize=not IS_LONG, database=None)
def test_every_answer_is_as_described(case: schemathesis.Case[Any], callers: Callers) -> None:
    wire = callers.shop.wire
    for token in callers.tokens(case):
        headers = {"Authorization": f"Bearer {token}"}
        response = case.call(base_url=wire.running.base_url, headers=headers, session=wire.session, timeout=WAIT_S_MAX)
        case.validate_response(response, checks=CHECKS, headers=headers)
