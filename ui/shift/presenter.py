"""The shift's decisions: where the page is, what is typed, and what is done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from app.domain.errors import DomainError
from app.domain.money import RUPEE, Currency
from app.domain.shift import MoveKind
from app.domain.staff import Permission
from app.services.desk import Desk
from app.services.programs.program import current
from app.services.shifts import shifts
from app.services.shifts.shift_records import KeptReport
from app.services.shifts.shifts import X_REPORT, Z_REPORT, Counted, Running
from ui import foreseen
from ui.actions import Do
from ui.amounts import amount_minor
from ui.context import CounterContext, PrintedReceipt
from ui.errors import Notice, Tone, notice_of, untaken
from ui.session import Asked
from ui.shift import wording
from ui.shift.state import Counting, ShiftState, Step
from ui.words import tr
from ui.work import Topic, Work

_Found = tuple[Running, Sequence[tuple[KeptReport, bool]], Currency, str]


class View(Protocol):
    def show_state(self, state: ShiftState) -> None: ...


class Shifter:
    """`on_standing` hears the header's words, `on_left` what the counter is told when only the drawer was asked for."""

    def __init__(self, context: CounterContext, work: Work, view: View) -> None:
        self._context, self._desk, self._session = context, context.desk, context.session
        self._work, self._view = work, view
        self._currency = RUPEE
        self._reports: Sequence[KeptReport] = ()
        self._counted: Counted | None = None
        self._key = ""
        self._is_passing = False
        self.on_standing: Callable[[str], None] = lambda _: None
        self.on_left: Callable[[Notice], None] = lambda _: None
        self.on_paper: Callable[[PrintedReceipt | None], None] = lambda _: None
        self.state = ShiftState()
        self.commands: dict[Do, Callable[[], None]] = {
            Do.PAY_IN: partial(self.begin_move, MoveKind.PAY_IN),
            Do.PAY_OUT: partial(self.begin_move, MoveKind.PAY_OUT),
            Do.DROP: partial(self.begin_move, MoveKind.DROP),
            Do.X_REPORT: self.print_x,
            Do.CLOSE_SHIFT: self.begin_count,
            Do.SHIFT_GO: self.go,
            Do.SHIFT_AGAIN: self.print_again,
        }

    def open(self) -> None:
        """Come to the page, as it is when nothing was typed yet."""
        self._is_passing = False
        self._turn(Step.HOME, notice=None)
        self.look()

    def open_drawer(self) -> None:
        """The drawer without a sale, and back to the counter."""
        self._move_step(MoveKind.NO_SALE)
        self._is_passing = True

    def do(self, what: Do) -> None:
        if not self.state.is_busy:
            self.commands[what]()

    def back(self) -> bool:
        """A step back inside the page; False where it is to be left."""
        if self._is_passing or self.state.step is Step.HOME:
            return False
        self._turn(Step.HOME, notice=None)
        return True

    def look(self) -> None:
        """Read again how the shift stands."""
        self._work.latest("shift", self._found, self._know, self._refuse)

    def type(self, **typed: Any) -> None:
        self.state = replace(self.state, **typed)

    def type_pieces(self, place: int, text: str) -> None:
        self._show(counting=self.state.counting.typed(place, text))

    def choose_reason(self, reason: str) -> None:
        self._show(reason=reason)

    def mark(self, index: int) -> None:
        self.state = replace(self.state, marked=index)

    def begin_move(self, kind: MoveKind) -> None:
        if self.state.is_open:
            self._is_passing = False
            self._move_step(kind)
        else:
            self._show(notice=Notice(Tone.INFO, tr("Open a shift first: type what is in the drawer, then F9.")))

    def begin_count(self) -> None:
        if self.state.is_open:
            self._key = self._desk.ids.entity()
            self._turn(Step.COUNT, counting=Counting.of(self._currency), note="", notice=None)
        else:
            self.begin_move(MoveKind.PAY_IN)

    def go(self) -> None:
        """What the large button says."""
        steps = {Step.MOVE: self._move, Step.COUNT: self._count, Step.RESULT: self._close}
        if self.state.step in steps:
            steps[self.state.step]()
        elif not self.state.is_open:
            self._open()

    def print_x(self) -> None:
        self._show(notice=None)
        self._print(X_REPORT, self._desk.counter_code)

    def print_again(self) -> None:
        """The marked Z report, as a copy."""
        if self.state.marked < len(self._reports):
            self._print(Z_REPORT, self._reports[self.state.marked].report.shift_id)

    # What is written

    def _open(self) -> None:
        minor = amount_minor(self.state.amount, self._currency)
        if minor is None or not self.state.amount.strip():
            self._show(notice=Notice(Tone.WARN, tr(wording.NOT_AN_AMOUNT)))
            return
        desk, staff, key = self._desk, self._session.staff, self._key
        self._write(
            lambda: shifts.open_shift(desk, float_minor=minor, staff=staff, key=key),
            lambda _: self._settled(Notice(Tone.GOOD, tr(wording.OPENED))),
        )

    def _move(self) -> None:
        kind, reason = self.state.kind, self.state.reason
        minor = 0 if kind is MoveKind.NO_SALE else amount_minor(self.state.amount, self._currency)
        if minor is None:
            self._show(notice=Notice(Tone.WARN, tr(wording.NOT_AN_AMOUNT)))
            return
        what = f"{tr(wording.MOVES[kind])} {self._currency.text(minor)}" if minor else tr(wording.MOVES[kind])
        staff, key = self._session.staff, self._key

        def moved(desk: Desk) -> object:
            return shifts.move(desk, kind, amount_minor=minor, reason=reason, staff=staff, key=key)

        def granted(by: str) -> None:
            desk = self._desk if by == staff else self._desk.approved(by)
            self._write(lambda: moved(desk), lambda _: self._kick())

        foreseen.ask_approval(self._context, self._work, Asked(what, Permission.CASH, granted), moved, self._refuse)

    def _kick(self) -> None:
        """It is written down: the drawer opens."""
        self._work.paper(self._context.receipts.open_drawer, self._opened, self._stuck)

    def _opened(self, where: str) -> None:
        shut = wording.DRAWER_SHUT if self._context.is_training else wording.DRAWER_NONE
        self._settled(Notice(Tone.GOOD, tr(wording.DRAWER_OPEN if where else shut)))

    def _stuck(self, error: Exception) -> None:
        self._settled(notice_of(error))

    def _count(self) -> None:
        counted = self.state.counting.count
        if counted is None:
            self._show(notice=Notice(Tone.WARN, tr(wording.NOT_A_COUNT)))
            return
        desk, staff, key = self._desk, self._session.staff, self._key
        self._write(lambda: shifts.count(desk, counted, staff=staff, key=key), self._compare)

    def _compare(self, counted: Counted) -> None:
        self._counted, self._key = counted, self._desk.ids.entity()
        rows, said = wording.outcome(counted, self._currency), wording.difference_words(counted, self._currency)
        tone = Tone.WARN if counted.difference_minor else Tone.GOOD
        self._turn(Step.RESULT, outcome=rows, is_busy=False, notice=Notice(tone, said))

    def _close(self) -> None:
        counted, note, staff, key = self._counted, self.state.note, self._session.staff, self._key
        assert counted is not None, "what is closed has been counted"

        def close(by: str | None) -> None:
            desk = self._desk if by is None else self._desk.approved(by)
            self._write(
                lambda: shifts.close(desk, count_id=counted.count_id, note=note, staff=staff, key=key), self._closed
            )

        if counted.is_over and note.strip():
            money = self._currency.text(counted.difference_minor)
            self._session.ask_approval(tr("Close the shift with a difference of {money}", money=money), close)
        else:
            close(None)

    def _closed(self, kept: KeptReport) -> None:
        self._settled(Notice(Tone.GOOD, wording.closed_words(kept)))
        self._print(Z_REPORT, kept.report.shift_id, is_quiet=True)

    def _write(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._show(is_busy=True, notice=None)
        self._work.write(work, then, self._refuse, changes=Topic.SHIFT)

    def _settled(self, notice: Notice) -> None:
        """It is done: the page is as at first, and says so; where only the drawer was asked for, the counter does."""
        is_passing, self._is_passing = self._is_passing, False
        self._turn(Step.HOME, is_busy=False, notice=notice)
        self.look()
        if is_passing:
            self.on_left(notice)

    # What is printed

    def _print(self, document: str, subject: str, *, is_quiet: bool = False) -> None:
        def printed(paper: PrintedReceipt) -> None:
            self.on_paper(paper)
            if not is_quiet:
                self._show(notice=Notice(Tone.GOOD, tr("Printed: {printer}.", printer=paper.printer)))

        def refused(error: Exception) -> None:
            self.on_paper(None)
            self._show(notice=notice_of(error) if isinstance(error, DomainError) else untaken(error))

        self._work.paper(lambda: self._context.receipts.print_paper(document, subject), printed, refused)

    # What is shown

    def _found(self) -> _Found:
        running = shifts.running(self._desk)
        name = shifts.staff_name(self._desk, running.opening.staff) if running.opening else ""
        return running, shifts.reports(self._desk), current(self._desk).currency, name

    def _know(self, found: _Found) -> None:
        running, reports, self._currency, name = found
        self._reports = [kept for kept, _ in reports]
        calendar, today = self._desk.calendar, self._desk.calendar.day_of(self._desk.clock.now())
        rows = (wording.report_row(kept, is_sent=sent, calendar=calendar, today=today) for kept, sent in reports)
        self.on_standing(wording.headline(running.opening, calendar))
        self._show(
            is_open=running.opening is not None,
            headline=wording.headline(running.opening, calendar),
            aside=wording.aside(running, name, self._currency),
            figures=wording.figures(running, self._currency),
            reports=tuple(rows),
        )

    def _move_step(self, kind: MoveKind) -> None:
        reasons = tuple(map(tr, wording.REASONS[kind]))
        self._turn(Step.MOVE, kind=kind, reason="", reasons=reasons, notice=None)

    def _turn(self, step: Step, **shown: Any) -> None:
        self._key = self._desk.ids.entity() if step is not Step.RESULT else self._key
        self._show(step=step, amount="", turn=self.state.turn + 1, **shown)

    def _refuse(self, error: Exception) -> None:
        self._show(is_busy=False, notice=notice_of(error))

    def _show(self, **shown: Any) -> None:
        self.state = replace(self.state, **shown)
        self._view.show_state(self.state)
