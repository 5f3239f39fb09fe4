"""Screens whose desktop enlarges everything, and a second screen: the window takes what room there is, all is whole."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LAPTOP, LARGE, FINE = (1366, 768, 1), (1920, 1080, 1), (3840, 2160, 2)
DESKS = {"1.25": [LAPTOP], "1.5": [LAPTOP], "2": [LARGE], "1": [LAPTOP, FINE]}  # by scale: its screens, with their dots


def test_125_150_and_200_per_cent_scaling_and_a_screen_that_is_unplugged(tmp_path):
    walks = {scale: walk(tmp_path / scale, scale, screens) for scale, screens in DESKS.items()}
    told = {scale: json.loads(one.communicate(timeout=180)[0]) for scale, one in walks.items()}
    wanted = {"fits": True, "sold": [2, 1], "faults": {}}
    assert told == {scale: {"scale": float(scale), **wanted} for scale in DESKS}


def walk(folder, scale, screens):
    """The window on screens of its own, in a process of its own."""
    folder.mkdir()
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": [_screen(place, *one) for place, one in enumerate(screens)]}))
    surroundings = {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.ui.scaled", str(folder)],
        cwd=ROOT, env={**os.environ, **surroundings}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _screen(place, wide, high, dots):
    where = {"name": str(place), "x": place * 1366, "y": 0, "width": wide, "height": high}
    return where | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": dots}
