"""The editor of one tier: what it asks and brings; or of all: what counts, and for how long."""

from __future__ import annotations

from app.domain.tier_flaws import NAME_MAX
from app.domain.tiers import PointsBasis, Qualify
from ui.draft_editor import Choosing, DraftEditor, Field, Places, row
from ui.tier_words import COUNTED, PARTS
from ui.tiers.form import TierForm
from ui.tiers.state import TiersState
from ui.words import later

BENEFITS_MAX = 300
_OF_ONE = ("name", "spend", "points", "bills", "multiplier", "discount", "birthday", "benefits")
_OF_ALL = ("counted", "period", "grace")
_ASKED = frozenset({"spend", "points", "bills"})
_PLACES = Places(
    fields={
        "name": Field(PARTS["name"], longest=NAME_MAX),
        "spend": Field(PARTS["min_spend_minor"]),
        "points": Field(PARTS["min_points"]),
        "bills": Field(PARTS["min_orders"]),
        "multiplier": Field(PARTS["multiplier"]),
        "discount": Field(PARTS["price_discount_percent"]),
        "birthday": Field(PARTS["birthday_points"]),
        "benefits": Field(later("Benefits, separated by ;"), longest=BENEFITS_MAX),
        "period": Field(PARTS["qualification_days"]),
        "grace": Field(PARTS["grace_days"]),
    },
    boxes={
        "counted": Choosing(PARTS["qualify"], {one: COUNTED[one] for one in Qualify}),
        "basis": Choosing(PARTS["points_basis"], {one: COUNTED[one] for one in PointsBasis}),
    },
)
_ROWS = tuple(row(name) for name in (*_OF_ONE, "counted", "basis", "period", "grace"))


class TierEditor(DraftEditor[TierForm, TiersState]):
    def __init__(self) -> None:
        super().__init__(later("What the tier asks and brings"), TierForm(), _PLACES, _ROWS)

    def take_focus(self) -> None:
        if self._form.is_of_all:
            self.boxes["counted"].setFocus()
        else:
            super().take_focus()

    def _fit(self, form: TierForm, state: TiersState) -> None:  # noqa: ARG002
        for name in _OF_ONE:
            self._need(name, is_needed=not form.is_of_all and not (form.is_first and name in _ASKED))
        for name in _OF_ALL:
            self._need(name, is_needed=form.is_of_all)
        counts_points = form.counted in (Qualify.POINTS, Qualify.POINTS_OR_SPEND)
        self._need("basis", is_needed=form.is_of_all and counts_points)
