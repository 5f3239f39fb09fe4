"""A bill that one counter sold comes back at another: shown whole, posted once, and told to who sold it."""

from __future__ import annotations

from app.domain.bill import Bill
from app.domain.errors import Code
from app.services.chain.told_bills import known_bill
from app.services.returns import returnable, returns, unseen_returns
from sync.far_bills import fetch_bill
from tests.chain.counters import Chain, ChainCounter
from tests.desks import STAFF

Two = tuple[ChainCounter, ChainCounter]


def take_over(till: ChainCounter, number: str) -> returnable.Returnable:
    fetch_bill(till.desk, till.connected().transport, number)
    return returnable.find_returnable(till.desk, number)


def sold_at(first: ChainCounter, card: str | None, redeem: int = 0) -> Bill:
    bill = first.sell(card, ("General", 300), ("Medicines", 500), redeem=redeem).bill
    first.sync()
    return bill


def left_here(till: ChainCounter, bill: Bill) -> int:
    with till.desk.store.reading() as uow:
        known = known_bill(uow, bill.bill_id)
        assert known is not None
        return bill.net_minor - known.refunded(uow).total_minor


def test_it_comes_back_at_the_other_counter_with_its_whole_consequence(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    card = first.enrol(phone="9820003210")
    first.credit(card, 100_00)
    first.sync()
    first.scan(card)
    before = first.available(card)
    bill = sold_at(first, card, redeem=50_00)
    second.sync()

    found = take_over(second, bill.number)
    everything = {one.line.line_id: one.left_minor for one in found.lines}
    seen = returns.preview_lines(second.desk, bill.bill_id, everything, staff=STAFF)
    assert (seen.amount_minor, seen.points_restored) == (bill.net_minor, 50_00)
    assert seen.points_reversed == bill.earned_points
    returns.return_lines(second.desk, bill.bill_id, everything, key="all", staff=STAFF, agreed=returns.Agreed(seen))
    assert second.available(card) == before
    for till in (second, first):
        till.sync()

    assert first.available(card) == second.available(card) == chain.points(first.member_id(card)) == before
    assert (
        first.whole(first.member_id(card)) == second.whole(first.member_id(card)) == chain.whole(first.member_id(card))
    )
    assert (left_here(first, bill), left_here(second, bill)) == (0, 0)
    assert chain.reviews() == []
    with first.refuses(Code.OVER_REFUND):
        first.give_back(bill.bill_id, {"1": 300})


def test_the_same_line_given_back_at_both_moves_points_once_and_is_shown_to_a_person(
    pair_of: Two, chain: Chain
) -> None:
    first, second = pair_of
    card = first.enrol()
    bill = sold_at(first, card)
    second.sync()
    take_over(second, bill.number)
    first.give_back(bill.bill_id, {"1": 300})
    second.give_back(bill.bill_id, {"1": 300, "2": 100})
    for till in (second, first, second):
        till.sync()

    left = bill.earned_points - 9_00 - 1_00
    assert chain.points(first.member_id(card)) == left
    assert first.available(card) == second.available(card) == left
    assert chain.reviews() == ["RETURNED_TWICE"]
    assert left_here(first, bill) == left_here(second, bill) == 400_00
    with chain.reading() as unit:
        (review,) = unit.shared.reviews(is_open=True)
        (kept,) = unit.bills.refunds(bill.bill_id)
    assert (review.facts["counter"], review.facts["bill"]) == ("A1", bill.number)
    assert review.facts["too_much_minor"] == 300_00
    assert review.facts["here"]["refund_minor"] == 300_00
    assert review.facts["server"]["refund_minor"] == kept.amount_minor == 400_00


def given_unseen(till: ChainCounter, number: str, rupees: int) -> None:
    desk = till.desk.approved("vikram")
    unseen_returns.return_unseen(desk, number, amount_minor=rupees * 100, reason="broken", key=number, staff=STAFF)


def test_cash_given_without_a_line_takes_the_points_back_when_the_server_hears_of_it(
    pair_of: Two, chain: Chain
) -> None:
    first, second = pair_of
    card = first.enrol()
    bill = sold_at(first, card)
    second.sync()
    given_unseen(second, bill.number, 400)
    for till in (second, first, second):
        till.sync()

    assert chain.reviews() == []
    half = bill.earned_points // 2
    assert first.available(card) == second.available(card) == chain.points(first.member_id(card)) == half
    assert left_here(first, bill) == 400_00


def test_points_that_had_paid_come_back_with_the_cash(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    card = first.enrol()
    first.credit(card, 100_00)
    first.sync()
    first.scan(card)
    bill = sold_at(first, card, redeem=100_00)
    given_unseen(second, bill.number, bill.payable_minor // 100)
    second.sync()
    first.sync()
    assert chain.reviews() == []
    assert first.available(card) == 100_00
    assert left_here(first, bill) == 0


def test_more_cash_than_is_left_and_a_bill_nobody_knows_are_shown_to_a_person(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    bill = sold_at(first, None)
    first.give_back(bill.bill_id, {"1": 300})
    first.sync()
    given_unseen(second, bill.number, 800)
    given_unseen(second, "A1/26-27/000099", 50)
    second.sync()
    first.sync()
    assert sorted(chain.reviews()) == ["QUARANTINED", "RETURNED_TWICE"]
    assert left_here(first, bill) == 0


def test_a_bill_of_this_counter_is_not_given_back_unseen_nor_without_a_manager(pair_of: Two) -> None:
    first, second = pair_of
    bill = sold_at(first, None)
    with first.refuses(Code.INVALID, saying="was made here"):
        given_unseen(first, bill.number, 100)
    with second.refuses(Code.NEEDS_APPROVAL):
        unseen_returns.return_unseen(
            second.desk, bill.number, amount_minor=100, reason="broken", key="alone", staff=STAFF
        )


def test_a_counter_that_comes_first_is_posted_as_it_was_sealed_and_the_other_gets_what_is_left(
    pair_of: Two, chain: Chain
) -> None:
    """In whichever order: of 500 in medicines, 400 and 300 are given; 500 are posted."""
    first, second = pair_of
    card = first.enrol()
    bill = sold_at(first, card)
    take_over(second, bill.number)
    first.give_back(bill.bill_id, {"2": 400})
    second.give_back(bill.bill_id, {"2": 300})
    for till in (first, second, first):
        till.sync()
    assert chain.reviews() == ["RETURNED_TWICE"]
    with chain.reading() as unit:
        assert [one.amount_minor for one in unit.bills.refunds(bill.bill_id)] == [400_00, 100_00]
    assert chain.points(first.member_id(card)) == bill.earned_points - 5_00
    assert left_here(first, bill) == 300_00
