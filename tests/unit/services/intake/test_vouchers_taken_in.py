"""Vouchers as a desk hears of them: from a history, from a counter, and from its server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.vouchers import MoveKind, VoucherMove
from app.services.chain import adopting_vouchers
from app.services.chain.adopting_vouchers import ToldVoucher, adopt_vouchers, state_of, told_voucher
from app.services.intake import CannotTakeIn, Incoming, take_in
from app.services.plain import NotPlainError
from app.services.ports import ChainPoint
from app.services.posting import Page
from app.services.rewards import rewards, voucher_sweeps
from app.services.rewards.voucher_moves import issue, move_row, voucher_row
from app.services.rewards.voucher_records import BLANK, VoucherRecord
from tests.contract import facts
from tests.desks import STAFF, Shop, memory_shop
from tests.unit.services.intake.counters import take
from tests.unit.services.rewards.vouchers import WITH_REWARDS, redeem, sell

AFTER = ChainPoint(1, 5)


@pytest.fixture
def shop() -> Iterator[Shop]:
    with memory_shop(WITH_REWARDS) as shop:
        yield shop


def test_a_history_brings_its_vouchers_and_what_became_of_them() -> None:
    with memory_shop(WITH_REWARDS) as first, memory_shop(WITH_REWARDS) as second:
        card = first.enrol()
        first.credit(card, 5_000_00)
        used, over, spent = redeem(first, card, "cinema"), redeem(first, card), redeem(first, card)
        bill = sell(first, card, spent).bill
        rewards.hand_over(first.desk, used.voucher_id, staff=STAFF, key="k")
        first.wait(days=60)
        assert voucher_sweeps.expire_all(first.desk) == 1
        with first.desk.store.reading() as uow:
            events = [one for one in uow.journal.events() if one.kind != "program"]
        for event in events:
            with second.desk.store.writing() as uow:
                page = Page.open(second.desk, uow)
                at, body = event.occurred_at, json.loads(event.body)
                take_in(page, Incoming(event.kind, body, at, at, is_history=True), keeps_facts=True)
                page.close("intake", {})

        with second.desk.store.reading() as uow:
            assert [(one.voucher_id, one.minor) for one in uow.vouchers.spent_on(bill.bill_id)] == [
                (spent.voucher_id, 100_00)
            ]
        for voucher, status in ((used, "FULFILLED"), (spent, "FULFILLED"), (over, "EXPIRED")):
            found = rewards.get(second.desk, voucher.voucher_id)
            assert (found.status, found.holder) == (status, "")
        assert second.available(card) == first.available(card)


def test_what_moved_is_posted_and_what_stands_is_left_where_facts_are_kept_already(shop: Shop) -> None:
    card = shop.enrol()
    shop.credit(card, 5_000_00)
    voucher = redeem(shop, card)
    made = VoucherMove(voucher.voucher_id, MoveKind.CANCELLED, "c", voucher.issued_at, STAFF)
    for kind, body in (
        (rewards.ISSUED, {"voucher": {}}),
        (rewards.MOVED, {"move": move_row(made)}),
        (voucher_sweeps.RELEASED, {"released": [voucher.voucher_id]}),
    ):
        take(shop, kind, body, keeps_facts=False)
    take(shop, voucher_sweeps.EXPIRED, {"moves": [move_row(made)]}, keeps_facts=False, is_history=True)

    assert rewards.get(shop.desk, voucher.voucher_id).status == "PENDING"


def test_what_names_no_voucher_or_one_twice_waits_for_a_person(shop: Shop) -> None:
    card = shop.enrol()
    shop.credit(card, 5_000_00)
    voucher = redeem(shop, card)
    unknown = VoucherMove("nobody's", MoveKind.CANCELLED, "c", voucher.issued_at, STAFF)
    with pytest.raises(CannotTakeIn, match="VOUCHER-UNKNOWN"):
        take(shop, rewards.MOVED, {"move": move_row(unknown)})
    with pytest.raises(CannotTakeIn, match="VOUCHER-KNOWN"):
        take(shop, rewards.ISSUED, {"voucher": voucher_row(voucher)})
    with pytest.raises(NotPlainError):
        take(shop, rewards.ISSUED, {"voucher": {"code": 7}})


def test_what_is_held_no_more_is_not_given_up_again(shop: Shop) -> None:
    with shop.desk.store.writing() as uow:
        issue(uow, facts.voucher(), holder="B2", epoch=1)
        uow.vouchers.put(VoucherRecord("blank", "tea", BLANK, holder="A1", holder_epoch=1))
    take(shop, voucher_sweeps.RELEASED, {"released": ["v1", "blank", "nobody's"]})

    with shop.desk.store.reading() as uow:
        held = uow.vouchers.get("v1")
        assert held is not None
        assert (held.holder, uow.vouchers.get("blank")) == ("B2", None)


# What the server tells


def told(shop: Shop, *vouchers: ToldVoucher, after: ChainPoint = AFTER) -> VoucherRecord | None:
    with shop.desk.store.writing() as uow:
        adopt_vouchers(uow, vouchers, after=after)
        return uow.vouchers.get("v1")


def as_told(position: int, status: str = "PENDING") -> ToldVoucher:
    record = VoucherRecord("v1", "tea", status, voucher=facts.voucher(), holder="A1", holder_epoch=2)
    return told_voucher("v1", position, state_of(record))


def test_the_latest_answer_stands(shop: Shop) -> None:
    assert told(shop, as_told(9, "FULFILLED"), as_told(7)) == as_told(9, "FULFILLED").record
    assert told(shop, as_told(10)) == as_told(10).record
    assert told(shop, ToldVoucher("v1", 11, None)) is None
    assert told(shop, ToldVoucher("v1", 12, None)) is None


def test_what_was_done_here_since_stays_until_the_answer_has_it(shop: Shop) -> None:
    with shop.desk.store.writing() as uow:
        issue(uow, facts.voucher(), holder="A1", epoch=2)
        mine = replace(as_told(3, "FULFILLED").record, touched=ChainPoint(1, 6))  # type: ignore[type-var]
        assert isinstance(mine, VoucherRecord)
        uow.vouchers.put(mine)
    assert told(shop, as_told(9)) == mine
    known = told(shop, as_told(10, "CANCELLED"), after=ChainPoint(1, 6))
    assert known is not None
    assert (known.status, known.touched) == ("CANCELLED", ChainPoint(1, 6))


@pytest.mark.parametrize("change", [{"status": "LOST"}, {"status": BLANK}, {"voucher": None}, {"holder": 7}])
def test_a_state_nobody_here_knows_is_refused(change: dict[str, object]) -> None:
    record = as_told(1).record
    assert record is not None
    with pytest.raises(NotPlainError):
        told_voucher("v1", 1, {**state_of(record), **change})


def test_a_blank_travels_without_a_voucher() -> None:
    blank = VoucherRecord("b1", "tea", BLANK, holder="A1", holder_epoch=2)
    assert told_voucher("b1", 0, adopting_vouchers.state_of(blank)).record == blank


def test_nothing_is_wanted_of_a_counter_that_is_alone(shop: Shop) -> None:
    with shop.desk.store.writing() as uow:
        issue(uow, facts.voucher(expires_at=facts.NOON + timedelta(days=1)), holder="A1", epoch=1)
    assert voucher_sweeps.release(shop.desk) == 0
