"""What the API says of itself is so: whatever is sent, the answer is one that was described, and never a failure."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
import schemathesis
from hypothesis import settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from server.database import SqliteDatabase
from server.main import create_app
from tests.server.callers import Shop, Wire
from tests.server.running import running_server

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
described = schemathesis.openapi.from_dict(create_app().openapi())


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    with closing(SqliteDatabase(tmp_path_factory.mktemp("server"))) as database:
        database.prepare()
        with running_server(database) as running, Wire(running) as wire:
            yield Shop.open(wire)


@described.parametrize()
@settings(max_examples=3)
def test_answers_are_as_described(case: schemathesis.Case, shop: Shop) -> None:
    headers = {"Authorization": f"Bearer {shop.owner}"}
    response = case.call(base_url=shop.wire.running.base_url, headers=headers, session=shop.wire.session)
    case.validate_response(response, checks=CHECKS)
