"""The backups' decisions: one is made, tried, or put back at the next start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from app.services.keeping.backups import Backups, BackupState, Copied
from ui.actions import Do
from ui.backup.state import BackupPageState
from ui.backup.wording import MADE, MAKING, NOT_HERE, PROVING, copy_row, facts, proof_words
from ui.context import CounterContext
from ui.errors import Notice, Tone, notice_of
from ui.words import tr
from ui.work import Work


@dataclass(frozen=True, slots=True)
class _Known:
    state: BackupState
    copies: Sequence[Copied]


class View(Protocol):
    def show_state(self, state: BackupPageState) -> None: ...
    def leave(self) -> None:
        """Close the window: what was wished for is done before it opens again."""


class BackupDesk:
    def __init__(self, context: CounterContext, work: Work, view: View) -> None:
        self._context = context
        self._backups: Backups | None = context.backups
        self._work = work
        self._view = view
        self._copies: Sequence[Copied] = ()
        self.state = BackupPageState()
        self.commands: dict[Do, Callable[[], None]] = {
            Do.BACK_UP: self.back_up,
            Do.TRY_BACKUP: self.prove,
            Do.RESTORE: self.restore,
        }

    def open(self) -> None:
        self.state = BackupPageState(can_back_up=self._backups is not None)
        if self._backups is None:
            self._show(notice=Notice(Tone.INFO, tr(NOT_HERE)))
        else:
            self._read()

    def do(self, what: Do) -> None:
        if not self.state.is_busy:
            self.commands[what]()

    def mark(self, index: int) -> None:
        if 0 <= index < len(self._copies):
            self._show(marked=index)

    def back_up(self) -> None:
        backups = self._backups
        if backups is not None:
            self._begin(MAKING)
            self._work.read(backups.back_up, self._made, self._refuse)

    def prove(self) -> None:
        backups, marked = self._backups, self._marked
        if backups is not None and marked is not None:
            self._begin(PROVING)
            self._work.read(lambda: backups.prove(marked.name), self._proven, self._refuse)

    def restore(self) -> None:
        """The marked backup takes the data file's place before the counter opens again."""
        backups, marked = self._backups, self._marked
        if backups is not None and marked is not None:
            self._show(is_busy=True)
            self._work.read(lambda: backups.wish(marked.name), lambda _: self._view.leave(), self._refuse)

    @property
    def _marked(self) -> Copied | None:
        return self._copies[self.state.marked] if self.state.marked < len(self._copies) else None

    def _begin(self, words: str) -> None:
        self._show(is_busy=True, notice=Notice(Tone.INFO, tr(words)))

    def _made(self, state: BackupState) -> None:
        self._show(is_busy=False, marked=0, notice=Notice(Tone.GOOD, tr(MADE, name=state.copied_as)))
        self._read()

    def _proven(self, state: BackupState) -> None:
        desk = self._context.desk
        words = proof_words(state.proof, desk.calendar, now=desk.clock.now())
        self._show(is_busy=False, notice=Notice(Tone.GOOD, words))
        self._read()

    def _refuse(self, error: Exception) -> None:
        self._show(is_busy=False, notice=notice_of(error))
        self._read()

    def _read(self) -> None:
        backups = self._backups
        if backups is not None:
            ask = lambda: _Known(backups.state(), backups.copies())  # noqa: E731
            self._work.latest("backups", ask, self._know, lambda error: self._show(notice=notice_of(error)))

    def _know(self, known: _Known) -> None:
        desk = self._context.desk
        now = desk.clock.now()
        self._copies = known.copies
        self._show(
            copies=tuple(copy_row(one, known.state, desk.calendar, now=now) for one in known.copies),
            marked=min(self.state.marked, max(0, len(known.copies) - 1)),
            facts=facts(known.state, desk.calendar, now=now),
        )

    def _show(self, **shown: Any) -> None:
        self.state = replace(self.state, **shown)
        self._view.show_state(self.state)
