"""The trial's decisions: a bill is typed, or one that was sold is looked up, and every rule says what it has to say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Protocol

from app.domain.cases import Case
from app.services import one_bill
from app.services.one_bill import Judged
from app.services.rates import RatesFound
from ui.context import CounterContext
from ui.errors import Notice, Tone
from ui.rows import ChoiceRow
from ui.rules import trial_words
from ui.rules.trial_form import TrialForm, case_of, form_of, time_of
from ui.words import later, tr
from ui.work import Work

UNKNOWN = later("There is no bill {number} here. Nothing was changed; look at its receipt.")


@dataclass(frozen=True, slots=True)
class SideState:
    """What the bill comes to under some rules; a row for each of them."""

    title: str = ""
    summary: str = ""
    rows: tuple[ChoiceRow, ...] = ()


_NOTHING = SideState()


@dataclass(frozen=True, slots=True)
class TrialState:
    """In another `turn` what stands takes the place of what was typed. `why` says what is missing still."""

    form: TrialForm
    live: SideState = _NOTHING
    draft: SideState = _NOTHING
    why: str = ""
    turn: int = 0


class Page(Protocol):
    def show_one_bill(self, trial: TrialState | None, notice: Notice | None = None) -> None: ...
    def refuse(self, error: Exception) -> None: ...


class TrialDesk:
    def __init__(self, context: CounterContext, work: Work, page: Page) -> None:
        self._context = context
        self._work = work
        self._page = page
        self._found: RatesFound | None = None
        self._turn = 0
        self.state: TrialState | None = None
        self.case: Case | None = None

    def open(self, found: RatesFound) -> None:
        """A bill of now, of somebody in the lowest tier, with nothing on it yet."""
        self._found = found
        calendar = self._context.desk.calendar
        day, time = f"{calendar.day_of(found.at):%d/%m/%Y}", time_of(found.at, calendar)
        tier = found.base.tiers.levels[0].name
        self._fill(TrialForm(tier=tier, day=day, time=time, amounts=dict.fromkeys(found.base.categories, "")))

    def close(self) -> None:
        self.state = self.case = None
        self._page.show_one_bill(None)

    def change(self, form: TrialForm) -> None:
        """Something was typed: the bill is no longer the one that was sold."""
        found = self._found
        if self.state is None or found is None:
            return
        try:
            case = case_of(form, found.program.currency, self._context.desk.calendar)
        except ValueError as wrong:
            self.case = None
            self._show(form=form, why=str(wrong), live=_NOTHING, draft=_NOTHING)
            return
        self._show(form=form, why="")
        self._judge(case)

    def look_up(self, number: str) -> None:
        """A bill that was sold, as it was."""
        found, desk, wanted = self._found, self._context.desk, number.strip()
        if found is not None and wanted:
            drafted = found.drafted
            self._work.latest(
                "one bill",
                lambda: one_bill.case_of(desk, drafted, wanted),
                lambda case: self._know(case, wanted),
                self._page.refuse,
            )

    def show_case(self, case: Case, number: str = "") -> None:
        found = self._found
        if found is not None:
            currency, calendar = found.program.currency, self._context.desk.calendar
            self._fill(form_of(case, number, tuple(found.base.categories), currency, calendar))
            self._show(why="")
            self._judge(case)

    def _know(self, case: Case | None, number: str) -> None:
        if case is None:
            self._page.show_one_bill(self.state, Notice(Tone.WARN, tr(UNKNOWN, number=number)))
        else:
            self.show_case(case, number)

    def _judge(self, case: Case) -> None:
        assert self._found is not None, "the pane is open"
        drafted, desk, self.case = self._found.drafted, self._context.desk, case
        self._work.latest("one bill", lambda: one_bill.judge(desk, drafted, case), self._judged, self._page.refuse)

    def _judged(self, judged: Judged) -> None:
        live, draft = judged.live, judged.draft
        named = tr(trial_words.LIVE, version=live.program.version)
        self._show(
            live=SideState(named, trial_words.summary(live), trial_words.rows(live)),
            draft=SideState(tr(trial_words.DRAFT), trial_words.summary(draft), trial_words.rows(draft)),
        )

    def _fill(self, form: TrialForm) -> None:
        self._turn += 1
        self.state = TrialState(form, turn=self._turn, why=tr(trial_words.NOTHING_YET))
        self._page.show_one_bill(self.state)

    def _show(self, **shown: Any) -> None:
        if self.state is not None:
            self.state = replace(self.state, **shown)
            self._page.show_one_bill(self.state)
