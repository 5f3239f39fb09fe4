"""Vouchers in a chain: one counter at a time may use one, and no more of a reward is out than there is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.errors import Code
from app.domain.rewards import Reward, RewardKind
from app.domain.vouchers import Voucher
from app.services.programs.program import publish
from app.services.rewards import rewards, voucher_sweeps
from app.services.rewards.rewards import Wish
from app.services.rewards.voucher_records import VoucherRecord
from app.services.sales import checkout
from app.services.sales.checkout import SaleRequest, Sold
from server import jobs
from server.desks import desk_of
from server.rights.leases import write_off
from sync.refused import Refused
from sync.vouchers import fetch
from tests.chain.counters import Chain, ChainCounter
from tests.desks import STAFF, cart, changed

Two = tuple[ChainCounter, ChainCounter]
COUPON = Reward("coupon", "₹100 off", RewardKind.DISCOUNT_COUPON, 50_00, value_minor=100_00, valid_days=30)
CINEMA = Reward("cinema", "Cinema", RewardKind.EXPERIENCE, 50_00, stock=1)


def publish_rewards(chain: Chain, *tills: ChainCounter) -> None:
    desk = desk_of(chain.running.parts, chain.office.tenant_id)
    publish(desk, changed(rewards=(COUPON, CINEMA)), staff="office")
    for till in tills:
        till.sync()


@pytest.fixture
def card(pair_of: Two, chain: Chain) -> str:
    """A member whom both counters know, all of whose points the first may use."""
    first, second = pair_of
    card = first.enrol(phone="9820003210")
    first.credit(card, 300_00)
    first.sync()
    publish_rewards(chain, first, second)
    second.sync()
    first.scan(card)
    return card


def redeem(till: ChainCounter, card: str, what: str = "coupon") -> Voucher:
    return rewards.redeem(till.desk, Wish(card), what, staff=STAFF, key=till.desk.ids.entity())


def ask(till: ChainCounter, voucher: Voucher) -> None:
    fetch(till.desk, till.connected().transport, {"code": voucher.code}, pause=lambda _: None)


def ask_stock(till: ChainCounter, reward_id: str = "cinema") -> None:
    fetch(till.desk, till.connected().transport, {"reward": reward_id}, pause=lambda _: None)


def sell(till: ChainCounter, card: str, voucher: Voucher) -> Sold:
    bought = replace(cart(("General", 400)), voucher=voucher.on_bill)
    return checkout.commit_sale(till.desk, SaleRequest(bought, card), key=till.desk.ids.entity(), staff=STAFF)


def at(till: ChainCounter, voucher: Voucher) -> VoucherRecord:
    return rewards.get(till.desk, voucher.voucher_id)


def at_server(chain: Chain, voucher: Voucher) -> VoucherRecord:
    with chain.reading() as unit:
        found = unit.vouchers.get(voucher.voucher_id)
    assert found is not None
    return found


def out(chain: Chain) -> int:
    with chain.reading() as unit:
        return unit.vouchers.out("cinema")


def test_who_issued_it_uses_it_without_a_line_and_everybody_hears(pair_of: Two, chain: Chain, card: str) -> None:
    first, second = pair_of
    voucher = redeem(first, card)
    sold = sell(first, card, voucher)
    for till in (first, second):
        till.sync()

    assert sold.bill.net_minor == 300_00
    assert (at_server(chain, voucher).status, at(second, voucher).status) == ("FULFILLED", "FULFILLED")
    with second.refuses(Code.VOUCHER_USED):
        sell(second, card, voucher)
    assert chain.reviews() == []
    assert chain.points(first.member_id(card)) == first.available(card)


def test_nobody_else_uses_it_until_its_holder_gave_it_up(pair_of: Two, chain: Chain, card: str) -> None:
    first, second = pair_of
    voucher = redeem(first, card)
    for till in (first, second):
        till.sync()
    ask(second, voucher)
    with second.refuses(Code.VOUCHER_ELSEWHERE):
        sell(second, card, voucher)
    assert at_server(chain, voucher).is_wanted

    first.sync()  # hears that it is wanted, and gives it up
    with first.refuses(Code.VOUCHER_ELSEWHERE):
        sell(first, card, voucher)
    first.sync()
    ask(second, voucher)
    assert sell(second, card, voucher).bill.net_minor == 300_00
    for till in (second, first):
        till.sync()
    assert at(first, voucher).status == at_server(chain, voucher).status == "FULFILLED"
    assert chain.reviews() == []


def test_a_holder_that_is_lost_loses_it_and_its_late_bill_stands_and_is_shown(
    pair_of: Two, chain: Chain, card: str
) -> None:
    first, second = pair_of
    voucher = redeem(first, card)
    for till in (first, second):
        till.sync()
    late = sell(first, card, voucher)  # and no line any more
    write_off(desk_of(chain.running.parts, chain.office.tenant_id), first.desk.counter_code)
    ask(second, voucher)
    sell(second, card, voucher)
    for till in (second, first, second):
        till.sync()

    assert chain.reviews() == ["VOUCHER_TWICE"]
    with chain.reading() as unit:
        assert unit.bills.get(late.bill.bill_id) is not None
    assert at_server(chain, voucher).status == "FULFILLED"


def test_a_cancelled_voucher_that_was_used_elsewhere_gives_nothing_back(pair_of: Two, chain: Chain, card: str) -> None:
    first, second = pair_of
    voucher = redeem(first, card)
    for till in (first, second):
        till.sync()
    rewards.cancel(first.desk, voucher.voucher_id, staff=STAFF, key="k")
    write_off(desk_of(chain.running.parts, chain.office.tenant_id), first.desk.counter_code)
    ask(second, voucher)
    sell(second, card, voucher)
    for till in (second, first, second, first):
        till.sync()

    assert chain.reviews() == ["VOUCHER_TWICE"]
    assert chain.points(first.member_id(card)) == first.available(card) == second.available(card)
    assert at(first, voucher).status == "FULFILLED"


def test_a_voucher_comes_back_with_its_bill_wherever_that_comes_back(pair_of: Two, chain: Chain, card: str) -> None:
    first, second = pair_of
    voucher = redeem(first, card)
    bill = sell(first, card, voucher).bill
    first.cancel(bill.bill_id)
    assert at(first, voucher).status == "PENDING"
    again = sell(first, card, voucher).bill  # without a line: it is still its holder
    for till in (first, second):
        till.sync()
    assert (at_server(chain, voucher).used_for, at(second, voucher).used_for) == (again.bill_id, again.bill_id)


def test_a_cancelled_voucher_leaves_everybody_as_before(pair_of: Two, chain: Chain, card: str) -> None:
    first, second = pair_of
    before = first.available(card)
    voucher = redeem(first, card)
    rewards.cancel(first.desk, voucher.voucher_id, staff=STAFF, key="k")
    for till in (first, second):
        till.sync()

    assert first.available(card) == second.available(card) == chain.points(first.member_id(card)) == before
    assert at(second, voucher).status == at_server(chain, voucher).status == "CANCELLED"


def test_whoever_holds_it_may_cancel_it_and_its_points_return_to_their_lots(
    pair_of: Two, chain: Chain, card: str
) -> None:
    first, second = pair_of
    before = chain.whole(first.member_id(card)).lots
    voucher = redeem(first, card)
    for till in (first, second):
        till.sync()
    ask(second, voucher)
    for till in (first, first):
        till.sync()
    ask(second, voucher)
    rewards.cancel(second.desk, voucher.voucher_id, staff=STAFF, key="k")
    for till in (second, first):
        till.sync()

    assert at(first, voucher).status == "CANCELLED"
    assert chain.whole(first.member_id(card)).lots == before
    assert chain.points(first.member_id(card)) == first.available(card) == second.available(card) == 300_00


def test_of_one_only_one_is_given_out_whoever_asks(pair_of: Two, chain: Chain, card: str) -> None:
    first, second = pair_of
    other = second.enrol("Ravi")
    second.credit(other, 300_00)
    second.sync()
    second.scan(other)
    with first.refuses(Code.NO_LINE):
        redeem(first, card, "cinema")
    ask_stock(first)
    ask_stock(first)  # asked again, nothing more is set aside
    ask_stock(second)
    assert out(chain) == 1
    with second.refuses(Code.NO_LINE):
        redeem(second, other, "cinema")

    first.sync()  # gives up the blank that another wants
    with first.refuses(Code.NO_LINE):
        redeem(first, card, "cinema")
    first.sync()
    ask_stock(second)
    voucher = redeem(second, other, "cinema")
    second.sync()
    assert (out(chain), at_server(chain, voucher).status) == (1, "PENDING")
    ask_stock(first)
    with first.refuses(Code.NO_LINE):
        redeem(first, card, "cinema")
    assert chain.reviews() == []


def test_one_too_many_of_a_lost_counter_is_shown(pair_of: Two, chain: Chain, card: str) -> None:
    first, second = pair_of
    ask_stock(first)
    redeem(first, card, "cinema")
    write_off(desk_of(chain.running.parts, chain.office.tenant_id), first.desk.counter_code)
    ask_stock(second)
    first.sync()

    assert "STOCK_OVER" in chain.reviews()
    assert out(chain) == 2  # and what is left is nothing, not less


def test_a_voucher_past_its_day_is_asked_back_before_it_expires(pair_of: Two, chain: Chain, card: str) -> None:
    first, second = pair_of
    before = chain.points(first.member_id(card))
    voucher = redeem(first, card)
    first.sync()
    chain.clock.advance(days=32)
    office = desk_of(chain.running.parts, chain.office.tenant_id)
    assert voucher_sweeps.expire_all(office) == 0
    assert at_server(chain, voucher).is_wanted

    first.sync()
    assert voucher_sweeps.expire(first.desk) == 0  # the server does that
    first.sync()
    jobs.expire(office)
    assert at_server(chain, voucher).status == "EXPIRED"
    for till in (first, second):
        till.sync()
    assert at(second, voucher).status == "EXPIRED"
    assert chain.points(first.member_id(card)) == first.available(card) == before


def test_what_the_server_does_not_know_it_says_so(pair_of: Two, card: str) -> None:
    first, second = pair_of
    voucher = redeem(first, card)  # not sent yet
    with pytest.raises(Refused) as no:
        ask(second, voucher)
    assert no.value.problem.code == "VOUCHER-UNKNOWN"
    with pytest.raises(Refused) as gone:
        ask_stock(second, "coupon")
    assert gone.value.problem.code == "REWARD-UNKNOWN"


def test_a_counter_on_its_own_for_a_week_uses_none(pair_of: Two, card: str) -> None:
    first, _ = pair_of
    voucher = redeem(first, card)
    first.clock.advance(days=8)
    with first.refuses(Code.VOUCHER_ELSEWHERE):
        sell(first, card, voucher)
