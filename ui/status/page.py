"""The page of sync: how it stands on the left, the open list on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from app.services.chain.standing import Standing
from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.status.presenter import Status
from ui.status.review_pane import ReviewPane
from ui.status.state import Fact, StatusState, Tab
from ui.status.table import UnsentTable
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.frame import foot, frame
from ui.widgets.labels import label
from ui.widgets.strip import Strip
from ui.words import tr
from ui.work import Work
from ui.zoom import sized

STANDING_PX = 304
_TABS = {Tab.TO_CHECK: Do.TO_CHECK, Tab.UNSENT: Do.UNSENT, Tab.SETTLED: Do.SETTLED}


class StandingCard(Card):
    """How counter and server stand, in words and figures."""

    def __init__(self) -> None:
        super().__init__(spacing=6)
        sized(self, QWidget.setFixedWidth, STANDING_PX)
        self._headline, self._meaning = label(role="title", wraps=True), label(role="muted", wraps=True)
        self._shown: tuple[Fact, ...] | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(tr("How counter and server stand"))
        for widget in (self._headline, self._meaning, self._scroll):
            self.rows.addWidget(widget, 1 if widget is self._scroll else 0)

    def show_standing(self, state: StatusState) -> None:
        self._headline.setText(state.headline)
        self._meaning.setText(state.meaning)
        if state.facts == self._shown:
            return
        self._shown = state.facts
        self._scroll.setWidget(_figures(state.facts))


def _figures(facts: tuple[Fact, ...]) -> QWidget:
    content = QWidget()
    content.setObjectName("scrolled")
    grid = QGridLayout(content)
    grid.setContentsMargins(0, 0, 4, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for row, fact in enumerate(facts):
        grid.addWidget(label(fact.label, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(fact.value, wraps=True), row, 1)
    grid.setRowStretch(len(facts), 1)
    return content


class UnsentPane(Card):
    def __init__(self) -> None:
        super().__init__(margin=8)
        self.table, self._words = UnsentTable(), label(role="muted", wraps=True)
        self.rows.addWidget(self.table, 1)
        self.rows.addWidget(self._words)

    def show_unsent(self, state: StatusState) -> None:
        self.table.setVisible(bool(state.unsent))
        self.table.unsent.show_rows(state.unsent)
        self._words.setText(state.unsent_words)
        self._words.setVisible(bool(state.unsent_words))


class StatusPage(QWidget):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Sync status"))
        self.strip, self.standing = Strip(), StandingCard()
        self.to_check = ReviewPane(commands, tr("Needs a check"), tr("Nothing needs a check."))
        self.settled = ReviewPane(commands, tr("Settled"), tr("Nothing has been settled yet."))
        self.unsent = UnsentPane()
        self._lists = {Tab.TO_CHECK: self.to_check, Tab.UNSENT: self.unsent, Tab.SETTLED: self.settled}
        self._tabs = {tab: ActionButton(commands, do) for tab, do in _TABS.items()}
        self._stack = QStackedWidget()
        self._tab: Tab | None = None
        self._lay_out(commands)
        self.status = Status(context, work, self)
        for pane in (self.to_check, self.settled):
            pane.marked.connect(self.status.mark)
        commands.listen(self, Scope.STATUS)

    def open(self) -> None:
        self._tab = None
        self.status.open()

    def stood(self, standing: Standing) -> None:
        self.status.hear(standing)

    def show_state(self, state: StatusState) -> None:
        self.strip.show_notice(state.notice)
        self.standing.show_standing(state)
        self._say_tabs(state)
        self.unsent.show_unsent(state)
        self.to_check.show_reviews(state.to_check, state.marked, state.review)
        self.settled.show_reviews(state.settled, state.marked, state.review)
        self._turn(state.tab)
        if self.hasFocus():  # what was asked of the store has come, and there is something to walk through now
            self.take_focus()

    def _say_tabs(self, state: StatusState) -> None:
        counts = {Tab.TO_CHECK: len(state.to_check), Tab.UNSENT: state.waiting, Tab.SETTLED: len(state.settled)}
        words = {Tab.TO_CHECK: tr("Needs a check"), Tab.UNSENT: tr("Waiting"), Tab.SETTLED: tr("Settled")}
        for tab, button in self._tabs.items():
            button.say(f"{words[tab]} ({counts[tab]})" if counts[tab] else words[tab])
            button.setChecked(tab is state.tab)

    def _turn(self, tab: Tab) -> None:
        if tab is self._tab:
            return
        self._tab = tab
        self._stack.setCurrentWidget(self._lists[tab])
        self.take_focus()

    def take_focus(self) -> None:
        """To the open list, or to the page where there is nothing in it."""
        lists = {Tab.TO_CHECK: self.to_check.list.list, Tab.SETTLED: self.settled.list.list}
        widget: QWidget = lists.get(self._tab or Tab.UNSENT, self.unsent.table)
        (widget if widget.isVisibleTo(self) else self).setFocus()

    def _lay_out(self, commands: Commands) -> None:
        head = QGridLayout()
        head.setSpacing(8)
        head.setColumnStretch(0, 1)
        head.addWidget(label(tr("Sync status"), "title"), 0, 0)
        for place, button in enumerate(self._tabs.values(), 1):
            button.setCheckable(True)
            head.addWidget(button, 0, place)
        for pane in self._lists.values():
            self._stack.addWidget(pane)
        body = QHBoxLayout()
        body.setSpacing(8)
        body.addWidget(self.standing)
        body.addWidget(self._stack, 1)
        frame(self, head, self.strip, body, foot=foot(commands, ActionButton(commands, Do.RETRY)))
