"""The editor of one reward: the rows that a reward of its kind has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QScrollArea, QWidget

from app.domain.rewards import NAME_MAX, TERMS_MAX, WORD_MAX, RewardKind
from ui.reward_words import KINDS
from ui.rewards import wording
from ui.rewards.form import ASKED, RewardForm
from ui.rewards.state import RewardsState
from ui.widgets.form_rows import FIGURE_MAX, FormRow, form_box, form_field, form_of_rows, row_around, row_name
from ui.widgets.labels import label
from ui.words import later, tr

_NAMES = {
    "name": later("Name"),
    "cost": later("Costs, in points"),
    "value": later("Worth"),
    "item": later("Code of an item"),
    "partner": later("Partner"),
    "stock": later("Stock, in all"),
    "member_max": later("Times a member"),
    "min_bill": later("Bill of at least"),
    "valid_days": later("Good for so many days"),
    "first_day": later("From the day"),
    "last_day": later("Until the day"),
    "terms": later("Terms"),
    "image": later("Picture, by its name"),
}
_HINTS = {
    "item": later("or code of an item"),
    "stock": later("no end"),
    "valid_days": later("no end"),
    "first_day": later("DD/MM/YYYY"),
    "last_day": later("DD/MM/YYYY"),
}
_LONG = {"name": NAME_MAX, "item": WORD_MAX, "partner": WORD_MAX, "terms": TERMS_MAX, "image": WORD_MAX}
_VALUES = {
    RewardKind.DISCOUNT_COUPON: later("Takes off, like 100 or 10 %"),
    RewardKind.CASHBACK: later("Takes off, like 100"),
    RewardKind.FREE_PRODUCT: later("Takes off at most"),
    RewardKind.FREE_DELIVERY: later("Takes off at most"),
}


class RewardEditor(QScrollArea):
    """`changed` tells the form with all that is typed now."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("What the reward costs and gives"))
        self.fields = {
            name: form_field(
                tr(words), hint=tr(_HINTS[name]) if name in _HINTS else "", longest=_LONG.get(name, FIGURE_MAX)
            )
            for name, words in _NAMES.items()
        }
        self.boxes = {
            "kind": form_box(later("Type"), {one: KINDS[one] for one in RewardKind}),
            "category": form_box(later("One piece of"), {}),
            "tier": form_box(later("From tier"), {}),
        }
        self._value = label(role="muted", wraps=True)
        self._form, self._turn = RewardForm(), -1
        self._lay_out()
        self._connect()

    def show_form(self, form: RewardForm, state: RewardsState) -> None:
        """In another turn what stands takes the place of what was typed; else only what goes with it changes."""
        _offer(self.boxes["category"], wording.NO_CATEGORY, state.categories)
        _offer(self.boxes["tier"], wording.ANY_TIER, state.tiers)
        if state.turn != self._turn:
            self._turn, self._form = state.turn, form
            self._fill(form)
        self._fit(form.kind)

    def take_focus(self) -> None:
        self.fields["name"].setFocus()
        self.fields["name"].selectAll()

    def _fill(self, form: RewardForm) -> None:
        for name, field in self.fields.items():
            field.setText(getattr(form, name))
            field.setCursorPosition(0)
        for name, box in self.boxes.items():
            quiet = QSignalBlocker(box)
            box.setCurrentIndex(max(0, box.findData(getattr(form, name))))
            quiet.unblock()

    def _fit(self, kind: RewardKind) -> None:
        """What a reward of this kind has is there, and called by its name."""
        value = tr(_VALUES.get(kind, _NAMES["value"]))
        self._value.setText(value)
        self.fields["value"].setAccessibleName(value)
        for name, (words, place) in self._of_a_kind.items():
            words.setVisible(name in ASKED[kind])
            row_around(place).setVisible(name in ASKED[kind])

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.textEdited.connect(partial(self._typed, name))
        kind = self.boxes["kind"]
        kind.currentIndexChanged.connect(lambda _: self._typed("kind", RewardKind(kind.currentData())))
        for name in ("category", "tier"):
            box = self.boxes[name]
            box.currentIndexChanged.connect(lambda _, name=name, box=box: self._typed(name, box.currentData()))

    def _typed(self, name: str, value: Any) -> None:
        self._form = replace(self._form, **{name: value})
        self.changed.emit(self._form)

    def _lay_out(self) -> None:
        one, box = self.fields, self.boxes
        self._of_a_kind: dict[str, tuple[QLabel, QWidget]] = {
            "category": (row_name(later("One piece of")), box["category"]),
            "partner": (row_name(_NAMES["partner"]), one["partner"]),
            "min_bill": (row_name(_NAMES["min_bill"]), one["min_bill"]),
        }
        piece, partner, least = (self._of_a_kind[name][0] for name in ("category", "partner", "min_bill"))
        rows: Sequence[FormRow] = (
            (row_name(_NAMES["name"]), (one["name"],)),
            (row_name(later("Type")), (box["kind"],)),
            (row_name(_NAMES["cost"]), (one["cost"],)),
            (piece, (box["category"], one["item"])),
            (self._value, (one["value"],)),
            (partner, (one["partner"],)),
            (row_name(later("From tier")), (box["tier"],)),
            *((row_name(_NAMES[name]), (one[name],)) for name in ("stock", "member_max")),
            (least, (one["min_bill"],)),
            (row_name(_NAMES["valid_days"]), (one["valid_days"],)),
            (row_name(later("Dates")), (one["first_day"], label("–"), one["last_day"])),
            *((row_name(_NAMES[name]), (one[name],)) for name in ("terms", "image")),
        )
        self.setWidget(form_of_rows(rows))


assert set(_NAMES) < {field.name for field in fields(RewardForm)}


def _offer(box: QComboBox, none: str, values: Sequence[str]) -> None:
    """Nothing, or one of these; what is chosen stays where these are offered already."""
    offered = ["", *values]
    if [box.itemData(at) for at in range(box.count())] == offered:
        return
    quiet = QSignalBlocker(box)
    box.clear()
    for one in offered:
        box.addItem(one or tr(none), one)
    quiet.unblock()
