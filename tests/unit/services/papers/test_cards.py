"""Cards printed: the first once, then copies by number, each sealed with who asked; a list finds whom it enrolled."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from app.domain.codes import card_number, format_card_number
from app.domain.errors import Code
from app.domain.member import CardStatus
from app.services.members import card_status, members
from app.services.members.members import CARD, Enrolment
from app.services.papers import cards, prints
from app.services.papers.print_jobs import PrintStatus
from tests.desks import STAFF, Shop

NUMBER = card_number("7000123410")
PHONE = "98220 00091"


def asked(shop: Shop, *numbers: str) -> list[int]:
    """Have these cards printed; which copy each is."""
    return [job.copy for job in cards.count_printed(shop.desk, numbers, staff=STAFF)]


def reprints(shop: Shop) -> list[Any]:
    with shop.store.reading() as uow:
        bodies = [json.loads(event.body) for event in uow.journal.events() if event.kind == "reprint"]
    return [(body["cards"], body["staff"]) for body in bodies]


def test_the_first_print_is_counted_and_only_copies_are_sealed(shop: Shop) -> None:
    ravi, asha = shop.enrol("Ravi"), shop.enrol("Asha")
    assert asked(shop, ravi) == [0]
    assert reprints(shop) == []
    assert asked(shop, ravi, asha) == [1, 0]
    assert asked(shop, ravi, asha) == [2, 1]
    assert reprints(shop) == [
        ([{"card": ravi, "copy": 1}], STAFF),
        ([{"card": ravi, "copy": 2}, {"card": asha, "copy": 1}], STAFF),
    ]
    shop.sound()


def test_what_did_not_come_out_is_asked_for_again_and_stays_what_it_was(shop: Shop) -> None:
    ravi = shop.enrol("Ravi")
    first = cards.claim(shop.desk, ravi, staff=STAFF)
    prints.failed(shop.desk, first, reason="paper out")
    again = cards.claim(shop.desk, ravi, staff=STAFF)
    assert (again.job_id, again.copy) == (first.job_id, 0)
    prints.printed(shop.desk, again)
    for _ in range(2):
        assert cards.claim(shop.desk, ravi, staff=STAFF).copy == 1
    assert reprints(shop) == [([{"card": ravi, "copy": 1}], STAFF)]


def test_a_card_says_who_its_member_is_and_is_worded_in_their_language(shop: Shop) -> None:
    ravi, asha = shop.enrol("Ravi", language="hi"), shop.enrol("Asha")
    assert cards.facts(shop.desk, [asha, ravi]) == [
        cards.CardFacts(asha, "Asha", "en"),
        cards.CardFacts(ravi, "Ravi", "hi"),
    ]


def test_a_member_enrolled_with_a_card_to_print_has_it_in_the_queue_at_once(shop: Shop) -> None:
    holder = members.enrol(shop.desk, Enrolment("Ravi", prints_card=True), staff=STAFF)
    assert holder.card is not None
    (waiting,) = prints.queue(shop.desk)
    assert (waiting.document, waiting.subject_id, waiting.copy) == (CARD, holder.card.number, 0)
    assert asked(shop, holder.card.number) == [0]
    assert prints.queue(shop.desk) == []
    with shop.store.reading() as uow:
        (kept,) = uow.prints.of_subject(CARD, holder.card.number)
    assert (kept.status, kept.tries, kept.error) == (PrintStatus.PRINTED, 1, None)


def test_a_card_that_does_not_work_is_not_printed_and_none_beside_it(shop: Shop) -> None:
    ravi, lost = shop.enrol("Ravi"), shop.enrol("Asha")
    card_status.set_card_status(shop.desk, lost, CardStatus.LOST, staff=STAFF)
    with shop.refuses(Code.CARD_INACTIVE):
        cards.count_printed(shop.desk, [ravi, lost], staff=STAFF)
    with shop.refuses(Code.CARD_INACTIVE):
        cards.facts(shop.desk, [lost])
    assert asked(shop, ravi) == [0]
    with shop.refuses(Code.UNKNOWN_CARD):
        cards.claim(shop.desk, NUMBER, staff=STAFF)


def test_a_replacement_is_a_first_print_of_its_own_number(shop: Shop) -> None:
    old = shop.enrol("Ravi")
    assert asked(shop, old) == [0]
    new = card_status.replace_card(shop.desk, old, staff=STAFF).card
    assert new is not None
    assert asked(shop, new.number) == [0]
    with shop.refuses(Code.CARD_INACTIVE):
        cards.claim(shop.desk, old, staff=STAFF)


def test_a_list_enrols_who_is_new_and_finds_them_the_next_time(shop: Shop) -> None:
    wanted = Enrolment("Ravi", PHONE, "hi", NUMBER)
    assert cards.find_or_enrol(shop.desk, wanted, staff=STAFF) == cards.Issued(NUMBER, is_new=True)
    assert cards.find_or_enrol(shop.desk, wanted, staff=STAFF) == cards.Issued(NUMBER, is_new=False)
    without = replace(wanted, name="Ravi S", card_number=None)
    assert cards.find_or_enrol(shop.desk, without, staff=STAFF) == cards.Issued(NUMBER, is_new=False)
    assert prints.queue(shop.desk) == [], "a list prints its cards itself"


@pytest.mark.parametrize("phone", [None, "", "  "])
def test_a_list_needs_the_phone_by_which_it_finds_people_again(shop: Shop, phone: str | None) -> None:
    with shop.refuses(Code.INVALID):
        cards.find_or_enrol(shop.desk, Enrolment("Ravi", phone), staff=STAFF)


def test_a_known_phone_with_another_number_is_refused_and_said(shop: Shop) -> None:
    shop.enrol("Ravi", phone=PHONE, card_number=NUMBER)
    other = card_number("7000123411")
    with shop.refuses(Code.DUPLICATE, saying=f"Ravi's, whose card is {format_card_number(NUMBER)}, not 7000"):
        cards.find_or_enrol(shop.desk, Enrolment("Ravi", PHONE, card_number=other), staff=STAFF)
    with shop.refuses(Code.DUPLICATE, saying="not a mistyped number"):
        cards.find_or_enrol(shop.desk, Enrolment("Ravi", PHONE, card_number="700012341099"), staff=STAFF)


def test_a_known_phone_whose_card_was_blocked_is_refused(shop: Shop) -> None:
    ravi = shop.enrol("Ravi", phone=PHONE)
    card_status.set_card_status(shop.desk, ravi, CardStatus.BLOCKED, staff=STAFF)
    with shop.refuses(Code.CARD_INACTIVE, saying="Ravi has no card that works"):
        cards.find_or_enrol(shop.desk, Enrolment("Ravi", PHONE), staff=STAFF)
