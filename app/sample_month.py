"""The sample shop's month: who tries the manager's desk finds bills, campaigns and rewards to try it on.

The cards of the README keep the points it names: none of the bills here is theirs.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from app import demo_shop
from app.demo_shop import CASHIER_ID, MANAGER_ID
from app.domain.bill import Bill
from app.domain.cart import BillDiscount, Cart, CartLine
from app.domain.codes import card_number
from app.domain.conditions import OnWeekdays, ReachesGoal
from app.domain.days import Period
from app.domain.drives import Drive, Goal, Measure, Since
from app.domain.limits import RuleLimits
from app.domain.points import HUNDREDTHS
from app.domain.program import Program
from app.domain.quote import MAX
from app.domain.rewards import Reward, RewardKind
from app.domain.rules import DecisionRule, Multiply, PercentFor, PointsFixed
from app.domain.segments import BoughtNothingFor, Segment, SpentWithin
from app.replay.ringing import BasketClock
from app.services.desk import Desk
from app.services.members import adjustments, members
from app.services.members.members import Enrolment
from app.services.papers.print_jobs import PrintStatus
from app.services.programs.program import current, publish
from app.services.returns import returns
from app.services.rewards import rewards
from app.services.sales import checkout
from app.services.sales.checkout import SaleRequest

DAYS = 30
BILLS_A_DAY = 6, 12
OPENS, OPEN_MINUTES = time(9), 11 * 60

_WEEKEND = OnWeekdays(frozenset({6, 7}))
_ONCE = RuleLimits(uses_per_member=1)

_NAMES = (
    "Anita Bhosale", "Imran Shaikh", "Kavita Menon", "सुनीता जाधव", "Joseph D'Souza", "Deepak Agarwal", "Pooja Rane",
    "Harish Pillai", "Shabana Khan", "Vikas Chavan", "Leela Krishnan", "Omkar Gokhale", "Nilima Sawant", "Tejas Bhatt",
    "Fatima Merchant", "Mahesh Kamble", "Usha Narayan", "Yasmin Contractor", "Baban Shinde", "Eknath More",
)  # fmt: skip

# What stands on each shelf, with its price in major units.
_SHELVES = {
    "Medicines": (("Cough syrup", 95), ("Antacid tablets", 42), ("Vitamin D3", 132), ("Blood pressure strips", 310)),
    "General": (("Soap, pack of 4", 168), ("Toothpaste", 110), ("Glucose biscuits", 30), ("Hand wash", 99)),
    "Baby Care": (("Nappies, 42", 649), ("Baby lotion", 245), ("Baby cereal", 275)),
    "Cosmetics": (("Sun cream", 449), ("Face wash", 199), ("Lip balm", 145)),
}


@dataclass(slots=True)
class _Month:
    """What the month has come to; `dice` fall the same way in every sample shop."""

    desk: Desk
    clock: BasketClock
    dice: Random = field(default_factory=lambda: Random(2026))
    cards: list[str] = field(default_factory=list)
    bills: int = 0
    unwanted: Bill | None = None


def begin(desk: Desk) -> None:
    """The sample shop, opened a month ago, in a data file in which nothing is yet."""
    clock = BasketClock(desk.clock.now() - timedelta(days=DAYS + 1))
    past = replace(desk, clock=clock)
    demo_shop.create(past)
    today = desk.calendar.day_of(desk.clock.now())
    publish(past, _program(current(past), today), staff=MANAGER_ID)
    month = _Month(past, clock)
    for ago in range(DAYS, 0, -1):
        _trade(month, today - timedelta(days=ago))


def _program(program: Program, today: date) -> Program:
    """The example's rates, and something of everything the manager's desk keeps."""

    def days(first: int, last: int) -> Period:
        start, after = (program.calendar.start_of(today + timedelta(days=ago)) for ago in (first, last + 1))
        return Period(start, after - timedelta(microseconds=1))

    return replace(
        program,
        segments=(
            Segment("missed", (BoughtNothingFor(21),), "Not seen for three weeks"),
            Segment("regulars", (SpentWithin(30, 3_000_00),), "Spent 3,000 in a month"),
        ),
        drives=(
            Drive("babies", "Baby care fortnight", days(-9, 5)),
            Drive("challenge", "Spend 2,000 in 30 days", goal=Goal(Measure.SPEND, 2_000_00, Since.LAST_DAYS, 30)),
            Drive("return", "We have missed you", segments=frozenset({"missed"})),
            Drive("skin", "Winter skin week", days(12, 18)),
        ),
        rules=(
            DecisionRule("Double on baby care", Multiply(Decimal(2), "Baby Care"), drive="babies"),
            DecisionRule(
                "Two thousand spent", _points(100), conditions=(ReachesGoal(),), limits=_ONCE, drive="challenge"
            ),
            DecisionRule("Welcome back", _points(50), limits=_ONCE, drive="return"),
            DecisionRule("More on cosmetics", PercentFor("Cosmetics", Decimal(4)), drive="skin"),
            DecisionRule("Weekend on general goods", Multiply(Decimal("1.5"), "General"), conditions=(_WEEKEND,)),
        ),
        rewards=(
            Reward(
                "coupon", "Coupon of 50", RewardKind.DISCOUNT_COUPON, 600 * HUNDREDTHS, value_minor=50_00, stock=200
            ),
            Reward(
                "soap",
                "A soap",
                RewardKind.FREE_PRODUCT,
                450 * HUNDREDTHS,
                category="General",
                value_minor=45_00,
                stock=8,
            ),
            Reward("pressure", "Blood pressure check", RewardKind.EXPERIENCE, 150 * HUNDREDTHS, terms="Mornings only."),
        ),
    )


def _points(number: int) -> PointsFixed:
    return PointsFixed(number * HUNDREDTHS)


def _trade(month: _Month, day: date) -> None:
    """A day: what comes back, who comes first of all, who buys, who takes a reward; by night its papers are out."""
    opening = datetime.combine(day, OPENS, month.desk.calendar.zone)
    month.clock.at = opening.astimezone(UTC)
    if month.unwanted:
        _bring_back(month.desk, month.unwanted)
        month.unwanted = None
    for minute in sorted(month.dice.sample(range(OPEN_MINUTES), month.dice.randint(*BILLS_A_DAY))):
        month.clock.at = (opening + timedelta(minutes=minute)).astimezone(UTC)
        if len(month.cards) < len(_NAMES) and month.dice.random() < 0.25:
            month.cards.append(_enrol(month.desk, len(month.cards)))
        month.bills += 1
        bill = _sell(month)
        if month.bills % 60 == 0:
            returns.cancel(month.desk, bill.bill_id, staff=MANAGER_ID)
        elif month.bills % 25 == 0:
            month.unwanted = bill
        elif month.bills % 12 == 0:
            _take_reward(month, bill)
    _hand_out(month.desk)


def _enrol(desk: Desk, nth: int) -> str:
    """One more member, with the points of a paper card the shop had before; every third was brought by the first."""
    number, friend = _number(nth), _number(0) if nth % 3 == 2 else None
    enrolment = Enrolment(_NAMES[nth], f"97690{nth:05}", card_number=number, referrer_card=friend)
    members.enrol(desk, enrolment, staff=CASHIER_ID)
    points, reason = (nth * 7 % 10 + 1) * 90 * HUNDREDTHS, "paper card"
    adjustments.adjust(desk, number, points=points, reason=reason, staff=MANAGER_ID, key=number, policy_expiry=True)
    return number


def _number(nth: int) -> str:
    return card_number(f"70005678{nth:02}")


def _sell(month: _Month) -> Bill:
    """One to four things to somebody with a card, or to a guest; few use points, few are given something off."""
    dice = month.dice
    lines = tuple(_line(dice, nth) for nth in range(dice.randint(1, 4)))
    card = dice.choice(month.cards) if month.cards and dice.random() < 0.7 else None
    discount = BillDiscount(percent=Decimal(15)) if month.bills % 45 == 0 else None
    request = SaleRequest(Cart(lines, discount), card, redeem=MAX if card and dice.random() < 0.2 else 0)
    desk = month.desk.approved(MANAGER_ID) if discount else month.desk
    return checkout.commit_sale(desk, request, key=f"sample {month.bills}", staff=CASHIER_ID).bill


def _line(dice: Random, nth: int) -> CartLine:
    shelf = dice.choice(list(_SHELVES))
    label, price = dice.choice(_SHELVES[shelf])
    return CartLine(str(nth), shelf, Decimal(dice.choice((1, 1, 1, 2))), price * 100, label)


def _bring_back(desk: Desk, bill: Bill) -> None:
    line = bill.lines[0]
    returns.return_lines(desk, bill.bill_id, {line.line_id: line.net_minor}, key=bill.number, staff=CASHIER_ID)


def _take_reward(month: _Month, bill: Bill) -> None:
    """The dearest thing the bill's member can have, where there is a member and such a thing."""
    wish = rewards.Wish(member_id=bill.member_id)
    offered = (
        [offer.reward for offer in rewards.offers(month.desk, wish) if not offer.obstacles] if bill.member_id else []
    )
    if offered:
        dearest = max(offered, key=lambda reward: reward.cost)
        rewards.redeem(month.desk, wish, dearest.reward_id, staff=CASHIER_ID, key=bill.number)


def _hand_out(desk: Desk) -> None:
    """Nobody waits for these receipts: they count as printed."""
    with desk.store.writing() as uow:
        for job in uow.prints.open(most=100):
            uow.prints.save(replace(job, status=PrintStatus.PRINTED))
