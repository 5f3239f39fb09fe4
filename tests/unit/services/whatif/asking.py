"""Asking what if, as tests do: the last days under a draft, with nothing told and never stopped."""

from __future__ import annotations

from decimal import Decimal

from app.domain.program import Category, Program
from app.services.whatif import whatif
from app.services.whatif.whatif import Impact
from tests.desks import Shop, changed

DOUBLE = changed(categories={"Medicines": Category(Decimal(2)), "General": Category(Decimal(6))})


def impact(shop: Shop, draft: Program, *, days: int = 30) -> Impact:
    found = whatif.impact(shop.desk, draft, days=days, told=lambda _done, _of: None, stop=lambda: False)
    assert found is not None
    return found
