"""Malformed files: refused before a step runs, in one line that names the case, the step and the field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.commands.simulate import MALFORMED, simulate

LINE = {"id": "1", "category": "General", "amount": "100"}
STEPS: dict[str, dict[str, Any]] = {
    "card": {"op": "card", "card": "A", "referrer": "B", "tier": "Gold"},
    "credit": {"op": "credit", "card": "A", "points": "1", "expires_at": "2026-05-01", "use_policy_expiry": False},
    "quote": {"op": "quote", "card": "A", "lines": [LINE]},
    "sale": {"op": "sale", "bill": "1", "card": "A", "lines": [LINE], "redeem_points": "MAX", "key": "k"},
    "refund": {"op": "refund", "bill": "1", "lines": [{"id": "1", "amount": "5"}]},
    "cancel": {"op": "cancel", "bill": "1"},
    "redeem_reward": {"op": "redeem_reward", "card": "A", "points_cost": "5", "min_tier": "Gold"},
    "case": {"op": "case", "lines": [LINE], "tier": "Bronze", "ways": ["CASH"], "at": "2020-01-01"},
    "take_reward": {"op": "take_reward", "card": "A", "reward": "coupon", "voucher": "v"},
    "hand_over": {"op": "hand_over", "voucher": "v", "key": "k"},
    "cancel_voucher": {"op": "cancel_voucher", "voucher": "v"},
    "voucher": {"op": "voucher", "voucher": "v"},
    "hold": {"op": "hold", "bill": "1", "card": "A", "lines": [LINE]},
    "discard_held": {"op": "discard_held", "bill": "1"},
    "balance": {"op": "balance", "card": "A", "at": "2026-02-01"},
    "tier": {"op": "tier", "metrics": {"points": "1", "spend": "2", "orders": "3"}},
    "expiry_date": {"op": "expiry_date", "earned_at": "2026-01-01"},
    "merge": {"op": "merge", "from": ["A"], "into": "B"},
    "race": {"op": "race", "ops": [{"op": "cancel", "bill": "1"}]},
}
NEEDED = {
    "card": ["card"],
    "credit": ["card", "points"],
    "quote": ["lines"],
    "sale": ["bill", "lines"],
    "refund": ["bill"],
    "cancel": ["bill"],
    "redeem_reward": ["card", "points_cost"],
    "case": ["lines"],
    "take_reward": ["card", "reward", "voucher"],
    "hand_over": ["voucher"],
    "cancel_voucher": ["voucher"],
    "voucher": ["voucher"],
    "hold": ["bill", "lines"],
    "discard_held": ["bill"],
    "balance": ["card"],
    "expiry_date": ["earned_at"],
    "merge": ["from", "into"],
    "race": ["ops"],
}
NOT_TEXT: tuple[object, ...] = ([], {}, True, 1.5)
NOT_A_NUMBER: tuple[object, ...] = ([], {}, True)
FULL_CONFIG: dict[str, Any] = {
    "categories": {"General": {"point_percent": "3"}},
    "campaigns": [{"multiplier": "2"}],
    "decision_rules": [{"type": "AMOUNT_BAND_HIGHEST", "bands": [{"from": "1", "points": "2"}]}],
    "rounding": {"mode": "FLOOR"},
    "expiry": {"mode": "DAYS", "n": 3},
    "referral": {"percent": "1"},
    "refund": {"earned": "LINE_EXACT"},
    "tiers": {"levels": [{"name": "Bronze"}]},
    "rewards": [{"id": "coupon", "kind": "CASHBACK", "cost": "5", "value": "1"}],
}


def fixed_when(**asked: object) -> dict[str, Any]:
    """A configuration with one rule that asks something of the bill."""
    return {"decision_rules": [{"type": "POINTS_FIXED", "points": "1", "when": asked}]}


def limited_to(kind: str = "POINTS_FIXED", **limits: object) -> dict[str, Any]:
    brings = {"multiplier": "2"} if kind == "MULTIPLIER" else {"points": "5"}
    return {"decision_rules": [{"type": kind, **brings, "limits": limits}]}


@pytest.fixture
def refused(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Any:
    """Runs a file that must be refused; returns its one line."""

    def run(content: object) -> str:
        file = tmp_path / "scenario.json"
        file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        status = simulate(str(file), check=True)
        out, err = capfd.readouterr()
        assert (status, out) == (MALFORMED, ""), err
        assert err.startswith("Not a scenario file: ")
        assert err.endswith("\n")
        assert err.count("\n") == 1
        return err

    return run


def one_step(step: dict[str, Any], **config: Any) -> dict[str, Any]:
    """A file whose second step of its second case is this one."""
    fine = {"id": "fine", "steps": [{"op": "card", "card": "A"}]}
    return {"cases": [fine, {"id": "odd", "config": config, "steps": [{"op": "card", "card": "A"}, step]}]}


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"   ",
        b'{"cases": [',
        b'{"cases": []} trailing',
        b"[]",
        b"null",
        b'"text"',
        b'\xff\xfe{"cases": []}',
        b'{"cases": [{"id": "\xc3\x28", "steps": []}]}',
        b'{"cases": [{"id": "\\ud800", "steps": []}]}',
        b'{"default_config": {"categories": {"\\udfff": {}}}, "cases": []}',
        b"[" * 100_000,
        b'{"cases": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"cases": ' + b"9" * 5_000 + b"}",
        b'{"cases": [{"steps": [{"op": "credit", "card": "A", "points": 1e9999999999999999999}]}]}',
    ],
    ids=lambda text: repr(text[:30]),
)
def test_what_is_no_json_text_of_an_object(refused: Any, text: bytes) -> None:
    refused(text)


def test_a_file_that_is_not_there(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for file in (tmp_path / "missing.json", tmp_path):
        assert simulate(str(file), check=False) == MALFORMED
        out, err = capfd.readouterr()
        assert (out, err.count("\n")) == ("", 1)


@pytest.mark.parametrize(
    ("document", "names"),
    [
        ({}, "field 'cases': is missing"),
        ({"cases": {}}, "field 'cases': must be a list"),
        ({"cases": [1]}, "field 'cases': item 1 must be an object"),
        ({"cases": [], "extra": 1}, "field 'extra': is not a known field"),
        ({"cases": [], "default_config": []}, "field 'default_config': must be an object"),
        ({"cases": [], "default_config": {"bogus": 1}}, "default_config, field 'bogus': is not a known field"),
        ({"cases": [{"id": "x"}]}, "case 'x', field 'steps': is missing"),
        ({"cases": [{"id": "x", "steps": {}}]}, "case 'x', field 'steps': must be a list"),
        ({"cases": [{"id": "x", "steps": ["sale"]}]}, "case 'x', field 'steps': item 1 must be an object"),
        ({"cases": [{"id": [], "steps": []}]}, "field 'id': must be text"),
        ({"cases": [{"id": "x", "steps": [], "extra": 1}]}, "field 'extra': is not a known field"),
        ({"cases": [{"id": "x", "config": [], "steps": []}]}, "case 'x', field 'config': must be an object"),
        ({"cases": [{"id": "x", "steps": []}] * 2}, "two cases are called 'x'"),
        ({"cases": [{"id": "a\nb", "steps": [{}]}]}, "case 'a\\nb', step 0, field 'op': is missing"),
    ],
)
def test_what_is_not_a_file_of_cases(refused: Any, document: object, names: str) -> None:
    assert names in refused(document)


class TestSteps:
    def test_the_samples_themselves_are_fine(self, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        file = tmp_path / "scenario.json"
        file.write_text(json.dumps({"cases": [{"id": "x", "config": FULL_CONFIG, "steps": list(STEPS.values())}]}))

        assert simulate(str(file), check=False) == 0
        assert len(capfd.readouterr().out.splitlines()) == len(STEPS)

    @pytest.mark.parametrize("op", STEPS)
    def test_an_unknown_field(self, refused: Any, op: str) -> None:
        assert "case 'odd', step 1, field 'bogus': is not" in refused(one_step({**STEPS[op], "bogus": "x"}))

    @pytest.mark.parametrize(("op", "field"), [(op, field) for op, needed in NEEDED.items() for field in needed])
    def test_a_missing_field(self, refused: Any, op: str, field: str) -> None:
        without = {name: value for name, value in STEPS[op].items() if name != field}

        for step in (without, {**without, field: None}):
            assert f"case 'odd', step 1, field '{field}': is missing" in refused(one_step(step))

    @pytest.mark.parametrize(
        ("op", "field"),
        [
            ("card", "card"),
            ("card", "referrer"),
            ("card", "tier"),
            ("sale", "bill"),
            ("sale", "card"),
            ("sale", "key"),
            ("take_reward", "reward"),
            ("voucher", "voucher"),
            ("merge", "into"),
            ("redeem_reward", "min_tier"),
            ("discard_held", "bill"),
        ],
    )
    def test_what_should_be_text(self, refused: Any, op: str, field: str) -> None:
        for value in NOT_TEXT:
            assert f"case 'odd', step 1, field '{field}': must be text" in refused(
                one_step({**STEPS[op], field: value})
            )

    @pytest.mark.parametrize(
        ("op", "field"), [("credit", "points"), ("sale", "redeem_points"), ("redeem_reward", "points_cost")]
    )
    def test_what_should_be_a_number(self, refused: Any, op: str, field: str) -> None:
        for value in NOT_A_NUMBER:
            assert f"step 1, field '{field}': must be a decimal" in refused(one_step({**STEPS[op], field: value}))

    @pytest.mark.parametrize(
        ("step", "names"),
        [
            ({"op": "explode"}, "field 'op': 'explode' is not an operation"),
            ({"op": 5}, "field 'op': '5' is not an operation"),
            ({}, "field 'op': is missing"),
            ({**STEPS["credit"], "points": float("nan")}, "field 'points': must be a decimal"),
            ({**STEPS["credit"], "use_policy_expiry": "yes"}, "field 'use_policy_expiry': must be true or false"),
            ({**STEPS["credit"], "expires_at": "soon"}, "field 'expires_at': 'soon' is not an ISO date"),
            ({**STEPS["credit"], "expires_at": "0001-01-01"}, "field 'expires_at': must be in the years"),
            ({**STEPS["credit"], "expires_at": "9999-12-31"}, "field 'expires_at': must be in the years"),
            ({**STEPS["credit"], "at": "9999-12-31T23:59:59-12:00"}, "field 'at': must be in the years"),
            ({**STEPS["credit"], "at": 20260101.5}, "field 'at': must be text"),
            ({**STEPS["balance"], "at": "2026-02-30"}, "field 'at': '2026-02-30' is not an ISO date"),
            ({**STEPS["expiry_date"], "earned_at": "x" * 1000}, "x' is not an ISO date"),
            ({**STEPS["merge"], "from": "A"}, "field 'from': must be a list of texts"),
            ({**STEPS["merge"], "from": [True]}, "field 'from': must be a list of texts"),
            ({**STEPS["case"], "ways": ["SHELLS"]}, "field 'ways': 'SHELLS' is not one of its values"),
            ({**STEPS["case"], "segments": "new"}, "field 'segments': must be a list of texts"),
            ({**STEPS["case"], "joined_at": "once"}, "field 'joined_at': 'once' is not an ISO date"),
            ({**STEPS["case"], "bills_before": [{"of": "WEEK", "bills": "1"}]}, "bills_before 1, field 'of': 'WEEK'"),
            ({**STEPS["case"], "bills_before": [{"of": "DAYS", "bills": "1"}]}, "bills_before 1, field 'days': is"),
            ({**STEPS["case"], "lines": [{**LINE, "discount": {"off": 1}}]}, "discount, field 'off': is not"),
            ({"op": "tier"}, "field 'metrics': is missing"),
            ({"op": "tier", "metrics": 5}, "field 'metrics': must be an object"),
            ({"op": "tier", "metrics": {"visits": "5"}}, "metrics, field 'visits': is not"),
            ({"op": "tier", "metrics": {"spend": []}}, "metrics, field 'spend': must be a decimal"),
            ({"op": "refund", "bill": "1"}, "field 'amount': a refund has an amount, or lines"),
            ({**STEPS["refund"], "amount": "5"}, "field 'amount': a refund has an amount, or lines"),
            ({"op": "refund", "bill": "1", "amount": {}}, "field 'amount': must be a decimal"),
            ({"op": "refund", "bill": "1", "lines": [{"amount": "5"}]}, "lines 1, field 'id': is missing"),
            ({"op": "refund", "bill": "1", "lines": [{"id": "1"}]}, "lines 1, field 'amount': is missing"),
            ({"op": "refund", "bill": "1", "lines": [{"id": "1", "amount": []}]}, "lines 1, field 'amount': must"),
            (
                {"op": "refund", "bill": "1", "lines": [{"id": "1", "amount": "5", "net": 1}]},
                "lines 1, field 'net': is",
            ),
            ({**STEPS["sale"], "lines": [{**LINE, "price": "5"}]}, "lines 1, field 'price': is not"),
            ({**STEPS["sale"], "lines": [LINE, {"amount": "5"}]}, "lines 2, field 'category': is missing"),
            ({**STEPS["sale"], "lines": [{**LINE, "category": []}]}, "lines 1, field 'category': must be text"),
            ({**STEPS["sale"], "lines": [{**LINE, "id": {}}]}, "lines 1, field 'id': must be text"),
            ({**STEPS["sale"], "lines": [{**LINE, "amount": True}]}, "lines 1, field 'amount': must be a decimal"),
            ({**STEPS["sale"], "lines": [{**LINE, "voided": "no"}]}, "lines 1, field 'voided': must be true or false"),
            ({**STEPS["sale"], "lines": [{**LINE, "quantity": "2"}]}, "lines 1, field 'amount': a line has"),
            ({**STEPS["sale"], "lines": [{"category": "General"}]}, "lines 1, field 'amount': a line has"),
            ({**STEPS["sale"], "lines": [{"category": "G", "quantity": "2"}]}, "lines 1, field 'quantity': a line has"),
            ({**STEPS["sale"], "lines": [5]}, "field 'lines': item 1 must be an object"),
            ({**STEPS["sale"], "bill_discount": "5"}, "field 'bill_discount': must be an object"),
            ({**STEPS["sale"], "bill_discount": {"rate": "5"}}, "bill_discount, field 'rate': is not"),
            ({**STEPS["sale"], "bill_discount": {"percent": []}}, "bill_discount, field 'percent': must be a decimal"),
            ({**STEPS["sale"], "expect": []}, "field 'expect': must be an object"),
            ({**STEPS["sale"], "expect_error": {}}, "field 'expect_error': must be text"),
            ({"op": "race", "ops": []}, "field 'ops': must name 1 to 64 operations"),
            ({"op": "race", "ops": [STEPS["cancel"]] * 65}, "field 'ops': must name 1 to 64 operations"),
            ({"op": "race", "ops": [STEPS["hold"]]}, "ops 1, field 'op': 'hold' is not an operation that can race"),
            ({"op": "race", "ops": [STEPS["race"]]}, "ops 1, field 'op': 'race' is not an operation that can race"),
            ({"op": "race", "ops": [STEPS["cancel"], {"op": "cancel"}]}, "ops 2, field 'bill': is missing"),
        ],
    )
    def test_anything_else(self, refused: Any, step: dict[str, Any], names: str) -> None:
        line = refused(one_step(step))

        assert line.startswith("Not a scenario file: case 'odd', step 1")
        assert names in line


class TestConfig:
    @pytest.mark.parametrize(
        ("config", "names"),
        [
            ({"bogus": 1}, "field 'bogus': is not"),
            ({"enabled": "yes"}, "field 'enabled': must be true or false"),
            ({"program": {}}, "field 'program': Program: unknown or missing"),
            ({"program": 5}, "field 'program': must be an object"),
            ({"program": {}, "enabled": True}, "field 'enabled': is not a known field"),
            ({"rewards": [{"kind": "CASHBACK"}]}, "rewards 1, field 'id': is missing"),
            ({"rewards": [{"id": "a", "kind": "GIFT"}]}, "rewards 1, field 'kind': 'GIFT' is not one of its values"),
            ({"rewards": [{"id": "a", "kind": "PARTNER", "cost": "0"}]}, "rewards 1, field 'cost': must be between"),
            ({"rewards": [{"id": "a", "kind": "PARTNER", "cost": "1", "prize": 1}]}, "field 'prize': is not"),
            (
                {"rewards": [{"id": "a\nb", "kind": "CASHBACK", "cost": "1"}]},
                "field 'rewards': Reward a b: it takes a percentage or an amount off",
            ),
            (
                {"rewards": [{"id": "a", "kind": "PARTNER", "cost": "1", "min_tier": "Tin"}]},
                "field 'rewards': Reward a: there is no tier called Tin",
            ),
            ({"currency": 5.5}, "field 'currency': must be text"),
            ({"currency": ""}, "field 'currency': must be the three letters"),
            ({"currency": "RUPEE"}, "field 'currency': must be the three letters"),
            ({"points_to_amount_rate": "0"}, "field 'points_to_amount_rate': must be between"),
            ({"points_to_amount_rate": "a lot"}, "field 'points_to_amount_rate': must be a plain decimal"),
            ({"points_to_amount_rate": "1e-1"}, "field 'points_to_amount_rate': must be a plain decimal"),
            ({"points_to_amount_rate": "٣"}, "field 'points_to_amount_rate': must be a plain decimal"),
            ({"points_to_amount_rate": True}, "field 'points_to_amount_rate': must be a plain decimal"),
            ({"max_redemption_percent": "100.01"}, "field 'max_redemption_percent': must be between 0 and 100"),
            ({"max_redemption_percent": -1}, "field 'max_redemption_percent': must be between 0 and 100"),
            ({"max_redemption_per_bill": "-1"}, "field 'max_redemption_per_bill': must be between"),
            ({"max_redemption_per_bill": "9" * 40}, "field 'max_redemption_per_bill': must be a plain decimal"),
            ({"max_redemption_per_bill": "9" * 20}, "field 'max_redemption_per_bill': must be between"),
            ({"cap_base": "NET"}, "field 'cap_base': 'NET' is not one of its values"),
            ({"cap_base": "N" * 1000}, "N' is not one of its values"),
            ({"cap_base": 1.5}, "field 'cap_base': must be text"),
            ({"min_points_to_redeem": "0.001"}, "field 'min_points_to_redeem': has more than two decimals"),
            ({"min_points_mode": "NONE"}, "field 'min_points_mode'"),
            ({"redeem_step": "0"}, "field 'redeem_step': must be between"),
            ({"redeem_as": "CASH"}, "field 'redeem_as'"),
            ({"earn_on": "NET"}, "field 'earn_on'"),
            ({"earn_min_bill": []}, "field 'earn_min_bill'"),
            ({"default_point_percent": "-1"}, "field 'default_point_percent'"),
            ({"bill_rounding": "-1"}, "field 'bill_rounding'"),
            ({"multiplier_ceiling": "-1"}, "field 'multiplier_ceiling'"),
            ({"pending_days": "1.5"}, "field 'pending_days': must be a whole number from 0"),
            ({"pending_days": -1}, "field 'pending_days': must be a whole number from 0"),
            ({"pending_days": 10**9}, "field 'pending_days': must be a whole number from 0"),
            ({"categories": []}, "field 'categories': must be an object"),
            ({"categories": {"G": 3}}, "categories, field 'G': must be an object"),
            ({"categories": {"G": {"percent": 3}}}, "categories, G, field 'percent': is not"),
            ({"categories": {"G": {"discount_percent": "101"}}}, "categories, G, field 'discount_percent'"),
            ({"categories": {"G": {"earns": 1}}}, "categories, G, field 'earns': must be true or false"),
            ({"campaigns": {}}, "field 'campaigns': must be a list"),
            ({"campaigns": [{}]}, "campaigns 1, field 'multiplier': is missing"),
            ({"campaigns": [{"multiplier": "2", "when": 1}]}, "campaigns 1, field 'when': is not"),
            ({"campaigns": [{"multiplier": "2", "tiers": "Gold"}]}, "campaigns 1, field 'tiers': must be a list"),
            ({"campaigns": [{"multiplier": "2", "from": "today"}]}, "campaigns 1, field 'from': 'today'"),
            ({"decision_rules": [{}]}, "decision_rules 1, field 'type': is missing"),
            (
                {"decision_rules": [{"id": "Gold", "type": "POINTS_FIXED", "points": n} for n in ("1", "2")]},
                "field 'decision_rules': two rules have the id 'Gold'",
            ),
            (fixed_when(segments=["vip"]), "field 'decision_rules': there is no segment 'vip'"),
            (fixed_when(goal=False), "field 'goal': is true, or left out"),
            (fixed_when(goal=True), "field 'drives': 'rule 001': It asks for a goal"),
            ({"drives": [{"id": "x", "segments": ["vip"]}]}, "there is no segment 'vip'"),
            ({"drives": [{"id": "x", "goal": {"days": 3}}]}, "a goal has a spend, or a number of bills"),
            ({"drives": [{"id": "x", "goal": {"bills": 3, "spend": "1"}}]}, "a goal has a spend, or a number of bills"),
            ({"drives": [{"id": "x", "goal": {"bills": 0}}]}, "field 'drives': 'x': A goal is more than nothing."),
            ({"drives": [{"id": "x", "who": 1}]}, "drives 1, field 'who': is not"),
            ({"segments": [{"id": "x"}]}, "field 'segments': 'x': It asks nothing of a member"),
            ({"segments": [{"brought": True}]}, "segments 1, field 'id': is missing"),
            ({"segments": [{"id": "a,b", "brought": True}]}, "field 'segments': 'a,b': The name of a segment"),
            ({"segments": [{"id": "x", "brought": False}]}, "It asks nothing"),
            ({"segments": [{"id": "x", "tiers": ["Wood"]}]}, "There is no tier Wood."),
            ({"segments": [{"id": "x", "age": 3}]}, "segments 1, field 'age': is not"),
            ({"segments": [{"id": "x", "born_in": ["March"]}]}, "field 'born_in': 'March' is not one of JAN"),
            ({"segments": [{"id": "x", "joined_days": {"least": 1}}]}, "joined_days, field 'least': is not"),
            ({"segments": [{"id": "x", "spent": [{"days": 3, "min": 1}]}]}, "spent 1, field 'min': is not"),
            ({"segments": [{"id": "x", "spent": [{"at_least": "1"}]}]}, "spent 1, field 'days': is missing"),
            ({"segments": [{"id": "x", "bills": [{"days": 9, "max": 1}]}]}, "bills 1, field 'max': is not"),
            ({"segments": [{"id": "x", "bills": [{"days": 9}]}]}, "neither at least nor at most"),
            ({"segments": [{"id": "x", "bought_nothing_days": 0}]}, "field 'bought_nothing_days': must be a whole"),
            (
                {"segments": [{"id": "x", "bills": [{"days": 9, "at_least": 1, "at_most": 0}]}]},
                "No member can ever have all that it asks.",
            ),
            ({"decision_rules": [{"type": "VOUCHER"}]}, "decision_rules 1, field 'reward': is missing"),
            ({"decision_rules": [{"type": "VOUCHER", "reward": "x"}]}, "'decision_rules': there is no reward 'x'"),
            ({"decision_rules": [{"type": "GIFT"}]}, "decision_rules 1, field 'type': 'GIFT' is not"),
            ({"decision_rules": [{"type": "PER_SLAB", "slab": "0", "points": 1}]}, "field 'slab': must be"),
            ({"decision_rules": [{"type": "PER_SLAB", "slab": "0.001", "points": 1}]}, "field 'slab': must be"),
            ({"decision_rules": [{"type": "PER_SLAB", "slab": "1"}]}, "decision_rules 1, field 'points': is missing"),
            ({"decision_rules": [{"type": "PER_SLAB", "n": 1}]}, "decision_rules 1, field 'n': is not"),
            ({"decision_rules": [{"type": "NTH_TXN_IN_MONTH", "n": 0, "points": 1}]}, "field 'n': must be a whole"),
            ({"decision_rules": [{"type": "CATEGORY_FIXED", "points": 1}]}, "field 'category': is missing"),
            (limited_to(budget="0"), "limits, field 'budget': must be between"),
            (limited_to(uses_per_member=0), "limits, field 'uses_per_member': must be a whole"),
            (limited_to(a_week=1), "limits, field 'a_week': is not"),
            (limited_to("MULTIPLIER", points_per_bill=5), "field 'limits': What changes the rate of lines has no"),
            ({"decision_rules": [{"type": "POINTS_FIXED", "points": 1, "id": "a,b"}]}, "'id': must have no comma"),
            ({"campaigns": [{"id": "a,b", "multiplier": 2}]}, "field 'id': must have no comma"),
            (fixed_when(mood="good"), "decision_rules 1, when, field 'mood': is not"),
            (fixed_when(weekdays=["someday"]), "when, field 'weekdays': 'someday' is not one of MON, TUE"),
            (fixed_when(from_time="25:00"), "when, field 'from_time': must be a time as HH:MM"),
            (fixed_when(until_time="24:01"), "when, field 'until_time': must be a time as HH:MM"),
            (fixed_when(nth_bill={"n": 1, "of": "WEEK"}), "nth_bill, field 'of': 'WEEK' is not"),
            (fixed_when(nth_bill={"n": 1, "of": "DAYS"}), "nth_bill, field 'days': is missing"),
            (
                {"decision_rules": [{"type": "AMOUNT_BAND_HIGHEST", "bands": [{"to": 1}]}]},
                "bands 1, field 'to': is not",
            ),
            ({"rounding": {"size": 1}}, "rounding, field 'size': is not"),
            ({"rounding": {"quantum": "0"}}, "rounding, field 'quantum': must be between"),
            ({"rounding": {"mode": "UP"}}, "rounding, field 'mode': 'UP' is not"),
            ({"rounding": []}, "field 'rounding': must be an object"),
            ({"expiry": {"mode": "MONTHS", "n": 12_001}}, "expiry, field 'n': must be a whole number"),
            ({"expiry": {"mode": "END_OF_YEAR", "n": 8_000}}, "expiry, field 'n': must be a whole number"),
            ({"expiry": {"months": 1}}, "expiry, field 'months': is not"),
            ({"referral": {"percent": "101"}}, "referral, field 'percent': must be between"),
            ({"refund": {"earned": "NONE"}}, "refund, field 'earned': 'NONE' is not"),
            ({"tiers": {"levels": [{}]}}, "tiers, levels 1, field 'name': is missing"),
            ({"tiers": {"levels": [{"name": "A", "min": 1}]}}, "tiers, levels 1, field 'min': is not"),
            ({"tiers": {"levels": [{"name": "A"}, {"name": "A"}]}}, "tiers, field 'levels': name one tier twice"),
            ({"tiers": {"levels": [{"name": "A", "min_orders": "many"}]}}, "field 'min_orders': must be a plain"),
            ({"tiers": {"basis": "SPEND"}}, "tiers, field 'basis': is not"),
        ],
    )
    def test_names_its_field(self, refused: Any, config: dict[str, Any], names: str) -> None:
        line = refused(one_step({"op": "card", "card": "B"}, **config))

        assert line.startswith("Not a scenario file: case 'odd', config")
        assert names in line

    def test_a_number_too_large_to_write_out(self, refused: Any) -> None:
        text = b'{"default_config": {"pending_days": 1e999999999}, "cases": []}'

        assert "field 'pending_days': must be a plain decimal" in refused(text)

    def test_a_slab_smaller_than_the_currency_can_count(self, refused: Any) -> None:
        rule = {"type": "PER_SLAB", "slab": "0.4", "points": "1"}

        assert "field 'slab'" in refused(one_step({"op": "card", "card": "B"}, currency="JPY", decision_rules=[rule]))
