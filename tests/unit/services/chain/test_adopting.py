"""Adopting: with nothing waiting the counter is the server byte for byte; else the server with its events on top."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.lease import NO_FLOOR, Floor, Lease, Limit
from app.domain.member import CardStatus
from app.services.chain import adopting, adopting_snapshots
from app.services.chain.images import image_from_plain, image_to_plain
from app.services.chain.tidings import Stretch
from app.services.journal import canonical
from app.services.members import card_status, members, merging, profiles
from app.services.ports import Bond, Told
from app.services.sales.spending import usable
from tests.desks import STAFF, changed
from tests.unit.services.chains import Pair, chained


@pytest.fixture
def pair() -> Iterator[Pair]:
    with chained() as pair:
        yield pair


def settle(pair: Pair) -> None:
    pair.take_in()
    pair.tell()


def same(pair: Pair) -> None:
    ours = [canonical(image_to_plain(replace(one, lines=()))) for one in pair.images(pair.counter)]
    theirs = [canonical(image_to_plain(replace(one, lines=()))) for one in pair.images(pair.server)]
    assert ours == theirs


def rows(pair: Pair) -> dict[str, list[tuple[object, ...]]]:
    """What stands at the counter, without the ids that a tier change gets anew each time."""
    tables = pair.counter.tables()
    return {**tables, "tier_changes": [row[2:] for row in tables["tier_changes"]]}


def of(pair: Pair, card: str) -> int:
    with pair.counter.store.reading() as uow:
        holder = uow.members.by_card(card)
    assert holder is not None
    return holder.member.points


def test_with_nothing_waiting_the_two_are_equal(pair: Pair) -> None:
    card = pair.counter.enrol(phone="9820003210")
    pair.counter.sell(card, ("General", 1000))
    settle(pair)
    same(pair)
    assert pair.reviews() == []


def test_a_member_that_is_not_whole_has_open_lots_only(pair: Pair) -> None:
    card = pair.counter.enrol()
    pair.counter.sell(card, ("General", 1000))
    pair.take_in()
    pair.tell(is_whole=False)
    assert pair.images(pair.counter, is_whole=False) == pair.images(pair.server, is_whole=False)
    assert pair.images(pair.counter)[0].activity == ()


def test_the_end_of_a_tier_is_told_where_all_is_known_of_who_was_merged(pair: Pair) -> None:
    kept, gone = pair.counter.enrol("Meena"), pair.counter.enrol("M. Iyer", tier="Silver")
    pair.take_in()
    merging.merge(pair.server.desk, [gone], into=kept, staff=STAFF)
    pair.counter.wait(days=390)
    pair.tell(is_whole=False)
    member_id = pair.server.member_id(kept)
    adopting_snapshots.adopt_part(pair.counter.desk, pair.tidings(members=[member_id]))
    assert profiles.profile(pair.counter.desk, member_id).fall is None

    pair.tell()
    there, here = (profiles.profile(shop.desk, member_id).fall for shop in (pair.server, pair.counter))
    assert here == there is not None


def test_own_events_lie_on_top_of_what_is_told(pair: Pair) -> None:
    friend, card = pair.counter.enrol("Friend"), pair.counter.enrol()
    bill = pair.counter.sell(card, ("General", 400)).bill
    settle(pair)
    members.link_referrer(pair.counter.desk, card, referrer_card=friend, staff=STAFF)
    pair.counter.give_back(bill.bill_id, 100)
    pair.counter.sell(card, ("General", 900))
    card_status.set_card_status(pair.counter.desk, friend, CardStatus.LOST, staff=STAFF)
    new = card_status.replace_card(pair.counter.desk, card, staff=STAFF)
    assert new.card is not None
    before = rows(pair)
    pair.server.credit(card, 50_00)
    pair.tell()
    assert of(pair, new.card.number) == 50_00 + 12_00 - 3_00 + 27_00
    assert pair.counter.tier(new.card.number) == "Silver"
    assert rows(pair) != before
    again = rows(pair)
    pair.tell()
    assert {**rows(pair), "links": ()} == {**again, "links": ()}
    settle(pair)
    same(pair)
    assert pair.reviews() == []


def test_only_who_is_told_is_touched(pair: Pair) -> None:
    """A bill rewards a friend as well: telling of the one leaves the other as they are."""
    friend = pair.counter.enrol("Friend")
    card = pair.counter.enrol("Meena", referrer_card=friend)
    settle(pair)
    bill = pair.counter.sell(card, ("General", 1000)).bill
    pair.counter.give_back(bill.bill_id, 500)
    before = pair.images(pair.counter)
    tidings = pair.tidings(members=[pair.counter.member_id(friend)])
    adopting.adopt_answer(pair.counter.desk, tidings, is_anew=True)
    assert pair.images(pair.counter)[1] == before[1]
    assert pair.images(pair.counter)[0].points == before[0].points


def test_a_page_that_is_not_the_last_forgets_no_floor_spending(pair: Pair) -> None:
    card = pair.counter.enrol()
    pair.counter.credit(card, 100_00)
    pair.take_in()
    pair.tell(floor=Floor(card=10_00, counter=50_00))
    pair.counter.sell(card, ("General", 100), redeem=10_00)
    pair.take_in()
    tidings = pair.tidings(members=[])
    stretch = replace(pair.told[-1][1], after=pair.position, to=pair.position + 1, is_last=False)
    assert adopting.adopt_page(pair.counter.desk, tidings, stretch) == []
    with pair.counter.store.reading() as uow:
        assert uow.links.floor_used(pair.counter.member_id(card)) == (10_00, 10_00)


def test_what_moves_nobody_lies_on_top_of_nobody(pair: Pair) -> None:
    """A sale to no member and an adjustment of another one."""
    one, other = pair.counter.enrol("One"), pair.counter.enrol("Other")
    settle(pair)
    pair.counter.sell(None, ("General", 100))
    pair.counter.credit(other, 5_00)
    pair.server.credit(one, 1_00)
    pair.server.credit(other, 2_00)
    pair.tell()
    assert (of(pair, one), of(pair, other)) == (1_00, 7_00)


def test_a_page_from_elsewhere_is_left_alone(pair: Pair) -> None:
    pair.counter.enrol()
    settle(pair)
    tidings, stretch = pair.told[-1]
    before = pair.counter.tables()
    assert adopting.adopt_page(pair.counter.desk, tidings, stretch) is None
    assert pair.counter.tables() == before


def test_answers_that_overtake_each_other_do_no_harm(pair: Pair) -> None:
    card = pair.counter.enrol()
    settle(pair)
    old = pair.tidings()
    pair.server.credit(card, 50_00)
    pair.tell()
    assert adopting.adopt_answer(pair.counter.desk, old) == []
    assert of(pair, card) == 50_00


def test_whole_comes_after_not_whole_at_the_same_position(pair: Pair) -> None:
    card = pair.counter.enrol()
    pair.counter.sell(card, ("General", 100))
    pair.take_in()
    pair.tell(is_whole=False)
    adopting.adopt_answer(pair.counter.desk, pair.tidings())
    same(pair)


def test_grants_are_totals_and_never_go_back(pair: Pair) -> None:
    card = pair.counter.enrol()
    pair.counter.credit(card, 100_00)
    pair.take_in()
    member_id = pair.counter.member_id(card)
    late = replace(pair.tidings(), leases=[pair.grant(member_id, 20_00)])
    pair.tell(leases=[pair.grant(member_id, 60_00)])
    adopting.adopt_answer(pair.counter.desk, late)
    other = replace(pair.grant(member_id, 90_00), epoch=1)
    pair.tell(leases=[other])
    with pair.counter.store.reading() as uow:
        assert uow.leases.get(member_id, counter_code="A1", epoch=2) == Lease(granted=60_00)
    assert pair.counter.quote(card, ("General", 100), redeem=60_00).redeemed_points == 60_00


def test_the_floor_is_free_again_once_everything_is_told(pair: Pair) -> None:
    card = pair.counter.enrol()
    pair.counter.credit(card, 100_00)
    pair.take_in()
    pair.tell(floor=Floor(card=10_00, counter=50_00))
    pair.counter.sell(card, ("General", 100), redeem=10_00)
    member_id = pair.counter.member_id(card)
    with pair.counter.store.reading() as uow:
        assert uow.links.floor_used(member_id) == (10_00, 10_00)
    settle(pair)
    with pair.counter.store.reading() as uow:
        assert uow.links.floor_used(member_id) == (0, 0)


def test_a_floor_stands_on_what_no_counter_holds(pair: Pair) -> None:
    card = pair.counter.enrol()
    pair.counter.credit(card, 100_00)
    pair.take_in()
    tidings = pair.tidings()
    held = [(at, image_from_plain(image_to_plain(replace(one, reserved=70_00)))) for at, one in tidings.members]
    adopting.adopt_answer(pair.counter.desk, replace(tidings, members=held), is_anew=True)
    with pair.counter.store.reading() as uow:
        told = uow.shared.told(pair.counter.member_id(card))
    assert told is not None
    assert told.points == 30_00


def test_lost_trust_comes_back_with_everything_only(pair: Pair) -> None:
    card = pair.counter.enrol()
    pair.counter.credit(card, 100_00)
    pair.take_in()
    pair.tell(leases=[pair.grant(pair.counter.member_id(card), 60_00)])
    pair.counter.wait(days=8)

    def limit() -> Limit:
        with pair.counter.store.reading() as uow:
            head = uow.journal.head()
            return usable(pair.counter.desk, uow, head, pair.counter.member_id(card), available=100_00).limit

    adopting.adopt_answer(pair.counter.desk, pair.tidings())
    assert limit() is Limit.CONTACT
    pair.tell()
    assert limit() is Limit.LEASE


def test_time_does_not_go_back_behind_the_servers(pair: Pair) -> None:
    tidings = pair.tidings()
    later = tidings.view.server_at + timedelta(minutes=1)
    adopting.adopt_answer(pair.counter.desk, replace(tidings, view=replace(tidings.view, server_at=later)))
    with pair.counter.store.reading() as uow:
        assert uow.journal.head().latest_at == later


def test_programs_are_the_servers_and_stay_once_they_are_here(pair: Pair) -> None:
    pair.server.publish(changed(enabled=False))
    pair.tell()
    pair.tell()
    with pair.counter.store.reading() as uow:
        assert (uow.programs.latest_version(), uow.programs.in_force(pair.counter.clock.now()).enabled) == (3, False)


def test_an_event_that_does_not_fit_is_shown_and_blocks_nothing(pair: Pair) -> None:
    pair.counter.enrol("Friend")
    card = pair.counter.enrol("Meena")
    settle(pair)
    new = card_status.replace_card(pair.counter.desk, card, staff=STAFF)
    assert new.card is not None
    tidings = pair.tidings()
    (at, friend), meena = tidings.members
    taken = replace(friend.cards[0], number=new.card.number)  # meanwhile the server gave that number to somebody else
    told = replace(tidings, members=[(at, replace(friend, cards=(taken,))), meena])
    adopting.adopt_answer(pair.counter.desk, told, is_anew=True)
    assert [review.kind for review in pair.reviews()] == ["OVERLAY"]


def test_chunks_of_a_snapshot_come_once(pair: Pair) -> None:
    pair.counter.enrol()
    pair.take_in()
    tidings = pair.tidings(is_whole=False)
    assert not adopting_snapshots.has_chunk(pair.counter.desk, "s/1")
    assert adopting_snapshots.adopt_chunk(pair.counter.desk, tidings, name="s/1")
    assert not adopting_snapshots.adopt_chunk(pair.counter.desk, tidings, name="s/1")
    assert adopting_snapshots.has_chunk(pair.counter.desk, "s/1")
    adopting.begin_again(pair.counter.desk, protocol=2)
    assert not adopting_snapshots.has_chunk(pair.counter.desk, "s/1")
    assert adopting_snapshots.adopt_chunk(pair.counter.desk, tidings, name="s/1")
    adopting_snapshots.stand_at(pair.counter.desk, 40)
    assert (pair.link().position, pair.link().bond) == (40, Bond.ACTIVE)


def test_a_restored_server_is_followed_from_the_start(pair: Pair) -> None:
    card = pair.counter.enrol()
    settle(pair)
    member_id = pair.counter.member_id(card)
    adopting.begin_again(pair.counter.desk, protocol=2)
    with pair.counter.store.reading() as uow:
        assert uow.shared.told(member_id) is None
    assert pair.link().position == 0
    pair.position = 0
    pair.tell()
    with pair.counter.store.reading() as uow:
        assert uow.shared.told(member_id) == Told(pair.position, True, 0)


def test_images_travel_and_arrive_as_they_were(pair: Pair) -> None:
    card = pair.counter.enrol(phone="9820003210")
    pair.counter.sell(card, ("General", 1000))
    for image in pair.images(pair.counter):
        assert image_from_plain(image_to_plain(image)) == image


# Whatever happens in whatever order

Deed = Callable[[Pair, list[str], int], None]


def _sell(pair: Pair, cards: list[str], n: int) -> None:
    pair.counter.sell(cards[n % len(cards)], ("General", 10 + n * 7 % 500))


def _spend(pair: Pair, cards: list[str], n: int) -> None:
    """Leases let a part of it be spent here."""
    card = cards[n % len(cards)]
    found = profiles.profile(pair.counter.desk, pair.counter.member_id(card))
    points = min(found.usable.points, 5_00) // 100 * 100
    pair.counter.sell(card, ("General", 300), redeem=points)


def _return(pair: Pair, cards: list[str], n: int) -> None:
    with pair.counter.store.reading() as uow:
        bill = uow.bills.last_of(pair.counter.member_id(cards[n % len(cards)]))
        left = bill.net_minor - uow.bills.refunded(bill.bill_id).total_minor if bill else 0
    if bill is not None and left >= 200:
        pair.counter.give_back(bill.bill_id, 1)


def _cancel(pair: Pair, cards: list[str], n: int) -> None:
    with pair.counter.store.reading() as uow:
        bill = uow.bills.last_of(pair.counter.member_id(cards[n % len(cards)]))
    if bill is not None:
        pair.counter.cancel(bill.bill_id)


def _credit(pair: Pair, cards: list[str], n: int) -> None:
    pair.take_in()
    pair.server.credit(cards[n % len(cards)], 100 * (1 + n % 50))


def _adjust(pair: Pair, cards: list[str], n: int) -> None:
    pair.counter.credit(cards[n % len(cards)], 100 * (1 + n % 20))


def _take_some(pair: Pair, cards: list[str], n: int) -> None:  # noqa: ARG001
    pair.take_in(most=1 + n % 3)


def _tell(pair: Pair, cards: list[str], n: int) -> None:
    grants = [pair.grant(pair.counter.member_id(card), 300_00) for card in cards] if n % 2 else []
    pair.tell(leases=grants)


def _repeat(pair: Pair, cards: list[str], n: int) -> None:  # noqa: ARG001
    tidings, stretch = pair.told[n % len(pair.told)]
    before = rows(pair)
    if stretch.to != stretch.after:
        assert adopting.adopt_page(pair.counter.desk, tidings, stretch) is None
    adopting.adopt_answer(pair.counter.desk, tidings)
    after = rows(pair)
    assert {name: after[name] for name in KEPT} == {name: before[name] for name in KEPT}


KEPT = ("members", "cards", "balances", "lots", "lot_uses", "activity", "tier_changes", "told_members", "leases")
DEEDS: tuple[Deed, ...] = (_adjust, _sell, _spend, _return, _cancel, _credit, _take_some, _tell, _repeat)


@settings(max_examples=30)
@given(st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 60)), max_size=14))
def test_the_counter_is_the_server_and_its_own_events(deeds: list[tuple[Deed, int]]) -> None:
    with chained() as pair:
        cards = [pair.counter.enrol("Meena"), pair.counter.enrol("Ravi")]
        settle(pair)
        for deed, n in deeds:
            deed(pair, cards, n)
            pair.counter.wait(minutes=1)
        pair.tell()
        for card in cards:
            with pair.server.store.reading() as uow:
                holder = uow.members.by_card(card)
            assert holder is not None
            assert of(pair, card) == holder.member.points + _own_waiting(pair, holder.member.member_id)
        settle(pair)
        same(pair)
        assert pair.reviews() == []


def _own_waiting(pair: Pair, member_id: str) -> int:
    """What the counter's own events come to that the server does not know."""
    with pair.counter.store.reading() as uow:
        events = uow.journal.after(pair.included, limit=1000)
    rows = [row for event in events for row in json.loads(event.body).get("entries", ())]
    return sum(row["points"] for row in rows if row["member_id"] == member_id)


