"""Tracking: what counts, what is damped, and where the next look goes."""

from app.devices.sighting import Sighting, Symbology
from app.devices.tracking import Tracker


def code(text: str = "A", at: tuple[float, float] = (600, 300)) -> Sighting:
    x, y = at
    return Sighting(Symbology.QR, text, ((x, y), (x + 80, y), (x + 80, y + 80), (x, y + 80)), "zxing-cpp")


def counted(frames: list[tuple[float, str]]) -> list[tuple[float, str]]:
    tracker = Tracker()
    return [(now, one.text) for now, text in frames for one in tracker.hear([code(text)] if text else [], now)]


def test_a_code_counts_at_the_second_frame_that_says_so() -> None:
    assert counted([(0.00, "A"), (0.04, "A"), (0.08, "A")]) == [(0.04, "A")]


def test_one_frame_alone_never_counts() -> None:
    assert counted([(0.0, "A"), (0.04, "B"), (0.08, ""), (2.0, "A")]) == []


def test_frames_between_that_missed_it_do_not_matter_for_half_a_second() -> None:
    assert counted([(0.0, "A"), (0.2, ""), (0.4, "A")]) == [(0.4, "A")]
    assert counted([(0.0, "A"), (0.3, ""), (0.6, "A")]) == []


def test_a_code_that_stays_counts_once() -> None:
    assert counted([(0.1 * n, "A") for n in range(200)]) == [(0.1, "A")]


def test_a_code_counts_again_after_it_was_away_for_a_second_and_a_half() -> None:
    shown = [(0.0, "A"), (0.1, "A"), (1.5, "A"), (1.55, "A")]
    assert counted([*shown, (3.0, "A"), (3.1, "A")]) == [(0.1, "A")]
    assert counted([*shown, (3.1, "A"), (3.2, "A")]) == [(0.1, "A"), (3.2, "A")]


def test_another_code_is_not_damped_by_the_first() -> None:
    assert counted([(0.0, "A"), (0.04, "A"), (0.08, "B"), (0.12, "B")]) == [(0.04, "A"), (0.12, "B")]


def test_the_next_look_is_around_the_code_and_now_and_then_everywhere() -> None:
    tracker = Tracker()
    assert tracker.area(1280, 720, turn=1, now=0) is None
    tracker.hear([code()], 0)
    assert tracker.area(1280, 720, turn=1, now=0.04) == (552, 252, 728, 428)
    assert tracker.area(1280, 720, turn=5, now=0.04) is None
    assert tracker.area(1280, 720, turn=6, now=0.6) is None


def test_the_look_stays_inside_the_frame() -> None:
    tracker = Tracker()
    tracker.hear([code(at=(1220, -10))], 0)
    assert tracker.area(1280, 720, turn=1, now=0) == (1172, 0, 1280, 118)
