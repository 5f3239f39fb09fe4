"""Granting: the server's side of leases. What counters may spend, what they said they did, what is written off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from app.domain.lease import NO_LEASE, Lease, grant, outstanding, usable_until
from app.domain.lots import Account
from app.services.intake import CannotTakeIn
from app.services.plain import NotPlainError
from app.services.ports import CounterLease, UnitOfWork

_TOTAL_END = 1 << 62  # no store adds up larger numbers


@dataclass(frozen=True, slots=True)
class Holding:
    """Whose leases they are: a counter in one epoch."""

    counter_code: str
    epoch: int


@dataclass(frozen=True, slots=True)
class Overspent:
    """Points (hundredths) a counter let a card spend without a right to them."""

    member_id: str
    points: int


@dataclass(frozen=True, slots=True)
class Granted:
    """What a top-up came to: points (hundredths) added, and the counters that hold rights it could have used."""

    points: int
    holders: tuple[str, ...]


def settle(
    uow: UnitOfWork, holding: Holding, totals: Any, spent: Mapping[str, int], *, floor_card: int, at: datetime
) -> list[Overspent]:
    """Note the counter's own totals, as its event says them, and find what it had no right to spend.

    `spent` is what the event spent by member; what its leases did not cover may be within the floor.
    """
    said = totals_said(totals, "lease")
    over = []
    for member_id in sorted(said.keys() | spent.keys()):
        _require_known(uow, member_id)
        before = lease_of(uow, member_id, holding)
        now_spent, returned = said.get(member_id, (before.spent, before.returned))
        after = before.with_totals(spent=now_spent, returned=returned)
        _write(uow, member_id, holding, before, after, at)
        from_lease = max(0, after.spent - before.spent)
        beyond = min(from_lease, max(0, _short(after) - _short(before)))
        beyond += max(0, spent.get(member_id, 0) - from_lease - floor_card)
        if beyond:
            over.append(Overspent(member_id, beyond))
    return over


def _require_known(uow: UnitOfWork, member_id: str) -> None:
    if uow.members.by_id(member_id) is None:
        raise CannotTakeIn("MEMBER-UNKNOWN", "The event is about the rights to points of a member not known here.")


def lease_of(uow: UnitOfWork, member_id: str, holding: Holding) -> Lease:
    return uow.leases.get(member_id, counter_code=holding.counter_code, epoch=holding.epoch)


def _short(lease: Lease) -> int:
    """How much more was used of a lease than there is of it."""
    return max(0, lease.written_off - lease.held)


def _write(uow: UnitOfWork, member_id: str, holding: Holding, before: Lease, after: Lease, at: datetime) -> None:
    if after == before:
        return
    if before == NO_LEASE:
        put(uow, CounterLease(member_id, holding.counter_code, holding.epoch, after, at))
    elif after.spent < before.spent:  # given back: the counter uses nothing of it after that day until it is told
        (held,) = (one for one in uow.leases.of_member(member_id) if _is_of(one, member_id, holding))
        put(uow, replace(held, lease=after))
    else:
        uow.leases.settle(member_id, after, counter_code=holding.counter_code, epoch=holding.epoch)


def _is_of(held: CounterLease, member_id: str, holding: Holding) -> bool:
    return (held.member_id, held.counter_code, held.epoch) == (member_id, holding.counter_code, holding.epoch)


def put(uow: UnitOfWork, held: CounterLease) -> None:
    uow.leases.put(
        held.member_id, held.lease, counter_code=held.counter_code, epoch=held.epoch, granted_at=held.granted_at
    )


def totals_said(totals: Any, name: str) -> dict[str, tuple[int, int]]:
    """Spent and returned, by member or rule, as an event says them under a name. Raises NotPlainError."""
    if type(totals) is not dict:
        raise NotPlainError(f"{name}: expected totals by their ids.")
    return {one: _numbers(numbers, name) for one, numbers in totals.items()}


def _numbers(numbers: Any, name: str) -> tuple[int, int]:
    if type(numbers) is not dict or numbers.keys() != {"spent", "returned"}:
        raise NotPlainError(f"{name}: expected what was spent and returned.")
    if any(type(number) is not int or not 0 <= number < _TOTAL_END for number in numbers.values()):
        raise NotPlainError(f"{name}: totals are whole numbers of hundredths.")
    return numbers["spent"], numbers["returned"]


def top_up(
    uow: UnitOfWork, member_id: str, holding: Holding, account: Account, *, wanted: int, at: datetime
) -> Granted:
    """Let a counter hold rights to `wanted` hundredths of a member's points, as far as they are free.

    Asked again, nothing more is granted: it is a total. Counters that hold rights which would have helped are named.
    """
    held = uow.leases.of_member(member_id)
    mine = lease_of(uow, member_id, holding)
    lacking = max(0, wanted - mine.outstanding)
    points = grant(lacking, available=account.available(at), leases=[one.lease for one in held])
    if points:
        whose = (holding.counter_code, holding.epoch)
        put(uow, CounterLease(member_id, *whose, mine.with_granted(points), at))
        renew(uow, member_id, account, at)
    others = {one.counter_code for one in held if one.lease.outstanding and one.counter_code != holding.counter_code}
    return Granted(points, tuple(sorted(others)) if points < lacking else ())


def write_off(uow: UnitOfWork, held: Sequence[CounterLease]) -> int:
    """Keep nothing aside for these any more. Returns the hundredths of points that are free again."""
    living = [one for one in held if one.lease.outstanding]
    for one in living:
        put(uow, replace(one, lease=one.lease.with_written_off()))
    return outstanding(one.lease for one in living)


def renew(uow: UnitOfWork, member_id: str, account: Account, at: datetime) -> None:
    """Say anew until when the rights to a member's points hold, where that has changed.

    Rights that have ended and are still short stay as they were told: every later instant would be news of nothing.
    """
    living = [one for one in uow.leases.of_member(member_id) if one.lease.outstanding]
    until = usable_until(account, rights=outstanding(one.lease for one in living), at=at)
    for one in living:
        is_still_ended = until == at and _has_ended(one.lease, at)
        if one.lease.usable_until != until and not is_still_ended:
            put(uow, replace(one, lease=replace(one.lease, usable_until=until)))


def _has_ended(lease: Lease, at: datetime) -> bool:
    return lease.usable_until is not None and lease.usable_until <= at
