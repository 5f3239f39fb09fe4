"""Settling a review: what was chosen is written into the chain, once, and the review stays."""

from __future__ import annotations

import json

import pytest

from app.domain.errors import Code
from app.domain.member import CardStatus
from app.services.keeping import checking
from app.services.keeping.checking import CHOICES, Choice, ReviewKind, choices_for
from app.services.members import card_status
from app.services.ports import Colleague, Review
from tests.desks import STAFF, Shop


def raised(shop: Shop, kind: str = ReviewKind.SAME_PHONE, review_id: str = "r1") -> Review:
    review = Review(review_id, kind, {"here": {"name": "Ravi"}}, shop.clock.today)
    with shop.store.writing() as uow:
        uow.shared.put_review(review)
    return review


def last_event(shop: Shop) -> dict[str, object]:
    with shop.store.reading() as uow:
        *_, event = uow.journal.events()
    body: dict[str, object] = json.loads(event.body)
    return body


def test_a_choice_is_sealed_and_the_review_stays_settled(shop: Shop) -> None:
    review = raised(shop)
    shop.wait(seconds=5)

    settled = checking.settle(shop.desk, "r1", choice=Choice.SAME_PERSON, staff=STAFF)

    assert (settled.choice, settled.staff, settled.settled_at) == ("SAME_PERSON", STAFF, shop.clock.today)
    assert checking.reviews(shop.desk) == checking.Reviews([], [settled])
    body = last_event(shop)
    assert {name: body[name] for name in ("kind", "review", "of", "choice", "staff")} == {
        "kind": "review",
        "review": review.review_id,
        "of": "SAME_PHONE",
        "choice": "SAME_PERSON",
        "staff": STAFF,
    }
    shop.sound()


def test_a_review_is_settled_once(shop: Shop) -> None:
    raised(shop)
    checking.settle(shop.desk, "r1", choice=Choice.TWO_PEOPLE, staff=STAFF)

    with shop.refuses(Code.CHANGED, saying="settled meanwhile"):
        checking.settle(shop.desk, "r1", choice=Choice.MISTYPED, staff=STAFF)


def test_only_what_is_offered_can_be_chosen(shop: Shop) -> None:
    raised(shop)
    with shop.refuses(Code.INVALID, saying="not one of the choices"):
        checking.settle(shop.desk, "r1", choice=Choice.LOST, staff=STAFF)


def test_others_wait_untouched_oldest_first(shop: Shop) -> None:
    for review_id in ("r2", "r1", "r3"):
        raised(shop, ReviewKind.CLOCK, review_id)
        shop.wait(seconds=1)
    checking.settle(shop.desk, "r3", choice=Choice.CLOCK_RIGHT, staff=STAFF)

    assert [one.review_id for one in checking.reviews(shop.desk).to_check] == ["r2", "r1"]


@pytest.mark.parametrize("kind", ReviewKind)
def test_every_kind_has_two_or_three_choices(kind: ReviewKind) -> None:
    assert 2 <= len(CHOICES[kind]) <= 3
    assert choices_for(kind) == CHOICES[kind]


def test_a_kind_of_a_newer_server_can_be_marked_as_seen(shop: Shop) -> None:
    raised(shop, "SOMETHING_NEW")
    assert checking.settle(shop.desk, "r1", choice=Choice.SEEN, staff=STAFF).choice == "SEEN"


def test_whoever_a_check_speaks_of_has_a_name(shop: Shop) -> None:
    card, blocked = shop.enrol("Meena Iyer"), shop.enrol("Ravi Rao")
    card_status.set_card_status(shop.desk, blocked, CardStatus.BLOCKED, staff=STAFF)
    meena, ravi = shop.member_id(card), shop.member_id(blocked)
    with shop.store.writing() as uow:
        uow.shared.put_colleague(Colleague("s1", "Asha", "senior", is_active=True))
        for number, facts in enumerate(
            ({"member": meena}, {"spent": {ravi: 5}}, {"members": ["nobody"]}, {"member": 7})
        ):
            uow.shared.put_review(Review(f"r{number}", ReviewKind.OVER_LIMIT, facts, shop.clock.today))

    names = checking.reviews(shop.desk).names
    assert names == {meena: f"Meena Iyer (•••• {card[-4:]})", ravi: "Ravi Rao", "s1": "Asha"}
