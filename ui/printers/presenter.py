"""The printers' decisions: which is looked at, what is typed about it, keeping and testing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from app.services.papers.printers import (
    PAPERS,
    PRINTERS_MAX,
    ROLLS,
    PrinterBook,
    PrinterKind,
    Printers,
    PrinterSetup,
    Role,
    problem_of,
)
from ui.actions import Do
from ui.context import CounterContext
from ui.errors import Notice, Tone, notice_of
from ui.printers.queue import Queue
from ui.printers.state import PrintersState, Tab
from ui.printers.wording import EXPLAINED, NO_QUEUES, QUEUE_GONE, SAVED, TESTING, printer_row
from ui.words import said, tr
from ui.work import Topic, Work

_QUEUED = (PrinterKind.RAW, PrinterKind.OFFICE)


@dataclass(frozen=True, slots=True)
class _Found:
    book: PrinterBook
    queues: tuple[str, ...]
    profiles: tuple[str, ...]


class View(Protocol):
    def show_state(self, state: PrintersState) -> None: ...


class PrinterDesk:
    """`state` is what is shown. `on_kept` hears which printer prints receipts from now on."""

    def __init__(self, context: CounterContext, work: Work, view: View, queue: Queue) -> None:
        self._printers: Printers | None = context.printers
        self._work = work
        self._view = view
        self._book = PrinterBook()
        self.on_kept: Callable[[str], None] = lambda _: None
        self.state = PrintersState()
        self.queue = queue
        queue.show = self._show_queue
        self.commands: dict[Do, Callable[[], None]] = {
            Do.SHOW_PRINTERS: lambda: self.turn(Tab.PRINTERS),
            Do.SHOW_QUEUE: lambda: self.turn(Tab.QUEUE),
            Do.NEW_PRINTER: self.new,
            Do.SAVE_PRINTER: self.save,
            Do.TEST_PRINTER: self.test,
            Do.REMOVE_PRINTER: self.remove,
            Do.PRINT_AGAIN: self.queue.print_again,
            Do.GIVE_UP: self.queue.give_up,
        }

    def open(self, tab: Tab) -> None:
        self._show(tab=tab, notice=None)
        self.read()
        self.queue.read()

    def do(self, what: Do) -> None:
        self.commands[what]()

    def turn(self, tab: Tab) -> None:
        self._show(tab=tab, notice=None)
        self.queue.read()

    def read(self) -> None:
        """Ask again which printers there are."""
        if self._printers is not None:
            printers = self._printers
            self._work.latest("printers", lambda: _found(printers), self._know, self._refuse)

    def mark(self, index: int) -> None:
        """Look at one of the printers."""
        if 0 <= index < len(self._book.printers):
            self._look(self._book.printers[index], marked=index, notice=None)

    def new(self) -> None:
        """A form for one more printer."""
        if len(self._book.printers) < PRINTERS_MAX:
            form = PrinterSetup("", PrinterKind.NETWORK)
            self._look(form, marked=len(self._book.printers), notice=None, tab=Tab.PRINTERS)

    def type(self, **changes: Any) -> None:
        """A field of the form was changed. A paper that the new kind cannot take gives way."""
        form = replace(self.state.form, **changes)
        if form.paper not in _papers(form):
            form = replace(form, paper="80mm")
        if "kind" in changes and form.kind in _QUEUED and form.address not in self.state.queues:
            form = replace(form, address=next(iter(self.state.queues), ""))
        self._look(form, roles=self.state.roles, marked=self.state.marked)

    def give_role(self, role: Role, *, is_given: bool) -> None:
        roles = self.state.roles | {role} if is_given else self.state.roles - {role}
        self._show(roles=roles)

    def save(self) -> None:
        """Keep the printer as it is typed, for what it is chosen for."""
        if self._printers is None or self.state.tab is not Tab.PRINTERS:
            return
        was, form = self._marked, self.state.form
        others = [one for one in self._book.printers if one is not was]
        problem = problem_of(form, others)
        if problem:
            self._show(notice=Notice(Tone.WARN, tr("{problem} Nothing was changed.", problem=said(problem))))
            return
        book = self._book.having(form, instead_of=was.name if was else "")
        for role in Role:
            if role in self.state.roles:
                book = book.choosing(role, form.name)
            elif book.chosen(role) == form and book.roles.get(role) == form.name:
                book = replace(book, roles={one: name for one, name in book.roles.items() if one is not role})
        self._keep(book, marked=self.state.marked, words=tr(SAVED))

    def remove(self) -> None:
        was = self._marked
        if was is not None and self.state.can_remove:
            self._keep(self._book.without(was.name), marked=0, words=tr("{name} is taken away.", name=was.name))

    def test(self) -> None:
        """Print a test page as the form says, kept or not."""
        if self._printers is None or self.state.is_busy or self.state.tab is not Tab.PRINTERS:
            return
        printers, form = self._printers, self.state.form
        problem = problem_of(form)
        if problem:
            self._show(notice=Notice(Tone.WARN, tr("{problem} Nothing was printed.", problem=said(problem))))
            return
        self._show(is_busy=True, notice=Notice(Tone.INFO, tr(TESTING)))
        self._work.paper(lambda: printers.test(form), self._tested, self._refuse)

    @property
    def _marked(self) -> PrinterSetup | None:
        """The printer that the form is about; none when it is about a new one."""
        return self._book.printers[self.state.marked] if self.state.marked < len(self._book.printers) else None

    def _keep(self, book: PrinterBook, *, marked: int, words: str) -> None:
        assert self._printers is not None
        printers = self._printers

        def kept(_: None) -> None:
            self._book = book
            self._look(book.printers[marked], marked=marked, notice=Notice(Tone.GOOD, words))
            self.on_kept(book.chosen(Role.RECEIPTS).name)

        self._work.write(lambda: printers.keep(book), kept, self._refuse, changes=Topic.PRINTS)

    def _tested(self, words: str) -> None:
        self._show(is_busy=False, notice=Notice(Tone.GOOD, said(words)))

    def _know(self, found: _Found) -> None:
        self._book = found.book
        self.state = replace(self.state, queues=found.queues, profiles=found.profiles)
        marked = min(self.state.marked, len(found.book.printers) - 1)
        self._look(found.book.printers[marked], marked=marked)

    def _refuse(self, error: Exception) -> None:
        self._show(is_busy=False, notice=notice_of(error))

    def _look(self, form: PrinterSetup, *, marked: int, roles: frozenset[Role] | None = None, **also: Any) -> None:
        """Show a printer: one that is kept with what it prints, or what is typed of one."""
        chosen = frozenset(role for role in Role if self._book.chosen(role) == form)
        self._show(
            printers=tuple(printer_row(one, self._book) for one in self._book.printers),
            marked=marked,
            form=form,
            roles=chosen if roles is None else roles,
            papers=_papers(form),
            explained=self._explained(form),
            can_remove=marked < len(self._book.printers) and len(self._book.printers) > 1,
            **also,
        )

    def _explained(self, form: PrinterSetup) -> str:
        if form.kind not in _QUEUED or form.address in self.state.queues:
            return tr(EXPLAINED[form.kind])
        return tr(QUEUE_GONE if self.state.queues else NO_QUEUES)

    def _show_queue(self, **shown: Any) -> None:
        self._show(**shown)

    def _show(self, **shown: Any) -> None:
        self.state = replace(self.state, **shown)
        self._view.show_state(self.state)


def _found(printers: Printers) -> _Found:
    return _Found(printers.book(), tuple(printers.queues()), tuple(printers.profiles()))


def _papers(setup: PrinterSetup) -> tuple[str, ...]:
    return ROLLS if setup.is_thermal else PAPERS
