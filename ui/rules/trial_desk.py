"""The trial's decisions: a bill is typed, or one that was sold is looked up, and every rule says what it has to say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from app.domain.cases import Brings, Case, SavedCase
from app.domain.drives import Drive
from app.domain.formats import points
from app.services.programs import saved_cases
from app.services.programs.rates import RatesFound
from app.services.whatif import one_bill
from app.services.whatif.one_bill import Judged
from ui.context import CounterContext
from ui.errors import Notice, Tone
from ui.rows import ChoiceRow
from ui.rules import trial_words
from ui.rules.trial_form import TrialForm, case_of, form_of, time_of
from ui.words import later, tr
from ui.work import Topic, Work

NO_STORE = later("none")
UNKNOWN = later("There is no bill {number} here. Nothing was changed; look at its receipt.")


@dataclass(frozen=True, slots=True)
class SideState:
    """What the bill comes to under some rules; a row for each of them."""

    title: str = ""
    summary: str = ""
    rows: tuple[ChoiceRow, ...] = ()


_NOTHING = SideState()


@dataclass(frozen=True, slots=True)
class Asked:
    """What else rules ask here, each with its words: segments of members, campaigns to take part in, goals, stores."""

    segments: tuple[tuple[str, str], ...] = ()
    joining: tuple[tuple[str, str], ...] = ()
    goals: tuple[tuple[str, str], ...] = ()
    stores: tuple[tuple[str, str], ...] = ()


_NOTHING_ASKED = Asked()


@dataclass(frozen=True, slots=True)
class TrialState:
    """In another `turn` what stands takes the place of what was typed. `why` says what is missing still."""

    form: TrialForm
    live: SideState = _NOTHING
    draft: SideState = _NOTHING
    why: str = ""
    cases: tuple[str, ...] = ()
    turn: int = 0
    asked: Asked = _NOTHING_ASKED


KEPT = later("Kept: “{case}” must bring {points} points and come to {amount}, or nothing is published.")
DROPPED = later("“{case}” is asked for no more.")
UNFINISHED = later("Type a bill first that can be sold as drafted, and a name for it.")


class Page(Protocol):
    def begin(self) -> None: ...
    def read(self, words: str = "") -> None: ...
    def show_one_bill(self, trial: TrialState | None, notice: Notice | None = None) -> None: ...
    def refuse(self, error: Exception) -> None: ...


class TrialDesk:
    def __init__(self, context: CounterContext, work: Work, page: Page) -> None:
        self._context = context
        self._work = work
        self._page = page
        self._found: RatesFound | None = None
        self._turn = 0
        self._brings: Brings | None = None
        self.state: TrialState | None = None
        self.case: Case | None = None

    def open(self, found: RatesFound) -> None:
        """A bill of now, of somebody in the lowest tier, with nothing on it yet."""
        self._found = found
        calendar = self._context.desk.calendar
        day, time = f"{calendar.day_of(found.at):%d/%m/%Y}", time_of(found.at, calendar)
        tier = found.base.tiers.levels[0].name
        amounts = dict.fromkeys(found.base.categories, "")
        self._fill(TrialForm(tier=tier, day=day, time=time, amounts=amounts, store=found.stores.own))

    def know(self, found: RatesFound) -> None:
        """How things stand now: what is tried is tried under the draft of now."""
        self._found = found
        if self.state is not None:
            self._show(cases=tuple(one.name for one in found.cases), asked=_asked(found, self.state.form.store))
            if self.case is not None:
                self._judge(self.case)

    def close(self) -> None:
        self.state = self.case = self._brings = None
        self._page.show_one_bill(None)

    def change(self, form: TrialForm) -> None:
        """Something was typed: the bill is no longer the one that was sold."""
        found = self._found
        if self.state is None or found is None:
            return
        try:
            case = case_of(form, found.program.currency, self._context.desk.calendar, _drives(found))
        except ValueError as wrong:
            self.case = self._brings = None
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

    def open_case(self, name: str) -> None:
        """One that was kept."""
        cases = self._found.cases if self._found is not None else ()
        for one in cases:
            if one.name == name:
                self.show_case(one.case, name=name)

    def keep(self) -> None:
        """The bill by its name: from now on it must bring what it brings as drafted now."""
        state, case, brings = self.state, self.case, self._brings
        if state is None or case is None or brings is None or not state.form.name.strip():
            self._page.show_one_bill(state, Notice(Tone.WARN, tr(UNFINISHED)))
            return
        assert self._found is not None, "the pane is open"
        desk, name = self._context.desk, state.form.name.strip()
        money = self._found.program.currency.text(brings.payable_minor)
        words = tr(KEPT, case=name, points=points(brings.points), amount=money)
        self._write(lambda: saved_cases.keep_case(desk, SavedCase(name, case, brings)), words)

    def drop(self) -> None:
        """The case of this name is no more."""
        desk, name = self._context.desk, self.state.form.name.strip() if self.state is not None else ""
        if self.state is not None and name in self.state.cases:
            self._write(lambda: saved_cases.drop_case(desk, name), tr(DROPPED, case=name))

    def _write(self, work: Callable[[], None], words: str) -> None:
        self._page.begin()
        self._work.write(work, lambda _: self._page.read(words), self._page.refuse, changes=Topic.RATES)

    def show_case(self, case: Case, number: str = "", name: str = "") -> None:
        found = self._found
        if found is not None:
            currency, calendar = found.program.currency, self._context.desk.calendar
            form = form_of(case, number, tuple(found.base.categories), currency, calendar, _drives(found))
            sold_here = found.stores.own if number else ""
            self._fill(replace(form, name=name, store=case.store or sold_here))
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
        assert self._found is not None, "the pane is open"
        live, draft, stores = judged.live, judged.draft, self._found.stores
        self._brings = draft.priced.brings if draft.priced is not None else None
        named = tr(trial_words.LIVE, version=live.program.version)
        self._show(
            live=SideState(named, trial_words.summary(live), trial_words.rows(live, stores)),
            draft=SideState(tr(trial_words.DRAFT), trial_words.summary(draft), trial_words.rows(draft, stores)),
        )

    def _fill(self, form: TrialForm) -> None:
        self._turn += 1
        assert self._found is not None, "the pane is open"
        cases, asked = tuple(one.name for one in self._found.cases), _asked(self._found, form.store)
        self.state = TrialState(form, turn=self._turn, why=tr(trial_words.NOTHING_YET), cases=cases, asked=asked)
        self._page.show_one_bill(self.state)

    def _show(self, **shown: Any) -> None:
        if self.state is not None:
            self.state = replace(self.state, **shown)
            self._page.show_one_bill(self.state)


def _drives(found: RatesFound) -> Mapping[str, Drive]:
    """The campaigns of both sides; of one that both have, as it is drafted."""
    return {one.drive_id: one for program in (found.program, found.drafted) for one in program.drives}


def _asked(found: RatesFound, store: str) -> Asked:
    """What is asked now. A `store` that is named is among them, also where it is chosen no more."""
    segments = {one.segment_id: one.title for program in (found.program, found.drafted) for one in program.segments}
    drives, stores = _drives(found), tuple(found.stores.offered)
    return Asked(
        tuple((name, title or name) for name, title in segments.items()),
        tuple((name, one.title) for name, one in drives.items() if one.by_joining),
        tuple((name, one.title) for name, one in drives.items() if one.goal is not None),
        stores if store in dict(stores) else (*stores, (store, found.stores.called(store) or tr(NO_STORE))),
    )
