"""What is written of the API is so: the addresses, their scopes, the examples, and what OpenAPI promises."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from server.api.bills import AskedBill, AskedQuote, AskedRedemption, AskedReversal
from server.api.models import Model
from server.api.people import MemberChange, NewMember
from server.main import create_app
from tests.server.api.billing import Billing
from tests.server.callers import done, system_token

DOC = (Path(__file__).parents[3] / "docs" / "api.md").read_text()
TAGS = {
    "Cards",
    "Card points",
    "Card configuration",
    "Segments",
    "Campaigns",
    "Programmes",
    "Programs",
    "Rules",
    "Tiers",
    "Loyalty",
    "Rewards",
    "Partners",
}
Operation = tuple[str, str, dict[str, Any]]


def operations() -> Iterator[Operation]:
    for path, methods in create_app().openapi()["paths"].items():
        for method, operation in methods.items():
            if TAGS & set(operation["tags"]):
                yield method.upper(), path, operation


OPERATIONS = list(operations())


def examples() -> list[str]:
    return [block for block in re.findall(r"```sh\n(.*?)```", DOC, re.DOTALL) if block.startswith("curl")]


def test_every_address_stands_in_the_table_with_its_scope_and_no_other() -> None:
    written = set(re.findall(r"^\| `([A-Z]+) (\S+)` \| `(\S+)` \|", DOC, re.MULTILINE))
    offered = {(method, path, *operation["security"][0]["oauth2"]) for method, path, operation in OPERATIONS}
    assert written == offered


def named(operation: Operation) -> str:
    return f"{operation[0]} {operation[1]}"


@pytest.mark.parametrize("operation", OPERATIONS, ids=named)
def test_an_operation_is_described_with_its_headers_and_refusals(operation: Operation) -> None:
    method, path, told = operation
    headers = {one["name"].lower() for one in told.get("parameters", ()) if one["in"] == "header"}
    query = {one["name"] for one in told.get("parameters", ()) if one["in"] == "query"}

    assert told["summary"]
    assert told["description"].endswith(".")
    assert {"401", "403", "422", "429", "503"} <= told["responses"].keys()
    for status, answer in told["responses"].items():
        (kind,) = answer["content"]
        assert kind == ("application/json" if status < "400" else "application/problem+json")
    assert ("412" in told["responses"]) == ("if-match" in headers)
    if path.endswith(("earn-points", "redeem-points", "reverse-points", "points/earn", "points/redeem")):
        assert "idempotency-key" in headers
    if "{card_id}" in path or "{member_id}" in path:
        assert "404" in told["responses"]
    assert ("after" in query) == ("limit" in query)
    assert method in {"GET", "POST", "PUT", "PATCH", "DELETE"}


@pytest.mark.parametrize("shape", [AskedBill, AskedRedemption, AskedQuote, AskedReversal, NewMember, MemberChange])
def test_requests_are_shown_by_examples_that_are_taken(shape: type[Model]) -> None:
    shown = shape.model_json_schema()["examples"]
    assert shown
    for example in shown:
        shape.model_validate_json(json.dumps(example))


def sent(billing: Billing, example: str) -> Any:
    """Send what a curl line says: its address, headers and body."""
    words = shlex.split(example.replace("\\\n", " ").replace("$SERVER", "").replace("$TOKEN", billing.token))
    headers, body, address = {}, None, ""
    for flag, value in pairwise(words):
        if flag == "-H":
            name, _, text = value.partition(": ")
            headers[name] = text
        if flag == "-d":
            body = value
        if flag == "-s":
            address = value
    return billing.wire.call("POST" if body else "GET", address, headers=headers, data=body)


def test_the_examples_work_as_they_are_written(billing: Billing) -> None:
    billing.configure(redemption={"min_points": "0"})
    assert len(examples()) == len(re.findall(r"\bcurl -s\b", DOC)) - 1  # signing in stands apart
    for example in examples():
        done(sent(billing, example))


def test_signing_in_works_as_it_is_written(billing: Billing) -> None:
    client = billing.shop.system("cards:read")
    assert "grant_type=client_credentials" in DOC
    assert system_token(billing.wire, client)
