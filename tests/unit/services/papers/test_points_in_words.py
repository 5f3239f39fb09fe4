"""What papers call points: as the programme had it for that bill, and as it has it now for what is so now."""

from __future__ import annotations

from dataclasses import replace

from app.domain.point_words import PLAIN, PointWords
from app.domain.programmes import FIRST, PointName
from app.services.papers import receipts, returned, slips, voucher_papers
from tests.desks import Shop, changed
from tests.unit.services.rewards.vouchers import COUPON, LETTERHEAD, redeem

COIN, STAR = PointName("coin", "coins"), PointName("star", "stars")


def called(shop: Shop, point: PointName | None) -> None:
    shop.publish(changed(rewards=(COUPON,), programme=replace(FIRST, point=point)))


def receipt_words(shop: Shop, bill_id: str) -> PointWords:
    return receipts.facts(shop.desk, receipts.claim(shop.desk, bill_id), LETTERHEAD).point_words


def test_a_bill_calls_points_what_they_were_called_when_it_was_made(shop: Shop) -> None:
    card = shop.enrol()
    before = shop.sell(card, ("General", 100)).bill
    called(shop, COIN)
    bill = shop.sell(card, ("General", 100)).bill
    refund = shop.give_back(bill.bill_id, 10)
    called(shop, STAR)

    assert receipt_words(shop, before.bill_id) == PLAIN
    assert receipt_words(shop, bill.bill_id) == PointWords(COIN)
    job = returned.claim(shop.desk, refund.refund_id)
    assert returned.facts(shop.desk, job, LETTERHEAD).point_words == PointWords(COIN)


def test_a_slip_and_a_statement_call_them_what_they_are_called_now(shop: Shop) -> None:
    member_id = shop.member_id(shop.enrol())
    called(shop, COIN)

    assert slips.balance_slip(shop.desk, member_id, LETTERHEAD).point_words == PointWords(COIN)
    assert slips.statement(shop.desk, member_id, LETTERHEAD).point_words == PointWords(COIN)


def test_a_voucher_calls_them_what_they_were_called_when_it_was_bought(shop: Shop) -> None:
    called(shop, COIN)
    card = shop.enrol()
    shop.credit(card, 2_000_00)
    voucher = redeem(shop, card)
    called(shop, STAR)

    job = voucher_papers.claim(shop.desk, voucher.voucher_id)
    assert voucher_papers.facts(shop.desk, job, LETTERHEAD).point_words == PointWords(COIN)


def test_a_voucher_of_rules_nobody_here_knows_calls_them_what_they_are_called_now(shop: Shop) -> None:
    called(shop, COIN)
    card = shop.enrol()
    shop.credit(card, 2_000_00)
    voucher = redeem(shop, card)
    with shop.store.writing() as uow:
        record = uow.vouchers.get(voucher.voucher_id)
        assert record is not None
        uow.vouchers.put(replace(record, voucher=replace(voucher, program_version=99)))
    called(shop, STAR)

    job = voucher_papers.claim(shop.desk, voucher.voucher_id)
    assert voucher_papers.facts(shop.desk, job, LETTERHEAD).point_words == PointWords(STAR)
