"""Pull: what changed after a position, as one counter may know it, in one consistent view."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from app.domain.card_blocks import CardBlock
from app.domain.program import Program
from app.persistence.repositories.leases import SqlLeases
from app.persistence.scope import Scope
from app.persistence.sealed import FieldSealer
from app.persistence.uow import SqlUnitOfWork
from app.services.chain import adopting_vouchers
from app.services.chain.told_bills import state_of
from app.services.ports import CounterLease, Head
from app.services.programs.program_codec import program_to_json
from app.services.records import optional_micros, to_micros
from server.identity import card_blocks, people, stores
from server.intake.reviews import ToldReviews
from server.ledgers import feed
from server.ledgers.chains import Chains
from server.ledgers.feed import Subject
from server.ledgers.store import ServerStore
from server.rights import floors, recalls
from server.telling import older
from server.telling.images import Images
from server.telling.premises import ToldPremises
from server.web.problems import Problem
from sync.protocol import (
    CONTACTS_SINCE,
    DATES_SINCE,
    DRIVES_SINCE,
    HOLDS_SINCE,
    HOMES_SINCE,
    PROTOCOL,
    PUBLISHERS_SINCE,
    RULES_SINCE,
    STORES_SINCE,
    VISITS_SINCE,
    PageRow,
    PulledPage,
    Topic,
    block_to_text,
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who asks: a counter of a store, and the protocol it speaks."""

    counter_code: str
    store_id: str
    client_id: str = ""
    protocol: int = PROTOCOL


@dataclass(frozen=True, slots=True)
class Keys:
    """What counters are told of the server's own: what it signs snapshots with, and shuffles card numbers with."""

    server_key: str
    card_key: bytes


def pull(
    store: ServerStore,
    reader: Reader,
    *,
    after: int,
    limit: int,
    server_ms: int,
    lines_after: int = 0,
    seen: int = 0,
    keys: Keys | None = None,
) -> PulledPage:
    """About `limit` subjects, always whole positions. Raises a problem for a position that this server does not have.

    Ledger lines come from `lines_after` on, a position at which everything had been told. `after` may lie within a walk
    of several pages, and a member who changed on both sides of it has not been told of yet. `seen` is the furthest
    position the counter was told anything from, by a scan too.
    """
    with store.reading() as unit:
        head = unit.journal.head()
        position = feed.position_of(head)
        if max(after, seen) > position or any(_is_lost(unit, one) for one in {after, seen}):
            raise _ahead(position)
        found = feed.stretch(unit.scope, counter_code=reader.counter_code, after=after, head=position, limit=limit)
        states = States(unit, store.sealer, reader, min(lines_after, after), head)
        return PulledPage(
            from_position=after,
            to_position=found.until,
            more=found.until < position,
            head=position,
            included=Chains(unit.scope).included(reader.counter_code),
            rows=states.rows(found.rows),
            server_ms=server_ms,
            recall=recalls.of_counter(unit.scope, reader.counter_code),
            settings=settings_of(unit.scope, reader, keys) | _shares(unit, reader),
        )


def _is_lost(unit: SqlUnitOfWork, position: int) -> bool:
    """Whether the event at a position went with the end of the chain, before a backup was put back."""
    epoch, seq = feed.point_of(position)
    return seq > 0 and unit.journal.hash_at(epoch, seq) is None


def _ahead(position: int) -> Problem:
    return Problem(
        409,
        "POSITION-AHEAD",
        "That position is ahead of this server: it was restored from a backup. Take a snapshot, then pull from there.",
        head=position,
    )


def _shares(unit: SqlUnitOfWork, reader: Reader) -> dict[str, Any]:
    """Every share of a budget that the counter has: totals, so that telling them again does no harm."""
    told = [
        {"rule": one.rule_id, "epoch": one.epoch, "granted": one.rights.granted, "keep": one.keep}
        for one in unit.budgets.of_counter(reader.counter_code)
    ]
    return {"budgets": told} if told else {}


def settings_of(scope: Scope, reader: Reader, keys: Keys | None) -> dict[str, Any]:
    """What a counter goes by, besides the program."""
    floor, store = floors.of_store(scope, reader.store_id), stores.get(scope, reader.store_id)
    name = store.name if store else ""
    known = {"floor_card": floor.card, "floor_counter": floor.counter, "store_name": name}
    return known if keys is None else {**known, "server_key": keys.server_key, **_card_block(scope, reader, keys)}


def _card_block(scope: Scope, reader: Reader, keys: Keys) -> dict[str, str]:
    number = card_blocks.number_of(scope, reader.client_id)
    return {} if number is None else {"card_block": block_to_text(CardBlock(number, keys.card_key))}


