"""What a person decides at a counter goes up its chain like any bill; the real server takes it in."""

from __future__ import annotations

from app.domain.lease import Floor
from app.services.keeping import checking
from app.services.keeping.checking import Choice, ReviewKind
from app.services.ports import Colleague, Review
from app.services.sales import carts
from tests.chain.conftest import Opening
from tests.chain.counters import Chain, ChainCounter
from tests.desks import STAFF, cart
from tests.server import callers

Two = tuple[ChainCounter, ChainCounter]


def test_a_decision_and_a_discarded_bill_are_taken_in(counter: Opening, chain: Chain) -> None:
    till = counter("A1", has_shop=True)
    till.pair()
    till.sync()
    carts.void(till.desk, cart=cart(("General", 100)), member_id=None, staff=STAFF)
    with till.store.writing() as uow:
        uow.shared.put_review(Review("CLOCK/1", ReviewKind.CLOCK, {}, till.clock.now()))
    checking.settle(till.desk, "CLOCK/1", choice=Choice.CLOCK_RIGHT, staff=STAFF)
    till.sync()

    assert chain.reviews() == []
    with till.store.reading() as uow:
        assert list(uow.shared.verdicts()) == []
        assert [one.choice for one in uow.shared.reviews(is_open=False)] == ["CLOCK_RIGHT"]


def test_a_choice_at_one_counter_settles_it_everywhere(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    for till, name in ((first, "Meena Iyer"), (second, "M. Iyer")):
        till.enrol(name, phone="9820003210")
    for till in (first, second, first):
        till.sync()
    (review,) = first.reviews()
    assert second.reviews() == [review]
    assert (review.kind, len(review.facts["members"])) == (ReviewKind.SAME_PHONE, 2)

    checking.settle(second.desk, review.review_id, choice=Choice.TWO_PEOPLE, staff="Asha")
    second.sync()
    first.sync()
    assert first.reviews() == second.reviews() == []
    assert chain.reviews() == []
    (settled,) = checking.reviews(first.desk).settled
    assert (settled.choice, settled.staff) == ("TWO_PEOPLE", "Asha")


def test_a_manager_merges_what_two_counters_enrolled_and_both_see_it(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    cards = [till.enrol(phone="9820003210") for till in pair_of]
    first.sell(cards[0], ("General", 500))
    second.sell(cards[1], ("General", 1000))
    for till in (first, second, first):
        till.sync()
    checking.settle(first.desk, first.reviews()[0].review_id, choice=Choice.SAME_PERSON, staff="Asha")
    assert first.reviews() == []
    first.sync()
    (asked,) = first.reviews()
    assert asked.facts["wanted"]["by"] == "Asha"

    settle = f"/api/v1/reviews/{asked.review_id}/settle"
    callers.done(chain.office.wire.post(settle, {"choice": "SAME_PERSON"}, chain.office.owner))
    for till in pair_of:
        till.sync()
        assert till.reviews() == []
        assert till.available(cards[0]) == 45_00
        assert till.slim() == chain.slim()


def test_of_two_who_decide_at_once_the_second_is_told(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    for till in pair_of:
        till.enrol(phone="9820003210")
    for till in (first, second, first):
        till.sync()
    (review,) = first.reviews()
    checking.settle(first.desk, review.review_id, choice=Choice.TWO_PEOPLE, staff="Asha")
    checking.settle(second.desk, review.review_id, choice=Choice.MISTYPED, staff="Ravi")
    for till in (first, second, first):
        till.sync()
    (told,) = second.reviews()
    assert (told.kind, told.facts["server"], told.facts["here"]) == (
        ReviewKind.DECIDED_TWICE,
        {"choice": "TWO_PEOPLE", "by": "Asha"},
        {"choice": "MISTYPED", "by": "Ravi"},
    )
    for till in pair_of:
        assert [one.choice for one in checking.reviews(till.desk).settled] == ["TWO_PEOPLE"]
    assert chain.reviews() == ["DECIDED_TWICE"]


def test_who_works_at_a_store_is_known_at_its_counters(pair_of: Two, chain: Chain) -> None:
    first, second = pair_of
    office = chain.office
    asha = callers.done(office.wire.post("/api/v1/staff", {"name": "Asha", "role": "senior"}, office.owner))
    elsewhere = callers.done(office.wire.post("/api/v1/stores", {"name": "Elsewhere"}, office.owner))
    body = {"name": "Ravi", "role": "cashier", "store_id": elsewhere["store_id"]}
    ravi = callers.done(office.wire.post("/api/v1/staff", body, office.owner))
    first.sync()
    known = {one.staff_id: one for one in colleagues(first)}
    assert known[asha["staff_id"]] == Colleague(asha["staff_id"], "Asha", "senior", is_active=True)
    assert "Owner" in {one.name for one in known.values()}
    assert ravi["staff_id"] not in known

    headers = {"If-Match": '"1"'}
    path = f"/api/v1/staff/{asha['staff_id']}"
    callers.done(office.wire.call("DELETE", path, office.owner, headers=headers))
    for till in pair_of:
        till.sync()
        (left,) = [one for one in colleagues(till) if one.staff_id == asha["staff_id"]]
        assert not left.is_active
    moved = {"store_id": elsewhere["store_id"]}
    callers.done(office.wire.call("PATCH", path, office.owner, headers={"If-Match": '"2"'}, json=moved))
    second.sync()
    assert asha["staff_id"] not in {one.staff_id for one in colleagues(second)}


def test_a_store_that_is_renamed_and_what_it_may_overdraw_are_told_at_once(counter: Opening, chain: Chain) -> None:
    till = counter("A1", has_shop=True)
    till.pair()
    till.sync()
    office, store_id = chain.office, till.link().store_id
    before = till.link()
    headers = {"If-Match": etag_of(office, store_id)}
    callers.done(
        office.wire.call(
            "PATCH", f"/api/v1/stores/{store_id}", office.owner, headers=headers, json={"name": "New Road"}
        )
    )
    floor = {"card": 1000, "counter": 5000}
    callers.done(office.wire.call("PUT", f"/api/v1/sync/floors/{store_id}", office.owner, json=floor))
    page = till.cycle.fetch(till.connected(), wait_ms=20_000)
    assert page is not None
    assert [(row.topic, row.subject) for row in page.rows] == [("store", store_id)]
    till.cycle.apply(till.connected(), page)
    assert (till.link().store_name, till.link().floor) == ("New Road", Floor(1000, 5000))
    assert till.link().position > before.position


def colleagues(till: ChainCounter) -> list[Colleague]:
    with till.store.reading() as uow:
        return list(uow.shared.colleagues())


def etag_of(office: callers.Shop, store_id: str) -> str:
    return office.wire.get(f"/api/v1/stores/{store_id}", office.owner).headers["ETag"]
