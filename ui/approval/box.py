"""The approval box: what is asked for, by whom, and a pad for the PIN of whoever approves it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.actions import Do, Scope
from ui.approval.presenter import Approving
from ui.approval.state import ApprovalState
from ui.approval.wording import ASKED_BY, CHECKING, HOW, PIN, TITLE, WHO
from ui.commands import Commands
from ui.context import CounterContext
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.emptying import empty
from ui.widgets.labels import label
from ui.widgets.pin_pad import PinPad
from ui.widgets.veil import Veil
from ui.words import on_button, tr
from ui.work import Work

BOX_PX, NAMES_PX = 600, 210


class ApprovalBox:
    """Lies over the window from the moment somebody asks until it is approved or given up."""

    def __init__(
        self, window: QWidget, under: QWidget, context: CounterContext, work: Work, commands: Commands
    ) -> None:
        self.card, self.pad = Card(margin=20, spacing=10), PinPad()
        self.card.setAccessibleName(tr(TITLE))
        self._what, self._asked_by = label(role="heading", wraps=True), label(role="muted")
        self._how, self._problem = label(role="muted", wraps=True), label(role="problem", wraps=True)
        self._tiles, self._names = QVBoxLayout(), QScrollArea()
        self._shown: tuple[str, ...] = ()
        self._turn = 0
        self._approve = ActionButton(commands, Do.ENTER_PIN, main=True)
        self._lay_out(commands)
        self.veil = Veil(window, under, self.card)
        self.on_scan: Callable[[str], None] = lambda _: None
        self.approving = Approving(context, work, self, lambda text: self.on_scan(text))
        self.pad.entered.connect(lambda: self.approving.do(Do.ENTER_PIN))
        commands.listen(self.card, Scope.PIN)

    def typed(self) -> str:
        return self.pad.digits

    def show_state(self, state: ApprovalState) -> None:
        if state.turn != self._turn:
            self._turn = state.turn
            self.pad.forget()
        if not state.is_open:
            self.veil.lift()
            return
        self._what.setText(state.what)
        self._asked_by.setText(tr(ASKED_BY, name=state.asked_by))
        self._how.setText(tr(CHECKING) if state.is_busy else tr(HOW))
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        self._show_approvers(state)
        self.pad.show_busy(is_busy=state.is_busy)
        was_hidden = self.veil.isHidden()
        self.veil.fall()
        self.pad.field.setFocus()
        if was_hidden or state.problem:
            words = state.problem or f"{tr(TITLE)}: {state.what}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.card, words))

    def _show_approvers(self, state: ApprovalState) -> None:
        if state.approvers != self._shown:
            self._shown = state.approvers
            empty(self._tiles)
            for index, name in enumerate(state.approvers):
                self._tiles.addWidget(self._tile(index, name))
        for index in range(self._tiles.count()):
            item = self._tiles.itemAt(index)
            tile = item.widget() if item is not None else None
            if isinstance(tile, QPushButton):
                tile.setChecked(index == state.marked)
        if state.approvers:
            self.pad.field.setAccessibleName(tr(PIN, name=state.approvers[state.marked]))
            self.pad.field.setPlaceholderText(tr(PIN, name=state.approvers[state.marked]))

    def _tile(self, index: int, name: str) -> QPushButton:
        tile = QPushButton(on_button(name))
        tile.setCheckable(True)
        tile.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tile.clicked.connect(lambda: self.approving.mark(index))
        return tile

    def _lay_out(self, commands: Commands) -> None:
        self.card.setFixedWidth(BOX_PX)
        self._tiles.setSpacing(6)
        self._tiles.setContentsMargins(0, 0, 4, 0)
        names, columns = QWidget(), QHBoxLayout()
        names.setObjectName("scrolled")
        names_rows = QVBoxLayout(names)
        names_rows.setContentsMargins(0, 0, 0, 0)
        names_rows.addLayout(self._tiles)
        names_rows.addStretch()
        self._names.setWidget(names)
        self._names.setWidgetResizable(True)
        self._names.setFixedWidth(NAMES_PX)
        self._names.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._names.setAccessibleName(tr(WHO))
        columns.setSpacing(16)
        columns.addWidget(self._names)
        columns.addWidget(self.pad, 1)
        keys = QHBoxLayout()
        keys.addWidget(ActionButton(commands, Do.BACK))
        keys.addStretch(1)
        keys.addWidget(self._approve)
        rows = self.card.rows
        rows.addWidget(label(tr(TITLE), "title"))
        for widget in (self._what, self._asked_by):
            rows.addWidget(widget)
        rows.addWidget(self._how)
        rows.addLayout(columns)
        rows.addWidget(self._problem)
        rows.addLayout(keys)
