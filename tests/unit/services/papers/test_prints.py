"""Print jobs: one original ever, copies by number; what may be on paper is never printed unmarked again."""

from __future__ import annotations

import pytest

from app.domain.bill import Tender, TenderKind
from app.domain.codes import format_card_number
from app.domain.errors import Code
from app.services.papers import papers, prints, receipts
from app.services.papers.print_jobs import PrintJob, PrintStatus
from app.services.papers.prints import DOUBTS_MAX, TRIES_MAX
from tests.desks import Shop


def sold(shop: Shop) -> str:
    return shop.sell(None, ("General", 1)).bill.bill_id


def jobs(shop: Shop, bill_id: str) -> list[tuple[int, PrintStatus]]:
    with shop.store.reading() as uow:
        return [(job.copy, job.status) for job in uow.prints.of_subject("receipt", bill_id)]


def print_once(shop: Shop, bill_id: str) -> PrintJob:
    return prints.printed(shop.desk, prints.begin(shop.desk, receipts.claim(shop.desk, bill_id)))


def test_the_original_is_claimed_until_it_is_printed_then_copies_are_counted(shop: Shop) -> None:
    sold(shop)
    bill = sold(shop)
    original = receipts.claim(shop.desk, bill)
    again = prints.failed(shop.desk, original, reason="no paper")

    assert receipts.claim(shop.desk, bill) == again
    assert (again.job_id, again.tries, again.error) == (original.job_id, 1, "no paper")
    assert [print_once(shop, bill).copy for _ in range(3)] == [0, 1, 2]
    assert jobs(shop, bill) == [(copy, PrintStatus.PRINTED) for copy in range(3)]


def test_what_is_no_bill_has_no_print(shop: Shop) -> None:
    with shop.refuses(Code.UNKNOWN_BILL):
        receipts.claim(shop.desk, "no")


def test_what_was_being_sent_when_the_power_went_is_printed_again_as_a_copy(shop: Shop) -> None:
    bill, other = sold(shop), sold(shop)
    prints.begin(shop.desk, receipts.claim(shop.desk, bill))

    assert prints.recover(shop.desk) == 1

    assert jobs(shop, bill) == [(0, PrintStatus.DOUBTED), (1, PrintStatus.WAITING)]
    assert jobs(shop, other) == [(0, PrintStatus.WAITING)]
    assert "stopped while" in (receipts.claim(shop.desk, bill).error or "")
    assert print_once(shop, bill).copy == 1
    assert prints.recover(shop.desk) == 0


def test_whoever_claims_what_was_left_half_sent_gets_a_copy(shop: Shop) -> None:
    bill = sold(shop)
    prints.begin(shop.desk, receipts.claim(shop.desk, bill))

    assert receipts.claim(shop.desk, bill).copy == 1
    assert jobs(shop, bill) == [(0, PrintStatus.DOUBTED), (1, PrintStatus.WAITING)]


def test_a_printer_that_fails_midway_each_time_waits_for_a_person(shop: Shop) -> None:
    bill = sold(shop)
    job = receipts.claim(shop.desk, bill)
    for doubts in range(1, DOUBTS_MAX + 1):
        job = prints.doubted(shop.desk, prints.begin(shop.desk, job), reason="connection lost")
        assert (job.copy, job.tries, job.error) == (doubts, doubts, "connection lost")
    assert job.status is PrintStatus.STOPPED
    assert receipts.claim(shop.desk, bill).copy == DOUBTS_MAX
    assert [status for _, status in jobs(shop, bill)] == [PrintStatus.DOUBTED] * DOUBTS_MAX + [PrintStatus.WAITING]


def test_a_job_is_not_tried_for_ever(shop: Shop) -> None:
    job = receipts.claim(shop.desk, sold(shop))
    for _ in range(TRIES_MAX):
        assert job.status is PrintStatus.WAITING
        job = prints.failed(shop.desk, job, reason="no paper")
    assert job.status is PrintStatus.STOPPED
    claimed = prints.claim_job(shop.desk, job.job_id)
    assert claimed is not None
    assert (claimed.status, claimed.copy) == (PrintStatus.WAITING, 0)


def test_the_queue_is_what_is_not_on_paper_oldest_first(shop: Shop) -> None:
    bills = [sold(shop) for _ in range(4)]
    print_once(shop, bills[1])
    given_up = prints.give_up(shop.desk, receipts.claim(shop.desk, bills[2]).job_id)

    assert given_up is not None
    assert given_up.status is PrintStatus.DROPPED
    assert [job.subject_id for job in prints.queue(shop.desk)] == [bills[0], bills[3]]
    assert print_once(shop, bills[2]).copy == 0  # given up is not printed: it is the original still


def test_what_is_printed_is_not_in_the_queue_any_more(shop: Shop) -> None:
    done = print_once(shop, sold(shop))
    for verb in (prints.claim_job, prints.give_up):
        assert verb(shop.desk, done.job_id) is None
        assert verb(shop.desk, "no such job") is None
    assert jobs(shop, done.subject_id) == [(0, PrintStatus.PRINTED)]


@pytest.mark.parametrize(("tries", "seconds"), [(0, 5), (1, 5), (2, 10), (3, 20), (6, 160), (7, 300), (200, 300)])
def test_tries_get_rarer(tries: int, seconds: int) -> None:
    assert prints.retry_delay_s(tries) == seconds


def test_the_drawer_is_for_cash(shop: Shop) -> None:
    upi = shop.sell(None, ("General", 1), tenders=(Tender(TenderKind.UPI, 1_00, 1_00),)).bill.bill_id
    assert [prints.took_cash(shop.desk, bill) for bill in (sold(shop), upi, "no")] == [True, False, False]


def test_the_queue_names_each_paper_by_what_a_person_knows_it_by(shop: Shop) -> None:
    card = shop.enrol("Meena Iyer")
    bill = shop.sell(card, ("General", 10)).bill
    papers.claim(shop.desk, "return", [shop.give_back(bill.bill_id, part).refund_id for part in (1, 2)][1])
    for document in ("slip", "statement"):
        papers.claim(shop.desk, document, shop.member_id(card))
    with shop.store.writing() as uow:
        uow.prints.add(PrintJob("j", "card", card, 0, shop.clock.today))
    assert {job.document: name for job, name in papers.waiting(shop.desk)} == {
        "card": format_card_number(card),
        "receipt": bill.number,
        "return": f"{bill.number}-R2",
        "slip": "Meena Iyer",
        "statement": "Meena Iyer",
    }
