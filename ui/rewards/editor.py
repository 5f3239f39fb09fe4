"""The editor of one reward: the rows that a reward of its kind has."""

from __future__ import annotations

from app.domain.rewards import NAME_MAX, TERMS_MAX, WORD_MAX, RewardKind
from ui.draft_editor import DAY_HINT, TO, Choosing, DraftEditor, Field, Offers, Places, row
from ui.reward_words import KINDS
from ui.rewards import wording
from ui.rewards.form import ASKED, RewardForm
from ui.rewards.state import RewardsState
from ui.words import later, tr

_WORTH = later("Worth")
_PLACES = Places(
    fields={
        "name": Field(later("Name"), longest=NAME_MAX),
        "cost": Field(later("Costs, in points")),
        "value": Field(_WORTH),
        "item": Field(later("Code of an item"), later("or code of an item"), WORD_MAX),
        "partner": Field(later("Partner"), longest=WORD_MAX),
        "stock": Field(later("Stock, in all"), later("no end")),
        "member_max": Field(later("Times a member")),
        "min_bill": Field(later("Bill of at least")),
        "valid_days": Field(later("Good for so many days"), later("no end")),
        "first_day": Field(later("From the day"), DAY_HINT),
        "last_day": Field(later("Until the day"), DAY_HINT),
        "terms": Field(later("Terms"), longest=TERMS_MAX),
        "image": Field(later("Picture, by its name"), longest=WORD_MAX),
    },
    boxes={
        "kind": Choosing(later("Type"), KINDS),
        "category": Choosing(later("One piece of")),
        "tier": Choosing(later("From tier")),
    },
)
_ROWS = (
    row("name"),
    row("kind"),
    row("cost"),
    row("category", "item"),
    row("value"),
    row("partner"),
    row("tier"),
    row("stock"),
    row("member_max"),
    row("min_bill"),
    row("valid_days"),
    row("first_day", TO, "last_day", name=later("Dates")),
    row("terms"),
    row("image"),
)
_VALUES = {
    RewardKind.DISCOUNT_COUPON: later("Takes off, like 100 or 10 %"),
    RewardKind.CASHBACK: later("Takes off, like 100"),
    RewardKind.FREE_PRODUCT: later("Takes off at most"),
    RewardKind.FREE_DELIVERY: later("Takes off at most"),
}


class RewardEditor(DraftEditor[RewardForm, RewardsState]):
    def __init__(self) -> None:
        super().__init__(later("What the reward costs and gives"), RewardForm(), _PLACES, _ROWS)

    def _offers(self, state: RewardsState) -> Offers:
        return {
            "category": [("", tr(wording.NO_CATEGORY)), *((one, one) for one in state.categories)],
            "tier": [("", tr(wording.ANY_TIER)), *((one, one) for one in state.tiers)],
        }

    def _fit(self, form: RewardForm, _: RewardsState) -> None:
        """What a reward of this kind has is there, and called by its name."""
        self._call("value", tr(_VALUES.get(form.kind, _WORTH)))
        for name in ("category", "partner", "min_bill"):
            self._need(name, is_needed=name in ASKED[form.kind])