@dataclass(frozen=True, slots=True)
class States:
    """The states of subjects, as a counter is told them that was told everything up to `after`."""

    unit: SqlUnitOfWork
    sealer: FieldSealer
    reader: Reader
    after: int
    head: Head

    def rows(self, subjects: Sequence[tuple[Subject, int]]) -> tuple[PageRow, ...]:
        """Each with the position of its last change, in the order given."""
        named: dict[str, set[str]] = defaultdict(set)
        for subject, _ in subjects:
            named[subject.topic].add(subject.subject)
        told = {topic: tell(self, named[topic]) for topic, tell in _TELLERS.items() if topic in named}
        return tuple(
            PageRow(one.topic, one.subject, at, told.get(one.topic, {}).get(one.subject))
            for one, at in subjects
            if one.topic != Topic.PROGRAM or one.subject in told[Topic.PROGRAM]
        )

    def members(self, member_ids: Set[str]) -> Mapping[str, Any]:
        """Whole for who is known at the store, with the lines after the position: all of them when it is news there."""
        known = feed.known_since(self.unit.scope, store_id=self.reader.store_id, member_ids=member_ids)
        after_seq = feed.seq_in(self.after, self.head) or 0
        lines_after = {one: after_seq if since <= self.after else 0 for one, since in known.items()}
        return images_for(self.reader, self.unit.scope, self.sealer).of(member_ids, lines_after)

    def leases(self, member_ids: Set[str]) -> Mapping[str, Any]:
        """This counter's, in its last epoch."""
        held = SqlLeases(self.unit.scope).of_each(member_ids, counter_code=self.reader.counter_code)
        return {one.member_id: lease_state(one) for one in held}

    def reviews(self, review_ids: Set[str]) -> Mapping[str, Any]:
        return ToldReviews(self.unit, self.sealer, self.reader.store_id).of(review_ids)

    def staff(self, staff_ids: Set[str]) -> Mapping[str, Any]:
        return ToldPremises(self.unit.scope, self.reader.store_id).staff(staff_ids)

    def stores(self, store_ids: Set[str]) -> Mapping[str, Any]:
        tells_all = self.reader.protocol >= STORES_SINCE
        return ToldPremises(self.unit.scope, self.reader.store_id, tells_all).stores(store_ids)

    def bills(self, bill_ids: Set[str]) -> Mapping[str, Any]:
        """What came back of them: they themselves are known where they were sold."""
        found = {one: self.unit.bills.get(one) for one in bill_ids}
        return {one: state_of(self.unit, bill) for one, bill in found.items() if bill}

    def vouchers(self, voucher_ids: Set[str]) -> Mapping[str, Any]:
        """Those of members who are known at the store, and what this counter may use."""
        found = [one for one in map(self.unit.vouchers.get, sorted(voucher_ids)) if one]
        whose = {
            one.voucher_id: self.unit.members.holder_of_points(one.voucher.member_id) for one in found if one.voucher
        }
        known = feed.known_since(self.unit.scope, store_id=self.reader.store_id, member_ids=set(whose.values()))
        return {
            one.voucher_id: adopting_vouchers.state_of(one)
            for one in found
            if one.holder == self.reader.counter_code or whose.get(one.voucher_id) in known
        }

    def programs(self, versions: Set[str]) -> Mapping[str, Any]:
        told = {one: self._program(int(one)) for one in versions}
        return {
            one: {"version": int(one), "program": program_to_json(rules), **self._publisher(int(one))}
            for one, rules in told.items()
            if rules
        }

    def _publisher(self, version: int) -> Mapping[str, str]:
        """What whoever published it is called, to those who know that it may be said."""
        if self.reader.protocol < PUBLISHERS_SINCE:
            return {}
        (staff_id,) = (one.staff for one in self.unit.programs.published() if one.version == version)
        return {"by": people.name_of(self.unit.scope, staff_id)}

    def _program(self, version: int) -> Program | None:
        """A counter of an older protocol knows no dates: it is told of a version when that has begun."""
        program = older.as_told(self.unit.programs.version(version), self.reader.protocol, self.head.latest_at)
        if self.reader.protocol >= DATES_SINCE or program.holds_from is None:
            return program
        return replace(program, holds_from=None) if program.holds_from <= self.head.latest_at else None


def images_for(reader: Reader, scope: Scope, sealer: FieldSealer) -> Images:
    return Images(
        scope,
        sealer,
        tells_contacts=reader.protocol >= CONTACTS_SINCE,
        tells_rules=reader.protocol >= RULES_SINCE,
        tells_drives=reader.protocol >= DRIVES_SINCE,
        tells_visits=reader.protocol >= VISITS_SINCE,
        tells_holds=reader.protocol >= HOLDS_SINCE,
        tells_homes=reader.protocol >= HOMES_SINCE,
    )


_TELLERS: Mapping[str, Callable[[States, Set[str]], Mapping[str, Any]]] = {
    Topic.MEMBER: States.members,
    Topic.LEASE: States.leases,
    Topic.PROGRAM: States.programs,
    Topic.REVIEW: States.reviews,
    Topic.STAFF: States.staff,
    Topic.STORE: States.stores,
    Topic.BILL: States.bills,
    Topic.VOUCHER: States.vouchers,
}


def lease_state(held: CounterLease) -> Mapping[str, Any]:
    """What a counter is told of a lease: the server's own numbers, and the counter's as the server knows them."""
    return {
        "member": held.member_id,
        "epoch": held.epoch,
        "granted": held.lease.granted,
        "written_off": held.lease.written_off,
        "spent": held.lease.spent,
        "returned": held.lease.returned,
        "usable_until": optional_micros(held.lease.usable_until),
        "granted_at": to_micros(held.granted_at),
    }
