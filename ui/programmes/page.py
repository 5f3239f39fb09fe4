"""The page of programmes: all of them on the left, the marked one on the right."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.programmes import wording
from ui.programmes.editor import ProgrammeEditor
from ui.programmes.presenter import ProgrammesDesk
from ui.programmes.state import ProgrammesState
from ui.widgets.buttons import ActionButton
from ui.widgets.frame import GAP_PX, foot, frame
from ui.widgets.labels import label
from ui.widgets.lists import ListPane
from ui.widgets.strip import Strip
from ui.words import tr
from ui.work import Work
from ui.zoom import sized

LIST_PX = 420
_KEYS = (Do.ARCHIVE_PROGRAMME, Do.SUSPEND_PROGRAMME, Do.NEW_PROGRAMME, Do.BEGIN_PROGRAMME, Do.SAVE_PROGRAMME)


class ProgrammesPage(QWidget):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr(wording.TITLE))
        self.strip, self.editor = Strip(), ProgrammeEditor()
        self.programmes = ListPane(commands, tr(wording.TITLE))
        sized(self.programmes, QWidget.setFixedWidth, LIST_PX)
        self._keys = {do: ActionButton(commands, do, main=do is Do.SAVE_PROGRAMME) for do in _KEYS}
        self._lay_out(commands)
        self.desk = ProgrammesDesk(context, work, self)
        self.programmes.marked.connect(self.desk.mark)
        self.editor.changed.connect(self.desk.type)
        commands.listen(self, Scope.PROGRAMMES)

    def open(self) -> None:
        self.desk.open()
        self.programmes.list.setFocus()

    def back(self) -> bool:
        return self.desk.back()

    def focus_form(self) -> None:
        self.editor.take_focus()

    def show_state(self, state: ProgrammesState) -> None:
        self.strip.show_notice(state.notice)
        quiet = QSignalBlocker(self.programmes)
        self.programmes.show_rows(state.rows, state.marked)
        self.programmes.list.setCurrentRow(-1 if state.is_new else state.marked)
        quiet.unblock()
        self.editor.show_form(state.form, state)
        self._keys[Do.SUSPEND_PROGRAMME].say(tr("Let it go on") if state.is_suspended else tr("Suspend"))
        for key in self._keys.values():
            key.setEnabled(not state.is_busy)

    def _lay_out(self, commands: Commands) -> None:
        body = QHBoxLayout()
        body.setSpacing(GAP_PX)
        body.addWidget(self.programmes)
        body.addWidget(self.editor, 1)
        explained = label(tr(wording.EXPLAINED), "muted", wraps=True)
        frame(self, tr(wording.TITLE), self.strip, explained, body, foot=foot(commands, *self._keys.values()))
