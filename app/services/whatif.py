"""What if: bills that were sold, or a cart, priced by rules nobody has published. Nothing is written.

A bill is rung again as it was: what was taken off by hand is the amount it was, points pay what they paid or as much of
it as the other rules allow. Source: docs/rates.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from app.domain.bill import Bill, rules_of
from app.domain.errors import DomainError
from app.domain.hearing import RuleUse
from app.domain.points import value_minor
from app.domain.program import Program
from app.domain.quote import Quote, Taken, Visitor, quote
from app.domain.redemption import Purse
from app.domain.tiers import Metrics, PointsBasis
from app.services.checkout import SaleRequest
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from app.services.repricing import cart_of
from app.services.rule_limits import Tally
from app.services.sale import current_member
from app.services.visitors import current_metrics, holder_of, occasion_again, visitor

DAYS = 30
TOLD_EVERY = 200  # bills

Told = Callable[[int, int], None]
Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Sums:
    """What bills come to. Money in minor units, points in hundredths; `discount_minor` is what the rates take off."""

    net_minor: int = 0
    discount_minor: int = 0
    earned: int = 0
    to_referrers: int = 0
    redeemed: int = 0
    redeemed_minor: int = 0

    @property
    def issued(self) -> int:
        return self.earned + self.to_referrers

    def plus(self, other: Sums) -> Sums:
        return Sums(
            self.net_minor + other.net_minor,
            self.discount_minor + other.discount_minor,
            self.earned + other.earned,
            self.to_referrers + other.to_referrers,
            self.redeemed + other.redeemed,
            self.redeemed_minor + other.redeemed_minor,
        )

    def liability_minor(self, program: Program) -> int:
        """By how much what the shop owes in points has grown; below nothing where more was used than given."""
        return value_minor(self.issued - self.redeemed, rate=program.redemption.rate, currency=program.currency)


@dataclass(frozen=True, slots=True)
class Impact:
    """Bills from `since` on under the rules in force and under the draft.

    `left_out` could not be sold under the draft, the first of them because of `why`; they are in neither sum. `risers`
    and `fallers` are the members whom the draft would have brought to a higher or a lower tier.
    """

    since: date
    bills: int
    live: Sums
    draft: Sums
    left_out: int = 0
    why: str = ""
    risers: int = 0
    fallers: int = 0


@dataclass(frozen=True, slots=True)
class Beside:
    """One cart under both; `why` is said where the draft does not let it be sold."""

    live: Quote
    draft: Quote | None
    why: str = ""


def impact(desk: Desk, draft: Program, *, days: int = DAYS, told: Told, stop: Stop) -> Impact | None:
    """The bills of the last days again. `told` hears how many of how many are done; None where `stop` said so."""
    with desk.store.reading() as uow:
        at = desk.instant(uow.journal.head())
        since = desk.calendar.day_of(at) - timedelta(days=days - 1)
        again = _Again(uow, uow.programs.in_force(at), draft)
        every = uow.bills.count_since(since)
        for done, bill in enumerate(uow.bills.since(since)):
            if stop():
                return None
            if done % TOLD_EVERY == 0:
                told(done, every)
            if not done:
                again.begin(bill)
            again.add(bill)
        told(every, every)
        risers, fallers = again.moved(at)
        return Impact(since, every, again.live_sums, again.draft_sums, again.left_out, again.why, risers, fallers)


def of_bill(desk: Desk, draft: Program, number: str) -> Beside | None:
    """A bill that was sold, under the rules in force and under the draft; None where there is none of that number."""
    with desk.store.reading() as uow:
        bill = uow.bills.by_number(number)
        if bill is None:
            return None
        live = uow.programs.in_force(desk.instant(uow.journal.head()))
        tally = Tally(uow, bill.bill_id)
        return _beside(lambda program: rung_again(uow, bill, program, tally), live, draft)


def of_cart(desk: Desk, draft: Program, request: SaleRequest) -> Beside:
    """What a cart would come to now. Raises DomainError where it cannot be sold under the rules in force."""
    with desk.store.reading() as uow:
        head = uow.journal.head()
        at = desk.instant(head)
        holder = holder_of(uow, card_number=request.card_number, member_id=request.member_id)

        def priced(program: Program) -> Quote:
            if holder is None:
                return quote(request.cart, program, None, redeem=request.redeem, at=at)
            account = uow.ledger.open_account(holder.member.member_id, in_debt=holder.member.debt > 0)
            facts = visitor(desk, uow, head, holder, account=account, program=program)
            return quote(request.cart, program, facts, redeem=request.redeem, at=at)

        return _beside(priced, uow.programs.in_force(at), draft)


def _beside(priced: Callable[[Program], Quote], live: Program, draft: Program) -> Beside:
    found = priced(live)
    try:
        return Beside(found, priced(draft))
    except DomainError as refusal:
        return Beside(found, None, refusal.message)


def rung_again(uow: UnitOfWork, bill: Bill, program: Program, tally: Tally) -> Quote:
    """A bill at its own instant under its own rules or others. Raises DomainError where it could not have been sold.

    `tally` says what rules had brought before it.
    """
    cart, facts = cart_of(bill), _visitor(uow, bill, program, tally)
    if program is uow.programs.version(bill.program_version):
        return quote(cart, program, facts, redeem=Taken(bill.redeemed_points), at=bill.occurred_at)
    unpaid = quote(cart, program, facts, redeem=0, at=bill.occurred_at)
    points = min(bill.redeemed_points, unpaid.limits.max_points)
    return quote(cart, program, facts, redeem=points, at=bill.occurred_at) if points else unpaid


def _visitor(uow: UnitOfWork, bill: Bill, program: Program, tally: Tally) -> Visitor | None:
    """Whoever the bill was for, with the points they had before it."""
    if bill.member_id is None:
        return None
    is_pending = uow.programs.version(bill.program_version).earning.pending_days > 0
    before = bill.balance_after + bill.redeemed_points - (0 if is_pending else bill.earned_points)
    member = current_member(uow, bill.member_id)
    drawn = tally.drawn(member.member_id, program, program.calendar.day_of(bill.occurred_at))
    return Visitor(
        Purse(max(before, bill.redeemed_points)),
        bill.tier or "",
        has_referrer=bill.referrer_id is not None,
        occasion=occasion_again(uow, member, program, bill, drawn),
    )


@dataclass(slots=True)
class _Again:
    """Bills rung again one by one, and what they come to so far."""

    uow: UnitOfWork
    live: Program
    draft: Program
    live_sums: Sums = Sums()
    draft_sums: Sums = Sums()
    live_tally: Tally = field(init=False)
    draft_tally: Tally = field(init=False)
    left_out: int = 0
    why: str = ""
    points: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    spend: Counter[str] = field(default_factory=Counter)

    def begin(self, bill: Bill) -> None:
        """Before the first of them."""
        self.live_tally, self.draft_tally = Tally(self.uow, bill.bill_id), Tally(self.uow, bill.bill_id)

    def add(self, bill: Bill) -> None:
        try:
            live, draft = self._live(bill), self._priced(bill, self.draft, self.draft_tally)
        except DomainError as refusal:
            self.left_out, self.why = self.left_out + 1, self.why or refusal.message
            return
        self.live_sums, self.draft_sums = self.live_sums.plus(live), self.draft_sums.plus(draft)
        if bill.member_id is not None:
            self._count(bill.member_id, live, draft)

    def _live(self, bill: Bill) -> Sums:
        """What was posted, where it was sold under the rules in force."""
        if bill.program_version == self.live.version:
            self._tallied(bill, bill.rules, self.live_tally)
            return _sums_of_bill(bill)
        return self._priced(bill, self.live, self.live_tally)

    def _priced(self, bill: Bill, program: Program, tally: Tally) -> Sums:
        priced = rung_again(self.uow, bill, program, tally)
        self._tallied(bill, rules_of(priced), tally)
        return _sums_of(priced)

    def _tallied(self, bill: Bill, uses: Sequence[RuleUse], tally: Tally) -> None:
        if bill.member_id is not None and uses:
            member_id = current_member(self.uow, bill.member_id).member_id
            tally.add(member_id, self.live.calendar.day_of(bill.occurred_at), uses)

    def _count(self, member_id: str, live: Sums, draft: Sums) -> None:
        earned = draft.earned - live.earned
        self.points[member_id] += earned
        self.held[member_id] += earned - (draft.redeemed - live.redeemed)
        self.spend[member_id] += draft.net_minor - live.net_minor

    def moved(self, at: datetime) -> tuple[int, int]:
        """How many members would have reached a higher tier, and how many a lower one."""
        changes = [self._tiers(one, at) for one in self.points if self.points[one] or self.held[one] or self.spend[one]]
        return sum(now > was for was, now in changes), sum(now < was for was, now in changes)

    def _tiers(self, member_id: str, at: datetime) -> tuple[int, int]:
        """The ranks that a member's bills come to under either."""
        scheme, member = self.live.tiers, current_member(self.uow, member_id)
        account = self.uow.ledger.open_account(member.member_id, in_debt=member.debt > 0)
        found = current_metrics(self.uow, member, account, self.live, at)
        is_held = scheme.points_basis is PointsBasis.AVAILABLE_PLUS_PENDING
        points = (self.held if is_held else self.points)[member_id]
        drafted = Metrics(found.points + points, found.spend_minor + self.spend[member_id], found.orders)
        was, now = (scheme.rank(scheme.reached(one).name) for one in (found, drafted))
        return was, now


def _sums_of_bill(bill: Bill) -> Sums:
    discount = sum(line.category_discount_minor + line.tier_discount_minor for line in bill.lines)
    return Sums(
        bill.net_minor, discount, bill.earned_points, bill.referrer_points, bill.redeemed_points, bill.redeemed_minor
    )


def _sums_of(priced: Quote) -> Sums:
    discount = sum(line.category_discount_minor + line.tier_discount_minor for line in priced.priced.lines)
    earned, referrer = priced.earned.points, priced.referrer_points
    return Sums(priced.net_minor, discount, earned, referrer, priced.redeemed_points, priced.redeemed_minor)
