"""Sync as the window shows it, with real keys and scans; what sync says comes from a thread of its own, as it will."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from threading import Thread

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableView

from app.demo_shop import RAVI
from app.domain.programmes import FIRST, PointName
from app.services.chain.standing import LinkState, Pairing, PairingStep, Standing
from app.services.keeping import checking
from app.services.ports import Review
from app.services.programs.program import current
from tests.chains import SERVER, joined, leased
from tests.lines import ScriptedLine
from tests.ui.conftest import SIZES
from tests.ui.walking import clipped, too_small, unnamed, visible

SIGNED_IN = "vikram"  # what needs a check is decided, and the counter paired, by who may
STATES = [state for state in LinkState if state is not LinkState.ALONE]
FACTS = {
    "phone": "98•••• 3210",
    "here": {"name": "Ravi Sharma", "balance_points": 2340_00, "enrolled_at": 1_763_600_000_000_000},
    "server": {"name": "R. Sharma of the other counter down the road", "counter": "B2", "balance_points": 120_00},
}


@pytest.fixture
def line() -> ScriptedLine:
    return ScriptedLine()


@pytest.fixture
def counter(open_window, line) -> Iterator:
    long = {"shop_name": "Shree Ganesh Medical and General Stores", "receipt_printer": "W" * 40}
    with open_window(lambda context: replace(context, line=line, **long)) as opened:
        opened.hand.settle()
        yield opened


def from_sync(counter, call, *said):
    """Say something as sync does: on another thread; then let the window hear it."""
    thread = Thread(target=call, args=said)
    thread.start()
    thread.join()
    counter.hand.settle()


def stand(counter, line, state, **facts):
    from_sync(counter, line.stand, Standing(state, **facts))


def raised(counter, kind="SAME_PHONE", review_id="r1"):
    desk = counter.till.desk
    with desk.store.writing() as uow:
        uow.shared.put_review(Review(review_id, kind, FACTS, desk.clock.now()))


def ravi(counter):
    with counter.till.desk.store.reading() as uow:
        return uow.members.by_card(RAVI).member.member_id


def held(counter, points=250_00):
    """Ravi may use so much here; the server was heard 14 minutes ago."""
    desk = counter.till.desk
    joined(desk, told_at=desk.clock.now() - timedelta(minutes=14))
    leased(desk, ravi(counter), points)


def ring(counter):
    counter.hand.scan(RAVI)
    for text in ("500", "240/2", "180/3"):
        counter.hand.type(text)
        counter.hand.press("Return")


def test_a_counter_alone_shows_nothing_of_it(counter):
    assert counter.window.header.chip.isHidden()


def test_the_chip_follows_what_sync_says(counter, line):
    chip = counter.window.header.chip
    stand(counter, line, LinkState.WAITING, waiting=12)
    assert (chip.isVisible(), chip.accessibleName(), chip._words.text()) == (True, "12 waiting", "12 waiting")
    assert counter.focus is counter.page.box
    stand(counter, line, LinkState.ALONE)
    assert chip.isHidden()


CHIPS = {
    LinkState.SYNCED: ({}, "Up to date", "Nothing to do."),
    LinkState.SENDING: ({"waiting": 3}, "Sending 3…", "Keep working."),
    LinkState.WAITING: ({"waiting": 12}, "12 waiting", "The server is busy."),
    LinkState.OFFLINE: ({"waiting": 12}, "Offline · 12 waiting", "Bills, cards and points within the limit all work."),
    LinkState.STALE: ({}, "Offline – balances may be old", "fewer points can be used"),
    LinkState.NEEDS_CHECK: ({"to_check": 2}, "2 need a check", "Nothing is lost; a manager decides."),
    LinkState.SIGN_IN: ({}, "Counter not signed in", "Ask a manager to pair this counter again."),
    LinkState.CLOCK: ({"offset_ms": -11 * 60_000}, "Clock is 11 min wrong", "Set the clock of this computer right."),
    LinkState.UPDATE: ({}, "Update needed to sync", "Bills work and are saved here."),
    LinkState.STORAGE: ({}, "Disk nearly full", "Bills still go to the journal."),
    LinkState.TRAINING: ({}, "Training", "Nothing done here counts."),
}


@pytest.mark.parametrize("language", ["en", "hi"])
def test_sync_chip_states(open_window, line, language):
    """Each state as icon, words and number, told apart without its colour, whole in the smallest window, said aloud."""
    looks = set()
    with open_window(lambda context: replace(context, line=line, language=language)) as counter:
        counter.window.resize(1024, 600)
        chip = counter.window.header.chip
        for state in STATES:
            facts, words, meaning = CHIPS[state]
            stand(counter, line, state, **facts)
            said = chip.accessibleName(), chip.accessibleDescription()
            assert chip.isVisible()
            assert chip._words.text() == said[0]
            assert clipped(counter) == []
            if language == "en":
                assert (said[0], meaning in said[1]) == (words, True)
            else:
                assert [words for words in said if re.search("[A-Za-z]", words.replace("Enter", ""))] == []
            looks.add((ink_of(chip._icon), said[0]))
    assert len(looks) == len(STATES)
    assert len({picture for picture, _ in looks}) == len(STATES) - 1  # offline, and offline for long, differ in words


def ink_of(icon):
    """Where an icon has ink, whatever its colour."""
    picture = icon.grab().toImage()
    ground = picture.pixel(0, 0)
    return tuple(picture.pixel(x, y) != ground for x in range(picture.width()) for y in range(picture.height()))


def test_a_change_is_said_aloud_once(counter, line, monkeypatch):
    said = []
    monkeypatch.setattr("ui.standing.chip.QAccessible.updateAccessibility", lambda event: said.append(event.message()))
    for _ in range(3):
        stand(counter, line, LinkState.OFFLINE)
    assert len(said) == 1
    assert said[0].startswith("Offline. Bills, cards and points within the limit all work.")


def test_hovering_tells_more_until_the_mouse_leaves(counter, line):
    stand(counter, line, LinkState.OFFLINE, trouble="No internet.")
    chip, at = counter.window.header.chip, QPointF(5, 5)
    QApplication.sendEvent(chip, QEnterEvent(at, at, QPointF(chip.mapToGlobal(QPoint(5, 5)))))
    counter.hand.settle()
    assert chip.details.isVisible()
    assert chip.details.text().splitlines()[1:] == ["Not up to date with the server yet", "No internet."]
    assert QAccessible.queryAccessibleInterface(chip).text(QAccessible.Text.Description) == chip.details.text()
    QApplication.sendEvent(chip, QEvent(QEvent.Type.Leave))
    assert not chip.details.isVisible()


def test_enter_on_the_chip_tells_more_until_the_focus_goes(counter, line):
    stand(counter, line, LinkState.OFFLINE)
    chip = counter.window.header.chip
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    counter.hand.press("Return")
    assert chip.details.isVisible()
    assert counter.window.rect().contains(chip.details.geometry())
    counter.hand.press("Tab")
    assert not chip.details.isVisible()


@pytest.mark.parametrize("key", ["Return", "Enter", "Space"])
def test_enter_on_the_chip_tries_now_when_the_server_was_busy(counter, line, key):
    stand(counter, line, LinkState.WAITING, waiting=1)
    counter.window.header.chip.setFocus(Qt.FocusReason.TabFocusReason)
    counter.hand.press(key)
    assert line.asked == [("retry", "")]


@pytest.mark.parametrize(
    ("state", "page"), [(LinkState.NEEDS_CHECK, "status_page"), (LinkState.SIGN_IN, "settings_page")]
)
def test_a_press_on_the_chip_opens_what_helps(counter, line, state, page):
    stand(counter, line, state, to_check=1)
    QTest.mouseClick(counter.window.header.chip, Qt.MouseButton.LeftButton)
    counter.hand.settle()
    assert counter.window.pages.currentWidget() is getattr(counter.window, page)


def test_a_press_on_the_chip_otherwise_leaves_the_hands_where_they_are(counter, line):
    stand(counter, line, LinkState.OFFLINE)
    QTest.mouseClick(counter.window.header.chip, Qt.MouseButton.LeftButton)
    counter.hand.settle()
    assert counter.focus is counter.page.box


@pytest.mark.parametrize("key", ["Ctrl+Shift+S", "Alt+8"])
def test_the_status_page_opens_and_esc_comes_back_to_the_bill(counter, key):
    ring(counter)
    counter.hand.press(key)
    assert counter.window.pages.currentWidget() is counter.window.status_page
    counter.hand.press("Esc")
    assert (len(counter.rows), counter.focus) == (3, counter.page.box)


def test_a_check_is_decided_with_keys_and_stays_under_settled(counter):
    raised(counter)
    raised(counter, "EDITED_TWICE", "r2")
    for key in ("Ctrl+Shift+S", "Down", "Ctrl+2"):
        counter.hand.press(key)
    status = counter.window.status_page
    assert status.strip.text == "Decided: Put back what stood before. It stands under Settled."
    counter.hand.press("F4")
    assert [label.text() for label in status.settled.findChildren(QLabel) if "decided by" in label.text()]
    reviews = checking.reviews(counter.till.desk)
    assert ([one.review_id for one in reviews.to_check], [one.choice for one in reviews.settled]) == (
        ["r1"],
        ["PUT_BACK"],
    )


def test_digits_typed_there_decide_nothing(counter):
    raised(counter)
    counter.hand.press("Ctrl+Shift+S")
    counter.hand.type("123")
    assert len(checking.reviews(counter.till.desk).to_check) == 1


def test_a_check_can_be_decided_with_the_mouse(counter):
    raised(counter)
    counter.hand.press("Ctrl+Shift+S")
    QTest.mouseClick(counter.window.status_page.to_check.review._buttons[0], Qt.MouseButton.LeftButton)
    counter.hand.settle()
    assert [one.choice for one in checking.reviews(counter.till.desk).settled] == ["SAME_PERSON"]


def test_what_waits_is_in_the_table_and_follows_the_standing(counter, line):
    joined(counter.till.desk)
    ring(counter)
    counter.hand.press("Ctrl+Return")
    for key in ("Ctrl+Shift+S", "F3"):
        counter.hand.press(key)
    model = counter.window.status_page.unsent.table.unsent
    (bill,) = counter.bills()
    assert bill.number in model.index(0, 0).data()
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(4)] == [
        "What", "When", "Tries", "Last trouble",
    ]  # fmt: skip
    stand(counter, line, LinkState.OFFLINE, waiting=1, tries=2, trouble="No internet.")
    assert [model.index(0, column).data() for column in (2, 3)] == ["2", "No internet."]
    counter.hand.press("F5")
    assert ("retry", "") in line.asked


def test_a_scan_on_any_page_is_heard(counter):
    for key in ("Ctrl+Shift+S", "Ctrl+,"):
        counter.hand.press(key)
        counter.hand.scan(RAVI)
        assert counter.window.pages.currentWidget() is counter.page
        assert counter.window.counter.sale.bill.member_id == ravi(counter)


def test_usable_here_is_on_both_cards(counter):
    held(counter)
    ring(counter)
    words = [label.text() for label in counter.page.resting.findChildren(QLabel) if label.isVisible()]
    assert "Usable here now: 250 of 2,340" in words
    assert len([one for one in words if "the rest is not with this counter" in one]) == 2


def test_the_top_up_moves_neither_the_focus_nor_what_is_typed(counter, line):
    held(counter)
    ring(counter)
    for keys in ("F8", "4", "5"):
        counter.hand.press(keys)
    assert counter.to_pay == "₹852.00"
    leased(counter.till.desk, ravi(counter), 2340_00)
    from_sync(counter, line.learn, ravi(counter))
    assert (counter.to_pay, counter.focus, counter.page.box.text()) == ("₹643.00", counter.page.box, "45")
    assert counter.page.box.cursorPosition() == 2


def test_the_top_up_while_paying_leaves_the_cash_that_was_typed(counter, line):
    held(counter)
    ring(counter)
    for keys in ("F8", "F9"):
        counter.hand.press(keys)
    counter.hand.type("900")
    leased(counter.till.desk, ravi(counter), 2340_00)
    from_sync(counter, line.learn, ravi(counter))
    field = counter.page.pay.cash.field
    assert (counter.focus, field.text(), counter.said) == (
        field,
        "900",
        "What this card can pay has changed: now ₹643.00 to pay.",
    )
    counter.hand.press("Return")
    (bill,) = counter.bills()
    assert (bill.redeemed_minor, bill.tenders[0].change_minor) == (234_00, 257_00)
    assert line.asked == [("shown", ravi(counter)), ("gone", ravi(counter))]


def test_closing_the_window_lets_the_card_go_and_hears_no_more(counter, line, qtbot):
    counter.hand.scan(RAVI)
    counter.window.close()
    qtbot.waitUntil(lambda: not counter.window.isVisible())
    assert line.asked == [("shown", ravi(counter)), ("gone", ravi(counter))]
    from_sync(counter, line.stand, Standing(LinkState.OFFLINE))
    from_sync(counter, line.learn, "anybody")
    from_sync(counter, line.take_step, Pairing(PairingStep.ASKING))
    assert counter.window.header.chip.isHidden()


def to_pairing(counter):
    counter.hand.press("Ctrl+,")
    counter.hand.type("pairing")
    counter.hand.press("Return")


def test_pairing_by_keys_from_the_address_to_the_approval(counter, line):
    to_pairing(counter)
    page = counter.window.settings_page
    assert counter.focus is page.pairing.address
    counter.hand.type(SERVER)
    counter.hand.press("Return")
    assert line.asked == [("pair", SERVER)]
    from_sync(counter, line.take_step, Pairing(PairingStep.SHOWN, SERVER, "BCDF-2345"))
    assert (page.pairing._code.text(), page.pairing._picture.isVisible()) == ("BCDF-2345", True)
    assert page.pairing.address.text() == SERVER
    counter.hand.press("Shift+Esc")
    assert line.asked[-1] == ("stop", "")
    assert not page.pairing._picture.isVisible()
    counter.hand.press("F9")
    joined(counter.till.desk)
    from_sync(counter, line.take_step, Pairing(PairingStep.APPROVED, SERVER))
    assert page.pairing._standing.text() == "Belongs to Main Road at loyalty.example.org."
    counter.hand.press("Esc")
    assert counter.focus is counter.page.box


def test_the_code_on_screen_can_be_scanned(counter, line):
    zxingcpp = pytest.importorskip("zxingcpp")
    image = pytest.importorskip("PIL.Image")
    to_pairing(counter)
    from_sync(counter, line.take_step, Pairing(PairingStep.SHOWN, SERVER, "BCDF-2345"))
    grabbed = counter.window.settings_page.pairing._picture.grab().toImage()
    shot = image.frombytes("RGBA", (grabbed.width(), grabbed.height()), bytes(grabbed.constBits()), "raw", "BGRA")
    assert [one.text for one in zxingcpp.read_barcodes(shot.convert("L"))] == ["BCDF-2345"]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_of_it_is_clipped_or_too_small(counter, line, size):
    counter.window.resize(*size)
    held(counter)
    for number, kind in enumerate(checking.ReviewKind):
        raised(counter, kind, f"r{number}")
    facts = {"waiting": 12, "to_check": 8, "offset_ms": 660_000, "tries": 3, "trouble": "No internet. " * 4}
    faults = {}
    for state in STATES:
        stand(counter, line, state, **facts)
        faults[state] = _faults(counter)
        counter.window.header.show_waiting(20)
        faults[f"{state} and not printing"] = _faults(counter)
        counter.window.header.show_waiting(0)
    walks = {
        "usable": lambda: ring(counter),
        "redeemed": lambda: counter.hand.press("F8"),
        "customer": lambda: counter.hand.press("F3"),
        **{f"check {n}": lambda key=key: counter.hand.press(key) for n, key in enumerate(_DOWN)},
        "settled": lambda: [counter.hand.press(key) for key in ("Ctrl+1", "F4")],
        "unsent": lambda: counter.hand.press("F3"),
        "settings": lambda: to_pairing(counter),
        "code": lambda: from_sync(counter, line.take_step, Pairing(PairingStep.SHOWN, SERVER, "MMMM-WWWW")),
        "failed": lambda: from_sync(counter, line.take_step, Pairing(PairingStep.FAILED, SERVER, trouble="No. " * 30)),
    }
    for name, walk in walks.items():
        walk()
        faults[name] = _faults(counter)
    assert (counter.window.width(), counter.window.height()) == size
    assert {name: found for name, found in faults.items() if found} == {}


_DOWN = ("Ctrl+Shift+S", *["Down"] * 7)


def _faults(counter):
    return [*too_small(counter), *clipped(counter), *unnamed(counter)]


def test_tab_walks_round_the_new_pages_and_is_never_trapped(counter):
    raised(counter)
    for key, wanted in (("Ctrl+,", counter.window.settings_page.search), ("Ctrl+Shift+S", None)):
        counter.hand.press(key)
        first = wanted or counter.window.status_page.to_check.list.list
        assert counter.focus is first
        walked = []
        for _ in range(8):
            counter.hand.press("Tab")
            walked.append(counter.focus)
        assert first in walked
        assert not isinstance(counter.focus, QLineEdit) or counter.focus in walked


def test_a_word_for_points_that_the_server_told_is_said_on_the_page_that_is_open(counter, line):
    rules = current(counter.till.desk)
    coins = replace(FIRST, point=PointName("coin", "coins"))
    with counter.till.desk.store.writing() as uow:
        told = replace(rules, version=rules.version + 1, programme=coins)
        uow.programs.publish(told, staff="HQ", at=counter.till.desk.clock.now())
    counter.hand.type("500")
    counter.hand.press("Return")
    stand(counter, line, LinkState.SYNCED)
    headings = [
        table.model().headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        for table in visible(counter, QTableView)
        for column in range(table.model().columnCount())
    ]
    assert "coins" in headings
    assert not [one for one in headings if "points" in one.lower()]
