"""The reports' decisions: which report of which days, what is opened behind a row, and what is saved as a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final, Protocol

from app.domain.errors import DomainError
from app.services.programs.program import current
from app.services.reports import catalogue
from app.services.reports.catalogue import Summary
from app.services.reports.period import Days, Span, days_of
from app.services.reports.table import Kind, Table
from ui.actions import Do
from ui.context import CounterContext
from ui.errors import Notice, Tone, notice_of
from ui.reports import wording
from ui.reports.state import FROM_TO, ReportsState
from ui.reports.wording import Speech
from ui.words import said, tr
from ui.work import Work

SLOT = "report"
NAMES: Final = tuple(wording.REPORTS)
ENDINGS: Final = {Do.EXPORT_CSV: ".csv", Do.EXPORT_XLSX: ".xlsx", Do.EXPORT_PDF: ".pdf"}


class View(Protocol):
    def show_state(self, state: ReportsState, speech: Speech) -> None: ...
    def focus_days(self) -> None: ...
    def is_typing_days(self) -> bool: ...
    def focus_rows(self) -> None: ...


class ReportsDesk:
    def __init__(self, context: CounterContext, work: Work, view: View, *, prepare: Callable[[], None]) -> None:
        """`prepare` is done before the first report is shown, on the thread that reads it."""
        self._context, self._work, self._view, self._prepare = context, work, view, prepare
        self._currency = current(context.desk).currency
        self._days: Days | None = None
        self._asked = 0
        self.state = ReportsState()
        self.commands: dict[Do, Callable[[], None]] = {
            Do.CHOOSE_DAYS: view.focus_days,
            Do.AS_TABLE: self.turn_table,
            Do.WHAT_IS_BEHIND: self.open_row,
            Do.READ_AGAIN: self.read,
            **{do: partial(self.save, do) for do in ENDINGS},
        }

    def open(self) -> None:
        self._show(notice=None)
        self.read()

    def do(self, what: Do) -> None:
        self.commands[what]()

    def mark(self, place: int) -> None:
        """Another report of the list."""
        if 0 <= place < len(NAMES) and place != self.state.marked:
            self._show(marked=place)
            self.read()

    def choose(self, stretch: str) -> None:
        """Days that are to be typed begin with those shown before."""
        before = self._days
        self._show(stretch=stretch, notice=None)
        if stretch != FROM_TO:
            self.read()
        elif before is not None and not self.state.first:
            self._show(first=before.first.isoformat(), last=before.last.isoformat())

    def type(self, first: str, last: str) -> None:
        self._show(first=first, last=last)

    def mark_row(self, row: int) -> None:
        self._show(row=max(0, row))

    def turn_table(self) -> None:
        if len(self.state.tables) == 1:
            self._show(shows_table=not self.state.shows_table)
            self._view.focus_rows()

    def read(self) -> None:
        """The marked report of the chosen days; the newest wish alone is answered."""
        try:
            self._days = self._chosen()
        except DomainError as wrong:
            self._show(notice=notice_of(wrong))
            return
        if self._days is None:
            self._show(notice=Notice(Tone.WARN, tr(wording.NOT_DAYS)))
            return
        desk, name, days = self._context.desk, NAMES[self.state.marked], self._days

        def found() -> tuple[Table, Summary]:
            self._prepare()
            return catalogue.report(desk, name, days), catalogue.summary(desk, days)

        self._ask(found, self._know)

    def open_row(self) -> None:
        """What is behind the marked row; in the fields of the days, the report of the days typed."""
        state, desk, days = self.state, self._context.desk, self._days
        if self._view.is_typing_days():
            self.read()
            if self.state.is_busy:  # they were days
                self._view.focus_rows()
        elif state.is_chart:
            self.turn_table()
        elif state.can_open and state.table is not None and days is not None:
            row = state.table.rows[state.row]
            question, bill_id = row.behind, row.bill_id
            if question is not None:
                self._ask(lambda: catalogue.bills_behind(desk, question), self._lay_on)
            elif bill_id is not None:
                self._ask(lambda: catalogue.one_bill(desk, bill_id, days), self._lay_on)

    def back(self) -> bool:
        """Stop reading, or close what was opened last; False where nothing is open."""
        if self.state.is_busy:
            self._asked += 1
            self._show(is_busy=False, notice=Notice(Tone.INFO, tr(wording.STOPPED)))
            return True
        if len(self.state.tables) > 1:
            self._show(tables=self.state.tables[:-1], row=0, notice=None)
            self._view.focus_rows()
            return True
        return False

    def save(self, do: Do) -> None:
        """What is shown, as a file in the folder of exports."""
        table, days, folder, files = self.state.table, self._days, self._context.exports, self._context.report_files
        if table is None or days is None:
            return
        if folder is None or files is None:
            self._show(notice=Notice(Tone.WARN, tr(wording.NO_FOLDER)))
            return
        name = _name(NAMES[self.state.marked], len(self.state.tables))
        file = folder / f"{name}-{days.first}-{days.last}{ENDINGS[do]}"
        save = partial(files.save, file, table, days=wording.days_words(days, self._speech()), say=said)
        self._work.read(partial(_why_unsaved, save), partial(self._saved, file), self._refuse)

    def _chosen(self) -> Days | None:
        """The days; None where what is typed is no day."""
        state = self.state
        if state.stretch != FROM_TO:
            desk = self._context.desk
            return days_of(Span(state.stretch), desk.calendar.day_of(desk.clock.now()))
        try:
            first, last = date.fromisoformat(state.first.strip()), date.fromisoformat(state.last.strip())
        except ValueError:
            return None
        return Days(first, last)

    def _ask(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._asked += 1
        turn = self._asked
        self._show(is_busy=True, notice=Notice(Tone.INFO, tr(wording.READING)))

        def answered(found: Any) -> None:
            if turn == self._asked:
                self._show(is_busy=False, notice=None)
                then(found)

        self._work.latest(SLOT, work, answered, self._refuse)

    def _know(self, found: tuple[Table, Summary]) -> None:
        table, summary = found
        assert self._days is not None, "what was read was asked for"
        words = wording.summary_words(summary, self._days, self._speech())
        self._show(tables=(table,), row=0, summary=words, notice=self._notes(table))

    def _lay_on(self, table: Table) -> None:
        self._show(tables=(*self.state.tables, table), row=0, notice=self._notes(table))
        self._view.focus_rows()

    def _notes(self, table: Table) -> Notice | None:
        notes = [said(one) for one in table.said]
        heard_at = self._context.line.standing().last_contact_at if notes else None
        if heard_at is not None:
            notes.append(tr(wording.LAST_HEARD, when=self._speech().cell(heard_at, Kind.INSTANT)))
        return Notice(Tone.INFO, " ".join(notes)) if notes else None

    def _saved(self, file: Path, why_not: str) -> None:
        if why_not:
            self._show(notice=Notice(Tone.WARN, tr(wording.NOT_SAVED, file=file.name, why=why_not)))
        else:
            self._show(notice=Notice(Tone.GOOD, tr(wording.SAVED, file=file)))

    def _refuse(self, error: Exception) -> None:
        self._show(is_busy=False, notice=notice_of(error))

    def _speech(self) -> Speech:
        desk = self._context.desk
        return Speech(self._currency, desk.calendar, desk.clock.now())

    def _show(self, **shown: Any) -> None:
        self.state = replace(self.state, **shown)
        self._view.show_state(self.state, self._speech())


def _why_unsaved(save: Callable[[], None]) -> str:
    """Empty once it is saved: a full disk is an answer, and no failure of ours."""
    try:
        save()
    except OSError as wrong:
        return wrong.strerror or str(wrong)
    return ""


def _name(report: str, tables: int) -> str:
    return report if tables == 1 else f"{report}-bills" if tables == 2 else f"{report}-bill"
