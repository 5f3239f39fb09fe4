"""The products' decisions: a list is tried, then its good rows are imported, and the rest goes into a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from app.services.catalogue import catalogue
from app.services.catalogue.catalogue_list import read
from app.services.desk import Desk
from app.services.lists import ListUnreadable
from app.services.programs.program import current
from app.sheets import SheetUnreadable, read_rows
from ui.actions import Do
from ui.catalogue.state import CatalogueState, CheckedList
from ui.catalogue.wording import NO_FILE, NO_REST, REST_SAVED, TAKING_IN, TRYING, taken_in, tried
from ui.context import CounterContext
from ui.errors import Notice, Tone, notice_of
from ui.words import said, tr
from ui.work import Topic, Work


@dataclass(frozen=True, slots=True)
class _Unreadable:
    """No list at all: the file's fault, said in a sentence."""

    sentence: str


class View(Protocol):
    def show_state(self, state: CatalogueState) -> None: ...
    def ask_file(self) -> None:
        """Let somebody choose one; it comes back through `choose`."""


class CatalogueDesk:
    """What is imported is the list as it was tried, whatever has become of its file meanwhile."""

    def __init__(self, context: CounterContext, work: Work, view: View) -> None:
        self._context = context
        self._work = work
        self._view = view
        self.state = CatalogueState()
        self.commands: dict[Do, Callable[[], None]] = {
            Do.CHOOSE_LIST: view.ask_file,
            Do.TRY_LIST: self.try_list,
            Do.TAKE_IN_LIST: self.take_in,
            Do.SAVE_REST: self.save_rest,
        }

    def open(self) -> None:
        self._show(notice=None)
        self._count()

    def do(self, what: Do) -> None:
        self.commands[what]()

    def type(self, path: str) -> None:
        """Another file is named: what was tried is of no file any more."""
        self._show(path=path, checked=None, is_taken_in=False, notice=None)

    def choose(self, path: str) -> None:
        """A file was chosen, or dropped: it is tried at once."""
        if not self.state.is_busy:
            self.type(path)
            self.try_list()

    def try_list(self) -> None:
        """Read the list and say what it would do. Nothing is written."""
        typed = self.state.path.strip().strip('"')
        if self.state.is_busy:
            return
        if not typed:
            self._show(notice=Notice(Tone.INFO, tr(NO_FILE)))
            return
        self._show(is_busy=True, checked=None, is_taken_in=False, notice=Notice(Tone.INFO, tr(TRYING)))
        desk, file = self._context.desk, Path(typed).expanduser()
        self._work.latest("products", lambda: _checked(desk, file), self._know, self._refuse)

    def take_in(self) -> None:
        """Import the good rows of the list that was tried; try it first where it was not."""
        checked = self.state.checked
        if checked is None:
            self.try_list()
            return
        if not self.state.can_take_in:
            return
        self._show(is_busy=True, notice=Notice(Tone.INFO, tr(TAKING_IN)))
        desk, staff, found = self._context.acting_desk, self._context.cashier, checked.found

        def write() -> None:
            source, batches = checked.file.name, found.with_batches
            catalogue.take_in(desk, found.products, with_batches=batches, source=source, staff=staff)

        self._work.write(write, lambda _: self._taken_in(checked), self._refuse, changes=Topic.CATALOGUE)

    def save_rest(self) -> None:
        """The rows that were left out, each with what is wrong with it, into a file beside the list."""
        checked, save = self.state.checked, self._context.save_rest
        if checked is None or not self.state.can_save_rest:
            return
        self._show(is_busy=True)
        self._work.read(lambda: _saved(save, checked), self._rest_saved, self._refuse)

    def _know(self, found: CheckedList | _Unreadable) -> None:
        if isinstance(found, _Unreadable):
            self._show(is_busy=False, notice=Notice(Tone.WARN, said(found.sentence)))
            return
        tone = Tone.WARN if found.found.problems else Tone.INFO
        self._show(is_busy=False, checked=found, notice=Notice(tone, tried(found)))

    def _taken_in(self, checked: CheckedList) -> None:
        words = taken_in(checked.outlook, left_out=len(checked.found.problems))
        self._show(is_busy=False, is_taken_in=True, notice=Notice(Tone.GOOD, words))
        self._count()

    def _rest_saved(self, saved: Path | _Unreadable) -> None:
        if isinstance(saved, _Unreadable):
            notice = Notice(Tone.WARN, tr(NO_REST, why=saved.sentence))
        else:
            notice = Notice(Tone.GOOD, tr(REST_SAVED, file=str(saved)))
        self._show(is_busy=False, notice=notice)

    def _count(self) -> None:
        desk = self._context.desk
        self._work.latest("product count", lambda: catalogue.count(desk), lambda n: self._show(count=n), self._refuse)

    def _refuse(self, error: Exception) -> None:
        self._show(is_busy=False, notice=notice_of(error))

    def _show(self, **shown: Any) -> None:
        self.state = replace(self.state, **shown)
        self._view.show_state(self.state)


def _checked(desk: Desk, file: Path) -> CheckedList | _Unreadable:
    """A file that is no list is an answer, not a failure of reading it."""
    program = current(desk)
    try:
        found = read(read_rows(file), categories=program.categories, currency=program.currency)
    except (SheetUnreadable, ListUnreadable) as wrong:
        return _Unreadable(str(wrong))
    return CheckedList(file, found, catalogue.outlook(desk, found.products, with_batches=found.with_batches))


def _saved(save: Callable[..., Path], checked: CheckedList) -> Path | _Unreadable:
    try:
        return save(checked.file, checked.found)
    except OSError as wrong:
        return _Unreadable(wrong.strerror or str(wrong))
