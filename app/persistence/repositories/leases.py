"""Leases as rows: each counter's rights to each member's points, an epoch at a time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, exists, or_, select, union, update

from app.domain.lease import NO_LEASE, Lease
from app.persistence.each_of import among, listed
from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.chain import leases
from app.persistence.tables.members import members
from app.services.ports import CounterLease
from app.services.records import from_micros, optional_micros, to_micros

_NUMBERS = (leases.c.granted, leases.c.spent, leases.c.returned, leases.c.written_off, leases.c.usable_until)
_WHOSE = (leases.c.member_id, leases.c.counter_code, leases.c.epoch, leases.c.granted_at)
_THIS = (
    owned(leases),
    leases.c.member_id == bindparam("of_member"),
    leases.c.counter_code == bindparam("of_counter"),
    leases.c.epoch == bindparam("of_epoch"),
)
_ONE = Statement(select(*_NUMBERS).where(*_THIS))
_REMOVE = Statement(delete(leases).where(*_THIS))
_ADD = adding(leases)
_SETTLE = Statement(update(leases).where(*_THIS), sets=("spent", "returned", "usable_until"))
_EVERY = select(*_WHOSE, *_NUMBERS).where(owned(leases))
_ORDER = (leases.c.member_id, leases.c.counter_code, leases.c.epoch)
_OF_MEMBER = Statement(_EVERY.where(leases.c.member_id == bindparam("of_member")).order_by(*_ORDER))
_OF_EACH = Statement(
    _EVERY.where(leases.c.counter_code == bindparam("of_counter"), among(leases.c.member_id, "of_members")).order_by(
        leases.c.epoch
    )
)
_MERGED_INTO = Statement(
    select(members.c.member_id)
    .where(owned(members), members.c.merged_into == bindparam("of_member"))
    .order_by(members.c.member_id)
)
_WITH_RIGHTS = Statement(
    union(
        select(leases.c.member_id).where(owned(leases), among(leases.c.member_id, "of_members")),
        select(members.c.merged_into).where(owned(members), among(members.c.merged_into, "of_members")),
    )
)
_OF_COUNTER = Statement(_EVERY.where(leases.c.counter_code == bindparam("of_counter")).order_by(*_ORDER))
_ENDED = Statement(
    select(leases.c.member_id)
    .where(
        owned(leases),
        leases.c.counter_code == bindparam("of_counter"),
        leases.c.epoch == bindparam("of_epoch"),
        leases.c.granted > leases.c.spent + leases.c.returned + leases.c.written_off,
        or_(
            leases.c.usable_until <= bindparam("at_instant"),
            exists().where(
                owned(members), members.c.member_id == leases.c.member_id, members.c.merged_into.is_not(None)
            ),
        ),
    )
    .order_by(leases.c.member_id)
)


@dataclass(frozen=True, slots=True)
class SqlLeases:
    scope: Scope

    def get(self, member_id: str, *, counter_code: str, epoch: int) -> Lease:
        row = self.scope.row(_ONE, of_member=member_id, of_counter=counter_code, of_epoch=epoch)
        return NO_LEASE if row is None else _lease(row)

    def put(self, member_id: str, lease: Lease, *, counter_code: str, epoch: int, granted_at: datetime) -> None:
        whose = {"member_id": member_id, "counter_code": counter_code, "epoch": epoch}
        self.scope.change(_REMOVE, of_member=member_id, of_counter=counter_code, of_epoch=epoch)
        self.scope.change(_ADD, **whose, granted_at=to_micros(granted_at), **_numbers(lease))

    def settle(self, member_id: str, lease: Lease, *, counter_code: str, epoch: int) -> None:
        whose = {"of_member": member_id, "of_counter": counter_code, "of_epoch": epoch}
        until = optional_micros(lease.usable_until)
        self.scope.change(_SETTLE, **whose, spent=lease.spent, returned=lease.returned, usable_until=until)

    def of_member(self, member_id: str) -> Sequence[CounterLease]:
        own = [_owned_lease(row) for row in self.scope.rows(_OF_MEMBER, of_member=member_id)]
        absorbed = self.scope.rows(_MERGED_INTO, of_member=member_id)
        return [*own, *(lease for (one,) in absorbed for lease in self.of_member(one))]

    def of_each(self, member_ids: Collection[str], *, counter_code: str) -> Sequence[CounterLease]:
        """One counter's lease on each of them, of its last epoch; none for whom it never had one."""
        rows = self.scope.rows(_OF_EACH, of_members=listed(member_ids), of_counter=counter_code)
        last = {row[0]: row for row in rows}
        return [_owned_lease(row) for row in last.values()]

    def perhaps_of(self, member_ids: Collection[str]) -> set[str]:
        """Those of them that may have leases, of their own or of whom they absorbed."""
        return {row[0] for row in self.scope.rows(_WITH_RIGHTS, of_members=listed(member_ids))}

    def of_counter(self, counter_code: str) -> Sequence[CounterLease]:
        return [_owned_lease(row) for row in self.scope.rows(_OF_COUNTER, of_counter=counter_code)]

    def ended(self, *, counter_code: str, epoch: int, at: datetime) -> Sequence[str]:
        whose = {"of_counter": counter_code, "of_epoch": epoch}
        return [row[0] for row in self.scope.rows(_ENDED, **whose, at_instant=to_micros(at))]


def _numbers(lease: Lease) -> dict[str, Any]:
    return {
        "granted": lease.granted,
        "spent": lease.spent,
        "returned": lease.returned,
        "written_off": lease.written_off,
        "usable_until": optional_micros(lease.usable_until),
    }


def _lease(row: Cells) -> Lease:
    granted, spent, returned, written_off, until = row
    return Lease(granted, spent, returned, written_off, None if until is None else from_micros(until))


def _owned_lease(row: Cells) -> CounterLease:
    member_id, counter_code, epoch, granted_at, *numbers = row
    return CounterLease(member_id, counter_code, epoch, _lease(numbers), from_micros(granted_at))
