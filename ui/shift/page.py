"""The shift's page: how it stands, what is done about it, and the reports there are."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.shift import wording
from ui.shift.panes import CountPane, HomePane, MovePane, ResultPane
from ui.shift.presenter import Shifter
from ui.shift.state import ShiftState, Step
from ui.widgets.buttons import ActionButton
from ui.widgets.frame import foot, frame
from ui.widgets.lists import ListPane
from ui.widgets.strip import Strip
from ui.words import tr
from ui.work import Work

LIST_PX = 380
_AT_HOME = (Do.PAY_IN, Do.PAY_OUT, Do.DROP, Do.X_REPORT, Do.CLOSE_SHIFT)


class ShiftPage(QWidget):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("page")
        self.strip, self.reports = Strip(), ListPane(commands, tr(wording.REPORTS), nothing=tr(wording.NO_REPORTS))
        self.home, self.move_pane, self.count, self.result = HomePane(), MovePane(), CountPane(), ResultPane()
        self._panes: dict[Step, HomePane | MovePane | CountPane | ResultPane] = {
            Step.HOME: self.home,
            Step.MOVE: self.move_pane,
            Step.COUNT: self.count,
            Step.RESULT: self.result,
        }
        self._stack = QStackedWidget()
        self._buttons = {do: ActionButton(commands, do) for do in _AT_HOME}
        self._again = ActionButton(commands, Do.SHIFT_AGAIN)
        self._go = ActionButton(commands, Do.SHIFT_GO, main=True)
        self._turned: tuple[int, bool] | None = None
        self._lay_out(commands)
        self.desk = Shifter(context, work, self)
        self._connect()
        commands.listen(self, Scope.SHIFT)

    def open(self) -> None:
        self._turned = None
        self.desk.open()

    def open_drawer(self) -> None:
        self._turned = None
        self.desk.open_drawer()

    def back(self) -> bool:
        return self.desk.back()

    def show_state(self, state: ShiftState) -> None:
        """It is also read while another page is open, which keeps its focus."""
        self.strip.show_notice(state.notice)
        pane = self._panes[state.step]
        pane.show_state(state)
        self._stack.setCurrentWidget(pane)
        quiet = QSignalBlocker(self.reports)
        self.reports.show_rows(state.reports, min(state.marked, max(0, len(state.reports) - 1)))
        quiet.unblock()
        self._show_buttons(state)
        if self.isVisible() and (state.turn, state.is_open) != self._turned:
            self._turned = (state.turn, state.is_open)
            pane.begin(state)

    def _show_buttons(self, state: ShiftState) -> None:
        at_home = state.step is Step.HOME
        for do, button in self._buttons.items():
            button.setVisible(at_home and (state.is_open or do is Do.X_REPORT))
        self._go.say(tr(wording.GO["open" if at_home else state.step.value]))
        self._go.setVisible(not at_home or not state.is_open)
        self._again.setEnabled(bool(state.reports))
        for button in (self._go, self._buttons[Do.CLOSE_SHIFT]):
            button.setEnabled(not state.is_busy)

    def _connect(self) -> None:
        desk = self.desk
        self.reports.marked.connect(desk.mark)
        self.home.typed.connect(lambda text: desk.type(amount=text))
        self.home.amount.returnPressed.connect(self._confirm)
        self.move_pane.amount_typed.connect(lambda text: desk.type(amount=text))
        self.move_pane.reason_typed.connect(lambda text: desk.type(reason=text))
        self.move_pane.reason_chosen.connect(desk.choose_reason)
        self.count.typed.connect(desk.type_pieces)
        self.result.note_typed.connect(lambda text: desk.type(note=text))
        for pane in (self.move_pane, self.count, self.result):
            pane.done.connect(self._confirm)

    def _confirm(self) -> None:
        self.desk.do(Do.SHIFT_GO)

    def _lay_out(self, commands: Commands) -> None:
        self.reports.setFixedWidth(LIST_PX)
        for pane in self._panes.values():
            self._stack.addWidget(pane)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.reports, 1)
        right.addWidget(self._again)
        sides = QHBoxLayout()
        sides.setSpacing(8)
        sides.addWidget(self._stack, 1)
        sides.addLayout(right)
        frame(self, tr(wording.TITLE), self.strip, sides, foot=foot(commands, *self._buttons.values(), self._go))
