"""What sync keeps: leases, the link and its floor, what the server told, the outbox, members as they are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.domain.lease import NO_FLOOR, NO_LEASE, Lease
from app.domain.lots import EMPTY, Account, Lot, Use
from app.domain.member import CardStatus
from app.domain.tiers import Activity, Metrics, TierChangeKind
from app.persistence.uow import SqlStore
from app.services.ports import BillActivity, Bond, ChainPoint, Colleague, EventVerdict, TierChange, Told, ToldStore
from tests.contract import facts

# Leases


def test_who_holds_no_lease_has_no_rights(store: SqlStore) -> None:
    with store.reading() as unit:
        assert unit.leases.get("m1", counter_code="A1", epoch=1) == NO_LEASE


def test_a_lease_is_one_counters_for_one_member_in_one_epoch(store: SqlStore) -> None:
    mine, later, others, somebodys = (
        facts.lease(),
        facts.lease(epoch=2, granted=7, usable_until=None),
        facts.lease(counter_code="B1"),
        facts.lease("m2"),
    )
    with store.writing() as unit:
        facts.put(unit, somebodys, others, later, mine)
    with store.reading() as unit:
        leases = unit.leases
        assert leases.get("m1", counter_code="A1", epoch=1) == mine.lease
        assert leases.get("m1", counter_code="A1", epoch=2) == later.lease
        assert leases.of_member("m1") == [mine, later, others]
        assert leases.of_counter("A1") == [mine, later, somebodys]
        assert (leases.of_member("m9"), leases.of_counter("Z9")) == ([], [])


def test_a_lease_put_again_is_replaced(store: SqlStore) -> None:
    again = replace(facts.lease(granted=1), granted_at=facts.later(5))
    with store.writing() as unit:
        facts.put(unit, facts.lease(), again)
    with store.reading() as unit:
        assert unit.leases.of_member("m1") == [again]


def test_settling_changes_what_the_counter_says_and_nothing_else(store: SqlStore) -> None:
    held, end = facts.lease(), facts.later(9)
    settled = Lease(granted=1, spent=33_00, returned=44_00, written_off=2, usable_until=end)
    with store.writing() as unit:
        facts.put(unit, held, facts.lease(epoch=2))
        unit.leases.settle("m1", settled, counter_code="A1", epoch=1)
        unit.leases.settle("m9", settled, counter_code="A1", epoch=1)
    with store.reading() as unit:
        kept = replace(held.lease, spent=33_00, returned=44_00, usable_until=end)
        assert unit.leases.get("m1", counter_code="A1", epoch=1) == kept
        assert unit.leases.get("m1", counter_code="A1", epoch=2) == held.lease
        assert unit.leases.get("m9", counter_code="A1", epoch=1) == NO_LEASE


def test_a_members_leases_are_also_those_on_whom_they_absorbed(store: SqlStore) -> None:
    with store.writing() as unit:
        for number, member_id in enumerate(("m1", "m2", "m3", "m4"), 1):
            unit.members.add(facts.member(member_id), facts.card(member_id, number))
            facts.put(unit, facts.lease(member_id))
        unit.members.set_merged("m2", "m1")
        unit.members.set_merged("m3", "m2")
    with store.reading() as unit:
        assert [one.member_id for one in unit.leases.of_member("m1")] == ["m1", "m2", "m3"]
        assert [one.member_id for one in unit.leases.of_member("m4")] == ["m4"]


def test_rights_that_are_over_are_those_that_ended_or_whose_member_was_merged(store: SqlStore) -> None:
    end = facts.later(9)
    with store.writing() as unit:
        for number, member_id in enumerate(("m1", "m2", "m3", "m4"), 1):
            unit.members.add(facts.member(member_id), facts.card(member_id, number))
        unit.members.set_merged("m2", "m1")
        spent = facts.lease("m4", granted=50_00, spent=50_00, returned=0, written_off=0, usable_until=end)
        unspent = {"granted": 50_00, "spent": 0, "returned": 0, "written_off": 0}
        held = [facts.lease(one, **unspent, usable_until=until) for one, until in (("m1", end), ("m2", None))]
        facts.put(unit, *held, facts.lease("m3", **unspent, usable_until=facts.later(10)), spent)
        facts.put(unit, facts.lease("m3", epoch=2, **unspent, usable_until=end))
    with store.reading() as unit:
        assert unit.leases.ended(counter_code="A1", epoch=1, at=end) == ["m1", "m2"]
        assert unit.leases.ended(counter_code="A1", epoch=2, at=facts.later(8)) == []


# The link and the floor


def test_a_counter_alone_has_no_link(store: SqlStore) -> None:
    with store.reading() as unit:
        assert unit.links.get() is None


def test_there_is_one_link_as_it_was_last_put(store: SqlStore) -> None:
    bare = facts.link(
        bond=Bond.JOINING,
        contact_at=None,
        contact_clock_at=None,
        offset_ms=None,
        floor=NO_FLOOR,
        private_key=b"",
        card_block=None,
        next_key=b"",
        former_key=b"",
        key_since=None,
    )
    with store.writing() as unit:
        unit.links.put(bare)
        assert unit.links.get() == bare
        unit.links.put(facts.link())
    with store.reading() as unit:
        assert unit.links.get() == facts.link()


def test_floor_spending_is_added_up_by_member_and_in_all(store: SqlStore) -> None:
    with store.writing() as unit:
        links = unit.links
        assert links.floor_used("m1") == (0, 0)
        links.use_floor("m1", 10, at=ChainPoint(1, 7))
        links.use_floor("m2", 5, at=ChainPoint(1, 7))  # one event may spend of two
        links.use_floor("m1", 3, at=ChainPoint(2, 1))
    with store.reading() as unit:
        links = unit.links
        assert [links.floor_used(one) for one in ("m1", "m2", "m9")] == [(13, 18), (5, 18), (0, 18)]


def test_floor_spending_the_server_has_told_back_is_forgotten(store: SqlStore) -> None:
    spent = {ChainPoint(1, 7): 1, ChainPoint(1, 8): 10, ChainPoint(2, 1): 100, ChainPoint(2, 2): 1000}
    left = {ChainPoint(0, 9): 1111, ChainPoint(1, 6): 1111, ChainPoint(1, 7): 1110, ChainPoint(1, 99): 1100}
    with store.writing() as unit:
        for point, points in spent.items():
            unit.links.use_floor("m1", points, at=point)
        for told, rest in (left | {ChainPoint(2, 0): 1100, ChainPoint(2, 1): 1000, ChainPoint(3, 0): 0}).items():
            unit.links.clear_floor(told)
            assert unit.links.floor_used("m1") == (rest, rest), told


# What the server told


def test_what_was_told_of_a_member_is_replaced(store: SqlStore) -> None:
    last = Told(11, whole=False, points=-3_00)
    with store.writing() as unit:
        unit.shared.put_told({"m1": Told(9, whole=True, points=5_00)})
        unit.shared.put_told({"m2": Told(10, whole=True, points=0)})
        unit.shared.put_told({"m1": last})
    with store.reading() as unit:
        assert [unit.shared.told(one) for one in ("m1", "m9")] == [last, None]
        assert unit.shared.count() == 2


def test_the_servers_ledger_lines_come_back_as_numbered_there(store: SqlStore) -> None:
    whole = facts.posting(
        4,
        points=-250,
        corrects="e0001",
        rule_id="happy hour",
        reason="damaged",
        staff="asha",
        card_number="700012345678",
        available_at=None,
        expires_at=facts.later(90),
    )
    with store.writing() as unit:
        unit.shared.add_lines([])
        unit.shared.add_lines([whole, facts.posting(2), facts.posting(3, member_id="m2")])
        unit.shared.add_lines([facts.posting(2), facts.posting(5)])  # one of them again
    with store.reading() as unit:
        assert unit.shared.lines_of_member("m1") == [facts.posting(2), whole, facts.posting(5)]
        assert list(unit.ledger.all()) == [], "they are not this counter's entries"
    with store.writing() as unit:
        unit.shared.forget_lines(["m2", "m9"])
        assert unit.shared.lines_of_member("m2") == []
        assert len(unit.shared.lines_of_member("m1")) == 3
        unit.shared.forget_told()
        assert unit.shared.lines_of_member("m1") == []


def test_verdicts_are_kept_in_the_order_of_the_chain_the_last_of_each(store: SqlStore) -> None:
    plain = EventVerdict(ChainPoint(1, 4), "APPLIED_OVER_LIMIT", None, None)
    settled = facts.verdict(status="APPLIED", code=None, detail=None)
    with store.writing() as unit:
        unit.shared.put_verdicts([])
        unit.shared.put_verdicts([facts.verdict(2, epoch=2), plain, facts.verdict()])
        unit.shared.put_verdicts([settled])
    with store.reading() as unit:
        assert unit.shared.verdicts() == [settled, plain, facts.verdict(2, epoch=2)]


def test_a_review_is_open_until_a_person_has_chosen(store: SqlStore) -> None:
    first, second = facts.review("v2", raised_at=facts.later(1)), facts.review("v1")
    with store.writing() as unit:
        unit.shared.put_review(second)
        unit.shared.put_review(first)
        assert unit.shared.reviews(is_open=True) == [first, second]
        settled = replace(first, settled_at=facts.later(9), choice="KEEP", staff="ravi")
        unit.shared.put_review(settled)
    with store.reading() as unit:
        assert (unit.shared.reviews(is_open=True), unit.shared.reviews(is_open=False)) == ([second], [settled])
        assert (unit.shared.review("v2"), unit.shared.review("v3")) == (settled, None)
    with store.writing() as unit:
        unit.shared.forget_review("v2")
        unit.shared.forget_review("v3")
        assert (unit.shared.reviews(is_open=True), unit.shared.reviews(is_open=False)) == ([second], [])


def test_who_works_here_is_known_as_last_told(store: SqlStore) -> None:
    asha, ravi = Colleague("s1", "Asha", "manager", is_active=True), Colleague("s2", "Ravi", "cashier", is_active=False)
    with store.writing() as unit:
        for told in (ravi, replace(asha, role="cashier"), asha):
            unit.shared.put_colleague(told)
        assert unit.shared.colleagues() == [asha, ravi]
        unit.shared.forget_colleague("s1")
        unit.shared.forget_colleague("nobody")
    with store.reading() as unit:
        assert unit.shared.colleagues() == [ravi]


def test_stores_stand_as_they_were_told_last(store: SqlStore) -> None:
    north, south = ToldStore("s1", "North", is_open=True), ToldStore("s2", "दक्षिण", is_open=False)
    with store.writing() as unit:
        unit.stores.put_all([south, replace(north, name="Far North")])
        unit.stores.put_all([])
        unit.stores.put_all([north])
    with store.reading() as unit:
        assert unit.stores.all() == [north, south]


# The outbox


def test_what_waits_comes_after_a_place_in_the_chain_epoch_by_epoch(store: SqlStore) -> None:
    links = [facts.event(1), facts.event(2), facts.event(1, epoch=2), facts.event(2, epoch=2)]
    with store.writing() as unit:
        for link in links[:2]:
            unit.journal.append(link, facts.after(unit.journal.head(), link))
        unit.journal.begin_epoch(above=1)
        for link in links[2:]:
            unit.journal.append(link, facts.after(unit.journal.head(), link))
    with store.reading() as unit:
        journal = unit.journal
        places = [ChainPoint(0, 0), ChainPoint(1, 1), ChainPoint(1, 9), ChainPoint(2, 0), ChainPoint(2, 2)]
        for place, rest in zip(places, (links, links[1:], links[2:], links[2:], []), strict=True):
            assert journal.after(place, limit=9) == rest
            assert journal.waiting(place) == len(rest)
        assert journal.after(ChainPoint(1, 1), limit=2) == links[1:3]


def test_time_that_was_taken_note_of_does_not_go_back(store: SqlStore) -> None:
    with store.writing() as unit:
        before = unit.journal.head()
        unit.journal.advance(facts.later(5))
        unit.journal.advance(facts.later(3))
        assert unit.journal.head() == replace(before, latest_at=facts.later(5))


# Members as they are told


def test_a_member_is_put_as_told_with_their_cards(store: SqlStore) -> None:
    old, new = facts.card(number=1, status=CardStatus.REPLACED), facts.card(number=2)
    told = facts.member(name="Meena Rao", phone=None, points=7_00, debt=1_00, tier="Gold")
    with store.writing() as unit:
        unit.members.add(facts.member(), facts.card(number=1))
        unit.members.add(facts.member("m2", phone=None), facts.card("m2", 3))
        unit.members.put_all([(told, [new, old])])
    with store.reading() as unit:
        holder = unit.members.by_id("m1")
        assert holder is not None
        assert (holder.member, holder.card) == (told, new)
        assert {card.number: card for card in unit.members.cards_of("m1")} == {one.number: one for one in (old, new)}
        assert [card.number for card in unit.members.cards_of("m2")] == [facts.card("m2", 3).number]
        assert unit.members.by_phone("+919876543210") == []


def test_a_member_who_is_new_here_is_put_as_well_and_a_card_may_change_hands(store: SqlStore) -> None:
    with store.writing() as unit:
        unit.members.add(facts.member(), facts.card(number=1))
        unit.members.put_all([(facts.member("m2"), [facts.card("m2", 1)])])
    with store.reading() as unit:
        assert [card.member_id for card in unit.members.cards_of("m2")] == ["m2"]
        assert (unit.members.cards_of("m1"), unit.members.cards_of("m9")) == ([], [])


def test_cards_are_listed_from_the_oldest(store: SqlStore) -> None:
    first = facts.card(number=9, status=CardStatus.LOST)
    second = replace(facts.card(number=2), status_at=facts.later(1))
    with store.writing() as unit:
        unit.members.add(facts.member(), first)
        unit.members.add_card(second)
    with store.reading() as unit:
        assert unit.members.cards_of("m1") == [first, second]


def test_an_account_is_put_in_place_of_whatever_stood_there(store: SqlStore) -> None:
    def lot(lot_id: str, order: int) -> Lot:
        return Lot(lot_id, order, 100, 60, facts.NOON, facts.NOON + timedelta(days=9))

    def account(lot_id: str, order: int) -> Account:
        use = Use("e9", lot_id, 40)
        return Account({lot_id: lot(lot_id, order)}, {use.key: use})

    with store.writing() as unit:
        unit.ledger.save_account("m1", EMPTY, account("e1", 1))
        unit.ledger.save_account("m2", EMPTY, account("e2", 2))
        unit.ledger.put_accounts({"m1": account("e3", 3)})
    with store.reading() as unit:
        assert unit.ledger.full_account("m1") == account("e3", 3)
        assert unit.ledger.full_account("m2") == account("e2", 2)


def test_a_members_activity_and_tier_history_can_be_told_anew(store: SqlStore) -> None:
    rows = [
        BillActivity(f"b{n}", member_id, Activity(facts.later(n), n, n))
        for n, member_id in enumerate(("m1", "m1", "m2"))
    ]
    changes = [
        TierChange(one, one, "Bronze", "Gold", TierChangeKind.UPGRADE, "bill", Metrics(), "asha", facts.NOON)
        for one in ("m1", "m2")
    ]
    with store.writing() as unit:
        for row in reversed(rows):
            unit.activities.put(row)
        for change in changes:
            unit.tiers.add(change)
            unit.tiers.hold(change, facts.later(9))
        assert unit.activities.rows_of_member("m1") == rows[:2]
        unit.activities.put_all({"m1": ()})
        unit.tiers.put_all({"m1": ()})
    with store.reading() as unit:
        assert [unit.tiers.held_until(one.change_id) for one in changes] == [None, facts.later(9)]
        assert (unit.activities.rows_of_member("m1"), unit.tiers.of_member("m1")) == ([], [])
        assert (unit.activities.rows_of_member("m2"), unit.tiers.of_member("m2")) == (rows[2:], changes[1:])
