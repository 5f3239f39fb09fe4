"""The editor of one campaign: a row for each thing it asks, and its rules."""

from __future__ import annotations

from app.domain.drive_flaws import TITLE_MAX
from app.domain.drives import Since
from ui.draft_editor import DAY_HINT, TO, Choosing, DraftEditor, Field, Offers, Places, row
from ui.drives import wording
from ui.drives.form import DriveForm
from ui.drives.state import DrivesState
from ui.words import later

_PLACES = Places(
    fields={
        "title": Field(later("Title, as members read it"), longest=TITLE_MAX),
        "first_day": Field(later("From the day"), DAY_HINT),
        "last_day": Field(later("Until the day"), DAY_HINT),
        "target": Field(later("How much")),
        "days": Field(later("Within so many days")),
    },
    several={
        "rules": Choosing(later("Its rules")),
        "tiers": Choosing(later("Members of the tiers")),
        "segments": Choosing(later("Members of segments")),
    },
    boxes={
        "measure": Choosing(later("Goal"), wording.MEASURES),
        "since": Choosing(later("Bills that count"), wording.SINCES),
    },
    toggles={"by_joining": later("Only for those who take part")},
)
_ROWS = (
    row("title"),
    row("first_day", TO, "last_day", name=later("Dates")),
    *map(row, _PLACES.several),
    row("by_joining"),
    row("measure", "target"),
    row("since"),
    row("days"),
)


class DriveEditor(DraftEditor[DriveForm, DrivesState]):
    def __init__(self) -> None:
        super().__init__(later("What the campaign asks, and its rules"), DriveForm(), _PLACES, _ROWS)

    def _offers(self, state: DrivesState) -> Offers:
        named = {"segments": state.segments, "tiers": state.tiers, "rules": state.rules}
        return {name: [(one, one) for one in values] for name, values in named.items()}

    def _fit(self, form: DriveForm, _: DrivesState) -> None:
        """What a goal of this kind needs is there."""
        has_goal, has_days = form.measure is not None, form.since is not Since.BEGIN
        self._need("since", is_needed=has_goal)
        self._need("days", is_needed=has_goal and has_days)
        self.fields["target"].setVisible(has_goal)
