"""The camera on its threads: what it sees, how it says what is wrong, and that it always lets go."""

import threading
import time
from pathlib import Path

import pytest
from PIL import Image

from app.devices import sources
from app.devices.camera import Camera
from app.devices.camera_faults import CameraFault, CameraTrouble
from app.devices.decoder import Decoder
from app.devices.eye import Eye
from app.devices.gaze import Gaze
from app.devices.vision import cv2, np
from printing import codes
from tests.codes_seen import CARD, PRODUCT, empty, held, page

PATIENCE_S = 20
CARD_HELD = [held(page(codes.qr(CARD)), seed=seed) for seed in range(4)]
BOX_HELD = [held(page(codes.ean13(PRODUCT)), seed=seed) for seed in range(4)]
COUNTER = empty()
BLACK = np.zeros((720, 1280), dtype=np.uint8)


class Heard:
    """Notes what the camera says, and waits for it."""

    def __init__(self):
        self.codes, self.stood_as = [], []
        self.threads = set()
        self._news = threading.Condition()

    def code(self, text):
        with self._news:
            self.codes.append(text)
            self.threads.add(threading.current_thread())
            self._news.notify()

    def stood(self, standing):
        with self._news:
            self.stood_as.append(standing)
            self._news.notify()

    @property
    def eyes(self):
        return [standing.eye for standing in self.stood_as]

    def until(self, is_so):
        with self._news:
            assert self._news.wait_for(is_so, PATIENCE_S), (self.codes, self.stood_as)


class Frames:
    """A camera that gives these frames, the last again and again, or then a fault."""

    def __init__(self, frames, *, ends_with=None, gap_s=0.01):
        self.left, self.ends_with, self.gap_s = list(frames), ends_with, gap_s
        self.is_closed = threading.Event()

    def frame(self):
        time.sleep(self.gap_s)
        if len(self.left) == 1 and self.ends_with is not None:
            raise self.ends_with
        return self.left.pop(0) if len(self.left) > 1 else self.left[0]

    def close(self):
        self.is_closed.set()


@pytest.fixture
def heard():
    return Heard()


@pytest.fixture
def watch(heard):
    cameras = []

    def open_on(source, **options):
        camera = Camera("a camera", heard, open_source=lambda _: source, **options)
        cameras.append(camera)
        camera.open()
        return camera

    yield open_on
    for camera in cameras:
        camera.close()


def video(path: Path, frames) -> Path:
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), 25, (1280, 720))
    for frame in frames:
        writer.write(cv2.cvtColor(frame, cv2.COLOR_GRAY2BGR))
    writer.release()
    return path


def test_a_video_of_a_card_and_a_box_is_two_scans(heard, tmp_path):
    shown = [COUNTER] * 5 + CARD_HELD * 5 + [COUNTER] * 5 + BOX_HELD * 5
    camera = Camera(str(video(tmp_path / "counter.avi", shown)), heard)
    camera.open()
    try:
        heard.until(lambda: len(heard.codes) == 2)
        seen = camera.preview()
    finally:
        camera.close()
    assert heard.codes == [CARD, PRODUCT]
    assert heard.eyes == [Eye.OPENING, Eye.ON]
    assert heard.stood_as[1].decoder == "zxing-cpp + zbar"
    assert threading.current_thread() not in heard.threads
    assert (seen.width, seen.height, len(seen.dots)) == (256, 144, 256 * 144)


def test_a_folder_of_pictures_stands_in_too(heard, tmp_path):
    Image.fromarray(CARD_HELD[0]).save(tmp_path / "1.png")
    (tmp_path / "2.txt").write_text("no picture")
    camera = Camera(str(tmp_path), heard)
    camera.open()
    try:
        heard.until(lambda: heard.codes)
    finally:
        camera.close()
    assert heard.codes == [CARD]


def test_a_video_is_played_no_faster_than_it_was_taken(tmp_path):
    source = sources.open_source(str(video(tmp_path / "v.avi", [COUNTER] * 6)))
    started = time.monotonic()
    for _ in range(6):
        source.frame()
    took = time.monotonic() - started
    source.close()
    assert took >= 5 / 25 - 0.01


def test_a_video_that_has_ended_shows_its_last_picture(tmp_path):
    source = sources.open_source(str(video(tmp_path / "v.avi", [COUNTER, CARD_HELD[0]])))
    pictures = [source.frame() for _ in range(4)]
    source.close()
    assert np.array_equal(pictures[1], pictures[3])
    assert not np.array_equal(pictures[0], pictures[1])


def test_opening_and_closing_never_wait(watch):
    slow = threading.Event()

    class Slow(Frames):
        def frame(self):
            slow.wait(1)
            return super().frame()

    started = time.monotonic()
    camera = watch(Slow([COUNTER]))
    camera.stop()
    camera.open()
    camera.stop()
    assert time.monotonic() - started < 0.2
    slow.set()


def test_turned_off_it_lets_go_and_says_so(heard, watch):
    source = Frames([COUNTER])
    camera = watch(source)
    heard.until(lambda: Eye.ON in heard.eyes)
    camera.stop()
    heard.until(lambda: Eye.OFF in heard.eyes)
    assert source.is_closed.is_set()
    assert not camera.is_open
    assert heard.eyes == [Eye.OPENING, Eye.ON, Eye.OFF]


def test_it_closes_by_itself_when_nothing_is_scanned(heard, watch):
    source = Frames([COUNTER])
    camera = watch(source, idle_s=0.2)
    heard.until(lambda: heard.eyes[-1:] == [Eye.IDLE])
    assert source.is_closed.wait(PATIENCE_S)
    assert not camera.is_open
    camera.open()
    heard.until(lambda: heard.eyes.count(Eye.ON) == 2)


