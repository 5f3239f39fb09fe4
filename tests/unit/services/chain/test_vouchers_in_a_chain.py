"""Vouchers between a counter and its server: who may use one, what is sent late, and what a person has to see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.domain.errors import Code
from app.domain.rewards import Reward, RewardKind
from app.domain.vouchers import Voucher
from app.services.rewards import giving_out, rewards, voucher_sweeps
from app.services.rewards.rewards import Wish
from app.services.rewards.voucher_records import BLANK, NOWHERE, VoucherRecord
from app.services.rewards.voucher_sweeps import given_up
from app.services.sales import checkout
from app.services.sales.checkout import SaleRequest, Sold
from tests.desks import STAFF, Shop, cart, changed
from tests.unit.services.chains import Pair, chained, rebuilt_the_same

COUPON = Reward("coupon", "₹100 off", RewardKind.DISCOUNT_COUPON, 50_00, value_minor=100_00, valid_days=30)
CINEMA = Reward("cinema", "Cinema", RewardKind.EXPERIENCE, 50_00, stock=1)


@pytest.fixture
def pair() -> Iterator[Pair]:
    with chained() as pair:
        pair.server.publish(changed(rewards=(COUPON, CINEMA)))
        pair.tell()
        yield pair


@pytest.fixture
def card(pair: Pair) -> str:
    """A member with 300 points, 200 of them the counter's to use."""
    card = pair.counter.enrol()
    pair.counter.credit(card, 300_00)
    pair.take_in()
    pair.tell(leases=[pair.grant(pair.counter.member_id(card), 200_00)])
    return card


def settle(pair: Pair) -> None:
    """The server hears of everything, and the counter of what the server made of it."""
    pair.take_in()
    pair.tell()


def redeem(shop: Shop, card: str, what: str = "coupon") -> Voucher:
    return rewards.redeem(shop.desk, Wish(card), what, staff=STAFF, key=shop.desk.ids.entity())


def cancel(shop: Shop, voucher: Voucher) -> VoucherRecord:
    return rewards.cancel(shop.desk, voucher.voucher_id, staff=STAFF, key=shop.desk.ids.entity())


def sell(shop: Shop, card: str, voucher: Voucher) -> Sold:
    bought = replace(cart(("General", 400)), voucher=voucher.on_bill)
    return checkout.commit_sale(shop.desk, SaleRequest(bought, card), key=shop.desk.ids.entity(), staff=STAFF)


def at(shop: Shop, voucher: Voucher) -> VoucherRecord:
    return rewards.get(shop.desk, voucher.voucher_id)


def statuses(pair: Pair, voucher: Voucher) -> tuple[str, str]:
    """At the counter, and at the server."""
    return at(pair.counter, voucher).status, at(pair.server, voucher).status


def hand(pair: Pair, record: VoucherRecord) -> None:
    """The counter asked for it, and the server lets it have it."""
    with pair.server.store.writing() as uow:
        uow.vouchers.put(replace(record, holder="A1", holder_epoch=2, is_wanted=False))
    pair.tell()


def want(pair: Pair, voucher_id: str) -> None:
    """Another counter asks the server for what this one holds."""
    with pair.server.store.writing() as uow:
        record = uow.vouchers.get(voucher_id)
        assert record is not None
        uow.vouchers.put(replace(record, is_wanted=True))
    pair.tell()


def write_off(pair: Pair) -> None:
    """The counter is taken for lost: it holds nothing any more, as the server sees it."""
    with pair.server.store.writing() as uow:
        for record in uow.vouchers.held_by("A1"):
            given_up(uow, record, NOWHERE)


def out(shop: Shop) -> int:
    with shop.store.reading() as uow:
        return uow.vouchers.out("cinema")


def available(pair: Pair, card: str) -> tuple[int, int]:
    return pair.counter.available(card), pair.server.available(card)


# Who may use one


