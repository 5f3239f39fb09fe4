"""The page of tiers: the tiers on the left, the figures of one on the right, and under both who would move."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.tiers.presenter import TiersDesk
from ui.tiers.state import OF_ALL, Part, TiersState
from ui.tiers.wording import PARTS
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.frame import GAP_PX, foot, frame
from ui.widgets.labels import label
from ui.widgets.lists import ListPane
from ui.widgets.strip import Strip
from ui.words import tr
from ui.work import Work
from ui.zoom import sized

LIST_PX, NAME_PX, TYPED_MAX, FIELDS_A_ROW = 400, 130, 300, 2


class TiersPage(QWidget):
    _told = Signal(int, int)

    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Tiers"))
        self.strip, self.levels = Strip(), ListPane(commands, tr("Tiers, the lowest first"))
        self.levels.setFixedWidth(LIST_PX)
        self.fields = {part: QLineEdit() for part in Part}
        self.impact, self._title, self._turn = label(role="muted", wraps=True), label(role="heading"), -1
        self._keys = {
            do: ActionButton(commands, do, main=do is Do.PUBLISH_TIERS)
            for do in (Do.DROP_TIERS, Do.TRY_TIERS, Do.PUBLISH_TIERS)
        }
        self._lay_out(commands)
        self.desk = TiersDesk(context, work, self)
        self._told.connect(self.desk.tried)
        self.levels.marked.connect(self.desk.mark)
        for part, field in self.fields.items():
            field.editingFinished.connect(partial(self._typed, part))
        commands.listen(self, Scope.TIERS)

    def open(self) -> None:
        self.desk.open()
        self.levels.list.setFocus()

    def back(self) -> bool:
        return self.desk.back()

    def tell(self, done: int, of: int) -> None:
        self._told.emit(done, of)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.desk.close()

    def show_state(self, state: TiersState) -> None:
        self.strip.show_notice(state.notice)
        quiet = QSignalBlocker(self.levels)
        self.levels.show_rows(state.rows, state.marked)
        self.levels.list.setCurrentRow(state.marked)
        quiet.unblock()
        self._title.setText(state.title)
        if state.turn != self._turn:
            self._turn = state.turn
            for part, text in state.typed.items():
                self.fields[part].setText(text)
        self.impact.setText(state.impact)
        self._keys[Do.DROP_TIERS].setVisible(state.has_changes)
        self._keys[Do.PUBLISH_TIERS].setEnabled(state.has_changes and not state.is_busy)

    def _typed(self, part: Part) -> None:
        field = self.fields[part]
        if field.isModified():
            field.setModified(False)
            self.desk.type(part, field.text())

    def _lay_out(self, commands: Commands) -> None:
        form = Card(margin=16, spacing=8)
        form.rows.addWidget(self._title)
        form.rows.addLayout(self._grid(part for part in Part if part not in OF_ALL))
        form.rows.addSpacing(GAP_PX)
        form.rows.addWidget(label(tr("All tiers"), "heading"))
        form.rows.addLayout(self._grid(OF_ALL))
        form.rows.addStretch(1)
        form.rows.addWidget(self.impact)
        body = QHBoxLayout()
        body.setSpacing(8)
        body.addWidget(self.levels)
        body.addWidget(form, 1)
        frame(self, tr("Tiers"), self.strip, body, foot=foot(commands, *self._keys.values()))

    def _grid(self, parts: Iterable[Part]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, part in enumerate(parts):
            field, named = self.fields[part], label(tr(PARTS[part]), "muted", wraps=True)
            field.setMaxLength(TYPED_MAX)
            field.setAccessibleName(tr(PARTS[part]))
            named.setBuddy(field)
            sized(named, QWidget.setFixedWidth, NAME_PX)
            row, column = divmod(place, FIELDS_A_ROW)
            grid.addWidget(named, row, 2 * column)
            grid.addWidget(field, row, 2 * column + 1)
        return grid
