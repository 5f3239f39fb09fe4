"""A cancelled bill leaves no trace: what holds for every history, and what holds for which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.domain.samples import NOON, Ledger

FOREVER = [NOON + timedelta(days=days) for days in range(0, 400, 7)]


@dataclass(frozen=True)
class Sale:
    """A bill as the ledger sees it: what it redeems, then what it earns, for how long and from when."""

    redeems: int
    earns: int
    days: int
    pending_days: int = 0


@dataclass
class Till:
    """Sells and cancels at one instant; a cancellation gives redeemed points back, then takes earned ones."""

    ledger: Ledger = field(default_factory=Ledger)
    bills: dict[int, tuple[Sale, str, str]] = field(default_factory=dict)

    def sell(self, number: int, sale: Sale) -> None:
        spent = self.ledger.redeem(sale.redeems) if sale.redeems else ""
        available, expires = (NOON + timedelta(days=days) for days in (sale.pending_days, sale.days))
        earned = self.ledger.earn(sale.earns, available=available, expires=expires) if sale.earns else ""
        self.bills[number] = (sale, spent, earned)

    def cancel(self, number: int) -> None:
        sale, spent, earned = self.bills[number]
        if spent:
            self.ledger.restore(spent, sale.redeems)
        if earned:
            self.ledger.reverse(earned, sale.earns)


@dataclass(frozen=True)
class History:
    """Sales at one instant after some points given to start with, and the bills cancelled, in order."""

    opening: tuple[int, ...]
    sales: tuple[Sale, ...]
    cancelled: tuple[int, ...]

    def told(self) -> Ledger:
        till = self._opened()
        for number, sale in enumerate(self.sales):
            till.sell(number, sale)
        for number in self.cancelled:
            till.cancel(number)
        return till.ledger

    def as_if_never(self) -> Ledger:
        till = self._opened()
        for number, sale in enumerate(self.sales):
            if number not in self.cancelled:
                till.sell(number, sale)
        return till.ledger

    def _opened(self) -> Till:
        till = Till()
        for points in self.opening:
            till.ledger.earn(points, expires=NOON + timedelta(days=100))
        return till


def affordable(opening: Iterable[int], drafts: Iterable[Sale]) -> tuple[Sale, ...]:
    """The sales with no redemption above what was available then: what a till accepts."""
    have, sales = sum(opening), []
    for draft in drafts:
        sale = replace(draft, redeems=min(draft.redeems, have))
        have += (0 if sale.pending_days else sale.earns) - sale.redeems
        sales.append(sale)
    return tuple(sales)


at_once = st.just(0)


@st.composite
def histories(
    draw: st.DrawFn,
    *,
    days: st.SearchStrategy[int],
    pending_days: st.SearchStrategy[int] = at_once,
    earning_only: bool = False,
) -> History:
    opening = draw(st.lists(st.integers(1, 50), max_size=3))
    sale = st.builds(Sale, st.integers(0, 60), st.integers(0, 60), days, pending_days)
    drafts = draw(st.lists(sale, min_size=1, max_size=6))
    sales = affordable(opening, drafts)
    numbers = [n for n, one in enumerate(sales) if not (earning_only and one.redeems)]
    cancelled = draw(st.permutations(numbers)) if numbers else []
    kept = draw(st.integers(0, len(cancelled)))
    return History(tuple(opening), sales, tuple(cancelled[:kept]))


some_day = st.integers(1, 300)
one_day = st.just(100)


def available_ever_after(ledger: Ledger) -> list[int]:
    return [ledger.account().available(at) for at in FOREVER]


@given(histories(days=some_day))
def test_whatever_is_cancelled_in_whatever_order_the_balance_is_as_if_it_had_never_been(history: History) -> None:
    told, never = history.told().account(), history.as_if_never().account()

    assert told.balance == never.balance
    assert told.available(NOON) == never.available(NOON)
    assert not (told.debt and told.spendable(NOON))


@given(histories(days=one_day))
def test_with_one_expiry_what_can_be_spent_is_the_same_at_every_instant(history: History) -> None:
    told, never = history.told(), history.as_if_never()

    assert available_ever_after(told) == available_ever_after(never)
    assert told.account().debt == never.account().debt


@given(histories(days=one_day, pending_days=st.sampled_from((0, 3))))
def test_with_pending_points_it_is_the_same_once_they_are_available(history: History) -> None:
    """Until then a debt may stand beside points that are still pending: what is earned later repays, not sooner."""
    told, never = history.told().account(), history.as_if_never().account()

    assert told.balance == never.balance
    assert told.available(NOON + timedelta(days=3)) == never.available(NOON + timedelta(days=3))


@given(histories(days=some_day))
def test_cancelling_every_bill_in_any_order_leaves_the_lots_that_were_there(history: History) -> None:
    everything = History(history.opening, history.sales, _with_the_rest(history))
    told, never = everything.told(), everything.as_if_never()

    assert told.left() == never.left()
    assert told.account().uses == {}


def _with_the_rest(history: History) -> tuple[int, ...]:
    return (*history.cancelled, *(n for n in range(len(history.sales)) if n not in history.cancelled))


@given(histories(days=some_day))
def test_cancelling_the_latest_bills_backwards_is_the_exact_inverse(history: History) -> None:
    kept = len(history.sales) - len(history.cancelled)
    backwards = tuple(reversed(range(kept, len(history.sales))))
    undone = History(history.opening, history.sales, backwards)
    told, never = undone.told(), undone.as_if_never()

    assert told.left() == never.left()
    assert told.account().uses == never.account().uses


def left_by_day(ledger: Ledger) -> Counter[datetime | None]:
    """What is left by the day it expires: ids differ between two ledgers."""
    left: Counter[datetime | None] = Counter()
    for lot in ledger.account().lots.values():
        left[lot.expires_at] += lot.left
    return +left


@given(histories(days=some_day, earning_only=True))
def test_cancelling_bills_that_only_earned_leaves_the_lots_as_if_they_had_never_been(history: History) -> None:
    """When what is earned later expires later, as under one program."""
    days = sorted(sale.days for sale in history.sales)
    sales = tuple(Sale(sale.redeems, sale.earns, 100 + day) for sale, day in zip(history.sales, days, strict=True))
    ordered = History(history.opening, sales, history.cancelled)

    assert left_by_day(ordered.told()) == left_by_day(ordered.as_if_never())


@given(histories(days=some_day), st.integers(1, 60))
def test_a_redemption_restored_is_as_if_it_had_never_been(history: History, points: int) -> None:
    ledger = history.told()
    before = ledger.account()
    points = min(points, before.available(NOON))
    if points > 0:
        ledger.restore(ledger.redeem(points), points)

    assert ledger.account() == before


@given(histories(days=some_day), st.integers(1, 60), st.data())
def test_a_redemption_restored_in_parts_returns_to_its_lots(history: History, points: int, data: st.DataObject) -> None:
    ledger = history.told()
    before = ledger.account()
    points = min(points, before.available(NOON))
    spent = ledger.redeem(points) if points > 0 else ""
    while points > 0:
        part = data.draw(st.integers(1, points))
        ledger.restore(spent, part)
        points -= part

    assert ledger.account() == before


@given(histories(days=some_day), st.integers(1, 60), st.integers(1, 60))
def test_an_earning_reversed_leaves_nothing_even_spent_in_between(history: History, earned: int, spent: int) -> None:
    """Its points are spent, it is reversed, and the redemption is given back: the lots are those of before."""
    ledger = history.told()
    before, debt = ledger.left(), ledger.account().debt
    lot = ledger.earn(earned, expires=NOON + timedelta(days=1))
    spent = min(spent, max(0, ledger.account().available(NOON)))
    redemption = ledger.redeem(spent) if spent else ""
    ledger.reverse(lot, earned)
    if redemption:
        ledger.restore(redemption, spent)

    assert (ledger.left(), ledger.account().debt) == (before, debt)


@given(histories(days=some_day), st.lists(st.integers(0, 400), max_size=4).map(sorted))
def test_sweeping_never_changes_what_can_be_spent_from_then_on(history: History, sweep_days: list[int]) -> None:
    swept, unswept = history.told(), history.told()
    for day in sweep_days:
        now = NOON + timedelta(days=day)
        for ledger in (swept, unswept):
            ledger.earn(10, at=now, expires=now + timedelta(days=30))
            ledger.redeem(3, at=now)
        for lot in [lot for lot in swept.account().lots.values() if lot.left and lot.is_expired(now)]:
            swept.expire(lot.lot_id, lot.left, at=now)
        later = [now + timedelta(days=days) for days in (0, 1, 29, 30, 31, 400)]
        assert [swept.account().available(at) for at in later] == [unswept.account().available(at) for at in later]


@given(histories(days=some_day), st.integers(0, 400), st.integers(0, 400))
def test_what_can_be_spent_is_a_pure_function_of_the_instant(history: History, one: int, other: int) -> None:
    """Asking for one instant does not change the answer for another; with time and no entries, it only falls."""
    account = history.told().account()
    first, second = (NOON + timedelta(days=day) for day in sorted((one, other)))
    answer = account.available(first)

    assert account.available(second) <= answer
    assert account.available(first) == answer
