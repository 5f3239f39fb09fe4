"""The page of returns: the bill's lines on the left, everything the return would move on the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QWidget

from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext, PrintedReceipt
from ui.returns.presenter import Returner, Visitor
from ui.returns.state import Effect, ReturnState
from ui.returns.table import ReturnTable
from ui.returns.unseen_card import UnseenCard
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.frame import foot, frame
from ui.widgets.labels import label
from ui.widgets.nothing import Nothing
from ui.widgets.signs import Sign
from ui.widgets.strip import Strip
from ui.words import tr
from ui.work import Work

EFFECTS_PX = 400


class LinesCard(Card):
    def __init__(self, commands: Commands) -> None:
        super().__init__(margin=12)
        self._title, self._about = label(role="heading"), label(role="muted", wraps=True)
        self.table = ReturnTable()
        keys = QHBoxLayout()
        for do in (Do.TICK, Do.FEWER, Do.MORE, Do.RETURN_ALL):
            keys.addWidget(ActionButton(commands, do))
        self.rows.addWidget(self._title)
        self.rows.addWidget(self._about)
        self.rows.addWidget(self.table, 1)
        self.rows.addLayout(keys)

    def show_lines(self, state: ReturnState) -> None:
        self._title.setText(state.title)
        self._about.setText(state.about)
        self.table.show_lines(state.rows, state.marked)


class EffectsCard(Card):
    """What moves, one below the other; the reasons to ask somebody stand above them."""

    def __init__(self) -> None:
        super().__init__(margin=12)
        self.setMinimumWidth(EFFECTS_PX)
        self._cash, self._caption = label(role="big", wraps=True), label(role="muted", wraps=True)
        self._asks, self._policy = label(role="known", wraps=True), label(role="muted", wraps=True)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(tr("Everything this return moves"))
        self._shown: tuple[Effect, ...] | None = None
        for widget in (self._cash, self._caption, self._asks, self._scroll, self._policy):
            self.rows.addWidget(widget, 1 if widget is self._scroll else 0)

    def show_effects(self, state: ReturnState) -> None:
        self._cash.setText(tr("Give back {cash}", cash=state.cash) if state.cash else tr("Nothing ticked yet"))
        self._caption.setText(state.hint)
        self._asks.setText("\n".join(state.asks))
        self._asks.setVisible(bool(state.asks))
        self._policy.setText(state.policy)
        self._policy.setVisible(bool(state.policy))
        if state.effects != self._shown:
            self._shown = state.effects
            self._scroll.setWidget(_listed(state.effects))


def _listed(effects: tuple[Effect, ...]) -> QWidget:
    content = QWidget()
    content.setObjectName("scrolled")
    grid = QGridLayout(content)
    grid.setContentsMargins(0, 0, 4, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 4)
    grid.setColumnStretch(1, 5)
    for place, effect in enumerate(effects):
        value = label(effect.value, "heading", wraps=True)
        value.setAccessibleName(f"{effect.label}: {effect.value}. {effect.note}")
        grid.addWidget(label(effect.label, "muted", wraps=True), 2 * place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, 2 * place, 1)
        if effect.note:
            grid.addWidget(label(effect.note, "muted", wraps=True), 2 * place + 1, 1)
    grid.setRowStretch(2 * len(effects), 1)
    return content


class ReturnsPage(QWidget):
    def __init__(
        self,
        context: CounterContext,
        work: Work,
        commands: Commands,
        visitor: Callable[[], Visitor | None],
        on_done: Callable[[str], None],
        on_paper: Callable[[PrintedReceipt | None], None],
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.strip, self.box = Strip(), QLineEdit()
        self.lines, self.effects, self.unseen = LinesCard(commands), EffectsCard(), UnseenCard()
        self._nothing = Nothing(Sign.RECEIPT)
        self._how = Card(self._nothing)
        self._give_back, self._last = (
            ActionButton(commands, Do.GIVE_BACK, main=True),
            ActionButton(commands, Do.LAST_BILL),
        )
        self._way, self._evidence = ActionButton(commands, Do.WAY_BACK), ActionButton(commands, Do.EVIDENCE)
        self._lay_out(commands)
        self.returner = Returner(context, work, self, visitor, on_done, on_paper)
        self.box.returnPressed.connect(self._submit)
        self.lines.table.ticked.connect(self.returner.tick)
        self.lines.table.marked.connect(self.returner.mark)
        self.unseen.amount_typed.connect(self.returner.unseen.type_amount)
        self.unseen.reason_typed.connect(self.returner.unseen.type_reason)
        self.unseen.done.connect(self.returner.give_back)
        commands.listen(self, Scope.RETURNS)

    def open(self) -> None:
        self.box.clear()
        self.returner.open()

    def back(self) -> bool:
        return self.returner.back()

    def scanned(self, text: str) -> None:
        self.returner.scanned(text)

    def show_state(self, state: ReturnState) -> None:
        self.strip.show_notice(state.notice)
        self._nothing.say("" if state.rows else state.hint, headline=state.given)
        self._how.setVisible(not state.rows and state.unseen is None)
        self._way.setVisible(bool(state.rows))
        self._evidence.setVisible(bool(state.rows))
        self.unseen.show_view(state.unseen)
        self._last.setEnabled(bool(state.last_of))
        self._last.say(tr("Last bill of {name}", name=state.last_of) if state.last_of else tr("Last bill"))
        self._give_back.setEnabled(state.is_ready)
        self.lines.setVisible(bool(state.rows))
        self.effects.setVisible(bool(state.rows))
        self.lines.show_lines(state)
        self.effects.show_effects(state)

    def focus_box(self) -> None:
        self.box.setFocus()
        self.box.selectAll()

    def focus_unseen(self) -> None:
        self.unseen.amount.setFocus()

    def focus_lines(self) -> None:
        self.lines.table.setFocus()

    def _submit(self) -> None:
        if self.box.text().strip():
            self.returner.scanned(self.box.text().strip())

    def _lay_out(self, commands: Commands) -> None:
        self.box.setPlaceholderText(tr("Scan the receipt, or type the bill's number"))
        self.box.setAccessibleName(tr("Bill that comes back"))
        self.box.setMaxLength(64)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(tr("Return"), "title"))
        head.addWidget(self.box, 1)
        head.addWidget(self._last)
        body = QHBoxLayout()
        body.setSpacing(8)
        body.addWidget(self._how, 1)
        body.addWidget(self.unseen, 1)
        body.addWidget(self.lines, 3)
        body.addWidget(self.effects, 2)
        frame(self, head, self.strip, body, foot=foot(commands, self._evidence, self._way, self._give_back))
