"""The settings' list: what is searched, which entry is marked, and keeping what was changed of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from app.domain.errors import DomainError
from ui.actions import Do
from ui.errors import Notice, Tone, notice_of
from ui.gstin import gstin_problem
from ui.kept import KeptSettings
from ui.rows import ChoiceRow
from ui.settings.entries import PAIRING, PROGRAM, UPDATES, Entry, choice_words, key_of, matching, value_words
from ui.settings.state import DeskState
from ui.words import Tongue, later, tr
from ui.work import Topic, Work

KEPT = later("Kept. It holds from the next start of the counter.")
UNUSABLE = later("That cannot be used. {hint}")
UNKEPT = later("That could not be kept: {why}. Nothing was changed; try again.")
FIXED = later("Given from outside as {name}: it is changed there.")
UPDATING = later(
    "{program} runs here. It never looks for a newer version by itself, and takes none from anywhere. Whoever looks "
    "after this computer makes a backup, closes the counter and puts the newer program in the place of this one; in a "
    "chain after the server's. At its next start the data file is copied and brought up to it, where it has to be; "
    "then older versions do not open it any more."
)
UNFOUND = later("No setting has that in its name.")


class View(Protocol):
    def show_desk(self, state: DeskState) -> None: ...


class Settler:
    """`run` carries out a command, as its key would. Without `kept`, nothing is changed here, and only pages open."""

    def __init__(
        self,
        kept: KeptSettings | None,
        work: Work,
        view: View,
        run: Callable[[Do], None],
        tongues: Sequence[Tongue],
    ) -> None:
        self._kept, self._work, self._view, self._run, self._tongues = kept, work, view, run, tongues
        self._values: Mapping[str, str] = {}
        self._found: tuple[Entry, ...] = ()
        self._typed = ""
        self.state = DeskState()

    def open(self) -> None:
        """Everything again, as it is kept now."""
        self.search("")
        if self._kept is not None:
            self._work.latest("kept settings", self._kept.values, self._know, self._refuse)

    def search(self, typed: str) -> None:
        self._found = tuple(one for one in matching(typed, self._tongues) if self._is_here(one))
        self.mark(0)

    def mark(self, index: int) -> None:
        """Look at one of the entries that were found."""
        if index < len(self._found):
            self._typed = self._values.get(self._found[index].setting, "")
        self._show(marked=index, notice=None)

    def find(self, panel: str) -> None:
        """Look at one of the panels, whatever was searched."""
        self.search("")
        self.mark(next(at for at, one in enumerate(self._found) if one.panel == panel))

    def step(self, by: int) -> None:
        self.mark(max(0, min(len(self._found) - 1, self.state.marked + by)))

    def choose(self, index: int) -> None:
        """An entry was pressed: one that opens a page or does something does so."""
        self.mark(index)
        entry = self._marked
        if entry is not None and entry.do is not None:
            self._run(entry.do)

    def type(self, value: str) -> None:
        self._typed = value
        self._show(notice=None)

    def keep(self) -> None:
        """Keep the marked setting as it is typed."""
        entry, kept, value = self._marked, self._kept, " ".join(self._typed.split())
        if entry is None or kept is None or not self.state.can_keep:
            return

        def after(_: None) -> None:
            self._values = {**self._values, entry.setting: value}
            self._show(notice=Notice(Tone.GOOD, tr(KEPT)))

        self._work.write(lambda: kept.keep(entry.setting, value), after, self._refuse, changes=Topic.STAFF)

    @property
    def _marked(self) -> Entry | None:
        return self._found[self.state.marked] if self.state.marked < len(self._found) else None

    def _is_here(self, entry: Entry) -> bool:
        return self._kept is not None or entry.do is not None or entry.panel == PAIRING

    def _is_fixed(self, entry: Entry) -> bool:
        return self._kept is not None and entry.setting in self._kept.fixed

    def _know(self, values: Mapping[str, str]) -> None:
        self._values = values
        self.mark(self.state.marked)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, DomainError):
            hint = tr(self._marked.hint) if self._marked else ""
            notice = Notice(Tone.WARN, tr(UNUSABLE, hint=hint), str(error))
        elif isinstance(error, OSError):
            notice = Notice(Tone.BAD, tr(UNKEPT, why=error.strerror or str(error)), repr(error))
        else:
            notice = notice_of(error)
        self._show(notice=notice)

    def _note(self, entry: Entry) -> str:
        if self._is_fixed(entry):
            return tr(FIXED, name=f"TILLPOINT_{entry.setting.upper()}")
        if entry.setting == "shop_gstin":
            return gstin_problem(self._typed)
        if entry.panel == PROGRAM and self._kept is not None:
            return f"{self._kept.program}\n{self._kept.place}"
        if entry.panel == UPDATES and self._kept is not None:
            return tr(UPDATING, program=self._kept.program)
        return ""

    def _row(self, entry: Entry) -> ChoiceRow:
        shown = value_words(entry, self._values[entry.setting]) if entry.setting in self._values else tr(entry.hint)
        aside = key_of(entry) if entry.do else "" if entry.section == entry.title else tr(entry.section)
        return ChoiceRow(tr(entry.title), shown, aside, is_aside_quiet=not entry.do)

    def _show(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        entry = self._marked
        shown = DeskState() if entry is None else self._shown(entry)
        rows = tuple(map(self._row, self._found))
        self.state = replace(shown, rows=rows, marked=self.state.marked, notice=self.state.notice)
        self._view.show_desk(self.state)

    def _shown(self, entry: Entry) -> DeskState:
        is_known = entry.setting in self._values
        return DeskState(
            title=tr(entry.title),
            hint=tr(entry.hint),
            value=self._typed,
            most=entry.most if entry.setting and not entry.choices else 0,
            choices=tuple(choice_words(entry).items()),
            opens=tr(entry.title) if entry.do is not None else "",
            panel=PAIRING if entry.panel == PAIRING else "",
            note=self._note(entry),
            can_keep=is_known and not self._is_fixed(entry),
        )
