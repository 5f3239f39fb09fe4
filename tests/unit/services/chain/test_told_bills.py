"""Bills as the server tells them: another counter's comes back here, and nothing comes back twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from app.domain.bill import Bill, Tender, TenderKind
from app.domain.errors import Code
from app.domain.giving_back import GivenBack
from app.domain.program import Program
from app.domain.reversal import Refunded
from app.services.chain import outbox
from app.services.chain.adopting import adopt_page
from app.services.chain.standing import NoLine
from app.services.chain.tidings import Stretch
from app.services.chain.told_bills import ToldState, known_bill, rules_of, state_of, told_bill_of, whole_state_of
from app.services.desk import Desk
from app.services.intake import CannotTakeIn, Incoming, Taken, take_in
from app.services.papers import returned
from app.services.papers.receipt_facts import ShopFacts
from app.services.papers.receipts import Letterhead
from app.services.plain import NotPlainError
from app.services.ports import ChainPoint
from app.services.posting import Page
from app.services.returns import returnable, returns, unseen_returns
from app.services.sales import claims
from app.services.shifts import shifts
from tests.desks import PROGRAM, STAFF, Shop, memory_shop
from tests.unit.services.chains import Pair, chained

LETTERHEAD = Letterhead(ShopFacts(name="Shree Medical", address_lines=(), phone=""), "A1")


@pytest.fixture
def pair() -> Iterator[Pair]:
    with chained() as opened:
        yield opened


def known_to_both(pair: Pair, points: int = 0) -> str:
    card = pair.counter.enrol()
    pair.take_in()
    if points:
        pair.server.credit(card, points)
    pair.tell()
    return card


def tell(pair: Pair, bill: Bill, *, is_whole: bool = True) -> None:
    """A page with the bill, and everybody whole."""
    with pair.server.store.reading() as uow:
        said = whole_state_of(uow, bill, rules_of(uow, bill)) if is_whole else state_of(uow, bill)
        state = json.loads(json.dumps(said))
    tidings = pair.tidings()
    told = replace(tidings, bills=[ToldState.of(state, position=tidings.view.position)])
    stretch = Stretch(pair.position, told.view.position, is_last=True, floor=pair.link().floor, store_name="")
    assert adopt_page(pair.counter.desk, told, stretch) is not None
    pair.position = stretch.to


def post(pair: Pair, kind: str, body: dict[str, Any], *, keeps_facts: bool = True) -> Taken:
    """An event of another counter, taken in at the server."""
    shop = pair.server
    with shop.store.writing() as uow:
        page = Page.open(shop.desk, uow)
        taken = take_in(page, Incoming(kind, body, page.at, page.at), keeps_facts=keeps_facts)
        page.close("intake", {})
    return taken


def left_at(shop: Shop, bill: Bill) -> int:
    with shop.store.reading() as uow:
        known = known_bill(uow, bill.bill_id)
        assert known is not None
        return bill.net_minor - known.refunded(uow).total_minor


def test_a_bill_that_was_told_comes_back_with_all_it_moved(pair: Pair) -> None:
    card = known_to_both(pair, points=200_00)
    before = pair.server.available(card)
    bill = pair.server.sell(card, ("General", 300), ("Medicines", 500), redeem=100_00).bill
    tell(pair, bill)
    assert not returnable.is_sold_here(pair.counter.desk, bill.number)
    found = returnable.find_returnable(pair.counter.desk, bill.number)
    made = returns.return_lines(
        pair.counter.desk, bill.bill_id, {one.line.line_id: one.left_minor for one in found.lines}, key="k", staff=STAFF
    )
    assert (made.points_reversed, made.points_restored) == (bill.earned_points, 100_00)
    assert pair.counter.available(card) == before
    pair.take_in()
    tell(pair, bill)
    assert pair.images(pair.counter) == pair.images(pair.server)
    assert (left_at(pair.counter, bill), left_at(pair.server, bill)) == (0, 0)
    with pair.counter.store.reading() as uow:
        assert returned.number_of(pair.counter.desk, uow, made.refund_id) == f"{bill.number}-A1R1"
    assert returned.find(pair.counter.desk, f"{bill.number}-A1R1").refund_id == made.refund_id
    job = returned.claim(pair.counter.desk, made.refund_id)
    assert returned.facts(pair.counter.desk, job, LETTERHEAD).original_bill_number == bill.number
    with pair.counter.refuses(Code.UNKNOWN_BILL):
        returned.find(pair.counter.desk, "Z9/26-27/000001-R1")


def test_what_came_back_elsewhere_of_an_own_bill_is_taken_from_what_is_left(pair: Pair) -> None:
    card = known_to_both(pair)
    bill = pair.counter.sell(card, ("General", 300), ("Medicines", 500)).bill
    pair.take_in()
    pair.server.give_back(bill.bill_id, {"1": 300})
    tell(pair, bill, is_whole=False)
    assert left_at(pair.counter, bill) == 500_00
    with pair.counter.refuses(Code.OVER_REFUND):
        pair.counter.give_back(bill.bill_id, {"1": 300})
    pair.counter.give_back(bill.bill_id, {"2": 500})
    pair.take_in()
    tell(pair, bill, is_whole=False)
    assert pair.images(pair.counter) == pair.images(pair.server)
    assert pair.server.available(card) == 0


def test_a_bill_some_of_which_came_back_elsewhere_gets_no_card_any_more(pair: Pair) -> None:
    card = known_to_both(pair)
    bill = pair.counter.sell(None, ("General", 300)).bill
    pair.take_in()
    pair.server.give_back(bill.bill_id, 100)
    tell(pair, bill, is_whole=False)
    with pair.counter.refuses(Code.INVALID, saying="has come back"):
        claims.claim_points(pair.counter.desk, bill.bill_id, card_number=card, key="k", staff=STAFF)


def test_an_older_word_of_a_bill_does_not_replace_a_later_one(pair: Pair) -> None:
    bill = pair.server.sell(None, ("General", 300)).bill
    with pair.server.store.reading() as uow:
        early = ToldState.of(whole_state_of(uow, bill, rules_of(uow, bill)), position=1)
    pair.server.give_back(bill.bill_id, 300)
    tell(pair, bill)
    stretch = Stretch(pair.position, pair.position, is_last=True, floor=pair.link().floor, store_name="")
    assert adopt_page(pair.counter.desk, replace(pair.tidings(), bills=[early]), stretch) is not None
    assert left_at(pair.counter, bill) == 0


def test_a_return_that_came_too_late_is_refused_and_counts_no_more(pair: Pair) -> None:
    card = known_to_both(pair)
    bill = pair.counter.sell(card, ("General", 300), ("Medicines", 500)).bill
    pair.take_in()
    pair.counter.give_back(bill.bill_id, {"1": 300})
    pair.server.give_back(bill.bill_id, {"1": 300, "2": 100})
    tell(pair, bill, is_whole=False)
    assert left_at(pair.counter, bill) == 100_00  # its own has not been heard yet
    pair.take_in()
    tell(pair, bill, is_whole=False)
    assert left_at(pair.counter, bill) == left_at(pair.server, bill) == 400_00
    pair.counter.give_back(bill.bill_id, {"2": 400})
    pair.take_in()
    tell(pair, bill, is_whole=False)
    assert pair.images(pair.counter) == pair.images(pair.server)
    assert pair.server.available(card) == 0


def refund_of(pair: Pair, made_at: Desk) -> dict[str, Any]:
    with pair.counter.store.reading() as uow:
        (event,) = [one for one in uow.journal.events() if one.kind == "refund"][-1:]
    assert made_at is pair.counter.desk
    return json.loads(event.body)  # type: ignore[no-any-return]


def test_of_two_returns_of_one_line_the_second_gets_what_is_left_and_is_noted(pair: Pair) -> None:
    card = known_to_both(pair)
    bill = pair.counter.sell(card, ("Medicines", 500)).bill
    pair.take_in()
    pair.counter.give_back(bill.bill_id, {"1": 300})
    pair.server.give_back(bill.bill_id, {"1": 400})
    taken = post(pair, "refund", refund_of(pair, pair.counter.desk))
    (note,) = taken.notes
    assert (note.kind, note.facts["too_much_minor"]) == ("RETURNED_TWICE", 200_00)
    assert note.facts["here"]["refund_minor"] == 300_00
    assert note.facts["server"]["refund_minor"] == 400_00
    with pair.server.store.reading() as uow:
        assert sorted(one.line_amounts["1"] for one in uow.bills.refunds(bill.bill_id)) == [100_00, 400_00]
    assert pair.server.available(card) == 0


def test_a_cancelled_bill_gives_back_the_rest_only(pair: Pair) -> None:
    bill = pair.counter.sell(None, ("Medicines", 500)).bill
    pair.take_in()
    pair.counter.cancel(bill.bill_id)
    pair.server.give_back(bill.bill_id, 200)
    taken = post(pair, "refund", refund_of(pair, pair.counter.desk))
    assert taken.notes[0].facts["too_much_minor"] == 200_00
    assert left_at(pair.server, bill) == 0
    again = {**refund_of(pair, pair.counter.desk)}
    again["refund"] = {**again["refund"], "refund_id": "another"}
    assert post(pair, "refund", again).notes[0].facts["too_much_minor"] == 500_00
    with pair.server.store.reading() as uow:
        assert len(uow.bills.refunds(bill.bill_id)) == 2


def test_a_return_of_a_bill_nobody_knows_is_not_posted(pair: Pair) -> None:
    bill = pair.counter.sell(None, ("Medicines", 500)).bill
    pair.take_in()
    pair.counter.give_back(bill.bill_id, {"1": 100})
    body = refund_of(pair, pair.counter.desk)
    body["refund"] = {**body["refund"], "bill_id": "nowhere"}
    with pytest.raises(CannotTakeIn, match="BILL-UNKNOWN"):
        post(pair, "refund", body)


def unseen(pair: Pair, number: str, rupees: int, **changes: Any) -> unseen_returns.UnseenReturn:
    asked = {"amount_minor": rupees * 100, "reason": "broken", "key": number, "staff": STAFF, **changes}
    return unseen_returns.return_unseen(pair.counter.desk.approved("vikram"), number, **asked)


def test_cash_for_a_bill_nobody_sees_is_settled_by_the_server(pair: Pair) -> None:
    card = known_to_both(pair, points=200_00)
    before = pair.server.available(card)
    bill = pair.server.sell(card, ("Medicines", 500), redeem=100_00).bill
    made = unseen(pair, bill.number, 490)
    assert unseen(pair, bill.number, 490) == made
    assert shifts.running(pair.counter.desk).figures.returned_minor == 490_00
    (waiting,) = outbox.outbox(pair.counter.desk).unsent
    assert (waiting.subject, waiting.amount_minor) == (bill.number, 490_00)
    with pair.counter.store.reading() as uow:
        (event,) = [one for one in uow.journal.events() if one.kind == "refund-unseen"]
    assert post(pair, event.kind, json.loads(event.body), keeps_facts=False).notes == []
    pair.take_in()
    assert pair.server.available(card) == before
    assert left_at(pair.server, bill) == 0


def test_cash_for_a_bill_of_somebody_without_a_card(pair: Pair) -> None:
    bill = pair.server.sell(None, ("Medicines", 500)).bill
    unseen(pair, bill.number, 200)
    pair.take_in()
    assert left_at(pair.server, bill) == 300_00
    unseen(pair, bill.number, 400, key="again")
    with pair.counter.store.reading() as uow:
        *_, event = [one for one in uow.journal.events() if one.kind == "refund-unseen"]
    (note,) = post(pair, event.kind, json.loads(event.body)).notes
    assert note.facts["too_much_minor"] == 100_00
    assert left_at(pair.server, bill) == 0


def test_cash_for_a_bill_that_is_not_there_waits_for_a_person(pair: Pair) -> None:
    unseen(pair, "B2/26-27/000009", 200)
    with pytest.raises(CannotTakeIn, match="BILL-UNKNOWN"):
        pair.take_in()


def test_cash_goes_back_unseen_only_with_a_reason_a_server_and_a_managers_word(pair: Pair) -> None:
    bill = pair.counter.sell(None, ("Medicines", 500)).bill
    with pair.counter.refuses(Code.INVALID, saying="Say why"):
        unseen(pair, "B2/26-27/000009", 10, reason="  ")
    with pair.counter.refuses(Code.INVALID, saying="was made here"):
        unseen(pair, bill.number, 10)
    with pair.counter.refuses(Code.NEEDS_APPROVAL):
        unseen_returns.return_unseen(
            pair.counter.desk, "B2/26-27/000009", amount_minor=1, reason="broken", key="k", staff=STAFF
        )
    with pair.server.refuses(Code.ONLY_SERVER):
        unseen_returns.return_unseen(
            pair.server.desk, "B2/26-27/000009", amount_minor=1, reason="broken", key="k", staff=STAFF
        )
    with pair.counter.refuses(Code.NO_LINE):
        NoLine().fetch_bill("B2/26-27/000009")


def test_money_goes_back_as_it_was_paid_until_a_way_holds_no_more(pair: Pair) -> None:
    shop = pair.counter
    tenders = (Tender(TenderKind.CASH, 100_00, 100_00), Tender(TenderKind.UPI, 400_00, 400_00))
    bill = shop.sell(None, ("Medicines", 500), tenders=tenders).bill
    for rupees in (100, 400):
        shop.give_back(bill.bill_id, rupees)
    with shop.store.reading() as uow:
        first, second = uow.bills.refunds(bill.bill_id)
    assert first.ways == (GivenBack(TenderKind.CASH, 20_00), GivenBack(TenderKind.UPI, 80_00))
    assert second.ways == (GivenBack(TenderKind.CASH, 80_00), GivenBack(TenderKind.UPI, 320_00))
    drawer = shifts.running(shop.desk).figures.drawer(0)
    assert (drawer.returned_minor, drawer.expected_minor) == (100_00, 0)
    pair.take_in()
    with pair.server.store.reading() as uow:
        assert [one.ways for one in uow.bills.refunds(bill.bill_id)] == [first.ways, second.ways]


def test_all_of_it_goes_back_in_one_way_that_money_can_go(pair: Pair) -> None:
    shop = pair.counter
    bill = shop.sell(None, ("Medicines", 500)).bill
    with shop.refuses(Code.INVALID, saying="in cash, by UPI or by card"):
        returns.return_lines(shop.desk, bill.bill_id, {"1": 100}, key="k", staff=STAFF, way=TenderKind.VOUCHER)
    returns.return_lines(shop.desk, bill.bill_id, {"1": 100_00}, key="k", staff=STAFF, way=TenderKind.CARD)
    returns.return_lines(shop.desk, bill.bill_id, {"1": 400_00}, key="l", staff=STAFF, way=TenderKind.CASH)
    with shop.store.reading() as uow:
        assert [one.given for one in uow.bills.refunds(bill.bill_id)] == [
            (GivenBack(TenderKind.CARD, 100_00),),
            (GivenBack(TenderKind.CASH, 400_00),),
        ]


def test_what_points_had_paid_does_not_go_back_in_money(pair: Pair) -> None:
    card = known_to_both(pair, points=8000_00)
    bill = pair.server.sell(card, ("Medicines", 500), redeem=2500_00).bill
    tell(pair, bill)
    for way in (None, TenderKind.UPI):
        seen = returns.preview_lines(pair.counter.desk, bill.bill_id, {"1": 500_00}, staff=STAFF, way=way)
        assert seen.points_restored == 2500_00
        assert [one.amount_minor for one in seen.ways] == [bill.payable_minor]


@pytest.mark.parametrize(
    "state",
    [
        "bill",
        {"bill": "b", "number": "n", "refunds": ["refund"]},
        {"bill": "b", "number": "n", "refunds": [{"taken": {"e": "1"}}]},
        {"bill": "b", "number": "n", "sold": "sold"},
        {"bill": "b", "number": 7},
    ],
)
def test_what_is_no_bill_is_not_taken_for_one(state: object) -> None:
    with pytest.raises(NotPlainError):
        told_bill_of(state)


def test_only_returns_told_of_a_bill_that_is_not_here_find_no_bill(pair: Pair) -> None:
    bill = pair.server.sell(None, ("General", 300)).bill
    tell(pair, bill, is_whole=False)
    with pair.counter.refuses(Code.UNKNOWN_BILL):
        returnable.find_returnable(pair.counter.desk, bill.number)
    with pair.counter.store.reading() as uow:
        assert known_bill(uow, bill.bill_id) is None
        assert uow.bills.refunded(bill.bill_id) == Refunded()
    assert ChainPoint(1, 0) < pair.included


@pytest.mark.parametrize("rules", [PROGRAM, None])
def test_nobodys_bill_by_rules_that_a_restored_server_lost_comes_back_and_is_told(
    rules: Program | None, pair: Pair
) -> None:
    """Nothing was ever published at a server that was set up anew."""
    sold = pair.counter.sell(None, ("General", 300)).bill
    pair.counter.give_back(sold.bill_id, 100)
    with pair.counter.store.reading() as uow:
        *_, bill_event, refund_event = uow.journal.events()
    bill_body = json.loads(bill_event.body)
    bill_body["bill"]["program_version"] = 99
    with memory_shop(rules) as anew, anew.store.writing() as uow:
        page = Page.open(anew.desk, uow)
        for kind, body in (("bill", bill_body), ("refund", json.loads(refund_event.body))):
            take_in(page, Incoming(kind, body, page.at, page.at), keeps_facts=True)
        kept = uow.bills.get(sold.bill_id)
        assert kept is not None
        told = told_bill_of(state_of(uow, kept))
        page.close("intake", {})
    assert [one.refund.amount_minor for one in told.refunds] == [100_00]
