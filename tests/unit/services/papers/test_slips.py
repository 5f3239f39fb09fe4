"""Slips and statements: what a member has, and how it came to be, as far as this counter knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.entries import EntryKind
from app.domain.errors import Code
from app.domain.expiry import Expiry, ExpiryMode
from app.domain.member import CardStatus
from app.domain.program import Earning
from app.domain.shift import CashCount
from app.services.members import adjustments, card_status, merging, sweeps
from app.services.papers import papers, receipts, slips
from app.services.papers.receipt_facts import ExpiringFacts, ReceiptFacts, ReceiptKind, ShopFacts
from app.services.papers.receipts import Letterhead
from app.services.papers.slip_facts import ShiftFacts, SlipFacts, StatementFacts, VoucherFacts
from app.services.shifts import shifts
from tests.chains import joined
from tests.desks import STAFF, Shop, changed, memory_shop
from tests.unit.services.rewards.vouchers import COUPON, redeem

LETTERHEAD = Letterhead(ShopFacts("Sanjeevani Medical"), "A1")


def slip(shop: Shop, card: str) -> SlipFacts:
    return slips.balance_slip(shop.desk, shop.member_id(card), LETTERHEAD)


def statement(shop: Shop, card: str) -> StatementFacts:
    """The statement, which always adds up."""
    facts = slips.statement(shop.desk, shop.member_id(card), LETTERHEAD)
    balance = facts.opening
    for movement in facts.movements:
        balance += movement.points
        assert movement.balance == balance
    assert balance == facts.holder.balance + facts.holder.points_pending
    return facts


def test_a_slip_states_what_a_member_has_now() -> None:
    with memory_shop(changed(earning=Earning(pending_days=7))) as shop:
        card = shop.enrol()
        shop.credit(card, 250_00)
        shop.sell(card, ("General", 100))
        facts = slip(shop, card)

    holder = facts.holder
    assert (facts.shop.name, facts.counter, facts.printed_at.isoformat()) == (
        "Sanjeevani Medical",
        "A1",
        "2026-01-01T00:00:00+05:30",
    )
    assert (facts.currency_symbol, facts.currency_digits) == ("₹", 2)
    assert (holder.name, holder.card_masked, holder.tier) == ("Meena Iyer", f"•••• {card[-4:]}", "Bronze")
    assert (holder.balance, holder.balance_value_minor, holder.points_pending) == (250_00, 25_00, 3_00)
    assert (holder.expiring, holder.unconfirmed_since) == (None, None)


def test_without_a_card_the_slip_shows_none_and_a_stranger_has_no_slip(shop: Shop) -> None:
    card = shop.enrol()
    member_id = shop.member_id(card)
    card_status.set_card_status(shop.desk, card, CardStatus.LOST, staff=STAFF)

    assert slips.balance_slip(shop.desk, member_id, LETTERHEAD).holder.card_masked == ""
    for paper in (slips.balance_slip, slips.statement):
        with shop.refuses(Code.UNKNOWN_CARD, saying="Nothing was printed"):
            paper(shop.desk, "nobody", LETTERHEAD)


def test_the_balance_of_somebody_merged_is_the_one_they_were_merged_into(shop: Shop) -> None:
    kept, gone = shop.enrol("Meena"), shop.enrol("Meena Iyer")
    shop.credit(gone, 50_00)
    gone_id = shop.member_id(gone)
    merging.merge(shop.desk, [gone], into=kept, staff=STAFF)

    facts = slips.balance_slip(shop.desk, gone_id, LETTERHEAD)
    assert (facts.holder.name, facts.holder.balance) == ("Meena", 50_00)
    (moved,) = statement(shop, kept).movements
    assert (moved.kind, moved.points) == (EntryKind.MERGE_IN, 50_00)


@pytest.mark.parametrize("told_days", [None, 7, 0])
@pytest.mark.parametrize("is_told", [True, False])
def test_points_that_go_soon_are_told_with_their_last_day(shop: Shop, told_days: int | None, is_told: bool) -> None:
    """Within sixty days, where the shop has not said otherwise."""
    if told_days is not None:
        shop.desk = replace(shop.desk, expiring_days=told_days)
    days = (60 if told_days is None else told_days) + (not is_told)
    card = shop.enrol()
    gone_at = shop.desk.calendar.start_of(date(2026, 1, 1) + timedelta(days=days + 1))
    for points in (30_00, 20_00):
        shop.credit(card, points, expires_at=gone_at)
    shop.credit(card, 10_00, expires_at=gone_at + timedelta(days=1))
    shop.credit(card, 5_00)

    expected = ExpiringFacts(50_00, date(2026, 1, 1) + timedelta(days=days)) if is_told else None
    assert slip(shop, card).holder.expiring == expected


def test_who_owes_points_is_not_told_of_losing_any(shop: Shop) -> None:
    card = shop.enrol()
    earner = shop.sell(card, ("General", 1000)).bill
    shop.sell(card, ("General", 100), redeem=30_00)
    shop.cancel(earner.bill_id)

    assert slip(shop, card).holder.balance < 0
    assert slip(shop, card).holder.balance_value_minor == 0
    assert slip(shop, card).holder.expiring is None


def test_a_receipt_tells_what_goes_first_until_something_else_moved() -> None:
    with memory_shop(changed(expiry=Expiry(ExpiryMode.DAYS, 30))) as shop:
        card = shop.enrol()
        bill_id = shop.sell(card, ("General", 1000)).bill.bill_id
        job = receipts.claim(shop.desk, bill_id)
        fresh = receipts.facts(shop.desk, job, LETTERHEAD).member
        shop.credit(card, 10_00)
        later = receipts.facts(shop.desk, job, LETTERHEAD).member

    assert fresh is not None
    assert fresh.expiring == ExpiringFacts(30_00, date(2026, 1, 30))
    assert later == replace(fresh, expiring=None)


def test_a_balance_nobody_could_contradict_says_since_when(shop: Shop) -> None:
    card, heard_at = shop.enrol(), shop.clock.today
    joined(shop.desk, told_at=heard_at)
    assert slip(shop, card).holder.unconfirmed_since is None
    shop.wait(minutes=2)
    assert slip(shop, card).holder.unconfirmed_since == heard_at


def test_a_statement_tells_each_movement_with_its_bill(shop: Shop) -> None:
    card = shop.enrol()
    assert statement(shop, card).movements == ()
    shop.credit(card, 100_00)
    shop.wait(days=1)
    bill = shop.sell(card, ("General", 100), redeem=50_00).bill
    shop.wait(days=1)
    shop.cancel(bill.bill_id)

    facts = statement(shop, card)
    assert facts.is_whole
    assert facts.opening == 0
    assert [(one.kind, one.points, one.bill_number, one.reason) for one in facts.movements] == [
        (EntryKind.ADJUST, 100_00, "", "credit"),
        (EntryKind.REDEEM, -50_00, bill.number, ""),
        (EntryKind.EARN, 2_85, bill.number, ""),
        (EntryKind.RESTORE, 50_00, bill.number, ""),
        (EntryKind.REVERSE, -2_85, bill.number, ""),
    ]
    assert [one.at.isoformat()[:10] for one in facts.movements[::2]] == ["2026-01-01", "2026-01-02", "2026-01-03"]


def test_only_the_latest_movements_are_told_and_the_rest_brought_forward(shop: Shop) -> None:
    card = shop.enrol()
    for _ in range(slips.MOVEMENTS_MAX + 3):
        shop.credit(card, 1_00)

    facts = statement(shop, card)
    assert (len(facts.movements), facts.opening, facts.is_whole) == (slips.MOVEMENTS_MAX, 3_00, False)


def test_what_has_expired_is_told_before_and_after_it_is_posted(shop: Shop) -> None:
    card = shop.enrol()
    shop.credit(card, 40_00, expires_at=shop.wait() + timedelta(days=3))
    shop.credit(card, 1_00)
    shop.wait(days=5)
    before = [(one.kind, one.points, one.at) for one in statement(shop, card).movements]
    sweeps.expire(shop.desk)

    assert before[-1][:2] == (EntryKind.EXPIRE, -40_00)
    assert [one[:2] for one in before] == [(one.kind, one.points) for one in statement(shop, card).movements]


def test_what_the_server_told_is_part_of_the_statement_once(shop: Shop) -> None:
    card = shop.enrol()
    member_id = shop.member_id(card)
    adjustments.adjust(shop.desk, card, points=10_00, reason="here", staff=STAFF, key="k")
    with shop.store.writing() as uow:
        (own,) = uow.ledger.of_member(member_id)
        elsewhere = replace(own.entry, entry_id="e2", cause="c2", points=5_00, reason="elsewhere")
        uow.shared.add_lines([replace(own, order=1), replace(own, order=2, entry=elsewhere)])

    facts = slips.statement(shop.desk, member_id, LETTERHEAD)
    assert [one.reason for one in facts.movements] == ["here", "elsewhere"]
    assert facts.movements[-1].balance == 10_00
    assert facts.opening == -5_00


def test_every_kind_of_job_has_its_paper(shop: Shop) -> None:
    card = shop.enrol()
    bill_id = shop.sell(card, ("General", 100)).bill.bill_id
    refund_id, member_id = shop.give_back(bill_id, 10).refund_id, shop.member_id(card)
    subjects = {"receipt": bill_id, "return": refund_id, "slip": member_id, "statement": member_id}
    shift_id = shifts.open_shift(shop.desk, float_minor=0, staff=STAFF, key="open").shift_id
    count = shifts.count(shop.desk, CashCount((), 90_00), staff=STAFF, key="count")
    shifts.close(shop.desk, count_id=count.count_id, note="", staff=STAFF, key="close")
    subjects |= {"z-report": shift_id, "x-report": ""}
    shop.publish(changed(rewards=(COUPON,)))
    shop.credit(card, COUPON.cost)
    subjects["voucher"] = redeem(shop, card).voucher_id
    jobs = [papers.claim(shop.desk, document, subject) for document, subject in subjects.items()]

    stated = [papers.facts(shop.desk, job, LETTERHEAD) for job in jobs]
    assert [one.kind for one in stated if isinstance(one, ReceiptFacts)] == [ReceiptKind.SALE, ReceiptKind.RETURN]
    assert [type(one) for one in stated[2:]] == [SlipFacts, StatementFacts, ShiftFacts, ShiftFacts, VoucherFacts]
    assert {job.copy for job in jobs} == {0}
    assert {job.document for job in jobs} == papers.KINDS
    with shop.refuses(Code.UNKNOWN_CARD):
        papers.claim(shop.desk, papers.SLIP, "nobody")