def test_what_a_counter_gave_out_is_its_to_use_and_not_the_servers(pair: Pair, card: str) -> None:
    voucher = redeem(pair.counter, card)
    settle(pair)

    assert at(pair.server, voucher).is_held_by("A1", 2)
    assert available(pair, card) == (250_00, 250_00)
    with pair.server.refuses(Code.VOUCHER_ELSEWHERE):
        cancel(pair.server, voucher)
    assert cancel(pair.counter, voucher).status == "CANCELLED"
    settle(pair)
    assert statuses(pair, voucher) == ("CANCELLED", "CANCELLED")
    assert available(pair, card) == (300_00, 300_00)
    assert pair.noted == []
    pair.server.sound()


def test_what_the_office_gave_out_has_no_paper_and_is_no_counters_until_it_is_handed_over(
    pair: Pair, card: str
) -> None:
    voucher = redeem(pair.server, card)
    pair.tell()
    with pair.server.store.reading() as uow:
        assert list(uow.prints.of_subject(giving_out.PAPER, voucher.voucher_id)) == []
    with pair.counter.refuses(Code.VOUCHER_ELSEWHERE):
        cancel(pair.counter, voucher)

    assert cancel(pair.server, voucher).status == "CANCELLED"
    pair.tell()
    assert statuses(pair, voucher) == ("CANCELLED", "CANCELLED")


def test_a_voucher_of_the_office_gives_its_points_back_at_the_counter_that_cancels_it(pair: Pair, card: str) -> None:
    """The counter has never seen what paid for it."""
    before = pair.images(pair.server)[0].lots
    voucher = redeem(pair.server, card)
    hand(pair, at(pair.server, voucher))
    cancel(pair.counter, voucher)

    assert pair.counter.available(card) == 300_00
    settle(pair)
    assert statuses(pair, voucher) == ("CANCELLED", "CANCELLED")
    assert available(pair, card) == (300_00, 300_00)
    assert pair.images(pair.server)[0].lots == before
    pair.server.sound()


def test_a_counter_that_has_heard_nothing_for_a_week_uses_none(pair: Pair, card: str) -> None:
    voucher = redeem(pair.counter, card)
    pair.counter.wait(days=8)

    with pair.counter.refuses(Code.VOUCHER_ELSEWHERE):
        sell(pair.counter, card, voucher)


# On bills, in time and late


def test_a_bill_of_a_counter_uses_its_voucher_at_the_server_too(pair: Pair, card: str) -> None:
    voucher = redeem(pair.counter, card)
    bill = sell(pair.counter, card, voucher).bill
    settle(pair)

    assert statuses(pair, voucher) == ("FULFILLED", "FULFILLED")
    assert at(pair.server, voucher).used_for == bill.bill_id
    assert pair.noted == []
    assert rebuilt_the_same(pair.server)


def test_a_late_bill_with_a_voucher_that_is_gone_stands_and_is_shown(pair: Pair, card: str) -> None:
    voucher = redeem(pair.counter, card)
    settle(pair)
    late = sell(pair.counter, card, voucher).bill
    write_off(pair)
    cancel(pair.server, voucher)
    settle(pair)

    (note,) = pair.noted
    assert note.kind == "VOUCHER_TWICE"
    assert note.facts == {
        "voucher": voucher.code,
        "reward": "₹100 off",
        "bill": late.number,
        "here": {"kind": "SPENT", "by": STAFF},
        "server": {"status": "CANCELLED"},
    }
    with pair.server.store.reading() as uow:
        assert uow.bills.get(late.bill_id) is not None
    assert statuses(pair, voucher) == ("CANCELLED", "CANCELLED")
    assert rebuilt_the_same(pair.server)


def test_cancelled_twice_its_points_come_back_once(pair: Pair, card: str) -> None:
    voucher = redeem(pair.counter, card)
    settle(pair)
    cancel(pair.counter, voucher)
    write_off(pair)
    cancel(pair.server, voucher)
    settle(pair)

    assert [note.kind for note in pair.noted] == ["VOUCHER_TWICE"]
    assert available(pair, card) == (300_00, 300_00)
    assert statuses(pair, voucher) == ("CANCELLED", "CANCELLED")
    pair.server.sound()