def test_a_camera_that_goes_away_is_said_and_can_be_opened_again(heard, watch):
    camera = watch(Frames([COUNTER] * 4, ends_with=CameraFault(CameraTrouble.GONE, "unplugged")))
    heard.until(lambda: Eye.FAILED in heard.eyes)
    assert heard.stood_as[-1].fault.code == "CAM-GONE"
    assert heard.stood_as[-1].fault.sentence == (
        "The camera was unplugged. Nothing is lost: plug it in and press F12, or use the scanner."
    )
    assert not camera.is_open


def test_what_nobody_foresaw_ends_the_camera_only(heard, watch, caplog):
    watch(Frames([COUNTER] * 2, ends_with=ZeroDivisionError("oh")))
    heard.until(lambda: Eye.FAILED in heard.eyes)
    assert heard.stood_as[-1].fault.code == "CAM-FAIL"
    assert [record.exc_info[0] for record in caplog.records] == [ZeroDivisionError]
    caplog.clear()


def test_without_any_decoder_it_is_said_and_no_camera_is_opened(heard, watch):
    source = Frames([COUNTER])
    watch(source, make_decoder=lambda: Decoder([], ["zbar library missing"]))
    heard.until(lambda: Eye.FAILED in heard.eyes)
    assert heard.stood_as[-1].fault.sentence == (
        "Camera scanning isn't available on this computer (zbar library missing). The USB scanner works."
    )


def test_closed_it_says_nothing_more(heard, watch):
    camera = watch(Frames([COUNTER]))
    heard.until(lambda: Eye.ON in heard.eyes)
    camera.close()
    said = list(heard.eyes)
    assert threading.active_count() == 1 or all("camera" not in one.name for one in threading.enumerate())
    assert heard.eyes == said == [Eye.OPENING, Eye.ON]


def stood(frames, gap_s=0.1, idle_s=60.0):
    gaze = Gaze(Decoder(), idle_s)
    eyes = []
    for turn, frame in enumerate(frames):
        gaze.look(frame, turn * gap_s)
        eyes.append(gaze.standing.eye)
    return eyes, gaze


def test_two_seconds_of_black_are_said_and_taken_back_when_there_is_light():
    eyes, gaze = stood([COUNTER, *[BLACK] * 25, COUNTER])
    assert eyes[:20] == [Eye.ON] * 20
    assert eyes[20:26] == [Eye.DARK] * 6
    assert (eyes[26], gaze.standing.fault) == (Eye.ON, None)


def test_a_code_in_the_dark_is_no_darkness():
    ink = page(codes.qr(CARD))
    dim = BLACK.copy()
    dim[100 : 100 + ink.shape[0], 100 : 100 + ink.shape[1]] = ink // 10
    eyes, _ = stood([dim] * 25)
    assert set(eyes) == {Eye.ON}


def test_a_minute_without_a_code_closes_it_and_a_code_begins_it_anew():
    eyes, _ = stood([COUNTER] * 5 + CARD_HELD[:2] + [COUNTER] * 7, gap_s=10)
    assert eyes[:12] == [Eye.ON] * 12
    assert eyes[12:] == [Eye.IDLE] * 2


class Capture:
    """What OpenCV gives for a camera."""

    def __init__(self, *, opens=True, frames=()):
        self.opens, self.frames, self.is_released = opens, list(frames), False

    def isOpened(self):  # noqa: N802
        return self.opens

    def set(self, *_):
        return True

    def read(self):
        return (True, self.frames.pop(0)) if self.frames else (False, None)

    def release(self):
        self.is_released = True


COLOURED = np.full((720, 1280, 3), (10, 200, 30), dtype=np.uint8)


@pytest.mark.parametrize(
    ("capture", "codes_said"),
    [
        (Capture(opens=False), ["CAM-BUSY"]),
        (Capture(frames=[]), ["CAM-BUSY"]),
        (Capture(frames=[COLOURED, COLOURED]), ["CAM-GONE"]),
    ],
)
def test_a_webcam_that_is_busy_or_unplugged(capture, codes_said, tmp_path, monkeypatch):
    device = tmp_path / "video0"
    device.touch()
    monkeypatch.setattr(sources.cv2, "VideoCapture", lambda _: capture)
    count = len(capture.frames)

    def look():
        webcam = sources.Webcam(0, device)
        for _ in range(count + 1):
            assert webcam.frame().shape == (720, 1280)

    with pytest.raises(CameraFault) as fault:
        look()
    assert [fault.value.code] == codes_said


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("73", "CAM-NONE"),
        ("/dev/video73", "CAM-NONE"),
        ("", "CAM-FILE"),
        ("gone.avi", "CAM-FILE"),
        ("9" * 400, "CAM-FILE"),
        ("~nobody/v", "CAM-FILE"),
        ("a\0b", "CAM-FILE"),
    ],
)
def test_a_camera_that_is_not_there(name, code, heard):
    camera = Camera(name, heard)
    camera.open()
    heard.until(lambda: Eye.FAILED in heard.eyes)
    camera.close()
    assert heard.stood_as[-1].fault.code == code


def test_files_that_cannot_stand_in(tmp_path):
    (tmp_path / "text.avi").write_text("no video")
    (tmp_path / "empty").mkdir()
    for name in ("text.avi", "empty"):
        source = sources.open_source(str(tmp_path / name))
        with pytest.raises(CameraFault, match="has no pictures"):
            source.frame()
        source.close()
