"""Rewards: what points can be changed for, who may have one, and what its voucher takes off a bill."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from app.domain.days import ALWAYS, Period, ShopCalendar
from app.domain.errors import DomainError, invalid
from app.domain.money import AMOUNT_MINOR_MAX
from app.domain.tiers import TierScheme

REWARDS_MAX = 200
COUNT_MAX = 1_000_000
VALID_DAYS_MAX = 3_650
_LOW_PART = 10
POINTS_MAX = 10**12
NAME_MAX, TERMS_MAX, WORD_MAX = 60, 400, 80


class RewardKind(StrEnum):
    DISCOUNT_COUPON = "DISCOUNT_COUPON"  # a percentage or an amount off a bill
    FREE_PRODUCT = "FREE_PRODUCT"  # one piece of a category, or of an item
    CASHBACK = "CASHBACK"  # its cash value off a bill
    PARTNER = "PARTNER"  # somebody else's; handed over
    EXPERIENCE = "EXPERIENCE"  # handed over
    FREE_DELIVERY = "FREE_DELIVERY"  # one line of the category deliveries are rung in


HANDED_OVER = frozenset({RewardKind.PARTNER, RewardKind.EXPERIENCE})
OF_A_LINE = frozenset({RewardKind.FREE_PRODUCT, RewardKind.FREE_DELIVERY})
_SPARSE = {"sparse": True}


@dataclass(frozen=True, slots=True)
class Reward:
    """One of the catalogue. `cost` is hundredths of points, money in minor units; None is no bound.

    `value_minor` is what it is worth: of an amount coupon and a cashback what comes off, of what is free the most that
    does (0: whatever the piece costs). `stock` is how many are given out in all. `image` names a picture.
    """

    reward_id: str
    name: str
    kind: RewardKind
    cost: int
    value_minor: int = field(default=0, metadata=_SPARSE)
    percent: Decimal | None = field(default=None, metadata=_SPARSE)
    category: str | None = field(default=None, metadata=_SPARSE)
    item_code: str | None = field(default=None, metadata=_SPARSE)
    min_tier: str | None = field(default=None, metadata=_SPARSE)
    stock: int | None = field(default=None, metadata=_SPARSE)
    member_max: int | None = field(default=None, metadata=_SPARSE)
    min_bill_minor: int = field(default=0, metadata=_SPARSE)
    valid_days: int | None = field(default=None, metadata=_SPARSE)
    period: Period = field(default=ALWAYS, metadata=_SPARSE)
    terms: str = field(default="", metadata=_SPARSE)
    image: str = field(default="", metadata=_SPARSE)
    partner: str = field(default="", metadata=_SPARSE)

    @property
    def goes_on_bills(self) -> bool:
        return self.kind not in HANDED_OVER

    def expires_at(self, issued_at: datetime, calendar: ShopCalendar) -> datetime | None:
        """The first instant at which a voucher issued now is no good; the day it was issued does not count."""
        if self.valid_days is None:
            return None
        return calendar.start_of(calendar.day_of(issued_at) + timedelta(days=self.valid_days + 1))


@dataclass(frozen=True, slots=True)
class BillVoucher:
    """A voucher laid on a bill: which one it is, and what was promised when it was issued."""

    voucher_id: str
    code: str
    reward: Reward


class Why(StrEnum):
    """Why a member cannot have a reward here now."""

    DISABLED = "DISABLED"
    WINDOW = "WINDOW"
    TIER = "TIER"
    POINTS = "POINTS"
    STOCK = "STOCK"
    LIMIT = "LIMIT"
    MIN_BILL = "MIN_BILL"
    OFFLINE = "OFFLINE"


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who asks, as a desk knows them. `points` are hundredths that can be used here now.

    `had` is how many of the reward they have had, `left` how many there still are (None: nobody can tell here, or it
    has no stock), `bill_minor` the bill before them (None: there is none).
    """

    tier: str
    points: int
    had: int = 0
    left: int | None = None
    bill_minor: int | None = None
    is_enabled: bool = True


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why not, with the figure behind it: what it takes (hundredths of points, minor units, a count)."""

    why: Why
    takes: int = 0


def obstacles(reward: Reward, who: Claimant, tiers: TierScheme, *, at: datetime) -> tuple[Obstacle, ...]:
    """Everything that keeps a member from a reward at an instant; nothing when they may have it.

    Source: docs/domain.md, Rewards 2.
    """
    too_low = reward.min_tier is not None and tiers.rank(who.tier) < tiers.rank(reward.min_tier)
    has_stock = reward.stock is not None
    too_small = who.bill_minor is not None and who.bill_minor < reward.min_bill_minor
    found = (
        (not who.is_enabled, Obstacle(Why.DISABLED)),
        (not reward.period.covers(at), Obstacle(Why.WINDOW)),
        (too_low, Obstacle(Why.TIER)),
        (who.points < reward.cost, Obstacle(Why.POINTS, reward.cost)),
        (reward.member_max is not None and who.had >= reward.member_max, Obstacle(Why.LIMIT, reward.member_max or 0)),
        (has_stock and who.left is not None and who.left <= 0, Obstacle(Why.STOCK)),
        (has_stock and who.left is None, Obstacle(Why.OFFLINE)),
        (too_small, Obstacle(Why.MIN_BILL, reward.min_bill_minor)),
    )
    return tuple(obstacle for holds, obstacle in found if holds)


def left_of(reward: Reward, *, out: int) -> int | None:
    """How many can still be given out when so many are out; None without a stock. A stock made smaller is no debt."""
    return None if reward.stock is None else max(0, reward.stock - out)


def is_low(reward: Reward, left: int) -> bool:
    """Whether a reward is about to run out: a tenth of its stock or less is left, or the last one."""
    return reward.stock is not None and left <= max(1, reward.stock // _LOW_PART)


def check_rewards(rewards: tuple[Reward, ...], tiers: TierScheme) -> None:
    """Refuse a catalogue that could not be kept: every reward says what it gives, once, within bounds."""
    if len(rewards) > REWARDS_MAX:
        raise invalid(f"A catalogue has at most {REWARDS_MAX} rewards. Nothing was saved.")
    if len({one.reward_id for one in rewards}) < len(rewards):
        raise invalid("Two rewards carry the same id. Nothing was saved.")
    for one in rewards:
        _check_reward(one, tiers)


def _check_reward(one: Reward, tiers: TierScheme) -> None:
    if not (one.reward_id.strip() and one.name.strip()):
        raise invalid("A reward needs an id and a name. Nothing was saved.")
    texts = ((one.reward_id, WORD_MAX), (one.name, NAME_MAX), (one.terms, TERMS_MAX), (one.image, WORD_MAX))
    if any(len(text) > most for text, most in (*texts, (one.partner, WORD_MAX))):
        raise _refused(one, "one of its texts is too long")
    if not 0 < one.cost <= POINTS_MAX:
        raise _refused(one, "it costs some points")
    if not all(0 <= minor <= AMOUNT_MINOR_MAX for minor in (one.value_minor, one.min_bill_minor)):
        raise _refused(one, "its value and its smallest bill are amounts")
    _check_counts(one)
    if one.min_tier is not None and one.min_tier not in tiers.names:
        raise _refused(one, f"there is no tier called {one.min_tier}")
    _check_gift(one)


def _check_counts(one: Reward) -> None:
    if one.stock is not None and not 0 <= one.stock <= COUNT_MAX:
        raise _refused(one, f"its stock is between 0 and {COUNT_MAX:,}")
    if one.member_max is not None and not 1 <= one.member_max <= COUNT_MAX:
        raise _refused(one, f"a member may have between 1 and {COUNT_MAX:,} of it")
    if one.valid_days is not None and not 0 <= one.valid_days <= VALID_DAYS_MAX:
        raise _refused(one, f"it is good for at most {VALID_DAYS_MAX:,} days")
    start, end = one.period.from_at, one.period.until_at
    if start is not None and end is not None and start > end:
        raise _refused(one, "it ends before it begins")


def _check_gift(one: Reward) -> None:
    """What it gives, by its kind."""
    if one.percent is not None and not (one.kind is RewardKind.DISCOUNT_COUPON and 0 < one.percent <= 100):
        raise _refused(one, "only a discount coupon has a percentage, of more than 0 and at most 100")
    amounts = (RewardKind.DISCOUNT_COUPON, RewardKind.CASHBACK)
    if one.kind in amounts and (one.percent is None) == (one.value_minor == 0):
        raise _refused(one, "it takes a percentage or an amount off, one of them")
    if one.kind in OF_A_LINE and (one.category is None) == (one.item_code is None):
        raise _refused(one, "it says of which category or which item one piece is free")


def _refused(one: Reward, why: str) -> DomainError:
    return invalid(f"Reward {one.name or one.reward_id}: {why}. Nothing was saved.", reward=one.reward_id)
