"""Vouchers as every store keeps them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.domain.member import Card, CardStatus
from app.domain.vouchers import MoveKind, VoucherMove
from app.persistence.uow import SqlStore
from app.services.ports import ChainPoint
from app.services.rewards.voucher_moves import issue, move
from app.services.rewards.voucher_records import BLANK, VoucherRecord
from tests.contract import facts

BLANK_OF_TEA = VoucherRecord("b1", "tea", BLANK, holder="A1", holder_epoch=2)


def test_a_voucher_is_found_by_its_id_code_member_and_use(store: SqlStore) -> None:
    with store.writing() as unit:
        put = issue(unit, facts.voucher(), holder="A1", epoch=2)
        used = move(unit, put, VoucherMove("v1", MoveKind.SPENT, "bill", facts.NOON, "asha"))
    with store.reading() as unit:
        assert unit.vouchers.get("v1") == unit.vouchers.by_code("V1") == used
        assert unit.vouchers.of_member("m1") == unit.vouchers.used_for("bill") == unit.vouchers.every() == [used]
        assert unit.vouchers.get("v2") is unit.vouchers.by_code("V2") is None
        assert (used.status, used.used_for, used.voucher) == ("FULFILLED", "bill", facts.voucher())


def test_what_a_voucher_took_off_a_bill_is_found_by_the_bill(store: SqlStore) -> None:
    spent = VoucherMove("v1", MoveKind.SPENT, "bill", facts.NOON, "asha", 45_50)
    with store.writing() as unit:
        used = move(unit, issue(unit, facts.voucher()), spent)
        move(unit, used, VoucherMove("v1", MoveKind.RETURNED, "bill", facts.NOON, "asha"))
        unheard = VoucherMove("v2", MoveKind.SPENT, "other bill", facts.NOON, "asha")
        move(unit, issue(unit, facts.voucher(2)), unheard)
    with store.reading() as unit:
        assert unit.vouchers.spent_on("bill") == [spent]
        assert unit.vouchers.spent_on("other bill") == [unheard]
        assert unit.vouchers.spent_on("v1") == []


def test_whoever_absorbed_a_member_has_their_vouchers(store: SqlStore) -> None:
    with store.writing() as unit:
        unit.members.add(facts.member(), facts.card())
        whole = replace(facts.member(), member_id="m2", phone=None)
        unit.members.add(whole, Card("700000000105", "m2", CardStatus.ACTIVE, facts.NOON))
        issue(unit, facts.voucher())
        issue(unit, facts.voucher(2, member="m2"))
        unit.members.set_merged("m1", "m2")
    with store.reading() as unit:
        assert [one.voucher_id for one in unit.vouchers.of_member("m2")] == ["v1", "v2"]


def test_what_is_out_is_what_is_given_out_or_set_aside(store: SqlStore) -> None:
    with store.writing() as unit:
        unit.vouchers.put(BLANK_OF_TEA)
        first, second = issue(unit, facts.voucher()), issue(unit, facts.voucher(2))
        move(unit, first, VoucherMove("v1", MoveKind.SPENT, "bill", facts.NOON, "asha"))
        assert unit.vouchers.out("tea") == 3
        assert [one.voucher_id for one in unit.vouchers.of_reward("tea")] == ["v1", "v2"]
        move(unit, second, VoucherMove("v2", MoveKind.CANCELLED, "c", facts.NOON, "asha"))
        unit.vouchers.drop("b1")
        assert (unit.vouchers.out("tea"), unit.vouchers.out("coffee")) == (1, 0)
        assert [one.status for one in unit.vouchers.of_reward("tea")] == ["FULFILLED", "CANCELLED"]
        assert unit.vouchers.of_reward("coffee") == []


def test_what_a_counter_holds_are_its_blanks_and_what_is_pending(store: SqlStore) -> None:
    with store.writing() as unit:
        unit.vouchers.put(BLANK_OF_TEA)
        issue(unit, facts.voucher(), holder="A1", epoch=1)
        issue(unit, facts.voucher(2), holder="B2", epoch=1)
        used = issue(unit, facts.voucher(3), holder="A1", epoch=1)
        move(unit, used, VoucherMove("v3", MoveKind.SPENT, "bill", facts.NOON, "asha"))
    with store.reading() as unit:
        assert [one.voucher_id for one in unit.vouchers.held_by("A1")] == ["b1", "v1"]
        assert unit.vouchers.get("b1") == BLANK_OF_TEA


def test_only_a_pending_voucher_that_ends_falls_due(store: SqlStore) -> None:
    with store.writing() as unit:
        issue(unit, facts.voucher())
        issue(unit, facts.voucher(2, expires_at=None))
        issue(unit, facts.voucher(3, expires_at=facts.NOON + timedelta(microseconds=1)))
        over = issue(unit, facts.voucher(4))
        move(unit, over, VoucherMove("v4", MoveKind.HANDED_OVER, "h", facts.NOON, "asha"))
        assert [one.voucher_id for one in unit.vouchers.due(facts.NOON, limit=9)] == ["v1"]
        assert unit.vouchers.due(facts.NOON - timedelta(microseconds=1), limit=9) == []


def test_positions_are_forgotten_and_nothing_else(store: SqlStore) -> None:
    with store.writing() as unit:
        told = replace(issue(unit, facts.voucher()), position=7, touched=ChainPoint(2, 3), is_wanted=True)
        unit.vouchers.put(told)
        assert unit.vouchers.get("v1") == told
        unit.vouchers.forget_positions()
        assert unit.vouchers.get("v1") == replace(told, position=0)


def test_moves_stay_in_their_order_and_as_they_were(store: SqlStore) -> None:
    with store.writing() as unit:
        put = issue(unit, facts.voucher())
        spent = VoucherMove("v1", MoveKind.SPENT, "bill", facts.NOON, "asha")
        move(unit, put, spent)
    with store.reading() as unit:
        issued = VoucherMove("v1", MoveKind.ISSUED, "v1", facts.NOON, "asha")
        assert unit.vouchers.moves("v1") == list(unit.vouchers.every_move()) == [issued, spent]
