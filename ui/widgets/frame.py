"""The frame of a page: its head, what lies between, and at its foot Back and the page's own keys."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.actions import Do
from ui.commands import Commands
from ui.widgets.buttons import ActionButton
from ui.widgets.labels import label

MARGINS_PX, GAP_PX = (16, 8, 16, 12), 8


def frame(page: QWidget, head: str | QLayout, *between: QWidget | QLayout, foot: QLayout) -> None:
    """One below the other; `head` is a title, or made of more. The last between head and foot takes the room left."""
    rows = QVBoxLayout(page)
    rows.setContentsMargins(*MARGINS_PX)
    rows.setSpacing(GAP_PX)
    for one in (label(head, "title") if isinstance(head, str) else head, *between):
        if isinstance(one, QWidget):
            rows.addWidget(one)
        else:
            rows.addLayout(one)
    rows.setStretch(rows.count() - 1, 1)
    rows.addLayout(foot)


def foot(commands: Commands, *keys: QWidget) -> QHBoxLayout:
    """Back at one side, the keys of the page at the other."""
    row = QHBoxLayout()
    row.setSpacing(GAP_PX)
    row.addWidget(ActionButton(commands, Do.BACK))
    row.addStretch(1)
    for key in keys:
        row.addWidget(key)
    return row
