"""The page of rules: the table and what the draft would have done; or one rule, and beside it what it comes to."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.draft_page import beside_in_words, rows_in
from ui.rules import wording
from ui.rules.editor import RuleEditor
from ui.rules.presenter import RulesDesk
from ui.rules.state import RulesState
from ui.rules.table import RulesTable
from ui.rules.trial_pane import TrialPane
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.frame import GAP_PX, MARGINS_PX, foot
from ui.widgets.labels import label
from ui.widgets.nothing import Nothing
from ui.widgets.signs import Sign
from ui.widgets.strip import Strip
from ui.words import tr
from ui.work import Work

BESIDE_PX = 280
_OF_THE_TRIAL = (Do.DROP_CASE, Do.EXPORT_CASES, Do.TRY_SOLD_BILL, Do.KEEP_CASE)
_TABLE, _EDITOR, _TRIAL = range(3)  # the panes
_OF_THE_TABLE = (
    Do.DROP_RULES, Do.CARRY_RULES_OVER, Do.REMOVE_RULE, Do.COPY_RULE, Do.EDIT_RULE, Do.NEW_RULE, Do.PUBLISH_RULES
)  # fmt: skip


class RulesPage(QWidget):
    _told = Signal(int, int)

    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(tr(wording.TITLE))
        self.strip, self.table, self.editor = Strip(), RulesTable(), RuleEditor()
        self.impact, self.warnings = label(role="muted", wraps=True), label(role="known", wraps=True)
        self.said, self.flaws = label(wraps=True), label(role="known", wraps=True)
        self._title = label(role="title")
        self._empty = Nothing(Sign.BOXES, tr(wording.EMPTY))
        self._list, self._panes, self._listed = QStackedWidget(), QStackedWidget(), QWidget()
        self._keys = {do: ActionButton(commands, do, main=do is Do.PUBLISH_RULES) for do in _OF_THE_TABLE}
        self._keep = ActionButton(commands, Do.KEEP_RULE, main=True)
        self.trial = TrialPane()
        self._lay_out(commands)
        self.desk = RulesDesk(context, work, self)
        self.editor.changed.connect(self.desk.change)
        self.trial.forms.changed.connect(self.desk.type_bill)
        self.trial.forms.asked.connect(self.desk.trial.look_up)
        self.trial.forms.opened.connect(self.desk.trial.open_case)
        self.table.marked.connect(self.desk.mark)
        self.table.doubleClicked.connect(lambda _: self.desk.do(Do.EDIT_RULE))
        self._told.connect(self.desk.tried)

    def open(self) -> None:
        self.desk.open()
        self._take_focus()

    def back(self) -> bool:
        return self.desk.back()

    def tell(self, done: int, of: int) -> None:
        self._told.emit(done, of)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.desk.close()

    def show_state(self, state: RulesState) -> None:
        self.strip.show_notice(state.notice)
        self._title.setText(state.title)
        quiet = QSignalBlocker(self.table)
        self.table.show_rules(state.rows, state.marked)
        quiet.unblock()
        self._show_list(has_rows=bool(state.rows))
        first, *more = state.impact or ("",)
        self.impact.setText(" ".join(filter(None, (first, " · ".join(more)))))
        self.warnings.setText(state.warnings)
        self.warnings.setVisible(bool(state.warnings))
        self._show_keys(state)
        if state.form is not None:
            self.editor.show_form(state.form, state)
            self.said.setText(state.said)
            self.flaws.setText(state.flaws)
            self.flaws.setVisible(bool(state.flaws))
        if state.trial is not None:
            self.trial.show_trial(state.trial, state)
        self._turn(_EDITOR if state.form is not None else _TRIAL if state.trial is not None else _TABLE)

    def _show_list(self, *, has_rows: bool) -> None:
        """Whoever stands on one goes on standing on what takes its place."""
        is_here = self.table.hasFocus() or self._listed.hasFocus()
        self._list.setCurrentIndex(int(has_rows))
        if is_here:
            self._take_focus()

    def _show_keys(self, state: RulesState) -> None:
        for do in (Do.REMOVE_RULE, Do.COPY_RULE, Do.EDIT_RULE):
            self._keys[do].setVisible(bool(state.rows))
        self._keys[Do.DROP_RULES].setVisible(state.has_changes)
        self._keys[Do.CARRY_RULES_OVER].setVisible(state.has_newer)
        self._keys[Do.PUBLISH_RULES].setEnabled(state.has_changes and not state.is_busy)
        self._keep.setEnabled(not state.is_busy)

    def focus_number(self) -> None:
        self.trial.forms.number.setFocus()
        self.trial.forms.number.selectAll()

    def _turn(self, pane: int) -> None:
        if self._panes.currentIndex() != pane:
            self._panes.setCurrentIndex(pane)
            self._take_focus()

    def _take_focus(self) -> None:
        if self._panes.currentIndex() == _EDITOR:
            self.editor.take_focus()
        elif self._panes.currentIndex() == _TRIAL:
            self.trial.forms.take_focus()
        else:
            (self.table if self._list.currentIndex() else self._listed).setFocus()

    def _lay_out(self, commands: Commands) -> None:
        listed, edited = self._listed, QWidget()
        listed.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        listed.setAccessibleName(tr(wording.TITLE))
        self._list.addWidget(self._empty)
        self._list.addWidget(Card(self.table, margin=4))
        rows = rows_in(listed)
        rows.addWidget(label(tr(wording.EXPLAINED), "muted", wraps=True))
        rows.addWidget(self._list, 1)
        rows.addWidget(self.warnings)
        trials = QHBoxLayout()
        trials.setSpacing(GAP_PX)
        trials.addWidget(Card(self.impact, margin=10), 1)
        for do in (Do.RULE_COST, Do.TRY_ONE_BILL):
            trials.addWidget(ActionButton(commands, do))
        rows.addLayout(trials)
        rows.addLayout(foot(commands, *self._keys.values()))
        commands.listen(listed, Scope.RULES)
        self._lay_out_editor(edited, commands)
        tried = self._lay_out_trial(commands)
        for pane in (listed, edited, tried):
            self._panes.addWidget(pane)
        page = QVBoxLayout(self)
        page.setContentsMargins(*MARGINS_PX)
        page.setSpacing(GAP_PX)
        for one in (self._title, self.strip):
            page.addWidget(one)
        page.addWidget(self._panes, 1)

    def _lay_out_trial(self, commands: Commands) -> QWidget:
        tried = QWidget()
        rows = rows_in(tried)
        rows.addWidget(self.trial, 1)
        rows.addLayout(foot(commands, *(ActionButton(commands, do, main=do is Do.KEEP_CASE) for do in _OF_THE_TRIAL)))
        commands.listen(tried, Scope.RULE_TRIAL)
        return tried

    def _lay_out_editor(self, edited: QWidget, commands: Commands) -> None:
        rows = rows_in(edited)
        rows.addLayout(beside_in_words(self.editor, self.said, self.flaws, width_px=BESIDE_PX), 1)
        rows.addLayout(foot(commands, self._keep))
        commands.listen(edited, Scope.RULE_FORM)
