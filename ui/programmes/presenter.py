"""The programmes' decisions: one is typed and saved, put in force, suspended, archived, each with a PIN."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any, Protocol

from app.domain.errors import Code, DomainError
from app.domain.programmes import Programme, ProgrammeStatus
from app.domain.staff import Permission
from app.services.desk import Desk
from app.services.programs import programmes
from app.services.programs.programmes import ProgrammeFound, ProgrammesFound
from ui import foreseen
from ui.actions import Do
from ui.context import CounterContext
from ui.drafting import SECOND
from ui.errors import Notice, Tone, notice_of
from ui.programmes import wording
from ui.programmes.reading import form_of, programme_of
from ui.programmes.state import ProgrammeForm, ProgrammesState
from ui.session import Asked
from ui.when import day_words
from ui.words import later, tr
from ui.work import Topic, Work

SAVE = later("Save the programme")
BEGIN = later("Put the programme in force")
SUSPEND = later("Suspend the programme, or let it go on")
ARCHIVE = later("Archive the programme")
_BLANK = Programme("", "")


class View(Protocol):
    def show_state(self, state: ProgrammesState) -> None: ...
    def focus_form(self) -> None: ...


@dataclass(frozen=True, slots=True)
class _Deed:
    """What is done at a desk by whoever showed a PIN for it, and what is said then."""

    what: str
    run: Callable[[Desk, str], object]
    words: str


class ProgrammesDesk:
    """Nothing is changed without a PIN: it is written who did it."""

    def __init__(self, context: CounterContext, work: Work, view: View) -> None:
        self._context, self._work, self._view = context, work, view
        self._found: ProgrammesFound | None = None
        self.state = ProgrammesState()
        self.commands: Mapping[Do, Callable[[], None]] = {
            Do.NEW_PROGRAMME: self.new,
            Do.SAVE_PROGRAMME: self.save,
            Do.BEGIN_PROGRAMME: self.begin,
            Do.SUSPEND_PROGRAMME: self.suspend,
            Do.ARCHIVE_PROGRAMME: self.archive,
        }

    def open(self) -> None:
        self.state = ProgrammesState(turn=self.state.turn)
        self._read()

    def back(self) -> bool:
        """Esc drops what was typed."""
        if not self._is_typed:
            return False
        self._mark(self.state.marked)
        return True

    def do(self, what: Do) -> None:
        if self._found is None or self.state.is_busy:
            return
        if self._found.is_led:
            self._show(notice=Notice(Tone.INFO, tr(wording.LED)))
        else:
            self.commands[what]()

    def mark(self, row: int) -> None:
        if self._found is not None and 0 <= row < len(self._listed) and row != self.state.marked:
            self._mark(row)

    def type(self, form: ProgrammeForm) -> None:
        says = wording.says_new(form.kind) if self.state.is_new else self.state.says
        self._show(form=form, says=says, notice=None)

    def new(self) -> None:
        form, turn = ProgrammeForm(), self.state.turn + 1
        says = wording.says_new(form.kind)
        self._show(form=form, says=says, is_new=True, is_fixed=False, is_suspended=False, notice=None, turn=turn)
        self._view.focus_form()

    def save(self) -> None:
        before = _BLANK if self.state.is_new else self._marked.programme
        try:
            wanted = programme_of(self.state.form, before, self._context.desk.calendar)
        except ValueError as wrong:
            self._show(notice=Notice(Tone.WARN, str(wrong)))
            return
        words = tr(wording.SAVED, programme=wanted.name)
        if self.state.is_new:
            self._ask(_Deed(SAVE, lambda desk, by: programmes.create(desk, wanted, staff=by), words))
        else:
            self._ask(_Deed(SAVE, self._changed(wanted), words))

    def begin(self) -> None:
        """On its first day where that is ahead, or else at once."""
        programme, calendar, today = self._marked.programme, self._context.desk.calendar, self._known.today
        first = programme.first_day
        is_later = first is not None and first > today
        holds_from = calendar.start_of(first) if first is not None and is_later else None
        words = _begun(programme, first if is_later else None, today)
        self._saved(_Deed(BEGIN, partial(_put_in_force, programme.programme_id, holds_from), words))

    def suspend(self) -> None:
        programme = self._marked.programme
        is_suspended = programme.status is ProgrammeStatus.SUSPENDED
        status = ProgrammeStatus.ACTIVE if is_suspended else ProgrammeStatus.SUSPENDED
        words = tr(wording.RESUMED if is_suspended else wording.SUSPENDED, programme=programme.name)
        self._saved(_Deed(SUSPEND, self._changed(replace(programme, status=status)), words))

    def archive(self) -> None:
        programme = self._marked.programme
        words = tr(wording.ARCHIVED, programme=programme.name)
        self._saved(_Deed(ARCHIVE, self._changed(replace(programme, status=ProgrammeStatus.ARCHIVED)), words))

    def _changed(self, wanted: Programme) -> Callable[[Desk, str], object]:
        revision = self._marked.kept.revision
        return lambda desk, by: programmes.change(desk, wanted, revision=revision, staff=by)

    def _saved(self, deed: _Deed) -> None:
        """What stands is meant, so nothing may be typed over it."""
        if self._is_typed:
            self._show(notice=Notice(Tone.WARN, tr(wording.SAVE_FIRST)))
        else:
            self._ask(deed)

    def _ask(self, deed: _Deed) -> None:
        desk, staff = self._context.desk, self._context.cashier
        asked = Asked(tr(deed.what), Permission.CATALOGUE, lambda by: self._write(deed, desk, by))
        foreseen.ask_pin(self._context, self._work, asked, lambda stage: deed.run(stage, staff), self._refuse)

    def _write(self, deed: _Deed, desk: Desk, by: str) -> None:
        self._show(is_busy=True, notice=None)
        self._work.write(
            lambda: deed.run(desk, by),
            lambda _: self._read(deed.words),
            lambda error: self._not_written(error, deed, desk, by),
            changes=Topic.RATES,
        )

    def _not_written(self, error: Exception, deed: _Deed, desk: Desk, by: str) -> None:
        """Above the limit of one person a second one is asked for, once."""
        self._refuse(error)
        if isinstance(error, DomainError) and error.code is Code.NEEDS_APPROVAL and desk.approved_by is None:
            second = Asked(tr(SECOND), Permission.CATALOGUE, lambda other: self._write(deed, desk.approved(other), by))
            self._context.session.asks(second)

    def _read(self, words: str = "") -> None:
        desk = self._context.desk
        self._work.latest(
            "programmes", lambda: programmes.look(desk), lambda found: self._know(found, words), self._refuse
        )

    def _know(self, found: ProgrammesFound, words: str) -> None:
        self._found = found
        marked = len(found.listed) - 1 if self.state.is_new else self.state.marked
        self._show(
            rows=tuple(wording.row(one, found.today) for one in found.listed),
            is_busy=False,
            notice=Notice(Tone.GOOD, words) if words else None,
        )
        self._mark(min(marked, len(found.listed) - 1))
        if found.is_led:
            self._show(notice=Notice(Tone.INFO, tr(wording.LED)))

    def _mark(self, row: int) -> None:
        found = self._listed[row]
        self._show(
            marked=row,
            form=form_of(found.programme),
            says=wording.says(found),
            is_new=False,
            is_suspended=found.programme.status is ProgrammeStatus.SUSPENDED,
            is_fixed=self._known.is_led or found.programme.status is ProgrammeStatus.ARCHIVED,
            turn=self.state.turn + 1,
        )

    @property
    def _known(self) -> ProgrammesFound:
        assert self._found is not None, "the page is open"
        return self._found

    @property
    def _listed(self) -> tuple[ProgrammeFound, ...]:
        return tuple(self._known.listed)

    @property
    def _marked(self) -> ProgrammeFound:
        return self._listed[self.state.marked]

    @property
    def _is_typed(self) -> bool:
        if self._found is None:
            return False
        return self.state.is_new or self.state.form != form_of(self._marked.programme)

    def _refuse(self, error: Exception) -> None:
        self._show(is_busy=False, notice=notice_of(error))

    def _show(self, **shown: Any) -> None:
        self.state = replace(self.state, **shown)
        self._view.show_state(self.state)


def _begun(programme: Programme, day: date | None, today: date) -> str:
    if day is None:
        return tr(wording.BEGUN, programme=programme.name)
    return tr(wording.BEGINS, programme=programme.name, day=day_words(day, today=today))


def _put_in_force(programme_id: str, holds_from: datetime | None, desk: Desk, by: str) -> object:
    return programmes.put_in_force(desk, programme_id, staff=by, holds_from=holds_from)
