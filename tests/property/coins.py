"""A naive account: every hundredth of a point is a coin that is somewhere. Slow, and too simple to be wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(eq=False)
class Coin:
    """One hundredth. It lies in its lot until somebody has it; `swept` coins were posted as expired."""

    lot: str
    order: int
    available_at: datetime
    expires_at: datetime | None
    swept: bool = False

    def lives(self, at: datetime) -> bool:
        return self.expires_at is None or at < self.expires_at

    def turn(self) -> tuple[bool, datetime, int]:
        """When this coin is spent among others."""
        return (self.expires_at is None, self.expires_at or self.available_at, self.order)


@dataclass(eq=False)
class Taken:
    """One hundredth an entry took: a coin, or none (a debt), perhaps standing in for a reversed lot."""

    entry: str
    coin: Coin | None
    stands_for: str | None


Origin = tuple[tuple[bool, datetime, int], str]
"""Of a hundredth in grace: the lot it was of, and that lot's turn."""


@dataclass
class Coins:
    """Coins in one lot of grace are alike: `graces` says of how many lots' points they may be."""

    lying: list[Coin] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    graces: defaultdict[str, list[Origin]] = field(default_factory=lambda: defaultdict(list))

    def credit(self, entry: str, points: int, order: int, available: datetime, expires: datetime | None) -> None:
        for _ in range(points):
            self.lying.append(Coin(entry, order, available, expires))
            self._repay([self.lying[-1]])

    def debit(self, entry: str, points: int, at: datetime, stands_for: str | None = None) -> None:
        for _ in range(points):
            coin = min(self._open(at), key=Coin.turn, default=None)
            if coin is not None:
                self.lying.remove(coin)
            self.taken.append(Taken(entry, coin, stands_for))

    def spend(self, entry: str, points: int, at: datetime) -> None:
        """What available coins cannot cover, pending ones do."""
        owed = self.debt
        self.debit(entry, points, at)
        if self.debt > owed:
            self._repay_from_living(at)

    def reverse(self, entry: str, lot: str, points: int, at: datetime) -> None:
        self.debit(entry, points - self._own(lot, points), at, stands_for=lot)

    def _own(self, lot: str, points: int) -> int:
        own = [coin for coin in self.lying if coin.lot == lot and not coin.swept][:points]
        for coin in own:
            self.lying.remove(coin)
        taken = len(own)
        for grace, origins in sorted(self.graces.items()):
            theirs = [origin for origin in origins if origin[1] == lot]
            more = self._own(grace, min(points - taken, len(theirs))) if theirs else 0
            for origin in theirs[:more]:
                origins.remove(origin)
            taken += more
        return taken

    def restore(self, entry: str, redeemed: str, points: int, order: int, at: datetime, grace: datetime | None) -> None:
        for _ in range(points):
            back = min((one for one in self.taken if one.entry == redeemed), key=_debt_first_then_turn)
            coin = self._released(back)
            if coin is not None and grace is not None and not coin.lives(at):
                self.graces[entry].append((coin.turn(), coin.lot))
                coin = Coin(entry, order, at, grace)
            self.lying += [coin] if coin is not None else []
        self._repay(sorted(self._open(at), key=Coin.turn))

    def sweep(self, lot: str) -> None:
        for coin in self.lying:
            coin.swept = coin.swept or coin.lot == lot

    def unsweep(self, lot: str, points: int) -> None:
        for coin in [coin for coin in self.lying if coin.lot == lot and coin.swept][:points]:
            coin.swept = False

    def absorb(self, other: Coins, at: datetime) -> None:
        self.lying += other.lying
        self.taken += other.taken
        self.graces |= other.graces
        self._repay_from_living(at)

    @property
    def debt(self) -> int:
        return sum(one.coin is None for one in self.taken)

    def left(self) -> Counter[str]:
        return Counter(coin.lot for coin in self.lying if not coin.swept)

    def swept(self) -> Counter[str]:
        return Counter(coin.lot for coin in self.lying if coin.swept)

    def available(self, at: datetime) -> int:
        return len(list(self._open(at))) - self.debt

    def pending(self, at: datetime) -> int:
        return sum(coin.available_at > at and coin.lives(at) and not coin.swept for coin in self.lying)

    def _open(self, at: datetime) -> Iterable[Coin]:
        return (coin for coin in self.lying if not coin.swept and coin.available_at <= at and coin.lives(at))

    def _released(self, back: Taken) -> Coin | None:
        """Undo one taking; a coin whose lot was reversed frees instead what stands in for it."""
        self.taken.remove(back)
        if back.coin is None:
            return None
        standing = self._stand_in(back.coin.lot)
        return back.coin if standing is None else self._released(standing)

    def _stand_in(self, lot: str) -> Taken | None:
        """Who goes first of those that stand in for a lot, or for one whose points it has in grace."""
        standing = sorted((one for one in self.taken if one.stands_for == lot), key=lambda one: one.entry)
        if standing:
            return min(standing, key=_debt_first_then_latest)
        for origin in sorted(self.graces.get(lot, ())):
            found = self._stand_in(origin[1])
            if found is not None:
                self.graces[lot].remove(origin)
                return found
        return None

    def _repay_from_living(self, at: datetime) -> None:
        self._repay(sorted((coin for coin in self.lying if coin.lives(at) and not coin.swept), key=Coin.turn))

    def _repay(self, coins: Iterable[Coin]) -> None:
        for coin in coins:
            debts = [one for one in self.taken if one.coin is None]
            if debts:
                min(debts, key=lambda one: one.entry).coin = coin
                self.lying.remove(coin)


def _debt_first_then_turn(one: Taken) -> tuple[bool, tuple[bool, datetime, int] | tuple[()]]:
    return (False, ()) if one.coin is None else (True, one.coin.turn())


def _debt_first_then_latest(one: Taken) -> tuple[bool, bool, float, int]:
    if one.coin is None:
        return (False, False, 0.0, 0)
    never, until, order = one.coin.turn()
    return (True, not never, -until.timestamp(), -order)
