"""The description of the API is whole: every operation is told with who may, what goes in and what comes out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest

from server.main import create_app
from server.web.description import TAGS
from server.web.problems import TITLES

DESCRIPTION = create_app().openapi()
Operation = tuple[str, str, dict[str, Any]]
OPERATIONS: list[Operation] = [
    (method.upper(), path, operation)
    for path, methods in DESCRIPTION["paths"].items()
    for method, operation in methods.items()
]
PROBLEM = "application/problem+json"


def named(operation: Operation) -> str:
    return f"{operation[0]} {operation[1]}"


every = pytest.mark.parametrize("operation", OPERATIONS, ids=named)


def bodies(operation: Operation, *, begins: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Status, kind and content of the answers of a class."""
    for status, answer in operation[2]["responses"].items():
        for kind, body in answer.get("content", {}).items():
            if status.startswith(begins):
                yield status, kind, body


def fits(body: dict[str, Any]) -> bool:
    """Whether the example is of the shape it stands with."""
    schema = {**body["schema"], "components": DESCRIPTION["components"]}
    return bool(jsonschema_rs.validator_for(schema).is_valid(body["example"]))


def leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    else:
        yield value


def test_an_operation_has_one_name() -> None:
    assert {
        name: times for name, times in Counter(one[2]["operationId"] for one in OPERATIONS).items() if times > 1
    } == {}


@every
def test_it_is_told_what_it_does_and_for_whom(operation: Operation) -> None:
    _, path, told = operation
    assert re.fullmatch("[a-z]+(_[a-z]+)*", told["operationId"])
    assert told["summary"].strip()
    assert told["description"].endswith(".")
    assert len(told["tags"]) == 1
    assert set(told["tags"]) <= TAGS.keys()
    assert isinstance(told["security"], list), "open to everybody is said, too"
    assert all(one.get("description") or one["name"] in path for one in told.get("parameters", ()))


@every
def test_what_goes_in_has_an_example_of_its_shape(operation: Operation) -> None:
    for body in operation[2].get("requestBody", {}).get("content", {}).values():
        assert fits(body)
        assert "text" not in leaves(body["example"]), "made up: the field wants an example of its own"


@every
def test_what_comes_out_has_an_example_of_its_shape(operation: Operation) -> None:
    answers = list(bodies(operation, begins="2"))
    assert answers or "204" in operation[2]["responses"]
    for _, _, body in answers:
        assert fits(body)
        assert "text" not in leaves(body["example"])


@every
def test_each_refusal_has_an_example_of_its_status(operation: Operation) -> None:
    told = {status for status in operation[2]["responses"] if status[0] in "45"}
    shown = list(bodies(operation, begins="4")) + list(bodies(operation, begins="5"))
    assert {status for status, _, _ in shown} == told
    for status, kind, body in shown:
        assert kind == PROBLEM
        assert fits(body)
        assert (str(body["example"]["status"]), body["example"]["title"]) == (status, TITLES[int(status)])


def test_every_tag_is_told_and_used() -> None:
    assert [one["name"] for one in DESCRIPTION["tags"]] == list(TAGS)
    assert {tag for one in OPERATIONS for tag in one[2]["tags"]} == set(TAGS)
    assert all(one["description"].endswith(".") for one in DESCRIPTION["tags"])
