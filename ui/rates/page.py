"""The page of rates: the grid, what is one for all, and under it what the draft would have done; or the versions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.rates import OF_ALL, Rate
from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.rates.presenter import RatesDesk
from ui.rates.state import RatesState
from ui.rates.table import TYPED_MAX, RatesTable
from ui.rates.wording import RATES
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.frame import foot, frame
from ui.widgets.labels import label
from ui.widgets.lists import ListPane
from ui.widgets.strip import Strip
from ui.words import tr
from ui.work import Work

FIELD_PX, VERSIONS_PX = 150, 380


class RatesPage(QWidget):
    """`comes` hears in words which rates begin next."""

    _told = Signal(int, int)

    def __init__(self, context: CounterContext, work: Work, commands: Commands, comes: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Rates"))
        self.strip, self.table = Strip(), RatesTable()
        self.fields = {rate: _field(tr(RATES[rate])) for rate in OF_ALL}
        self.day = _field(tr("Begins on"))
        self.impact, self._title = label(role="muted", wraps=True), label(role="title")
        self.versions, self._changes = ListPane(None, tr("Versions, the newest first"), wraps=True), label(wraps=True)
        self._panes, self._turn = QStackedWidget(), -1
        self._keys = {
            do: ActionButton(commands, do, main=do is Do.PUBLISH_RATES)
            for do in (
                Do.WITHDRAW_RATES,
                Do.CARRY_OVER,
                Do.DROP_DRAFT,
                Do.GO_BACK_TO,
                Do.RATE_HISTORY,
                Do.PUBLISH_RATES,
            )
        }
        self._lay_out(commands)
        self.desk = RatesDesk(context, work, self, comes)
        self._connect()
        commands.listen(self, Scope.RATES)

    def open(self) -> None:
        self.desk.open()
        self.table.setFocus()

    def back(self) -> bool:
        return self.desk.back()

    def tell(self, done: int, of: int) -> None:
        self._told.emit(done, of)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.desk.close()

    def show_state(self, state: RatesState) -> None:
        self.strip.show_notice(state.notice)
        self._title.setText(state.title)
        self.table.show_rows(state.rows)
        self._show_fields(state)
        first, *more = state.impact or ("",)
        self.impact.setText(" ".join(filter(None, (first, " · ".join(more)))))
        quiet = QSignalBlocker(self.versions)
        self.versions.show_rows(state.versions, state.marked)
        quiet.unblock()
        self._changes.setText(state.detail)
        self._turn_pane(is_history=state.is_history)
        shown = {
            Do.WITHDRAW_RATES: state.has_waiting,
            Do.CARRY_OVER: state.has_newer,
            Do.DROP_DRAFT: state.has_changes and not state.is_history,
            Do.GO_BACK_TO: state.is_history,
        }
        for do, is_shown in shown.items():
            self._keys[do].setVisible(is_shown)
        self._keys[Do.PUBLISH_RATES].setEnabled(state.has_changes and not state.is_busy)

    def _show_fields(self, state: RatesState) -> None:
        """What stands, unless somebody is typing just there; after a refusal, over what was typed."""
        is_anew, self._turn = state.turn != self._turn, state.turn
        texts = {self.fields[rate]: cell for rate, cell in state.in_all.items()}
        for field, cell in texts.items():
            if is_anew or not field.isModified():
                field.setText(cell.typed or "")
            field.setToolTip(cell.text)
            font = field.font()
            font.setBold(cell.is_changed)
            field.setFont(font)
        if is_anew or not self.day.isModified():
            self.day.setText(state.day)

    def _turn_pane(self, *, is_history: bool) -> None:
        if self._panes.currentIndex() != int(is_history):
            self._panes.setCurrentIndex(int(is_history))
            (self.versions.list if is_history else self.table).setFocus()

    def _connect(self) -> None:
        desk = self.desk
        self.table.rates.typed.connect(desk.edit)
        self.table.rates.switched.connect(desk.switch)
        self.versions.marked.connect(desk.mark)
        self._told.connect(desk.tried)
        for rate, field in self.fields.items():
            field.editingFinished.connect(lambda rate=rate: self._typed(rate))
        self.day.editingFinished.connect(self._typed_day)

    def _typed(self, rate: Rate) -> None:
        field = self.fields[rate]
        if field.isModified():
            field.setModified(False)
            self.desk.edit("", rate, field.text())

    def _typed_day(self) -> None:
        if self.day.isModified():
            self.day.setModified(False)
            self.desk.type_day(self.day.text())

    def _lay_out(self, commands: Commands) -> None:
        self.day.setPlaceholderText(tr("at once"))
        self.fields[Rate.MOST_A_BILL].setPlaceholderText(tr("no limit"))
        form = QGridLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(4)
        named = [*((tr(RATES[rate]), field) for rate, field in self.fields.items()), (tr("Begins on"), self.day)]
        for at, (words, field) in enumerate(named):
            name = label(words, "muted", wraps=True)
            name.setBuddy(field)
            form.addWidget(name, 0, at, Qt.AlignmentFlag.AlignBottom)
            form.addWidget(field, 1, at)
            form.setColumnStretch(at, 1)
        said = Card(self.impact, margin=10)
        draft, past = QWidget(), QWidget()
        rows = QVBoxLayout(draft)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(Card(self.table, margin=4), 1)
        rows.addLayout(form)
        rows.addWidget(said)
        beside = QHBoxLayout(past)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        self.versions.setFixedWidth(VERSIONS_PX)
        beside.addWidget(self.versions)
        beside.addWidget(_scrolled(tr("What it changed"), self._changes), 1)
        for pane in (draft, past):
            self._panes.addWidget(pane)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        frame(self, head, self.strip, self._panes, foot=foot(commands, *self._keys.values()))


def _scrolled(title: str, words: QLabel) -> QScrollArea:
    """Words with their title; with the focus in it the arrows scroll."""
    pane, card = QScrollArea(), Card(label(title, "heading"), words, margin=16)
    card.rows.addStretch(1)
    pane.setWidgetResizable(True)
    pane.setAccessibleName(title)
    pane.setWidget(card)
    return pane


def _field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setMaxLength(TYPED_MAX)
    field.setAccessibleName(name)
    field.setMinimumWidth(FIELD_PX // 2)
    return field
