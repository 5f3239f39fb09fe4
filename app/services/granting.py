"""Granting: the server's side of leases. What counters may spend, what they said they did, what is written off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from app.domain.lease import NO_LEASE, Lease
from app.services.plain import NotPlainError
from app.services.ports import UnitOfWork


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


def settle(
    uow: UnitOfWork, holding: Holding, totals: Any, spent: Mapping[str, int], *, floor_card: int, at: datetime
) -> list[Overspent]:
    """Note the counter's own totals, as its event says them, and find what it had no right to spend.

    `spent` is what the event spent by member; what its leases did not cover may be within the floor.
    """
    said = _said(totals)
    over = []
    for member_id in sorted(said.keys() | spent.keys()):
        before = uow.leases.get(member_id, counter_code=holding.counter_code, epoch=holding.epoch)
        spent_now, returned = said.get(member_id, (before.spent, before.returned))
        after = replace(before, spent=spent_now, returned=returned)
        if after != before:
            _write(uow, member_id, holding, before, after, at)
        beyond = max(0, _short(after) - _short(before))
        from_lease = max(0, after.spent - before.spent)
        beyond += max(0, spent.get(member_id, 0) - from_lease - floor_card)
        if beyond:
            over.append(Overspent(member_id, beyond))
    return over


def _short(lease: Lease) -> int:
    """How much more was used of a lease than there is of it."""
    return max(0, lease.written_off - lease.held)


def _write(uow: UnitOfWork, member_id: str, holding: Holding, before: Lease, after: Lease, at: datetime) -> None:
    if before == NO_LEASE:
        uow.leases.put(member_id, after, counter_code=holding.counter_code, epoch=holding.epoch, granted_at=at)
    else:
        uow.leases.settle(member_id, after, counter_code=holding.counter_code, epoch=holding.epoch)


def _said(totals: Any) -> dict[str, tuple[int, int]]:
    """Spent and returned, by member."""
    if type(totals) is not dict:
        raise NotPlainError("lease: expected totals by member.")
    return {member_id: _numbers(numbers) for member_id, numbers in totals.items()}


def _numbers(numbers: Any) -> tuple[int, int]:
    if type(numbers) is not dict or numbers.keys() != {"spent", "returned"}:
        raise NotPlainError("lease: expected what was spent and returned.")
    if any(type(number) is not int or number < 0 for number in numbers.values()):
        raise NotPlainError("lease: totals are whole numbers of hundredths.")
    return numbers["spent"], numbers["returned"]
