"""Saved cases: nothing is published under which one of them comes to something else than it must."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.domain.cases import Brings, SavedCase
from app.domain.errors import Code
from app.domain.rules import DecisionRule, Multiply, PointsFixed
from app.services.programs import rates, saved_cases
from app.services.programs.program import current
from tests.desks import Shop
from tests.unit.services.programs.drafting import saved

MEERA = "meera"


def draft(shop: Shop, *rules: DecisionRule) -> None:
    rates.keep(shop.desk, replace(rates.look(shop.desk, MEERA).draft, rules=rules))


def kept_cases(shop: Shop) -> Sequence[SavedCase]:
    with shop.store.reading() as uow:
        return uow.programs.cases()


def test_publishing_runs_every_case_and_refuses_with_the_differences(shop: Shop) -> None:
    kept = saved(shop, "A strip of tablets", 1_00)
    for one in (kept, saved(shop, "Dear", 1_00, 90_00)):
        saved_cases.keep_case(shop.desk, one)
    draft(shop, DecisionRule("Double", Multiply(Decimal(2))))
    assert len(rates.look(shop.desk, MEERA).failing) == 3
    with shop.refuses(Code.INVALID, saying="Case “A strip of tablets” must bring 1 points and would bring 2."):
        rates.publish_draft(shop.desk, MEERA, by=MEERA)
    with shop.refuses(Code.INVALID, saying="Case “Dear” must come to ₹90.00 and would come to ₹100.00."):
        rates.publish_draft(shop.desk, MEERA, by=MEERA)
    assert current(shop.desk).rules == ()

    saved_cases.drop_case(shop.desk, "Dear")
    saved_cases.keep_case(shop.desk, replace(kept, must=Brings(2_00, 100_00)))
    assert rates.publish_draft(shop.desk, MEERA, by=MEERA).rules
    assert kept_cases(shop) == [replace(kept, must=Brings(2_00, 100_00))]
    shop.sound()


def test_a_case_that_still_brings_what_it_must_holds_nobody_up(shop: Shop) -> None:
    saved_cases.keep_case(shop.desk, saved(shop, "Plain", 1_00))
    draft(shop, DecisionRule("Gold", PointsFixed(100), tiers=frozenset({current(shop.desk).tiers.levels[-1].name})))
    assert rates.look(shop.desk, MEERA).failing == ()
    assert rates.publish_draft(shop.desk, MEERA, by=MEERA).rules


def test_a_case_needs_a_name(shop: Shop) -> None:
    with shop.refuses(Code.INVALID, saying="A case has a name"):
        saved_cases.keep_case(shop.desk, saved(shop, " ", 0))
    assert kept_cases(shop) == []
