"""Intake: each kind of event of a counter's chain, posted into another ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from app.domain.cart import BillDiscount, Cart, CartLine
from app.domain.codes import card_number
from app.domain.days import INDIA
from app.domain.expiry import Expiry, ExpiryMode
from app.domain.item import Item
from app.domain.lots import EMPTY
from app.domain.member import CardStatus
from app.domain.program import DEFAULT_TIERS, Earning, Program
from app.domain.rules import DecisionRule, PointsFixed, PointsToReferrer
from app.domain.tiers import Level, TierScheme
from app.domain.triggers import Trigger
from app.persistence.home import memory_home
from app.persistence.uow import SqlStore
from app.services import intake
from app.services.catalogue import catalogue
from app.services.intake import CannotTakeIn, Incoming, Taken
from app.services.members import editing, members, merging, sweeps
from app.services.papers import cards
from app.services.plain import NotPlainError
from app.services.ports import ChainPoint, Event
from app.services.posting import Page
from app.services.programs.program import publish
from app.services.records import bill_rows, bill_rows_of
from app.services.sales.checkout import SaleRequest, commit_sale
from app.services.sales.claims import claim_points
from tests.desks import PROGRAM, STAFF, Shop, changed, memory_shops

NUMBERING = 7_000_000


@contextmanager
def open_store(tenant: str) -> Iterator[SqlStore]:
    """A store in which nothing was ever published."""
    with memory_home(tenant_id=tenant, counter_code="HQ", calendar=INDIA) as home:
        yield home.store


class Chain:
    """A counter that was alone, `there`, and the ledger its events are posted into, `here`."""

    def __init__(self, here: Shop, there: Shop) -> None:
        self.here = Shop(replace(here.desk, counter_code="HQ", is_server=True), here.clock)
        self.there = there
        self.sent = ChainPoint(1, 1)  # the program is published here already

    def send(self, *, is_history: bool = False, shift: timedelta = timedelta(0)) -> list[Taken]:
        """Post what waits, an event a transaction."""
        with self.there.store.reading() as unit:
            events = unit.journal.after(self.sent, limit=1000)
        taken = [self.post(self.incoming(one, is_history=is_history, shift=shift)) for one in events]
        if events:
            self.sent = ChainPoint(events[-1].epoch, events[-1].seq)
        self.here.clock.advance(self.there.clock.today)
        return taken

    def incoming(self, event: Event, *, is_history: bool = False, shift: timedelta = timedelta(0)) -> Incoming:
        at, now = event.occurred_at + shift, self.here.clock.today
        body = json.loads(event.body)
        return Incoming(event.kind, body, at, max(at, now), shift, is_history=is_history, numbering=NUMBERING)

    def post(self, incoming: Incoming) -> Taken:
        with self.here.store.writing() as unit:
            page = Page.open(self.here.desk, unit)
            received = page.at
            taken = intake.take_in(page, incoming, keeps_facts=True)
            page.at = max(received, incoming.received_at)
            body = {
                name: incoming.body[name] for name in ("bill", "lines", "tenders", "details") if name in incoming.body
            }
            is_bill = incoming.kind == "bill" and not incoming.is_history
            page.close("bill" if is_bill else "intake", body if is_bill else {})
        return taken

    def made_up(self, kind: str, body: dict[str, Any], *, is_history: bool = False) -> Taken:
        now = self.here.clock.today
        return self.post(Incoming(kind, body, now, now, is_history=is_history, numbering=NUMBERING))


@pytest.fixture
def chain() -> Iterator[Chain]:
    with memory_shops("here") as (here,), memory_shops("there") as (there,):
        yield Chain(here, there)


def standing(shop: Shop, card: str) -> tuple[int, str]:
    return shop.available(card), shop.tier(card)


def test_a_day_of_a_counter_comes_to_the_same_here(chain: Chain) -> None:
    there = chain.there
    friend = there.enrol("Ravi Rao", phone="+919812345678")
    card = there.enrol("Meena Iyer", referrer_card=friend)
    there.credit(card, 300_00)
    there.credit(card, -20_00)
    sold = there.sell(card, ("General", 1200), redeem=100_00)
    there.give_back(sold.bill.bill_id, 600)
    there.sell(None, ("General", 50))
    there.give_back(there.sell(None, ("General", 80)).bill.bill_id, 80)
    there.cancel(there.sell(card, ("Medicines", 100)).bill.bill_id)
    back = there.sell(card, ("General", 90)).bill.bill_id
    there.give_back(back, 90)
    there.cancel(back)
    members.link_referrer(there.desk, friend, referrer_card=there.enrol("Anil Das"), staff=STAFF)
    chain.send()
    for number in (card, friend):
        assert standing(chain.here, number) == standing(there, number)
    assert chain.send() == []


def test_products_and_cards_that_came_later_come_here_whole(chain: Chain) -> None:
    there = chain.there
    card, friend = there.enrol(), there.enrol("Ravi Rao")
    members.link_referrer(there.desk, card, referrer_card=friend, staff=STAFF)
    item = Item("8901030875021", "3004", "B1", date(2030, 6, 30), Decimal(12))
    line = CartLine("1", "General", Decimal(1), 1200_00, "Soap", item=item, discount=BillDiscount(Decimal(5)))
    sold = commit_sale(there.desk, SaleRequest(Cart((line,))), key="1", staff=STAFF).bill
    claim_points(there.desk, sold.bill_id, card_number=card, key="1", staff=STAFF)
    catalogue.take_in(there.desk, [], with_batches=True, source="list.csv", staff=STAFF)
    chain.send()
    for shop in (there, chain.here):
        with shop.store.reading() as unit:
            bill = unit.bills.get(sold.bill_id)
        assert bill is not None
        assert (bill.lines[0].item, bill.lines[0].line_discount_minor, bill.card_number) == (item, 60_00, card)
        assert bill.earned_points == 34_20
    assert standing(chain.here, card) == standing(there, card)
    there.give_back(sold.bill_id, 1140)
    chain.send()
    assert standing(chain.here, card) == standing(there, card) == (0, "Bronze")


def test_a_card_that_came_later_has_its_bill_here_once(chain: Chain) -> None:
    there = chain.there
    card = there.enrol()
    sold = there.sell(None, ("General", 100), ("General", 50)).bill
    claim_points(there.desk, sold.bill_id, card_number=card, key="1", staff=STAFF)
    enrolled, bill, claim = latest(there, 3)
    chain.post(chain.incoming(enrolled))
    with pytest.raises(CannotTakeIn, match="BILL-UNKNOWN"):
        chain.post(chain.incoming(claim))
    sealed = chain.incoming(bill)
    with pytest.raises(CannotTakeIn, match="BILL-INEXACT"):
        chain.post(replace(sealed, body={**sealed.body, "details": []}))
    chain.post(sealed)
    late = chain.incoming(claim)
    with pytest.raises(CannotTakeIn, match="CLAIM-INEXACT"):
        chain.post(replace(late, body={**late.body, "claim": {**late.body["claim"], "line_points": "1"}}))
    chain.post(late)
    with pytest.raises(CannotTakeIn, match="CLAIM-TWICE"):
        chain.post(late)
    with chain.here.store.writing() as unit, pytest.raises(CannotTakeIn, match="ENTRY-TWICE"):
        intake.take_in(Page.open(chain.here.desk, unit), late, keeps_facts=False)


def test_a_card_printed_again_is_only_history(chain: Chain) -> None:
    card = chain.there.enrol()
    chain.send()
    before = chain.here.tables()
    for _ in range(2):
        cards.count_printed(chain.there.desk, [card], staff=STAFF)
    (taken,) = chain.send()
    assert taken == Taken()
    after = chain.here.tables()
    assert {name for name in after if after[name] != before[name]} == {"counters", "events"}, "nothing but its event"


def test_a_stolen_card_stays_stopped_until_the_server_says_otherwise(chain: Chain) -> None:
    card = chain.there.enrol()
    for status in (CardStatus.LOST, CardStatus.ACTIVE, CardStatus.BLOCKED):
        members.set_card_status(chain.there.desk, card, status, staff=STAFF)
    *_, lost, active, blocked = chain.send()
    assert ([note.kind for note in lost.notes], [note.kind for note in active.notes]) == ([], ["CARD_STAYS"])
    assert [note.kind for note in blocked.notes] == ["CARD_STAYS"]
    assert status_of(chain.here, card) is CardStatus.LOST


def test_in_a_history_a_card_may_have_been_let_in_again(chain: Chain) -> None:
    card = chain.there.enrol()
    for status in (CardStatus.BLOCKED, CardStatus.ACTIVE, CardStatus.ACTIVE):
        members.set_card_status(chain.there.desk, card, status, staff=STAFF)
    chain.send(is_history=True)
    assert status_of(chain.here, card) is CardStatus.ACTIVE


def status_of(shop: Shop, number: str) -> CardStatus:
    card = members.find_card(shop.desk, number)[0].card
    assert card is not None
    return card.status


def test_a_card_replaced_at_two_counters_is_the_last_one(chain: Chain) -> None:
    card = chain.there.enrol()
    chain.send()
    second = members.replace_card(chain.there.desk, card, staff=STAFF).card
    first = members.replace_card(chain.here.desk, card, staff=STAFF).card
    assert first is not None
    assert second is not None
    (taken,) = chain.send()
    assert [note.kind for note in taken.notes] == ["CARD_TWICE_REPLACED"]
    assert status_of(chain.here, second.number) is CardStatus.ACTIVE
    assert {status_of(chain.here, one) for one in (card, first.number)} == {CardStatus.REPLACED}
    with pytest.raises(CannotTakeIn, match="CARD-TAKEN"):
        chain.made_up("replace", {"card": second.number, "by": first.number})


def test_a_card_number_of_a_history_that_is_taken_is_exchanged(chain: Chain) -> None:
    """What the history says of it later is about the card that stands for it."""
    number, later = card_number("7000123410"), card_number("7000123420")
    for taken in (number, later):
        chain.here.enrol(f"Holder of {taken}", card_number=taken)
    holders = [chain.here.member_id(one) for one in (number, later)]
    chain.sent = ChainPoint(1, 0)
    chain.there.enrol("Meena Iyer", card_number=number)
    member_id = chain.there.member_id(number)
    chain.there.sell(number, ("General", 500))
    members.set_card_status(chain.there.desk, number, CardStatus.BLOCKED, staff=STAFF)
    members.replace_card(chain.there.desk, number, new_number=later, staff=STAFF)
    notes = [note for taken in chain.send(is_history=True) for note in taken.notes]
    assert [(note.kind, note.facts["members"], note.facts["card"]) for note in notes] == [
        ("CARD_TAKEN", [holders[0], member_id], number),
        ("CARD_TAKEN", [holders[1], member_id], later),
    ]
    first, second = (note.facts["instead"] for note in notes)
    with chain.here.store.reading() as unit:
        held = {one.number: one.status for one in unit.members.cards_of(member_id)}
    assert held == {first: CardStatus.REPLACED, second: CardStatus.ACTIVE}
    assert [status_of(chain.here, one) for one in (number, later)] == [CardStatus.ACTIVE] * 2
    assert chain.here.available(second) == chain.there.available(later) > 0


def test_a_taken_card_with_the_holders_phone_is_noted_once(chain: Chain) -> None:
    number, phone = card_number("7000123410"), "+919812345678"
    chain.here.enrol("Meena Iyer", phone=phone, card_number=number)
    chain.there.enrol("Meena Iyer", phone=phone, card_number=number)
    members_of = [shop.member_id(number) for shop in (chain.here, chain.there)]
    (taken,) = chain.send(is_history=True)
    ((kind, facts),) = [(note.kind, note.facts) for note in taken.notes]
    assert (kind, facts["members"], facts["card"]) == ("SAME_PHONE", members_of, number)
    assert chain.here.member_id(facts["instead"]) == members_of[1]


def test_the_same_phone_twice_stands_and_is_noted(chain: Chain) -> None:
    twin = chain.here.enrol("Meena", phone="+919812345678", card_number=card_number("9999999999"))
    card = chain.there.enrol("Meena Iyer", phone="+919812345678")
    (taken,) = chain.send()
    assert [note.kind for note in taken.notes] == ["SAME_PHONE"]
    assert taken.notes[0].facts["members"] == [chain.here.member_id(twin), chain.there.member_id(card)]


def test_a_friend_nobody_knows_here_is_noted(chain: Chain) -> None:
    friend = chain.there.enrol("Ravi Rao")
    chain.sent = ChainPoint(1, 2)
    chain.there.enrol("Meena Iyer", referrer_card=friend)
    (taken,) = chain.send()
    assert [note.kind for note in taken.notes] == ["REFERRER_UNKNOWN"]


def test_who_brought_whom_is_set_once_and_never_in_a_circle(chain: Chain) -> None:
    ids = [chain.there.member_id(chain.there.enrol(name)) for name in ("Meena", "Ravi", "Anil")]
    chain.send()
    chain.made_up("referrer", {"member": ids[0], "referrer": ids[1]})
    again = chain.made_up("referrer", {"member": ids[0], "referrer": ids[1]})
    other = chain.made_up("referrer", {"member": ids[0], "referrer": ids[2]})
    circle = chain.made_up("referrer", {"member": ids[1], "referrer": ids[0]})
    kinds = [[note.kind for note in taken.notes] for taken in (again, other, circle)]
    assert kinds == [[], ["REFERRER_REFUSED"], ["REFERRER_REFUSED"]]


def test_points_that_expired_here_come_back_for_a_redemption_made_before(chain: Chain) -> None:
    there, here = chain.there, chain.here
    card = there.enrol()
    day = there.clock.today + timedelta(days=10)
    there.credit(card, 100_00, expires_at=day)
    there.credit(card, 100_00)
    chain.send()
    there.wait(days=9)
    sold = there.sell(card, ("General", 100), redeem=60_00)
    here.wait(days=20)
    assert sweeps.expire_all(here.desk) == 1
    (taken,) = chain.send()
    assert taken.spent == {there.member_id(card): 60_00}
    kinds = [one.entry.kind.value for one in entries(here, card)]
    assert kinds.count("UNEXPIRE") == 1
    there.wait(days=20)
    assert here.available(card) == there.available(card)
    there.cancel(sold.bill.bill_id)
    chain.send()
    assert here.available(card) == there.available(card)


def entries(shop: Shop, card: str) -> Any:
    with shop.store.reading() as unit:
        return unit.ledger.of_member(shop.member_id(card))


def test_an_earning_that_expired_here_is_taken_back_out_of_its_expiry(chain: Chain) -> None:
    there, here = chain.there, chain.here
    for shop in (there, here):
        shop.publish(changed(expiry=Expiry(ExpiryMode.DAYS, 5)))
    chain.sent = ChainPoint(1, 2)
    card = there.enrol()
    sold = there.sell(card, ("General", 100))
    chain.send()
    there.wait(days=4)
    there.cancel(sold.bill.bill_id)
    here.wait(days=9)
    sweeps.expire_all(here.desk)
    chain.send()
    assert [one.entry.kind.value for one in entries(here, card)] == ["EARN", "EXPIRE", "UNEXPIRE", "REVERSE"]
    assert here.available(card) == 0


def test_a_history_brings_expiries_tiers_merges_and_programs(chain: Chain) -> None:
    there, here = chain.there, chain.here
    chain.sent = ChainPoint(1, 0)
    scheme = TierScheme((Level("Bronze"), Level("Silver", Decimal("1.25"), min_spend_minor=500_00)))
    there.publish(changed(expiry=Expiry(ExpiryMode.DAYS, 5), tiers=scheme))
    card, other = there.enrol("Meena Iyer"), there.enrol("M. Iyer")
    there.sell(card, ("General", 600))
    undone = there.sell(card, ("General", 10)).bill.bill_id
    there.sell(other, ("General", 100))
    merging.merge(there.desk, [other], into=card, staff=STAFF)
    there.wait(days=500)
    sweeps.expire_all(there.desk)
    there.cancel(undone)
    sweeps.review_tiers(there.desk, staff=STAFF)
    there.sell(card, ("General", 100))
    chain.send(is_history=True)
    assert standing(here, card) == standing(there, card) == (3_00, "Bronze")
    assert not members.find_card(here.desk, other)[0].is_active
    with here.store.reading() as unit:
        assert unit.programs.version(-NUMBERING - 2).tiers == scheme
        assert unit.bills.last_of(here.member_id(card)).program_version == -NUMBERING - 2
        # what was in force here came from the same history
        assert unit.programs.in_force(here.clock.now()).expiry.n == 5


def test_rules_that_wait_at_the_server_wait_for_a_counter_that_joins_as_well(chain: Chain) -> None:
    begins = chain.here.clock.today + timedelta(days=5)
    publish(chain.here.desk, changed(referral_percent=Decimal(7)), staff=STAFF, holds_from=begins)
    for percent in (3, 4, 5):
        chain.there.publish(changed(referral_percent=Decimal(percent)))
    chain.sent = ChainPoint(1, 0)
    chain.send(is_history=True)
    with chain.here.store.reading() as unit:
        programs, now = unit.programs, chain.here.clock.now()
        assert (programs.in_force(now).version > 4, programs.in_force(now).referral_percent) == (True, 0)
        assert [one.referral_percent for one in programs.waiting(now)] == [7]
        assert programs.in_force(begins).version == programs.latest_version()


def test_a_server_with_rules_of_its_own_keeps_them(chain: Chain) -> None:
    chain.here.publish(changed(referral_percent=Decimal(7)))
    chain.there.publish(changed(referral_percent=Decimal(3)))
    chain.sent = ChainPoint(1, 0)
    chain.send(is_history=True)
    with chain.here.store.reading() as unit:
        assert unit.programs.in_force(chain.here.clock.now()).referral_percent == 7
        assert unit.programs.latest_version() == 3  # above both sides'


def test_what_is_merged_already_is_merged(chain: Chain) -> None:
    card = chain.there.enrol()
    chain.send()
    member_id = chain.there.member_id(card)
    chain.made_up("merge", {"target": member_id, "sources": [member_id]}, is_history=True)
    assert chain.here.available(card) == 0


def test_a_wrong_clock_moves_what_was_earned_to_its_right_day(chain: Chain) -> None:
    program = changed(earning=Earning(pending_days=3), expiry=Expiry(ExpiryMode.DAYS, 30))
    for shop in (chain.here, chain.there):
        shop.publish(program)
    chain.sent = ChainPoint(1, 2)
    there, late = chain.there, timedelta(days=10)
    card = there.enrol()
    there.credit(card, 50_00, expires_at=there.clock.today + timedelta(days=90))
    there.sell(card, ("General", 100), redeem=20_00)
    chain.here.wait(days=11)
    chain.send(shift=late)
    mine, theirs = ({one.entry.entry_id: one.entry for one in entries(shop, card)} for shop in (chain.here, there))
    for entry_id, entry in theirs.items():
        assert mine[entry_id].occurred_at - entry.occurred_at == late
    earned = [(mine[key], theirs[key]) for key in mine if mine[key].kind.value == "EARN"]
    assert [(here.available_at - one.available_at, here.expires_at - one.expires_at) for here, one in earned] == [
        (late, late)
    ]


@pytest.mark.parametrize(
    ("kind", "body", "code"),
    [
        ("dance", {}, "KIND-UNKNOWN"),
        ("expire", {"entries": []}, "KIND-UNKNOWN"),
        ("referrer", {"member": "nobody", "referrer": "nobody"}, "MEMBER-UNKNOWN"),
        ("card", {"card": "1", "status": "LOST"}, "CARD-UNKNOWN"),
    ],
)
def test_what_is_not_known_here_cannot_be_taken_in(chain: Chain, kind: str, body: dict[str, Any], code: str) -> None:
    with pytest.raises(CannotTakeIn, match=code):
        chain.made_up(kind, body)


def test_a_lease_event_needs_no_more_than_its_totals(chain: Chain) -> None:
    assert chain.made_up("lease", {"lease": {}}) == Taken()


def test_what_an_event_points_at_has_to_be_here(chain: Chain) -> None:
    there = chain.there
    card = there.enrol()
    first = there.sell(card, ("General", 100)).bill
    events = latest(there, 2)
    there.cancel(first.bill_id)
    (refund,) = latest(there, 1)
    chain.post(chain.incoming(events[0]))
    with pytest.raises(CannotTakeIn, match="BILL-UNKNOWN"):
        chain.post(chain.incoming(refund))
    taking_back = {**json.loads(refund.body)}
    with pytest.raises(CannotTakeIn, match="ENTRY-UNKNOWN"):
        chain.made_up("adjust", {"entries": taking_back["entries"]})
    sold = chain.incoming(events[1])
    elsewhere = {**sold.body, "bill": {**sold.body["bill"], "program_version": 99}}
    with pytest.raises(CannotTakeIn, match="PROGRAM-UNKNOWN"):
        chain.post(replace(sold, body=elsewhere))
    with pytest.raises(CannotTakeIn, match="STATUS-UNKNOWN"):
        chain.made_up("card", {"card": card, "status": "SMILING"})
    with pytest.raises(CannotTakeIn, match="CARD-TAKEN"):
        chain.post(chain.incoming(events[0]))


def test_a_new_member_comes_with_a_card_of_their_own(chain: Chain) -> None:
    chain.there.enrol()
    (enrolled,) = latest(chain.there, 1)
    body = json.loads(enrolled.body)
    with pytest.raises(CannotTakeIn, match="CARD-FOREIGN"):
        chain.made_up("enrol", {**body, "member": {**body["member"], "member_id": "somebody"}})


@pytest.mark.parametrize("day", ["2026-02-30", "tomorrow", 7, None])
def test_what_is_no_day_is_not_taken_for_the_days_own(chain: Chain, day: object) -> None:
    bill = chain.there.sell(chain.there.enrol(), ("General", 100)).bill
    rows = bill_rows_of(bill, {"bill": {"business_day": day}}, INDIA)
    assert rows == bill_rows(bill, INDIA)


def latest(shop: Shop, count: int) -> list[Event]:
    with shop.store.reading() as unit:
        return list(unit.journal.events())[-count:]


def test_only_the_server_lets_points_expire(chain: Chain) -> None:
    there = chain.there
    card = there.enrol()
    there.credit(card, 10_00, expires_at=there.clock.today + timedelta(days=1))
    chain.send()
    there.wait(days=2)
    sweeps.expire_all(there.desk)
    (event,) = latest(there, 1)
    rows = json.loads(event.body)["entries"]
    with pytest.raises(CannotTakeIn, match="EXPIRY-FOREIGN"):
        chain.made_up("adjust", {"entries": rows})
    chain.here.wait(days=2)
    sweeps.expire_all(chain.here.desk)
    chain.made_up("expire", {"entries": rows}, is_history=True)
    assert chain.here.available(card) == 0


def test_a_server_without_rules_takes_those_of_the_first_history(chain: Chain) -> None:
    with open_store("empty") as store:
        empty = Chain(Shop(replace(chain.here.desk, store=store), chain.here.clock), chain.there)
        empty.sent = ChainPoint(1, 0)
        empty.send(is_history=True)
        with store.reading() as unit:
            assert unit.programs.in_force(chain.here.clock.now()) == replace(PROGRAM, version=2)


def test_where_the_facts_stand_already_only_points_and_tiers_move(chain: Chain) -> None:
    there = chain.there
    card = there.enrol()
    sold = there.sell(card, ("General", 1200))
    there.give_back(sold.bill.bill_id, 200)
    events = latest(there, 2)
    before, member_id = standing(there, card), there.member_id(card)
    with there.store.writing() as unit:
        unit.ledger.put_accounts({member_id: EMPTY})
        unit.ledger.save_balance(member_id, points=0, debt=0)
        page = Page.open(there.desk, unit)
        for event in events:
            intake.take_in(page, chain.incoming(event), keeps_facts=False)
        page.write_accounts()
    assert standing(there, card) == before


def test_what_is_no_fact_is_refused(chain: Chain) -> None:
    with pytest.raises(NotPlainError):
        chain.made_up("bill", {"bill": {}})


def test_a_page_goes_back_to_where_it_stood(chain: Chain) -> None:
    card = chain.here.enrol()
    with chain.here.store.writing() as unit:
        page = Page.open(chain.here.desk, unit)
        holder = unit.members.by_card(card)
        assert holder is not None
        mark = page.mark()
        page.account(holder.member)
        page.back_to(mark)
        assert page.postings == []


def test_a_tier_that_a_history_held_to_a_day_is_held_to_it_here(chain: Chain) -> None:
    chain.sent = ChainPoint(1, 0)
    card = chain.there.enrol()
    member_id, today = chain.there.member_id(card), chain.there.desk.calendar.day_of(chain.there.clock.today)
    until = today + timedelta(days=9)
    editing.set_tier(chain.there.desk, member_id, "Silver", reason="a guest", staff=STAFF, until=until)
    chain.send(is_history=True)

    fall = members.profile(chain.here.desk, member_id).fall
    assert fall is not None
    assert (fall.to, fall.at) == ("Bronze", chain.here.desk.calendar.start_of(until + timedelta(days=1)))


def test_what_a_server_was_set_up_with_before_birthdays_had_points_leads_nobody(chain: Chain) -> None:
    chain.sent = ChainPoint(1, 0)
    levels = tuple(replace(level, birthday_points=0) for level in DEFAULT_TIERS.levels)
    chain.here.publish(Program(tiers=replace(DEFAULT_TIERS, levels=levels)))
    chain.there.publish(changed(referral_percent=Decimal(7)))
    chain.send(is_history=True)

    with chain.here.store.reading() as unit:
        assert unit.programs.in_force(chain.here.clock.now()).referral_percent == 7


@pytest.fixture
def inviting(chain: Chain) -> Chain:
    """500 points to whoever brings a friend, 200 to the friend, 50 to everybody who comes: at the counter."""
    rules = (
        DecisionRule("welcome", PointsFixed(50_00), trigger=Trigger.SIGNUP),
        DecisionRule("friend", PointsToReferrer(500_00), trigger=Trigger.REFERRAL),
        DecisionRule("brought", PointsFixed(200_00), trigger=Trigger.REFERRAL),
    )
    chain.there.publish(changed(rules=rules))
    with chain.there.store.reading() as unit:
        head = unit.journal.head()
    chain.sent = ChainPoint(head.epoch, head.last_seq)
    return chain


def test_what_an_enrolment_brought_without_a_line_is_posted_here(inviting: Chain) -> None:
    there, here = inviting.there, inviting.here
    friend = there.enrol("Ravi Sharma")
    card = there.enrol("Meena Iyer", referrer_card=friend)
    inviting.send()

    assert (here.available(friend), here.available(card)) == (550_00, 250_00)
    here.sound()


def test_a_link_brings_points_once_however_many_counters_make_it(inviting: Chain) -> None:
    there, here = inviting.there, inviting.here
    friend, other, card = there.enrol("Ravi Sharma"), there.enrol("Lata Rao"), there.enrol("Meena Iyer")
    inviting.send()
    members.link_referrer(here.desk, card, referrer_card=friend, staff=STAFF)
    members.link_referrer(there.desk, card, referrer_card=friend, staff=STAFF)
    inviting.send()
    assert (here.available(friend), here.available(card)) == (50_00, 50_00), "the server's own rules bring nothing"

    second = there.enrol("Asha Rao")
    inviting.send()
    members.link_referrer(here.desk, second, referrer_card=other, staff=STAFF)
    members.link_referrer(there.desk, second, referrer_card=friend, staff=STAFF)
    (taken,) = inviting.send()
    assert [note.kind for note in taken.notes] == ["REFERRER_REFUSED"]
    assert here.available(friend) == 50_00

    third = there.enrol("Zoya Khan")
    inviting.send()
    members.link_referrer(there.desk, third, referrer_card=friend, staff=STAFF)
    inviting.send()
    assert (here.available(friend), here.available(third)) == (550_00, 250_00)
    here.sound()


def test_points_for_a_friend_nobody_knows_here_turn_no_new_member_away(inviting: Chain) -> None:
    there, here = inviting.there, inviting.here
    friend = there.enrol("Ravi Sharma")
    with there.store.reading() as unit:
        head = unit.journal.head()
    inviting.sent = ChainPoint(head.epoch, head.last_seq)  # the friend is never heard of
    card = there.enrol("Meena Iyer", referrer_card=friend)
    (taken,) = inviting.send()

    assert [note.kind for note in taken.notes] == ["REFERRER_UNKNOWN"]
    assert here.available(card) == 250_00
    here.sound()
