"""The counter's page: its widgets and where they stand. What they show and do is the presenter's."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.program import Program
from ui.actions import Do, Scope, bar
from ui.billing.blank import Invitation, PaidCard
from ui.billing.box import Hint, SmartBox
from ui.billing.categories import CategoryStrip
from ui.billing.customer_cards import CustomerSide, member_words
from ui.billing.lines import LinesTable
from ui.billing.panes import CustomerPane, PointsPane, WhyPane
from ui.billing.pay_pane import PayPane
from ui.billing.presenter import Counter
from ui.billing.stage import Mode
from ui.billing.state import CounterState
from ui.billing.totals import TotalsBand
from ui.commands import Commands
from ui.context import CounterContext
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.flow import FlowRow
from ui.widgets.labels import ShortLabel
from ui.widgets.lists import ListPane
from ui.widgets.scrolled import ScrolledBody
from ui.widgets.strip import Strip
from ui.words import later, tr
from ui.work import Work
from ui.zoom import STEPS, percent, scaled, sized

SIDE_PX, SIDE_NARROW_PX, NARROW_PX = 400, 368, 1160
FOLDED_PX = 1000  # a window less wide than that, in texts' size, shows the bill or a pane, not both
BAND_PX, BAND_LOW_PX, LOW_PX = 84, 64, 620


class CounterPage(QWidget):
    def __init__(self, context: CounterContext, work: Work, program: Program, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("page")
        self.box, self.hint, self.strip = SmartBox(), Hint(), Strip()
        self.categories, self.lines = CategoryStrip(), LinesTable()
        self.invitation, self.paid = Invitation(), PaidCard()
        self.resting, self.totals = CustomerSide(commands), TotalsBand(commands)
        self.customer, self.points, self.why = CustomerPane(commands), PointsPane(commands), WhyPane()
        self.picks = ListPane(commands, tr("Who is it?"))
        self.batches = ListPane(commands, tr("Which batch?"))
        self.held = ListPane(commands, tr("Bills on hold"))
        self.rewards = ListPane(commands, tr("Rewards"), nothing=tr("No rewards are in this shop's catalogue."))
        self.pay = PayPane(commands)
        self._buttons = {one.do: ActionButton(commands, one.do, main=one.do is Do.PAY) for one in bar()}
        self.who = ShortLabel("heading")
        self._left, self.side = QStackedWidget(), _Side()
        self._mode, self._is_folded = Mode.RING, False
        self._lay_out()
        self.box.setPlaceholderText(tr(_PLACEHOLDERS[Mode.RING]))
        self.counter = Counter(context, work, self, program)
        self._connect()
        commands.listen(self, Scope.COUNTER)
        sized(self, lambda page, _: page._fit(), 0)  # after all in it had their sizes

    def set_box(self, text: str) -> None:
        self.box.setText(text)

    def focus_box(self) -> None:
        self.box.setFocus()
        self.box.selectAll()

    def copied(self) -> str:
        return QGuiApplication.clipboard().text()

    def show_state(self, state: CounterState) -> None:
        self.hint.say(state.hint)
        self.strip.show_notice(state.notice)
        self.categories.show_chips(state.categories)
        self.totals.show_totals(state.totals)
        self._buttons[Do.RECALL].say(tr("Recall ({n})", n=len(state.held)) if state.held else tr("Recall"))
        self._show_left(state)
        self._show_side(state)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._is_folded = percent() > STEPS[0] and self.window().width() < scaled(FOLDED_PX)
        width = scaled(SIDE_NARROW_PX if self.width() < scaled(NARROW_PX) else SIDE_PX)
        self.side.setMinimumWidth(0 if self._is_folded else width)
        self.side.setMaximumWidth(self.window().maximumWidth() if self._is_folded else width)
        self._body.setDirection(_DOWN if self._is_folded else _ACROSS)
        self._keys.setVisible(not self._is_folded)
        for one in (self.lines, self.totals):
            one.fold(is_folded=self._is_folded)
        self._unfold()
        self.totals.setFixedHeight(scaled(BAND_LOW_PX if self.height() < scaled(LOW_PX) else BAND_PX))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """What a pane has no use for is typed into the box."""
        if event.text().isprintable() and event.text():
            self.box.setFocus()
            self.box.insert(event.text())
        else:
            super().keyPressEvent(event)

    def _show_left(self, state: CounterState) -> None:
        self.lines.show_lines(state.lines, state.marked, state.point_head)
        if state.paid is not None:
            self.paid.show_paid(state.paid)
        empty = self.paid if state.paid is not None else self.invitation
        self._left.setCurrentWidget(self.lines if state.lines else empty)

    def _unfold(self) -> None:
        """Folded, a pane takes the place of the bill; who is on the bill is said in a line above it."""
        has_pane = self._mode in self._panes
        self.side.setVisible(has_pane or not self._is_folded)
        self.who.setVisible(self._is_folded and not has_pane and bool(self.who.text()))
        for widget in (self.categories, self.rung):
            widget.setVisible(not (self._is_folded and has_pane))

    def _show_side(self, state: CounterState) -> None:
        self.resting.show_customer(state.member, state.redeem)
        self.customer.show_member(state.member)
        self.who.setText(member_words(state.member))
        self.picks.show_rows(state.choices)
        self.batches.show_rows(state.batches)
        self.held.show_rows(state.held)
        self.rewards.show_rows(state.rewards)
        self.points.show_points(state.points)
        self.why.show_sections(state.why)
        self.pay.show_tendering(state.tendering, state.upi_link)
        if state.mode is not self._mode:
            self._turn(state.mode)
        self._unfold()

    def _turn(self, mode: Mode) -> None:
        self._mode = mode
        self.side.setCurrentWidget(self._panes.get(mode, self.resting))
        self.box.setPlaceholderText(tr(_PLACEHOLDERS.get(mode, _PLACEHOLDERS[Mode.RING])))
        self.take_focus()

    def take_focus(self) -> None:
        """To whatever the open pane needs keys for; to the box when there is none."""
        focus = {
            Mode.PICK: self.picks.list.setFocus,
            Mode.BATCH: self.batches.list.setFocus,
            Mode.HELD: self.held.list.setFocus,
            Mode.REWARDS: (self.box if self.rewards.list.isHidden() else self.rewards.list).setFocus,
            Mode.CUSTOMER: self.customer.setFocus,
            Mode.POINTS: self.points.take_focus,
            Mode.PAY: self.pay.take_focus,
            Mode.WHY: self.why.take_focus,
        }
        focus.get(self._mode, self.box.setFocus)()

    def _connect(self) -> None:
        counter = self.counter
        self.box.submitted.connect(counter.entering.submit)
        self.box.textChanged.connect(counter.prompt.read)
        self.box.commanded.connect(counter.do)
        self.categories.chosen.connect(counter.entering.choose_category)
        self.lines.clicked.connect(lambda index: counter.ringing.mark(index.row()))
        self.picks.chosen.connect(counter.entering.choose)
        self.batches.chosen.connect(counter.entering.choose)
        self.held.chosen.connect(counter.entering.choose)
        self.rewards.chosen.connect(counter.entering.choose)
        self.points.typed.connect(counter.points.type)
        self.pay.cash.given.connect(counter.till.give)
        self.pay.split.part_given.connect(counter.till.give_part)
        self.pay.voucher.number_given.connect(counter.till.give_number)
        self.pay.voucher.amount_given.connect(counter.till.give_worth)
        self.pay.part_confirmed.connect(counter.till.confirm_part)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 8, 16, 12)
        rows.setSpacing(8)
        rows.addWidget(self.box)
        rows.addWidget(self._middle(), 1)
        rows.addWidget(self.totals)
        self._keys = QWidget()
        keys = FlowRow(8)
        self._keys.setLayout(keys)
        for button in self._buttons.values():
            keys.addWidget(button)
        rows.addWidget(self._keys)

    def _middle(self) -> ScrolledBody:
        for widget in (self.invitation, self.paid, self.lines):
            self._left.addWidget(widget)
        self.rung = Card(self._left, margin=4)
        left = QVBoxLayout()
        left.setSpacing(8)
        for above in (self.hint, self.strip, self.who, self.categories):
            left.addWidget(above)
        left.addWidget(self.rung, 1)
        self._fill_side()
        middle = QWidget()
        self._body = QBoxLayout(_ACROSS, middle)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(12)
        self._body.addLayout(left, 1)
        self._body.addWidget(self.side)
        return ScrolledBody(middle)

    def _fill_side(self) -> None:
        self._panes: dict[Mode, QWidget] = {
            Mode.PICK: self.picks,
            Mode.BATCH: self.batches,
            Mode.HELD: self.held,
            Mode.REWARDS: self.rewards,
            Mode.CUSTOMER: self.customer,
            Mode.POINTS: self.points,
            Mode.PAY: self.pay,
            Mode.WHY: self.why,
        }
        for widget in (self.resting, *self._panes.values()):
            self.side.addWidget(widget)


class _Side(QStackedWidget):
    """The panes beside the bill; only the one that is shown needs room."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()


_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_PLACEHOLDERS = {
    Mode.RING: later("Scan or type"),
    Mode.FIND: later("Find a customer"),
}
