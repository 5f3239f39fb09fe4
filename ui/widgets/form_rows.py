"""Form rows: what a form that scrolls is made of: a name, and beside it what is typed or chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from ui.widgets.labels import label
from ui.widgets.one_of import OneOf
from ui.widgets.several import AROUND_WORDS_PX, Several, pad
from ui.words import tr
from ui.zoom import sized

FIGURE_MAX = 12
FIGURE_PX, HINTED_PX, LABEL_PX, GAP_PX = 128, 176, 150, 8
FormRow = tuple[QLabel, Sequence[QWidget]]


def form_field(words: str, *, hint: str = "", longest: int = FIGURE_MAX) -> QLineEdit:
    """For a figure, unless it takes more than one has."""
    field = QLineEdit()
    field.setAccessibleName(words)
    field.setMaxLength(longest)
    if hint:
        field.setPlaceholderText(hint)
    if longest <= FIGURE_MAX:
        sized(field, QWidget.setFixedWidth, HINTED_PX if hint else FIGURE_PX)
    return field


def form_box(name: str, values: Mapping[Any, str]) -> OneOf:
    """One of these, by their words: texts to be translated."""
    box = OneOf(tr(name))
    box.offer([(value, tr(words)) for value, words in values.items()])
    return box


def row_name(words: str) -> QLabel:
    return label(tr(words), "muted", wraps=True)


def row_around(widget: QWidget) -> QWidget:
    """The row a widget stands in."""
    row = widget.parentWidget()
    assert row is not None, "it is laid out"
    return row


def form_of_rows(rows: Sequence[FormRow]) -> QWidget:
    """The content of a scroll area."""
    content = QWidget()
    content.setObjectName("scrolled")
    grid = QGridLayout(content)
    grid.setContentsMargins(16, 12, 16, 12)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(GAP_PX)
    grid.setColumnStretch(1, 1)
    for at, (named, widgets) in enumerate(rows):
        sized(named, QWidget.setFixedWidth, LABEL_PX)
        if any(isinstance(one, Several) for one in widgets):
            named.setAlignment(Qt.AlignmentFlag.AlignTop)
            sized(named, pad, AROUND_WORDS_PX)
        grid.addWidget(named, at, 0)
        grid.addWidget(_row(widgets), at, 1)
    grid.setRowStretch(len(rows), 1)
    return content


def _row(widgets: Sequence[QWidget]) -> QWidget:
    beside = QWidget()
    row = QHBoxLayout(beside)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP_PX)
    for one in widgets:
        is_long = isinstance(one, Several) or (isinstance(one, QLineEdit) and one.maxLength() > FIGURE_MAX)
        row.addWidget(one, int(is_long))
    if not any(isinstance(one, Several) for one in widgets):
        row.addStretch()
    return beside
