"""What a camera gives, in words: for every page that tests one."""

from __future__ import annotations

from app.devices.camera_test import CameraFigures
from ui.words import tr


def figures_words(figures: CameraFigures) -> str:
    words = tr(
        "It works: {width} × {height}, {frames} frames a second, {ms} ms a look, read by {decoder}.",
        width=figures.width,
        height=figures.height,
        frames=figures.frames_a_second,
        ms=round(figures.look_ms),
        decoder=figures.decoder,
    )
    return f"{words} {', '.join(figures.missing)}." if figures.missing else words
