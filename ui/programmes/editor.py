"""The editor of one programme: its name, kind and days, and what its points are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from app.domain.programmes import NAME_LENGTH_MAX, POINT_LENGTH_MAX, ProgrammeKind
from ui.programmes import wording
from ui.programmes.state import ProgrammeForm, ProgrammesState
from ui.widgets.form_rows import FIGURE_MAX, form_box, form_field, form_of_rows, row_name
from ui.widgets.labels import label
from ui.words import later, tr

_NAMES = {
    "name": later("Name"),
    "first_day": later("From the day"),
    "last_day": later("Until the day"),
    "one": later("One of its points"),
    "many": later("Several of its points"),
}
_HINTS = {
    "first_day": later("DD/MM/YYYY"),
    "last_day": later("DD/MM/YYYY"),
    "one": later("point"),
    "many": later("points"),
}
_LONG = {"name": NAME_LENGTH_MAX, "one": POINT_LENGTH_MAX, "many": POINT_LENGTH_MAX}


class ProgrammeEditor(QScrollArea):
    """`changed` tells the form with all that is typed now."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("What the programme is"))
        self.fields = {
            name: form_field(
                tr(words), hint=tr(_HINTS[name]) if name in _HINTS else "", longest=_LONG.get(name, FIGURE_MAX)
            )
            for name, words in _NAMES.items()
        }
        self.kind = form_box(later("Kind"), wording.KINDS)
        self.says = label(role="muted", wraps=True)
        self._form, self._turn = ProgrammeForm(), -1
        self._lay_out()
        for name, field in self.fields.items():
            field.textEdited.connect(partial(self._typed, name))
        self.kind.currentIndexChanged.connect(lambda _: self._typed("kind", ProgrammeKind(self.kind.currentData())))

    def show_form(self, state: ProgrammesState) -> None:
        """In another turn what stands takes the place of what was typed. The kind is chosen once."""
        if state.turn != self._turn:
            self._turn, self._form = state.turn, state.form
            self._fill(state.form)
        for field in self.fields.values():
            field.setEnabled(not state.is_fixed)
        self.kind.setEnabled(state.is_new)
        self.says.setText(state.says)

    def take_focus(self) -> None:
        self.fields["name"].setFocus()
        self.fields["name"].selectAll()

    def _fill(self, form: ProgrammeForm) -> None:
        for name, field in self.fields.items():
            field.setText(getattr(form, name))
            field.setCursorPosition(0)
        quiet = QSignalBlocker(self.kind)
        self.kind.setCurrentIndex(self.kind.findData(form.kind))
        quiet.unblock()

    def _typed(self, name: str, value: Any) -> None:
        self._form = replace(self._form, **{name: value})
        self.changed.emit(self._form)

    def _lay_out(self) -> None:
        one = self.fields
        rows: Sequence[tuple[str, Sequence[QWidget]]] = (
            (_NAMES["name"], (one["name"],)),
            (later("Kind"), (self.kind,)),
            (later("Days"), (one["first_day"], label("–"), one["last_day"])),
            (later("Its points are called"), (one["one"], label("/"), one["many"])),
        )
        content = form_of_rows([(row_name(words), widgets) for words, widgets in rows])
        grid = content.layout()
        assert isinstance(grid, QGridLayout), "a form is a grid"
        grid.addWidget(self.says, len(rows), 1, Qt.AlignmentFlag.AlignTop)
        self.setWidget(content)
