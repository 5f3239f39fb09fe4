"""What helps on every screen: the palette, the keys while Alt is held, larger texts, sounds, the watchdog."""

import gc
import itertools
import sys
import time
import wave
from array import array
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea

from app.commands.counter import read_pages
from tests.ui.walking import WALK, ring, walk
from ui.actions import ACTIONS, Do, action, keys_in, path_of
from ui.palette.overlay import HELD_MS
from ui.palette.presenter import matching
from ui.sounds import Sound, Speaker
from ui.watchdog import Watchdog
from ui.widgets.scrolled import ScrolledPages
from ui.zoom import percent, scaled

STALL_MS = 200


def test_every_action_has_key_and_name():
    assert [one.do for one in ACTIONS if not (one.text and one.explained and one.keys)] == []
    assert {one.do for one in ACTIONS} == set(Do)
    assert len({one.do for one in ACTIONS}) == len(ACTIONS)


def test_no_key_means_two_things_where_it_is_heard():
    scopes = {key.scope for one in ACTIONS for key in one.keys}
    for scope in scopes:
        heard = [key.text for around in path_of(scope) for key, _ in keys_in(around)]
        assert sorted(heard) == sorted(set(heard)), scope


def test_there_is_one_qaction_a_command(counter):
    commands = counter.window.aids._commands
    assert all(isinstance(commands.action(do), QAction) and commands.action(do).text() for do in Do)


def test_the_palette_finds_a_command_by_its_words_and_does_it(counter):
    ring(counter)
    counter.hand.press("Ctrl+K")
    palette = counter.window.aids.palette
    assert palette.is_open
    assert counter.window.focusWidget() is palette.field
    for letter in "sync st":
        QTest.keyClick(palette.field, letter)
    counter.hand.press("Return")
    assert not palette.is_open
    assert counter.window.pages.currentWidget() is counter.window.status_page


def test_the_palette_keeps_its_keys_to_itself_and_esc_leaves_the_bill_as_it_was(counter):
    ring(counter)
    counter.hand.press("Ctrl+K")
    for key in ("F9", "Del", "Down", "Up", "F4"):
        counter.hand.press(key)
    assert counter.window.aids.palette.is_open
    counter.hand.press("Esc")
    assert not counter.window.aids.palette.is_open
    assert (len(counter.rows), counter.window.focusWidget()) == (2, counter.page.box)


def test_a_scan_is_not_hidden_behind_the_palette(counter):
    counter.hand.press("Ctrl+K")
    ring(counter)
    assert not counter.window.aids.palette.is_open
    assert len(counter.rows) == 2


def test_what_is_typed_is_found_in_names_first():
    assert matching("pay")[0].do is Do.PAY
    assert action(Do.PRINT_QUEUE) in matching("queue print")
    assert matching("no such command") == ()


def test_holding_alt_shows_the_keys_of_this_place(counter):
    overlay = counter.window.aids.overlay
    QTest.keyPress(counter.window.windowHandle(), Qt.Key.Key_Alt)
    QTest.qWait(HELD_MS + 150)
    assert isinstance(overlay.sheet, QScrollArea)
    words = {label.text() for label in overlay.sheet.findChildren(QLabel)}
    assert {action(Do.PAY).explained, action(Do.HELP).explained, "F9"} <= words
    assert action(Do.RETRY).explained not in words  # a key of another page
    QTest.keyRelease(counter.window.windowHandle(), Qt.Key.Key_Alt)
    assert overlay.sheet is None


