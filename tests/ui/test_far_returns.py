"""Returns of a bill that another counter sold: the server is asked, and the queue goes on meanwhile."""

from __future__ import annotations

import json
from dataclasses import replace
from threading import Event

import pytest

from app import demo_shop
from app.domain.bill import TenderKind
from app.domain.giving_back import GivenBack
from app.services.chain.standing import LinkState, NoLine, Standing
from app.services.chain.told_bills import ToldState, adopt_bill, rules_of, whole_state_of
from app.services.ports import ChainPoint
from app.services.shifts import shifts
from tests.contract.facts import link as linked
from tests.lines import ScriptedLine
from tests.ui.returning import page, refunds, sell, shown

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

FAR = "B2/26-27/000007"


@pytest.fixture
def line():
    return ScriptedLine(Standing(LinkState.SYNCED))


@pytest.fixture
def counter(open_window, line):
    with open_window(lambda context: replace(context, line=line)) as opened:
        yield opened


def as_sold_elsewhere(counter, number: str) -> ToldState:
    """A bill of this counter, told as if it had been made at another one."""
    with counter.till.desk.store.reading() as uow:
        bill = uow.bills.by_number(number)
        text = json.dumps(whole_state_of(uow, bill, rules_of(uow, bill)))
    text = text.replace(bill.bill_id, "far away").replace(number, FAR)
    return ToldState.of(json.loads(text), position=1)


def tells(counter, told: ToldState):
    def fetch(_: str) -> None:
        with counter.till.desk.store.writing() as uow:
            adopt_bill(uow, told, after=ChainPoint(1, 0))

    return fetch


def test_the_server_tells_the_bill_and_it_comes_back_here(counter, line):
    told = as_sold_elsewhere(counter, sell(counter, "500/1", card=None))
    line.fetch = tells(counter, told)
    counter.hand.press("Ctrl+R")
    counter.hand.scan(FAR)
    assert f"Bill {FAR}" in shown(counter)
    counter.hand.press("Ctrl+A")
    counter.hand.press("F9")
    with counter.till.desk.store.reading() as uow:
        (refund,) = uow.bills.refunds("far away")
    assert refund.amount_minor == 475_00
    assert page(counter).strip.text.startswith(f"Return of bill {FAR} is saved: give ₹475.00")
    papers = counter.till.press.maker.folder.with_name("receipts")
    assert [file.name for file in papers.glob("*A1R1*")] != []
    counter.hand.scan(FAR)
    assert page(counter).strip.text == "All of this bill has come back already. Nothing is left to return."


def approve(counter) -> None:
    counter.hand.type(demo_shop.MANAGER_PIN)
    counter.hand.press("Return")


def test_without_a_line_cash_goes_back_with_a_managers_word(counter, line):
    line.fetch = NoLine().fetch_bill
    with counter.till.desk.store.writing() as uow:
        uow.links.put(linked())
    counter.hand.press("Ctrl+R")
    counter.hand.scan(FAR)
    assert f"Can't see bill {FAR} until online" in shown(counter)
    counter.hand.press("F9")
    assert page(counter).strip.text.startswith("Type how much cash goes back")
    counter.hand.type("240")
    counter.hand.press("F9")
    assert page(counter).strip.text.startswith("Say in a few words")
    counter.hand.press("Return")
    counter.hand.type("Wrong strength")
    counter.hand.press("Return")
    approve(counter)
    assert page(counter).strip.text == f"Give ₹240.00 in cash. The server checks bill {FAR} when it can."
    with counter.till.desk.store.reading() as uow:
        (sealed,) = (json.loads(one.body) for one in uow.journal.events() if one.kind == "refund-unseen")
    assert (sealed["unseen"]["number"], sealed["unseen"]["amount_minor"]) == (FAR, 240_00)
    assert (sealed["staff"], sealed["approved_by"]) == ("asha", "vikram")
    assert shifts.running(counter.till.desk).figures.drawer(0).expected_minor == -240_00


def test_esc_leaves_a_bill_that_cannot_be_seen(counter, line):
    line.fetch = NoLine().fetch_bill
    counter.hand.press("Ctrl+R")
    counter.hand.scan(FAR)
    counter.hand.press("Esc")
    assert page(counter).unseen.isHidden()
    assert page(counter).isVisible()
    assert refunds(counter) == []


def test_money_goes_back_as_it_was_paid_or_in_another_way(counter):
    counter.hand.type("500/1")
    counter.hand.press("Return")
    counter.hand.press("F9")
    counter.hand.press("U")
    counter.hand.press("Return")
    number = counter.bills()[-1].number
    counter.hand.press("Ctrl+R")
    counter.hand.scan(number)
    counter.hand.press("Ctrl+A")
    assert "₹475.00 by UPI" in shown(counter)
    counter.hand.press("F4")
    assert "₹475.00 in cash" in shown(counter)
    counter.hand.press("F4")
    assert "₹475.00 to the bank card" in shown(counter)
    counter.hand.press("F9")
    (refund,) = refunds(counter)
    assert refund.ways == (GivenBack(TenderKind.CARD, 475_00),)
    assert page(counter).strip.text.startswith(f"Return of bill {number} is saved: give ₹475.00 to the bank card.")
    assert shifts.running(counter.till.desk).figures.drawer(0).expected_minor == 0


def test_esc_stops_asking_and_what_is_told_then_opens_nothing(counter, line, qtbot):
    told, answered = as_sold_elsewhere(counter, sell(counter, "500/1", card=None)), Event()

    def slow(number: str) -> None:
        assert answered.wait(20)
        tells(counter, told)(number)

    line.fetch = slow
    counter.hand.press("Ctrl+R")
    counter.hand.burst(FAR)
    qtbot.waitUntil(lambda: ("bill", FAR) in line.asked)
    assert page(counter).strip.text.startswith(f"Asking the server for bill {FAR}.")
    counter.hand.strike("Esc")
    assert page(counter).strip.text.startswith("The server is not asked any more.")
    answered.set()
    counter.hand.settle()
    assert page(counter).strip.text.startswith("The server is not asked any more.")
    assert page(counter).lines.isHidden()
