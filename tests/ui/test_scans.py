"""Scans against real windows: nothing leaks into a field, a dialog or a shortcut, and people type as ever."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShortcut, QWindow
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app import demo_shop
from app.devices.wedge import WedgeProfile
from ui.scans import ScanFilter

# The platform without a display says so for every window it is given.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

CARD = "700012345641"
ENTER = "\r"
SPECIAL = {
    "\r": Qt.Key.Key_Return,
    "\t": Qt.Key.Key_Tab,
    "⇧": Qt.Key.Key_Shift,
    "←": Qt.Key.Key_Left,
}
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def stroke(
    char: str,
    at_ms: float,
    *,
    is_down: bool = True,
    modifiers: Qt.KeyboardModifier = NO_MODIFIER,
    is_repeat: bool = False,
) -> QKeyEvent:
    """One key going down or up, as the platform reports it."""
    key = SPECIAL.get(char, Qt.Key(ord(char.upper())))
    kind = QEvent.Type.KeyPress if is_down else QEvent.Type.KeyRelease
    text = "" if char in "⇧←" else char
    event = QKeyEvent(kind, key, modifiers, ord(char), ord(char), 0, text, is_repeat)
    event.setTimestamp(int(at_ms))
    return event


def strokes(text: str, *, start_ms: float = 1000, gap_ms: float = 2) -> list[QKeyEvent]:
    """Each key going down and up again, one after the other."""
    times = [start_ms + place * gap_ms for place in range(len(text))]
    return [stroke(c, at_ms, is_down=d) for c, at_ms in zip(text, times, strict=True) for d in (True, False)]


class Field(QLineEdit):
    """A field that remembers the keys that reached it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.moves: list[tuple[str, bool]] = []
        self.details: list[tuple[object, ...]] = []
        self.entered = 0
        self.returnPressed.connect(self._enter)

    def _enter(self) -> None:
        self.entered += 1

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and isinstance(event, QKeyEvent):
            self.moves.append((event.text(), event.type() == QEvent.Type.KeyPress))
            self.details.append(details(event))
        return super().event(event)


def details(event: QKeyEvent) -> tuple[object, ...]:
    codes = (event.nativeScanCode(), event.nativeVirtualKey(), event.nativeModifiers(), event.count())
    return (event.type(), event.key(), event.modifiers(), event.text(), event.isAutoRepeat(), event.timestamp(), *codes)


class Counter(QWidget):
    """A window with the kinds of fields a till has."""

    def __init__(self) -> None:
        super().__init__()
        self.field = Field(self)
        self.number = QSpinBox(self, maximum=10**6, value=3)
        self.choice = QComboBox(self)
        self.choice.addItems(["Medicines", "General", "7 Baby", "1 Rx"])
        self.button = QPushButton("Pay", self)
        self.pressed = 0
        self.button.clicked.connect(self._press)
        layout = QFormLayout(self)
        for widget in (self.field, self.number, self.choice, self.button):
            layout.addRow(widget)

    def _press(self) -> None:
        self.pressed += 1


@dataclass
class Till:
    """The window, what was scanned, and a keyboard plugged into it."""

    counter: Counter
    scans: list[tuple[str, str]]
    qtbot: QtBot

    @property
    def window(self) -> QWindow:
        return self.counter.windowHandle()

    def send(self, events: Iterable[QKeyEvent], *, to: QWidget | None = None) -> None:
        window = to.windowHandle() if to else self.window
        for event in events:
            QCoreApplication.sendEvent(window, event)

    def post_while_frozen(self, events: Iterable[QKeyEvent]) -> None:
        """The window is busy while the platform queues its keys; they are delivered when it wakes up."""
        for event in events:
            QCoreApplication.postEvent(self.window, event)
        time.sleep(0.1)
        self.settle()

    def settle(self) -> None:
        """Longer than any key is held."""
        self.qtbot.wait(120)


