"""What rules would have cost on the bills of the last days."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.program import Program
from app.domain.rules import DecisionRule, Multiply, PointsFixed
from app.services.programs.program import current
from app.services.whatif.rule_costs import Cost, expected_cost
from tests.desks import Shop

TEN = DecisionRule("Ten", PointsFixed(10_00))
DOUBLE = DecisionRule("Double", Multiply(Decimal(2)))


def cost(shop: Shop, program: Program, *names: str, stops: bool = False) -> Cost | None:
    return expected_cost(shop.desk, program, names, told=lambda _done, _of: None, stop=lambda: stops)


def test_a_rule_costs_what_it_adds_to_the_others(shop: Shop) -> None:
    card = shop.enrol()
    for _ in range(2):
        shop.sell(card, ("Medicines", 100))
    program = replace(current(shop.desk), rules=(TEN, DOUBLE))
    before = shop.tables()
    assert cost(shop, program, "Ten") == Cost(2, 20_00, 2_00)
    assert cost(shop, program, "Double") == Cost(2, 2_00, 20)
    assert cost(shop, program, "Ten", "Double") == Cost(2, 22_00, 2_20)
    assert cost(shop, program, "Never") == Cost(2, 0, 0)
    assert shop.tables() == before


def test_it_tells_how_far_it_is_and_stops_when_told(shop: Shop) -> None:
    shop.sell(None, ("General", 50))
    program, told = replace(current(shop.desk), rules=(TEN,)), list[tuple[int, int]]()
    expected_cost(shop.desk, program, ("Ten",), told=lambda *so_far: told.append(so_far), stop=lambda: False)
    assert told == [(0, 2), (1, 2), (1, 2), (2, 2)]
    assert cost(shop, program, "Ten", stops=True) is None
