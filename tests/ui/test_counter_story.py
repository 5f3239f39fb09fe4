"""A customer at the counter, told with real keys and scans in the real window, down to the ledger and the receipt."""

from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.demo_shop import FARHAN, LOST, MEENA, RAVI
from app.domain.entries import EntryKind
from app.domain.formats import money
from app.services.keeping import books
from app.services.members import members
from app.services.sales import carts


def ring_up_three(counter):
    for text in ("500/1", "240/2", "180/3"):
        counter.hand.type(text)
        counter.hand.press("Return")


def test_a_repeat_customer_takes_one_scan_and_three_keys(counter):
    ring_up_three(counter)
    keys, scans = counter.hand.keys, counter.hand.scans
    counter.hand.scan(RAVI)
    for key in ("F8", "F9", "Return"):
        counter.hand.press(key)
    assert (counter.hand.keys - keys, counter.hand.scans - scans) == (3, 1)
    (bill,) = counter.bills()
    assert (bill.net_minor, bill.redeemed_minor, bill.payable_minor) == (877_00, 234_00, 643_00)
    assert [(t.kind, t.amount_minor) for t in bill.tenders] == [("CASH", 643_00)]


def test_the_numpad_does_the_same_in_as_many_keys(counter):
    ring_up_three(counter)
    keys = counter.hand.keys
    counter.hand.scan(RAVI)
    for key in ("Num++", "Return", "Return"):
        counter.hand.press(key)
    assert counter.hand.keys - keys == 3
    assert counter.bills()[0].redeemed_minor == 234_00


def test_the_ledger_and_the_receipt_say_what_the_screen_said(counter):
    counter.hand.scan(RAVI)
    ring_up_three(counter)
    counter.hand.press("F8")
    shown = counter.to_pay
    for key in ("F9", "Return"):
        counter.hand.press(key)
    (bill,) = counter.bills()
    assert money(bill.payable_minor) == shown
    with counter.till.desk.store.reading() as uow:
        moved = {p.entry.kind: p.entry.points for p in uow.ledger.by_cause(bill.bill_id)}
    assert moved[EntryKind.REDEEM] == -2340_00
    assert moved[EntryKind.EARN] == bill.earned_points
    assert books.verify(counter.till.desk).faults == ()
    (receipt,) = counter.till.spooler.printers.opener.folder.glob("*.pdf")
    with pypdfium2.PdfDocument(receipt) as pdf:
        words = pdf[0].get_textpage().get_text_bounded()
    assert bill.number in words
    assert shown.removeprefix("₹") in words


def test_keys_typed_in_one_breath_after_the_scan_lose_nothing(counter, qtbot):
    ring_up_three(counter)
    counter.hand.scan(RAVI)
    window = counter.window.windowHandle()
    for key in (Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_Return):
        qtbot.keyClick(window, key)
    counter.hand.settle()
    assert [bill.redeemed_minor for bill in counter.bills()] == [234_00]


def test_a_bill_without_a_customer_is_finished_with_one_chord(counter):
    counter.hand.type("500")
    counter.hand.press("Return")
    counter.hand.press("Ctrl+Return")
    (bill,) = counter.bills()
    assert (bill.member_id, bill.payable_minor) == (None, 475_00)


def test_payment_keys_split_a_bill(counter):
    counter.hand.type("240/2")
    for keys in ("Return", "F9", "S"):
        counter.hand.press(keys)
    counter.hand.type("100")
    for keys in ("Tab", "Return", "Return"):
        counter.hand.press(keys)
    (bill,) = counter.bills()
    assert [(t.kind, t.amount_minor) for t in bill.tenders] == [("CASH", 100_00), ("UPI", 140_00)]


@pytest.mark.parametrize(("key", "kind"), [("C", "CASH"), ("U", "UPI"), ("D", "CARD")])
def test_a_letter_chooses_how_it_is_paid(counter, key, kind):
    counter.hand.type("240/2")
    for keys in ("Return", "F9", "U", key, "Return"):
        counter.hand.press(keys)
    assert [t.kind for t in counter.bills()[0].tenders] == [kind]


def pay_by_voucher(counter, number, *more):
    counter.hand.type("240/2")
    for keys in ("Return", "F9", "V"):
        counter.hand.press(keys)
    counter.hand.type(number)
    for keys in (*more, "Return"):
        counter.hand.press(keys)


def test_a_voucher_pays_once(counter):
    pay_by_voucher(counter, "mv-17")
    (tender,) = counter.bills()[0].tenders
    assert (tender.kind, tender.number) == ("VOUCHER", "MV-17")
    pay_by_voucher(counter, "MV-17")
    assert counter.said.startswith(f"Voucher MV-17 was taken before, for bill {counter.bills()[0].number}.")
    assert len(counter.bills()) == 1


def test_a_voucher_is_scanned_and_the_rest_is_cash(counter):
    counter.hand.type("240/2")
    for keys in ("Return", "F9", "V"):
        counter.hand.press(keys)
    counter.hand.scan("CPN0099887766")
    assert counter.page.pay.voucher.number.text() == "CPN0099887766"
    counter.page.pay.voucher.amount.setFocus()
    counter.hand.type("100")
    counter.hand.press("Return")
    paid = [(one.kind, one.amount_minor, one.number) for one in counter.bills()[0].tenders]
    assert paid == [("VOUCHER", 100_00, "CPN0099887766"), ("CASH", 140_00, "")]


def test_cash_given_is_typed_where_the_focus_already_is(counter):
    counter.hand.type("240/2")
    for keys in ("Return", "F9"):
        counter.hand.press(keys)
    counter.hand.type("x500")
    assert counter.page.pay.cash.field.text() == "500"
    counter.hand.press("Return")
    (tender,) = counter.bills()[0].tenders
    assert tender.change_minor == 260_00


