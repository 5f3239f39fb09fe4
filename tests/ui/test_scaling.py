"""Screens whose desktop enlarges everything: the window takes what room there is, and cuts nothing off."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCREENS = [("1.25", 1366, 768), ("1.5", 1366, 768), ("2", 1920, 1080)]


def test_125_150_and_200_per_cent_scaling(tmp_path):
    walks = [walk(tmp_path / scale, scale, wide, high) for scale, wide, high in SCREENS]
    told = [json.loads(one.communicate(timeout=120)[0]) for one in walks]
    assert [(one["scale"], one["fits"], one["faults"]) for one in told] == [
        (float(scale), True, {}) for scale, _, _ in SCREENS
    ]


def walk(folder, scale, wide, high):
    """The window on a screen of its own, in a process of its own."""
    folder.mkdir()
    screen = {"name": "screen", "x": 0, "y": 0, "width": wide, "height": high}
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": [screen | dots]}))
    surroundings = {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.ui.scaled", str(folder)],
        cwd=ROOT, env={**os.environ, **surroundings}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
