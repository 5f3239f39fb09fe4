"""Start to a usable window, beside a window with nothing in it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from statistics import median

from bench.figures import Figure

ROUNDS = 7
EXTRA_S_MAX = 1.0

_MINIMAL = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
def usable():
    print("usable", flush=True)
    application.quit()
QTimer.singleShot(0, usable)
application.exec()
"""

# The counter as a person starts it: usable as soon as its event loop is free with nothing in flight.
_COUNTER = """
import os
from PySide6.QtCore import QTimer
from app.commands.counter import opened_counter
from app.settings import load
from ui.window import application
with opened_counter(load(os.environ)) as counter:
    def end_when_usable():
        if counter.is_idle():
            print("usable", flush=True)
            application().quit()
        else:
            QTimer.singleShot(1, end_when_usable)
    QTimer.singleShot(0, end_when_usable)
    application().exec()
"""


def start_figure() -> Figure:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TILLPOINT_DATA_DIR": folder}
        _seconds(_COUNTER, environment)  # the first start makes the demo shop
        pairs = [(_seconds(_MINIMAL, environment), _seconds(_COUNTER, environment)) for _ in range(ROUNDS)]
    floor, ours = (median(times) for times in zip(*pairs, strict=True))
    return Figure(
        path="start → usable window",
        measured=f"{ours * 1000:.0f}",
        floor=f"minimal PySide6 window: {floor * 1000:.0f}",
        ratio=f"{ours / floor:.2f}",
        held_to=f"≤ minimal + {EXTRA_S_MAX:.0f} s",
        held=ours <= floor + EXTRA_S_MAX,
    )


def _seconds(program: str, environment: dict[str, str]) -> float:
    """Until the program says that it is usable; its end is not counted."""
    command: Sequence[str] = (sys.executable, "-c", program)
    started = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        line = running.stdout.readline()
        seconds = time.perf_counter() - started
        assert (line.strip(), running.wait(60)) == ("usable", 0)
    return seconds
