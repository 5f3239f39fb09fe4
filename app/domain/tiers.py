"""Tiers: which level a member's activity has reached, and what is missing to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import StrEnum


class Qualify(StrEnum):
    SPEND = "SPEND"
    POINTS = "POINTS"
    POINTS_OR_SPEND = "POINTS_OR_SPEND"
    SPEND_AND_ORDERS = "SPEND_AND_ORDERS"


class PointsBasis(StrEnum):
    LIFETIME_EARNED = "LIFETIME_EARNED"
    AVAILABLE_PLUS_PENDING = "AVAILABLE_PLUS_PENDING"


class TierChangeKind(StrEnum):
    INITIAL = "INITIAL"
    UPGRADE = "UPGRADE"
    DOWNGRADE = "DOWNGRADE"
    MANUAL = "MANUAL"


@dataclass(frozen=True, slots=True)
class Level:
    """One tier. A threshold of None is not a way in; the first level needs none.

    `birthday_points` (hundredths) are given once a year; `benefits` are what else its members are told they have.
    `formerly` are tiers of older versions whose members hold this one now: it was called so, or took their place.
    """

    name: str
    multiplier: Decimal = Decimal(1)
    min_points: int | None = None
    min_spend_minor: int | None = None
    min_orders: int | None = None
    price_discount_percent: Decimal = Decimal(0)
    birthday_points: int = field(default=0, metadata={"sparse": True})
    benefits: tuple[str, ...] = field(default=(), metadata={"sparse": True})
    formerly: tuple[str, ...] = field(default=(), metadata={"sparse": True})

    @property
    def names(self) -> tuple[str, ...]:
        """All that members may hold it by."""
        return (self.name, *self.formerly)


@dataclass(frozen=True, slots=True)
class Metrics:
    """What qualification looks at: points in hundredths, net spend in minor units, bills. Never the balance alone."""

    points: int = 0
    spend_minor: int = 0
    orders: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """What is missing to the next tier; all zero at the top. Points in hundredths, spend in minor units."""

    tier: str
    next_tier: str | None
    points_needed: int
    spend_needed_minor: int
    orders_needed: int


@dataclass(frozen=True, slots=True)
class Fall:
    """Notice that a tier is not reached any more: to which it is lowered, at what instant, and what keeps it."""

    to: str
    at: datetime
    points_needed: int
    spend_needed_minor: int
    orders_needed: int


@dataclass(frozen=True, slots=True)
class TierScheme:
    """The levels, ascending, and how they are reached. Source: docs/domain.md, Tiers."""

    levels: tuple[Level, ...]
    qualify: Qualify = Qualify.SPEND
    points_basis: PointsBasis = PointsBasis.LIFETIME_EARNED
    qualification_days: int = 365
    grace_days: int = 30

    @property
    def names(self) -> frozenset[str]:
        """What the tiers are called now."""
        return frozenset(level.name for level in self.levels)

    @property
    def counts_held(self) -> bool:
        """Whether the points that are held decide, which redeeming and giving by hand change too."""
        return self.points_basis is PointsBasis.AVAILABLE_PLUS_PENDING and "points" in self.counted

    def level(self, name: str) -> Level:
        """The level of that name, or that was called so; the lowest when the scheme no longer has it."""
        return next((one for one in self.levels if name == one.name or name in one.formerly), self.levels[0])

    def called(self, name: str) -> str:
        """What the tier that is held by a name is called now."""
        return self.level(name).name

    def known_as(self, name: str) -> str:
        """The same, but one that nobody knows any more keeps its name."""
        return self.called(name) if self.has(name) else name

    def rank(self, name: str) -> int:
        return self.levels.index(self.level(name))

    def has(self, name: str) -> bool:
        return any(name in level.names for level in self.levels)

    def reached(self, metrics: Metrics) -> Level:
        """The highest level whose conditions hold; the first one asks nothing."""
        return next((x for x in reversed(self.levels[1:]) if _satisfied(self.qualify, x, metrics)), self.levels[0])

    def upgraded(self, held: str, metrics: Metrics) -> str:
        """The tier after a bill: never lower than the one held. Downgrades wait for the period's end."""
        return self.levels[max(self.rank(held), self.rank(self.reached(metrics).name))].name

    def progress(self, held: str, metrics: Metrics) -> Progress:
        rank = self.rank(held)
        if rank + 1 == len(self.levels):
            return Progress(self.levels[rank].name, None, 0, 0, 0)
        following = self.levels[rank + 1]
        return Progress(self.levels[rank].name, following.name, *self.missing(following, metrics))

    @property
    def counted(self) -> tuple[str, ...]:
        """Of points, spend and orders (bills) what counts."""
        return _COUNTED[self.qualify]

    def asks(self, level: Level) -> tuple[int | None, ...]:
        """Of points, spend and bills what counts and leads to a level; None leads to none. The first asks nothing."""
        if level == self.levels[0]:
            return (0,) * len(self.counted)
        figures = {"points": level.min_points, "spend": level.min_spend_minor, "orders": level.min_orders}
        asked = tuple(figures[part] for part in self.counted)
        return tuple(value or 0 for value in asked) if self.qualify is Qualify.SPEND_AND_ORDERS else asked

    def missing(self, level: Level, metrics: Metrics) -> tuple[int, int, int]:
        """Points, spend and bills that are not there yet for a level, of what it looks at."""
        counts = self.counted
        return (
            _missing(level.min_points, metrics.points) if "points" in counts else 0,
            _missing(level.min_spend_minor, metrics.spend_minor) if "spend" in counts else 0,
            _missing(level.min_orders, metrics.orders) if "orders" in counts else 0,
        )

    def is_reached(self, held: str, metrics: Metrics) -> bool:
        """Whether a tier that is held would still be reached with these figures."""
        return self.rank(self.reached(metrics).name) >= self.rank(held)


