"""The page of figures: what the programme is set to, by what it is about; under it what the draft would have done."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.domain.figures import Figure
from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.figure_words import CHOICES, NAMES
from ui.figures import wording
from ui.figures.presenter import FiguresDesk
from ui.figures.state import Cell, FiguresState
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.form_rows import form_field, form_of_rows, row_name
from ui.widgets.frame import GAP_PX, foot, frame
from ui.widgets.labels import label
from ui.widgets.one_of import OneOf
from ui.widgets.strip import Strip
from ui.words import later, tr
from ui.work import Work

BEGINS = later("Begins on")


class FiguresPage(QWidget):
    _told = Signal(int, int)

    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Figures"))
        self.strip, self._title = Strip(), label(role="title")
        self.said, self.impact = label(wraps=True), label(role="muted", wraps=True)
        self.day = form_field(tr(BEGINS), hint=tr("at once"))
        self.fields: dict[Figure, QLineEdit | OneOf] = {one: _field(one) for one in Figure}
        keys = (Do.CARRY_FIGURES_OVER, Do.DROP_FIGURES, Do.PUBLISH_FIGURES)
        self._keys = {do: ActionButton(commands, do, main=do is Do.PUBLISH_FIGURES) for do in keys}
        self._turn = -1
        self._lay_out(commands)
        self.desk = FiguresDesk(context, work, self)
        self._connect()
        commands.listen(self, Scope.FIGURES)

    def open(self) -> None:
        self.desk.open()
        self.fields[Figure.WORTH].setFocus()

    def back(self) -> bool:
        return self.desk.back()

    def tell(self, done: int, of: int) -> None:
        self._told.emit(done, of)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.desk.close()

    def show_state(self, state: FiguresState) -> None:
        self.strip.show_notice(state.notice)
        self._title.setText(state.title)
        self._show_cells(state)
        self.said.setText(state.said)
        self.said.setVisible(bool(state.said))
        first, *more = state.impact or ("",)
        self.impact.setText(" ".join(filter(None, (first, " · ".join(more)))))
        self._keys[Do.CARRY_FIGURES_OVER].setVisible(state.has_newer)
        self._keys[Do.DROP_FIGURES].setVisible(state.has_changes)
        self._keys[Do.PUBLISH_FIGURES].setEnabled(state.has_changes and not state.is_busy)

    def _show_cells(self, state: FiguresState) -> None:
        """What stands, unless somebody is typing just there; after a refusal, over what was typed."""
        is_anew, self._turn = state.turn != self._turn, state.turn
        for figure, cell in state.cells.items():
            field = self.fields[figure]
            if isinstance(field, OneOf):
                field.show_value(cell.value)
            else:
                _show_typed(field, cell, is_anew=is_anew)
            field.setToolTip(cell.text)
            field.setEnabled(not cell.is_fixed)
            font = field.font()
            font.setBold(bool(cell.text))
            field.setFont(font)
        if is_anew or not self.day.isModified():
            self.day.setText(state.day)

    def _connect(self) -> None:
        self._told.connect(self.desk.tried)
        self.day.editingFinished.connect(self._typed_day)
        for figure, field in self.fields.items():
            if isinstance(field, OneOf):
                field.changed.connect(partial(self.desk.choose, figure))
            else:
                field.editingFinished.connect(partial(self._typed, figure, field))

    def _typed(self, figure: Figure, field: QLineEdit) -> None:
        if field.isModified():
            field.setModified(False)
            self.desk.edit(figure, field.text())

    def _typed_day(self) -> None:
        if self.day.isModified():
            self.day.setModified(False)
            self.desk.type_day(self.day.text())

    def _lay_out(self, commands: Commands) -> None:
        content = QWidget()
        content.setObjectName("scrolled")
        columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(GAP_PX)
        for sections in wording.SECTIONS:
            column = QVBoxLayout()
            for card in self._cards(sections):
                column.addWidget(card)
            column.addStretch(1)
            columns.addLayout(column, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(tr("Figures"))
        scroll.setWidget(content)
        frame(self, self._head(), self.strip, scroll, foot=self._foot(commands))

    def _cards(self, sections: tuple[tuple[str, tuple[Figure, ...]], ...]) -> Iterator[Card]:
        for heading, figures in sections:
            rows = [(row_name(NAMES[one]), (self.fields[one],)) for one in figures]
            yield Card(label(tr(heading), "heading"), form_of_rows(rows), margin=10)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(GAP_PX)
        head.addWidget(self._title)
        head.addStretch(1)
        name = label(tr(BEGINS), "muted")
        name.setBuddy(self.day)
        head.addWidget(name)
        head.addWidget(self.day)
        return head

    def _foot(self, commands: Commands) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(GAP_PX)
        rows.addWidget(Card(self.said, self.impact, margin=10))
        rows.addLayout(foot(commands, *self._keys.values()))
        return rows


def _field(figure: Figure) -> QLineEdit | OneOf:
    if figure not in CHOICES:
        return form_field(tr(NAMES[figure]), hint=" ")
    box = OneOf(tr(NAMES[figure]))
    box.offer([(value, tr(words)) for value, words in CHOICES[figure].items()])
    return box


def _show_typed(field: QLineEdit, cell: Cell, *, is_anew: bool) -> None:
    field.setPlaceholderText(cell.hint)
    if is_anew or not field.isModified():
        field.setText(cell.value)
        if field.hasFocus():
            field.selectAll()
