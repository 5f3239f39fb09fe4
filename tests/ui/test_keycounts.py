"""The budgets of keys: each task of a day in the real window, counted, and what the ledger says of it afterwards."""

from __future__ import annotations

import pytest

from app.demo_shop import RAVI
from app.services.keeping import books
from app.services.members import members


class Counted:
    """Keys pressed and scans made since the task began."""

    def __init__(self, counter):
        self.hand = counter.hand
        self.keys, self.scans = self.hand.keys, self.hand.scans

    @property
    def so_far(self):
        return self.hand.keys - self.keys, self.hand.scans - self.scans


def rung(counter):
    """A bill is on the counter already: the customer comes to pay."""
    for text in ("500/1", "240/2"):
        counter.hand.type(text)
        counter.hand.press("Return")
    return Counted(counter)


def last_four(counter, card):
    return members.find_card(counter.till.desk, card)[0].member.phone[-4:]


def test_keycount_tasks_a_repeat_customer(counter):
    """A: attach, redeem the most, exact cash, print: 3 keys and a scan."""
    task = rung(counter)
    counter.hand.scan(RAVI)
    for key in ("F8", "F9", "Return"):
        counter.hand.press(key)
    assert task.so_far == (3, 1)
    (bill,) = counter.bills()
    assert bill.redeemed_points > 0
    assert [one.kind for one in bill.tenders] == ["CASH"]


def test_keycount_tasks_a_customer_without_the_card(counter):
    """A′: the same by the last four of the phone: 9 keys."""
    task = rung(counter)
    counter.hand.type(f".{last_four(counter, RAVI)}")
    for key in ("Return", "F8", "Ctrl+Return"):
        counter.hand.press(key)
    assert task.so_far[0] <= 9
    (bill,) = counter.bills()
    assert bill.card_number == RAVI
    assert bill.redeemed_points > 0


def test_keycount_tasks_three_lines_by_category(counter):
    """B: three lines of two categories: 16 keys."""
    task = Counted(counter)
    for text in ("500", "240/2", "180/3"):
        counter.hand.type(text)
        counter.hand.press("Return")
    assert task.so_far == (16, 0)
    assert [row[4] for row in counter.rows] == ["500.00", "240.00", "180.00"]


def test_keycount_tasks_a_balance(counter):
    """E: what has this card: no key at all."""
    task = Counted(counter)
    counter.hand.scan(RAVI)
    assert task.so_far == (0, 1)
    assert "points = " in counter.said
    assert counter.bills() == []


def test_keycount_tasks_hold_and_recall(counter):
    """F: set aside and taken back, with customer and points: 3 keys."""
    counter.hand.scan(RAVI)
    task = rung(counter)
    counter.hand.press("F8")
    due, task = counter.to_pay, Counted(counter)
    for key in ("F4", "F5", "Return"):
        counter.hand.press(key)
    assert task.so_far == (3, 0)
    assert counter.to_pay == due
    assert counter.page.counter.sale.bill.redeems_most


@pytest.fixture(autouse=True)
def sound(counter):
    yield
    assert books.verify(counter.till.desk).faults == ()
