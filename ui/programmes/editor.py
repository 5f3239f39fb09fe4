"""The editor of one programme: its name, kind and days, and what its points are called."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from app.domain.programmes import NAME_LENGTH_MAX, POINT_LENGTH_MAX
from ui.draft_editor import DAY_HINT, OR, TO, Choosing, DraftEditor, Field, Places, row
from ui.programmes import wording
from ui.programmes.state import ProgrammeForm, ProgrammesState
from ui.widgets.labels import label
from ui.words import later

_PLACES = Places(
    fields={
        "name": Field(later("Name"), longest=NAME_LENGTH_MAX),
        "first_day": Field(later("From the day"), DAY_HINT),
        "last_day": Field(later("Until the day"), DAY_HINT),
        "one": Field(later("One of them is called"), later("point"), POINT_LENGTH_MAX),
        "many": Field(later("Several of them are called"), later("points"), POINT_LENGTH_MAX),
    },
    boxes={"kind": Choosing(later("Kind"), wording.KINDS)},
)
_ROWS = (
    row("name"),
    row("kind"),
    row("first_day", TO, "last_day", name=later("Days")),
    row("one", OR, "many", name=later("What members collect")),
)


class ProgrammeEditor(DraftEditor[ProgrammeForm, ProgrammesState]):
    def __init__(self) -> None:
        super().__init__(later("What the programme is"), ProgrammeForm(), _PLACES, _ROWS)
        self.says = label(role="muted", wraps=True)
        content = self.widget()
        grid = content.layout() if content else None
        assert isinstance(grid, QGridLayout), "a form is a grid"
        grid.addWidget(self.says, len(_ROWS), 1, Qt.AlignmentFlag.AlignTop)

    def _fit(self, _: ProgrammeForm, state: ProgrammesState) -> None:
        """The kind is chosen once."""
        for field in self.fields.values():
            field.setEnabled(not state.is_fixed)
        self.boxes["kind"].setEnabled(state.is_new)
        self.says.setText(state.says)
