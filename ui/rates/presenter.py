"""The rates' decisions: a cell is changed and kept, bills are tried under the draft, and a PIN publishes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from app.domain.errors import DomainError
from app.domain.rates import Rate, check
from app.services.programs import rates
from app.services.programs.rates import RatesFound
from app.services.programs.versions import Version
from ui.actions import Do
from ui.context import CounterContext
from ui.errors import Notice, Tone
from ui.kept_desk import KeptDesk, View
from ui.rates import wording
from ui.rates.state import RatesState
from ui.words import tr
from ui.work import Work


class RatesDesk(KeptDesk[RatesState]):
    """`comes` hears in words which rates begin next."""

    def __init__(
        self, context: CounterContext, work: Work, view: View[RatesState], comes: Callable[[str], None]
    ) -> None:
        super().__init__(context, work, view, RatesState(), wording.OF_THE_DRAFT)
        self._comes = comes
        self.commands = {
            Do.PUBLISH_RATES: self._drafting.publish,
            Do.CARRY_OVER: self._drafting.carry_over,
            Do.DROP_DRAFT: self._drafting.drop,
            Do.WITHDRAW_RATES: self._drafting.withdraw,
            Do.RATE_HISTORY: self.turn_history,
            Do.GO_BACK_TO: self.go_back,
            Do.TRY_RATES: self._try,
        }

    def back(self) -> bool:
        """Esc stops a trial, then leaves the history."""
        if super().back():
            return True
        if self.state.is_history:
            self._show(is_history=False)
            return True
        return False

    def edit(self, category: str, rate: Rate, text: str) -> None:
        """A rate was typed; `category` is empty for what is one for all."""
        if not self._is_ready():
            return
        try:
            value = wording.read(rate, text, self.known.program.currency)
            drafted = self._draft.rates.having(category, rate, value)
            most = Decimal(self._context.desk.rate_max_percent)
            check(drafted, known=self.known.base.categories, percent_max=most)
        except ValueError as wrong:
            self._again(str(wrong))
        except DomainError as refusal:
            self.refuse(refusal)
        else:
            self._keep(replace(self._draft, rates=drafted))

    def switch(self, category: str, rate: Rate) -> None:
        """Yes becomes no, and no yes."""
        if self._is_ready():
            value = not self._draft.rates.value(category, rate)
            self._keep(replace(self._draft, rates=self._draft.rates.having(category, rate, value)))

    def turn_history(self) -> None:
        self._show(is_history=not self.state.is_history, notice=None)
        self.mark(self.state.marked)

    def mark(self, index: int) -> None:
        """A version is looked at, or the draft above them."""
        if self._found is not None and 0 <= index < len(self.state.versions):
            self._show(marked=index, detail=self._detail(self._found, index))

    def _detail(self, found: RatesFound, index: int) -> str:
        version = _version_at(found, index)
        return wording.draft_changes(found) if version is None else wording.changes(version, found.at, found.stores)

    def go_back(self) -> None:
        """A draft with the rates of the version that is looked at."""
        found, desk, staff = self._found, self._context.desk, self._context.cashier
        if found is not None and self.state.is_history:
            marked = _version_at(found, self.state.marked)
            if marked is None:
                self.remark(Notice(Tone.INFO, tr(wording.IS_THE_DRAFT)))
                return
            version = marked.publication.version
            words = tr(wording.GONE_BACK, version=version)
            self._drafting.write(lambda: rates.revert(desk, version, staff=staff), lambda _: self.read(words))

    def _besides(self, found: RatesFound, words: str) -> dict[str, Any]:
        calendar = self._context.desk.calendar
        drafted = (wording.draft_row(found),) if found.has_changes else ()
        self._comes(wording.coming(found.waiting[0], calendar, found.at) if found.waiting else "")
        return {
            "title": wording.title(found),
            "rows": wording.rows(found),
            "in_all": wording.in_all(found),
            "has_waiting": bool(found.waiting),
            "is_history": self.state.is_history and not words,
            "versions": (*drafted, *(wording.version(one, calendar, found.at) for one in found.history)),
            "marked": 0,
        }


def _version_at(found: RatesFound, index: int) -> Version | None:
    """The version in that line of the history; None for the draft, which stands above them where there is one."""
    place = index - found.has_changes
    return None if place < 0 else found.history[place]
