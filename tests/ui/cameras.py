"""Videos that stand in for a camera."""

from dataclasses import replace
from pathlib import Path

from app import demo_shop
from app.devices.vision import cv2
from printing import codes
from tests.codes_seen import empty, held, page

COUNTER = empty()
PATIENCE_MS = 20_000


def video(path: Path, frames) -> str:
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), 25, (1280, 720))
    for frame in frames:
        writer.write(cv2.cvtColor(frame, cv2.COLOR_GRAY2BGR))
    writer.release()
    return str(path)


def with_camera(name):
    return lambda context: replace(context, camera=name)


def held_codes(text):
    return [held(page(codes.qr(text), dots=8), seed=seed) for seed in range(5)]


def card_video(folder: Path) -> str:
    """Ravi's card comes, is held, and goes."""
    return video(folder / "card.avi", [COUNTER] * 5 + held_codes(demo_shop.RAVI) * 3 + [COUNTER] * 2)
