"""Frames: how many a second the camera looks at, at 1280 × 720, beside each decoder asked about every one."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence

from PIL import Image

from app.devices.decoder import Decoder
from app.devices.engines import Zbar, Zxing
from app.devices.gaze import Gaze
from app.devices.vision import Grey, np
from app.domain.codes import card_number
from bench.camera import frame as hold
from bench.figures import Figure
from printing import codes

SECONDS, FRAMES_A_SECOND = 12, 25
A_SECOND_MIN = 25
_CARD_PX = 400


def frame_figures() -> list[Figure]:
    """A counter's quarter of a minute: nobody, a card held in, nobody, a box held in."""
    frames = _frames()
    alone = {engine.name: _ms(engine.read, frames[::6]) for engine in (Zxing(), Zbar())}
    gaze = Gaze(Decoder(), idle_s=3600)
    place = iter(range(len(frames)))
    counted: list[str] = []

    def look(picture: Grey) -> None:
        counted.extend(code.text for code in gaze.look(picture, next(place) / FRAMES_A_SECOND))

    ours = _ms(look, frames)
    mean = sum(ours) / len(ours)
    slow = sorted(ours)[len(ours) * 95 // 100]
    beside = ", ".join(f"{name} {sum(ms) / len(ms):.1f}" for name, ms in alone.items())
    return [
        Figure(
            path=f"camera, {len(frames)} frames of 1280 × 720, a card and a box in it",
            measured=f"{1000 / mean:.0f} frames/s of one core, {mean:.1f} ms a frame, p95 {slow:.1f}",
            floor=f"{beside} ms a frame alone",
            ratio="–",
            held_to=f"≥ {A_SECOND_MIN} frames/s, each code once",
            held=1000 / mean >= A_SECOND_MIN and len(counted) == 2,
        )
    ]


def _frames() -> list[Grey]:
    """Pictures of the hand are made once and shown in turns: drawing them is not what is measured."""
    dice = random.Random(2026)
    number = card_number(f"{dice.randrange(10**10):010}")
    views = {
        "nobody": [_view(Image.new("L", (400, 250), 235), shot) for shot in range(5)],
        "card": [_view(printed(codes.qr(number), 12), shot) for shot in range(5)],
        "box": [_view(printed(codes.ean13("8901030865275"), 7, tall=250), shot) for shot in range(5)],
    }
    scenes: Sequence[tuple[str, int]] = (("nobody", 3), ("card", 3), ("nobody", 3), ("box", 3))
    return [views[name][turn % 5] for name, seconds in scenes for turn in range(seconds * FRAMES_A_SECOND)]


def _view(side: Image.Image, shot: int) -> Grey:
    return np.asarray(hold(side, width_px=_CARD_PX, shot=shot), dtype=np.uint8)


def printed(modules: codes.Modules, dots: int, *, tall: int = 0) -> Image.Image:
    """White card of a card's shape with the code in its middle."""
    rows = np.array([list(row) for row in modules], dtype=np.uint8)
    ink = np.kron(rows, np.ones((tall or dots, dots), dtype=np.uint8))
    card = Image.new("L", (856, 540), 255)
    card.paste(Image.fromarray((1 - ink) * 255), ((856 - ink.shape[1]) // 2, (540 - ink.shape[0]) // 2))
    return card


def _ms(look: Callable[[Grey], object], frames: Sequence[Grey]) -> list[float]:
    """The processor's milliseconds a frame."""
    spent: list[float] = []
    for one in frames:
        started = time.thread_time()
        look(one)
        spent.append((time.thread_time() - started) * 1000)
    return spent
