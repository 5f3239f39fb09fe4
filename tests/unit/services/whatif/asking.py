"""Asking what if, as tests do: the last days under a draft, with nothing told and never stopped; or one bill again."""

from __future__ import annotations

from decimal import Decimal

from app.domain.bill import Bill
from app.domain.program import Category, Program
from app.domain.quote import Quote
from app.services.campaigns.rule_limits import Tally
from app.services.whatif import whatif
from app.services.whatif.ringing_again import rung_again
from app.services.whatif.shelf import Shelf
from app.services.whatif.whatif import Impact
from tests.desks import Shop, changed

DOUBLE = changed(categories={"Medicines": Category(Decimal(2)), "General": Category(Decimal(6))})


def impact(shop: Shop, draft: Program, *, days: int = 30) -> Impact:
    found = whatif.impact(shop.desk, draft, days=days, told=lambda _done, _of: None, stop=lambda: False)
    assert found is not None
    return found


def rung(shop: Shop, bill: Bill, program: Program) -> Quote:
    """A bill under some rules, with what was left before it."""
    with shop.store.reading() as uow:
        return rung_again(uow, bill, program, Tally(uow, bill.bill_id), Shelf(uow, bill.occurred_at))
