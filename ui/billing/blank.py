"""Where the lines will be: what to do first, or the bill that was just paid."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.actions import Do, action
from ui.billing.state import PaidView
from ui.widgets.emptying import empty
from ui.widgets.labels import key_cap, label
from ui.words import later, tr
from ui.zoom import STEPS, percent

_HINTS = (
    (later("Scan a card"), later("The customer and their points appear here at once, whatever has the focus.")),
    (later("Type a phone or a name"), later("Ten digits, the first letters, or .5678 for the last four digits.")),
    (later("Type an amount"), later("500 then Enter; 500/2 for another category; 3*45 for three at 45.")),
)


class _Scrolled(QScrollArea):
    """`rows` of words, which can be scrolled where a strip above leaves them too little room."""

    def __init__(self, name: str, *, spacing: int) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self._content = content = QWidget()
        content.setObjectName("scrolled")
        self.rows = QVBoxLayout(content)
        self.rows.setContentsMargins(28, 4, 28, 4)
        self.rows.setSpacing(spacing)
        self.setWidget(content)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """All of it, where the page itself is scrolled; else only what is too high is scrolled, never what is wide."""
        whole, low = self._content.minimumSizeHint(), super().minimumSizeHint()
        return QSize(whole.width(), low.height()) if percent() == STEPS[0] else whole


class Invitation(_Scrolled):
    """An empty counter: the three ways to begin."""

    def __init__(self) -> None:
        super().__init__(tr("How to begin"), spacing=4)
        rows = self.rows
        rows.addStretch()
        for title, detail in _HINTS:
            rows.addWidget(label(tr(title), "title"))
            rows.addWidget(label(tr(detail), "muted", wraps=True))
            rows.addSpacing(12)
        rows.addStretch()


class PaidCard(_Scrolled):
    """The bill just made: the change first, for that is what the hands need."""

    def __init__(self) -> None:
        super().__init__(tr("The bill just made"), spacing=8)
        self._bill, self._headline, self._receipt = label(role="heading"), label(role="huge"), label(role="muted")
        self._figures = QGridLayout()
        self._figures.setHorizontalSpacing(32)
        self._figures.setVerticalSpacing(4)
        rows = self.rows
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
        self.updateGeometry()
