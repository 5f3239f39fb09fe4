"""The pane of reviews: the list, and one of them at length with its choices."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QWidget

from ui.actions import Do
from ui.commands import Commands
from ui.rows import ChoiceRow
from ui.status.state import ReviewView
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.lists import ListPane
from ui.widgets.nothing import Nothing
from ui.widgets.signs import Sign
from ui.words import tr
from ui.zoom import sized

LIST_PX = 276
_CHOICES = (Do.FIRST_CHOICE, Do.SECOND_CHOICE, Do.THIRD_CHOICE)


class ReviewCard(Card):
    """The facts of both sides, and a button a choice."""

    def __init__(self, commands: Commands) -> None:
        super().__init__(spacing=8)
        self._shown: ReviewView | None = None
        self._title, self._explained = label(role="heading", wraps=True), label(role="muted", wraps=True)
        self._outcome = label(role="binding", wraps=True)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(tr("Facts of both sides"))
        self._buttons = [ActionButton(commands, do, main=False) for do in _CHOICES]
        for widget in (self._title, self._explained, self._scroll, self._outcome, *self._buttons):
            self.rows.addWidget(widget, 1 if widget is self._scroll else 0)

    def show_review(self, review: ReviewView | None) -> None:
        if review == self._shown:
            return
        self._shown = review
        self.setVisible(review is not None)
        if review is None:
            return
        self._title.setText(review.title)
        self._explained.setText(review.explained)
        self._outcome.setText(review.outcome)
        self._outcome.setVisible(bool(review.outcome))
        self._scroll.setWidget(_facts(review))
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(review.choices))
            if place < len(review.choices):
                button.say(review.choices[place])


def _facts(review: ReviewView) -> QWidget:
    """What is known, then what each side says, beside each other."""
    content = QWidget()
    content.setObjectName("scrolled")
    grid = QGridLayout(content)
    grid.setContentsMargins(4, 4, 4, 4)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    for column in (1, 2):
        grid.setColumnStretch(column, 1)
    for fact in review.facts:
        row = _named(grid, fact.label)
        grid.addWidget(label(fact.value, wraps=True), row, 1, 1, 2)
    if review.compared:
        row = _named(grid, "")
        for column, title in enumerate(review.sides, 1):
            grid.addWidget(label(title, "binding", wraps=True), row, column)
    for one in review.compared:
        row = _named(grid, one.label)
        for column, words in enumerate((one.here, one.server), 1):
            grid.addWidget(label(words, wraps=True), row, column, Qt.AlignmentFlag.AlignTop)
    grid.setRowStretch(grid.rowCount(), 1)
    return content


def _named(grid: QGridLayout, name: str) -> int:
    """Begin a row; returns its number."""
    row = grid.rowCount()
    grid.addWidget(label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
    return row


class ReviewPane(QWidget):
    """`marked` is the place of the review to show at length."""

    marked = Signal(int)

    def __init__(self, commands: Commands, title: str, nothing: str) -> None:
        super().__init__()
        self.list, self.review = ListPane(commands, title), ReviewCard(commands)
        self._nothing = Card(Nothing(Sign.TICK, nothing))
        sized(self.list, QWidget.setFixedWidth, LIST_PX)
        self.list.marked.connect(self.marked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.list)
        row.addWidget(self.review, 1)
        row.addWidget(self._nothing, 1)

    def show_reviews(self, rows: tuple[ChoiceRow, ...], marked: int, review: ReviewView | None) -> None:
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self.list.show_rows(rows, marked)
        self.review.show_review(review if rows else None)
        self.review.setVisible(bool(rows) and review is not None)
