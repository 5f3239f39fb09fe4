"""Bills that another program sends: they wait, are said when the counter is free, and are taken by a key."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.services.sales import arrivals
from app.services.sales.arrivals import News, Told
from tests.unit.ui.counters import rig
from ui.actions import Do
from ui.billing.stage import Mode

TEXT = "number;INV-7\nMedicines;512.50\nGeneral;120"
CAME = "Bill INV-7 has come: ₹632.50. Shift+F5 takes what has waited longest."


@pytest.fixture
def it():
    with rig() as made:
        made.counter.arriving._context = replace(made.counter._context, is_companion=True)
        made.counted = []
        made.counter.shelf.on_count = made.counted.append
        yield made


def arrive(it, text=TEXT, key="7"):
    found = arrivals.understood(it.shop.desk, text)
    arrivals.receive(it.shop.desk, found, key=key)
    it.counter.arriving.hear(Told(News.BILL, found.number, str(found.amount_minor)))


def amounts(it):
    return [line.amount for line in it.state.lines]


def test_at_a_free_counter_it_is_said_and_a_key_takes_it(it):
    arrive(it)
    assert (it.notice, it.counted) == (CAME, [1])
    assert [(row.title, row.aside) for row in it.state.held] == [("INV-7", "₹632.50")]
    it.do(Do.TAKE_ARRIVED)
    assert len(it.state.lines) == 2
    it.do(Do.FINISH)
    assert [line.category for line in it.counter.sale.paid.lines] == ["Medicines", "General"]


def test_what_is_being_rung_up_is_not_touched_and_hears_of_it_afterwards(it):
    it.type("500")
    arrive(it)
    assert (it.notice, amounts(it), it.counted) == ("", ["500.00"], [1])
    it.do(Do.TAKE_ARRIVED)
    assert it.notice.startswith("A bill is open.")
    assert len(it.state.lines) == 1
    it.counter.arriving.say()
    assert it.counter.arriving.has_more
    it.do(Do.DISCARD, Do.BACK)
    it.counter.arriving.say()
    assert (it.notice, it.counter.arriving.has_more) == (CAME, False)


def test_nothing_is_said_in_the_middle_of_anything_nor_to_a_locked_counter(it):
    it.do(Do.CUSTOMER)
    assert it.state.mode is Mode.FIND
    arrive(it)
    assert it.notice == ""
    it.do(Do.BACK)
    it.counter._context.session.is_locked = True
    it.counter.arriving.say()
    assert it.notice == ""
    it.counter._context.session.is_locked = False
    it.counter.arriving.say()
    assert it.notice == CAME
    it.counter.arriving.hear(Told(News.BROKEN, "8.txt", "There is no total in it. Nothing was taken."))
    assert it.notice == CAME  # one thing after another
    it.do(Do.BACK)
    it.counter.arriving.say()
    assert it.notice.startswith("8.txt could not be read and lies in the folder “broken”: There is no total")


def test_of_many_that_came_the_newest_is_said_and_the_oldest_taken_first(it):
    it.do(Do.CUSTOMER)
    arrive(it)
    arrive(it, "number;INV-8\nGeneral;9", key="8")
    it.do(Do.BACK)
    it.counter.arriving.say()
    assert it.notice == "Bill INV-8 has come: ₹9.00. Shift+F5 takes what has waited longest."
    it.do(Do.TAKE_ARRIVED)
    assert len(it.state.lines) == 2


def test_a_card_that_was_scanned_first_is_on_it_and_not_on_a_bill_that_was_on_hold(it):
    card = it.member(points=50)
    it.type("100")
    it.do(Do.HOLD)
    arrive(it)
    it.type(card)
    it.do(Do.TAKE_ARRIVED)
    assert it.state.member.name == "Ravi Sharma"
    it.do(Do.DISCARD)
    it.type(card)
    it.do(Do.RECALL)
    it.counter.entering.choose(0)
    assert it.state.member is None


def test_without_any_the_key_says_so(it):
    it.do(Do.TAKE_ARRIVED)
    assert it.notice == "No bill of the other program waits here."


def test_copied_totals_become_lines_of_an_empty_bill(it):
    card = it.member()
    it.type(card)
    it.screen.clipboard = "General\t120\nMedicines\t₹512.50"
    it.do(Do.PASTE_TOTALS)
    assert len(it.state.lines) == 2
    assert it.state.member.name == "Ravi Sharma"
    it.do(Do.PASTE_TOTALS)
    assert it.notice.startswith("A bill is open. Nothing was added")
    it.do(Do.UNDO)
    it.screen.clipboard = "see you"
    it.do(Do.PASTE_TOTALS)
    assert it.notice == "see you is no amount like 512.50. Nothing was taken."
    it.counter.arriving._context = replace(it.counter._context, is_companion=False)
    it.do(Do.PASTE_TOTALS)
    assert "another program makes the bills" in it.notice
