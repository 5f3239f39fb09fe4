"""A page of a draft that can be tried: under its list stands what the draft would have done in the last days."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui import draft_page
from ui.actions import Do
from ui.commands import Commands
from ui.draft_keys import Keys
from ui.draft_page import BESIDE_PX, DraftPage, PageWords
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.frame import GAP_PX
from ui.widgets.labels import label


class Presenter(draft_page.Presenter, Protocol):
    def close(self) -> None: ...
    def tried(self, done: int, of: int) -> None: ...


class TriedPage(DraftPage):
    """`trials` have their buttons beside what the draft would have done."""

    desk: Presenter
    _told = Signal(int, int)

    def __init__(
        self,
        commands: Commands,
        keys: Keys,
        words: PageWords,
        table: Any,
        editor: Any,
        *,
        trials: tuple[Do, ...] = (),
        beside_px: int = BESIDE_PX,
    ) -> None:
        self.impact = label(role="muted", wraps=True)
        self._trials = [ActionButton(commands, do) for do in trials]
        super().__init__(commands, keys, words, table, editor, beside_px=beside_px)
        self._told.connect(lambda done, of: self.desk.tried(done, of))

    def tell(self, done: int, of: int) -> None:
        self._told.emit(done, of)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.desk.close()

    def show_state(self, state: Any) -> None:
        first, *more = state.impact or ("",)
        self.impact.setText(" ".join(filter(None, (first, " · ".join(more)))))
        super().show_state(state)

    def _lay_out_below(self, rows: QVBoxLayout) -> None:
        super()._lay_out_below(rows)
        trials = QHBoxLayout()
        trials.setSpacing(GAP_PX)
        trials.addWidget(Card(self.impact, margin=10), 1)
        for one in self._trials:
            trials.addWidget(one)
        rows.addLayout(trials)
