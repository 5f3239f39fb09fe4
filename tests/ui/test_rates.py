"""The page of rates in the real window: changed in place, tried at once, published with a PIN, and gone back to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from time import sleep

import pytest

from app.domain.rates import Rate
from app.services.programs import rates
from app.services.programs.program import current
from app.services.whatif import whatif
from tests.ui.rating import DISCOUNT, EARN, RX, earned, mark, put
from tests.ui.walking import pin, ring
from ui.actions import Do, action
from ui.permits import permission_of


@pytest.fixture
def page(counter):
    """Asha sold a bill, and opened the page with Vikram's PIN."""
    ring(counter)
    for key in ("F9", "Return", "Ctrl+Return", "Alt+6"):
        counter.hand.press(key)
    pin(counter)
    assert counter.window.pages.currentWidget() is counter.window.loyalty.rates_page
    return counter.window.loyalty.rates_page


def text(page, category="Medicines", column=EARN):
    mark(page, category, column)
    return page.table.currentIndex().data()


def field(counter, page, widget, words):
    widget.setFocus()
    widget.selectAll()
    counter.hand.type(words)
    page.table.setFocus()
    counter.hand.settle()


def test_a_rate_is_changed_in_place_and_tried_on_what_was_sold(counter, page):
    assert "No rate is changed yet" in page.impact.text()
    put(counter, page, "2")
    assert text(page) == "1 % › 2 %"
    assert page.impact.text().startswith("Last 30 days, 1 bill: points given 9.96 › 17.09 (+71.6 %)")
    assert earned(counter) == 1


def test_publishing_asks_for_a_pin_and_names_whose_it_was(counter, page):
    put(counter, page, "2")
    counter.hand.press("F9")
    assert earned(counter) == 1
    pin(counter)
    assert page.strip.text == "Published: rates v2 are in force. Bills that were made keep theirs."
    assert earned(counter) == 2
    assert rates.look(counter.till.desk, "asha").history[0].by == "Vikram"


def test_what_cannot_be_is_said_and_what_stood_stands(counter, page):
    for typed, why in (("1000", "at most 100 %"), ("-1", "never below nothing"), ("much", "That is no percentage")):
        put(counter, page, typed)
        assert why in page.strip.text
        assert text(page) == "1 %"
    field(counter, page, page.fields[Rate.MOST_PERCENT], "200")
    assert "Points cannot pay 200 % of a bill" in page.strip.text
    assert page.fields[Rate.MOST_PERCENT].text() == "50"
    field(counter, page, page.fields[Rate.MOST_A_BILL], "lots")
    assert "That is no amount" in page.strip.text
    for day in ("01/01/2020", "tomorrow"):
        field(counter, page, page.day, day)
        assert "no day to come" in page.strip.text
        assert page.day.text() == ""


def test_yes_is_switched_to_no(counter, page):
    mark(page, "Medicines", RX)
    counter.hand.press("Return")
    assert text(page, column=RX) == "no › yes"


def test_while_somebody_types_tab_goes_on_to_the_next_cell_and_nothing_is_lost(counter, page):
    mark(page, "Medicines", EARN)
    counter.hand.press("Return")
    for words, key in (("2", "Tab"), ("7", "Return")):
        counter.hand.type(words)
        counter.hand.press(key)
    counter.hand.settle()
    assert (text(page), text(page, column=DISCOUNT)) == ("1 % › 2 %", "5 % › 7 %")
    counter.hand.press("Tab")
    assert not page.table.hasFocus()


def test_what_is_one_for_all(counter, page):
    field(counter, page, page.fields[Rate.MOST_A_BILL], "250")
    field(counter, page, page.fields[Rate.LEAST_POINTS], "50")
    field(counter, page, page.fields[Rate.DEFAULT], "1.5")
    drafted = rates.look(counter.till.desk, "asha").draft.rates
    assert (drafted.most_a_bill_minor, drafted.least_points, str(drafted.default_percent)) == (250_00, 50_00, "1.5")
    field(counter, page, page.fields[Rate.MOST_A_BILL], " ")
    assert rates.look(counter.till.desk, "asha").draft.rates.most_a_bill_minor is None


def test_rates_wait_for_a_day_the_header_says_so_and_they_are_withdrawn(counter, page):
    desk = counter.till.desk
    day = desk.calendar.day_of(desk.clock.now()) + timedelta(days=40)
    put(counter, page, "2")
    field(counter, page, page.day, f"{day:%d/%m/%Y}")
    counter.hand.press("F9")
    pin(counter)
    assert "Published: rates v2 begin on" in page.strip.text
    assert earned(counter) == 1
    assert counter.window.header._rates.text().startswith("rates v2 from ")
    counter.hand.press("Shift+F9")
    pin(counter)
    assert "Withdrawn" in page.strip.text
    assert counter.window.header._rates.isHidden()


def test_an_older_version_comes_back_as_a_draft(counter, page):
    put(counter, page, "2")
    counter.hand.press("F9")
    pin(counter)
    counter.hand.press("F8")
    assert page._changes.text() == "Medicines, Earns: 1 % › 2 %"
    counter.hand.press("Down")
    assert page._changes.text().startswith("These are the first rates of this shop")
    counter.hand.press("F6")
    assert text(page) == "2 % › 1 %"
    counter.hand.press("Ctrl+Del")
    assert text(page) == "2 %"


def test_another_manager_published_meanwhile(counter, page):
    put(counter, page, "2")
    desk = counter.till.desk
    other = rates.look(desk, "meera").draft
    rates.keep(desk, replace(other, rates=other.rates.having("General", Rate.DISCOUNT, Decimal(4))))
    rates.publish_draft(desk, "meera", by="meera")
    counter.hand.press("F9")
    assert not counter.window.approval.approving.is_open
    assert "Published meanwhile: General, Discount: 0 % › 4 %" in page.strip.text
    assert (earned(counter), text(page)) == (1, "1 % › 2 %")
    counter.hand.press("F4")
    counter.hand.press("F9")
    pin(counter)
    assert (earned(counter), current(desk).categories["General"].discount_percent) == (2, 4)


def test_a_steep_rise_asks_for_a_second_person(counter, page):
    put(counter, page, "40")
    counter.hand.press("F9")
    pin(counter)
    assert counter.window.approval.approving.is_open
    assert "second" in page.strip.text
    pin(counter)
    assert earned(counter) == 1
    assert "a second person has to approve" in page.strip.text


def test_a_trial_is_stopped_with_esc(counter, page, monkeypatch, qtbot):
    stopped = []

    def long(_desk, _draft, *, told, stop):
        told(1, 2)
        stopped.append(wait_for(stop))

    monkeypatch.setattr(whatif, "impact", long)
    page.desk.edit("Medicines", Rate.EARN, "2")
    qtbot.waitUntil(lambda: "1 of 2" in page.impact.text())
    counter.hand.press("Esc")
    assert stopped == [True]
    assert page.impact.text().startswith("Stopped")


def wait_for(stop):
    """Whether it was stopped, in a few seconds."""
    return any(stop() or sleep(0.01) for _ in range(500))


def test_rates_are_a_managers():
    assert permission_of(Do.RATES) is permission_of(Do.TAKE_IN_LIST)
    assert action(Do.RATES).key_label == "Alt+6"
