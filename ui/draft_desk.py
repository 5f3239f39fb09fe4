"""The decisions that every page of a manager's draft makes: one is marked, typed, kept in the draft, or taken out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Generic, Protocol, TypeVar

from app.services.programs import rates
from app.services.programs.rate_drafts import RateDraft
from app.services.programs.rates import RatesFound
from ui.actions import Do
from ui.context import CounterContext
from ui.draft_keys import Keys
from ui.draft_state import DraftState
from ui.drafting import Drafting, Words, begins
from ui.errors import Notice, Tone, notice_of
from ui.parts import Part
from ui.work import Work

State = TypeVar("State", bound=DraftState[Any, Any])
Shown = TypeVar("Shown", bound=DraftState[Any, Any], contravariant=True)
Form = TypeVar("Form")
One = TypeVar("One")


class View(Protocol[Shown]):
    def show_state(self, state: Shown) -> None: ...


class DraftDesk(ABC, Generic[One, Form, State]):
    """What is typed of one is judged at once; the draft is kept when that one is."""

    def __init__(
        self, context: CounterContext, work: Work, view: View[State], state: State, words: Words, keys: Keys
    ) -> None:
        self._context = context
        self._work = work
        self._view = view
        self._found: RatesFound | None = None
        self._edited = ""
        self._drafting = Drafting(context, work, self, words)
        self._slot = str(keys.keep)
        self.state = state
        self.form = Part({keys.keep: self.keep}, self._is_ready)
        self.commands: dict[Do, Callable[[], None]] = {
            keys.new: self.new,
            keys.edit: self.edit,
            keys.remove: self.remove,
            keys.publish: self._drafting.publish,
            keys.carry_over: self._drafting.carry_over,
            keys.drop: self._drafting.drop,
        }

    def open(self) -> None:
        self.state = type(self.state)(turn=self.state.turn + 1)
        self.read()

    def back(self) -> bool:
        """Esc leaves the form; what was typed there is not kept."""
        if self.state.form is None:
            return False
        self._show(form=None, notice=None)
        return True

    def do(self, what: Do) -> None:
        if self._is_ready():
            self.commands[what]()

    def _is_ready(self) -> bool:
        return self._found is not None and not self.state.is_busy

    def mark(self, row: int) -> None:
        if 0 <= row < len(self.state.rows):
            self._show(marked=row)

    @abstractmethod
    def new(self) -> None:
        """One that there is not yet is typed."""

    def edit(self) -> None:
        one = self._marked
        if one is not None:
            self._edit(self._form(one), self._name(one))

    def change(self, form: Form) -> None:
        """Something was typed: say what it comes to, and what is wrong with it."""
        if self.state.form is None:
            return
        try:
            one = self._made(form)
        except ValueError as wrong:
            self._show(form=form, said="", flaws=str(wrong))
        else:
            words, flaws = self._judge(one, form)
            self._show(form=form, said=words, flaws=flaws)

    def keep(self) -> None:
        form = self.state.form
        if form is None:
            return
        try:
            one = self._finished(form)
        except ValueError as wrong:
            self._show(notice=Notice(Tone.WARN, str(wrong)))
        else:
            self._keep(self._with(one, form), self._kept(one))

    def remove(self) -> None:
        one = self._marked
        if one is not None:
            self._keep(self._without(one), self._removed(one))

    def begin(self) -> None:
        self._show(is_busy=True, notice=None)

    def read(self, words: str = "") -> None:
        desk, staff = self._context.desk, self._context.cashier
        self._work.latest(
            self._slot, lambda: rates.look(desk, staff), lambda found: self._know(found, words), self.refuse
        )

    def refuse(self, error: Exception) -> None:
        self._show(is_busy=False, notice=notice_of(error))

    def remark(self, notice: Notice) -> None:
        self._show(notice=notice)

    @property
    def known(self) -> RatesFound:
        assert self._found is not None, "the page is open"
        return self._found

    @property
    @abstractmethod
    def _listed(self) -> Sequence[One]:
        """All of them, as they stand on the page."""

    @property
    def _marked(self) -> One | None:
        listed = self._listed
        return listed[self.state.marked] if self.state.marked < len(listed) else None

    @abstractmethod
    def _name(self, one: One) -> str:
        """By what it is known while it is edited."""

    @abstractmethod
    def _form(self, one: One) -> Form: ...

    @abstractmethod
    def _made(self, form: Form) -> One:
        """Raises ValueError with what is missing or wrong."""

    def _finished(self, form: Form) -> One:
        """One that can be kept. Raises ValueError."""
        return self._made(form)

    @abstractmethod
    def _judge(self, one: One, form: Form) -> tuple[str, str]:
        """What it comes to, and what is wrong with it."""

    @abstractmethod
    def _with(self, one: One, form: Form) -> RateDraft:
        """The draft with it in the place of the one that is edited, or behind all."""

    @abstractmethod
    def _without(self, one: One) -> RateDraft: ...

    @abstractmethod
    def _kept(self, one: One) -> str:
        """What is said when it is in the draft."""

    @abstractmethod
    def _removed(self, one: One) -> str: ...

    @abstractmethod
    def _rows(self, found: RatesFound) -> tuple[Any, ...]: ...

    @abstractmethod
    def _besides(self, found: RatesFound) -> dict[str, Any]:
        """What else this page shows of how things stand."""

    def _edit(self, form: Form, edited: str, **shown: Any) -> None:
        self._edited = edited
        self._show(form=form, turn=self.state.turn + 1, notice=None, **shown)
        self.change(form)

    def _keep(self, draft: RateDraft, words: str) -> None:
        desk = self._context.desk

        def kept(_: None) -> None:
            self._show(form=None)
            self.read(words)

        self._drafting.write(lambda: rates.keep(desk, draft), kept)

    def _know(self, found: RatesFound, words: str) -> None:
        self._found = found
        rows = self._rows(found)
        self._show(
            rows=rows,
            marked=max(0, min(self.state.marked, len(rows) - 1)),
            begins=begins(found, self._context.desk),
            is_busy=False,
            has_changes=found.has_changes,
            has_newer=found.has_newer,
            notice=self._drafting.notice(words),
            **self._besides(found),
        )

    def _show(self, **shown: Any) -> None:
        self.state = replace(self.state, **shown)
        self._view.show_state(self.state)
