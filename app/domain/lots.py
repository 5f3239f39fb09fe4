"""Lots: what is left of each earning, and who used the rest.

An account is a projection of ledger entries (see `ledger`). A *use* remembers which lot paid for a debit, so that
points given back return to where they came from. When an earning is reversed after its points were spent, the
shortfall is taken from other lots (or becomes debt) and the use remembers for which lot it stood in: points later given
back to that lot first release those who stood in for it. That is what makes a cancelled bill leave no trace.

Points given back to a lot that has expired live on in a lot of grace, which is called as the entry that gave them back:
a use of that entry remembers whose points they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Lot:
    """The points one entry brought; `lot_id` is that entry's id, `order` its place in the ledger.

    `left` can still be spent, reversed or expire; `expired` was posted as expired. No `expires_at`: never. One without
    points is a visit (see `visits`): `counts_from` is when it was made, where that is before `available_at`. Of points
    `first_expires_at` is the end they had before a visit pushed it; visits before `counts_from` do not.
    """

    lot_id: str
    order: int
    points: int
    left: int
    available_at: datetime
    expires_at: datetime | None
    expired: int = 0
    first_expires_at: datetime | None = field(default=None, metadata={"sparse": True})
    counts_from: datetime | None = field(default=None, metadata={"sparse": True})

    @property
    def is_visit(self) -> bool:
        return self.points == 0

    @property
    def visited_at(self) -> datetime:
        """Of a visit: when it was."""
        return self.counts_from or self.available_at

    @property
    def is_taken_back(self) -> bool:
        """Of a visit: whether it pushes nothing any more."""
        return self.is_expired(self.visited_at)

    def is_available(self, at: datetime) -> bool:
        return self.available_at <= at and not self.is_expired(at)

    def is_expired(self, at: datetime) -> bool:
        return self.expires_at is not None and at >= self.expires_at

    def spending_order(self) -> tuple[bool, datetime, int]:
        """Sort key: earliest expiry first, never-expiring last, then earliest earned."""
        return (self.expires_at is None, self.expires_at or self.available_at, self.order)


@dataclass(frozen=True, slots=True)
class Use:
    """Points (hundredths, > 0) an entry took from a lot; `lot_id` None is debt. See the module on `stands_for`."""

    entry_id: str
    lot_id: str | None
    points: int
    stands_for: str | None = None

    @property
    def key(self) -> UseKey:
        return (self.entry_id, self.lot_id, self.stands_for)


UseKey = tuple[str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Account:
    """A member's lots and uses. Every operation returns a new account; points are hundredths.

    Pricing and paying a bill need only open lots and debts; reversals need everything.
    """

    lots: Mapping[str, Lot] = field(default_factory=dict)
    uses: Mapping[UseKey, Use] = field(default_factory=dict)

    @property
    def debt(self) -> int:
        return sum(use.points for use in self.uses.values() if use.lot_id is None)

    @property
    def balance(self) -> int:
        """The books' balance: everything not spent, reversed or posted as expired, less debt."""
        return sum(lot.left for lot in self.lots.values()) - self.debt

    def available(self, at: datetime) -> int:
        """What can be spent at an instant; negative in debt. Source: docs/domain.md, Lots 3."""
        return sum(lot.left for lot in self.lots.values() if lot.is_available(at)) - self.debt

    def pending(self, at: datetime) -> int:
        """Earned, not yet spendable."""
        return sum(lot.left for lot in self.lots.values() if lot.available_at > at and not lot.is_expired(at))

    def spendable(self, at: datetime) -> list[Lot]:
        """Available lots in the order they are consumed. Source: docs/domain.md, Lots 2."""
        open_lots = (lot for lot in self.lots.values() if lot.left and lot.is_available(at))
        return sorted(open_lots, key=Lot.spending_order)

    def graces(self, lot_id: str) -> list[Use]:
        """What points of an expired lot live on in: each is of the entry that a lot of grace is called as."""
        found = (use for use in self.uses.values() if use.lot_id == lot_id and use.entry_id in self.lots)
        return sorted(found, key=lambda use: use.entry_id)

    def unspent(self, lot_id: str) -> list[tuple[Lot, int]]:
        """Where points of an earning lie that nobody has spent, expired or not, and how many; first its own lot."""
        return self._unspent(lot_id, self.lots[lot_id].points)

    def _unspent(self, lot_id: str, most: int) -> list[tuple[Lot, int]]:
        lot = self.lots[lot_id]
        own = min(most, lot.left + lot.expired)
        found = [(lot, own)]
        for use in self.graces(lot_id):
            more = self._unspent(use.entry_id, min(most - own, use.points))
            own += sum(points for _, points in more)
            found += more
        return found

    def revived(self, lot_id: str, points: int) -> list[tuple[str, int]]:
        """What of an earning was posted as expired and comes back for points to be taken: of which lot, how much."""
        found: list[tuple[str, int]] = []
        for lot, unspent in self.unspent(lot_id):
            part = min(points, unspent)
            points -= part
            if part > lot.left:
                found.append((lot.lot_id, part - lot.left))
        return found

    def reversible(self, lot_id: str, at: datetime) -> int:
        """How much of a lot's earning can be taken back before what is available would fall below zero."""
        unspent = self.unspent(lot_id)
        set_aside = sum(points - min(points, lot.left if lot.is_available(at) else 0) for lot, points in unspent)
        return set_aside + max(0, self.available(at))

    def with_lot(self, lot: Lot) -> Account:
        return replace(self, lots={**self.lots, lot.lot_id: lot})

    def with_more_used(self, use: Use) -> Account:
        """Add the use's points (negative: take them off) to what stands under its key; nothing left is no use."""
        points = use.points + (self.uses[use.key].points if use.key in self.uses else 0)
        others = {key: one for key, one in self.uses.items() if key != use.key}
        return replace(self, uses={**others, use.key: replace(use, points=points)} if points else others)

    def take(self, points: int, lot: Lot, *, entry_id: str, stands_for: str | None = None) -> Account:
        """Use up to all that is left of a lot for an entry."""
        taken = self.with_lot(replace(lot, left=lot.left - points))
        return taken.with_more_used(Use(entry_id, lot.lot_id, points, stands_for))

    def owe(self, points: int, *, entry_id: str, stands_for: str | None = None) -> Account:
        """Use points that are not there."""
        return self.with_more_used(Use(entry_id, None, points, stands_for))

    def repaid_from(self, lot_id: str) -> Account:
        """Let a new lot pay what is owed, oldest debt first: those uses now rest on the lot."""
        account = self
        for debt in sorted((use for use in self.uses.values() if use.lot_id is None), key=lambda use: use.entry_id):
            lot = account.lots[lot_id]
            points = min(debt.points, lot.left)
            if points:
                account = account.with_more_used(replace(debt, points=-points))
                account = account.take(points, lot, entry_id=debt.entry_id, stands_for=debt.stands_for)
        return account

    def uses_of(self, entry_id: str) -> list[Use]:
        """What an entry still uses: debt first, then lots by earliest expiry."""
        return sorted((use for use in self.uses.values() if use.entry_id == entry_id), key=self._release_order)

    def stand_ins(self, lot_id: str) -> list[Use]:
        """Who stands in for a reversed lot, in the order they are released: debt first, then latest expiry, oldest."""
        standing = [use for use in self.uses.values() if use.stands_for == lot_id]
        standing.sort(key=lambda use: use.entry_id)
        debts = [use for use in standing if use.lot_id is None]
        lots = [use for use in standing if use.lot_id is not None]
        return [*debts, *sorted(lots, key=self._release_order, reverse=True)]

    def _release_order(self, use: Use) -> tuple[bool, datetime, int] | tuple[()]:
        return () if use.lot_id is None else self.lots[use.lot_id].spending_order()


EMPTY = Account()
