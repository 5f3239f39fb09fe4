"""The editor of one segment: a row for each thing it can ask of a member."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from app.domain.segment_flaws import NAME_MAX, TITLE_MAX
from ui.segment_words import MONTHS
from ui.segments.form import SegmentForm
from ui.segments.state import SegmentsState
from ui.widgets.choice import toggle
from ui.widgets.form_rows import FIGURE_MAX, FormRow, form_field, form_of_rows, row_name
from ui.widgets.labels import label
from ui.widgets.several import Several
from ui.words import later, tr
from ui.zoom import sized

DAYS_PX = 72
STORES_MAX = 400
_NAMES = {
    "name": later("Name, as rules call it"),
    "title": later("In other words"),
    "joined_least": later("Joined at least so many days ago"),
    "joined_most": later("Joined so many days ago at most"),
    "spent_days": later("Spent in the last days"),
    "spent_least": later("Spent at least"),
    "spent_most": later("Spent at most"),
    "bills_days": later("Bills in the last days"),
    "bills_least": later("Bills at least"),
    "bills_most": later("Bills at most"),
    "silent": later("Bought nothing for days"),
    "stores": later("Enrolled in the stores"),
}
_HINTS = {
    **dict.fromkeys(("joined_least", "spent_least", "bills_least"), later("at least")),
    **dict.fromkeys(("joined_most", "spent_most", "bills_most"), later("at most")),
    **dict.fromkeys(("spent_days", "bills_days"), later("days")),
}
_LONG = {"name": NAME_MAX, "title": TITLE_MAX, "stores": STORES_MAX}
_SWITCHES = {"tiers": later("Members of the tiers"), "months": later("Born in")}


class SegmentEditor(QScrollArea):
    """`changed` tells the form with all that is typed now."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("What the segment asks of a member"))
        self.fields = {
            name: form_field(
                tr(words), hint=tr(_HINTS[name]) if name in _HINTS else "", longest=_LONG.get(name, FIGURE_MAX)
            )
            for name, words in _NAMES.items()
        }
        self.several = {name: Several(tr(words)) for name, words in _SWITCHES.items()}
        self.several["months"].offer([(str(month), tr(words)) for month, words in MONTHS.items()])
        for name in ("spent_days", "bills_days"):
            sized(self.fields[name], QWidget.setFixedWidth, DAYS_PX)
        self.brought = toggle(tr("Another member brought them"))
        self._form, self._turn = SegmentForm(), -1
        self._lay_out()
        self._connect()

    def show_form(self, form: SegmentForm, state: SegmentsState) -> None:
        """In another turn what stands takes the place of what was typed."""
        if self.several["tiers"].offer([(one, one) for one in state.tiers]):
            self._put_in_order()
        if state.turn != self._turn:
            self._turn, self._form = state.turn, form
            self._fill(form)

    def take_focus(self) -> None:
        self.fields["name"].setFocus()
        self.fields["name"].selectAll()

    def _put_in_order(self) -> None:
        """Tab comes to what was offered later where it stands, and not behind all else."""
        rows = [widget for row in self._rows for widget in row if not isinstance(widget, QLabel)]
        stops = [stop for one in rows for stop in (one.buttons if isinstance(one, Several) else [one])]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _fill(self, form: SegmentForm) -> None:
        for name, field in self.fields.items():
            field.setText(getattr(form, name))
            field.setCursorPosition(0)
        for name, several in self.several.items():
            several.show_value(getattr(form, name))
        quiet = QSignalBlocker(self.brought)
        self.brought.setChecked(form.brought)
        quiet.unblock()

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.textEdited.connect(partial(self._typed, name))
        for name, several in self.several.items():
            several.changed.connect(partial(self._typed, name))
        self.brought.toggled.connect(partial(self._typed, "brought"))

    def _typed(self, name: str, value: Any) -> None:
        self._form = replace(self._form, **{name: value})
        self.changed.emit(self._form)

    def _lay_out(self) -> None:
        one = self.fields
        rows: Sequence[FormRow] = (
            *((row_name(_NAMES[name]), (one[name],)) for name in ("name", "title", "silent")),
            (row_name(later("What was spent")), (one["spent_days"], one["spent_least"], label("–"), one["spent_most"])),
            (
                row_name(later("Number of bills")),
                (one["bills_days"], one["bills_least"], label("–"), one["bills_most"]),
            ),
            (row_name(later("Joined, days ago")), (one["joined_least"], label("–"), one["joined_most"])),
            *((row_name(words), (self.several[name],)) for name, words in _SWITCHES.items()),
            (label(), (self.brought,)),
            (row_name(_NAMES["stores"]), (one["stores"],)),
        )
        self._rows = [widgets for _, widgets in rows]
        self.setWidget(form_of_rows(rows))


assert {*_NAMES, *_SWITCHES} < {field.name for field in fields(SegmentForm)}
