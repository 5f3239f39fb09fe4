"""The form of a paper voucher: its number, typed or scanned, and how much of the bill it pays."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

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
        self.number.setMaxLength(VOUCHER_NUMBER_MAX)
        self.number.textEdited.connect(self.number_given)
        self.amount.textEdited.connect(self.amount_given)
        self._amount_words = label(tr("Worth of the voucher"), "muted")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        for widget in (label(tr("Voucher number"), "muted"), self.number, self._amount_words, self.amount):
            rows.addWidget(widget)

    def show_form(self, tendering: Tendering) -> None:
        """In a split the amount stands among the others."""
        is_alone = tendering.way is Way.VOUCHER
        self.setVisible(tendering.takes_number)
        self._amount_words.setVisible(is_alone)
        self.amount.setVisible(is_alone)
        self.amount.setPlaceholderText(tr("all {money}", money=tendering.currency.figure(tendering.payable_minor)))
        self.amount.show_text(tendering.worth)
        if self.number.text() != tendering.number:
            self.number.setText(tendering.number)
