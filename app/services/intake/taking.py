"""Taking an event in: the event as it came, what posting it comes to, and what it may look up meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from app.domain.bill import Bill
from app.domain.member import Card, Member
from app.domain.program import Program
from app.services.members.edits import Edit
from app.services.ports import Review, UnitOfWork
from app.services.posting import Page


class CannotTakeIn(Exception):  # noqa: N818 - not an error of ours: somebody has to look at the event
    """An event that cannot be posted here. Nothing is to be kept of it but its bytes."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(f"{code}: {sentence}")
        self.code = code
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Incoming:
    """An event as it came. `at` is when it happened by the server's clock, `received_at` when it came in.

    `shift` is what the counter's own times are to be moved by; zero lets them stand. A history was sealed before its
    counter joined: it may hold what only the server does now, and numbers its programs for itself (`numbering`).
    `bill` is what the body seals, where that has been read; `store_id` the counter's store, at a server.
    """

    kind: str
    body: Mapping[str, Any]
    at: datetime
    received_at: datetime
    shift: timedelta = timedelta(0)
    is_history: bool = False
    numbering: int = 0
    bill: Bill | None = None
    store_id: str | None = None

    def filed_as(self, version: int) -> int:
        """The number a program that the counter published itself goes by here."""
        return -(self.numbering + version)


@dataclass(frozen=True, slots=True)
class Note:
    """Something about a posted event that a person should see."""

    kind: str
    facts: Mapping[str, Any]


@dataclass(slots=True)
class Taken:
    """What posting an event came to: notes, what it spent (hundredths) by member, what it edited and settled."""

    notes: list[Note] = field(default_factory=list)
    spent: Counter[str] = field(default_factory=Counter)
    edits: list[Edit] = field(default_factory=list)
    decided: list[Review] = field(default_factory=list)


@dataclass(slots=True)
class Taking:
    """One event inside its transaction."""

    page: Page
    uow: UnitOfWork
    event: Incoming
    keeps_facts: bool
    taken: Taken = field(default_factory=Taken)

    @property
    def body(self) -> Mapping[str, Any]:
        return self.event.body

    def note(self, kind: str, **facts: Any) -> None:
        self.taken.notes.append(Note(kind, facts))

    def member(self, member_id: str) -> Member:
        """Who has that member's points now."""
        holder = self.uow.members.by_id(self.uow.members.holder_of_points(member_id))
        if holder is None:
            raise CannotTakeIn("MEMBER-UNKNOWN", "The event is about a member who is not known here.")
        return holder.member

    def card(self, number: str) -> Card:
        holder = self.uow.members.by_card(number)
        if holder is None or holder.card is None:
            raise CannotTakeIn("CARD-UNKNOWN", "The event is about a card that is not known here.")
        return holder.card

    def program(self, version: int) -> Program:
        if not self.uow.programs.has(version):
            raise CannotTakeIn("PROGRAM-UNKNOWN", f"The event names program {version}, which is not known here.")
        return self.uow.programs.version(version)

    def version(self, version: int) -> int:
        """A counter goes on with its own programs until it is told another; those have numbers above all of its own.

        To a server that was restored what it sold since it joined may be history as well.
        """
        filed = self.event.filed_as(version)
        return filed if self.uow.programs.has(filed) else version