def test_alt_with_another_key_is_a_command_and_no_question(counter):
    QTest.keyPress(counter.window.windowHandle(), Qt.Key.Key_Alt)
    QTest.keyClick(counter.window.windowHandle(), Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    QTest.qWait(HELD_MS + 150)
    assert counter.window.aids.overlay.sheet is None
    QTest.keyRelease(counter.window.windowHandle(), Qt.Key.Key_Alt)


def test_texts_grow_to_twice_their_size_and_the_bill_stays(counter):
    ring(counter)
    before = counter.page.totals.to_pay.font().pixelSize(), counter.to_pay
    for _ in range(9):
        counter.hand.press("Ctrl++")
    assert (percent(), scaled(44)) == (200, 88)
    assert counter.page.totals.to_pay.fontMetrics().height() > 1.8 * before[0]
    assert counter.to_pay == before[1]
    assert counter.window.findChild(ScrolledPages).widget().width() >= 1024
    counter.hand.press("Ctrl+-")
    assert percent() == 175
    counter.hand.press("Ctrl+0")
    assert percent() == 100


def in_sight(counter, widget):
    return counter.window.rect().contains(widget.rect().translated(widget.mapTo(counter.window, QPoint(0, 0))))


def test_with_the_largest_texts_the_bill_or_a_pane_is_shown_and_what_is_to_be_paid_stays_in_sight(counter):
    page, pages = counter.page, counter.window.findChild(ScrolledPages)
    counter.window.resize(1024, 600)
    ring(counter)
    usual = {one: one.isVisible() for one in (page.side, page.rung, page.categories, page.who)}
    counter.window.aids.zoom_to(200)
    for keys, is_pane in (("Esc", False), ("F9", True), ("Esc", False), ("F3", True), ("Esc", False)):
        counter.hand.press(keys)
        assert (page.side.isVisible(), page.rung.isVisible()) == (is_pane, not is_pane)
        assert page.who.isVisible() is not is_pane
        assert in_sight(counter, page.totals.to_pay)
        assert pages.horizontalScrollBar().maximum() == pages.verticalScrollBar().maximum() == 0
    assert page.who.text() == "Ravi Sharma · Gold · 2,340 points = ₹234.00"
    counter.hand.press("F9")
    assert in_sight(counter, counter.focus)
    walk(counter, ("Esc", "Ctrl+0"))
    assert {one: one.isVisible() for one in usual} == usual


def test_a_scan_and_a_refusal_are_heard(counter, monkeypatch):
    played = []
    monkeypatch.setattr(counter.window.aids.speaker, "play", played.append)
    ring(counter)
    assert played == [Sound.SCANNED]
    counter.hand.scan("8901234567890")
    assert played[-2:] == [Sound.SCANNED, Sound.REFUSED]


def test_sounds_are_short_waves_of_our_own_and_a_computer_without_a_player_is_silent(monkeypatch):
    for sound, is_quiet in itertools.product(Sound, (False, True)):
        with wave.open(str(sound.file(is_quiet=is_quiet))) as file:
            assert 0.05 < file.getnframes() / file.getframerate() < 0.5
    monkeypatch.setattr("ui.sounds.player", lambda: None)
    Speaker().play(Sound.SCANNED)


def test_a_quiet_sound_is_the_same_with_less_of_it():
    for sound in Sound:
        with wave.open(str(sound.file())) as full, wave.open(str(sound.file(is_quiet=True))) as quiet:
            loud, soft = (array("h", file.readframes(file.getnframes())) for file in (full, quiet))
        assert len(loud) == len(soft)
        assert max(map(abs, soft)) < 0.3 * max(map(abs, loud))


@pytest.mark.parametrize(
    ("chosen", "files"), [("full", ["scanned.wav"]), ("quiet", ["scanned-quiet.wav"]), ("off", [])]
)
def test_sounds_are_as_loud_as_the_settings_say(open_window, monkeypatch, chosen, files):
    played = []
    monkeypatch.setattr("ui.aids.QApplication.platformName", lambda: "windows")
    monkeypatch.setattr("ui.sounds.player", lambda: ("/bin/true", ()))
    monkeypatch.setattr("ui.sounds.QProcess.startDetached", lambda _, arguments: played.append(arguments[-1]))
    with open_window(lambda context: replace(context, sounds=chosen)) as counter:
        ring(counter)
    assert [Path(one).name for one in played][:1] == files


def test_the_watchdog_tells_how_long_the_screen_stood_still(qapp):
    told = []
    dog = Watchdog(qapp, limit_ms=50, told=told.append)
    QTest.qWait(100)
    told.clear()
    time.sleep(0.3)
    QTest.qWait(100)
    dog.stop()
    assert told
    assert 150 < max(told) < 2000


def test_nothing_the_window_shows_takes_the_screen_longer_than_a_fifth_of_a_second(counter):
    """Measured in the thread's own time: on a busy machine others' work is not its fault."""
    walk(counter, ("ring", "Esc"))
    read_pages()  # the program does both when its window stands
    gc.freeze()
    slow = []
    dog = Watchdog(counter.window, limit_ms=STALL_MS, told=slow.append, clock=time.thread_time)
    for steps in (*WALK.values(), ("Ctrl++", "Ctrl+0")):  # texts grow when every page is there
        walk(counter, steps)
    dog.stop()
    gc.unfreeze()
    assert slow == []


def test_none_refcount_canary(qtbot):
    """A Qt binding that drops a reference to None with every call ends the program after some thousands of them."""
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("warm")
    before = sys.getrefcount(None)
    for _ in range(1000):
        label.setText("x")
    assert abs(sys.getrefcount(None) - before) < 100
