"""Exposure: the most that cards can come to owe while counters are on their own. Source: docs/protocol.md, Leases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.lease import Floor, Lease
from app.domain.points import value_minor
from app.domain.program import Program


@dataclass(frozen=True, slots=True)
class Exposure:
    """Points in hundredths, money in minor units. `written_off` is what counters may still spend late."""

    card_points: int
    all_points: int
    written_off: int
    card_minor: int
    all_minor: int


def worst_case(floors: Iterable[Floor], leases: Iterable[Lease], program: Program) -> Exposure:
    """With one floor for each living counter: a card, N·F + W; all cards, ΣS + ΣW."""
    each, written = list(floors), [min(lease.written_off, max(0, lease.held)) for lease in leases]
    card = sum(min(floor.card, floor.counter) for floor in each) + max(written, default=0)
    every = sum(floor.counter for floor in each if floor.card) + sum(written)
    rate, currency = program.redemption.rate, program.currency
    worth = [value_minor(points, rate=rate, currency=currency) for points in (card, every)]
    return Exposure(card, every, sum(written), *worth)
