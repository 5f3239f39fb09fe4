"""The guard: the one door every command and scan of the window goes through: is somebody here, and may they?"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.services.staff.signing_in import is_staff_card
from ui.actions import Do, action
from ui.locked import Locked
from ui.permits import permission_of
from ui.session import Session
from ui.words import tr

if TYPE_CHECKING:
    from ui.approval.box import ApprovalBox


class Guard:
    """`carry_out` does what is allowed, `scan` hears scans that are for the counter.

    A staff card is whoever's page `claims` it, else it says who is at the counter now. `box` makes the box in which
    something is approved; that is done when it is first needed.
    """

    def __init__(
        self,
        session: Session,
        box: Callable[[], ApprovalBox],
        locked: Locked,
        carry_out: Callable[[Do], None],
        scan: Callable[[str], None],
        claims: Callable[[str], bool],
    ) -> None:
        self._session = session
        self._make_box = box
        self._made: ApprovalBox | None = None
        self._locked = locked
        self._carry_out = carry_out
        self._scan = scan
        self._claims = claims
        session.asks = lambda asked: self.box.approving.ask(asked)

    @property
    def box(self) -> ApprovalBox:
        if self._made is None:
            self._made = self._make_box()
            self._made.on_scan = self.scanned
        return self._made

    def run(self, do: Do) -> None:
        """A command. What somebody may not do alone is asked for, and done when it is granted."""
        if self._is_asking:
            self.box.approving.do(do)
        elif self._session.is_locked:
            self._locked.page.locking.do(do)
        else:
            what = tr(action(do).explained)
            self._session.ask_approval(what, lambda by: self._allowed(do, by), permission_of(do))

    def scanned(self, text: str) -> None:
        if self._is_asking:
            self.box.approving.scanned(text)
        elif self._session.is_locked:
            self._locked.page.locking.scanned(text)
        elif not is_staff_card(text):
            self._scan(text)
        elif not self._claims(text):
            self._locked.switch(text)

    @property
    def _is_asking(self) -> bool:
        return self._made is not None and self._made.approving.is_open

    def _allowed(self, do: Do, by: str) -> None:
        if by == self._session.staff:
            self._carry_out(do)
        else:
            with self._session.approved(by):
                self._carry_out(do)
