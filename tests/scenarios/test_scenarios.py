"""Worked cases in the scenario format, each figure reckoned by hand, run through the real services."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.commands.simulate import run_case
from app.scenario.file import Case, differences, read

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared" / "scenarios" / "examples.json"


def cases() -> Iterator[object]:
    for file in sorted(HERE.glob("*.json")):
        for case in read(file.read_text(encoding="utf-8")):
            yield pytest.param(case, id=f"{file.stem}: {case.case_id}")


@pytest.mark.parametrize("case", list(cases()))
def test_case(case: Case) -> None:
    assert list(differences(case, run_case(case))) == []


def test_every_step_expects_something_or_sets_a_stage() -> None:
    """A step without an expectation must not fail unseen."""
    for file in sorted(HERE.glob("*.json")):
        for case in read(file.read_text(encoding="utf-8")):
            for step, result in zip(case.steps, run_case(case), strict=True):
                told = step.fields.has("expect") or step.fields.has("expect_error")
                assert told or result["error"] is None, (case.case_id, step, result)


def simulate(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "app", "simulate", *arguments]
    return subprocess.run(command, cwd=ROOT, input=given, capture_output=True, check=False, env=os.environ)


def examples() -> Path:
    """The examples beside the checkout where there are any; else the copy that is kept here."""
    return SHARED if SHARED.exists() else HERE / "examples.json"


class TestCommand:
    def test_the_examples_hold(self) -> None:
        done = simulate(str(examples()), "--check")

        assert (done.returncode, done.stderr) == (0, b"")
        results = [json.loads(line) for line in done.stdout.splitlines()]
        assert [(one["case"], one["step"], one["op"]) for one in results[:3]] == [
            ("EX-EARN", 0, "card"),
            ("EX-EARN", 1, "sale"),
            ("EX-CAP", 0, "card"),
        ]
        assert results[1]["points_earned"] == "30.63"

    def test_the_same_file_gives_the_same_bytes_also_from_standard_input(self) -> None:
        file = examples()

        assert simulate(str(file)).stdout == simulate("-", given=file.read_bytes()).stdout != b""

    def test_a_difference_is_told_only_when_asked(self) -> None:
        text = (HERE / "examples.json").read_bytes().replace(b'"30.63"', b'"30.64"')

        checked, ran = simulate("-", "--check", given=text), simulate("-", given=text)

        assert (checked.returncode, ran.returncode, ran.stderr) == (1, 0, b"")
        assert checked.stderr.decode().splitlines() == [
            "EX-EARN step 1 sale: points_earned is 30.63, expected 30.64",
            "EX-EARN step 1 sale: balance is 30.63, expected 30.64",
        ]
        assert checked.stdout == ran.stdout

    @pytest.mark.parametrize("given", [b"", b'{"cases": [', b'{"cases": [{"id": "x", "steps": [{"op": "sale"}]}]}'])
    def test_what_is_malformed_is_one_line_and_nothing_else(self, given: bytes) -> None:
        done = simulate("-", given=given)

        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)


class TestDifferences:
    @pytest.mark.parametrize(
        ("expect", "told"),
        [
            ({"expect": {"balance": "10.00", "pending": 0}}, []),
            ({"expect": {"balance": "9"}}, ["c step 2 balance: balance is 10, expected 9"]),
            ({"expect": {"tier": "bronze"}}, ["c step 2 balance: tier is Bronze, expected bronze"]),
            ({"expect": {"nonsense": "1"}}, ["c step 2 balance: nonsense is None, expected 1"]),
            ({"expect": {"balance": None}}, ["c step 2 balance: balance is 10, expected None"]),
            ({"expect_error": "INVALID"}, ["c step 2 balance: error is None, expected INVALID"]),
            ({}, []),
        ],
    )
    def test_compare_as_decimals_or_text(self, expect: dict[str, object], told: list[str]) -> None:
        steps = [{"op": "card", "card": "A"}, {"op": "credit", "card": "A", "points": "10"}]
        document = {"cases": [{"id": "c", "steps": [*steps, {"op": "balance", "card": "A", **expect}]}]}
        (case,) = read(json.dumps(document))

        assert list(differences(case, run_case(case))) == told

    def test_an_error_nobody_expected(self) -> None:
        step = {"op": "balance", "card": "A", "expect": {"balance": "1"}}
        (case,) = read(json.dumps({"cases": [{"id": "c", "steps": [step]}]}))

        assert list(differences(case, run_case(case))) == ["c step 0 balance: error is UNKNOWN_CARD, expected None"]
