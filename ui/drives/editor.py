"""The editor of one campaign: a row for each thing it asks, and its rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from app.domain.drive_flaws import TITLE_MAX
from app.domain.drives import Measure, Since
from ui.drives import wording
from ui.drives.form import DriveForm
from ui.drives.state import DrivesState
from ui.widgets.choice import toggle
from ui.widgets.form_rows import FIGURE_MAX, FormRow, form_box, form_field, form_of_rows, row_around, row_name
from ui.widgets.labels import label
from ui.widgets.several import Several
from ui.words import later, tr

_NAMES = {
    "title": later("Title, as members read it"),
    "first_day": later("From the day"),
    "last_day": later("Until the day"),
    "target": later("How much"),
    "days": later("Within so many days"),
}
_HINTS = {"first_day": later("DD/MM/YYYY"), "last_day": later("DD/MM/YYYY")}
_LONG = {"title": TITLE_MAX}
_SEVERAL = {
    "segments": later("Members of segments"),
    "tiers": later("Members of the tiers"),
    "rules": later("Its rules"),
}
_MEASURES = (None, *Measure)
_SINCES = tuple(Since)


class DriveEditor(QScrollArea):
    """`changed` tells the form with all that is typed now."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("What the campaign asks, and its rules"))
        self.fields = {
            name: form_field(
                tr(words), hint=tr(_HINTS[name]) if name in _HINTS else "", longest=_LONG.get(name, FIGURE_MAX)
            )
            for name, words in _NAMES.items()
        }
        self.several = {name: Several(tr(words)) for name, words in _SEVERAL.items()}
        self.boxes = {
            "measure": form_box(later("Goal"), {one: wording.MEASURES[one] for one in _MEASURES}),
            "since": form_box(later("Bills that count"), {one: wording.SINCES[one] for one in _SINCES}),
        }
        self.by_joining = toggle(tr("Only for those who take part"))
        self._none = {name: label(tr("there are none yet"), "muted") for name in _SEVERAL}
        self._form, self._turn = DriveForm(), -1
        self._lay_out()
        self._connect()

    def show_form(self, form: DriveForm, state: DrivesState) -> None:
        """In another turn what stands takes the place of what was typed; else only what goes with it changes."""
        self._offer({"segments": state.segments, "tiers": state.tiers, "rules": state.rules})
        if state.turn != self._turn:
            self._turn, self._form = state.turn, form
            self._fill(form)
        self._fit(form)

    def take_focus(self) -> None:
        self.fields["title"].setFocus()
        self.fields["title"].selectAll()

    def _offer(self, offers: dict[str, tuple[str, ...]]) -> None:
        are_other = [self.several[name].offer([(one, one) for one in values]) for name, values in offers.items()]
        for name, values in offers.items():
            self._none[name].setVisible(not values)
            self.several[name].setVisible(bool(values))
        if any(are_other):
            self._put_in_order()

    def _put_in_order(self) -> None:
        """Tab comes to what was offered later where it stands, and not behind all else."""
        rows = [widget for row in self._rows for widget in row if not isinstance(widget, QLabel)]
        stops = [stop for one in rows for stop in (one.buttons if isinstance(one, Several) else [one])]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _fill(self, form: DriveForm) -> None:
        for name, field in self.fields.items():
            field.setText(getattr(form, name))
            field.setCursorPosition(0)
        for name, several in self.several.items():
            several.show_value(getattr(form, name))
        for name, place in (("measure", _MEASURES.index(form.measure)), ("since", _SINCES.index(form.since))):
            quiet = QSignalBlocker(self.boxes[name])
            self.boxes[name].setCurrentIndex(place)
            quiet.unblock()
        quiet = QSignalBlocker(self.by_joining)
        self.by_joining.setChecked(form.by_joining)
        quiet.unblock()

    def _fit(self, form: DriveForm) -> None:
        """What a goal of this kind needs is there."""
        has_goal, has_days = form.measure is not None, form.since is not Since.BEGIN
        for named, place, is_needed in (
            (self._counted, self.boxes["since"], has_goal),
            (self._days, self.fields["days"], has_goal and has_days),
        ):
            named.setVisible(is_needed)
            row_around(place).setVisible(is_needed)
        self.fields["target"].setVisible(has_goal)

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.textEdited.connect(partial(self._typed, name))
        for name, several in self.several.items():
            several.changed.connect(partial(self._typed, name))
        for name, values in (("measure", _MEASURES), ("since", _SINCES)):
            self.boxes[name].currentIndexChanged.connect(partial(self._chosen, name, values))
        self.by_joining.toggled.connect(partial(self._typed, "by_joining"))

    def _chosen(self, name: str, values: Sequence[Any], place: int) -> None:
        self._typed(name, values[place])

    def _typed(self, name: str, value: Any) -> None:
        self._form = replace(self._form, **{name: value})
        self.changed.emit(self._form)

    def _lay_out(self) -> None:
        one, box = self.fields, self.boxes
        self._counted, self._days = row_name(later("Bills that count")), row_name(_NAMES["days"])
        rows: Sequence[FormRow] = (
            (row_name(_NAMES["title"]), (one["title"],)),
            (row_name(later("Dates")), (one["first_day"], label("–"), one["last_day"])),
            self._several_row("rules"),
            self._several_row("tiers"),
            self._several_row("segments"),
            (label(), (self.by_joining,)),
            (row_name(later("Goal")), (box["measure"], one["target"])),
            (self._counted, (box["since"],)),
            (self._days, (one["days"],)),
        )
        self._rows: list[Sequence[QWidget]] = [widgets for _, widgets in rows]
        self.setWidget(form_of_rows(rows))

    def _several_row(self, name: str) -> FormRow:
        return row_name(_SEVERAL[name]), (self.several[name], self._none[name])


assert {*_NAMES, *_SEVERAL} < {field.name for field in fields(DriveForm)}
