"""What a shift has come to, as its page says it."""

from __future__ import annotations

from dataclasses import replace

from app.domain.money import RUPEE
from app.services.shifts import shifts
from tests.desks import memory_shop
from ui.shift import wording


def test_bills_are_grouped_as_money_is():
    with memory_shop() as shop:
        running = shifts.running(shop.desk)
    many = replace(running, figures=replace(running.figures, bills=123_456, sold_minor=123_456_00))
    assert dict(wording.figures(many, RUPEE)) == {"Bills": "1,23,456", "Sold": "₹1,23,456.00"}
