"""Vouchers that rules give in a chain: from what each counter was given of a stock, before anybody asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.bill import Bill
from app.domain.program import Program
from app.domain.rewards import Reward, RewardKind
from app.domain.rules import DecisionRule
from app.domain.voucher_awards import VoucherOf
from app.domain.vouchers import Voucher
from app.services.chain.told_bills import told_bill_of
from app.services.programs.program import publish
from app.services.programs.program_codec import program_from_json
from app.services.rewards import rewards
from app.services.rewards.brought_vouchers import came_with
from server.desks import desk_of
from server.telling import pull
from server.telling.far_bills import tell_bill
from server.telling.pull import Reader
from sync.far_bills import fetch_bill
from sync.protocol import GIFTS_SINCE, PROTOCOL, Topic
from sync.refused import Refused
from sync.vouchers import fetch
from tests.chain.counters import Chain, ChainCounter
from tests.desks import changed

Two = tuple[ChainCounter, ChainCounter]
CREAM = Reward("cream", "Hand cream", RewardKind.CASHBACK, 40_00, value_minor=50_00, stock=1)
GIFT = DecisionRule("gift", VoucherOf("cream"))
BOUGHT = ("Medicines", 100)


def giving(stock: int) -> Program:
    return changed(rewards=(replace(CREAM, stock=stock),), rules=(GIFT,))


def publish_rules(chain: Chain, program: Program) -> None:
    publish(desk_of(chain.running.parts, chain.office.tenant_id), program, staff="office")


def hear(till: ChainCounter) -> None:
    """What changed, and nothing asked for."""
    page = till.cycle.fetch(till.connected(), wait_ms=0)
    assert page is not None
    till.cycle.apply(till.connected(), page)


@pytest.fixture
def card(pair_of: Two) -> str:
    first, second = pair_of
    card = first.enrol(phone="9820003210")
    first.sync()
    second.sync()
    return card


def brought(till: ChainCounter, bill: Bill) -> list[Voucher]:
    with till.desk.store.reading() as uow:
        return [one.voucher for one in came_with(uow, bill) if one.voucher is not None]


def held(chain: Chain, till: ChainCounter) -> int:
    with chain.reading() as unit:
        return len([one for one in unit.vouchers.held_by(till.desk.counter_code) if one.status == "BLANK"])


def test_each_counter_has_some_before_a_bill_brings_it(pair_of: Two, chain: Chain, card: str) -> None:
    first, _ = pair_of
    publish_rules(chain, giving(40))
    for till in pair_of:
        till.sync()
    assert [held(chain, till) for till in pair_of] == [4, 3]
    bills = [first.sell(card, BOUGHT).bill for _ in range(5)]
    assert [len(brought(first, one)) for one in bills] == [1, 1, 1, 1, 0]
    first.sync()
    assert len(brought(first, first.sell(card, BOUGHT).bill)) == 1
    assert chain.reviews() == []


def test_of_the_last_one_another_lets_go_only_for_somebody_who_asks(pair_of: Two, chain: Chain, card: str) -> None:
    first, second = pair_of
    publish_rules(chain, giving(1))
    for till in pair_of:
        till.sync()
    assert [held(chain, till) for till in pair_of] == [1, 0]
    assert brought(second, second.sell(card, BOUGHT).bill) == []
    with first.desk.store.reading() as uow:
        assert not any(one.is_wanted for one in uow.vouchers.held_by(first.desk.counter_code))
    fetch(second.desk, second.connected().transport, {"reward": "cream"}, pause=lambda _: None)
    first.sync()  # gives it up, and does not ask for it again at once
    first.sync()
    fetch(second.desk, second.connected().transport, {"reward": "cream"}, pause=lambda _: None)
    first.sync()
    assert [held(chain, till) for till in pair_of] == [0, 1]
    assert len(brought(second, second.sell(card, BOUGHT).bill)) == 1


def test_where_there_is_none_it_is_asked_for_again_after_a_while(pair_of: Two, chain: Chain) -> None:
    second = pair_of[1]
    publish_rules(chain, giving(1))
    for till in pair_of:
        till.sync()
    publish_rules(chain, giving(3))
    second.sync()
    assert held(chain, second) == 0
    chain.clock.advance(minutes=1)
    second.sync()
    assert held(chain, second) == 1


def test_a_return_elsewhere_asks_its_counter_and_all_hear_of_it(pair_of: Two, chain: Chain, card: str) -> None:
    first, second = pair_of
    publish_rules(chain, giving(40))
    first.sync()
    bill = first.sell(card, BOUGHT).bill
    (voucher,) = brought(first, bill)
    first.sync()
    second.sync()
    fetch_bill(second.desk, second.connected().transport, bill.number)
    second.cancel(bill.bill_id)
    for till in (second, first, first, second):
        till.sync()
    assert [rewards.get(till.desk, voucher.voucher_id).status for till in pair_of] == ["CANCELLED", "CANCELLED"]
    assert chain.reviews() == []


def test_what_the_server_does_not_know_yet_is_no_trouble(pair_of: Two, chain: Chain) -> None:
    first, _ = pair_of
    publish_rules(chain, giving(4))
    hear(first)
    publish_rules(chain, changed())
    first.cycle.stock_up(first.connected())
    assert held(chain, first) == 0


def test_other_refusals_are(pair_of: Two, chain: Chain, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = pair_of
    publish_rules(chain, giving(4))
    hear(first)
    monkeypatch.setattr("sync.vouchers.PATH", "/api/v1/sync/nothing")
    with pytest.raises(Refused):
        first.cycle.stock_up(first.connected())


@pytest.mark.usefixtures("pair_of")
def test_a_counter_of_an_older_protocol_knows_no_such_rules(chain: Chain) -> None:
    publish_rules(chain, giving(4))
    told = {}
    for spoken in (GIFTS_SINCE - 1, GIFTS_SINCE):
        store = desk_of(chain.running.parts, chain.office.tenant_id).store
        page = pull.pull(store, Reader("A1", "s1", protocol=spoken), after=0, limit=500, server_ms=0)  # type: ignore[arg-type]
        programs = [row.state for row in page.rows if row.topic == Topic.PROGRAM and row.state]
        told[spoken] = program_from_json(programs[-1]["program"])
    assert [len(told[one].rules) for one in sorted(told)] == [0, 1]
    assert [len(one.rewards) for one in told.values()] == [1, 1]


def test_a_counter_of_an_older_protocol_can_take_back_a_bill_that_brought_one(
    pair_of: Two, chain: Chain, card: str
) -> None:
    first, _ = pair_of
    publish_rules(chain, giving(40))
    first.sync()
    bill = first.sell(card, BOUGHT).bill
    assert len(brought(first, bill)) == 1
    first.sync()
    sold = {}
    for spoken in range(1, PROTOCOL + 1):
        reader = Reader("A2", "s1", protocol=spoken)
        *_, row = tell_bill(desk_of(chain.running.parts, chain.office.tenant_id), reader, bill.number).rows
        told = told_bill_of(row.state).sold
        assert told is not None
        sold[spoken] = told
    assert [bool(sold[one].program.rules) for one in sold] == [one >= GIFTS_SINCE for one in sold]
    assert {(one.bill, one.postings) for one in sold.values()} == {(sold[PROTOCOL].bill, sold[PROTOCOL].postings)}
