"""The editor of one rule: a row for each thing it can ask, and beside them what it comes to in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QScrollArea

from app.domain.triggers import Trigger
from ui.rule_words import TRIGGERS, WAYS, WEEKDAYS
from ui.rules import wording
from ui.rules.form import Counted, Kind, RuleForm
from ui.rules.state import RulesState
from ui.widgets.choice import toggle
from ui.widgets.form_rows import FIGURE_MAX, FormRow, form_box, form_field, form_of_rows, row_around, row_name
from ui.widgets.labels import label
from ui.widgets.several import Several
from ui.words import later, tr

NAME_MAX, NAMES_MAX = 60, 120
TITLE_CHARS = 28  # of a campaign or a reward; longer ones end in …, so that the form is no wider
OF_A_CATEGORY = (Kind.CATEGORY, Kind.MULTIPLY, Kind.PERCENT)
_NAMES = {
    "name": later("Name"),
    "priority": later("Priority"),
    "value": wording.POINTS,
    "each": later("For every"),
    "first_day": later("From the day"),
    "last_day": later("Until the day"),
    "least": later("Bill of at least"),
    "most": later("Bill of at most"),
    "from_time": later("From the hour"),
    "until_time": later("Until the hour"),
    "nth": later("Which bill"),
    "nth_days": later("Of so many days"),
    "joined": later("Joined so many days ago at most"),
    "stores": later("At the stores"),
    "uses": later("Times a member"),
    "a_bill": later("Points a bill"),
    "a_member": later("Points a member"),
    "a_day": later("Points a member and day"),
    "budget": later("Points in all"),
}
_HINTS = {
    "least": later("at least"),
    "most": later("at most"),
    "first_day": later("DD/MM/YYYY"),
    "last_day": later("DD/MM/YYYY"),
}
_LONG = {"name": NAME_MAX, "stores": NAMES_MAX, "value": NAMES_MAX}
_SWITCHES: Mapping[str, str] = {
    "categories": later("With a category"),
    "tiers": later("Members of the tiers"),
    "weekdays": later("On days of the week"),
    "ways": later("Paid by"),
    "segments": later("Members of segments"),
}


class RuleEditor(QScrollArea):
    """`changed` tells the form with all that is typed now."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("What the rule asks and brings"))
        self.fields = {name: _field(name, tr(words)) for name, words in _NAMES.items()}
        self.several = {name: Several(tr(words)) for name, words in _SWITCHES.items()}
        self.boxes = {
            "trigger": form_box(later("Speaks"), {one: TRIGGERS[one] for one in Trigger}),
            "kind": form_box(later("Brings"), {one: wording.KINDS[one] for one in Kind}),
            "category": form_box(later("For the category"), {}),
            "lift": form_box(later("To the tier"), {}),
            "reward": form_box(later("Of the reward"), {}),
            "drive": form_box(later("Campaign"), {}),
            "counted": form_box(later("Counted"), {one: wording.COUNTED[one] for one in Counted}),
            "birthday": form_box(later("Birthday"), wording.BIRTHDAYS),
        }
        for box in (self.boxes["drive"], self.boxes["reward"]):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(TITLE_CHARS)
        self.toggles = {
            "stop": toggle(tr("When it has spoken, no other does")),
            "goal": toggle(tr("Only when its goal is reached")),
        }
        self._value, self._each = (label(role="muted", wraps=True) for _ in range(2))
        self._category, self._lift = row_name(later("Category")), row_name(later("To the tier"))
        self._reward = row_name(later("Of the reward"))
        self._no_segments = label(tr("there are none yet"), "muted")
        self._form, self._turn = RuleForm(), -1
        self._several_rows()
        self._lay_out()
        self._connect()

    def show_form(self, form: RuleForm, state: RulesState) -> None:
        """In another turn what stands takes the place of what was typed; else only what goes with it changes."""
        self._offer(state)
        if state.turn != self._turn:
            self._turn, self._form = state.turn, form
            self._fill(form)
        self._fit(form.kind, form.counted)

    def take_focus(self) -> None:
        self.fields["name"].setFocus()
        self.fields["name"].selectAll()

    def _offer(self, state: RulesState) -> None:
        offers = {"categories": state.categories, "tiers": state.tiers, "segments": state.segments}
        self.several["segments"].setVisible(bool(state.segments))
        self._no_segments.setVisible(not state.segments)
        are_other = [self.several[name].offer([(one, one) for one in values]) for name, values in offers.items()]
        if any(are_other):
            self._put_in_order()
        self._offer_one("category", [(one, one) for one in state.categories], wording.ALL_CATEGORIES)
        self._offer_one("lift", [(one, one) for one in state.tiers[1:]], wording.NEXT_TIER)
        self._offer_one("reward", state.rewards, wording.NO_REWARD)
        self._offer_one("drive", state.drives, wording.NO_CAMPAIGN)

    def _offer_one(self, name: str, values: Sequence[tuple[str, str]], none: str) -> None:
        """Values of a box by their words, behind what it means when none of them is chosen."""
        box, offered = self.boxes[name], [("", tr(none)), *values]
        if [(box.itemData(at), box.itemText(at)) for at in range(box.count())] != offered:
            quiet = QSignalBlocker(box)
            box.clear()
            for value, words in offered:
                box.addItem(words, value)
            quiet.unblock()

    def _put_in_order(self) -> None:
        """Tab comes to what was offered later where it stands, and not behind all else."""
        rows = [widget for row in self._rows for widget in row if not isinstance(widget, QLabel)]
        stops = [stop for one in rows for stop in (one.buttons if isinstance(one, Several) else [one])]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _fill(self, form: RuleForm) -> None:
        for name, field in self.fields.items():
            field.setText(getattr(form, name))
        for name, several in self.several.items():
            several.show_value(getattr(form, name))
        for name, box in self.boxes.items():
            quiet = QSignalBlocker(box)
            box.setCurrentIndex(max(0, box.findData(getattr(form, name))))
            quiet.unblock()
        for name, switch in self.toggles.items():
            quiet = QSignalBlocker(switch)
            switch.setChecked(getattr(form, name))
            quiet.unblock()

    def _fit(self, kind: Kind, counted: Counted) -> None:
        """What an action of this kind needs is there, and called by its name."""
        value = tr(wording.VALUES.get(kind, wording.POINTS))
        each = tr(wording.EACH.get(kind, _NAMES["each"]))
        for named, text, field in ((self._value, value, "value"), (self._each, each, "each")):
            named.setText(text)
            self.fields[field].setAccessibleName(text)
        needed = (
            (self._each, self.fields["each"], kind in wording.EACH),
            (self._category, self.boxes["category"], kind in OF_A_CATEGORY),
            (self._lift, self.boxes["lift"], kind == Kind.ADVANCE),
            (self._reward, self.boxes["reward"], kind == Kind.VOUCHER),
            (self._value, self.fields["value"], kind != Kind.VOUCHER),
        )
        for words, place, is_needed in needed:
            words.setVisible(is_needed)
            row_around(place).setVisible(is_needed)
        self.fields["nth_days"].setVisible(counted is Counted.DAYS)

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.textEdited.connect(partial(self._typed, name))
        for name, several in self.several.items():
            several.changed.connect(partial(self._typed, name))
        for name, box in self.boxes.items():
            box.currentIndexChanged.connect(lambda _, name=name, box=box: self._typed(name, box.currentData()))
        for name, switch in self.toggles.items():
            switch.toggled.connect(partial(self._typed, name))

    def _typed(self, name: str, value: Any) -> None:
        self._form = replace(self._form, **{name: value})
        self.changed.emit(self._form)

    def _several_rows(self) -> None:
        self.several["weekdays"].offer([(str(day), tr(words)) for day, words in WEEKDAYS.items()])
        self.several["ways"].offer([(kind.value, tr(words)) for kind, words in WAYS.items()])

    def _lay_out(self) -> None:
        one, box = self.fields, self.boxes
        rows: Sequence[FormRow] = (
            (row_name(later("Name")), (one["name"],)),
            (row_name(later("Priority")), (one["priority"],)),
            (row_name(later("Speaks")), (box["trigger"],)),
            (row_name(later("Brings")), (box["kind"],)),
            (self._category, (box["category"],)),
            (self._lift, (box["lift"],)),
            (self._reward, (box["reward"],)),
            (self._each, (one["each"],)),
            (self._value, (one["value"],)),
            (row_name(later("Dates")), (one["first_day"], label("–"), one["last_day"])),
            (row_name(later("Amount of the bill")), (one["least"], label("–"), one["most"])),
            *((row_name(_SWITCHES[name]), (self.several[name],)) for name in ("categories", "tiers", "weekdays")),
            (row_name(later("Hours, like 18:30")), (one["from_time"], label("–"), one["until_time"])),
            (row_name(_NAMES["nth"]), (one["nth"], box["counted"], one["nth_days"])),
            (row_name(later("Birthday")), (box["birthday"],)),
            (row_name(_NAMES["joined"]), (one["joined"],)),
            (row_name(_SWITCHES["ways"]), (self.several["ways"],)),
            (row_name(_SWITCHES["segments"]), (self.several["segments"], self._no_segments)),
            (row_name(_NAMES["stores"]), (one["stores"],)),
            *((row_name(_NAMES[name]), (one[name],)) for name in ("uses", "a_bill", "a_member", "a_day", "budget")),
            (row_name(later("Campaign")), (box["drive"],)),
            *((label(), (self.toggles[name],)) for name in ("goal", "stop")),
        )
        self._rows = [widgets for _, widgets in rows]
        self.setWidget(form_of_rows(rows))


assert {*_NAMES, *_SWITCHES} < {field.name for field in fields(RuleForm)}


def _field(name: str, words: str) -> QLineEdit:
    hint = tr(_HINTS[name]) if name in _HINTS else ""
    return form_field(words, hint=hint, longest=_LONG.get(name, FIGURE_MAX))
