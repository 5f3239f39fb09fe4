"""Shifts in any order of things: the drawer is what went through it, and no bill is in two reports or in none."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.bill import Tender, TenderKind
from app.domain.shift import CashCount, MoveKind, Pieces
from app.services.keeping import books
from app.services.returns.returns import Returned
from app.services.shifts import shifts
from app.services.shifts.shift_records import KeptReport
from tests.desks import STAFF, Shop, memory_shop

amounts = st.integers(1, 5_000)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["cash", "upi", "points", "pay in", "pay out", "drop", "return"]), amounts),
        st.tuples(st.sampled_from(["open", "close", "drawer", "cancel", "clock"]), amounts),
    ),
    max_size=25,
)
MOVES = {"pay in": MoveKind.PAY_IN, "pay out": MoveKind.PAY_OUT, "drop": MoveKind.DROP}


class Drawer:
    """A shop's drawer as a person would count it: `float` and `since_close` are really in it (minor units).

    `left` is what of each bill can come back, in rupees; those in `by_upi` put nothing into the drawer.
    """

    def __init__(self, shop: Shop) -> None:
        self.shop, self.card = shop, shop.enrol()
        shop.credit(self.card, 1_000_000_00)
        self.float = self.since_close = 0
        self.left: dict[str, int] = {}
        self.by_upi: set[str] = set()
        self.reports: list[KeptReport] = []

    def do(self, what: str, rupees: int) -> None:
        if what in MOVES:
            self.move(MOVES[what], rupees)
        else:
            {
                "cash": self.ring,
                "upi": self.ring_upi,
                "points": self.ring_with_points,
                "return": self.give_back,
                "cancel": self.cancel,
                "drawer": self.look,
                "clock": self.jump,
                "open": self.open,
                "close": self.close,
            }[what](rupees)

    def is_open(self) -> bool:
        return shifts.current(self.shop.desk) is not None

    def ring(self, rupees: int, *, tenders: tuple[Tender, ...] = (), redeem: int = 0) -> str:
        bill = self.shop.sell(self.card, ("General", rupees), tenders=tenders, redeem=redeem).bill
        self.left[bill.bill_id] = rupees
        self.since_close += sum(one.amount_minor for one in bill.tenders if one.kind is TenderKind.CASH)
        return bill.bill_id

    def ring_upi(self, rupees: int) -> None:
        self.by_upi.add(self.ring(rupees, tenders=(Tender(TenderKind.UPI, rupees * 100, rupees * 100),)))

    def ring_with_points(self, rupees: int) -> None:
        self.ring(rupees, redeem=100 * min(100, rupees))

    def give_back(self, rupees: int) -> None:
        bill_id = next((one for one, left in self.left.items() if left), None)
        if bill_id is not None:
            part = min(rupees, self.left[bill_id])
            self.left[bill_id] -= part
            self.take_out(bill_id, self.shop.give_back(bill_id, part))

    def cancel(self, _: int) -> None:
        if self.left:
            bill_id, _ = self.left.popitem()
            self.take_out(bill_id, self.shop.cancel(bill_id))

    def take_out(self, bill_id: str, returned: Returned) -> None:
        """What was paid by UPI goes back by UPI."""
        if bill_id not in self.by_upi:
            self.since_close -= returned.cash_back_minor

    def move(self, kind: MoveKind, rupees: int) -> None:
        if self.is_open():
            key = self.shop.desk.ids.entity()
            shifts.move(self.shop.desk, kind, amount_minor=rupees * 100, reason="So", staff=STAFF, key=key)
            self.since_close += rupees * 100 * (1 if kind is MoveKind.PAY_IN else -1)

    def look(self, _: int) -> None:
        key = self.shop.desk.ids.entity()
        shifts.move(self.shop.desk, MoveKind.NO_SALE, amount_minor=0, reason="Look", staff=STAFF, key=key)

    def jump(self, days: int) -> None:
        """It jumps, forth and back."""
        self.shop.clock.advance(self.shop.clock.today + timedelta(days=days % 3 - 1, hours=days % 24))

    def open(self, rupees: int) -> None:
        if not self.is_open():
            self.float = rupees * 100
            key = self.shop.desk.ids.entity()
            shifts.open_shift(self.shop.desk, float_minor=self.float, staff=STAFF, key=key)

    def close(self, rupees: int) -> None:
        if not self.is_open():
            return
        desk, key = self.shop.desk, self.shop.desk.ids.entity()
        there = self.float + self.since_close
        counted = shifts.count(desk, CashCount((Pieces(100, rupees),), 0), staff=STAFF, key=key)
        assert counted.expected_minor == there
        desk = replace(desk, approved_by="meera") if counted.is_over else desk
        kept = shifts.close(desk, count_id=counted.count_id, note="Counted", staff=STAFF, key=key)
        assert kept.report.difference_minor == rupees * 100 - there
        self.reports.append(kept)
        self.since_close = 0

    def finish(self) -> None:
        """Close what is open: all that was ever sold is in reports then."""
        self.open(0)
        self.close(1)


@given(STEPS)
def test_a_drawer_holds_float_and_what_came_in_less_what_went_out(steps: list[tuple[str, int]]) -> None:
    with memory_shop() as shop:
        drawer = Drawer(shop)
        for what, rupees in steps:
            drawer.do(what, rupees)
        drawer.finish()
        every_bill_is_in_one_report(shop, drawer.reports)
        assert books.verify(shop.desk).faults == ()


def every_bill_is_in_one_report(shop: Shop, reports: list[KeptReport]) -> None:
    with shop.store.reading() as uow:
        bills = list(uow.bills.all())
        refunds = [one for bill in bills for one in uow.bills.refunds(bill.bill_id)]
        assert [kept.report for kept in uow.shifts.every()] == [kept.report for kept in reports]
    every = [kept.report.figures for kept in reports]
    assert [kept.report.number for kept in reports] == list(range(1, len(reports) + 1))
    assert sum(one.bills for one in every) == len(bills)
    assert sum(one.returns for one in every) == len(refunds)
    for name in ("gross_minor", "redeemed_minor"):
        assert sum(getattr(one, name) for one in every) == sum(getattr(bill, name) for bill in bills)
    assert sum(one.sold_minor for one in every) == sum(bill.net_minor for bill in bills)
    assert sum(one.returned_minor for one in every) == sum(one.amount_minor for one in refunds)
    assert sum(one.points_earned for one in every) == sum(bill.earned_points for bill in bills)
    for one in every:
        assert one.sold_minor - one.redeemed_minor == sum(one.tenders.values())
        assert one.gross_minor - one.discounts_minor + one.round_off_minor == one.sold_minor
