"""The payment pane: how the bill is paid, and what comes back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain import formats
from app.domain.money import Currency
from ui.actions import Do, Scope
from ui.billing.tendering import NOTES_SHOWN, PARTS, Tendering, Way, notes_for
from ui.billing.upi_code import UpiCode
from ui.billing.voucher_form import VoucherForm
from ui.commands import Commands
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.fields import FigureField
from ui.widgets.flow import FlowRow
from ui.widgets.labels import label
from ui.words import later, tr

_WAYS = {Way.CASH: Do.CASH, Way.UPI: Do.UPI, Way.CARD: Do.CARD, Way.VOUCHER: Do.VOUCHER, Way.SPLIT: Do.SPLIT}
_PART_WORDS = {"CASH": later("Cash"), "UPI": later("UPI"), "CARD": later("Card"), "VOUCHER": later("Voucher")}


class CashForm(QWidget):
    """What the customer hands over; nothing typed means exact."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = FigureField(tr("Cash given"))
        self.field.textEdited.connect(self.given)
        self._notes = [QPushButton() for _ in range(NOTES_SHOWN)]
        self._sums: tuple[str, ...] = ()
        notes = QHBoxLayout()
        notes.setSpacing(8)
        for place, button in enumerate(self._notes):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._give_note, place))
            notes.addWidget(button, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(label(tr("Cash given"), "muted"))
        rows.addWidget(self.field)
        rows.addLayout(notes)

    def show_form(self, tendering: Tendering) -> None:
        self.field.setPlaceholderText(tr("exact {money}", money=tendering.currency.figure(tendering.payable_minor)))
        self.field.show_text(tendering.given)
        sums = notes_for(tendering.payable_minor, tendering.currency)
        self._sums = tuple(f"{tendering.currency.to_major(one).normalize():f}" for one in sums)
        for place, button in enumerate(self._notes):
            button.setVisible(place < len(sums))
            button.setText(_round(tendering.currency, sums[place]) if place < len(sums) else "")

    def _give_note(self, place: int) -> None:
        self.given.emit(self._sums[place])


class SplitForm(QWidget):
    """One field a way, two in a row; an empty one takes the rest when Enter is pressed in it."""

    part_given = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.fields = [FigureField(tr(_PART_WORDS[kind])) for kind in PARTS]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for place, field in enumerate(self.fields):
            row, pair = divmod(place, 2)
            grid.setColumnStretch(2 * pair + 1, 1)
            field.textEdited.connect(partial(self.part_given.emit, place))
            grid.addWidget(label(field.accessibleName()), row, 2 * pair)
            grid.addWidget(field, row, 2 * pair + 1)

    @property
    def focused(self) -> int:
        return next((place for place, field in enumerate(self.fields) if field.hasFocus()), 0)

    def show_form(self, tendering: Tendering) -> None:
        for field, text in zip(self.fields, tendering.parts, strict=True):
            field.show_text(text)


class PayPane(Card):
    """Says by signals what was typed; shows what the presenter makes of it."""

    part_confirmed = Signal(int)

    def __init__(self, commands: Commands) -> None:
        super().__init__(spacing=6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Payment"))
        self.cash, self.split, self.voucher, self.upi = CashForm(), SplitForm(), VoucherForm(), UpiCode()
        self._commands = commands
        self._way: Way | None = None
        self._ways = {way: ActionButton(commands, do) for way, do in _WAYS.items()}
        self._outcome, self._take = label(role="title", wraps=True), ActionButton(commands, Do.CONFIRM, main=True)
        self._take.say(tr("Pay and print"))
        self._lay_out()
        commands.listen(self, Scope.PAY, self._run)

    def show_tendering(self, tendering: Tendering, upi_link: str) -> None:
        for way, button in self._ways.items():
            button.setChecked(way is tendering.way)
        self.cash.setVisible(tendering.way is Way.CASH)
        self.split.setVisible(tendering.way is Way.SPLIT)
        self.cash.show_form(tendering)
        self.split.show_form(tendering)
        self.voucher.show_form(tendering)
        self.upi.show_link(upi_link)
        self._outcome.setText(tendering.problem or _outcome(tendering))
        if self._way is not tendering.way:
            self._way = tendering.way
            self.take_focus()

    def take_focus(self) -> None:
        """To the figure that has to be typed; where there is none, to the pane, which hears its keys."""
        fields = {Way.CASH: self.cash.field, Way.SPLIT: self.split.fields[0], Way.VOUCHER: self.voucher.number}
        fields.get(self._way or Way.CASH, self).setFocus()

    def _lay_out(self) -> None:
        ways = FlowRow(6)
        for button in self._ways.values():
            button.setCheckable(True)
            ways.addWidget(button)
        self.rows.addLayout(ways)
        for widget in (self.cash, self.split, self.voucher, self.upi, self._outcome):
            self.rows.addWidget(widget)
        self.rows.addStretch()
        self.rows.addWidget(self._take)

    def _run(self, do: Do) -> None:
        if do is Do.CONFIRM and self._way is Way.SPLIT:
            self.part_confirmed.emit(self.split.focused)
        else:
            self._commands.action(do).trigger()


def _outcome(tendering: Tendering) -> str:
    if tendering.change_minor:
        return tr("Change {money}", money=tendering.currency.text(tendering.change_minor))
    if tendering.way is Way.VOUCHER:
        return _voucher_outcome(tendering)
    return f"{tr(_WORDS[tendering.way])} {tendering.currency.text(tendering.payable_minor)}"


def _voucher_outcome(tendering: Tendering) -> str:
    money, paid = tendering.currency.text, tendering.voucher_minor
    if tendering.unused_minor:
        return tr("{money} of the voucher is not used: no change is given on it.", money=money(tendering.unused_minor))
    rest = tendering.payable_minor - paid
    if rest:
        return tr("Voucher {money}, and {rest} in cash", money=money(paid), rest=money(rest))
    return tr("By voucher {money}", money=money(paid))


def _round(currency: Currency, minor: int) -> str:
    """A sum in whole units, as it stands on a note."""
    return formats.money(minor // currency.minor_per_major, currency.symbol, digits=0)


_WORDS = {
    Way.CASH: later("Exact cash"),
    Way.UPI: later("By UPI"),
    Way.CARD: later("By card"),
    Way.SPLIT: later("Split"),
}