def open_till(qtbot: QtBot, qapp: QApplication, profile: WedgeProfile) -> Iterator[Till]:
    counter = Counter()
    qtbot.addWidget(counter)
    with qtbot.waitActive(counter):
        counter.show()
        counter.activateWindow()
    counter.field.setFocus()
    scans: list[tuple[str, str]] = []
    watch = ScanFilter(qapp, profile)
    watch.watch()
    watch.scanned.connect(lambda text, source: scans.append((text, source)))
    yield Till(counter, scans, qtbot)
    watch.leave()
    watch.deleteLater()


@pytest.fixture
def till(qtbot: QtBot, qapp: QApplication) -> Iterator[Till]:
    yield from open_till(qtbot, qapp, WedgeProfile())


@pytest.mark.parametrize("gap_ms", [0.1, 1, 5, 20, 31])
def test_wedge_scan_is_recognised_and_nothing_leaks(till: Till, gap_ms: float) -> None:
    till.send(strokes(CARD + ENTER, gap_ms=gap_ms))
    till.settle()

    assert till.scans == [(CARD, "wedge")]
    assert till.counter.field.moves == []
    assert till.counter.field.entered == 0


def test_wedge_person_at_45_ms_a_key_is_never_a_scan(till: Till) -> None:
    for event in strokes("5*1234567" + ENTER, gap_ms=45):
        till.send([event])
        till.qtbot.wait(22)
    till.settle()

    assert till.scans == []
    assert till.counter.field.text() == "5*1234567"
    assert till.counter.field.entered == 1


def test_wedge_key_of_a_person_shows_without_a_second_one(till: Till) -> None:
    till.send(strokes("5"))

    till.qtbot.waitUntil(lambda: till.counter.field.text() == "5", timeout=1000)


@pytest.mark.parametrize(
    ("widget", "state"),
    [
        ("number", lambda counter: (counter.number.value(), counter.number.text())),
        ("choice", lambda counter: counter.choice.currentIndex()),
        ("button", lambda counter: (counter.pressed, counter.button.isDown())),
    ],
)
@pytest.mark.parametrize("end", ["\r", "\t"])
def test_wedge_scan_leaves_every_kind_of_widget_as_it_was(
    till: Till, widget: str, state: Callable[[Counter], object], end: str
) -> None:
    focused = getattr(till.counter, widget)
    focused.setFocus()
    before = state(till.counter)

    till.send(strokes(CARD + end))
    till.settle()

    assert till.scans == [(CARD, "wedge")]
    assert state(till.counter) == before
    assert focused.hasFocus()


def test_wedge_person_types_in_a_number_field(till: Till) -> None:
    till.counter.number.setFocus()
    till.counter.number.selectAll()
    till.send(strokes("42", gap_ms=60))
    till.settle()

    assert till.counter.number.value() == 42


def yes_or_no(till: Till) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.Question, "Bill", "Discard this bill?", parent=till.counter)
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    box.setDefaultButton(QMessageBox.StandardButton.Yes)
    return box


def test_wedge_scan_does_not_answer_an_open_dialog(till: Till) -> None:
    box = yes_or_no(till)
    with till.qtbot.waitActive(box):
        box.open()

    till.send(strokes(CARD + ENTER), to=box)
    till.settle()
    assert till.scans == [(CARD, "wedge")]
    assert box.isVisible()

    till.send(strokes(ENTER, start_ms=9000), to=box)
    assert not box.isVisible()
    assert box.result() == QMessageBox.StandardButton.Yes


def test_wedge_dialog_opened_by_a_replayed_key_still_gets_its_scan(till: Till) -> None:
    """The event loop of the dialog runs inside the replay of the key that opened it."""
    box = yes_or_no(till)
    seen: list[tuple[bool, list[tuple[str, str]]]] = []

    def scan_and_close() -> None:
        till.send(strokes(CARD + ENTER, start_ms=5000), to=box)
        seen.append((box.isVisible(), list(till.scans)))
        box.done(0)

    till.counter.button.setFocus()
    QShortcut("?", till.counter).activated.connect(lambda: (QTimer.singleShot(50, scan_and_close), box.exec()))
    till.send(strokes("?"))
    till.qtbot.waitUntil(lambda: bool(seen), timeout=1000)
    till.settle()

    assert seen == [(True, [(CARD, "wedge")])]


