"""The approval box over the real window: a manager's PIN by keys, a staff card by scan, and nothing leaks past it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app import demo_shop
from app.domain.codes import staff_card
from app.domain.staff import Permission
from app.services.staff import staff
from app.services.staff.roster import roster
from ui.actions import Do
from ui.approval.state import ApprovalState
from ui.permits import PERMITS, permission_of

CARD = staff_card("123456789012345678")
WHAT = "Take 12 % off this bill"


@pytest.fixture
def granted(counter):
    """Somebody asked for an approval; who gave it is listed."""
    heard = []
    counter.context.session.ask_approval(WHAT, heard.append, declined=lambda: heard.append("declined"))
    counter.hand.settle()
    return heard


def state(counter) -> ApprovalState:
    return counter.window.approval.approving.state


def test_a_managers_pin_approves(counter, granted):
    shown = state(counter)
    assert (shown.is_open, shown.what, shown.asked_by, shown.approvers) == (True, WHAT, "Asha", ("Vikram",))
    counter.hand.type(demo_shop.MANAGER_PIN)
    counter.hand.press("Return")
    assert granted == ["vikram"]
    assert not state(counter).is_open
    assert counter.focus is counter.page.box
    assert counter.page.box.text() == ""


def test_it_is_touched_too(counter, granted):
    pad = counter.window.approval.pad
    for digit in demo_shop.MANAGER_PIN:
        next(key for key in pad._keys if key.text() == digit).click()
    next(key for key in pad._keys if key.accessibleName() == "Enter the PIN").click()
    counter.hand.settle()
    assert granted == ["vikram"]


def test_a_staff_card_approves_and_is_never_text(counter, granted):
    staff.give_card(counter.till.desk.approved("vikram"), "vikram", CARD, staff="asha")
    counter.hand.type("12")
    counter.hand.scan(CARD)
    assert granted == ["vikram"]
    assert counter.window.approval.pad.digits == ""


def test_a_cashiers_own_card_approves_nothing(counter, granted):
    staff.give_card(counter.till.desk.approved("vikram"), "asha", CARD, staff="vikram")
    counter.hand.scan(CARD)
    assert granted == []
    assert state(counter).problem == "Asha may not approve this. Ask a manager."


def test_another_scan_waits_until_the_box_is_gone(counter, granted):
    counter.hand.scan(demo_shop.RAVI)
    assert counter.window.approval.pad.digits == ""
    assert counter.window.counter.sale.bill.profile is None
    counter.hand.press("Esc")
    assert granted == ["declined"]
    assert counter.window.counter.sale.bill.profile.holder.member.name == "Ravi Sharma"


def test_wrong_pins_are_counted_and_wait(counter, granted):
    said = []
    for _ in range(5):
        counter.hand.type("9031")
        counter.hand.press("Return")
        said.append(state(counter).problem)
        assert counter.window.approval.pad.digits == ""
    assert said == [
        "Wrong PIN. 3 tries left, then wait 1 minute.",
        "Wrong PIN. 2 tries left, then wait 1 minute.",
        "Wrong PIN. 1 try left, then wait 1 minute.",
        "Wrong PIN. Wait 1 minute, then try again.",
        "Too many wrong PINs. Wait 1 minute, then try again.",
    ]
    counter.hand.type(demo_shop.MANAGER_PIN)
    counter.hand.press("Return")
    assert granted == []  # the right one waits, too


def test_no_other_key_and_no_click_reaches_the_counter(counter, granted):
    for key in ("F9", "F6", "F1", "Ctrl+,", "Ctrl+Return", "A"):
        counter.hand.press(key)
    centre = counter.page.box.mapTo(counter.window, QPoint(5, 5))
    QTest.mouseClick(counter.window.windowHandle(), Qt.MouseButton.LeftButton, pos=centre)
    counter.hand.settle()
    assert state(counter).is_open
    assert granted == []
    assert counter.window.pages.currentWidget() is counter.page
    assert counter.window.approval.pad.digits == ""


def test_the_arrows_choose_who_approves(open_window):
    with open_window() as counter:
        desk = counter.till.desk.approved("vikram")
        staff.add(desk, "Zara", demo_shop.Role.SENIOR, staff="asha", pin=demo_shop.Pin("7310"), staff_id="zara")
        heard = []
        counter.context.session.ask_approval("Cash out", heard.append, Permission.CASH)
        counter.hand.settle()
        assert state(counter).approvers == ("Vikram", "Zara")
        counter.hand.press("Down")
        counter.hand.type("7310")
        counter.hand.press("Return")
        assert heard == ["zara"]
        counter.context.session.ask_approval("Cash out", heard.append, Permission.CASH)
        counter.hand.settle()
        assert state(counter).approvers == ("Zara", "Vikram")  # who approved last stands first


def test_who_may_is_not_asked(counter):
    heard = []
    counter.context.session.ask_approval("Sell", heard.append, Permission.SELL)
    assert heard == ["asha"]
    assert not state(counter).is_open


def test_what_is_approved_names_who_asked_and_who_approved(counter):
    with counter.context.session.approved("vikram"):
        desk = counter.context.acting_desk
    staff.set_pin(desk, "asha", demo_shop.Pin("5290"), staff="asha")
    with counter.till.desk.store.reading() as uow:
        last = list(uow.journal.events())[-1]
    assert b'"approved_by":"vikram"' in last.body
    assert b'"staff":"asha"' in last.body
    assert counter.context.acting_desk.approved_by is None


@pytest.mark.parametrize("do", [do for do in PERMITS if do is not Do.RESTORE])  # an owner's: see test_backup
def test_a_command_somebody_may_not_do_asks_whoever_may_at_the_one_door(counter, do):
    """A cashier asks; declined, nothing is carried out; a manager is not asked."""
    done = []
    counter.window.guard._carry_out = done.append
    counter.window.run(do)
    counter.hand.settle()
    assert (state(counter).is_open, done) == (True, [])
    counter.hand.press("Esc")
    assert (state(counter).is_open, done) == (False, [])
    counter.context.session.sign_in(roster(counter.till.desk).person("vikram"))
    counter.window.run(do)
    assert done == [do]


def test_what_anybody_may_is_not_asked_for():
    assert {permission_of(do) for do in set(Do) - set(PERMITS)} == {Permission.SELL}
    assert Permission.SELL not in PERMITS.values()
