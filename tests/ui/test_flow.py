"""Things side by side: they go on in the next row, and none of them is left alone there."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.flow import FlowRow

WIDE_PX = 100


@pytest.mark.parametrize(
    ("width", "rows"),
    [(500, [5]), (499, [3, 2]), (300, [3, 2]), (299, [2, 2, 1]), (50, [1, 1, 1, 1, 1])],
)
def test_rows_are_as_few_as_can_be_and_as_even(qtbot, width, rows):
    whole = QWidget()
    qtbot.addWidget(whole)
    flow = FlowRow(0)
    whole.setLayout(flow)
    buttons = [QPushButton() for _ in range(5)]
    for button in buttons:
        button.setFixedSize(WIDE_PX, 40)
        flow.addWidget(button)
        button.show()
    flow.setGeometry(QRect(0, 0, width, 300))
    tops = [button.y() for button in buttons]
    assert [tops.count(top) for top in sorted(set(tops))] == rows
