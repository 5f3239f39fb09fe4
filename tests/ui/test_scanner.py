"""Scanner & camera: what a scanner sends is shown and taught from, and goes nowhere else while the page is open."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app import demo_shop
from app.devices.scanner_file import ScannerFile
from app.devices.wedge import WedgeProfile
from printing import codes
from tests.codes_seen import held, page
from tests.ui.cameras import COUNTER, video
from ui.widgets.strip import Strip

PATIENCE_MS = 20_000
KEYS = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}


def scan(counter, text, *, gap_ms, at_ms):
    """A burst with its own times, as the platform gives it."""
    for place, char in enumerate(text):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = KEYS.get(char, Qt.Key(ord(char.upper())))
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, ord(char), ord(char), 0, char)
            event.setTimestamp(at_ms + place * gap_ms)
            QCoreApplication.sendEvent(counter.window.windowHandle(), event)
    QTest.qWait(300)


def with_file(path):
    file = ScannerFile(path)
    return lambda context: replace(context, wedge=file.read(), keep_wedge=file.write)


def test_a_scanner_is_taught_by_two_scans_and_understood_from_then_on(open_window, tmp_path):
    kept = tmp_path / "scanner.toml"
    with open_window(with_file(kept)) as counter:
        shown = counter.window.scanner_page
        scan(counter, f"]C1{demo_shop.RAVI}\r", gap_ms=45, at_ms=1000)
        assert counter.page.box.text() != ""  # a slow scanner, not known yet, types like a hand
        counter.page.box.clear()
        counter.hand.press("Ctrl+Shift+C")
        scan(counter, f"]C1{demo_shop.RAVI}\r", gap_ms=45, at_ms=5000)
        assert shown.sent.text() == f"]C1{demo_shop.RAVI} · 15 characters, at most 45 ms apart, then Enter"
        assert shown.strip.text == "That was read well. Scan once more."
        scan(counter, f"]C1{demo_shop.MEENA}\r", gap_ms=45, at_ms=9000)
        assert shown.strip.text.startswith("Learned and saved.")
        assert "“]C1” before each code" in shown.expected.text()
        assert (counter.page.box.text(), counter.rows) == ("", [])
        counter.hand.press("Esc")
        scan(counter, f"]C1{demo_shop.RAVI}\r", gap_ms=45, at_ms=20_000)
        counter.hand.settle()
        assert counter.said.startswith("Ravi Sharma: 2,340 points")
        assert counter.page.box.text() == ""
    assert ScannerFile(kept).read() == WedgeProfile(hold_ms=60, prefix="]C1")


def test_nothing_that_comes_while_teaching_goes_anywhere_else(open_window):
    with open_window() as counter:
        counter.hand.press("Ctrl+Shift+C")
        shown = counter.window.scanner_page
        for at, text in enumerate(("https://example.com/a?b=c\r", "7" * 4096 + "\r", f"{demo_shop.RAVI}\t", "1\r2\r")):
            scan(counter, text, gap_ms=2, at_ms=1000 + at * 20_000)
        assert len(shown.desk.state.scans) == 5
        assert all(len(line) < 100 for line in shown.desk.state.scans)
        assert counter.window.pages.currentWidget() is shown
        counter.hand.press("Esc")
        assert counter.window.counter.sale.bill.profile is None
        assert (counter.page.box.text(), counter.rows) == ("", [])


def test_a_hand_is_told_that_it_is_none(open_window):
    with open_window() as counter:
        counter.hand.press("Ctrl+Shift+C")
        scan(counter, f"{demo_shop.RAVI}\r", gap_ms=80, at_ms=1000)
        assert counter.window.scanner_page.strip.text.startswith("That came too slowly for a scanner.")


def test_what_was_learned_is_forgotten(open_window, tmp_path):
    kept = tmp_path / "scanner.toml"
    ScannerFile(kept).write(WedgeProfile(prefix="X"))
    with open_window(with_file(kept)) as counter:
        counter.hand.press("Ctrl+Shift+C")
        assert "“X” before each code" in counter.window.scanner_page.expected.text()
        counter.hand.press("Ctrl+Del")
        assert counter.window.scanner_page.strip.text.startswith("Forgotten")
    assert ScannerFile(kept).read() == WedgeProfile()


def test_what_cannot_be_saved_holds_until_the_counter_is_closed(open_window):
    def full(_):
        raise OSError(28, "No space left on device")

    with open_window(lambda context: replace(context, keep_wedge=full)) as counter:
        counter.hand.press("Ctrl+Shift+C")
        counter.hand.press("Ctrl+Del")
        assert "could not be saved (No space left on device)" in counter.window.scanner_page.strip.text


def test_the_cameras_test_says_the_real_reason(open_window):
    with open_window(lambda context: replace(context, camera="73")) as counter:
        counter.hand.press("Ctrl+Shift+C")
        counter.hand.press("F8")
        assert counter.window.scanner_page.camera.text().startswith("No camera was found (/dev/video73 is not there).")


def test_the_cameras_test_says_what_the_camera_gives(open_window, tmp_path):
    name = video(tmp_path / "v.avi", [held(page(codes.qr(demo_shop.RAVI)))] * 3)
    with open_window(lambda context: replace(context, camera=name)) as counter:
        counter.hand.press("Ctrl+Shift+C")
        counter.hand.press("F8")
        assert counter.window.scanner_page.camera.text().startswith("It works: 1280 × 720, ")


def test_a_camera_that_is_on_is_not_opened_twice(open_window, qtbot, tmp_path):
    with open_window(lambda context: replace(context, camera=video(tmp_path / "v.avi", [COUNTER] * 3))) as counter:
        counter.hand.press("F12")
        counter.hand.press("Ctrl+Shift+C")
        counter.hand.press("F8")
        assert counter.window.scanner_page.camera.text() == "The camera is on, and works."
        counter.hand.press("F12")
        qtbot.waitUntil(lambda: not counter.window.camera.is_open, timeout=PATIENCE_MS)


def test_a_counter_without_a_camera_has_none_to_test(open_window):
    with open_window() as counter:
        counter.hand.press("Ctrl+Shift+C")
        counter.hand.press("F8")
        assert counter.window.scanner_page.camera.text() == "No camera is set up here: the setting camera is empty."


@pytest.mark.parametrize(
    "text", ["https://example.com/a?b=c", "PAY @HOME", "7" * 4096, "4006381333931", "12345678901234567890"]
)
@pytest.mark.parametrize("keys", ["", "F6", "Ctrl+,", "Ctrl+Shift+R"])
def test_whatever_the_scanner_sends_gets_its_strip_and_leaks_into_no_field(open_window, text, keys):
    with open_window() as counter:
        if keys:
            counter.hand.press(keys)
        fields = counter.window.findChildren(QLineEdit)
        before = [field.text() for field in fields]
        scan(counter, text + "\r", gap_ms=2, at_ms=1000)
        counter.hand.settle()
        assert [field.text() for field in fields] == before
        assert counter.rows == []
        strips = [strip.text for strip in counter.window.findChildren(Strip) if strip.isVisible()]
        assert [words for words in strips if words.startswith("Not one of our cards") and words.isprintable()]
