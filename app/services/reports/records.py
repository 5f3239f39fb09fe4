"""Records: the sums reports are made of, as the store is asked for them. Days are the shop's, both ends included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from app.domain.entries import EntryKind
from app.services.reports.question import Question


@dataclass(frozen=True, slots=True)
class BillSums:
    """What some bills come to. Money in minor units, points in hundredths. `key` is what they have in common.

    `with_card` of them are somebody's, on `redeeming` of them points paid.
    """

    key: str
    bills: int
    with_card: int
    redeeming: int
    sales_minor: int
    redeemed_points: int
    redeemed_minor: int
    earned_points: int


@dataclass(frozen=True, slots=True)
class ReturnSums:
    key: str
    returns: int
    amount_minor: int


@dataclass(frozen=True, slots=True)
class PointSums:
    """Movements of one kind on one day."""

    day: date
    kind: EntryKind
    count: int
    points: int


@dataclass(frozen=True, slots=True)
class CategorySums:
    category: str
    lines: int
    gross_minor: int
    net_minor: int
    points: int


@dataclass(frozen=True, slots=True)
class ReferrerSums:
    """Bills of members whom somebody brought; `points` are what the referrer got for them."""

    referrer_id: str
    members: int
    bills: int
    sales_minor: int
    points: int


@dataclass(frozen=True, slots=True)
class TierSums:
    """Members who hold a tier now, and the points they have between them."""

    tier: str
    members: int
    points: int


@dataclass(frozen=True, slots=True)
class CardDay:
    """What one member's card did on one day."""

    day: date
    member_id: str
    bills: int
    redemptions: int
    redeemed_points: int


@dataclass(frozen=True, slots=True)
class RewardSums:
    """What happened to a reward's vouchers. Points are hundredths, what they took off is minor units.

    `pending` and `pending_minor` are as of now: what can still be used, and what their rewards are worth.
    """

    reward_id: str
    issued: int = 0
    points: int = 0
    spent: int = 0
    off_minor: int = 0
    handed_over: int = 0
    cancelled: int = 0
    expired: int = 0
    pending: int = 0
    pending_minor: int = 0


@dataclass(frozen=True, slots=True)
class RuleSums:
    """What a rule brought: how often, to how many members."""

    rule_id: str
    uses: int
    members: int
    points: int


@dataclass(frozen=True, slots=True)
class Oddity:
    """One member's bills of a day, `count` of them, that points paid for under odd circumstances."""

    day: date
    member_id: str
    count: int
    redeemed_points: int
    staff: str = ""


@dataclass(frozen=True, slots=True)
class TypedSums:
    """One person's bills of which the card was typed, up to the `last` day of any; `with_card` are all with a card."""

    staff: str
    last: date
    typed: int
    with_card: int
    redeemed_points: int


@dataclass(frozen=True, slots=True)
class HandSums:
    """Points given and taken by hand by one person on one day; `taken` is a size."""

    day: date
    staff: str
    count: int
    given: int
    taken: int


@dataclass(frozen=True, slots=True)
class DueSums:
    """Points that are gone at an instant, if nobody spends them first: of how many members."""

    expires_at: datetime
    members: int
    points: int


@dataclass(frozen=True, slots=True)
class LateExpiry:
    """Points whose lot was gone at `gone_at` and that the books gave up on the day `posted_on`; None: not yet."""

    gone_at: datetime
    posted_on: date | None
    points: int


@dataclass(frozen=True, slots=True)
class BillLine:
    """A bill as a list shows it."""

    bill_id: str
    number: str
    occurred_at: datetime
    staff: str
    member_id: str | None
    sales_minor: int
    redeemed_minor: int
    earned_points: int


@dataclass(frozen=True, slots=True)
class PointLine:
    """A movement of points as a list shows it."""

    occurred_at: datetime
    member_id: str
    kind: EntryKind
    points: int
    cause: str
    staff: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class SealedDeed:
    """Something that was done, with the bytes that seal it."""

    at: datetime
    kind: str
    body: bytes


class Reports(Protocol):
    def by_day(self, first: date, last: date) -> Sequence[BillSums]: ...
    def by_tier(self, first: date, last: date) -> Sequence[BillSums]:
        """By the tier held when each bill was sold; empty for bills without a card."""

    def by_staff(self, first: date, last: date) -> Sequence[BillSums]: ...
    def by_member(self, first: date, last: date, *, most: int) -> Sequence[BillSums]:
        """Who bought most, the most first."""

    def of_members(self, first: date, last: date, members: Iterable[str]) -> Sequence[BillSums]: ...
    def by_referrer(self, first: date, last: date) -> Sequence[ReferrerSums]: ...
    def by_category(self, first: date, last: date) -> Sequence[CategorySums]: ...
    def returns_by_day(self, first: date, last: date) -> Sequence[ReturnSums]: ...
    def returns_by_staff(self, first: date, last: date) -> Sequence[ReturnSums]: ...
    def points(self, first: date, last: date) -> Sequence[PointSums]: ...
    def by_hand(self, first: date, last: date) -> Sequence[HandSums]: ...
    def busy_cards(self, first: date, last: date, *, bills: int, redemptions: int) -> Sequence[CardDay]:
        """Cards with at least so many bills, or so many redemptions, on one day."""

    def used_when_new(self, first: date, last: date, *, hours: int) -> Sequence[Oddity]:
        """Points that paid within so many hours of joining."""

    def returned_at_once(self, first: date, last: date, *, minutes: int) -> Sequence[Oddity]:
        """Bills that points paid for, of which something came back within so many minutes; of the day it came back."""

    def used_with(self, first: date, last: date, *, least: int) -> Sequence[Oddity]:
        """Members whose points one person took on at least so many bills, as of the last of those days."""

    def typed_cards(self, first: date, last: date, *, least: int) -> Sequence[TypedSums]:
        """Who typed at least so many cards; `redeemed_points` are of those bills."""

    def joined(self, first: date, last: date) -> Mapping[date, int]:
        """How many members are new, on the days there are any."""

    def rewards(self, first: date, last: date) -> Sequence[RewardSums]: ...
    def pending_minor(self) -> int:
        """What the rewards of all vouchers that can still be used are worth, in minor units."""

    def rules(self, first: date, last: date) -> Sequence[RuleSums]:
        """What counts now: a bill that came back whole has none. Rules that speak of no bill are there, too."""

    def tiers(self) -> Sequence[TierSums]: ...
    def due(self, after: datetime, until: datetime) -> Sequence[DueSums]:
        """What expires after an instant, up to and with another."""

    def moved_after(self, at: datetime) -> Sequence[tuple[date, int]]:
        """The sum of each day's movements that came after an instant."""

    def late_expiries(self, at: datetime, *, until: datetime) -> Sequence[LateExpiry]:
        """Of points that were gone by `until`: what has not been posted yet; and whatever was posted after `at`."""

    def corrected_late(self, at: datetime) -> Sequence[str]:
        """Members of whom something was taken or given back after `at` that may have gone into a lot gone by then."""

    def merges(self) -> Sequence[tuple[str, str]]:
        """(who was merged, into whom)."""

    def bills_behind(self, question: Question, *, most: int) -> Sequence[BillLine]:
        """The bills a question is about, newest first."""

    def approved(self, first: date, last: date) -> Sequence[SealedDeed]:
        """What names somebody who approved something, oldest first."""

    def points_behind(self, question: Question, *, most: int) -> Sequence[PointLine]: ...
