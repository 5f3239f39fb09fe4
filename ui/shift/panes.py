"""What the shift's page is made of: figures, the form of cash in and out, the count, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.domain.money import Currency
from app.domain.shift import TEXT_LENGTH_MAX, MoveKind
from ui.shift import wording
from ui.shift.state import Counting, ShiftState
from ui.widgets.card import Card
from ui.widgets.emptying import empty
from ui.widgets.fields import FigureField
from ui.widgets.flow import FlowRow
from ui.widgets.labels import label
from ui.words import tr
from ui.zoom import sized

FIELD_PX, FIGURES_PX = 320, 420


class Rows(QWidget):
    """Words at the left, amounts at the right."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self._role = role
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        sized(self, QWidget.setMaximumWidth, FIGURES_PX)

    def show_rows(self, rows: tuple[tuple[str, str], ...]) -> None:
        if rows == self._shown:
            return
        self._shown = rows
        empty(self._grid)
        for place, (words, amount) in enumerate(rows):
            self._grid.addWidget(label(words, "muted"), place, 0)
            self._grid.addWidget(label(amount, self._role), place, 1, Qt.AlignmentFlag.AlignRight)


class HomePane(Card):
    """How the shift stands; while none is open, what the drawer holds now."""

    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._headline, self._aside, self._rows = label(role="title"), label(role="muted", wraps=True), Rows("heading")
        self._form = QWidget()
        self.amount = FigureField(tr(wording.FLOAT))
        self.amount.setFixedWidth(FIELD_PX)
        self.amount.textEdited.connect(self.typed)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.addWidget(_named(wording.FLOAT, self.amount))
        form.addWidget(self.amount)
        for widget in (self._headline, self._aside, self._form, self._rows):
            self.rows.addWidget(widget)
        self.rows.addStretch(1)

    def show_state(self, state: ShiftState) -> None:
        self.setAccessibleName(f"{state.headline}. {state.aside}")
        self._headline.setText(state.headline)
        self._aside.setText(state.aside)
        self._form.setVisible(bool(state.headline) and not state.is_open)
        self._rows.show_rows(state.figures)
        self.amount.show_text(state.amount)

    def begin(self, state: ShiftState) -> None:
        (self if state.is_open else self.amount).setFocus()


class MovePane(Card):
    """Cash in or out, or the drawer opened: an amount, and why."""

    amount_typed = Signal(str)
    reason_typed = Signal(str)
    reason_chosen = Signal(str)
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title, self._hint = label(role="title"), label(role="muted", wraps=True)
        self.amount, self.reason = FigureField(tr(wording.AMOUNT)), QLineEdit()
        self.amount.setFixedWidth(FIELD_PX)
        self._amount_words = _named(wording.AMOUNT, self.amount)
        self.reason.setMaxLength(TEXT_LENGTH_MAX)
        self.reason.setAccessibleName(tr(wording.REASON))
        self._reasons = FlowRow(8)
        self._shown: tuple[str, ...] = ()
        self.amount.textEdited.connect(self.amount_typed)
        self.amount.returnPressed.connect(self.reason.setFocus)
        self.reason.textEdited.connect(self.reason_typed)
        self.reason.returnPressed.connect(self.done)
        for widget in (self._title, self._hint, self._amount_words, self.amount, _named(wording.REASON, self.reason)):
            self.rows.addWidget(widget)
        self.rows.addWidget(self.reason)
        self.rows.addLayout(self._reasons)
        self.rows.addStretch(1)

    def show_state(self, state: ShiftState) -> None:
        has_amount = state.kind is not MoveKind.NO_SALE
        self._title.setText(tr(wording.MOVES[state.kind]))
        self._hint.setText(tr("It is written down first; then the drawer opens."))
        for widget in (self._amount_words, self.amount):
            widget.setVisible(has_amount)
        self.amount.show_text(state.amount)
        if self.reason.text() != state.reason:
            self.reason.setText(state.reason)
        if state.reasons != self._shown:
            self._shown = state.reasons
            self._offer(state.reasons)

    def begin(self, state: ShiftState) -> None:
        (self.reason if state.kind is MoveKind.NO_SALE else self.amount).setFocus()

    def _offer(self, reasons: Sequence[str]) -> None:
        empty(self._reasons)
        for reason in reasons:
            button = QPushButton(reason)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self.reason_chosen.emit, reason))
            self._reasons.addWidget(button)


class CountPane(Card):
    """So many of each note; Enter goes down, and from the coins on."""

    typed = Signal(int, str)
    done = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=6)
        self.fields: list[FigureField] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(4, 1)
        self._total = label(role="title")
        self._currency: Currency | None = None
        self.rows.addWidget(label(tr(wording.BLIND), "muted", wraps=True))
        self.rows.addLayout(self._grid)
        self.rows.addWidget(self._total)
        self.rows.addStretch(1)

    def show_state(self, state: ShiftState) -> None:
        counting = state.counting
        if counting.currency != self._currency or len(self.fields) != len(counting.notes) + 1:
            self._build(counting)
        for field, text in zip(self.fields, (*counting.pieces, counting.coins), strict=True):
            field.show_text(text)
        counted = counting.count
        total = counting.currency.text(counted.total_minor) if counted else "–"
        self._total.setText(tr("Counted {total}", total=total))

    def begin(self, _: ShiftState) -> None:
        if self.fields:
            self.fields[0].setFocus()

    def _build(self, counting: Counting) -> None:
        """Two columns of notes, the coins last: seven fields fit on the smallest screen."""
        self._currency = counting.currency
        empty(self._grid)
        money = counting.currency.text
        names = [money(note).partition(".")[0] for note in counting.notes]
        self.fields = [FigureField(name) for name in (*names, tr(wording.COINS))]
        half = -(-len(self.fields) // 2)
        for place, field in enumerate(self.fields):
            row, column = place % half, 3 * (place // half)
            field.textEdited.connect(partial(self.typed.emit, place))
            field.returnPressed.connect(partial(self._next, place))
            words = label(field.accessibleName(), "heading")
            words.setBuddy(field)
            self._grid.addWidget(words, row, column, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(field, row, column + 1)
        self._grid.setColumnMinimumWidth(2, 16)

    def _next(self, place: int) -> None:
        if place + 1 < len(self.fields):
            self.fields[place + 1].setFocus()
            self.fields[place + 1].selectAll()
        else:
            self.done.emit()


class ResultPane(Card):
    """What was counted beside what should be there, and a note on the difference."""

    note_typed = Signal(str)
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows, self.note = Rows("title"), QLineEdit()
        self.note.setMaxLength(TEXT_LENGTH_MAX)
        self.note.setAccessibleName(tr(wording.NOTE))
        self.note.textEdited.connect(self.note_typed)
        self.note.returnPressed.connect(self.done)
        for widget in (self._rows, _named(wording.NOTE, self.note), self.note):
            self.rows.addWidget(widget)
        self.rows.addStretch(1)

    def show_state(self, state: ShiftState) -> None:
        self._rows.show_rows(state.outcome)
        if self.note.text() != state.note:
            self.note.setText(state.note)

    def begin(self, _: ShiftState) -> None:
        self.note.setFocus()


def _named(words: str, field: QWidget) -> QWidget:
    made = label(tr(words), "muted")
    made.setBuddy(field)
    return made