def test_wedge_shortcut_of_one_character_fires_once(till: Till) -> None:
    fired: list[None] = []
    till.counter.button.setFocus()
    QShortcut("?", till.counter).activated.connect(lambda: fired.append(None))

    till.send(strokes("5?", gap_ms=60))
    till.settle()
    assert len(fired) == 1

    till.send(strokes("????????" + ENTER, start_ms=5000))
    till.settle()
    assert len(fired) == 1
    assert till.scans == [("????????", "wedge")]


def test_wedge_person_typing_while_the_window_is_frozen_is_no_scan(till: Till) -> None:
    till.post_while_frozen(strokes(CARD + ENTER, gap_ms=270))

    assert till.scans == []
    assert till.counter.field.text() == CARD
    assert till.counter.field.entered == 1


def test_wedge_scan_while_the_window_is_frozen_is_a_scan(till: Till) -> None:
    person, scan = strokes("5", start_ms=1000), strokes(CARD + ENTER, start_ms=3000)
    till.post_while_frozen([*person, *scan, *strokes("7", start_ms=4500)])

    assert till.scans == [(CARD, "wedge")]
    assert till.counter.field.text() == "57"
    assert till.counter.field.entered == 0


def test_wedge_scan_that_a_freeze_cut_in_pieces_is_whole(till: Till) -> None:
    """On waking up the hold is overdue, and may be noticed before the keys that were waiting."""
    events = strokes(CARD + ENTER)

    def after(delay_ms: int, send: list[QKeyEvent]) -> None:
        QTimer.singleShot(delay_ms, lambda: till.send(send))

    till.send(events[:6])
    after(40, events[6:12])
    QTimer.singleShot(40, lambda: after(1, events[12:]))
    time.sleep(0.1)
    till.settle()

    assert till.scans == [(CARD, "wedge")]
    assert till.counter.field.moves == []


def test_wedge_key_and_then_a_scan(till: Till) -> None:
    till.send([*strokes("5", start_ms=1000), *strokes(CARD + ENTER, start_ms=1050)])
    till.send(strokes("7", start_ms=2000))
    till.settle()

    assert till.scans == [(CARD, "wedge")]
    assert till.counter.field.text() == "57"


def test_wedge_endless_scan_is_one_scan(till: Till) -> None:
    till.send(strokes("7" * 10_000 + ENTER, gap_ms=1))
    till.settle()

    assert till.scans == [("7" * 256, "wedge")]
    assert till.counter.field.moves == []


def test_wedge_key_held_down_repeats_in_the_field(till: Till) -> None:
    """X11 reports a repeat as the key going up and down again, both marked."""
    repeats = [stroke("5", ms, is_down=d, is_repeat=True) for ms in range(1500, 1800, 30) for d in (False, True)]
    sent = [stroke("5", 1000), *repeats, stroke("5", 1780, is_down=False), *strokes(ENTER, start_ms=1790)]
    expected = [details(event) for event in sent]

    till.post_while_frozen(sent)

    assert till.counter.field.text() == "5" * 11
    assert till.counter.field.details == expected
    assert till.scans == []


def shifted(text: str, *, gap_ms: float) -> list[QKeyEvent]:
    events: list[QKeyEvent] = []
    for place, char in enumerate(text):
        at_ms = 1000 + place * gap_ms
        events += [stroke("⇧", at_ms, modifiers=SHIFT), stroke(char, at_ms, modifiers=SHIFT)]
        events += [stroke(char, at_ms, is_down=False, modifiers=SHIFT), stroke("⇧", at_ms, is_down=False)]
    return events


def test_wedge_shifted_characters_of_a_scan(till: Till) -> None:
    till.send([*shifted("ABC", gap_ms=10), *strokes("/26" + ENTER, start_ms=1030)])
    till.settle()

    assert till.scans == [("ABC/26", "wedge")]
    assert till.counter.field.text() == ""


def test_wedge_shifted_characters_of_a_person(till: Till) -> None:
    till.send(shifted("RAVI!", gap_ms=80))
    till.settle()

    assert till.counter.field.text() == "RAVI!"
    assert till.scans == []


