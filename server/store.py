"""The server's store of a tenant: whatever a verb changes stands in the feed of the same transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.lease import Lease
from app.domain.ledger import Posting
from app.domain.lots import Account
from app.domain.member import Card, CardStatus, Member
from app.domain.program import Program
from app.persistence.repositories.activities import SqlActivities
from app.persistence.repositories.leases import SqlLeases
from app.persistence.repositories.ledger import SqlLedger
from app.persistence.repositories.members import SqlMembers
from app.persistence.repositories.programs import SqlPrograms
from app.persistence.repositories.tiers import SqlTierHistory
from app.persistence.uow import SqlStore, SqlUnitOfWork
from app.services import granting
from app.services.ports import BillActivity, TierChange
from server import feed
from server.feed import Subject
from server.positions import Positions
from sync.protocol import Topic


@dataclass(slots=True)
class Changes:
    """What a unit of work has changed so far."""

    subjects: set[Subject] = field(default_factory=set)

    def member(self, *member_ids: str) -> None:
        self.subjects.update(Subject(Topic.MEMBER, member_id) for member_id in member_ids)

    def lease(self, member_id: str, counter_code: str) -> None:
        self.subjects.add(Subject(Topic.LEASE, member_id, counter_code))

    def note(self, topic: Topic, subject: str) -> None:
        self.subjects.add(Subject(topic, subject))


@dataclass(frozen=True, slots=True)
class ServerUnit(SqlUnitOfWork):
    """A unit of work that knows what it changed."""

    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class ServerStore(SqlStore):
    """One tenant at the server. A change that no event of the chain tells of is refused: nobody would hear of it."""

    positions: Positions = field(default_factory=Positions)

    @classmethod
    def over(cls, store: SqlStore) -> ServerStore:
        """The same store, with a feed."""
        return cls(
            store.transactions, store.tenant_id, store.counter_code, store.sealer, store.calendar, store.after_commit
        )

    @contextmanager
    def writing(self) -> Iterator[ServerUnit]:
        with SqlStore.writing(self) as plain:
            unit = self._watched(plain)
            yield unit
            moved = plain.journal.moved_to
            if unit.changes.subjects:
                assert moved is not None, "what changes stands in an event"
                _renew_rights(unit, moved.latest_at)
                feed.publish(unit.scope, unit.changes.subjects, feed.position_of(moved))
        if moved is not None:
            self.positions.reached(feed.position_of(moved))

    def _watched(self, unit: SqlUnitOfWork) -> ServerUnit:
        scope, changes = unit.scope, Changes()
        parts = {name: getattr(unit, name) for name in SqlUnitOfWork.__dataclass_fields__}
        watched = {
            "members": WatchedMembers(scope, self.sealer, changes),
            "ledger": WatchedLedger(scope, self.calendar, changes),
            "activities": WatchedActivities(scope, changes),
            "tiers": WatchedTiers(scope, changes),
            "leases": WatchedLeases(scope, changes),
            "programs": WatchedPrograms(scope, self.programs, changes),
        }
        return ServerUnit(**{**parts, **watched}, changes=changes)


def _renew_rights(unit: ServerUnit, at: datetime) -> None:
    """Whatever moved a member's points may have moved the instant from which counters' rights to them are short."""
    touched = {one.subject for one in unit.changes.subjects if one.topic in (Topic.MEMBER, Topic.LEASE)}
    for member_id in sorted(touched):
        holder = unit.members.by_id(member_id) if unit.leases.of_member(member_id) else None
        if holder is not None:
            account = unit.ledger.open_account(member_id, in_debt=holder.member.debt > 0)
            granting.renew(unit, member_id, account, at)


@dataclass(frozen=True, slots=True)
class WatchedMembers(SqlMembers):
    changes: Changes

    def add(self, member: Member, card: Card) -> None:
        self.changes.member(member.member_id)
        SqlMembers.add(self, member, card)

    def add_card(self, card: Card) -> None:
        self.changes.member(card.member_id)
        SqlMembers.add_card(self, card)

    def put(self, member: Member, cards: Sequence[Card]) -> None:
        self.changes.member(member.member_id)
        SqlMembers.put(self, member, cards)

    def set_profile(self, member: Member) -> None:
        self.changes.member(member.member_id)
        SqlMembers.set_profile(self, member)

    def set_card_status(self, number: str, status: CardStatus, at: datetime) -> None:
        holder = SqlMembers.by_card(self, number)
        assert holder is not None, "a card that changes is somebody's"
        self.changes.member(holder.member.member_id)
        SqlMembers.set_card_status(self, number, status, at)

    def set_referrer(self, member_id: str, referrer_id: str) -> None:
        self.changes.member(member_id)
        SqlMembers.set_referrer(self, member_id, referrer_id)

    def set_merged(self, member_id: str, into: str) -> None:
        self.changes.member(member_id, into)
        SqlMembers.set_merged(self, member_id, into)

    def set_tier(self, member_id: str, tier: str) -> None:
        self.changes.member(member_id)
        SqlMembers.set_tier(self, member_id, tier)


@dataclass(frozen=True, slots=True)
class WatchedLedger(SqlLedger):
    changes: Changes

    def append(self, postings: Sequence[Posting], *, event_seq: int) -> None:
        self.changes.member(*(posting.entry.member_id for posting in postings))
        SqlLedger.append(self, postings, event_seq=event_seq)

    def save_account(self, member_id: str, before: Account, after: Account) -> None:
        self.changes.member(member_id)
        SqlLedger.save_account(self, member_id, before, after)

    def save_balance(self, member_id: str, *, points: int, debt: int) -> None:
        self.changes.member(member_id)
        SqlLedger.save_balance(self, member_id, points=points, debt=debt)

    def move_account(self, source: str, into: str) -> None:
        self.changes.member(source, into)
        SqlLedger.move_account(self, source, into)


@dataclass(frozen=True, slots=True)
class WatchedActivities(SqlActivities):
    changes: Changes

    def put(self, activity: BillActivity) -> None:
        self.changes.member(activity.member_id)
        SqlActivities.put(self, activity)

    def remove(self, bill_id: str) -> None:
        held = SqlActivities.get(self, bill_id)
        if held is not None:
            self.changes.member(held.member_id)
            SqlActivities.remove(self, bill_id)

    def move(self, source: str, into: str) -> None:
        self.changes.member(source, into)
        SqlActivities.move(self, source, into)


@dataclass(frozen=True, slots=True)
class WatchedTiers(SqlTierHistory):
    changes: Changes

    def add(self, change: TierChange) -> None:
        self.changes.member(change.member_id)
        SqlTierHistory.add(self, change)


@dataclass(frozen=True, slots=True)
class WatchedLeases(SqlLeases):
    """A counter is told what the server wrote; what it spent and returned it knows itself."""

    changes: Changes

    def put(self, member_id: str, lease: Lease, *, counter_code: str, epoch: int, granted_at: datetime) -> None:
        self.changes.lease(member_id, counter_code)
        SqlLeases.put(self, member_id, lease, counter_code=counter_code, epoch=epoch, granted_at=granted_at)


@dataclass(slots=True)
class WatchedPrograms(SqlPrograms):
    """Versions below zero are of a counter's history: nobody else is told."""

    changes: Changes

    def publish(self, program: Program, *, staff: str, at: datetime) -> None:
        if program.version > 0:
            self.changes.note(Topic.PROGRAM, str(program.version))
        SqlPrograms.publish(self, program, staff=staff, at=at)
