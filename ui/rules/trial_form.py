"""The form of one bill that is tried: what is typed of it, and the case that comes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from types import MappingProxyType

from app.domain.cart import Cart, CartLine
from app.domain.cases import BillsBefore, Case, InCampaign
from app.domain.conditions import EVER, THIS_MONTH
from app.domain.days import ShopCalendar
from app.domain.drives import Drive, Measure
from app.domain.money import Currency
from ui import typed
from ui.rule_words import clock
from ui.typed import MISSING
from ui.words import later, tr

ENOUGH = 10**9  # hundredths of points on the card of a bill that is typed
MAX = "MAX"
NO_CARD_PAYS = later("Only the points of a card pay: choose a tier.")
NOTHING = later("Type an amount for a category, or the number of a bill that was sold.")


@dataclass(frozen=True, slots=True)
class TrialForm:
    """`name` is what it is kept by as a case, `tier` is empty for nobody with a card.

    `nth` counts the bills of the month and of all time alike; `points` is how many pay, or MAX: the card has enough.
    `joined` are the campaigns they take part in, `so_far` what counts for their goals: money, or how many bills.
    """

    number: str = ""
    name: str = ""
    tier: str = ""
    day: str = ""
    time: str = ""
    nth: str = "1"
    ways: frozenset[str] = frozenset()
    amounts: Mapping[str, str] = field(default_factory=dict)
    points: str = ""
    segments: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()
    so_far: Mapping[str, str] = field(default_factory=dict)
    store: str = ""


def case_of(
    form: TrialForm, currency: Currency, calendar: ShopCalendar, drives: Mapping[str, Drive] = MappingProxyType({})
) -> Case:
    """Raises ValueError with a sentence for what is no figure, day or time. `drives` are the campaigns by their ids."""
    lines = [
        CartLine(str(at), category, Decimal(1), minor)
        for at, (category, amount) in enumerate(form.amounts.items(), 1)
        if (minor := typed.amount(amount, currency))
    ]
    if not lines:
        raise ValueError(tr(NOTHING))
    start = typed.first_instant(form.day, calendar)
    if start is None:
        raise ValueError(tr(MISSING))
    before, redeem = typed.whole(form.nth) - 1, _points(form.points)
    if redeem != 0 and not form.tier:
        raise ValueError(tr(NO_CARD_PAYS))
    at = start + timedelta(minutes=typed.minute(form.time))
    return Case(
        Cart(tuple(lines)),
        at,
        form.tier,
        form.ways,
        available=0 if redeem == 0 else ENOUGH,
        redeem=redeem,
        bills_before=(BillsBefore(THIS_MONTH, before), BillsBefore(EVER, before)) if form.tier else (),
        segments=form.segments if form.tier else frozenset(),
        store=form.store if form.tier else "",
        campaigns=tuple(_stands(form, drives, currency, at)) if form.tier else (),
    )


def _stands(form: TrialForm, drives: Mapping[str, Drive], currency: Currency, at: datetime) -> Iterator[InCampaign]:
    """Where the member stands in each campaign of which anything is said; who takes part does so from that instant."""
    for drive_id, drive in sorted(drives.items()):
        joined, done = drive_id in form.joined, form.so_far.get(drive_id, "")
        of_bills = drive.goal is not None and drive.goal.measure is Measure.BILLS
        spent, bills = (0, typed.whole_or_none(done) or 0) if of_bills else (typed.amount(done, currency), 0)
        if joined or spent or bills:
            yield InCampaign(drive_id, at if joined else None, spent, bills)


def _points(text: str) -> int | None:
    """What is to pay; None is as much as may."""
    if text.strip().upper() == MAX:
        return None
    redeem = typed.points_or_none(text) or 0
    if redeem < 0:
        raise ValueError(tr(typed.NO_RATE, typed=text))
    return redeem


def form_of(
    case: Case,
    number: str,
    categories: Sequence[str],
    currency: Currency,
    calendar: ShopCalendar,
    drives: Mapping[str, Drive] = MappingProxyType({}),
) -> TrialForm:
    """What would have to be typed for a case, as far as the form can tell it."""
    sums = dict.fromkeys(categories, 0)
    for line in case.cart.lines:
        sums[line.category] = sums.get(line.category, 0) + int(line.quantity * line.unit_price_minor)
    amounts = {name: typed.amount_typed(minor, currency) if minor else "" for name, minor in sums.items()}
    nth = next((one.bills + 1 for one in case.bills_before if one.window == THIS_MONTH), 1)
    return TrialForm(
        number,
        "",
        case.tier,
        f"{calendar.day_of(case.at):%d/%m/%Y}",
        time_of(case.at, calendar),
        str(nth),
        case.paid_by,
        amounts,
        MAX if case.redeem is None else typed.points_typed(case.redeem or None),
        case.segments,
        frozenset(one.drive_id for one in case.campaigns if one.joined_at is not None),
        {one.drive_id: _so_far(one, drives.get(one.drive_id), currency) for one in case.campaigns},
        case.store,
    )


def _so_far(stands: InCampaign, drive: Drive | None, currency: Currency) -> str:
    if drive is not None and drive.goal is not None and drive.goal.measure is Measure.BILLS:
        return str(stands.bills) if stands.bills else ""
    return typed.amount_typed(stands.spend_minor, currency) if stands.spend_minor else ""


def time_of(at: datetime, calendar: ShopCalendar) -> str:
    local = at.astimezone(calendar.zone)
    return clock(local.hour * 60 + local.minute)
