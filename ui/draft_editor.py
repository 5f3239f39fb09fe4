"""The editor of what a draft holds: a form that scrolls, a row for each thing that can be typed or chosen of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from ui.widgets.choice import toggle
from ui.widgets.form_rows import FIGURE_MAX, form_box, form_field, form_of_rows, row_around, row_name
from ui.widgets.labels import label
from ui.widgets.one_of import OneOf
from ui.widgets.several import Several
from ui.words import later, tr

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

DAY_HINT: Final = later("DD/MM/YYYY")
TO, OR = "–", "/"  # what stands between two places

Form = TypeVar("Form", bound="DataclassInstance")
Offers = Mapping[str, Sequence[tuple[Any, str]]]


class Turned(Protocol):
    @property
    def turn(self) -> int: ...


State = TypeVar("State", bound=Turned)


@dataclass(frozen=True, slots=True)
class Field:
    """What is typed: what it is called, a text to be translated as its hint is; for a figure, unless it is longer."""

    name: str
    hint: str = ""
    longest: int = FIGURE_MAX


@dataclass(frozen=True, slots=True)
class Choosing:
    """What is chosen: what it is called, and the values it always has, by their words: texts to be translated."""

    name: str
    values: Mapping[Any, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Places:
    """Where all of a form is typed or chosen, by its names in the form: the first field is where one begins."""

    fields: Mapping[str, Field]
    several: Mapping[str, Choosing] = field(default_factory=dict)
    boxes: Mapping[str, Choosing] = field(default_factory=dict)
    toggles: Mapping[str, str] = field(default_factory=dict)

    def called(self, name: str) -> str:
        """What stands before the row of a place; what is on or off says so itself."""
        if name in self.toggles:
            return ""
        return self.fields[name].name if name in self.fields else {**self.several, **self.boxes}[name].name


@dataclass(frozen=True, slots=True)
class Row:
    """Places beside each other, by their names; called like the first of them, unless it has a name of its own."""

    places: Sequence[str]
    name: str = ""


def row(*places: str, name: str = "") -> Row:
    return Row(places, name)


class DraftEditor(QScrollArea, Generic[Form, State]):
    """`changed` tells the form with all that is typed now."""

    changed = Signal(object)

    def __init__(self, name: str, form: Form, places: Places, rows: Sequence[Row]) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr(name))
        self._form, self._stood, self._turn = form, form, -1
        self.fields = {
            one: form_field(tr(made.name), hint=tr(made.hint) if made.hint else "", longest=made.longest)
            for one, made in places.fields.items()
        }
        self.several = {one: _several(made) for one, made in places.several.items()}
        self.boxes = {one: form_box(made.name, made.values) for one, made in places.boxes.items()}
        self.toggles = {one: toggle(tr(words)) for one, words in places.toggles.items()}
        self._chosen: Mapping[str, Several | OneOf] = {**self.several, **self.boxes}
        self._lay_out(places, rows)
        self._connect()

    def show_form(self, form: Form, state: State) -> None:
        """In another turn what stands takes the place of what was typed; else only what goes with it changes."""
        is_other = state.turn != self._turn
        if is_other:
            self._turn, self._form, self._stood = state.turn, form, form
        self._offer(self._offers(state), self._names_of(state))
        if is_other:
            self._fill(form)
        self._fit(form, state)

    def take_focus(self) -> None:
        first = next(iter(self.fields.values()))
        first.setFocus()
        first.selectAll()

    def _offers(self, _: State) -> Offers:
        """What can be chosen as things stand, by its words."""
        return {}

    def _fit(self, form: Form, state: State) -> None:
        """Only what this form has is there, and called by its name."""

    def _need(self, name: str, *, is_needed: bool) -> None:
        """The row of this place is there, or not."""
        self._names[name].setVisible(is_needed)
        row_around(self._places[name]).setVisible(is_needed)

    def _call(self, name: str, words: str) -> None:
        """The row of this place, and what stands there, are called so from now on."""
        self._names[name].setText(words)
        self._places[name].setAccessibleName(words)

    def _names_of(self, _: State) -> Mapping[str, Mapping[str, str]]:
        """By its place, what is called otherwise than it is kept: also what is not offered any more."""
        return {}

    def _offer(self, offers: Offers, names: Mapping[str, Mapping[str, str]]) -> None:
        """What was chosen and is there no more is offered besides, for as long as it is edited: to be taken out."""
        is_other = False
        for name, values in offers.items():
            known, chosen = {value for value, _ in values}, getattr(self._stood, name)
            gone = sorted((chosen if isinstance(chosen, frozenset) else {chosen}) - known)
            besides = ((one, names.get(name, {}).get(one, one)) for one in gone)
            is_other |= self._chosen[name].offer([*values, *besides])
        if is_other:
            self._put_in_order()

    def _put_in_order(self) -> None:
        """Tab comes to what was offered later where it stands, and not behind all else."""
        for before, after in pairwise(self._stops()):
            self.setTabOrder(before, after)

    def _stops(self) -> Iterator[QWidget]:
        for place in self._places.values():
            yield from place.buttons if isinstance(place, Several) else (place,)

    def _fill(self, form: Form) -> None:
        for name, typed in self.fields.items():
            typed.setText(getattr(form, name))
            typed.setCursorPosition(0)
        for name, place in self._chosen.items():
            place.show_value(getattr(form, name))
        for name, switch in self.toggles.items():
            quiet = QSignalBlocker(switch)
            switch.setChecked(getattr(form, name))
            quiet.unblock()

    def _connect(self) -> None:
        for name, typed in self.fields.items():
            typed.textEdited.connect(partial(self._typed, name))
        for name, place in self._chosen.items():
            place.changed.connect(partial(self._typed, name))
        for name, switch in self.toggles.items():
            switch.toggled.connect(partial(self._typed, name))

    def _typed(self, name: str, value: Any) -> None:
        self._form = replace(self._form, **{name: value})
        self.changed.emit(self._form)

    def _lay_out(self, places: Places, rows: Sequence[Row]) -> None:
        """`_places` and `_names` are what stands where, and what the row is called, in the order of the rows."""
        made: Mapping[str, QWidget] = {**self.fields, **self._chosen, **self.toggles}
        self._places, self._names, laid = dict[str, QWidget](), dict[str, QLabel](), []
        for one in rows:
            words = one.name or places.called(one.places[0])
            named = row_name(words) if words else label()
            laid.append((named, [made.get(name) or label(name) for name in one.places]))
            for name in filter(made.__contains__, one.places):
                self._places[name], self._names[name] = made[name], named
        assert self._places.keys() == made.keys(), "all that there is stands in a row"
        self.setWidget(form_of_rows(laid))


def _several(made: Choosing) -> Several:
    several = Several(tr(made.name))
    several.offer([(value, tr(words)) for value, words in made.values.items()])
    return several
