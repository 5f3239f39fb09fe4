"""The page of rules: the table and what the draft would have done; one rule, or one bill, and what it comes to."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.draft_page import PageWords, rows_in
from ui.rules import wording
from ui.rules.editor import RuleEditor
from ui.rules.presenter import KEYS, RulesDesk
from ui.rules.state import RulesState
from ui.rules.table import RulesTable
from ui.rules.trial_pane import TrialPane
from ui.tried_page import TriedPage
from ui.widgets.buttons import ActionButton
from ui.widgets.frame import foot
from ui.widgets.labels import label
from ui.work import Work

_OF_THE_TRIAL = (Do.DROP_CASE, Do.EXPORT_CASES, Do.TRY_SOLD_BILL, Do.KEEP_CASE)
_TRIAL = 2  # the pane behind those of every draft
_WORDS = PageWords(wording.TITLE, wording.EXPLAINED, wording.EMPTY)


class RulesPage(TriedPage):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        self.table, self.editor, self._commands = RulesTable(), RuleEditor(), commands
        self.warnings = label(role="known", wraps=True)
        trials = (Do.RULE_COST, Do.TRY_ONE_BILL)
        super().__init__(commands, KEYS, _WORDS, self.table, self.editor, trials=trials)
        self.desk: RulesDesk = RulesDesk(context, work, self)

    @cached_property
    def trial(self) -> TrialPane:
        """Made when a bill is first tried: together with the page it would hold the screen up."""
        trial = TrialPane()
        trial.forms.changed.connect(self.desk.type_bill)
        trial.forms.asked.connect(self.desk.trial.look_up)
        trial.forms.opened.connect(self.desk.trial.open_case)
        self._panes.addWidget(self._around(trial))
        return trial

    def show_rows(self, state: RulesState) -> None:
        self.table.show_rules(state.rows, state.marked)

    def show_state(self, state: RulesState) -> None:
        self.warnings.setText(state.warnings)
        self.warnings.setVisible(bool(state.warnings))
        if state.trial is not None:
            self.trial.show_trial(state.trial, state)
        super().show_state(state)

    def focus_number(self) -> None:
        self.trial.forms.number.setFocus()
        self.trial.forms.number.selectAll()

    def _pane_of(self, state: RulesState) -> int:
        return super()._pane_of(state) if state.trial is None or state.form is not None else _TRIAL

    def _take_focus(self) -> None:
        if self._panes.currentIndex() == _TRIAL:
            self.trial.forms.take_focus()
        else:
            super()._take_focus()

    def _lay_out_below(self, rows: QVBoxLayout) -> None:
        rows.addWidget(self.warnings)
        super()._lay_out_below(rows)

    def _around(self, trial: TrialPane) -> QWidget:
        tried = QWidget()
        buttons = (ActionButton(self._commands, do, main=do is Do.KEEP_CASE) for do in _OF_THE_TRIAL)
        rows = rows_in(tried)
        rows.addWidget(trial, 1)
        rows.addLayout(foot(self._commands, *buttons))
        self._commands.listen(tried, Scope.RULE_TRIAL)
        return tried
