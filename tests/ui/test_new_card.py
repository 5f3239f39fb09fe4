"""A new card at the real window, as task C has it: keys counted, consent sealed, nobody enrolled twice."""

from __future__ import annotations

import json

from app import demo_shop
from app.domain.codes import card_number
from app.services.members import members
from ui.issue.presenter import CONSENT, CONSENT_VERSION

KEYS_OF_TASK_C, FRESH = 28, card_number("7000999123")


def enrolled(counter) -> dict:
    with counter.till.desk.store.reading() as uow:
        return json.loads([one for one in uow.journal.events() if one.kind == "enrol"][-1].body)


def test_keycount_tasks_a_new_card_with_consent(counter):
    hand = counter.hand
    hand.keys = hand.scans = 0
    hand.press("F6")
    hand.scan(FRESH)
    hand.type("9890011223")
    hand.press("Return")
    hand.type("Nisha Kulkar")
    hand.press("Alt+C")
    hand.press("Ctrl+Return")
    assert (hand.scans, hand.keys <= KEYS_OF_TASK_C) == (1, True), hand.keys
    (holder,) = members.find_card(counter.till.desk, FRESH)
    assert (holder.member.name, holder.member.phone) == ("Nisha Kulkar", "+919890011223")
    assert enrolled(counter)["consent"] == {"version": CONSENT_VERSION, "wording": CONSENT}
    assert counter.window.counter.sale.bill.profile.holder.member.name == "Nisha Kulkar"


def test_enter_walks_on_over_email_and_birthday(counter):
    """Each may be left empty; from the friend's card Enter saves."""
    hand = counter.hand
    hand.press("F6")
    for text in ("9890011223", "Nisha Kulkarni", "nisha@example.in", "29/2", ""):
        hand.type(text)
        hand.press("Return")
    member = counter.window.counter.sale.bill.profile.holder.member
    assert (member.name, member.email, member.birthday) == ("Nisha Kulkarni", "nisha@example.in", "--02-29")
    assert enrolled(counter)["contacts"] == {"email": "nisha@example.in", "birthday": "--02-29"}


def test_what_is_no_email_is_said_and_nobody_is_enrolled(counter):
    hand = counter.hand
    hand.press("F6")
    for text in ("9890011223", "Nisha Kulkarni", "nisha"):
        hand.type(text)
        hand.press("Return")
    hand.press("Ctrl+Return")
    assert counter.window.enrol_page.strip.text.startswith("That is not an e-mail address.")
    assert members.find_phone(counter.till.desk, "9890011223") == []


def test_consent_that_was_taken_back_is_not_sealed(counter):
    counter.hand.press("F6")
    counter.hand.press("Alt+C")
    counter.hand.press("Alt+C")
    counter.hand.press("Tab")
    counter.hand.type("Nisha")
    counter.hand.press("Ctrl+Return")
    assert "consent" not in enrolled(counter)


def test_a_phone_that_is_a_members_is_said_at_its_tenth_digit(counter):
    page = counter.window.enrol_page
    counter.hand.press("F6")
    counter.hand.type("982000321")
    assert page._already.isHidden()
    counter.hand.type("0")
    assert page._already.text() == "Already a member: Ravi Sharma. Enter puts them on the bill."
    counter.hand.press("Return")
    assert counter.window.counter.sale.bill.profile.holder.card.number == demo_shop.RAVI
