"""The page of backups: the copies on the left, what is known of them on the right."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QScrollArea, QWidget

from ui.actions import Do, Scope
from ui.backup.presenter import BackupDesk
from ui.backup.state import BackupPageState, Fact
from ui.backup.wording import NONE_YET, TITLE
from ui.commands import Commands
from ui.context import CounterContext
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.frame import foot, frame
from ui.widgets.labels import label
from ui.widgets.lists import ListPane
from ui.widgets.strip import Strip
from ui.words import tr
from ui.work import Work
from ui.zoom import sized

LIST_PX = 380


class FactsPane(QScrollArea):
    """Names and what is known, one below the other."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._shown: tuple[Fact, ...] = ()
        self._card = Card(label(title, "heading"))
        self._grid = QFormLayout()
        self._grid.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._grid.setVerticalSpacing(4)
        self._card.rows.addLayout(self._grid)
        self._card.rows.addStretch(1)
        self.setWidgetResizable(True)
        self.setAccessibleName(title)
        self.setWidget(self._card)

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        if facts == self._shown:
            return
        self._shown = facts
        while self._grid.rowCount():
            self._grid.removeRow(0)
        for fact in facts:
            words = label(fact.words, "trouble" if fact.marked else "", wraps=True)
            self._grid.addRow(label(fact.name, "muted"), words)


class BackupPage(QWidget):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(tr(TITLE))
        self.strip, self.facts = Strip(), FactsPane(tr("What is known"))
        self.copies = ListPane(None, tr("Backups in the folder"), nothing=tr(NONE_YET))
        sized(self.copies, QWidget.setFixedWidth, LIST_PX)
        self._keys = {
            Do.RESTORE: ActionButton(commands, Do.RESTORE),
            Do.TRY_BACKUP: ActionButton(commands, Do.TRY_BACKUP),
            Do.BACK_UP: ActionButton(commands, Do.BACK_UP, main=True),
        }
        self._lay_out(commands)
        self.desk = BackupDesk(context, work, self)
        self.copies.marked.connect(self.desk.mark)
        commands.listen(self, Scope.BACKUP)

    def open(self) -> None:
        self.desk.open()
        (self.facts if self.copies.list.isHidden() else self.copies.list).setFocus()

    def leave(self) -> None:
        self.window().close()

    def show_state(self, state: BackupPageState) -> None:
        self.strip.show_notice(state.notice)
        had_focus, was_empty = self.copies.list.hasFocus(), self.copies.list.isHidden()
        quiet = QSignalBlocker(self.copies)
        self.copies.show_rows(state.copies, state.marked)
        self.copies.list.setCurrentRow(state.marked)
        quiet.unblock()
        if had_focus and self.copies.list.isHidden():
            self.facts.setFocus()
        elif was_empty and self.facts.hasFocus():
            self.copies.list.setFocus()
        self.facts.show_facts(state.facts)
        can_act = state.can_back_up and not state.is_busy
        self._keys[Do.BACK_UP].setEnabled(can_act)
        for do in (Do.TRY_BACKUP, Do.RESTORE):
            self._keys[do].setEnabled(can_act and bool(state.copies))

    def _lay_out(self, commands: Commands) -> None:
        body = QHBoxLayout()
        body.setSpacing(8)
        body.addWidget(self.copies)
        body.addWidget(self.facts, 1)
        frame(self, tr(TITLE), self.strip, body, foot=foot(commands, *self._keys.values()))
