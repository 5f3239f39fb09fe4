"""The editor of one rule: a row for each thing it can ask, and beside them what it comes to in words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox

from ui.draft_editor import DAY_HINT, TO, Choosing, DraftEditor, Field, Offers, Places, row
from ui.rule_words import TRIGGERS, WAYS, WEEKDAYS
from ui.rules import wording
from ui.rules.form import Counted, Kind, RuleForm
from ui.rules.state import RulesState
from ui.words import later, tr

NAME_MAX, NAMES_MAX = 60, 120
TITLE_CHARS = 28  # of a campaign or a reward; longer ones end in …, so that the form is no wider
OF_A_CATEGORY = (Kind.CATEGORY, Kind.MULTIPLY, Kind.PERCENT)
_EACH = later("For every")
_PLACES = Places(
    fields={
        "name": Field(later("Name"), longest=NAME_MAX),
        "priority": Field(later("Priority")),
        "each": Field(_EACH),
        "value": Field(wording.POINTS, longest=NAMES_MAX),
        "first_day": Field(later("From the day"), DAY_HINT),
        "last_day": Field(later("Until the day"), DAY_HINT),
        "least": Field(later("Bill of at least"), later("at least")),
        "most": Field(later("Bill of at most"), later("at most")),
        "from_time": Field(later("From the hour")),
        "until_time": Field(later("Until the hour")),
        "nth": Field(later("Which bill")),
        "nth_days": Field(later("Of so many days")),
        "joined": Field(later("Joined so many days ago at most")),
        "more_stores": Field(later("At other stores"), later("ids of others"), NAMES_MAX),
        "uses": Field(later("Times a member")),
        "a_bill": Field(later("Points a bill")),
        "a_member": Field(later("Points a member")),
        "a_day": Field(later("Points a member and day")),
        "budget": Field(later("Points in all")),
    },
    several={
        "categories": Choosing(later("With a category")),
        "tiers": Choosing(later("Members of the tiers")),
        "weekdays": Choosing(later("On days of the week"), {str(day): words for day, words in WEEKDAYS.items()}),
        "ways": Choosing(later("Paid by"), {kind.value: words for kind, words in WAYS.items()}),
        "segments": Choosing(later("Members of segments")),
        "stores": Choosing(later("At the stores")),
    },
    boxes={
        "trigger": Choosing(later("Applies"), TRIGGERS),
        "kind": Choosing(later("Brings"), wording.KINDS),
        "category": Choosing(later("For the category")),
        "lift": Choosing(later("To the tier")),
        "reward": Choosing(later("Of the reward")),
        "counted": Choosing(later("Counted"), wording.COUNTED),
        "birthday": Choosing(later("Birthday"), wording.BIRTHDAYS),
        "drive": Choosing(later("Campaign")),
    },
    toggles={
        "goal": later("Only when its goal is reached"),
        "stop": later("After it, no other rule applies"),
    },
)
_ROWS = (
    *map(row, ("name", "priority", "trigger", "kind")),
    row("category", name=later("Category")),
    *map(row, ("lift", "reward", "each", "value")),
    row("first_day", TO, "last_day", name=later("Dates")),
    row("least", TO, "most", name=later("Amount of the bill")),
    *map(row, ("categories", "tiers", "weekdays")),
    row("from_time", TO, "until_time", name=later("Hours, like 18:30")),
    row("nth", "counted", "nth_days"),
    *map(row, ("birthday", "joined", "ways", "segments")),
    row("stores", "more_stores"),
    *map(row, ("uses", "a_bill", "a_member", "a_day", "budget")),
    *map(row, ("drive", "goal", "stop")),
)


class RuleEditor(DraftEditor[RuleForm, RulesState]):
    def __init__(self) -> None:
        super().__init__(later("What the rule asks and brings"), RuleForm(), _PLACES, _ROWS)
        for box in (self.boxes["drive"], self.boxes["reward"]):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(TITLE_CHARS)

    def _offers(self, state: RulesState) -> Offers:
        named = {"categories": state.categories, "tiers": state.tiers, "segments": state.segments}
        return {
            **{name: [(one, one) for one in values] for name, values in named.items()},
            "stores": state.stores.offered,
            "category": [("", tr(wording.ALL_CATEGORIES)), *((one, one) for one in state.categories)],
            "lift": [("", tr(wording.NEXT_TIER)), *((one, one) for one in state.tiers[1:])],
            "reward": [("", tr(wording.NO_REWARD)), *state.rewards],
            "drive": [("", tr(wording.NO_CAMPAIGN)), *state.drives],
        }

    def _names_of(self, state: RulesState) -> Mapping[str, Mapping[str, str]]:
        return {"stores": state.stores.names}

    def _fit(self, form: RuleForm, state: RulesState) -> None:
        """What an action of this kind needs is there, and called by its name."""
        self._call("value", tr(wording.VALUES.get(form.kind, wording.POINTS)))
        self._call("each", tr(wording.EACH.get(form.kind, _EACH)))
        self._need("each", is_needed=form.kind in wording.EACH)
        self._need("category", is_needed=form.kind in OF_A_CATEGORY)
        self._need("lift", is_needed=form.kind is Kind.ADVANCE)
        self._need("reward", is_needed=form.kind is Kind.VOUCHER)
        self._need("value", is_needed=form.kind is not Kind.VOUCHER)
        self.fields["more_stores"].setVisible(not state.stores.are_all)
        self.fields["nth_days"].setVisible(form.counted is Counted.DAYS)
