"""Keys and names: one bill's name is one bill's, and only its own key may say it again."""

from __future__ import annotations

import json

import pytest

from app.commands.simulate import run_case
from app.scenario.fields import MalformedError
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


@pytest.mark.parametrize("claim", ["cost", "claimed_points", "client_price", "asked"])
def test_what_a_client_says_a_reward_costs_is_not_read(claim: str) -> None:
    steps = [
        {"op": "card", "card": "A"},
        {"op": "credit", "card": "A", "points": "100"},
        {"op": "redeem_reward", "card": "A", "points_cost": "60", claim: "1"},
    ]
    (case,) = read(json.dumps({"cases": [{"id": "claim", "steps": steps}]}))
    assert (run_case(case)[-1]["points_redeemed"], run_case(case)[-1]["balance"]) == ("60", "40")


def test_a_card_may_be_called_by_a_number_everywhere() -> None:
    steps = [{"op": "card", "card": 1}, {"op": "card", "card": "2"}, {"op": "merge", "from": [1], "into": 2}]
    (case,) = read(json.dumps({"cases": [{"id": "numbers", "steps": steps}]}))
    assert [result["error"] for result in run_case(case)] == [None] * 3


def test_what_is_no_price_is_no_field_of_a_reward() -> None:
    step = {"op": "redeem_reward", "card": "A", "points_cost": "60", "colour": "red"}
    with pytest.raises(MalformedError, match="step 0, field 'colour': is not a known field"):
        read(json.dumps({"cases": [{"id": "claim", "steps": [step]}]}))
