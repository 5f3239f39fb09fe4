"""The Qt binding in use counts its references; a release that did not killed Python 3.11 after some thousand calls."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1000


def test_calls_that_return_nothing_keep_none_alive(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("")
    assert sys.getrefcount(None) > before - CALLS // 10
