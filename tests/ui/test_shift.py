"""A shift in the real window: opened, cash in and out, counted blind, closed, reported; by keys and by mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.domain.shift import ShiftRules
from app.domain.staff import Role
from app.services.shifts import shifts
from ui.actions import Do
from ui.session import Session
from ui.shift.state import Step
from ui.shift.wording import NO_REPORTS


def senior(context):
    context.session.sign_in(Session.of("meera", Role.MANAGER).person)
    return context


@pytest.fixture
def counter(open_window):
    with open_window(senior) as opened:
        yield opened


def page_of(counter):
    return counter.window.shift_page


def said(counter):
    return page_of(counter).strip.text


def shown(counter):
    return [one.text() for one in page_of(counter).findChildren(QLabel) if one.isVisible()]


def sell(counter, amount="100"):
    counter.hand.type(amount)
    counter.hand.press("Return")
    counter.hand.press("Ctrl+Return")
    counter.hand.settle()


def open_shift(counter, amount="1000"):
    counter.hand.press("F7")
    counter.hand.type(amount)
    counter.hand.press("F9")
    counter.hand.settle()


def reports(counter):
    return [kept for kept, _ in shifts.reports(counter.till.desk)]


def test_a_shift_by_keys_alone(counter):
    open_shift(counter)
    assert said(counter) == "The shift is open. Good selling!"
    assert "Shift open" in counter.window.header.shift.text()
    counter.hand.press("Esc")
    sell(counter)
    counter.hand.press("F7")
    assert NO_REPORTS in shown(counter)
    counter.hand.press("F8")
    page = page_of(counter)
    assert counter.focus is page.count.fields[0]
    for text in ("2", "", "", "1", "2", "", "5"):
        counter.hand.type(text)
        counter.hand.press("Return")
    counter.hand.settle()
    assert said(counter) == "It is right to the last coin."
    counter.hand.press("F9")
    counter.hand.settle()
    (kept,) = reports(counter)
    assert NO_REPORTS not in shown(counter)
    assert kept.report.count.total_minor == kept.report.expected_minor == 1095_00
    assert said(counter).startswith(f"Shift closed: {kept.name}.")
    assert counter.window.header.shift.text() == "No shift is open"
    assert (counter.till.spooler.printers.opener.folder / f"{kept.name.replace('/', '-')}.pdf").exists()


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_a_shift_by_mouse(counter):
    page, hand = page_of(counter), counter.hand
    click(counter.window.header.shift)
    hand.settle()
    click(page.home.amount)
    hand.type("500")
    click(page._go)
    hand.settle()
    click(page._buttons[Do.PAY_OUT])
    hand.settle()
    click(page.move_pane.amount)
    hand.type("30")
    click(page.move_pane._reasons.itemAt(0).widget())
    click(page._go)
    hand.settle()
    assert said(counter) == "Written down. No drawer hangs on this counter's printer; open it by hand."
    click(page._buttons[Do.CLOSE_SHIFT])
    hand.settle()
    click(page.count.fields[0])
    hand.type("1")
    click(page._go)
    hand.settle()
    assert said(counter) == "₹30.00 too much. Say in the note what you know of it."
    click(page._go)
    hand.settle()
    assert "Say in the note" in said(counter)
    assert reports(counter) == []
    click(page.result.note)
    hand.type("Tea was free")
    click(page._go)
    hand.settle()
    (kept,) = reports(counter)
    assert (kept.report.note, kept.report.figures.paid_out_minor) == ("Tea was free", 30_00)
    click(page._again)
    hand.settle()
    files = {file.name for file in counter.till.spooler.printers.opener.folder.glob("*-Z0001*")}
    name = kept.name.replace("/", "-")
    assert files == {f"{name}.pdf", f"{name}-copy2.pdf"}


def test_what_should_be_there_is_told_after_the_count_only(counter):
    open_shift(counter)
    counter.hand.press("Esc")
    sell(counter)
    for key in ("F7", "F8"):
        counter.hand.press(key)
        assert "₹1,095.00" not in shown(counter)


def test_a_drawer_far_off_is_closed_with_a_managers_approval(open_window):
    with open_window() as counter:
        open_shift(counter)
        counter.hand.press("F8")
        counter.hand.press("F9")
        counter.hand.settle()
        counter.hand.type("Robbed")
        counter.hand.press("F9")
        counter.hand.settle()
        assert counter.window.approval.approving.is_open
        assert reports(counter) == []
        counter.hand.press("Esc")
        counter.hand.settle()
        counter.window.approval.approving.cancel()


def test_the_drawer_is_opened_with_a_reason_and_the_counter_goes_on(counter):
    counter.hand.type("100")
    counter.hand.press("Return")
    counter.hand.press("Ctrl+D")
    counter.hand.press("F9")
    counter.hand.settle()
    assert "Say why" in said(counter)
    counter.hand.type("Change")
    counter.hand.press("Return")
    counter.hand.settle()
    assert counter.window.pages.currentWidget() is counter.page
    assert counter.said.startswith("Written down.")
    assert len(counter.rows) == 1
    assert shifts.running(counter.till.desk).figures.drawer_openings == 1


def test_esc_steps_back_and_writes_nothing(counter):
    open_shift(counter)
    counter.hand.press("F3")
    counter.hand.type("10")
    counter.hand.press("Esc")
    assert counter.window.pages.currentWidget() is page_of(counter)
    assert page_of(counter).desk.state.step is Step.HOME
    counter.hand.press("Esc")
    assert counter.window.pages.currentWidget() is counter.page
    assert shifts.running(counter.till.desk).figures.paid_out_minor == 0


def test_what_is_no_amount_is_said(counter):
    counter.hand.press("F7")
    counter.hand.press("F9")
    assert "not an amount" in said(counter)
    counter.hand.press("F2")
    assert "Open a shift first" in said(counter)
    counter.hand.type("1.2.3")
    counter.hand.press("Return")
    assert "not an amount" in said(counter)


def test_selling_without_a_shift_where_the_shop_wants_none_of_that(open_window):
    with open_window(
        lambda context: replace(context, desk=replace(context.desk, shifts=ShiftRules(is_required=True)))
    ) as counter:
        sell(counter)
        assert "The key is F7." in counter.said
        assert counter.bills() == []
        open_shift(counter)
        counter.hand.press("Esc")
        counter.hand.press("Ctrl+Return")
        counter.hand.settle()
        assert len(counter.bills()) == 1


def test_the_x_report_is_printed_any_time(counter):
    counter.hand.press("F7")
    counter.hand.press("F6")
    counter.hand.settle()
    assert said(counter).startswith("Printed:")