def test_a_lost_card_leaves_the_bill_as_it_was(counter):
    ring_up_three(counter)
    before = counter.rows
    counter.hand.scan(LOST)
    assert "was reported lost" in counter.said
    assert counter.rows == before


def test_a_second_card_asks_first(counter):
    counter.hand.scan(RAVI)
    counter.hand.scan(MEENA)
    assert counter.said == "Another card on this bill. F3 switches to Meena Iyer; Esc keeps Ravi Sharma."
    counter.hand.press("F3")
    counter.hand.type("100")
    for keys in ("Return", "Ctrl+Return"):
        counter.hand.press(keys)
    assert counter.bills()[0].card_number == MEENA


def test_below_the_minimum_is_said_in_figures(counter):
    counter.hand.scan(FARHAN)
    counter.hand.type("640/2")
    for keys in ("Return", "F8"):
        counter.hand.press(keys)
    assert counter.said == "No points can be used on this bill: needs 100 points to redeem, has 85."


def test_undo_belongs_to_the_bill_when_the_box_is_empty_and_to_the_text_when_not(counter):
    counter.hand.type("100")
    counter.hand.press("Return")
    counter.hand.type("250")
    counter.hand.press("Ctrl+Z")
    assert len(counter.rows) == 1
    counter.hand.press("Esc")
    counter.hand.press("Ctrl+Z")
    assert counter.rows == []
    counter.hand.press("Ctrl+Y")
    assert len(counter.rows) == 1


def test_arrows_mark_a_line_and_del_removes_it(counter):
    ring_up_three(counter)
    for keys in ("Up", "Up", "Del"):
        counter.hand.press(keys)
    assert [row[1] for row in counter.rows] == ["General", "Baby Care"]


def test_hold_and_recall_take_three_keys(counter):
    counter.hand.type("100")
    counter.hand.press("Return")
    keys = counter.hand.keys
    for key in ("F4", "F5", "Return"):
        counter.hand.press(key)
    assert counter.hand.keys - keys == 3
    assert len(counter.rows) == 1
    assert list(carts.held(counter.till.desk)) == []


def test_a_member_is_enrolled_and_stands_on_the_bill(counter):
    counter.hand.type("430/3")
    counter.hand.press("Return")
    counter.hand.press("F6")
    counter.hand.type("9890011223")
    counter.hand.press("Return")
    counter.hand.type("Nisha Kulkarni")
    counter.hand.scan(RAVI)
    counter.hand.press("Ctrl+Return")
    assert counter.window.pages.currentWidget() is counter.page
    for keys in ("Ctrl+Return",):
        counter.hand.press(keys)
    (bill,) = counter.bills()
    (nisha,) = members.find_name(counter.till.desk, "Nisha")
    assert bill.member_id == nisha.member.member_id
    assert bill.referrer_points > 0


def test_a_phone_that_is_known_attaches_its_member(counter):
    counter.hand.press("F6")
    counter.hand.type("9820003210")
    counter.hand.press("Return")
    counter.hand.type("100")
    for keys in ("Return", "Ctrl+Return"):
        counter.hand.press(keys)
    assert counter.bills()[0].card_number == RAVI


def test_a_scan_closes_the_help_and_does_its_work(counter):
    counter.hand.press("F1")
    counter.hand.scan(RAVI)
    assert counter.window.pages.currentWidget() is counter.page
    assert counter.window.counter.sale.bill.profile.holder.card.number == RAVI


def test_what_is_typed_while_a_pane_has_the_focus_lands_in_the_box(counter):
    ring_up_three(counter)
    counter.hand.press("?")
    counter.hand.type("12")
    assert counter.page.box.text() == "12"


def test_closing_keeps_the_open_bill_for_the_next_start(open_window, qtbot):
    with open_window() as first:
        first.hand.scan(RAVI)
        first.hand.type("500")
        first.hand.press("Return")
        first.window.close()
        qtbot.waitUntil(lambda: not first.window.isVisible())
    with open_window() as second:
        for keys in ("F5", "Return"):
            second.hand.press(keys)
        assert [row[1] for row in second.rows] == ["Medicines"]
        assert second.window.counter.sale.bill.profile.holder.member.name == "Ravi Sharma"


def test_a_printer_that_fails_and_works_again_is_seen_in_the_header(counter, caplog):
    counter.till.spooler.printers.opener.folder.parent.mkdir(parents=True, exist_ok=True)
    counter.till.spooler.printers.opener.folder.write_text("a file where the folder should be")
    counter.hand.type("100")
    for keys in ("Return", "Ctrl+Return"):
        counter.hand.press(keys)
    assert counter.said.startswith("Bill saved. The file could not be written")
    assert "Not printing · 1 waiting" in words(counter)
    assert "Receipts: PDF files" not in words(counter)
    caplog.clear()
    counter.till.spooler.printers.opener.folder.unlink()
    counter.hand.press("Ctrl+P")
    assert "Receipts: PDF files" in words(counter)
    assert not any(one.startswith("Not printing") for one in words(counter))
    assert len(list(counter.till.spooler.printers.opener.folder.glob("*.pdf"))) == 1


def words(counter):
    return [one.text() for one in counter.window.findChildren(QLabel) if one.isVisible()]


def test_a_receipt_is_opened_where_there_is_a_desktop(open_window, monkeypatch):
    opened = []
    monkeypatch.setattr("ui.paperwork.QDesktopServices.openUrl", opened.append)
    with open_window(lambda context: replace(context, opens_receipts=True)) as counter:
        counter.hand.type("100")
        for keys in ("Return", "Ctrl+Return"):
            counter.hand.press(keys)
    assert [url.fileName().endswith(".pdf") for url in opened] == [True]
