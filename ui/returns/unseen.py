"""Giving cash back for a bill that cannot be seen now: how much and why, and a manager's word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from app.domain.money import RUPEE
from app.domain.program import Program
from app.domain.staff import Permission
from app.services.desk import Desk
from app.services.programs.program import current
from app.services.returns import unseen_returns
from app.services.returns.unseen_returns import UnseenReturn
from ui import foreseen
from ui.amounts import amount_minor
from ui.context import CounterContext
from ui.errors import Notice, Tone
from ui.returns import wording
from ui.returns.state import UnseenView
from ui.session import Asked
from ui.words import tr
from ui.work import Topic, Work


class Unseen:
    """`view` is what is typed, None while no such bill is open; `say` is told what came of it."""

    def __init__(
        self,
        context: CounterContext,
        work: Work,
        *,
        say: Callable[[Notice], None],
        refused: Callable[[Exception], None],
    ) -> None:
        self._context, self._work = context, work
        self._say, self._refused = say, refused
        self.view: UnseenView | None = None
        self._key, self._is_saving, self._currency = "", False, RUPEE

    def open(self, number: str, opened: Callable[[], None]) -> None:
        """`opened` hears when there is something to type in."""

        def begin(rules: Program) -> None:
            self._currency = rules.currency
            self.view, self._key = UnseenView(number), self._context.desk.ids.entity()
            opened()

        self._work.latest("return", lambda: current(self._context.desk), begin, self._refused)

    def close(self) -> bool:
        """False where none was open."""
        was_open, self.view = self.view is not None, None
        return was_open

    def type_amount(self, text: str) -> None:
        self.view = replace(self.view, amount=text) if self.view else None

    def type_reason(self, text: str) -> None:
        self.view = replace(self.view, reason=text) if self.view else None

    def give_back(self) -> None:
        """Ask a manager, then write it down."""
        view, currency = self.view, self._currency
        if view is None or self._is_saving:
            return
        minor = amount_minor(view.amount, currency)
        if not minor:
            self._say(Notice(Tone.WARN, tr(wording.HOW_MUCH)))
        elif not view.reason.strip():
            self._say(Notice(Tone.WARN, tr(wording.WHY)))
        else:
            what = tr("Give {cash} back for bill {number}", cash=currency.text(minor), number=view.number)
            declined = partial(self._say, Notice(Tone.INFO, tr(wording.DECLINED)))
            asked = Asked(what, Permission.OVERRIDE, partial(self._write, view, minor), declined)
            foreseen.ask_approval(self._context, self._work, asked, self._verb(view, minor), self._refused)

    def _verb(self, view: UnseenView, minor: int) -> Callable[[Desk], UnseenReturn]:
        staff, key = self._context.cashier, self._key
        return lambda desk: unseen_returns.return_unseen(
            desk, view.number, amount_minor=minor, reason=view.reason, key=key, staff=staff
        )

    def _write(self, view: UnseenView, minor: int, approved_by: str) -> None:
        desk, verb = self._context.desk.approved(approved_by), self._verb(view, minor)
        self._is_saving = True
        self._work.write(
            lambda: verb(desk),
            self._written,
            self._not_written,
            changes=Topic.BILLS,
        )

    def _written(self, made: UnseenReturn) -> None:
        self._is_saving, self.view = False, None
        self._say(Notice(Tone.GOOD, wording.unseen_done(made.number, made.amount_minor, self._currency)))

    def _not_written(self, error: Exception) -> None:
        self._is_saving = False
        self._refused(error)
