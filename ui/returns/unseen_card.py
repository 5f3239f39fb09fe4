"""The form for a bill that cannot be seen now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.domain.shift import TEXT_LENGTH_MAX
from ui.returns import wording
from ui.returns.state import UnseenView
from ui.widgets.card import Card
from ui.widgets.fields import FigureField
from ui.widgets.labels import label
from ui.words import tr

FIELD_PX = 220


class UnseenCard(Card):
    amount_typed = Signal(str)
    reason_typed = Signal(str)
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = label(role="title", wraps=True)
        self.amount, self.reason = FigureField(tr(wording.CASH_BACK)), QLineEdit()
        self.amount.setFixedWidth(FIELD_PX)
        self.reason.setMaxLength(TEXT_LENGTH_MAX)
        self.reason.setAccessibleName(tr(wording.REASON))
        self.amount.textEdited.connect(self.amount_typed)
        self.amount.returnPressed.connect(self.reason.setFocus)
        self.reason.textEdited.connect(self.reason_typed)
        self.reason.returnPressed.connect(self.done)
        explained = label(tr(wording.UNSEEN_HOW), "muted", wraps=True)
        named = (label(tr(wording.CASH_BACK)), self.amount, label(tr(wording.REASON)), self.reason)
        for widget in (self._title, explained, *named):
            self.rows.addWidget(widget)
        self.rows.addStretch(1)

    def show_view(self, view: UnseenView | None) -> None:
        self.setVisible(view is not None)
        if view is not None:
            self._title.setText(tr("Can't see bill {number} until online", number=view.number))
            self.amount.show_text(view.amount)
            if self.reason.text() != view.reason:
                self.reason.setText(view.reason)
