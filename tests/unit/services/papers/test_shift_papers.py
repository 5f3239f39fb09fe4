"""Papers of shifts: what a Z and an X report state, who is named on them, and what a copy says besides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.errors import Code
from app.domain.programmes import FIRST, PointName
from app.domain.shift import CashCount, MoveKind
from app.services.papers import papers, prints
from app.services.papers.print_jobs import PrintJob
from app.services.papers.receipt_facts import ShopFacts
from app.services.papers.receipts import Letterhead
from app.services.papers.slip_facts import ShiftFacts
from app.services.shifts import shifts
from app.services.shifts.shift_records import KeptReport
from printing.composing import compose, name_of
from printing.document import Columns, Table, Text
from printing.paper import PAPERS
from tests.contract import facts
from tests.desks import STAFF, Shop, changed

LETTERHEAD = Letterhead(ShopFacts("Shree Medical"), "A1")


def one_shift(shop: Shop, counted_minor: int = 130_00, **approved: str) -> KeptReport:
    shifts.open_shift(shop.desk, float_minor=100_00, staff=STAFF, key=shop.desk.ids.entity())
    shop.sell(None, ("General", 40))
    shifts.move(shop.desk, MoveKind.DROP, amount_minor=10_00, reason="Safe", staff=STAFF, key=shop.desk.ids.entity())
    made = shifts.count(shop.desk, CashCount((), counted_minor), staff=STAFF, key=shop.desk.ids.entity())
    desk = replace(shop.desk, **approved) if approved else shop.desk
    return shifts.close(desk, count_id=made.count_id, note="So", staff=STAFF, key=shop.desk.ids.entity())


def stated(shop: Shop, job: PrintJob) -> ShiftFacts:
    found = papers.facts(shop.desk, job, LETTERHEAD)
    assert isinstance(found, ShiftFacts)
    return found


def said(told: ShiftFacts) -> list[str]:
    words: list[str] = []
    for block in compose(told, PAPERS["80mm"]).blocks:
        match block:
            case Columns():
                words.append(f"{block.label}: {block.value}")
            case Text():
                words.append(block.words)
            case Table():
                words += [" ".join(row) for row in block.rows]
    return words


def test_a_z_report_states_what_was_sealed(shop: Shop) -> None:
    kept = one_shift(shop, 530_00, approved_by="meera")
    told = stated(shop, papers.claim(shop.desk, shifts.Z_REPORT, kept.report.shift_id))
    assert (told.number, told.name, told.copy_number) == (1, kept.name, 0)
    assert (told.cashier, told.closed_by, told.approved_by) == (STAFF, STAFF, "meera")
    assert told.drawer is not None
    assert (told.drawer.drawer.expected_minor, told.drawer.difference_minor) == (130_00, 400_00)
    assert name_of(told) == kept.name.replace("/", "-")
    words = said(told)
    figures = ("Should be there: ₹130.00", "Counted: ₹530.00", "Difference: ₹400.00")
    for expected in (*figures, "Approved by: meera", "Note: So"):
        assert expected in words


def test_a_copy_is_marked_and_says_what_has_been_sent_since(shop: Shop) -> None:
    with shop.store.writing() as uow:
        uow.links.put(replace(facts.link(), acked=shifts.START))
    kept = one_shift(shop)
    first = papers.claim(shop.desk, shifts.Z_REPORT, kept.report.shift_id)
    assert not stated(shop, first).is_sent
    assert "Bills waiting to be sent: 1" in said(stated(shop, first))
    prints.printed(shop.desk, prints.begin(shop.desk, first))
    with shop.store.writing() as uow:
        uow.links.put(replace(facts.link(), acked=kept.point))
    copy = stated(shop, papers.claim(shop.desk, shifts.Z_REPORT, kept.report.shift_id))
    assert (copy.copy_number, copy.is_sent) == (1, True)
    assert "REPRINT — copy 2" in said(copy)
    assert "They have been sent since." in said(copy)


@pytest.mark.parametrize("is_open", [True, False])
def test_an_x_report_says_what_came_together_and_not_what_should_be_there(shop: Shop, is_open: bool) -> None:
    one_shift(shop)
    if is_open:
        shifts.open_shift(shop.desk, float_minor=7_00, staff=STAFF, key="x")
    shop.sell(None, ("General", 30))
    told = stated(shop, papers.claim(shop.desk, shifts.X_REPORT, ""))
    assert (told.number, told.bills, told.sold_minor, told.drawer) == (0, 1, 30_00, None)
    assert told.cashier == (STAFF if is_open else "")
    assert not any("should be" in words.lower() for words in said(told))


def test_an_x_report_before_anything(shop: Shop) -> None:
    assert stated(shop, papers.claim(shop.desk, shifts.X_REPORT, "")).bills == 0


def test_a_report_calls_points_what_they_were_called_when_it_was_made(shop: Shop) -> None:
    shop.publish(changed(programme=replace(FIRST, point=PointName("coin", "coins"))))
    kept = one_shift(shop)
    shop.wait(minutes=1)
    shop.publish(changed())
    assert "Paid with coins: ₹0.00" in said(
        stated(shop, papers.claim(shop.desk, shifts.Z_REPORT, kept.report.shift_id))
    )
    assert "Paid with points: ₹0.00" in said(stated(shop, papers.claim(shop.desk, shifts.X_REPORT, "")))


def test_what_waits_to_be_printed_is_known_by_its_number(shop: Shop) -> None:
    kept = one_shift(shop)
    papers.claim(shop.desk, shifts.X_REPORT, "")
    named = {job.document: name for job, name in papers.waiting(shop.desk)}
    assert (named[shifts.Z_REPORT], named[shifts.X_REPORT]) == (kept.name, "A1")


def test_a_shift_without_a_report_has_no_paper(shop: Shop) -> None:
    with shop.refuses(Code.CHANGED):
        papers.claim(shop.desk, shifts.Z_REPORT, "nobody")


def test_somebody_who_signed_is_called_by_name(shop: Shop) -> None:
    assert shifts.staff_name(shop.desk, "somebody") == "somebody"
