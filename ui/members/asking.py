"""Asking: the form that is open over a member's file: what is typed in it, who has to agree, and what it then does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from app.domain.codes import is_card_number
from app.domain.member import Holder
from app.services.members import members
from app.services.members.dossiers import Dossier
from ui import foreseen
from ui.context import CounterContext
from ui.errors import Tone
from ui.members import wording
from ui.members.forms import Form
from ui.members.state import FormView
from ui.session import Asked
from ui.words import tr
from ui.work import Topic, Work


class Around(Protocol):
    """The page a form is open on."""

    def show(self) -> None: ...
    def say(self, tone: Tone, text: str) -> None: ...
    def refuse(self, error: Exception) -> None: ...
    def done(self, member_id: str, said: str) -> None: ...


class Asking:
    """One form at a time; its key makes it happen once, however often it is saved."""

    def __init__(self, context: CounterContext, work: Work, around: Around) -> None:
        self._context, self._work, self._around = context, work, around
        self._form: Form | None = None
        self._about: Dossier | None = None
        self._typed: dict[str, str] = {}
        self._reason, self._note, self._key = 0, "", ""
        self._is_busy = False

    @property
    def is_open(self) -> bool:
        return self._form is not None

    @property
    def scans_into(self) -> str:
        """The field a scanned card belongs in; empty where none is open."""
        return self._form.scans_into if self._form else ""

    @property
    def view(self) -> FormView | None:
        return self._form.view(self._typed, self._reason, self._note) if self._form else None

    def open(self, form: Form, about: Dossier) -> None:
        self._form, self._about, self._typed = form, about, dict(form.first)
        self._reason, self._note, self._key = 0, "", self._context.desk.ids.entity()

    def close(self) -> None:
        self._form = None

    def reason_words(self) -> str:
        return wording.REASONS[self._reason]

    def choose_reason(self, index: int) -> None:
        self._reason = index

    def type(self, name: str, text: str) -> None:
        """A field of the form holds something else now."""
        if self._form is None or self._typed.get(name) == text:
            return
        self._typed[name], self._note = text, ""
        self._around.show()
        other = text.replace(" ", "")
        if self._form.is_merge and is_card_number(other):
            find = partial(members.find_card, self._context.desk, other)
            self._work.latest("other", find, self._note_of, self._around.refuse)

    def save(self) -> None:
        """Do what the form says, once whoever has to agree has."""
        form, about = self._form, self._about
        if form is None or about is None or self._is_busy:
            return
        run: Callable[[str | None], None] = partial(self._run, form, about.profile.holder.member.member_id)
        if form.permission is None:
            run(None)
        else:
            declined = partial(self._around.say, Tone.INFO, wording.DECLINED)
            asked = Asked(form.title, form.permission, run, declined)
            typed, staff, key = dict(self._typed), self._context.cashier, self._key
            foreseen.ask_approval(
                self._context, self._work, asked, lambda stage: form.run(stage, typed, staff, key), self._around.refuse
            )

    def _run(self, form: Form, member_id: str, approved_by: str | None) -> None:
        self._is_busy = True
        desk = self._context.desk.approved(approved_by) if approved_by else self._context.desk
        typed, staff, key = dict(self._typed), self._context.cashier, self._key
        self._work.write(
            lambda: form.run(desk, typed, staff, key),
            partial(self._done, member_id),
            self._not_done,
            changes=Topic.MEMBERS,
        )

    def _done(self, member_id: str, said: str) -> None:
        self._is_busy = False
        self._around.done(member_id, said)

    def _not_done(self, error: Exception) -> None:
        self._is_busy = False
        self._around.refuse(error)

    def _note_of(self, found: Sequence[Holder]) -> None:
        if self._about is not None:
            into = self._about.profile.holder.member.name
            self._note = wording.merge_note(found[0], into) if found else tr("That card is nobody's.")
            self._around.show()
