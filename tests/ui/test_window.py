"""The window as a whole: every command by its key, large enough to hit, nothing clipped, everything named."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.domain.codes import format_card_number
from tests.ui.conftest import SIZES
from tests.ui.walking import clipped, faults_on_the_way, ring, visible, walk
from ui.actions import ACTIONS, Do, Scope, action
from ui.errors import Tone
from ui.help import HelpSheet
from ui.widgets.card import Card
from ui.widgets.labels import ShortLabel

# What opens the place where the keys of a scope are heard; those of the counter are heard in its panes too.
ROADS = {
    Scope.COUNTER: [(), ("F9",), ("F3",), ("?",)],
    Scope.EMPTY_BOX: [()],
    Scope.PAY: [("F9",), ("F9", "U"), ("F9", "S")],
    Scope.CUSTOMER: [("F3",)],
}
# Enter's many meanings, and the keys that turn pages, have tests of their own.
ELSEWHERE = {
    Do.CONFIRM,
    Do.HELP,
    Do.NEW_CARD,
    Do.BACK,
    Do.SAVE,
    Do.PRINT_CARD,
    Do.BALANCE_SLIP,
    Do.STATEMENT,
    Do.SYNC_STATUS,
    Do.SETTINGS,
}
ELSEWHERE |= {Do.PRINTERS, Do.PRINT_QUEUE, Do.PROFILE, Do.OPEN_DRAWER}
KEYS = [
    (one.do, key.text, road)
    for one in ACTIONS
    if one.do not in ELSEWHERE
    for key in one.keys
    if key.scope in ROADS
    for road in ROADS[key.scope]
]


def test_every_key_is_heard_where_the_registry_says(counter):
    """One window for all of them: what a key does is told elsewhere, here it is only heard."""
    ring(counter)
    presenter = counter.window.counter
    real = dict(presenter._commands)
    heard = []
    for _, key, road in KEYS:
        walk(counter, road)
        presenter._commands = {one: partial(heard.append, one) for one in real}
        counter.hand.press(key)
        presenter._commands = real
        counter.hand.press("Esc")
    assert heard == [do for do, _, _ in KEYS]


def test_help_opens_and_closes_by_its_key_and_names_every_action(counter, qtbot):
    counter.hand.press("F1")
    assert counter.window.pages.currentWidget() is counter.window.help_sheet
    here = [one for one in ACTIONS if one.scope is not Scope.FIRST_RUN]  # which has a window of its own
    named = {one.explained for one in here} | {key.label for one in here for key in one.keys}
    qtbot.waitUntil(lambda: named <= {label.text() for label in visible(counter, QLabel)})  # a card after the other
    counter.hand.press("F1")
    assert counter.window.pages.currentWidget() is counter.page


def test_the_sheet_of_keys_shows_nothing_until_all_of_it_is_whole(counter, qtbot):
    """Its cards are made one after the other; while they are, they are squeezed."""
    for _ in range(3):
        counter.hand.press("Ctrl++")
    counter.hand.strike("F1")
    qtbot.waitUntil(lambda: visible(counter, HelpSheet) != [])
    content = counter.window.help_sheet.findChild(QWidget, "scrolled")
    assert not content.updatesEnabled()
    qtbot.waitUntil(content.updatesEnabled)
    assert len(visible(counter, Card)) == len(set(Scope) - {Scope.FIRST_RUN})
    assert clipped(counter) == []


def test_the_new_card_page_opens_and_esc_comes_back_to_the_bill(counter):
    ring(counter)
    counter.hand.press("F6")
    assert counter.window.pages.currentWidget() is counter.window.enrol_page
    counter.hand.press("Esc")
    assert counter.window.pages.currentWidget() is counter.page
    assert (len(counter.rows), counter.focus) == (2, counter.page.box)


@pytest.mark.parametrize("key", [key.text for key in action(Do.SAVE).keys])
def test_every_key_that_saves_a_card_saves_it(counter, key):
    counter.hand.press("F6")
    counter.hand.press("Tab")
    counter.hand.type("Nisha")
    counter.hand.press(key)
    assert counter.window.counter.sale.bill.profile.holder.member.name == "Nisha"


def test_saving_prints_the_card_and_p_prints_it_again_as_a_copy(counter):
    counter.hand.press("F6")
    counter.hand.press("Tab")
    counter.hand.type("Nisha")
    counter.hand.press("Ctrl+Return")
    number = counter.window.counter.sale.bill.profile.holder.card.number
    assert counter.said == f"Card {format_card_number(number)} is printed: card-{number}.pdf."
    walk(counter, ("F3", "P"))
    assert counter.said == f"Card {format_card_number(number)} is printed, copy 2: card-{number}-copy2.pdf."
    counter.hand.press("Del")
    counter.window.run(Do.PRINT_CARD)
    assert counter.said == "No card on this bill. Scan one first, or find the customer with F3."
    written = {file.name for file in counter.till.press.maker.folder.parent.rglob("card-*")}
    assert written == {f"card-{number}.pdf", f"card-{number}-copy2.pdf"}


def test_a_card_that_cannot_be_written_leaves_the_member_and_says_what_to_do(counter, caplog):
    receipts = counter.till.press.maker.folder.with_name("receipts")
    receipts.write_text("a file where the folder should be")
    walk(counter, ("F6", "Tab"))
    counter.hand.type("Nisha")
    counter.hand.press("Ctrl+Return")
    assert counter.window.counter.sale.bill.profile.holder.member.name == "Nisha"
    assert counter.said.startswith("Member saved. The file could not be written (")
    caplog.clear()
    receipts.unlink()
    walk(counter, ("F3", "P"))
    assert "is printed:" in counter.said


def test_the_new_card_is_shown_in_its_true_size_and_smaller_only_where_there_is_no_room(counter):
    counter.hand.press("F6")
    plastic = counter.window.enrol_page._plastic
    px_per_mm = counter.window.screen().physicalDotsPerInch() / 25.4
    for side in plastic._sides:
        assert (side.width(), side.height()) == (round(85.60 * px_per_mm), round(53.98 * px_per_mm))
        assert side.grab().toImage().pixelColor(side.width() // 2, 8).name() == "#0b5d4a"
    assert plastic._caption.text() == "True size · front and back"
    counter.window.resize(1024, 600)
    counter.hand.settle()
    assert {side.width() for side in plastic._sides} < {round(85.60 * px_per_mm)} | set(range(200, 400))


def test_a_broken_template_is_said_where_the_card_would_be(counter, caplog):
    counter.till.press.maker.folder.mkdir()
    (counter.till.press.maker.folder / "classic.toml").write_text('[[front]]\ndraw = "circle"\n')
    counter.hand.press("F6")
    assert counter.window.enrol_page._plastic._caption.text().startswith("classic.toml, line 2: front 1, field 'draw'")
    caplog.clear()


def test_enter_is_content_with_the_customer(counter):
    ring(counter)
    walk(counter, ("F3", "Return"))
    assert counter.focus is counter.page.box


def shown(text):
    """What Qt writes on a menu: one "&" underlines what follows it, two are one."""
    return "&".join(part.replace("&", "") for part in text.split("&&"))


def test_the_menu_names_every_command_of_the_counter_with_its_key(counter):
    (button,) = [one for one in visible(counter, QPushButton) if one.text() == "Menu"]
    entries = {shown(entry.text()) for entry in button.menu().actions()}
    wanted = {one for one in ACTIONS if one.keys[0].scope in (Scope.EVERYWHERE, Scope.COUNTER)}
    assert entries == {f"{one.text}\t{one.key_label}" for one in wanted}


def test_the_mouse_does_what_the_keys_do(counter):
    ring(counter)
    for name in ("Pay, F9", "Pay and print, Enter"):
        buttons = {one.accessibleName(): one for one in visible(counter, QPushButton)}
        QTest.mouseClick(buttons[name], Qt.MouseButton.LeftButton)
        counter.hand.settle()
    assert len(counter.bills()) == 1


def test_a_line_can_be_marked_and_a_category_chosen_with_the_mouse(counter):
    ring(counter)
    table = counter.page.lines
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, table.rowViewportPosition(0) + 5))
    assert counter.window.counter.ringing.marked == 0
    general = next(one for one in visible(counter, QPushButton) if "General" in one.accessibleName())
    QTest.mouseClick(general, Qt.MouseButton.LeftButton)
    counter.hand.type("100")
    counter.hand.press("Return")
    assert counter.rows[-1][1] == "General"


def test_a_notes_button_gives_that_cash(counter):
    ring(counter)
    counter.hand.press("F9")
    note = next(one for one in visible(counter, QPushButton) if one.text() == "₹500")
    QTest.mouseClick(note, Qt.MouseButton.LeftButton)
    counter.hand.press("Return")
    assert counter.bills()[0].tenders[0].given_minor == 500_00


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_min_target_size_and_whatever_is_shown_can_be_read_and_named(counter, size):
    counter.window.resize(*size)
    faults = faults_on_the_way(counter)
    assert (counter.window.width(), counter.window.height()) == size
    assert faults == {}


def test_tab_walks_round_the_enrolment_and_is_never_trapped(counter):
    counter.hand.press("F6")
    walked = []
    for _ in range(12):
        walked.append(counter.focus)
        counter.hand.press("Tab")
    page = counter.window.enrol_page
    assert {page.phone, page.name, page.referrer, page.number} <= set(walked)
    assert walked.count(page.phone) >= 2


def test_a_notice_is_said_aloud_and_can_be_copied(counter, monkeypatch):
    said = []
    monkeypatch.setattr("ui.widgets.strip.QAccessible.updateAccessibility", lambda event: said.append(event.message()))
    counter.hand.scan("A1/26-27/000099")
    assert said == [f"Check: {counter.said}"]
    copy = next(one for one in visible(counter, QPushButton) if one.text() == "Copy details")
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == f"{counter.said}\nUNKNOWN_BILL"


def test_a_name_does_not_turn_the_sentence_around_it(counter):
    counter.window.counter.stage.say(Tone.GOOD, "Balance slip of Ravi \u202e Sharma\u2067 is printed: EPSON.")
    assert "Balance slip of Ravi  Sharma is printed: EPSON." in {label.text() for label in visible(counter, QLabel)}


def test_a_name_too_long_for_its_place_ends_in_dots_and_is_whole_in_the_tip(qtbot):
    label = ShortLabel()
    label.setText("Meenakshi Subramaniam Venkataraman Iyer")
    qtbot.addWidget(label)
    label.resize(80, 24)
    label.grab()
    assert label.toolTip() == label.text()
    label.resize(800, 24)
    label.grab()
    assert label.toolTip() == ""


def test_the_focus_is_in_the_box_whenever_nothing_else_is_open(counter):
    seen = []
    for steps in ((), ("F9", "Esc"), ("?", "Esc"), ("F3", "Esc"), ("F1", "Esc"), ("F6", "Esc"), ("Ctrl+Return",)):
        if not counter.rows:
            ring(counter)
        walk(counter, steps)
        seen.append(counter.focus)
    assert all(isinstance(one, QWidget) and one is counter.page.box for one in seen)
