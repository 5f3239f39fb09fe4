"""Watched: a tenant's repositories, whose writes are noted for the feed and whose reads are kept for the unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.lease import Lease
from app.domain.ledger import Posting
from app.domain.lots import Account
from app.domain.member import Card, CardStatus, Holder, Member
from app.domain.program import Program
from app.domain.tiers import Metrics
from app.persistence.repositories.activities import ADD_ACTIVITY, SqlActivities, activity_row
from app.persistence.repositories.bills import SqlBills
from app.persistence.repositories.leases import SqlLeases
from app.persistence.repositories.ledger import SqlLedger
from app.persistence.repositories.members import SqlMembers
from app.persistence.repositories.participations import SqlParticipations
from app.persistence.repositories.programs import SqlPrograms
from app.persistence.repositories.tiers import SqlTierHistory
from app.persistence.repositories.vouchers import SqlVouchers
from app.services.ports import BillActivity, CounterLease, Head, RefundRecord, TierChange
from app.services.rewards.voucher_records import VoucherRecord
from server.ledgers.changes import Changes
from server.ledgers.feed import Subject
from server.ledgers.sealed_effects import SealedEffects
from server.ledgers.sealed_journal import SealedJournal
from server.partners import calls
from sync.protocol import Topic


@dataclass(frozen=True, slots=True)
class WatchedMembers(SqlMembers):
    changes: Changes

    def by_card(self, number: str) -> Holder | None:
        known = self.changes.cards
        if number not in known:
            found = SqlMembers.by_card(self, number)
            known[number] = found.card if found else None
            return found
        card = known[number]
        holder = self.by_id(card.member_id) if card else None
        return replace(holder, card=card) if holder else None

    def by_id(self, member_id: str) -> Holder | None:
        known = self.changes.holders
        if member_id not in known:
            known[member_id] = SqlMembers.by_id(self, member_id)
        return known[member_id]

    def holder_of_points(self, member_id: str) -> str:
        while (holder := self.by_id(member_id)) is not None and holder.member.merged_into is not None:
            member_id = holder.member.merged_into
        return member_id

    def add(self, member: Member, card: Card) -> None:
        self.changes.member(member.member_id)
        self.changes.cards.clear()
        SqlMembers.add(self, member, card)

    def add_card(self, card: Card) -> None:
        self.changes.member(card.member_id)
        self.changes.cards.clear()
        SqlMembers.add_card(self, card)

    def put_all(self, told: Sequence[tuple[Member, Sequence[Card]]]) -> None:
        self.changes.member(*(member.member_id for member, _ in told))
        self.changes.cards.clear()
        SqlMembers.put_all(self, told)

    def set_profile(self, member: Member) -> None:
        self.changes.member(member.member_id)
        SqlMembers.set_profile(self, member)

    def set_card_status(self, number: str, status: CardStatus, at: datetime) -> None:
        holder = SqlMembers.by_card(self, number)
        assert holder is not None, "a card that changes is somebody's"
        self.changes.member(holder.member.member_id)
        self.changes.cards.clear()
        SqlMembers.set_card_status(self, number, status, at)

    def set_referrer(self, member_id: str, referrer_id: str) -> None:
        self.changes.member(member_id)
        SqlMembers.set_referrer(self, member_id, referrer_id)

    def set_merged(self, member_id: str, into: str) -> None:
        self.changes.member(member_id, into)
        self.changes.no_leases.discard(into)
        SqlMembers.set_merged(self, member_id, into)

    def set_tier(self, member_id: str, tier: str) -> None:
        self.changes.member(member_id)
        SqlMembers.set_tier(self, member_id, tier)


@dataclass(frozen=True, slots=True)
class WatchedLedger(SqlLedger):
    changes: Changes

    def open_account(self, member_id: str, *, in_debt: bool) -> Account:
        known = self.changes.accounts.get(member_id)
        return known or SqlLedger.open_account(self, member_id, in_debt=in_debt)

    def append(self, postings: Sequence[Posting], *, event_seq: int) -> None:
        self.changes.moved(*(posting.entry.member_id for posting in postings))
        SqlLedger.append(self, postings, event_seq=event_seq)

    def save_account(self, member_id: str, before: Account, after: Account) -> None:
        self.changes.moved(member_id)
        SqlLedger.save_account(self, member_id, before, after)
        self.changes.accounts[member_id] = after

    def save_balance(self, member_id: str, *, points: int, debt: int) -> None:
        self.changes.moved(member_id)
        SqlLedger.save_balance(self, member_id, points=points, debt=debt)
        holder = self.changes.holders.get(member_id)
        if holder is not None:
            self.changes.holders[member_id] = replace(holder, member=replace(holder.member, points=points, debt=debt))

    def move_account(self, source: str, into: str) -> None:
        self.changes.member(source, into)
        SqlLedger.move_account(self, source, into)


@dataclass(frozen=True, slots=True)
class WatchedParticipations(SqlParticipations):
    changes: Changes

    def put(self, member_id: str, drive_id: str, joined_at: datetime) -> None:
        self.changes.moved(member_id)
        SqlParticipations.put(self, member_id, drive_id, joined_at)


@dataclass(frozen=True, slots=True)
class WatchedActivities(SqlActivities):
    changes: Changes

    def put(self, activity: BillActivity) -> None:
        self.changes.subjects.add(Subject(Topic.MEMBER, activity.member_id))
        known = self._of(activity.member_id)
        if activity.bill_id in known:
            SqlActivities.remove(self, activity.bill_id)
        self.scope.change(ADD_ACTIVITY, **activity_row(activity))
        known[activity.bill_id] = activity

    def metrics(self, member_id: str, *, since: datetime) -> Metrics:
        """As the store counts them, from what was read once."""
        every = [one.activity for one in self._of(member_id).values()]
        counted = [one for one in every if one.at > since]
        return Metrics(sum(one.points for one in every), sum(one.spend_minor for one in counted), len(counted))

    def count(self, member_id: str, *, from_at: datetime, until_at: datetime) -> int:
        return sum(from_at <= one.activity.at < until_at for one in self._of(member_id).values())

    def _of(self, member_id: str) -> dict[str, BillActivity]:
        known = self.changes.activities
        if member_id not in known:
            known[member_id] = {one.bill_id: one for one in SqlActivities.rows_of_member(self, member_id)}
        return known[member_id]

    def remove(self, bill_id: str) -> None:
        held = SqlActivities.get(self, bill_id)
        if held is not None:
            self.changes.member(held.member_id)
            self._of(held.member_id).pop(bill_id, None)
            SqlActivities.remove(self, bill_id)

    def move(self, source: str, into: str) -> None:
        self.changes.member(source, into)
        self.changes.activities.clear()
        SqlActivities.move(self, source, into)


@dataclass(frozen=True, slots=True)
class WatchedBills(SqlBills):
    """What came back of a bill is told to the counter that sold it, wherever that was."""

    changes: Changes

    def add_refund(self, refund: RefundRecord) -> None:
        SqlBills.add_refund(self, refund)
        self.tell(refund.bill_id)

    def tell(self, bill_id: str) -> None:
        """Whoever sold it is told what came back of it; nothing happens where no counter of a chain did."""
        bill = self.get(bill_id)
        sold_at, is_named, _ = bill.number.partition("/") if bill else ("", "", "")
        if is_named:
            self.changes.subjects.add(Subject(Topic.BILL, bill_id, sold_at))


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

    def of_member(self, member_id: str) -> Sequence[CounterLease]:
        return () if member_id in self.changes.no_leases else SqlLeases.of_member(self, member_id)

    def put(self, member_id: str, lease: Lease, *, counter_code: str, epoch: int, granted_at: datetime) -> None:
        self.changes.lease(member_id, counter_code)
        SqlLeases.put(self, member_id, lease, counter_code=counter_code, epoch=epoch, granted_at=granted_at)


@dataclass(frozen=True, slots=True)
class WatchedVouchers(SqlVouchers):
    changes: Changes

    def put(self, record: VoucherRecord) -> None:
        self.changes.note(Topic.VOUCHER, record.voucher_id)
        SqlVouchers.put(self, record)
        calls.expect(self.scope, record)

    def drop(self, voucher_id: str) -> None:
        self.changes.note(Topic.VOUCHER, voucher_id)
        SqlVouchers.drop(self, voucher_id)


@dataclass(slots=True)
class WatchedPrograms(SqlPrograms):
    """Versions below zero are of a counter's history: nobody else is told."""

    changes: Changes
    latest: int | None = None

    def latest_version(self) -> int:
        if self.latest is None:
            self.latest = SqlPrograms.latest_version(self)
        return self.latest

    def has(self, version: int) -> bool:
        if version in self.changes.no_programs:
            return False
        found = SqlPrograms.has(self, version)
        if not found:
            self.changes.no_programs.add(version)
        return found

    def publish(self, program: Program, *, staff: str, at: datetime) -> None:
        self.changes.no_programs.discard(program.version)
        self.latest = None
        if program.version > 0:
            self.changes.note(Topic.PROGRAM, str(program.version))
        SqlPrograms.publish(self, program, staff=staff, at=at)


@dataclass(frozen=True, slots=True)
class WatchedEffects(SealedEffects):
    changes: Changes

    def result(self, verb: str, key: str) -> str | None:
        known = self.changes.effects
        if (verb, key) not in known:
            known[verb, key] = SealedEffects.result(self, verb, key)
        return known[verb, key]

    def record(self, verb: str, key: str, result: str) -> None:
        self.changes.effects[verb, key] = result
        SealedEffects.record(self, verb, key, result)


@dataclass(slots=True)
class WatchedJournal(SealedJournal):
    """Where the chain stands is read once: nobody else moves it meanwhile."""

    _stands: Head | None = None

    def head(self) -> Head:
        if self._stands is None:
            self._stands = SealedJournal.head(self)
        return self._stands

    def forget(self) -> None:
        self._stands = None

    def advance(self, at: datetime) -> None:
        self._stands = None
        SealedJournal.advance(self, at)

    def _move(self, head: Head) -> None:
        SealedJournal._move(self, head)
        self._stands = head
