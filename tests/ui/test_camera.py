"""The camera at the counter: F12, the chip, the small picture, and scans that go the wedge's way."""

import pytest
from PySide6.QtWidgets import QApplication

from app import demo_shop
from app.devices import sources
from app.devices.eye import Eye
from app.devices.vision import np
from tests.ui.cameras import PATIENCE_MS, card_video, video, with_camera


def test_f12_scans_a_card_from_the_camera(open_window, qtbot, tmp_path):
    with open_window(with_camera(card_video(tmp_path))) as counter:
        heard = []
        camera = counter.window.camera
        camera.scanned.connect(heard.append)
        assert not camera.chip.isVisible()
        counter.hand.type("500")
        counter.hand.press("F12")
        qtbot.waitUntil(lambda: counter.window.counter.sale.bill.profile is not None, timeout=PATIENCE_MS)
        counter.hand.settle()
        assert counter.said.startswith("Ravi Sharma: 2,340 points")
        assert heard == [demo_shop.RAVI]
        assert (camera.chip.isVisible(), camera.chip.accessibleName()) == (True, "Camera is on")
        assert counter.page.box.text() == "500"  # nothing leaks into the field
        qtbot.waitUntil(lambda: not camera.preview._picture.isNull(), timeout=PATIENCE_MS)
        assert camera.preview.isVisible()
        counter.hand.press("F12")
        qtbot.waitUntil(lambda: not camera.chip.isVisible(), timeout=PATIENCE_MS)
        assert not camera.preview.isVisible()
        assert camera.desk.standing.eye is Eye.OFF


def test_the_small_picture_makes_way_for_lines(open_window, qtbot, tmp_path):
    with open_window(with_camera(card_video(tmp_path))) as counter:
        counter.window.resize(1024, 600)
        counter.hand.press("F12")
        qtbot.waitUntil(counter.window.camera.preview.isVisible, timeout=PATIENCE_MS)
        for _ in range(7):
            counter.hand.type("50")
            counter.hand.press("Return")
        qtbot.waitUntil(lambda: not counter.window.camera.preview.isVisible(), timeout=PATIENCE_MS)
        assert counter.window.camera.chip.isVisible()


def test_what_the_camera_said_just_before_the_window_closed_is_not_heard(open_window, qtbot):
    with open_window() as counter:
        heard = []
        counter.window.camera.scanned.connect(heard.append)
        counter.window.camera.code(demo_shop.RAVI)
        counter.window.shut()
        qtbot.wait(50)
        assert heard == []


def test_the_chip_turns_it_off(open_window, qtbot, tmp_path):
    with open_window(with_camera(card_video(tmp_path))) as counter:
        camera = counter.window.camera
        counter.hand.press("F12")
        qtbot.waitUntil(camera.chip.isVisible, timeout=PATIENCE_MS)
        camera.chip.click()
        qtbot.waitUntil(lambda: not camera.chip.isVisible(), timeout=PATIENCE_MS)


def test_a_camera_that_is_missing_is_said_and_selling_goes_on(open_window, qtbot):
    with open_window(with_camera("73")) as counter:
        counter.hand.press("F12")
        qtbot.waitUntil(lambda: bool(counter.said), timeout=PATIENCE_MS)
        assert counter.said == (
            "No camera was found (/dev/video73 is not there). Check its cable, or use the scanner / type the number."
        )
        assert not counter.window.camera.chip.isVisible()
        for keys in ("500",):
            counter.hand.type(keys)
        for keys in ("Return", "Ctrl+Return"):
            counter.hand.press(keys)
        assert len(counter.bills()) == 1


def test_a_camera_unplugged_in_use_is_said_and_the_bill_is_as_it_was(open_window, qtbot, tmp_path, monkeypatch):
    class Unplugged(sources.Video):
        def frame(self):
            if self._last is not None and self._pace._due > 0 and self.is_out:
                raise sources.CameraFault(sources.CameraTrouble.GONE, "it gives no pictures")
            return super().frame()

        is_out = False

    monkeypatch.setattr(sources, "Video", Unplugged)
    with open_window(with_camera(card_video(tmp_path))) as counter:
        counter.hand.type("500")
        counter.hand.press("Return")
        counter.hand.press("F12")
        qtbot.waitUntil(lambda: counter.window.camera.desk.standing.eye is Eye.ON, timeout=PATIENCE_MS)
        Unplugged.is_out = True
        qtbot.waitUntil(lambda: counter.said.startswith("The camera was unplugged."), timeout=PATIENCE_MS)
        assert len(counter.rows) == 1


def test_black_frames_are_said(open_window, qtbot, tmp_path):
    black = video(tmp_path / "black.avi", [np.zeros((720, 1280), np.uint8)] * 3)
    with open_window(with_camera(black)) as counter:
        counter.hand.press("F12")
        qtbot.waitUntil(lambda: counter.said.startswith("The camera sees only black."), timeout=PATIENCE_MS)
        assert counter.window.camera.chip.accessibleName() == "Camera sees only black"


def test_a_counter_without_a_camera_says_so(open_window):
    with open_window() as counter:
        counter.hand.press("F12")
        assert counter.said.startswith("This counter has no camera set up.")


def test_closing_the_window_lets_go_of_the_camera(open_window, qtbot, tmp_path):
    with open_window(with_camera(card_video(tmp_path))) as counter:
        counter.hand.press("F12")
        qtbot.waitUntil(lambda: counter.window.camera.desk.standing.eye is Eye.ON, timeout=PATIENCE_MS)
        counter.window.shut()
        assert not counter.window.camera._camera.is_open
        assert QApplication.instance() is not None


@pytest.mark.parametrize(
    ("scanned", "said"),
    [
        ("https://example.com/pay?x=1", "Not one of our"),
        ("PAY\x1b@\x07\nNOW", "Not one of our"),
        ("7" * 4096, "Not one of our"),
        ("8901030865275", ""),
    ],
)
def test_whatever_is_scanned_gets_its_strip_and_leaks_nowhere(open_window, scanned, said):
    with open_window() as counter:
        counter.hand.type("500")
        counter.window.camera.scanned.emit(scanned)
        counter.hand.settle()
        assert said in counter.said
        assert counter.said.isprintable()
        assert len(counter.said) < 400
        assert counter.page.box.text() == "500"
        assert counter.rows == []
