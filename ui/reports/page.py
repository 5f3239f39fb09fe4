"""The page of reports: which one at the left; the days, the line of the period, and the chart or table beside it."""

from __future__ import annotations

import importlib
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, QSize
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.reports import wording
from ui.reports.grid import Grid
from ui.reports.picture import picture_of
from ui.reports.presenter import ReportsDesk
from ui.reports.state import FROM_TO, ReportsState
from ui.reports.wording import Speech
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.frame import GAP_PX, foot, frame
from ui.widgets.labels import label
from ui.widgets.nothing import Nothing
from ui.widgets.signs import Sign
from ui.widgets.strip import Strip
from ui.words import said, tr
from ui.work import Work
from ui.zoom import scaled, sized

if TYPE_CHECKING:  # what draws takes its time to load, which no hand should wait for
    from ui.reports.chart import Chart

LIST_PX, NAME_PX, DAY_LENGTH = 184, 34, 10


class ReportsPage(QWidget):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(tr(wording.TITLE))
        self.strip, self.list = Strip(), _names()
        self.days = Choice(tr(wording.DAYS), [(value, tr(words)) for value, words in wording.STRETCHES.items()])
        self.first, self.last = _day_field(wording.FIRST), _day_field(wording.LAST)
        self._typed = _beside(self.first, self.last)
        self.title, self.summary = label(role="heading", wraps=True), label(role="muted", wraps=True)
        self.grid = Grid(tr(wording.TITLE))
        self.empty = Nothing(Sign.BOXES, tr(wording.EMPTY))
        self.shown = QStackedWidget()
        for one in (self.grid, self.empty):
            self.shown.addWidget(one)
        self._keys = {
            do: ActionButton(commands, do) for do in (Do.EXPORT_PDF, Do.EXPORT_XLSX, Do.EXPORT_CSV, Do.AS_TABLE)
        }
        self._keys[Do.WHAT_IS_BEHIND] = ActionButton(commands, Do.WHAT_IS_BEHIND, main=True)
        self._lay_out(commands)
        self.desk = ReportsDesk(context, work, self, prepare=_load_charts)
        self._connect()
        commands.listen(self, Scope.REPORTS)

    @cached_property
    def chart(self) -> Chart:
        from ui.reports.chart import Chart

        made = Chart()
        self.shown.addWidget(made)
        return made

    def open(self) -> None:
        self.desk.open()
        self.list.setFocus()

    def back(self) -> bool:
        return self.desk.back()

    def focus_days(self) -> None:
        if self.desk.state.stretch == FROM_TO:
            self.first.setFocus()
            self.first.selectAll()
        else:
            self.days.take_focus()

    def is_typing_days(self) -> bool:
        return self.first.hasFocus() or self.last.hasFocus()

    def focus_rows(self) -> None:
        (self.grid if self.shown.currentWidget() is self.grid else self.list).setFocus()

    def show_state(self, state: ReportsState, speech: Speech) -> None:
        self.strip.show_notice(state.notice)
        self.days.show_value(state.stretch)
        self._typed.setVisible(state.stretch == FROM_TO)
        for field, text in ((self.first, state.first), (self.last, state.last)):
            if field.text() != text:
                field.setText(text)
        self.summary.setText(state.summary)
        self._show_table(state, speech)
        for do in (Do.EXPORT_CSV, Do.EXPORT_XLSX, Do.EXPORT_PDF):
            self._keys[do].setEnabled(state.table is not None and not state.is_busy)
        self._keys[Do.AS_TABLE].setEnabled(state.is_chart or (len(state.tables) == 1 and state.shows_table))
        self._keys[Do.AS_TABLE].say(tr(wording.AS_TABLE if not state.shows_table else wording.AS_CHART))
        self._keys[Do.WHAT_IS_BEHIND].setEnabled((state.can_open or state.is_chart) and not state.is_busy)

    def _show_table(self, state: ReportsState, speech: Speech) -> None:
        table = state.table
        if table is None:
            return
        self.title.setText(said(table.title))
        if state.is_chart:
            self.chart.show_picture(picture_of(table, speech), speech)
        else:
            quiet = QSignalBlocker(self.grid.selectionModel())
            self.grid.show_table(table, speech, state.row)
            quiet.unblock()
        self.shown.setCurrentWidget(self.chart if state.is_chart else self.grid if table.rows else self.empty)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self.desk.mark)
        self.days.chosen.connect(self.desk.choose)
        self.grid.selectionModel().currentRowChanged.connect(self._mark_row)
        self.grid.doubleClicked.connect(lambda _: self.desk.open_row())
        for field in (self.first, self.last):
            field.textEdited.connect(lambda _: self.desk.type(self.first.text(), self.last.text()))

    def _mark_row(self, now: QModelIndex, _: QModelIndex) -> None:
        self.desk.mark_row(now.row())

    def _lay_out(self, commands: Commands) -> None:
        card = Card(self.title, self.shown, margin=12)
        card.rows.setStretchFactor(self.shown, 1)
        right, body = QVBoxLayout(), QHBoxLayout()
        right.setSpacing(GAP_PX)
        for one, stretch in ((self.days, 0), (self._typed, 0), (self.summary, 0), (card, 1)):
            right.addWidget(one, stretch)
        body.setSpacing(GAP_PX)
        listed = Card(self.list, margin=8)
        sized(listed, QWidget.setFixedWidth, LIST_PX)
        body.addWidget(listed)
        body.addLayout(right, 1)
        frame(self, tr(wording.TITLE), self.strip, body, foot=foot(commands, *self._keys.values()))


def _load_charts() -> None:
    """Done where the first report is read, while it is read."""
    importlib.import_module("ui.reports.chart")


class _Roomy(QStyledItemDelegate):
    """Lines that a finger hits."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        return QSize(super().sizeHint(option, index).width(), scaled(NAME_PX))


def _names() -> QListWidget:
    names = QListWidget()
    names.setAccessibleName(tr(wording.LIST))
    names.setItemDelegate(_Roomy(names))
    names.addItems([tr(name) for name in wording.REPORTS.values()])
    names.setCurrentRow(0)
    return names


def _day_field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setMaxLength(DAY_LENGTH)
    field.setAccessibleName(tr(name))
    field.setPlaceholderText(tr(wording.AS_TYPED))
    return field


def _beside(first: QLineEdit, last: QLineEdit) -> QWidget:
    """Both days in a row, each behind its name."""
    beside = QWidget()
    row = QHBoxLayout(beside)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP_PX)
    for field in (first, last):
        named = label(field.accessibleName(), "muted")
        named.setBuddy(field)
        row.addWidget(named)
        row.addWidget(field, 1)
    return beside
