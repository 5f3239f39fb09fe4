"""Changes: what a unit of work has changed so far, and what it has read that still stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.lots import Account
from app.domain.member import Card, Holder
from app.services.ports import BillActivity
from server.ledgers.feed import Subject
from sync.protocol import Topic


@dataclass(slots=True)
class Changes:
    """What a unit of work has changed so far, and what it has read that still stands."""

    subjects: set[Subject] = field(default_factory=set)
    holders: dict[str, Holder | None] = field(default_factory=dict)
    cards: dict[str, Card | None] = field(default_factory=dict)
    effects: dict[tuple[str, str], str | None] = field(default_factory=dict)
    no_leases: set[str] = field(default_factory=set)
    accounts: dict[str, Account] = field(default_factory=dict)
    activities: dict[str, dict[str, BillActivity]] = field(default_factory=dict)
    no_programs: set[int] = field(default_factory=set)

    def member(self, *member_ids: str) -> None:
        for member_id in member_ids:
            self.subjects.add(Subject(Topic.MEMBER, member_id))
            self.holders.pop(member_id, None)
            self.accounts.pop(member_id, None)

    def moved(self, *member_ids: str) -> None:
        """Their points moved: what is known of them is kept up with that."""
        self.subjects.update([Subject(Topic.MEMBER, member_id) for member_id in member_ids])

    def back_to(self, subjects: set[Subject]) -> None:
        """A savepoint was undone: what was read since may never have been."""
        self.subjects = subjects
        for known in (self.holders, self.cards, self.effects, self.no_leases, self.accounts, self.activities):
            known.clear()

    def lease(self, member_id: str, counter_code: str) -> None:
        self.no_leases.discard(member_id)
        self.subjects.add(Subject(Topic.LEASE, member_id, counter_code))

    def note(self, topic: Topic, subject: str) -> None:
        self.subjects.add(Subject(topic, subject))
