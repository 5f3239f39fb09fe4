"""The server's store of a tenant: whatever a verb changes stands in the feed of the same transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.persistence.scope import Scope
from app.persistence.uow import SqlStore, SqlUnitOfWork
from app.services.chain import granting
from server.intake.reviews import WatchedShared
from server.ledgers import feed
from server.ledgers.changes import Changes
from server.ledgers.feed import Subject
from server.ledgers.gathering import Gathering
from server.ledgers.positions import Positions
from server.ledgers.sealed_effects import SealedEffects
from server.ledgers.watched import (
    WatchedActivities,
    WatchedBills,
    WatchedEffects,
    WatchedJournal,
    WatchedLeases,
    WatchedLedger,
    WatchedMembers,
    WatchedParticipations,
    WatchedPrograms,
    WatchedTiers,
    WatchedVouchers,
)
from sync.protocol import Topic


@dataclass(frozen=True, slots=True)
class ServerUnit(SqlUnitOfWork):
    """A unit of work that knows what it changed."""

    members: WatchedMembers
    ledger: WatchedLedger
    bills: WatchedBills
    activities: WatchedActivities
    leases: WatchedLeases
    effects: WatchedEffects
    journal: WatchedJournal
    changes: Changes = field(default_factory=Changes)

    def send(self) -> None:
        """Write what was kept back."""
        if isinstance(self.scope, Gathering):
            self.scope.send()

    def undo(self, subjects: set[Subject]) -> None:
        """Forget what was kept back and read since a savepoint, at which these subjects had changed."""
        if isinstance(self.scope, Gathering):
            self.scope.forget()
        self.changes.back_to(subjects)
        self.journal.forget()


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
            unit.send()
            moved = plain.journal.moved_to
            if unit.changes.subjects:
                assert moved is not None, "what changes stands in an event"
                renew_rights(unit, unit.changes.subjects, moved.latest_at)
                feed.publish(unit.scope, dict.fromkeys(unit.changes.subjects, feed.position_of(moved)))
            unit.send()
        if moved is not None:
            self.positions.reached(feed.position_of(moved))

    def over_scope(self, scope: Scope) -> ServerUnit:
        """A unit in a transaction that somebody else begins and ends; what it changed is theirs to publish."""
        return self._watched(SqlStore._unit(self, scope))

    def _journal_of(self, scope: Scope) -> WatchedJournal:
        return WatchedJournal(scope, self.counter_code, sealer=self.sealer.of_field("event"))

    def _unit(self, scope: Scope) -> SqlUnitOfWork:
        """Whatever is written waits until something is read, or the end."""
        plain = SqlStore._unit(self, Gathering(scope.transaction, scope.cursor, scope.tenant_id))
        effects = SealedEffects(plain.scope, self.sealer.of_field("effect"))
        return replace(plain, journal=self._journal_of(plain.scope), effects=effects)

    def _watched(self, unit: SqlUnitOfWork) -> ServerUnit:
        scope, changes = unit.scope, Changes()
        parts = {name: getattr(unit, name) for name in SqlUnitOfWork.__dataclass_fields__}
        watched = {
            "effects": WatchedEffects(scope, self.sealer.of_field("effect"), changes),
            "members": WatchedMembers(scope, self.sealer, changes),
            "ledger": WatchedLedger(scope, self.calendar, changes),
            "bills": WatchedBills(scope, self.calendar, changes),
            "activities": WatchedActivities(scope, changes),
            "tiers": WatchedTiers(scope, changes),
            "participations": WatchedParticipations(scope, changes),
            "leases": WatchedLeases(scope, changes),
            "vouchers": WatchedVouchers(scope, changes),
            "programs": WatchedPrograms(scope, self.programs, changes),
            "shared": WatchedShared(scope, self.calendar, changes),
        }
        if not isinstance(unit.journal, WatchedJournal):
            watched["journal"] = self._journal_of(scope)
        return ServerUnit(**{**parts, **watched}, changes=changes)


def renew_rights(unit: ServerUnit, changed: Collection[Subject], at: datetime) -> None:
    """Whatever moved a member's points may have moved the instant from which counters' rights to them are short."""
    touched = {one.subject for one in changed if one.topic in (Topic.MEMBER, Topic.LEASE)} - unit.changes.no_leases
    for member_id in sorted(unit.leases.perhaps_of(touched)) if touched else ():
        holder = unit.members.by_id(member_id) if unit.leases.of_member(member_id) else None
        if holder is not None:
            account = unit.ledger.open_account(member_id, in_debt=holder.member.debt > 0)
            granting.renew(unit, member_id, account, at)
