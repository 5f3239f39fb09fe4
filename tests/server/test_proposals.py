"""Rules that a counter asks to be published, over the wire and on both kinds of database."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from app.domain.program import Category, Program
from app.domain.rules import DecisionRule, PointsFixed
from app.services.plain import to_plain
from app.services.programs.program_codec import program_to_json
from sync.protocol import proposal_signed
from tests.server.callers import Counter, Shop, base64url, done, problem

PATH = "/api/v1/sync/programs"


class Till:
    """A counter that asks for what it is told to."""

    def __init__(self, shop: Shop, code: str = "A1") -> None:
        self.shop = shop
        self.counter: Counter = shop.counter(code)
        self.token = self.counter.token()
        self.manager = str(shop.person("manager")["staff_id"])

    def latest(self) -> Program:
        with self.shop.wire.running.parts.database.store(self.shop.tenant_id).reading() as unit:
            return unit.programs.version(unit.programs.latest_version())

    def asked(self, program: str, **changes: Any) -> dict[str, Any]:
        plain = {"counter": self.counter.code, "base": self.latest().version, "program": program}
        said = {**plain, "staff": self.manager, "approved_by": None, **changes}
        return {**said, "signature": base64url(self.counter.key.sign(proposal_signed(said)))}

    def send(self, asked: dict[str, Any], token: str = "") -> Any:
        return self.shop.wire.post(PATH, asked, token or self.token)


@pytest.fixture
def till(shop: Shop) -> Till:
    return Till(shop)


def with_medicines(program: Program, percent: str = "2") -> str:
    categories = {**program.categories, "Medicines": Category(Decimal(percent))}
    return program_to_json(replace(program, categories=categories))


def rule_of(program: Program, **changes: Any) -> str:
    """A program with one rule, spelt as programs are, and some of its fields otherwise."""
    plain = {**to_plain(DecisionRule("Welcome", PointsFixed(1000))), **changes}
    return json.dumps({**json.loads(program_to_json(program)), "rules": [plain]})


def test_it_is_published_once_and_told_as_a_row(till: Till) -> None:
    before = till.latest()
    asked = till.asked(rule_of(before))
    first, again = (done(till.send(asked)) for _ in range(2))
    made = till.latest()
    assert made.version == before.version + 1
    assert [one.rule_id for one in made.rules] == ["Welcome"]
    for told in (first, again):
        (row,) = told["rows"]
        assert (row["topic"], row["id"]) == ("program", str(made.version))
        assert row["state"] == {"version": made.version, "program": program_to_json(made)}


def test_whose_word_it_is_is_looked_at_and_nothing_is_changed_by_a_no(till: Till) -> None:
    before, program = till.latest(), rule_of(till.latest())
    cashier = str(till.shop.person("cashier")["staff_id"])
    good = till.asked(program)
    other = Till(till.shop, "B1")
    for said, status, code in (
        (till.send(till.asked(program, staff=cashier)), 422, "NOT_ALLOWED"),
        (till.send(till.asked(program, approved_by=cashier)), 422, "NOT_ALLOWED"),
        (till.send({**good, "staff": cashier}), 403, "SIGNATURE-BAD"),
        (till.send(good, other.token), 403, "OTHER-COUNTER"),
        (till.send(good, till.shop.owner), 403, "SCOPE-MISSING"),
        (till.send({**good, "more": 1}), 422, "INVALID"),
        (till.send(till.asked(program, base=before.version + 1)), 409, "CHANGED"),
    ):
        assert problem(said) == (status, code)
    assert till.latest() == before


def test_a_category_the_shop_does_not_have_is_refused_with_the_reason(till: Till) -> None:
    said = till.send(till.asked(with_medicines(till.latest())))
    assert problem(said) == (422, "INVALID")
    assert said.json()["detail"].startswith("Medicines is no category of this shop.")


BAD: list[tuple[str, str]] = [
    ("not JSON", "{"),
    ("no program", "{}"),
    ("a name twice", '{"version": 1, "version": 1}'),
    ("very deep", "[" * 100_000),
    ("NaN", '{"version": NaN}'),
    ("half a letter", '"\\ud800"'),
]


@pytest.mark.parametrize("program", [one[1] for one in BAD], ids=[one[0] for one in BAD])
def test_what_is_no_program_is_refused(till: Till, program: str) -> None:
    assert till.send(till.asked(program)).status_code in (400, 422)


ODD: list[dict[str, Any]] = [
    {"award": {"Multiply": {"multiplier": "1E+999999999", "category": None}}},
    {"award": {"Multiply": {"multiplier": "1E-999999999", "category": None}}},
    {"award": {"PercentFor": {"category": "Medicines", "percent": "1E+999999999"}}},
    {"award": {"PointsFixed": {"points": 10**400}}},
    {"award": {"Nothing": {}}},
    {"priority": 10**400},
    {"rule_id": "x" * 100_000},
]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: str(odd)[:60])
def test_a_rule_that_nobody_could_mean_is_refused(till: Till, odd: dict[str, Any]) -> None:
    before = till.latest()
    said = till.send(till.asked(rule_of(before, **odd)))
    assert said.status_code == 422, said.text[:300]
    assert till.latest() == before
