"""Case files: what the shop's cases say in a scenario's words."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

from app.domain.cart import BillDiscount, Cart
from app.domain.cases import Brings, Case, SavedCase
from app.services.programs import saved_cases
from app.services.programs.case_files import case_file
from tests.desks import Shop, cart


def test_discounts_and_voided_lines_are_told_as_they_are(shop: Shop) -> None:
    first, second = cart(("Medicines", 100), ("General", 50)).lines
    lines = (replace(first, discount=BillDiscount(percent=Decimal("2.5"))), replace(second, voided=True))
    bought = Cart(lines, BillDiscount(amount_minor=7_50))
    saved_cases.keep_case(shop.desk, SavedCase("Ours", Case(bought, shop.clock.today), Brings(0, 90_00)))

    (told,) = json.loads(case_file(shop.desk))["cases"]
    assert told == {
        "id": "Ours",
        "steps": [
            {
                "op": "case",
                "at": "2026-01-01T00:00:00+05:30",
                "lines": [
                    {
                        "id": "1",
                        "category": "Medicines",
                        "quantity": "1",
                        "unit_price": "100.00",
                        "discount": {"percent": "2.5"},
                    },
                    {"id": "2", "category": "General", "quantity": "1", "unit_price": "50.00", "voided": True},
                ],
                "bill_discount": {"amount": "7.50"},
                "points": "0.00",
                "redeem_points": "0.00",
                "expect": {"points_earned": "0.00", "payable": "90.00"},
            }
        ],
    }
