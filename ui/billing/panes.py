"""The smaller panes beside the bill: why, the customer at length, how many points to use."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.actions import Do, Scope
from ui.billing.customer_cards import MemberCard
from ui.billing.reasons import ReasonRow
from ui.billing.state import MemberView, PointsView, Section
from ui.commands import Commands
from ui.widgets.buttons import TARGET_PX, ActionButton
from ui.widgets.card import Card
from ui.widgets.fields import FigureField
from ui.widgets.flow import FlowRow
from ui.widgets.labels import label
from ui.words import tr


class WhyPane(Card):
    """The arithmetic behind the points and the limit."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Section, ...] = ()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(tr("Why these figures"))
        self.rows.addWidget(self._scroll, 1)

    def take_focus(self) -> None:
        self._scroll.setFocus()

    def show_sections(self, sections: tuple[Section, ...]) -> None:
        if sections == self._shown:
            return
        self._shown = sections
        content = QWidget()
        content.setObjectName("scrolled")
        rows = QVBoxLayout(content)
        rows.setContentsMargins(8, 8, 8, 8)
        for section in sections:
            rows.addWidget(label(section.title, "heading"))
            for reason in section.reasons:
                rows.addWidget(ReasonRow(reason))
            rows.addSpacing(12)
        rows.addStretch()
        self._scroll.setWidget(content)


class CustomerPane(QWidget):
    """Everything about the customer, their card once more, and the ways to let them go."""

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Customer on this bill"))
        self._card = MemberCard()
        self._shown: MemberView | None = None
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self._card)
        for left, right in ((Do.BALANCE_SLIP, Do.STATEMENT), (Do.PRINT_CARD, Do.DETACH)):
            beside = QHBoxLayout()
            beside.setSpacing(8)
            for do in (left, right):
                beside.addWidget(ActionButton(commands, do), 1)
            rows.addLayout(beside)
        who = FlowRow(8)
        who.addWidget(ActionButton(commands, Do.PROFILE))
        who.addWidget(ActionButton(commands, Do.CUSTOMER, text=tr("Another customer")))
        rows.addLayout(who)
        rows.addStretch()
        commands.listen(self, Scope.CUSTOMER, lambda do: commands.action(_BACK.get(do, do)).trigger())

    def show_member(self, member: MemberView | None) -> None:
        self._shown = member
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Only what was shown once is dressed, and as high as it will be."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._card.show_within(self._shown, self.height() - _BUTTONS_PX)


_BUTTONS_PX = 3 * (TARGET_PX + 8)  # three rows of them, each with the gap above it
# There is nothing to confirm about a customer: Enter is content with them.
_BACK = {Do.CONFIRM: Do.BACK}


class PointsPane(Card):
    """Some of the points, when it is neither all nor none."""

    typed = Signal(str)

    def __init__(self, commands: Commands) -> None:
        super().__init__(spacing=10)
        self.field = FigureField(tr("Points to use"))
        self.field.textEdited.connect(self.typed)
        self._most, self._worth, self._problem = label(role="muted"), label(role="big"), label(role="problem")
        self._title, self._use = label(role="heading"), ActionButton(commands, Do.CONFIRM, main=True)
        for widget in (self._title, self._most, self.field, self._worth, self._problem):
            self.rows.addWidget(widget)
        self.rows.addStretch()
        self.rows.addWidget(label(tr("Shift+F8 once more: rewards"), "muted", wraps=True))
        self.rows.addWidget(self._use)
        commands.listen(self, Scope.LIST, lambda do: commands.action(do).trigger())

    def take_focus(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def show_points(self, points: PointsView) -> None:
        self._title.setText(points.title)
        self._use.say(points.use)
        self.field.show_text(points.typed)
        self._most.setText(tr("At most {most} on this bill", most=points.most))
        self._worth.setText(f"= {points.worth}" if points.worth else "")
        self._problem.setText(points.problem)
        self._problem.setVisible(bool(points.problem))