_INSTANT = timedelta(microseconds=1)
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_COUNTED = {
    Qualify.SPEND: ("spend",),
    Qualify.POINTS: ("points",),
    Qualify.POINTS_OR_SPEND: ("points", "spend"),
    Qualify.SPEND_AND_ORDERS: ("spend", "orders"),
}


def _missing(threshold: int | None, value: int) -> int:
    return max(0, (threshold or 0) - value)


def _satisfied(qualify: Qualify, level: Level, metrics: Metrics) -> bool:
    points = level.min_points is not None and metrics.points >= level.min_points
    spend = level.min_spend_minor is not None and metrics.spend_minor >= level.min_spend_minor
    match qualify:
        case Qualify.SPEND:
            return spend
        case Qualify.POINTS:
            return points
        case Qualify.POINTS_OR_SPEND:
            return points or spend
        case Qualify.SPEND_AND_ORDERS:  # pragma: no branch
            enough_spend = metrics.spend_minor >= (level.min_spend_minor or 0)
            return enough_spend and metrics.orders >= (level.min_orders or 0)


@dataclass(frozen=True, slots=True)
class Activity:
    """One bill as qualification sees it, net of what was returned. A cancelled bill is no activity at all."""

    at: datetime
    spend_minor: int
    points: int


def window_start(at: datetime, *, days: int) -> datetime:
    """The instant after which activity still counts towards a tier at `at`."""
    return at - timedelta(days=days)


def metrics_at(activity: Iterable[Activity], at: datetime, *, days: int) -> Metrics:
    """Spend and bills of the rolling window ending at `at`; points of all time up to it."""
    past = [one for one in activity if one.at <= at]
    counted = [one for one in past if one.at > window_start(at, days=days)]
    return Metrics(
        points=sum(one.points for one in past),
        spend_minor=sum(one.spend_minor for one in counted),
        orders=len(counted),
    )


def replayed(scheme: TierScheme, start: str, activity: Sequence[Activity], *, since: datetime | None = None) -> str:
    """The tier held had only this activity happened, in order, from `start` (held since then, or from the beginning).

    It is what a cancelled bill leaves behind. Points are counted as LIFETIME_EARNED.
    """
    held = start
    for one in activity:
        if since is None or one.at > since:
            held = scheme.upgraded(held, metrics_at(activity, one.at, days=scheme.qualification_days))
    return held


def after_period(scheme: TierScheme, held: str, activity: Sequence[Activity], at: datetime) -> str:
    """The tier at a period's end: lower only if it was not reached any more for the whole of `grace_days`.

    Within the grace a tier is reached at its first instant or with a bill: between bills, activity only falls away.
    """
    grace_start = at - timedelta(days=scheme.grace_days)
    moments = [grace_start, *(one.at for one in activity if grace_start < one.at <= at)]
    return scheme.levels[min(scheme.rank(held), max(_rank_at(scheme, activity, moment) for moment in moments))].name


def fall_ahead(
    scheme: TierScheme, held: str, activity: Sequence[Activity], at: datetime, *, kept_until: datetime
) -> Fall | None:
    """When a tier is lowered if nothing more is bought, once it is not reached any more; None while it is.

    `kept_until` is the end of what was given and not bought. Source: docs/domain.md, Tiers.
    """
    metrics = metrics_at(activity, at, days=scheme.qualification_days)
    if scheme.is_reached(held, metrics):
        return None
    falls_at = max(_lost_at(scheme, held, activity, at) + timedelta(days=scheme.grace_days), kept_until)
    to = after_period(scheme, held, activity, max(falls_at, at))
    return Fall(to, falls_at, *scheme.missing(scheme.level(held), metrics))


def _lost_at(scheme: TierScheme, held: str, activity: Sequence[Activity], at: datetime) -> datetime:
    """Since when a tier is not reached: the instant a bill left the window; the first of all where it never was."""
    left = sorted(one.at + timedelta(days=scheme.qualification_days) for one in activity)
    ends = [moment for moment in left if moment <= at]
    return next(
        (end for end in reversed(ends) if _rank_at(scheme, activity, end - _INSTANT) >= scheme.rank(held)), _NEVER
    )


def _rank_at(scheme: TierScheme, activity: Iterable[Activity], at: datetime) -> int:
    return scheme.rank(scheme.reached(metrics_at(activity, at, days=scheme.qualification_days)).name)
