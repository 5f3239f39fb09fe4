"""The lock over the real window: keys, mouse and staff cards; the bill stays, its totals are not shown."""

from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app import demo_shop
from app.bootstrap import open_till
from app.domain.codes import staff_card
from app.domain.staff import Pin
from app.services.keeping import books
from app.services.ports import Colleague
from app.services.staff import signing_in, staff
from app.settings import Settings
from ui.lock.page import StaffTile
from ui.lock.state import Step

PIN = "5290"
CARD, OTHER = staff_card("123456789012345678"), staff_card("923456789012345678")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def locked(counter):
    """Asha, who has a PIN, rang a line and locked the counter."""
    staff.set_pin(counter.till.desk.approved("vikram"), "asha", Pin(PIN), staff="asha")
    for text in (demo_shop.RAVI, "500/1"):
        counter.hand.scan(text) if text.isdigit() else counter.hand.type(text)
    counter.hand.press("Return")
    counter.hand.press("Ctrl+L")
    return counter


def visible(counter, kind):
    return [one for one in counter.window.findChildren(kind) if one.isVisible()]


def state(counter):
    return counter.window.locked.page.locking.state


def is_covered(counter) -> bool:
    return counter.window.locked.page.isVisible() and not counter.page.isVisible()


def test_what_is_on_the_counter_is_covered_and_kept(locked):
    assert is_covered(locked)
    assert [tile.name for tile in state(locked).tiles] == ["Asha", "Vikram"]
    shown = " ".join(one.text() for one in visible(locked, QLabel))
    assert "The open bill is kept." in shown
    assert not {"Ravi", "500", "475"} & set(shown.replace("₹", " ").replace(".", " ").split())
    locked.hand.type(PIN)
    locked.hand.press("Return")
    assert not is_covered(locked)
    assert len(locked.rows) == 1
    assert locked.window.counter.sale.bill.profile.holder.member.name == "Ravi Sharma"
    assert locked.focus is locked.page.box


def test_no_command_and_no_card_of_a_member_is_heard(locked):
    for key in ("F9", "Ctrl+Return", "Ctrl+,", "F1", "F6", "Esc", "Ctrl+L"):
        locked.hand.press(key)
    locked.hand.scan(demo_shop.MEENA)
    assert is_covered(locked)
    assert state(locked).problem.startswith("The counter is locked. Scan a staff card")
    assert locked.window.locked.page.pad.digits == ""
    assert locked.bills() == []


def test_somebody_else_by_keys(locked):
    locked.hand.press("Down")
    locked.hand.type(demo_shop.MANAGER_PIN)
    locked.hand.press("Return")
    assert (locked.context.session.name, locked.said) == ("Vikram", "Vikram is at the counter.")
    locked.hand.press("Ctrl+Return")
    assert [bill.staff for bill in locked.bills()] == ["vikram"]


def test_by_mouse_alone(locked):
    page = locked.window.locked.page
    tile = next(one for one in visible(locked, StaffTile) if one.accessibleName().startswith("Vikram"))
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    for name in (*demo_shop.MANAGER_PIN, "Enter the PIN"):
        key = next(key for key in page.pad._keys if name in (key.text(), key.accessibleName()))
        QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    locked.hand.settle()
    assert locked.context.session.name == "Vikram"


def test_a_staff_card_unlocks_and_switches(locked):
    desk = locked.till.desk.approved("vikram")
    staff.give_card(desk, "asha", CARD, staff="asha")
    staff.give_card(desk, "vikram", OTHER, staff="asha")
    locked.hand.scan(CARD)
    assert (locked.context.session.name, is_covered(locked)) == ("Asha", False)
    locked.hand.scan(OTHER)  # no lock between: the bill goes on
    assert (locked.context.session.name, locked.said, len(locked.rows)) == ("Vikram", "Vikram is at the counter.", 1)
    locked.hand.scan(staff_card("523456789012345678"))
    assert locked.said == "That is no staff card of this counter. Use a PIN, or another card."
    assert locked.context.session.name == "Vikram"


