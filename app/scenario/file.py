"""A scenario file: read whole and checked before a single step runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from app.domain.program import Program
from app.scenario.config import merged, program_from
from app.scenario.fields import Fields, MalformedError
from app.scenario.steps import Step, read_step


@dataclass(frozen=True, slots=True)
class Case:
    case_id: str
    program: Program
    steps: tuple[Step, ...]


def read(text: str) -> list[Case]:
    """The file's cases. Raises MalformedError with one line naming the case, step and field."""
    try:
        document = json.loads(text, parse_float=Decimal)
        json.dumps(document, ensure_ascii=False, default=str).encode()  # half a character is no text
    except (ValueError, ArithmeticError, RecursionError) as wrong:
        raise MalformedError(f"the file is not JSON: {wrong}") from wrong
    if not isinstance(document, dict):
        raise MalformedError("the file must hold one JSON object")
    whole = Fields("file", document)
    whole.only({"default_config", "cases", "title", "note"})
    if not whole.has("cases"):
        whole.fail("cases", "is missing")
    default = whole.inner("default_config")
    program_from(default)
    cases = [_case(fields, default, number) for number, fields in enumerate(whole.items("cases"), 1)]
    _refuse_repeated(whole, cases)
    return cases


def _refuse_repeated(whole: Fields, cases: list[Case]) -> None:
    seen: set[str] = set()
    for case in cases:
        if case.case_id in seen:
            whole.fail("cases", f"two cases are called {case.case_id!r}")
        seen.add(case.case_id)


def _case(fields: Fields, default: Fields, number: int) -> Case:
    fields.only({"id", "title", "note", "config", "steps"})
    case_id = fields.text("id", f"case {number}")
    named = Fields(f"case {case_id!r}", fields.values)
    if not named.has("steps"):
        named.fail("steps", "is missing")
    config = Fields(f"case {case_id!r}, config", merged(default.values, named.inner("config").values))
    steps = [Fields(f"case {case_id!r}, step {i}", one.values) for i, one in enumerate(named.items("steps"))]
    return Case(case_id, program_from(config), tuple(read_step(one) for one in steps))


def differences(case: Case, results: list[dict[str, Any]]) -> Iterator[str]:
    """A line for each expectation of the case that its results do not meet."""
    for number, (step, result) in enumerate(zip(case.steps, results, strict=True)):
        for text in _step_differences(step.fields.values, result):
            yield f"{case.case_id} step {number} {step.op}: {text}"


def _step_differences(step: Any, result: dict[str, Any]) -> Iterator[str]:
    wanted_error = step.get("expect_error")
    expected = step.get("expect") or {}
    if (wanted_error or expected) and str(wanted_error or "").upper() != (result["error"] or ""):
        yield f"error is {result['error']}, expected {wanted_error}"
        return
    for name, wanted in expected.items():
        if not _same(wanted, result.get(name)):
            yield f"{name} is {result.get(name)}, expected {wanted}"


def _same(wanted: Any, found: Any) -> bool:
    """Equal as decimals where both are numbers, else as text."""
    if wanted is None or found is None or isinstance(wanted, bool):
        return bool(wanted == found)
    try:
        return Decimal(str(wanted)) == Decimal(str(found))
    except ArithmeticError:
        return str(wanted) == str(found)
