"""The totals: one dark band with the figure that matters."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.actions import Do
from ui.billing.state import Figure, TotalsView
from ui.commands import Commands
from ui.widgets.buttons import ActionButton
from ui.widgets.emptying import empty
from ui.widgets.labels import label


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
        self.to_pay.setAccessibleName("To pay")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(24)
        row.addLayout(self._figures)
        row.addStretch(1)
        row.addWidget(self._earns)
        row.addWidget(self._why)
        row.addWidget(label("TO PAY", "figure"), alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.to_pay)

    def show_totals(self, totals: TotalsView) -> None:
        self.to_pay.setText(totals.to_pay)
        self._earns.setText(totals.earns)
        self._why.setVisible(bool(totals.earns))
        if totals.figures == self._shown:
            return
        self._shown = totals.figures
        empty(self._figures)
        for figure in totals.figures:
            self._figures.addWidget(_FigureColumn(figure))