def test_a_cashier_without_a_pin_is_let_in(counter):
    counter.hand.press("Ctrl+L")
    assert is_covered(counter)
    counter.hand.press("Return")
    assert not is_covered(counter)
    counter.hand.press("Ctrl+L")
    QTest.mouseClick(visible(counter, StaffTile)[0], Qt.MouseButton.LeftButton)
    counter.hand.settle()
    assert not is_covered(counter)


def test_nobody_touched_it(open_window, qtbot):
    with open_window(lambda context: replace(context, lock_minutes=1)) as counter:
        timer = counter.window.locked.idle.timer
        assert (timer.interval(), timer.isActive()) == (60_000, True)
        timer.setInterval(1500)
        for _ in range(4):
            QTest.qWait(500)
            counter.hand.press("F2")
        assert not is_covered(counter)
        qtbot.waitUntil(lambda: is_covered(counter))


def test_a_counter_that_is_shut_does_not_lock_any_more(open_window):
    with open_window(lambda context: replace(context, lock_minutes=1)) as counter:
        timer = counter.window.locked.idle.timer
        assert timer.isActive()
        counter.window.shut()
        counter.hand.press("F2")
        assert not timer.isActive()


def test_a_first_pin_is_chosen_with_a_managers_approval(counter):
    with counter.till.desk.store.writing() as uow:
        uow.shared.put_colleague(Colleague("s1", "Ravi", "cashier", is_active=True))
    counter.hand.press("Ctrl+L")
    counter.hand.press("Up")
    assert state(counter).says == "Ravi has no PIN here yet. Enter chooses one."
    counter.hand.press("Return")
    counter.hand.type(demo_shop.MANAGER_PIN)
    counter.hand.press("Return")
    for digits, step, problem in (
        ("1234", Step.NEW, "That PIN is the first anybody would guess. Choose other digits."),
        ("7093", Step.AGAIN, ""),
        ("7094", Step.NEW, "The two were not the same. Type the new PIN again."),
        ("7093", Step.AGAIN, ""),
    ):
        counter.hand.type(digits)
        counter.hand.press("Return")
        assert (state(counter).step, state(counter).problem) == (step, problem)
    counter.hand.type("7093")
    counter.hand.press("Return")
    assert counter.context.session.name == "Ravi"
    with counter.till.desk.store.reading() as uow:
        body = list(uow.journal.events())[-1].body
    assert b'"approved_by":"vikram","' in body
    assert b'"did":"pin"' in body
    assert b"7093" not in body


LOCK_AND_WAIT = """
import sys
from app.commands.counter import opened_counter
from app.domain.staff import Pin
from app.services.staff import staff
from app.settings import Settings
from ui.hand import Hand
with opened_counter(Settings(data_dir=sys.argv[1])) as counter:
    staff.set_pin(counter.till.desk.approved("vikram"), "asha", Pin("5290"), staff="asha")
    hand = Hand(counter.window, counter.is_idle)
    hand.type("500/1")
    hand.press("Return")
    hand.press("Ctrl+L")
    print("locked", flush=True)
    while True:
        hand.settle()
"""


def test_killed_while_locked_it_opens_locked_and_nothing_was_sold(tmp_path):
    """A real process, ended as by a power cut, the counter having been locked by somebody with a PIN."""
    with open_till(Settings(data_dir=str(tmp_path))) as till:
        before = books.verify(till.desk).entries
    child = subprocess.Popen(
        [sys.executable, "-c", LOCK_AND_WAIT, str(tmp_path)],
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == "locked\n"
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
    with open_till(Settings(data_dir=str(tmp_path))) as till:
        assert signing_in.at_opening(till.desk, "Asha") is None
        assert (books.verify(till.desk).faults, books.verify(till.desk).entries) == ((), before)
        with till.desk.store.reading() as uow:
            assert list(uow.bills.all()) == []


def test_a_counter_that_opens_locked_waits_for_a_pin(open_window, request):
    request.module.SIGNED_IN = "nobody"
    try:
        with open_window() as counter:
            counter.hand.settle()
            assert is_covered(counter)
            counter.hand.press("Down")
            counter.hand.type(demo_shop.MANAGER_PIN)
            counter.hand.press("Return")
            assert counter.context.session.name == "Vikram"
            counter.hand.type("100")
            counter.hand.press("Return")
            assert len(counter.rows) == 1
    finally:
        del request.module.SIGNED_IN
