"""Walks past what the window shows, on the screen and at the scale this process was started with, and tells its faults.

`python -m tests.ui.scaled FOLDER`: a scale is settled when Qt starts, so this is a process of its own.
"""

import json
import sys

from PySide6.QtGui import QGuiApplication

from app.bootstrap import open_till
from app.services.staff.roster import roster
from app.settings import Settings
from tests.ui.conftest import Opened
from tests.ui.walking import faults_on_the_way, ring
from ui.context import CounterContext
from ui.hand import Hand
from ui.session import Session
from ui.window import fit_to_screen, open_counter


def main(folder):
    with open_till(Settings(data_dir=folder)) as till:
        session = Session(roster(till.desk).person("asha"))
        context = CounterContext(till.desk, till.spooler, "Shree Medical", session, cards=till.press)
        window = open_counter(context)
        fit_to_screen(window)
        hand = Hand(window, lambda: window.tasks.is_idle)
        hand.settle()
        counter = Opened(window, hand, till, context)
        ring(counter)
        screens = QGuiApplication.screens()
        for screen in (*screens[1:], screens[0]):  # plugged in and used, and unplugged again
            window.windowHandle().setScreen(screen)
            hand.settle()
        sold = [len(counter.rows)]
        hand.press("Ctrl+Return")
        sold.append(len(counter.bills()))
        faults = faults_on_the_way(counter)
        room = window.screen().availableSize()
        told = {
            "scale": window.devicePixelRatioF(),
            "fits": window.width() <= room.width() and window.height() <= room.height(),
            "sold": sold,
            "faults": {pane: [list(map(str, one)) for one in these] for pane, these in faults.items()},
        }
        window.shut()
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1])
