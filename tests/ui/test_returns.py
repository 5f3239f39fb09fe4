"""Returns at the real window: keys and scans in, the ledger's rows out, and nothing moves that was not shown."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app import demo_shop
from app.commands.counter import ReportFiles
from app.domain.entries import EntryKind
from app.services.members import adjustments, members
from app.services.papers import prints
from tests.ui.returning import page, refunds, sell, shown
from tests.ui.walking import faults_of, visible
from tests.unit.printing.paper import text_of
from ui.actions import Do

KEYS_OF_TASK_D = 10


def moved(counter, refund_id: str) -> Counter[EntryKind]:
    with counter.till.desk.store.reading() as uow:
        posted = uow.ledger.by_cause(refund_id)
    sums: Counter[EntryKind] = Counter()
    for one in posted:
        sums[one.entry.kind] += one.entry.points
    return sums


def test_the_whole_last_bill_comes_back_within_the_keys_of_its_task(counter):
    """Task D: a receipt in hand, more than a cashier gives back alone, so a manager's PIN."""
    before = members.find_card(counter.till.desk, demo_shop.RAVI)[0].member.points
    number = sell(counter, "1500/1", "240/2", redeem=True)
    hand = counter.hand
    hand.keys = hand.scans = 0
    hand.press("Ctrl+R")
    hand.scan(number)
    hand.press("Ctrl+A")
    assert "₹1,000.00. A manager can approve." in " ".join(shown(counter))
    hand.press("F9")
    hand.type(demo_shop.MANAGER_PIN)
    hand.press("Return")
    (refund,) = refunds(counter)
    bill = counter.bills()[-1]
    assert (refund.amount_minor, refund.staff) == (bill.net_minor, "asha")
    assert members.find_card(counter.till.desk, demo_shop.RAVI)[0].member.points == before
    with counter.till.desk.store.reading() as uow:
        sealed = [one for one in uow.journal.events() if one.kind == "refund"]
    assert b'"approved_by":"vikram"' in sealed[-1].body
    assert hand.scans == 1
    assert hand.keys <= KEYS_OF_TASK_D


def test_what_was_shown_is_what_the_ledger_then_says(counter):
    number = sell(counter, "500/1", "3*60/2", redeem=True)
    counter.hand.press("Ctrl+R")
    counter.hand.scan(number)
    counter.hand.press("Space")
    seen = page(counter).returner._seen
    words = shown(counter)
    counter.hand.press("F9")
    (refund,) = refunds(counter)
    sums = moved(counter, refund.refund_id)
    assert sums[EntryKind.RESTORE] == seen.points_restored > 0
    assert -sums[EntryKind.REVERSE] == seen.points_reversed + seen.referrer_points_reversed > 0
    assert any(text.startswith("Give back ₹") for text in words)
    assert {"Earned points taken back", "Points given back", "Taken from Meena Iyer", "Tier", "stays Gold"} <= words
    assert page(counter).strip.text.startswith(f"Return of bill {number} is saved: give ₹")


def test_two_lines_of_one_category_are_told_apart_by_what_was_paid_for_them(counter):
    number = sell(counter, "500/1", "90/1")
    counter.hand.press("Ctrl+R")
    counter.hand.scan(number)
    lines = page(counter).lines.table.lines
    assert [lines.index(row, 3).data() for row in range(2)] == ["475.00", "85.50"]
    assert lines.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Medicines, 85.50"


def test_what_the_hands_owe_is_the_largest_word_until_something_else_is_looked_for(counter):
    number = sell(counter, "500/1")
    for key in ("Ctrl+R", f"scan:{number}", "Ctrl+A", "F9"):
        counter.hand.scan(number) if key.startswith("scan") else counter.hand.press(key)
    largest = max((one for one in visible(counter, QLabel) if one.text()), key=lambda one: one.font().pixelSize())
    assert largest.text() == "Give ₹475.00 in cash"
    counter.hand.scan("A1/26-27/999999")
    assert "Give ₹475.00 in cash" not in shown(counter)


def test_the_paper_of_a_return_is_printed(counter):
    number = sell(counter, "500/1")
    counter.hand.press("Ctrl+R")
    counter.hand.scan(number)
    counter.hand.press("Ctrl+A")
    counter.hand.press("Ctrl+Return")
    written = [file.name for file in counter.till.press.maker.folder.with_name("receipts").glob("*R1*")]
    assert len(written) == 1
    assert prints.queue(counter.till.desk) == []


def test_some_of_a_line_comes_back_and_later_the_rest(counter):
    number = sell(counter, "3*60/2")
    for back in ("1 of 3", "2 of 2"):
        counter.hand.press("Ctrl+R")
        counter.hand.scan(number)
        counter.hand.press("+")
        if back.startswith("2"):
            counter.hand.press("+")
            counter.hand.press("+")
        assert page(counter).lines.table.lines.index(0, 4).data() == back
        counter.hand.press("F9")
    bill = counter.bills()[-1]
    assert sum(one.amount_minor for one in refunds(counter)) == bill.net_minor
    counter.hand.scan(number)
    assert page(counter).strip.text == "All of this bill has come back already. Nothing is left to return."


def test_fewer_takes_off_again_and_nothing_ticked_gives_nothing(counter):
    number = sell(counter, "3*60/2")
    counter.hand.press("Ctrl+R")
    counter.hand.scan(number)
    for key in ("+", "-", "F9"):
        counter.hand.press(key)
    assert page(counter).strip.text == "Tick what comes back first. Nothing was returned."
    assert refunds(counter) == []