def test_wedge_releases_meet_the_fate_of_their_presses(till: Till) -> None:
    late = stroke(ENTER, 1400, is_down=False)
    till.send([*strokes("5", start_ms=500), *strokes(CARD + ENTER)[:-1], late])
    till.settle()

    assert till.scans == [(CARD, "wedge")]
    assert till.counter.field.moves == [("5", True), ("5", False)]


def test_wedge_knows_a_key_that_goes_up_by_another_name(till: Till) -> None:
    """Shift let go first: what went down as ! goes up as 1, the same place on the keyboard."""
    events = [*strokes("ABCDE", gap_ms=1), stroke("!", 1005, modifiers=SHIFT), stroke(ENTER, 1006)]
    up = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_1, NO_MODIFIER, ord("!"), ord("1"), 0, "1")
    up.setTimestamp(1040)

    till.send([*events, up])
    till.settle()

    assert till.scans == [("ABCDE!", "wedge")]
    assert till.counter.field.moves == []


def test_wedge_replays_a_key_unchanged(till: Till) -> None:
    keypad = Qt.KeyboardModifier.KeypadModifier
    sent = [
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_5, keypad, 84, 65437, 16, "5", False, 2),
        QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_5, keypad, 84, 65437, 16, "5", False, 2),
    ]
    for event in sent:
        event.setTimestamp(1000)
    expected = [details(event) for event in sent]

    till.send(sent)
    till.settle()

    assert till.counter.field.details == expected


def test_wedge_holds_a_key_no_longer_because_keys_go_up(till: Till) -> None:
    till.send([stroke("5", 1000)])
    for at_ms in range(1010, 1200, 20):
        till.send([stroke("5", at_ms, is_down=False)])
        till.qtbot.wait(20)

    assert till.counter.field.text() == "5"


def test_wedge_lets_ctrl_and_alt_through_at_once(till: Till) -> None:
    fired: list[str] = []
    QShortcut("Ctrl+Return", till.counter).activated.connect(lambda: fired.append("finish"))
    QShortcut("Alt+1", till.counter).activated.connect(lambda: fired.append("section"))
    till.send(strokes("12345678", gap_ms=1))

    till.send([stroke("1", 1010, modifiers=Qt.KeyboardModifier.AltModifier)])
    till.send([stroke(ENTER, 1012, modifiers=CONTROL)])

    assert fired == ["section", "finish"]
    assert till.counter.field.text() == "12345678"
    assert till.scans == []


def test_wedge_arrow_finds_the_text_typed_before_it(till: Till) -> None:
    till.send([*strokes("13", gap_ms=20), *strokes("←", start_ms=1030), *strokes("2", start_ms=1100)])
    till.settle()

    assert till.counter.field.text() == "123"


def test_wedge_key_held_goes_to_the_window_that_has_the_focus_by_then(till: Till) -> None:
    other = Counter()
    till.qtbot.addWidget(other)
    till.send(strokes("5"))
    other.show()
    other.field.setFocus()
    other.activateWindow()
    till.settle()

    assert (till.counter.field.text(), other.field.text()) == ("", "5")


def test_wedge_key_held_for_a_window_that_is_gone_is_dropped(till: Till) -> None:
    other = Counter()
    with till.qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    till.counter.hide()
    till.send(strokes("5"), to=other)
    other.close()
    other.deleteLater()
    till.settle()

    assert QApplication.focusWindow() is None
    assert till.counter.field.moves == []


def test_wedge_scanner_without_enter_is_known_by_its_learned_length(qtbot: QtBot, qapp: QApplication) -> None:
    for till in open_till(qtbot, qapp, WedgeProfile(lengths=frozenset({12}))):
        till.send(strokes(CARD))
        till.settle()

        assert till.scans == [(CARD, "wedge")]
        assert till.counter.field.moves == []


def test_the_enter_of_a_scan_is_no_command_of_a_pane(counter):
    """Qt looks for shortcuts before it sends a key: a card scanned while Enter would take the money takes none."""
    counter.hand.type("500/1")
    counter.hand.press("Return")
    counter.hand.press("F9")
    counter.hand.scan(demo_shop.RAVI)
    assert counter.bills() == []
    assert counter.window.counter.sale.bill.profile.holder.member.name == "Ravi Sharma"
