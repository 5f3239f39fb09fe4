"""The first run's page: what is asked now, with the keys that answer, leave it for later or step back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import Do, Scope
from ui.commands import Commands
from ui.firstrun.pane import Pane
from ui.firstrun.panes import (
    DevicesPane,
    DonePane,
    GoodsPane,
    JoiningPane,
    OwnerPane,
    ShopPane,
    WelcomePane,
)
from ui.firstrun.presenter import FirstRunner
from ui.firstrun.state import Field, FirstRunState, Step
from ui.firstrun.wording import ASKED, CONTINUE, FILES_PATTERN, LABELS, OPENS, TITLES, step_words
from ui.widgets.buttons import ActionButton
from ui.widgets.labels import label
from ui.widgets.strip import Strip
from ui.words import tr

MARGIN_PX = 48


class FirstRunPage(QWidget):
    def __init__(self, runner: FirstRunner, commands: Commands, run: Callable[[Do], None]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._runner = runner
        self._title, self._number, self._asked = label(role="title"), label(role="muted"), label(wraps=True)
        self.strip, self._stack = Strip(), QStackedWidget()
        self.owner = OwnerPane(runner)
        self.panes: dict[Step, Pane] = {
            Step.WELCOME: WelcomePane(runner, commands),
            Step.JOINING: JoiningPane(runner),
            Step.SHOP: ShopPane(runner),
            Step.DEVICES: DevicesPane(runner, commands),
            Step.OWNER: self.owner,
            Step.GOODS: GoodsPane(runner, commands),
            Step.DONE: DonePane(runner),
        }
        for pane in self.panes.values():
            self._stack.addWidget(pane)
        self._back, self._later = ActionButton(commands, Do.BACK), ActionButton(commands, Do.SKIP_STEP)
        self._go_on = ActionButton(commands, Do.GO_ON, main=True)
        self._step: Step | None = None
        self._lay_out()
        commands.listen(self, Scope.EVERYWHERE, run)
        commands.listen(self, Scope.FIRST_RUN, run)

    def show_state(self, state: FirstRunState) -> None:
        pane = self.panes[state.step]
        self._title.setText(tr(TITLES[state.step]))
        self._number.setText(step_words(state.number, state.count) if state.count > 1 else "")
        self._asked.setText(tr(ASKED[state.step]))
        self.strip.show_notice(state.notice)
        self._back.setVisible(state.can_go_back)
        self._later.setVisible(state.can_skip)
        self._go_on.say(tr(OPENS if state.step is Step.DONE else CONTINUE))
        self._go_on.setEnabled(not state.is_busy)
        pane.show_state(state)
        if state.step is not self._step:
            self._step = state.step
            self._stack.setCurrentWidget(pane)
            pane.first.setFocus()

    def choose_file(self) -> None:
        """Look for a list."""
        if self._step is Step.GOODS:
            chosen, _ = QFileDialog.getOpenFileName(self, tr(LABELS[Field.FILE]), str(Path.home()), FILES_PATTERN)
            if chosen:
                self._runner.type(Field.FILE, chosen)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._number)
        keys = QHBoxLayout()
        keys.setSpacing(8)
        keys.addWidget(self._back)
        keys.addStretch(1)
        keys.addWidget(self._later)
        keys.addWidget(self._go_on)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(MARGIN_PX, 16, MARGIN_PX, 12)
        rows.setSpacing(8)
        rows.addLayout(head)
        rows.addWidget(self._asked)
        rows.addWidget(self.strip)
        rows.addWidget(self._stack, 1)
        rows.addLayout(keys)