# Stock


def test_a_counter_gives_out_what_was_set_aside_for_it_and_nothing_else(pair: Pair, card: str) -> None:
    with pair.counter.refuses(Code.NO_LINE):
        redeem(pair.counter, card, "cinema")
    hand(pair, VoucherRecord("blank", "cinema", BLANK))
    voucher = redeem(pair.counter, card, "cinema")
    settle(pair)

    assert (voucher.voucher_id, out(pair.server), pair.noted) == ("blank", 1, [])
    with pair.counter.refuses(Code.NO_LINE):
        redeem(pair.counter, card, "cinema")
    with pair.server.refuses(Code.REWARD_OUT):
        redeem(pair.server, card, "cinema")


def test_one_more_than_there_is_stands_and_is_shown(pair: Pair, card: str) -> None:
    hand(pair, VoucherRecord("blank", "cinema", BLANK))
    mine = redeem(pair.counter, card, "cinema")
    write_off(pair)
    theirs = redeem(pair.server, card, "cinema")
    settle(pair)

    (note,) = pair.noted
    assert (note.kind, note.facts["voucher"], note.facts["member"]) == ("STOCK_OVER", mine.code, mine.member_id)
    assert (statuses(pair, mine), statuses(pair, theirs)) == (("PENDING", "PENDING"), ("PENDING", "PENDING"))
    assert out(pair.server) == 2


def test_a_blank_that_the_server_has_taken_back_is_gone_at_the_counter(pair: Pair, card: str) -> None:
    hand(pair, VoucherRecord("blank", "cinema", BLANK))
    write_off(pair)
    pair.tell()

    with pair.counter.refuses(Code.NO_LINE):
        redeem(pair.counter, card, "cinema")


# What falls due


def test_a_counter_gives_up_what_another_wants_and_the_server_hears_of_it(pair: Pair, card: str) -> None:
    hand(pair, VoucherRecord("blank", "cinema", BLANK))
    wanted, kept = redeem(pair.counter, card), redeem(pair.counter, card)
    settle(pair)
    assert voucher_sweeps.release(pair.counter.desk) == 0
    for voucher_id in (wanted.voucher_id, "blank"):
        want(pair, voucher_id)

    assert [voucher_sweeps.release(pair.counter.desk) for _ in range(2)] == [2, 0]
    with pair.counter.refuses(Code.VOUCHER_ELSEWHERE):
        sell(pair.counter, card, wanted)
    pair.tell()  # the server has not heard of it: what it still believes changes nothing here
    assert at(pair.counter, wanted).holder == ""
    settle(pair)
    assert [at(pair.server, one).holder for one in (wanted, kept)] == ["", "A1"]
    assert out(pair.server) == 0
    assert cancel(pair.server, wanted).status == "CANCELLED"
    assert sell(pair.counter, card, kept).bill.net_minor == 300_00


def test_what_is_over_is_asked_back_from_its_counter_before_it_expires(pair: Pair, card: str) -> None:
    voucher, unheld = redeem(pair.counter, card), redeem(pair.server, card)
    settle(pair)
    pair.server.wait(days=32)

    assert voucher_sweeps.expire(pair.counter.desk) == 0
    assert [voucher_sweeps.expire(pair.server.desk) for _ in range(2)] == [1, 0]
    assert [at(pair.server, one).status for one in (voucher, unheld)] == ["PENDING", "EXPIRED"]
    pair.tell()
    assert voucher_sweeps.release(pair.counter.desk) == 1
    settle(pair)
    assert voucher_sweeps.expire_all(pair.server.desk) == 1
    pair.tell()
    assert statuses(pair, voucher) == ("EXPIRED", "EXPIRED")
    assert available(pair, card) == (300_00, 300_00)
    pair.server.sound()
