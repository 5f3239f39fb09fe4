"""The camera's decisions, without a window or a camera."""

from dataclasses import dataclass, field

from app.devices.camera_faults import CameraFault, CameraTrouble
from app.devices.eye import Eye, Standing
from ui.camera.presenter import CameraDesk
from ui.errors import Tone


@dataclass
class Device:
    is_open: bool = False

    def open(self):
        self.is_open = True

    def stop(self):
        self.is_open = False


@dataclass
class View:
    chips: list = field(default_factory=list)
    previews: list = field(default_factory=list)

    def show_chip(self, text, tone):
        self.chips.append((text, tone))

    def show_preview(self, *, is_shown):
        self.previews.append(is_shown)


def desk(device=None):
    notices = []
    made = CameraDesk(device, View(), notices.append)
    return made, made._view, notices


def test_the_key_turns_it_on_and_off():
    device = Device()
    made, _, notices = desk(device)
    made.toggle()
    assert device.is_open
    made.toggle()
    assert not device.is_open
    assert notices == []


def test_chip_and_preview_follow_the_camera():
    made, view, notices = desk(Device())
    for eye in (Eye.OPENING, Eye.ON, Eye.OFF):
        made.hear(Standing(eye))
    assert view.chips == [("Camera is opening …", Tone.INFO), ("Camera is on", Tone.INFO), ("", Tone.INFO)]
    assert view.previews == [False, True, False]
    assert notices == []


def test_the_end_of_a_quiet_minute_is_said():
    made, view, notices = desk(Device())
    made.hear(Standing(Eye.IDLE))
    assert view.chips == [("", Tone.INFO)]
    assert [notice.text[:30] for notice in notices] == ["The camera closed by itself: n"]


def test_one_missing_decoder_is_noted_once():
    made, _, notices = desk(Device())
    for eye in (Eye.ON, Eye.OFF, Eye.ON):
        made.hear(Standing(eye, None, "zxing-cpp", ("zbar library missing",)))
    (notice,) = notices
    assert "(zbar library missing)" in notice.text
    assert (notice.tone, notice.details) == (Tone.INFO, "CAM-ONE")


def test_a_fault_is_said_with_its_code():
    made, view, notices = desk(Device())
    made.hear(Standing(Eye.FAILED, CameraFault(CameraTrouble.BUSY, "camera 0")))
    (notice,) = notices
    assert notice.text.startswith("Another program is using the camera.")
    assert (notice.tone, notice.details) == (Tone.WARN, "CAM-BUSY: camera 0")
    assert view.chips == [("", Tone.INFO)]