def test_the_last_bill_of_who_is_on_the_counter_and_of_a_card(counter):
    number = sell(counter, "500/1")
    counter.hand.scan(demo_shop.RAVI)
    counter.hand.press("Ctrl+R")
    counter.hand.press("F3")
    assert f"Bill {number}" in shown(counter)
    counter.hand.press("Esc")
    counter.hand.press("Ctrl+R")
    counter.hand.scan(demo_shop.RAVI)
    assert f"Bill {number}" in shown(counter)
    counter.hand.scan(demo_shop.FARHAN)
    assert page(counter).strip.text.startswith("This customer has no bill that was made at this counter.")


def test_a_bill_of_another_counter_is_refused_in_plain_words(counter):
    counter.hand.press("Ctrl+R")
    counter.hand.type("B2/26-27/000007")
    counter.hand.press("Return")
    assert "was made at counter B2, and its lines are kept there. Nothing was returned" in page(counter).strip.text


@pytest.mark.parametrize("typed", ["hello", "5", "=HYPERLINK(1)", "\u202e1A"])
def test_what_is_no_bill_number_is_said(counter, typed):
    counter.hand.press("Ctrl+R")
    page(counter).box.setText(typed)
    counter.hand.press("Return")
    assert page(counter).strip.text.startswith("That is no bill number.")


def test_an_approval_nobody_gives_returns_nothing(counter):
    number = sell(counter, "1500/1")
    counter.hand.press("Ctrl+R")
    counter.hand.scan(number)
    counter.hand.press("Ctrl+A")
    counter.hand.press("F9")
    counter.hand.press("Esc")
    assert page(counter).strip.text == "Nobody approved it. Nothing was returned."
    assert refunds(counter) == []


def test_what_changed_since_it_was_shown_is_shown_again_before_it_is_done(counter):
    number = sell(counter, "500/1")
    counter.hand.press("Ctrl+R")
    counter.hand.scan(number)
    counter.hand.press("Ctrl+A")
    before = page(counter).returner._seen
    desk = counter.till.desk
    adjustments.adjust(desk, demo_shop.RAVI, points=50_00, reason="goodwill", staff="vikram", key="elsewhere")
    counter.hand.press("F9")
    assert page(counter).strip.text.startswith("Something has changed since this was shown: now ₹")
    assert refunds(counter) == []
    assert page(counter).returner._seen.balance_after == before.balance_after + 50_00
    counter.hand.press("F9")
    assert len(refunds(counter)) == 1


def test_the_mouse_ticks_and_gives_back(counter):
    number = sell(counter, "500/1", "240/2")
    counter.hand.press("Ctrl+R")
    counter.hand.scan(number)
    table = page(counter).lines.table
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, table.rowViewportPosition(1) + 5))
    counter.hand.settle()
    QTest.mouseClick(page(counter)._give_back, Qt.MouseButton.LeftButton)
    counter.hand.settle()
    (refund,) = refunds(counter)
    assert list(refund.line_amounts.values()) == [counter.bills()[-1].lines[1].net_minor]


def test_esc_leaves_the_open_bill_as_it_was(counter):
    counter.hand.scan(demo_shop.RAVI)
    counter.hand.type("99/2")
    counter.hand.press("Return")
    counter.window.run(Do.RETURN)
    counter.hand.press("Esc")
    assert len(counter.rows) == 1
    assert counter.focus is counter.page.box


def test_points_on_the_open_bill_follow_what_was_returned(counter):
    number = sell(counter, "500/1")
    counter.hand.scan(demo_shop.RAVI)
    before = counter.window.counter.sale.bill.profile.available
    counter.hand.press("Ctrl+R")
    counter.hand.scan(number)
    counter.hand.press("Ctrl+A")
    counter.hand.press("F9")
    counter.hand.press("Esc")
    counter.hand.settle()
    assert counter.window.counter.sale.bill.profile.available < before


def test_evidence_of_a_bill_is_written_as_one_file_once_a_manager_says_so(open_window, tmp_path):
    folder = tmp_path / "exports"
    with open_window(lambda one: replace(one, exports=folder, report_files=ReportFiles(one.desk))) as counter:
        number = sell(counter, "500/1", redeem=True)
        counter.hand.press("Ctrl+R")
        counter.hand.scan(number)
        counter.hand.press("Ctrl+E")
        assert not folder.exists(), "it waits for a manager"
        counter.hand.type(demo_shop.MANAGER_PIN)
        counter.hand.press("Return")
        (file,) = folder.iterdir()
        assert page(counter).strip.text == f"Written: {file}"
        assert faults_of(counter) == []
        with counter.till.desk.store.reading() as uow:
            (sealed,) = [one.hash.hex() for one in uow.journal.events() if one.kind == "bill"]
            entries = [one.entry.entry_id for one in uow.ledger.by_cause(counter.bills()[-1].bill_id)]
        words = "".join(text_of(file.read_bytes()).split())
        assert number in words
        assert all(one in words for one in (sealed, *entries))


def test_evidence_that_cannot_be_written_is_said(open_window, tmp_path):
    folder = tmp_path / "exports"
    folder.write_text("in the way")
    with open_window(lambda one: replace(one, exports=folder, report_files=ReportFiles(one.desk))) as counter:
        assert "cannot be written" in said_of_evidence(counter)
    with open_window() as counter:
        assert "no folder for exports" in said_of_evidence(counter)


def said_of_evidence(counter) -> str:
    number = sell(counter, "500/1")
    counter.hand.press("Ctrl+R")
    counter.hand.scan(number)
    counter.hand.press("Ctrl+E")
    counter.hand.type(demo_shop.MANAGER_PIN)
    counter.hand.press("Return")
    return page(counter).strip.text
