"""Bills and refunds: stored once, read back the same, and added up to how far a bill has come back."""

from __future__ import annotations

from dataclasses import replace

from app.domain.bill import Tender, TenderKind
from app.domain.days import INDIA
from app.domain.giving_back import GivenBack
from app.domain.reversal import Moved, Refunded
from app.persistence.uow import SqlStore
from app.services.records import bill_rows
from tests.contract import facts


def test_a_bill_comes_back_as_rung_up(store: SqlStore) -> None:
    guest = facts.bill(2, member_id=None, card_number=None, referrer_id=None, tier=None, tenders=(), rules=())
    with store.writing() as unit:
        unit.bills.add(bill_rows(facts.bill(), INDIA))
        unit.bills.add(bill_rows(guest, INDIA))
    with store.reading() as unit:
        assert unit.bills.get("b0001") == facts.bill()
        assert unit.bills.get("b0002") == guest
        assert unit.bills.by_number("A1/26-27/000002") == guest


def test_a_bill_nobody_rang_up_is_not_found(store: SqlStore) -> None:
    with store.reading() as unit:
        bills = unit.bills
        assert (bills.get("b0001"), bills.by_number("A1/26-27/000001")) == (None, None)
        assert (bills.last_of("m1"), bills.latest()) == (None, None)


def test_bills_are_walked_in_order_of_sale(store: SqlStore) -> None:
    rung = [facts.bill(1), facts.bill(2, tenders=()), facts.long_bill(lines=12), facts.bill(4)]
    rung[2] = replace(rung[2], bill_id="b0003", number="A1/26-27/000003")
    with store.writing() as unit:
        for one in reversed(rung):
            unit.bills.add(bill_rows(one, INDIA))
    with store.reading() as unit:
        assert list(unit.bills.all()) == rung


def test_the_last_bill_is_the_latest_sold(store: SqlStore) -> None:
    mine, same_instant, others = facts.bill(1), facts.bill(2, occurred_at=facts.later(1)), facts.bill(3, member_id="m2")
    with store.writing() as unit:
        for one in (others, same_instant, mine):
            unit.bills.add(bill_rows(one, INDIA))
    with store.reading() as unit:
        assert unit.bills.last_of("m1") == same_instant
        assert unit.bills.latest() == others


def test_the_last_bill_may_be_of_who_was_merged(store: SqlStore) -> None:
    with store.writing() as unit:
        for who, into in (("m1", None), ("m2", "m1")):
            unit.members.add(facts.member(who, merged_into=into), facts.card(who, int(who[1:])))
        for one in (facts.bill(1), facts.bill(2, member_id="m2")):
            unit.bills.add(bill_rows(one, INDIA))
        assert [unit.bills.last_of(who) for who in ("m1", "m2")] == [facts.bill(2, member_id="m2")] * 2


def test_refunds_of_a_bill_are_kept_in_their_order(store: SqlStore) -> None:
    first, second = facts.refund(1), facts.refund(2, kind="CANCEL", line_amounts={})
    with store.writing() as unit:
        unit.bills.add_refund(second)
        unit.bills.add_refund(first)
        unit.bills.add_refund(facts.refund(3, of="b0002"))
    with store.reading() as unit:
        assert unit.bills.refunds("b0001") == [first, second]
        assert unit.bills.refunds("b0009") == []
        assert [unit.bills.refund(one.refund_id) for one in (first, second)] == [first, second]
        assert unit.bills.refund("r0009") is None


def test_a_bill_has_come_back_as_far_as_its_refunds_add_up_to(store: SqlStore) -> None:
    by_lines = facts.refund(1, amount_minor=30_00, line_amounts={"L1": 20_00, "L2": 10_00})
    again = facts.refund(2, amount_minor=5_00, line_amounts={"L1": 5_00}, moved=Moved(1, 2, 3, 4))
    by_amount = facts.refund(3, amount_minor=7_00, line_amounts={}, moved=Moved(10, 20, 30, 40))
    with store.writing() as unit:
        assert unit.bills.refunded("b0001") == Refunded()
        for one in (by_lines, again, by_amount):
            unit.bills.add_refund(one)
    with store.reading() as unit:
        moved = Moved(90 + 11, 15_80 + 22, 1_58 + 33, 15 + 44)
        assert unit.bills.refunded("b0001") == Refunded({"L1": 25_00, "L2": 10_00}, 7_00, moved)


def test_a_cancelled_bill_is_known_as_such(store: SqlStore) -> None:
    rest = facts.refund(2, kind="CANCEL", amount_minor=159_50, line_amounts={}, moved=Moved())
    with store.writing() as unit:
        unit.bills.add_refund(facts.refund(1))
        unit.bills.add_refund(rest)
    with store.reading() as unit:
        refunded = unit.bills.refunded("b0001")
        assert (refunded.cancelled, refunded.total_minor) == (True, 189_50)


def test_what_a_bill_lacked_stands_with_it(store: SqlStore) -> None:
    bill = replace(facts.bill(1), lacking=("cream, for hands", "tea"))
    with store.writing() as unit:
        unit.bills.add(bill_rows(bill, INDIA))
    with store.reading() as unit:
        assert unit.bills.get("b0001") == bill
        assert list(unit.bills.all()) == [bill]


def test_the_number_of_a_voucher_stands_with_its_tender(store: SqlStore) -> None:
    tenders = (Tender(TenderKind.CASH, 1, 1), Tender(TenderKind.VOUCHER, 99_00, 99_00, "MV-17"))
    bill = facts.bill(1, tenders=tenders)
    with store.writing() as unit:
        unit.bills.add(bill_rows(bill, INDIA))
    with store.reading() as unit:
        assert unit.bills.get("b0001") == bill
        assert list(unit.bills.all()) == [bill]
        assert (unit.bills.taken_voucher("MV-17"), unit.bills.taken_voucher("MV-18")) == (bill.number, None)


def test_how_money_went_back_is_kept_in_its_order(store: SqlStore) -> None:
    ways = (GivenBack(TenderKind.UPI, 8_42), GivenBack(TenderKind.CASH, 20_00))
    with store.writing() as unit:
        unit.bills.add_refund(facts.refund(1, ways=ways))
        unit.bills.add_refund(facts.refund(2))
    with store.reading() as unit:
        assert [one.ways for one in unit.bills.refunds("b0001")] == [ways, ()]
        assert [one.cash_back_minor for one in unit.bills.refunds("b0001")] == [28_42, 28_42]


def test_the_newest_that_was_told_of_a_bill_is_kept(store: SqlStore) -> None:
    with store.writing() as unit:
        unit.bills.put_told("far", number="B2/26-27/000007", position=7, facts="{}")
        unit.bills.put_told("far", number="B2/26-27/000007", position=9, facts='{"a":1}')
    with store.reading() as unit:
        assert unit.bills.told("far") == ('{"a":1}', 9)
        assert unit.bills.told_by_number("B2/26-27/000007") == "far"
        assert (unit.bills.told("near"), unit.bills.told_by_number("B2/26-27/000008")) == (None, None)
