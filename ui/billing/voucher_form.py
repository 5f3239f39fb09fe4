"""The form of a paper voucher: its number, typed or scanned, and how much of the bill it pays."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.domain.bill import VOUCHER_NUMBER_MAX
from ui.billing.tendering import Tendering, Way
from ui.widgets.fields import FigureField
from ui.widgets.labels import label
from ui.words import tr


class VoucherForm(QWidget):
    number_given = Signal(str)
    amount_given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.number, self.amount = QLineEdit(), FigureField(tr("Worth of the voucher"))
        self.number.setAccessibleName(tr("Voucher number"))
        self.number.setPlaceholderText(tr("Voucher number"))
        self.number.setMaxLength(VOUCHER_NUMBER_MAX)
        self.number.textEdited.connect(self.number_given)
        self.amount.textEdited.connect(self.amount_given)
        self._worth = label(tr("Worth"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.number, 0, 0, 1, 2)
        grid.addWidget(self._worth, 1, 0)
        grid.addWidget(self.amount, 1, 1)

    def show_form(self, tendering: Tendering) -> None:
        """In a split the amount stands among the others."""
        is_alone = tendering.way is Way.VOUCHER
        self.setVisible(tendering.takes_number)
        for widget in (self._worth, self.amount):
            widget.setVisible(is_alone)
        self.amount.setPlaceholderText(tr("all {money}", money=tendering.currency.figure(tendering.payable_minor)))
        self.amount.show_text(tendering.worth)
        if self.number.text() != tendering.number:
            self.number.setText(tendering.number)