def test_a_part_of_a_chunk_brings_newcomers_and_is_not_remembered(pair: Pair) -> None:
    pair.server.enrol("Meena")
    tidings = pair.tidings(is_whole=False)
    for _ in range(2):
        adopting_snapshots.adopt_part(pair.counter.desk, tidings)
        assert pair.images(pair.counter, is_whole=False) == [image for _, image in tidings.members]
    assert pair.link().position == pair.position, "the cursor stays where it is"


def test_a_card_told_of_twice_is_the_last_ones(pair: Pair) -> None:
    pair.server.enrol("Friend")
    pair.server.enrol("Meena")
    tidings = pair.tidings()
    first, (at, second) = tidings.members
    both = replace(second, cards=(*second.cards, replace(first[1].cards[0], status=CardStatus.BLOCKED)))
    adopting.adopt_answer(pair.counter.desk, replace(tidings, members=[first, (at, both)]))
    with pair.counter.store.reading() as uow:
        holder = uow.members.by_card(first[1].cards[0].number)
        assert holder is not None
        assert holder.member.member_id == second.member_id
        assert uow.members.cards_of(first[1].member_id) == []


def test_very_many_members_are_found_once_they_have_come(pair: Pair) -> None:
    pair.server.enrol("Meena")
    adopting_snapshots.begin_many(pair.counter.desk)
    adopting_snapshots.adopt_part(pair.counter.desk, pair.tidings(is_whole=False))
    with pair.counter.store.reading() as uow:
        assert [one.member.name for one in uow.members.by_name("mee")] == ["Meena"]
    adopting_snapshots.end_many(pair.counter.desk)
    with pair.counter.store.writing() as uow:
        assert not uow.searches.bring_one_back()


def test_the_key_of_a_server_is_told_once(pair: Pair) -> None:
    first, other = bytes(range(32)), bytes(32)
    assert adopting.kept_key(pair.counter.desk, b"") == b""
    assert adopting.kept_key(pair.counter.desk, first) == first
    assert adopting.kept_key(pair.counter.desk, other) == first
    tidings = pair.tidings()
    stretch = Stretch(pair.position, tidings.view.position, True, NO_FLOOR, "MG Road", other)
    assert adopting.adopt_page(pair.counter.desk, tidings, stretch) is not None
    assert pair.link().server_key == first
