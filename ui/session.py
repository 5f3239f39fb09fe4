"""The session: who is signed in at this counter, what they may do, and who approves what they may not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from app.domain.staff import Permission, Person, Role
from app.services.desk import Desk

Granted = Callable[[str], None]


def _nothing() -> None:
    return


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that needs an approval: in words, what for, and what happens then. `granted` hears who approved it."""

    what: str
    permission: Permission
    granted: Granted
    declined: Callable[[], None] = _nothing


class Session:
    """`person` is who is signed in, or was when it was locked; None at a counter that opened locked.

    `asks` shows a box for an approval; a session without a window declines.
    """

    def __init__(self, person: Person | None) -> None:
        self.person = person
        self.is_locked = person is None
        self.asks: Callable[[Asked], None] = lambda asked: asked.declined()
        self.on_change: list[Callable[[], None]] = []
        self._approved_by: str | None = None

    @classmethod
    def of(cls, name: str, role: Role = Role.CASHIER) -> Session:
        """Somebody whose id is their name."""
        return cls(Person(name, name, role))

    @property
    def staff(self) -> str:
        """The id of who acts; empty while nobody ever signed in."""
        return self.person.staff_id if self.person is not None else ""

    @property
    def name(self) -> str:
        return self.person.name if self.person is not None else ""

    def may(self, permission: Permission) -> bool:
        return not self.is_locked and self.person is not None and self.person.may(permission)

    def ask_approval(
        self,
        what: str,
        granted: Granted,
        permission: Permission = Permission.OVERRIDE,
        declined: Callable[[], None] = _nothing,
    ) -> None:
        """Have `granted` called with the id of whoever approves: at once where who is signed in may do it.

        `what` is said in the box: "Take 12 % off this bill". The verb is then given `desk.approved(id)`, so that its
        event names who asked and who approved.
        """
        if self.may(permission):
            granted(self.staff)
        else:
            self.asks(Asked(what, permission, granted, declined))

    @contextmanager
    def approved(self, by: str) -> Iterator[None]:
        """What is begun in here was approved by somebody."""
        self._approved_by = by
        try:
            yield
        finally:
            self._approved_by = None

    def acting(self, desk: Desk) -> Desk:
        """The desk for what is begun now: its events name who approved it, where somebody had to."""
        return desk if self._approved_by is None else desk.approved(self._approved_by)

    def sign_in(self, person: Person) -> None:
        self.person, self.is_locked = person, False
        self._changed()

    def lock(self) -> None:
        self.is_locked = True
        self._changed()

    def _changed(self) -> None:
        for hear in self.on_change:
            hear()
