"""The page of rewards: the catalogue; or one reward, and beside it what it comes to."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.rewards import wording
from ui.rewards.editor import RewardEditor
from ui.rewards.presenter import RewardsDesk
from ui.rewards.state import RewardsState
from ui.rewards.table import RewardsTable
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.frame import GAP_PX, MARGINS_PX, foot
from ui.widgets.labels import label
from ui.widgets.nothing import Nothing
from ui.widgets.signs import Sign
from ui.widgets.strip import Strip
from ui.words import tr
from ui.work import Work
from ui.zoom import sized

BESIDE_PX = 280
_TABLE, _EDITOR = range(2)  # the panes
_OF_A_ROW = (Do.REMOVE_REWARD, Do.COPY_REWARD, Do.EDIT_REWARD)
_OF_THE_TABLE = (Do.DROP_REWARDS, Do.CARRY_REWARDS_OVER, *_OF_A_ROW, Do.NEW_REWARD, Do.PUBLISH_REWARDS)


class RewardsPage(QWidget):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(tr(wording.TITLE))
        self.strip, self.table, self.editor = Strip(), RewardsTable(), RewardEditor()
        self.said, self.flaws = label(wraps=True), label(role="known", wraps=True)
        self.begins = label(role="known", wraps=True)
        self.empty = Nothing(Sign.BOXES, tr(wording.EMPTY))
        self._title = label(role="title")
        self._list, self._panes, self._listed = QStackedWidget(), QStackedWidget(), QWidget()
        self._keys = {do: ActionButton(commands, do, main=do is Do.PUBLISH_REWARDS) for do in _OF_THE_TABLE}
        self._keep = ActionButton(commands, Do.KEEP_REWARD, main=True)
        self._lay_out(commands)
        self.desk = RewardsDesk(context, work, self)
        self.editor.changed.connect(self.desk.change)
        self.table.marked.connect(self.desk.mark)
        self.table.doubleClicked.connect(lambda _: self.desk.do(Do.EDIT_REWARD))

    def open(self) -> None:
        self.desk.open()
        self._take_focus()

    def back(self) -> bool:
        return self.desk.back()

    def show_state(self, state: RewardsState) -> None:
        self.strip.show_notice(state.notice)
        self._title.setText(state.title)
        quiet = QSignalBlocker(self.table)
        self.table.show_rewards(state.rows, state.marked)
        quiet.unblock()
        self._show_list(has_rows=bool(state.rows))
        self.begins.setText(state.begins)
        self.begins.setVisible(bool(state.begins))
        self._show_keys(state)
        if state.form is not None:
            self.editor.show_form(state.form, state)
            self.said.setText(state.said)
            self.flaws.setText(state.flaws)
            self.flaws.setVisible(bool(state.flaws))
        self._turn(_TABLE if state.form is None else _EDITOR)

    def _show_list(self, *, has_rows: bool) -> None:
        """Whoever stands on one goes on standing on what takes its place."""
        is_here = self.table.hasFocus() or self._listed.hasFocus()
        self._list.setCurrentIndex(int(has_rows))
        if is_here:
            self._take_focus()

    def _show_keys(self, state: RewardsState) -> None:
        for do in _OF_A_ROW:
            self._keys[do].setVisible(bool(state.rows))
        self._keys[Do.DROP_REWARDS].setVisible(state.has_changes)
        self._keys[Do.CARRY_REWARDS_OVER].setVisible(state.has_newer)
        self._keys[Do.PUBLISH_REWARDS].setEnabled(state.has_changes and not state.is_busy and not state.is_led)
        self._keep.setEnabled(not state.is_busy)

    def _turn(self, pane: int) -> None:
        if self._panes.currentIndex() != pane:
            self._panes.setCurrentIndex(pane)
            self._take_focus()

    def _take_focus(self) -> None:
        if self._panes.currentIndex() == _EDITOR:
            self.editor.take_focus()
        else:
            (self.table if self._list.currentIndex() else self._listed).setFocus()

    def _lay_out(self, commands: Commands) -> None:
        self._panes.addWidget(self._lay_out_list(commands))
        self._panes.addWidget(self._lay_out_editor(commands))
        page = QVBoxLayout(self)
        page.setContentsMargins(*MARGINS_PX)
        page.setSpacing(GAP_PX)
        for one in (self._title, self.strip):
            page.addWidget(one)
        page.addWidget(self._panes, 1)

    def _lay_out_list(self, commands: Commands) -> QWidget:
        listed = self._listed
        listed.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        listed.setAccessibleName(tr(wording.TITLE))
        self._list.addWidget(self.empty)
        self._list.addWidget(Card(self.table, margin=4))
        rows = _rows_in(listed)
        rows.addWidget(label(tr(wording.EXPLAINED), "muted", wraps=True))
        rows.addWidget(self._list, 1)
        rows.addWidget(self.begins)
        rows.addLayout(foot(commands, *self._keys.values()))
        commands.listen(listed, Scope.REWARDS)
        return listed

    def _lay_out_editor(self, commands: Commands) -> QWidget:
        edited = QWidget()
        about = Card(label(tr("In words"), "heading"), self.said, self.flaws)
        about.rows.addStretch(1)
        sized(about, QWidget.setFixedWidth, BESIDE_PX)
        beside = QHBoxLayout()
        beside.setSpacing(GAP_PX)
        beside.addWidget(self.editor, 1)
        beside.addWidget(about)
        rows = _rows_in(edited)
        rows.addLayout(beside, 1)
        rows.addLayout(foot(commands, self._keep))
        commands.listen(edited, Scope.REWARD_FORM)
        return edited


def _rows_in(pane: QWidget) -> QVBoxLayout:
    rows = QVBoxLayout(pane)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(GAP_PX)
    return rows
