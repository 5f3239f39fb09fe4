"""Codes as a camera sees them: printed by our own printing, held askew, blurred, in noise."""

from __future__ import annotations

from app.devices.vision import Grey, cv2, np
from printing import codes

FRAME = (1280, 720)
CARD = "700012345641"
PRODUCT = "8901030865275"


def page(modules: codes.Modules, *, dots: int = 4, tall: int = 120, quiet: int = 12) -> Grey:
    """The code on white paper, so many dots a module; `tall` is for bars."""
    rows = np.array([list(row) for row in modules], dtype=np.uint8)
    high = dots if len(rows) > 1 else tall
    ink = np.kron(rows, np.ones((high, dots), dtype=np.uint8))
    return np.pad((1 - ink) * 255, quiet * dots, constant_values=255).astype(np.uint8)


def held(code: Grey, *, seed: int = 1, tilt: float = 0.05, blur: float = 0.8, noise: float = 6, frame=FRAME) -> Grey:
    """In the middle of a frame, in a hand before a grey room."""
    dice = np.random.default_rng(seed)
    high, wide = code.shape
    left, top = (frame[0] - wide) / 2, (frame[1] - high) / 2
    square = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], dtype=np.float32)
    stray = dice.uniform(-tilt, tilt, (4, 2)) * min(wide, high)
    there = (square + np.array([left, top]) + stray).astype(np.float32)
    way = cv2.getPerspectiveTransform(square, there)
    room = np.full(frame[::-1], 110, dtype=np.uint8)
    cv2.warpPerspective(code, way, frame, dst=room, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_TRANSPARENT)
    soft = cv2.GaussianBlur(room, (0, 0), blur) if blur else room
    return np.clip(soft + dice.normal(0, noise, soft.shape), 0, 255).astype(np.uint8)


def empty(seed: int = 1, frame=FRAME) -> Grey:
    """The counter with nothing in front of the camera."""
    dice = np.random.default_rng(seed)
    return np.clip(dice.normal(110, 6, frame[::-1]), 0, 255).astype(np.uint8)
