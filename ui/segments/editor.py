"""The editor of one segment: a row for each thing it can ask of a member."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.domain.segment_flaws import NAME_MAX, TITLE_MAX
from ui.draft_editor import TO, Choosing, DraftEditor, Field, Offers, Places, row
from ui.segment_words import MONTHS
from ui.segments.form import SegmentForm
from ui.segments.state import SegmentsState
from ui.words import later
from ui.zoom import sized

DAYS_PX = 72
STORES_MAX = 400
_LEAST, _MOST, _DAYS = later("at least"), later("at most"), later("days")
_PLACES = Places(
    fields={
        "name": Field(later("Name, as rules call it"), longest=NAME_MAX),
        "title": Field(later("In other words"), longest=TITLE_MAX),
        "silent": Field(later("Bought nothing for days")),
        "spent_days": Field(later("Spent in the last days"), _DAYS),
        "spent_least": Field(later("Spent at least"), _LEAST),
        "spent_most": Field(later("Spent at most"), _MOST),
        "bills_days": Field(later("Bills in the last days"), _DAYS),
        "bills_least": Field(later("Bills at least"), _LEAST),
        "bills_most": Field(later("Bills at most"), _MOST),
        "joined_least": Field(later("Joined at least so many days ago"), _LEAST),
        "joined_most": Field(later("Joined so many days ago at most"), _MOST),
        "more_stores": Field(later("Enrolled in other stores"), later("ids of others"), STORES_MAX),
    },
    several={
        "tiers": Choosing(later("Members of the tiers")),
        "months": Choosing(later("Born in"), {str(month): words for month, words in MONTHS.items()}),
        "stores": Choosing(later("Enrolled in the stores")),
    },
    toggles={"brought": later("Another member brought them")},
)
_ROWS = (
    row("name"),
    row("title"),
    row("silent"),
    row("spent_days", "spent_least", TO, "spent_most", name=later("What was spent")),
    row("bills_days", "bills_least", TO, "bills_most", name=later("Number of bills")),
    row("joined_least", TO, "joined_most", name=later("Joined, days ago")),
    row("tiers"),
    row("months"),
    row("brought"),
    row("stores", "more_stores"),
)


class SegmentEditor(DraftEditor[SegmentForm, SegmentsState]):
    def __init__(self) -> None:
        super().__init__(later("What the segment asks of a member"), SegmentForm(), _PLACES, _ROWS)
        for name in ("spent_days", "bills_days"):
            sized(self.fields[name], QWidget.setFixedWidth, DAYS_PX)

    def _offers(self, state: SegmentsState) -> Offers:
        return {"tiers": [(one, one) for one in state.tiers], "stores": state.stores.offered}

    def _names_of(self, state: SegmentsState) -> Mapping[str, Mapping[str, str]]:
        return {"stores": state.stores.names}

    def _fit(self, _: SegmentForm, state: SegmentsState) -> None:
        """Ids are typed only where there are stores that nobody here knows by name."""
        self.fields["more_stores"].setVisible(not state.stores.are_all)
