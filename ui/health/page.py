"""The page of health: a line for each part, and a test of the marked one."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.errors import Tone
from ui.health.presenter import HealthDesk
from ui.health.state import Finding, HealthState
from ui.rows import ChoiceRow
from ui.widgets.buttons import ActionButton
from ui.widgets.frame import foot, frame
from ui.widgets.lists import ListPane
from ui.widgets.strip import Strip
from ui.words import later, tr
from ui.work import Work
from ui.zoom import percent

TITLE = later("Health of the counter")
_WORDS = {Tone.GOOD: later("OK"), Tone.INFO: "", Tone.WARN: later("needs a look"), Tone.BAD: later("not working")}


class HealthPage(QWidget):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(tr(TITLE))
        self.strip, self.parts = Strip(), ListPane(None, tr("What the counter works with"))
        self._test = ActionButton(commands, Do.TEST_PART, main=True)
        self._lay_out(commands)
        self.desk = HealthDesk(context, work, self)
        self.parts.marked.connect(self.desk.mark)
        commands.listen(self, Scope.HEALTH)

    def open(self) -> None:
        self.desk.open()
        self.parts.list.setFocus()

    def screen_words(self) -> str:
        """The window and the screen it is on, in figures."""
        window, screen = self.window(), QApplication.primaryScreen()
        size = screen.size()
        return (
            f"{size.width()} x {size.height()} at {screen.devicePixelRatio():g}, "
            f"window {window.width()} x {window.height()}, texts at {percent()} %"
        )

    def copy(self, text: str) -> None:
        QApplication.clipboard().setText(text)

    def open_folder(self, folder: str) -> bool:
        return QDesktopServices.openUrl(QUrl.fromLocalFile(folder))

    def scanned(self, text: str) -> None:
        self.desk.scanned(text)

    def show_state(self, state: HealthState) -> None:
        self.strip.show_notice(state.notice)
        quiet = QSignalBlocker(self.parts)
        self.parts.show_rows(tuple(map(_row, state.findings)), state.marked)
        self.parts.list.setCurrentRow(state.marked)
        quiet.unblock()
        self._test.setEnabled(not state.is_busy)

    def _lay_out(self, commands: Commands) -> None:
        others = (ActionButton(commands, do) for do in (Do.OPEN_LOGS, Do.COPY_DIAGNOSTICS, Do.LOOK_AGAIN))
        frame(self, tr(TITLE), self.strip, self.parts, foot=foot(commands, *others, self._test))


def _row(found: Finding) -> ChoiceRow:
    words = _WORDS[found.tone]
    return ChoiceRow(tr(found.part), found.words, tr(words) if words else "", is_barred=found.tone is Tone.BAD)
