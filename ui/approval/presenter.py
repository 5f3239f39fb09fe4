"""The approval's decisions: who may approve, whether the PIN or card is theirs, and what happens then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Protocol

from app.domain.errors import DomainError
from app.domain.staff import Permission, Person, Pin
from app.services.staff.roster import Roster, roster
from app.services.staff.signing_in import approve, approve_by_card, is_staff_card
from ui.actions import Do
from ui.approval.state import ApprovalState
from ui.context import CounterContext
from ui.errors import notice_of
from ui.session import Asked
from ui.words import said, tr
from ui.work import Topic, Work


class View(Protocol):
    def show_state(self, state: ApprovalState) -> None: ...
    def typed(self) -> str:
        """The digits in the box."""


class Approving:
    """One question at a time. Whoever approved last stands first. Scans that are no staff card wait."""

    def __init__(self, context: CounterContext, work: Work, view: View, scan_again: Callable[[str], None]) -> None:
        self._context = context
        self._work = work
        self._view = view
        self._scan_again = scan_again
        self._asked: Asked | None = None
        self._approvers: Sequence[Person] = ()
        self._last = ""
        self._scans: list[str] = []
        self.state = ApprovalState()

    @property
    def is_open(self) -> bool:
        return self._asked is not None

    def ask(self, asked: Asked) -> None:
        """Open the box. Another question that is open is declined."""
        self._close()
        self._asked, self._approvers = asked, ()
        self.state = ApprovalState(turn=self.state.turn)
        self._show(is_open=True, what=asked.what, asked_by=self._context.session.name)
        desk = self._context.desk
        self._work.latest("approvers", lambda: roster(desk), self._know, self._refuse)

    def do(self, what: Do) -> None:
        """What is pressed while the box is open; everything that is not about it is left alone."""
        if what is Do.BACK:
            self.cancel()
        elif what is Do.ENTER_PIN:
            self.submit(self._view.typed())
        elif what is Do.PERSON_BEFORE:
            self.mark(self.state.marked - 1)
        elif what is Do.PERSON_AFTER:
            self.mark(self.state.marked + 1)

    def mark(self, index: int) -> None:
        """Somebody else approves."""
        if self._approvers and not self.state.is_busy:
            self._show(marked=index % len(self._approvers), problem="", forget=True)

    def submit(self, digits: str) -> None:
        if self._asked is None or self.state.is_busy or not self._approvers or not digits:
            return
        desk, permission = self._context.desk, self._asked.permission
        who, pin = self._approvers[self.state.marked].staff_id, Pin(digits)
        self._check(lambda: approve(desk, who, pin, permission))

    def scanned(self, text: str) -> None:
        """A staff card approves; another scan is none of this box's business, and comes to its turn."""
        if self._asked is None or not is_staff_card(text):
            self._scans.append(text)
        elif not self.state.is_busy:
            desk, permission = self._context.desk, self._asked.permission
            self._check(lambda: approve_by_card(desk, text, permission))

    def cancel(self) -> None:
        if not self.state.is_busy:
            self._close()

    def _check(self, check: Callable[[], Person]) -> None:
        self._show(is_busy=True, problem="")
        self._work.write(check, self._grant, self._refuse, changes=Topic.STAFF)

    def _know(self, found: Roster) -> None:
        if self._asked is None:
            return
        may = self._who_may(found, self._asked.permission)
        if not may and self._asked.permission is Permission.RESTORE:  # no owner has a PIN here: a manager decides
            self._asked = replace(self._asked, permission=Permission.STAFF)
            may = self._who_may(found, Permission.STAFF)
        self._approvers = sorted(may, key=lambda one: one.staff_id != self._last)
        nobody = "" if may else tr("Nobody here can approve this yet. Give a manager a PIN on the page Staff.")
        self._show(approvers=tuple(one.name for one in self._approvers), problem=nobody)

    def _who_may(self, found: Roster, permission: Permission) -> list[Person]:
        return [one.person for one in found.listed if one.has_pin and one.person.may(permission)]

    def _grant(self, person: Person) -> None:
        asked, self._last = self._asked, person.staff_id
        self._asked = None
        self._end()
        if asked is not None:
            asked.granted(person.staff_id)
        self._deliver()

    def _refuse(self, error: Exception) -> None:
        text = said(error.message) if isinstance(error, DomainError) else notice_of(error).text
        self._show(is_busy=False, problem=text, forget=True)

    def _close(self) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            self._end()
            asked.declined()
            self._deliver()

    def _end(self) -> None:
        self.state = ApprovalState(turn=self.state.turn)
        self._show(forget=True)

    def _deliver(self) -> None:
        """Scans that came meanwhile, unless what followed asks again."""
        while self._scans and not self.is_open:
            self._scan_again(self._scans.pop(0))

    def _show(self, *, forget: bool = False, **shown: Any) -> None:
        self.state = replace(self.state, turn=self.state.turn + forget, **shown)
        self._view.show_state(self.state)
