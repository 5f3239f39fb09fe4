"""Keys and names: one bill's name is one bill's, and only its own key may say it again."""

from __future__ import annotations

import json

from app.commands.simulate import run_case
from app.scenario.file import read

STEPS = [
    {"op": "sale", "bill": "1", "key": "k", "lines": [{"category": "General", "amount": "10"}]},
    {"op": "sale", "bill": "1", "key": "k", "lines": [{"category": "General", "amount": "10"}]},
    {"op": "sale", "bill": "1", "key": "another", "lines": [{"category": "General", "amount": "10"}]},
    {"op": "sale", "bill": "1", "lines": [{"category": "General", "amount": "10"}]},
]


def test_a_bill_is_said_again_only_by_its_own_key() -> None:
    (case,) = read(json.dumps({"cases": [{"id": "names", "steps": STEPS}]}))
    assert [result["error"] for result in run_case(case)] == [None, None, "INVALID", "INVALID"]
