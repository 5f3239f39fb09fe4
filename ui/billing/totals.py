"""The totals: one dark band with the figure that matters."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.actions import Do
from ui.billing.state import Figure, TotalsView
from ui.commands import Commands
from ui.widgets.buttons import ActionButton
from ui.widgets.emptying import empty
from ui.widgets.labels import label
from ui.words import later, tr
from ui.zoom import sized

_CAPTION, _CAPTION_WHILE_WAITING = later("TO PAY"), later("WAIT")
CAPTION_PX = 72


class _FigureColumn(QWidget):
    def __init__(self, figure: Figure) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addStretch()
        rows.addWidget(label(figure.label, "muted"))
        rows.addWidget(label(figure.value, "figure"))
        rows.addStretch()


class TotalsBand(QFrame):
    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("band")
        self._shown: tuple[Figure, ...] = ()
        self._figures = QHBoxLayout()
        self._figures.setSpacing(24)
        self._earns, self._why = label(role="figure"), ActionButton(commands, Do.WHY)
        self.to_pay = label(role="huge")
        self.to_pay.setAccessibleName(tr("To pay"))
        self._caption = label(tr(_CAPTION), "figure")
        sized(self._caption, QWidget.setMinimumWidth, CAPTION_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(24)
        self._details = QWidget()
        details = QHBoxLayout(self._details)
        details.setContentsMargins(0, 0, 0, 0)
        details.setSpacing(24)
        details.addLayout(self._figures)
        details.addStretch(1)
        details.addWidget(self._earns)
        details.addWidget(self._why)
        self._why.setMinimumWidth(96)
        row.addWidget(self._details, 1)
        row.addStretch()
        row.addWidget(self._caption)
        row.addWidget(self.to_pay)

    def fold(self, *, is_folded: bool) -> None:
        """Where there is little room, only what matters."""
        self._details.setVisible(not is_folded)

    def show_totals(self, totals: TotalsView) -> None:
        self.to_pay.setText(totals.to_pay)
        self._show_whether_current(totals.is_current)
        self._earns.setText(totals.earns)
        self._why.setVisible(bool(totals.earns))
        if totals.figures == self._shown:
            return
        self._shown = totals.figures
        empty(self._figures)
        for figure in totals.figures:
            self._figures.addWidget(_FigureColumn(figure))

    def _show_whether_current(self, is_current: bool) -> None:
        caption = tr(_CAPTION if is_current else _CAPTION_WHILE_WAITING)
        if self._caption.text() == caption:
            return
        self._caption.setText(caption)
        self.to_pay.setProperty("role", "huge" if is_current else "waiting")
        self.to_pay.style().unpolish(self.to_pay)
        self.to_pay.style().polish(self.to_pay)
