"""Where the lines will be: what to do first, or the bill that was just paid."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.actions import Do, action
from ui.billing.state import PaidView
from ui.widgets.emptying import empty
from ui.widgets.labels import key_cap, label
from ui.words import later, tr

_HINTS = (
    (later("Scan a card"), later("The customer and their points appear here at once, whatever has the focus.")),
    (later("Type a phone or a name"), later("Ten digits, the first letters, or .5678 for the last four digits.")),
    (later("Type an amount"), later("500 then Enter; 500/2 for another category; 3*45 for three at 45.")),
)


class Invitation(QScrollArea):
    """An empty counter: the three ways to begin."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("How to begin"))
        content = QWidget()
        content.setObjectName("scrolled")
        rows = QVBoxLayout(content)
        rows.setContentsMargins(28, 4, 28, 4)
        rows.setSpacing(4)
        rows.addStretch()
        for title, detail in _HINTS:
            rows.addWidget(label(tr(title), "title"))
            rows.addWidget(label(tr(detail), "muted", wraps=True))
            rows.addSpacing(12)
        rows.addStretch()
        self.setWidget(content)


class PaidCard(QWidget):
    """The bill just made: the change first, for that is what the hands need."""

    def __init__(self) -> None:
        super().__init__()
        self._bill, self._headline, self._receipt = label(role="heading"), label(role="huge"), label(role="muted")
        self._figures = QGridLayout()
        self._figures.setHorizontalSpacing(32)
        self._figures.setVerticalSpacing(4)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(28, 4, 28, 4)
        rows.setSpacing(8)
        rows.addStretch()
        rows.addWidget(self._bill)
        rows.addWidget(self._headline)
        rows.addSpacing(8)
        rows.addLayout(self._figures)
        rows.addSpacing(12)
        rows.addLayout(self._receipt_row())
        rows.addStretch()

    def _receipt_row(self) -> QHBoxLayout:
        reprint = action(Do.REPRINT)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self._receipt, key_cap(reprint.key_label), label(tr("reprint receipt"), "muted")):
            row.addWidget(widget)
        row.addStretch()
        return row

    def show_paid(self, paid: PaidView) -> None:
        self._bill.setText(paid.bill)
        self._headline.setText(paid.headline)
        self._receipt.setText(paid.receipt)
        self._receipt.setVisible(bool(paid.receipt))
        empty(self._figures)
        for place, figure in enumerate(paid.figures):
            value = label(figure.value, "heading")
            self._figures.addWidget(label(figure.label, "muted"), 0, place)
            self._figures.addWidget(value, 1, place)
        self._figures.setColumnStretch(len(paid.figures), 1)
        self._figures.setAlignment(Qt.AlignmentFlag.AlignLeft)
