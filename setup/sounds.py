"""The sounds of the counter, made by arithmetic: `python setup/sounds.py` writes resources/sounds."""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "resources" / "sounds"
RATE = 22_050
LOUD = 0.35
# Tones one after the other: hertz and seconds. Rising is good, falling and lower is not: told apart without loudness.
TONES = {"scanned": ((1318, 0.07),), "refused": ((330, 0.12), (247, 0.18))}


def samples(tones: tuple[tuple[int, float], ...]) -> bytes:
    """16-bit samples; each tone fades in and out, so that it does not click."""
    heights = []
    for hertz, seconds in tones:
        count = round(RATE * seconds)
        for at in range(count):
            fade = min(1.0, at / 220, (count - at) / 660)
            heights.append(round(32767 * LOUD * fade * math.sin(2 * math.pi * hertz * at / RATE)))
    return struct.pack(f"<{len(heights)}h", *heights)


def write(folder: Path) -> None:
    for name, tones in TONES.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples(tones))


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    write(FOLDER)
