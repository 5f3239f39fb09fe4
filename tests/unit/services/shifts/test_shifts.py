"""Shifts at a desk: what a report says, what it refuses, and that there is one."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from app.domain.bill import Tender, TenderKind
from app.domain.errors import Code
from app.domain.program import RedeemAs, Redemption
from app.domain.shift import CashCount, MoveKind, Pieces, ShiftRules
from app.services import journal, records
from app.services.papers.print_jobs import PrintStatus
from app.services.sales import carts
from app.services.shifts import shifts
from app.services.shifts.shift_figures import TaxedSum
from app.services.shifts.shift_records import KeptReport
from app.services.shifts.shifts import Counted
from tests.contract import facts
from tests.desks import STAFF, Shop, cart, changed


def opened(shop: Shop, rupees: int = 1000, key: str = "open") -> str:
    return shifts.open_shift(shop.desk, float_minor=rupees * 100, staff=STAFF, key=key).shift_id


def moved(shop: Shop, kind: MoveKind, rupees: int = 0, reason: str = "Change", key: str = "") -> shifts.Move:
    key = key or shop.desk.ids.entity()
    return shifts.move(shop.desk, kind, amount_minor=rupees * 100, reason=reason, staff=STAFF, key=key)


def counted(shop: Shop, rupees: int, key: str = "") -> Counted:
    key = key or shop.desk.ids.entity()
    return shifts.count(shop.desk, CashCount((Pieces(100, rupees),), 0), staff=STAFF, key=key)


def closed(shop: Shop, rupees: int, note: str = "", key: str = "close") -> KeptReport:
    made = counted(shop, rupees)
    return shifts.close(shop.desk, count_id=made.count_id, note=note, staff=STAFF, key=key)


def upi(rupees: int) -> tuple[Tender, ...]:
    return (Tender(TenderKind.UPI, rupees * 100, rupees * 100),)


def kinds(shop: Shop) -> list[str]:
    with shop.store.reading() as uow:
        return [event.kind for event in uow.journal.events()]


def test_a_report_says_what_a_shift_came_to(shop: Shop) -> None:
    ravi = shop.enrol("Ravi Rao")
    shop.credit(ravi, 500_00)
    opened(shop)
    bill = shop.sell(ravi, ("Medicines", 600), redeem=100_00).bill
    shop.sell(None, ("General", 250), tenders=upi(250))
    shop.give_back(bill.bill_id, {"1": 60})
    moved(shop, MoveKind.PAY_IN, 200)
    moved(shop, MoveKind.PAY_OUT, 30, "Tea")
    moved(shop, MoveKind.DROP, 500, "Safe")
    moved(shop, MoveKind.NO_SALE)
    carts.void(shop.desk, cart=cart(("General", 5)), member_id=None, staff=STAFF)
    kept = closed(shop, 1195, note="A rupee was found")
    report, figures = kept.report, kept.report.figures

    assert kept.name == "A1/25-26/Z0001"
    assert (report.opened_by, report.closed_by, report.note, report.approved_by) == (
        STAFF,
        STAFF,
        "A rupee was found",
        None,
    )
    assert (figures.bills, figures.first_bill, figures.last_bill) == (2, "A1/25-26/000001", "A1/25-26/000002")
    assert (figures.sold_minor, figures.discounts_minor, figures.redeemed_minor) == (850_00, 0, 10_00)
    assert figures.tenders == {"CASH": 590_00, "UPI": 250_00}
    assert (figures.returns, figures.returned_minor, figures.given_back_minor) == (1, 60_00, 1_00)
    assert (figures.points_earned, figures.points_redeemed) == (bill.earned_points, 100_00)
    assert (figures.points_taken_back, figures.points_given_back) == (59, 10_00)
    assert (figures.paid_in_minor, figures.paid_out_minor, figures.dropped_minor) == (200_00, 30_00, 500_00)
    assert (figures.drawer_openings, figures.voids, figures.overrides, report.counts) == (1, 1, 0, 1)
    assert report.expected_minor == (1000 + 590 - 59 + 200 - 30 - 500) * 100
    assert report.difference_minor == -6_00
    assert jobs(shop) == [(shifts.Z_REPORT, report.shift_id, 0, PrintStatus.WAITING)]
    shop.sound()


def jobs(shop: Shop) -> list[tuple[Any, ...]]:
    with shop.store.reading() as uow:
        return [
            (job.document, job.subject_id, job.copy, job.status)
            for job in uow.prints.open(most=99)
            if job.document == shifts.Z_REPORT
        ]


def test_the_count_is_blind_and_sealed_before_anything_is_told(shop: Shop) -> None:
    opened(shop)
    shop.sell(None, ("General", 250))
    made = counted(shop, 1240, key="once")
    assert (made.expected_minor, made.difference_minor, made.is_over) == (1250_00, -10_00, False)
    assert counted(shop, 99, key="once") == made
    with shop.store.reading() as uow:
        (sealed,) = [json.loads(event.body) for event in uow.journal.events() if event.kind == "shift-count"]
    assert sealed["count"]["expected_minor"] == 1250_00
    assert sealed["staff"] == STAFF
    again = counted(shop, 1250)
    kept = shifts.close(shop.desk, count_id=again.count_id, note="", staff=STAFF, key="close")
    assert (kept.report.counts, kept.report.difference_minor) == (2, 0)


def test_cash_that_moves_after_the_count_asks_for_another(shop: Shop) -> None:
    opened(shop)
    bill = shop.sell(None, ("General", 250)).bill

    def sale() -> None:
        shop.sell(None, ("General", 10))

    def refund() -> None:
        shop.give_back(bill.bill_id, 10)

    def drop() -> None:
        moved(shop, MoveKind.DROP, 10)

    for change in (sale, refund, drop):
        made = counted(shop, 1250)
        change()
        with shop.refuses(Code.CHANGED):
            shifts.close(shop.desk, count_id=made.count_id, note="", staff=STAFF, key="close")


def test_what_moves_no_cash_lets_the_count_stand(shop: Shop) -> None:
    opened(shop)
    made = counted(shop, 1000)
    shop.sell(None, ("General", 40), tenders=upi(40))
    moved(shop, MoveKind.NO_SALE)
    with shop.refuses(Code.CHANGED):
        shifts.close(shop.desk, count_id="another", note="", staff=STAFF, key="close")
    kept = shifts.close(shop.desk, count_id=made.count_id, note="", staff=STAFF, key="close")
    assert (kept.report.figures.bills, kept.report.difference_minor) == (1, 0)


def test_a_difference_is_explained_and_a_large_one_approved(shop: Shop) -> None:
    opened(shop)
    made = counted(shop, 899)
    assert made.is_over
    with shop.refuses(Code.INVALID, saying="note"):
        shifts.close(shop.desk, count_id=made.count_id, note=" ", staff=STAFF, key="close")
    with shop.refuses(Code.NEEDS_APPROVAL):
        shifts.close(shop.desk, count_id=made.count_id, note="Robbed", staff=STAFF, key="close")
    approved = replace(shop.desk, approved_by="meera")
    report = shifts.close(approved, count_id=made.count_id, note="Robbed", staff=STAFF, key="close").report
    assert (report.approved_by, report.difference_minor) == ("meera", -101_00)
    opened(shop, 899, key="next")
    shifts.move(approved, MoveKind.NO_SALE, amount_minor=0, reason="Look", staff=STAFF, key="look")
    shop.sell(None, ("General", 1))
    assert closed(shop, 1000, "Found it", key="second").report.figures.overrides == 1


def test_bills_belong_to_the_report_after_them_whatever_the_clock_says(shop: Shop) -> None:
    """Before anybody opened a shift, between two, and with a clock that is set back."""
    shop.sell(None, ("General", 1))
    opened(shop)
    shop.sell(None, ("General", 2))
    first = closed(shop, 1003)
    shop.sell(None, ("General", 4))
    shop.wait(days=-400)
    opened(shop, key="second")
    shop.sell(None, ("General", 8))
    second = closed(shop, 1012, key="close second")
    assert [one.report.figures.sold_minor for one in (first, second)] == [3_00, 12_00]
    assert [one.report.number for one in (first, second)] == [1, 2]
    assert second.report.closed_at >= first.report.closed_at
    assert shifts.running(shop.desk).figures.bills == 0


def test_numbers_begin_again_with_the_year(shop: Shop) -> None:
    names = []
    for n in range(2):
        opened(shop, key=f"open {n}")
        names.append(closed(shop, 1000, key=f"close {n}").name)
    shop.wait(days=366)
    opened(shop, key="next year")
    names.append(closed(shop, 1000, key="close next year").name)
    assert names == ["A1/25-26/Z0001", "A1/25-26/Z0002", "A1/26-27/Z0001"]


def test_the_same_key_has_one_effect(shop: Shop) -> None:
    shift_id = opened(shop)
    assert opened(shop, 7) == shift_id
    assert moved(shop, MoveKind.PAY_IN, 5, key="in") == moved(shop, MoveKind.PAY_IN, 5, key="in")
    kept = closed(shop, 1005)
    assert shifts.close(shop.desk, count_id="?", note="", staff=STAFF, key="close") == kept
    assert kinds(shop)[-4:] == ["shift-open", "shift-move", "shift-count", "shift-close"]


def test_one_shift_at_a_time(shop: Shop) -> None:
    opened(shop)
    with shop.refuses(Code.SHIFT_OPEN):
        opened(shop, key="again")


def test_cash_goes_in_and_out_of_an_open_shift_and_is_counted_in_one(shop: Shop) -> None:
    with shop.refuses(Code.NO_SHIFT):
        moved(shop, MoveKind.PAY_IN, 5)
    with shop.refuses(Code.NO_SHIFT):
        counted(shop, 5)
    with shop.refuses(Code.NO_SHIFT):
        shifts.close(shop.desk, count_id="?", note="", staff=STAFF, key="close")
    assert moved(shop, MoveKind.NO_SALE, 5).amount_minor == 0


def test_every_move_has_a_reason_and_an_amount(shop: Shop) -> None:
    opened(shop)
    with shop.refuses(Code.INVALID, saying="why"):
        moved(shop, MoveKind.NO_SALE, reason="  ")
    with shop.refuses(Code.INVALID):
        moved(shop, MoveKind.PAY_OUT, 0)


def test_a_shop_that_sells_in_shifts_only_sells_nothing_without_one(shop: Shop) -> None:
    bill = shop.sell(None, ("General", 10), key="sold").bill
    shop.desk = replace(shop.desk, shifts=ShiftRules(is_required=True))
    with shop.refuses(Code.NO_SHIFT, saying="open one with what is in the drawer"):
        shop.sell(None, ("General", 10))
    with shop.refuses(Code.NO_SHIFT):
        shop.give_back(bill.bill_id, 5)
    assert shop.sell(None, ("General", 10), key="sold").bill == bill
    opened(shop)
    shop.sell(None, ("General", 10))


def test_the_limit_of_a_difference_is_the_shops(shop: Shop) -> None:
    shop.desk = replace(shop.desk, shifts=ShiftRules(difference_max=0))
    opened(shop)
    assert counted(shop, 1001).is_over


def test_what_waits_to_be_sent_holds_up_nothing_and_is_told(shop: Shop) -> None:
    opened(shop)
    shop.sell(None, ("General", 10))
    with shop.store.writing() as uow:
        uow.links.put(replace(facts.link(), acked=shifts._point(uow.journal.head())))
    shop.sell(None, ("General", 10))
    shop.sell(None, ("General", 10))
    kept = closed(shop, 1030)
    assert kept.report.waiting_bills == 2
    assert shifts.reports(shop.desk) == [(kept, False)]
    with shop.store.writing() as uow:
        uow.links.put(replace(facts.link(), acked=shifts._point(uow.journal.head())))
    assert shifts.reports(shop.desk) == [(kept, True)]


def test_a_counter_that_is_alone_has_nothing_waiting(shop: Shop) -> None:
    opened(shop)
    shop.sell(None, ("General", 10))
    kept = closed(shop, 1010)
    assert kept.report.waiting_bills == 0
    assert shifts.reports(shop.desk) == [(kept, True)]


def test_more_events_than_are_read_at_once(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.services.shifts.shift_figures._READ_AT_ONCE", 2)
    opened(shop)
    for _ in range(5):
        shop.sell(None, ("General", 10))
    assert shifts.running(shop.desk).figures.bills == 5


def test_what_runs_is_told_while_no_shift_is_open(shop: Shop) -> None:
    running = shifts.running(shop.desk)
    assert (running.opening, running.since, running.figures.bills) == (None, None, 0)
    opened(shop)
    kept = closed(shop, 1000)
    shop.sell(None, ("General", 10))
    running = shifts.running(shop.desk)
    assert (running.opening, running.since, running.figures.bills) == (None, kept.report.closed_at, 1)
    assert shifts.current(shop.desk) is None


@pytest.mark.parametrize(("redeem_as", "taxed_minor"), [(RedeemAs.TENDER, 112_00), (RedeemAs.DISCOUNT, 102_00)])
def test_tax_is_summed_by_rate(shop: Shop, redeem_as: RedeemAs, taxed_minor: int) -> None:
    """What a bill seals of its lines' tax stands beside them; a line of no known rate is in no sum."""
    shop.publish(changed(redemption=Redemption(min_points=0, redeem_as=redeem_as)))
    ravi = shop.enrol("Ravi Rao")
    shop.credit(ravi, 500_00)
    bill = shop.sell(ravi, ("Medicines", 112), redeem=100_00).bill
    rows = records.bill_rows(bill, shop.desk.calendar)
    details = [{"line_no": 1, "gst_percent": "12"}, {"line_no": 2, "gst_percent": None}]
    lines = [*rows["lines"], {**rows["lines"][0], "line_no": 2}]
    with shop.store.writing() as uow:
        head = uow.journal.head()
        body = {**rows, "lines": lines, "details": details}
        journal.record(shop.desk, uow, head, kind="bill", at=shop.clock.now(), body=body)
    assert shifts.running(shop.desk).figures.taxed == (TaxedSum(Decimal(12), taxed_minor),)
