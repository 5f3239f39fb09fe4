"""One bill that is tried: what is on it at the left; beside it every rule as published and as drafted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.cases import NAME_MAX
from ui.rule_words import WAYS
from ui.rules import trial_words
from ui.rules.state import RulesState
from ui.rules.trial_desk import Asked, SideState, TrialState
from ui.rules.trial_form import TrialForm
from ui.widgets.frame import GAP_PX
from ui.widgets.labels import label
from ui.widgets.lists import ListPane
from ui.widgets.several import Several
from ui.words import later, tr
from ui.zoom import sized

FORM_PX, LABEL_PX, NUMBER_MAX, FIGURE_MAX = 380, 110, 16, 12
NUMBER = later("Bill that was sold")
CASES, CASE_NAME, NO_CASE = later("Kept cases"), later("Name of the case"), later("none")
NO_CARD = later("no card")
STORE = later("Store")
SEGMENTS, TAKES_PART, SO_FAR = later("In segments"), later("Takes part in"), later("“{campaign}” so far")
_NAMES = {
    "day": later("Day"),
    "time": later("Time"),
    "nth": later("Which bill of theirs"),
    "points": later("Points that pay"),
}


class TrialForms(QScrollArea):
    """`changed` tells the form with all that is typed; `asked` the number of a bill."""

    changed = Signal(object)
    asked = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("The bill that is tried"))
        self.number = _field(tr(NUMBER), NUMBER_MAX)
        self.fields = {name: _field(tr(words), FIGURE_MAX) for name, words in _NAMES.items()}
        self.tier, self.ways, self.cases = QComboBox(), Several(tr("Paid by")), QComboBox()
        self.name = _field(tr(CASE_NAME), NAME_MAX)
        self.cases.setAccessibleName(tr(CASES))
        self.tier.setAccessibleName(tr("Tier of the member"))
        self.store = QComboBox()
        self.store.setAccessibleName(tr(STORE))
        self.ways.offer([(kind.value, tr(words)) for kind, words in WAYS.items()])
        self.segments, self.joined = Several(tr(SEGMENTS)), Several(tr(TAKES_PART))
        self.so_far: dict[str, QLineEdit] = {}
        self.amounts: dict[str, QLineEdit] = {}
        self._form, self._turn = TrialForm(), -1
        self._rows: dict[QWidget, QWidget] = {}
        self._content = QWidget()
        self._content.setObjectName("scrolled")
        self._grid = QGridLayout(self._content)
        self._lay_out()
        self._connect()

    def show_trial(self, trial: TrialState, state: RulesState) -> None:
        self._offer_asked(trial.asked)
        self._offer(state.tiers, tuple(trial.form.amounts))
        _fill_box(self.cases, [("", tr(NO_CASE)), *((name, name) for name in trial.cases)])
        if trial.turn != self._turn:
            self._turn, self._form = trial.turn, trial.form
            self._fill(trial.form)

    def take_focus(self) -> None:
        (next(iter(self.amounts.values()), self.number)).setFocus()

    def _offer(self, tiers: Sequence[str], categories: Sequence[str]) -> None:
        _fill_box(self.tier, [("", tr(NO_CARD)), *((name, name) for name in tiers)])
        for category in categories:
            if category not in self.amounts:
                self.amounts[category] = field = _field(category, FIGURE_MAX)
                field.textEdited.connect(partial(self._typed_amount, category))
                self._put(label(category, "muted", wraps=True), field)

    def _offer_asked(self, asked: Asked) -> None:
        """What else rules ask; nothing of it stands there where none does."""
        for several, values in ((self.segments, asked.segments), (self.joined, asked.joining)):
            if several.offer(values):
                several.show_value(self._form.segments if several is self.segments else self._form.joined)
            self._show_row(several, is_shown=bool(values))
        _fill_box(self.store, asked.stores)
        self._show_row(self.store, is_shown=len(asked.stores) > 1)
        for drive_id, title in asked.goals:
            if drive_id not in self.so_far:
                words = tr(SO_FAR, campaign=title)
                self.so_far[drive_id] = field = _field(words, FIGURE_MAX)
                field.textEdited.connect(partial(self._typed_so_far, drive_id))
                self._put(label(words, "muted", wraps=True), field)

    def _show_row(self, widget: QWidget, *, is_shown: bool) -> None:
        for one in (self._rows[widget], widget):
            one.setVisible(is_shown)

    def _fill(self, form: TrialForm) -> None:
        self.number.setText(form.number)
        self.name.setText(form.name)
        for name, field in self.fields.items():
            field.setText(getattr(form, name))
        for fields, figures in ((self.amounts, form.amounts), (self.so_far, form.so_far)):
            for name, field in fields.items():
                field.setText(figures.get(name, ""))
        self.segments.show_value(form.segments)
        self.joined.show_value(form.joined)
        for box, value in ((self.tier, form.tier), (self.cases, form.name), (self.store, form.store)):
            quiet = QSignalBlocker(box)
            box.setCurrentIndex(max(0, box.findData(value)))
            quiet.unblock()
        self.ways.show_value(form.ways)

    def _connect(self) -> None:
        self.number.returnPressed.connect(lambda: self.asked.emit(self.number.text()))
        self.cases.textActivated.connect(lambda _: self.opened.emit(self.cases.currentData()))
        for name, field in (*self.fields.items(), ("name", self.name)):
            field.textEdited.connect(partial(self._typed, name))
        self.tier.currentIndexChanged.connect(lambda _: self._typed("tier", self.tier.currentData()))
        self.store.currentIndexChanged.connect(lambda _: self._typed("store", self.store.currentData()))
        for name, several in (("ways", self.ways), ("segments", self.segments), ("joined", self.joined)):
            several.changed.connect(partial(self._typed, name))

    def _typed(self, name: str, value: Any) -> None:
        self._form = replace(self._form, **{name: value})
        self.changed.emit(self._form)

    def _typed_amount(self, category: str, text: str) -> None:
        self._typed("amounts", {**self._form.amounts, category: text})

    def _typed_so_far(self, drive_id: str, text: str) -> None:
        self._typed("so_far", {**self._form.so_far, drive_id: text})

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(12, 10, 12, 10)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        rows = [(tr(CASES), self.cases), (tr(CASE_NAME), self.name)]
        rows += [(tr(NUMBER), self.number), (tr("Tier"), self.tier), (tr(STORE), self.store)]
        rows += [(tr(_NAMES[name]), field) for name, field in self.fields.items()]
        for words, widget in (*rows, (tr("Paid by"), self.ways)):
            self._put(label(words, "muted", wraps=True), widget)
        for words, several in ((tr(SEGMENTS), self.segments), (tr(TAKES_PART), self.joined)):
            self._put_below(label(words, "muted"), several)
        for box in (self.cases, self.store):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setWidget(self._content)

    def _put(self, named: QWidget, widget: QWidget) -> None:
        sized(named, QWidget.setFixedWidth, LABEL_PX)
        row = self._grid.rowCount()
        self._rows[widget] = named
        self._grid.addWidget(named, row, 0)
        self._grid.addWidget(widget, row, 1)

    def _put_below(self, named: QWidget, widget: QWidget) -> None:
        """Under its name, with all the width: titles are long."""
        row = self._grid.rowCount()
        self._rows[widget] = named
        for at, one in enumerate((named, widget)):
            self._grid.addWidget(one, row + at, 0, 1, 2)


class TrialPane(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.forms, self.live, self.draft = TrialForms(), _SideList(), _SideList()
        sized(self.forms, QWidget.setFixedWidth, FORM_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_PX)
        row.addWidget(self.forms)
        for side in (self.live, self.draft):
            row.addWidget(side, 1)

    def show_trial(self, trial: TrialState, state: RulesState) -> None:
        self.forms.show_trial(trial, state)
        self.live.show_side(trial.live, trial.why)
        self.draft.show_side(trial.draft, "")


class _SideList(QWidget):
    """What it comes to, and under that the rules."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.summary = label(role="heading", wraps=True), label(wraps=True)
        self.rules = ListPane(None, tr("Rules"), nothing=tr(trial_words.NO_RULES), wraps=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP_PX)
        for one in (self.title, self.summary):
            rows.addWidget(one)
        rows.addWidget(self.rules, 1)
        rows.addStretch()

    def show_side(self, side: SideState, why: str) -> None:
        self.title.setText(side.title)
        self.summary.setText(why or side.summary)
        self.rules.setVisible(bool(side.title))
        self.rules.show_rows(side.rows, -1)


def _fill_box(box: QComboBox, values: Sequence[tuple[str, str]]) -> None:
    """Offer these, each with its words. What was chosen stays."""
    if [(box.itemData(at), box.itemText(at)) for at in range(box.count())] != list(values):
        quiet, chosen = QSignalBlocker(box), box.currentData()
        box.clear()
        for one, words in values:
            box.addItem(words, one)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        quiet.unblock()


def _field(name: str, longest: int) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setMaxLength(longest)
    return field
