"""The staff page in the real window: it asks for a manager, and what is changed names who asked and who approved."""

from __future__ import annotations

import json

import pytest

from app import demo_shop
from app.domain.codes import staff_card
from app.domain.staff import Pin
from app.services.staff import signing_in
from app.services.staff.roster import roster
from ui.actions import Do

CARD = staff_card("123456789012345678")


@pytest.fixture
def page(counter):
    """Asha opened the staff page with Vikram's PIN."""
    counter.hand.press("Ctrl+Shift+T")
    assert counter.window.pages.currentWidget() is counter.page
    counter.hand.type(demo_shop.MANAGER_PIN)
    counter.hand.press("Return")
    assert counter.window.pages.currentWidget() is counter.window.staff_page
    return counter.window.staff_page


def last_event(counter):
    with counter.till.desk.store.reading() as uow:
        return json.loads(list(uow.journal.events())[-1].body)


def add(counter, page, name: str, pin: str) -> None:
    counter.hand.press("F6")
    counter.hand.type(name)
    page.pin.setFocus()
    counter.hand.type(pin)
    counter.hand.press("F9")


def person(counter, name):
    return next(one for one in roster(counter.till.desk).listed if one.person.name == name)


def test_somebody_new_with_a_pin(counter, page):
    add(counter, page, "Zara", "7310")
    assert page.strip.text == "Zara is saved."
    assert page.pin.text() == ""
    body = last_event(counter)
    assert (body["kind"], body["did"], body["name"], body["staff"], body["approved_by"]) == (
        *("staff", "added", "Zara", "asha", "vikram"),
    )
    assert "7310" not in json.dumps(body)
    assert signing_in.sign_in(counter.till.desk, person(counter, "Zara").person.staff_id, Pin("7310")).name == "Zara"


def test_a_role_a_block_and_the_way_back(counter, page):
    add(counter, page, "Zara", "7310")
    next(button for button in page.role._buttons.values() if button.text() == "Senior").click()
    counter.hand.press("F9")
    assert person(counter, "Zara").person.role == "senior"
    page.works.click()
    counter.hand.press("F9")
    assert not person(counter, "Zara").person.is_active
    assert page.desk.state.people[-1].detail.startswith("works here no more")


def test_a_manager_makes_no_owner(counter, page):
    counter.hand.press("F6")
    counter.hand.type("Zara")
    page.role._buttons["owner"].click()
    page.pin.setFocus()
    counter.hand.type("7310")
    counter.hand.press("F9")
    assert page.strip.text == "Only somebody above that role may change this. Ask an owner."
    assert [one.person.name for one in roster(counter.till.desk).listed] == ["Asha", "Vikram"]


def test_a_scanned_card_is_given_and_a_made_one_is_shown_once(counter, page):
    counter.hand.scan(CARD)
    assert page.strip.text.startswith("Asha has a staff card.")
    assert signing_in.sign_in_by_card(counter.till.desk, CARD).name == "Asha"
    counter.hand.press("F8")
    made = page.desk.state.card
    assert signing_in.sign_in_by_card(counter.till.desk, made).name == "Asha"
    counter.hand.press("Down")
    assert page.desk.state.card == ""
    counter.hand.press("Up")
    counter.hand.press("Ctrl+Del")
    assert not person(counter, "Asha").has_card
    assert counter.context.session.name == "Asha"  # none of these cards switched who is at the counter


def test_wrong_pins_are_seen(counter, page):
    for _ in range(4):
        with pytest.raises(signing_in.DomainError):
            signing_in.sign_in(counter.till.desk, "vikram", Pin("9031"))
    page.open()
    counter.hand.settle()
    assert page.desk.state.people[1].detail == "PIN · waits 1 minute after 4 wrong PINs"


def test_what_was_approved_is_over_with_the_page(counter, page):
    counter.hand.press("Esc")
    assert not page.desk.is_open
    counter.window._carry_out(Do.NEW_PERSON)
    assert [one.person.name for one in roster(counter.till.desk).listed] == ["Asha", "Vikram"]
    counter.hand.press("Ctrl+Shift+T")
    assert counter.window.approval.approving.is_open
