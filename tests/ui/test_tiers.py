"""The page of tiers in the real window: figures typed, everybody held against them, published with a PIN."""

from __future__ import annotations

import pytest

from app.services.programs.program import current
from tests.ui.tiering import put
from tests.ui.walking import pin
from ui.actions import Do
from ui.permits import permission_of
from ui.tiers.state import Part


@pytest.fixture
def page(counter):
    """Opened with Vikram's PIN, at the second tier."""
    counter.hand.press("Alt+0")
    pin(counter)
    page = counter.window.pages.currentWidget()
    assert page is counter.window.loyalty.tiers_page
    counter.hand.press("Down")
    return page


def second(counter):
    return current(counter.till.desk).tiers.levels[1]


def test_it_is_a_managers():
    assert permission_of(Do.TIERS) is permission_of(Do.RATES)


def test_figures_are_tried_on_everybody_and_published(counter, page):
    put(counter, page, "100")
    put(counter, page, "Free delivery; A gift", Part.BENEFITS)
    put(counter, page, "20", Part.GRACE)
    assert "after the grace" in page.impact.text()
    assert second(counter).min_spend_minor != 100_00, "not before it is published"
    counter.hand.press("F9")
    pin(counter)
    tiers = current(counter.till.desk).tiers
    assert (second(counter).min_spend_minor, second(counter).benefits) == (100_00, ("Free delivery", "A gift"))
    assert tiers.grace_days == 20
    assert page.strip.text.startswith("The tiers are published as v")
    assert not page.desk.state.has_changes


@pytest.mark.parametrize(
    ("part", "typed", "why"),
    [
        (Part.SPEND, "abc", "is no number"),
        (Part.SPEND, "99999999", "asks less than"),
        (Part.MULTIPLIER, "0", "cannot have that multiplier"),
        (Part.BIRTHDAY, "1.234", "is no number"),
        (Part.PERIOD, "1.5", "is no number"),
    ],
)
def test_what_cannot_be_is_said_and_what_stood_stands_again(counter, page, part, typed, why):
    before = page.fields[part].text()
    put(counter, page, typed, part)
    assert why in page.strip.text
    assert page.fields[part].text() == before
    assert not page.desk.state.has_changes


def test_a_draft_is_dropped(counter, page):
    put(counter, page, "100")
    assert page.desk.state.has_changes
    counter.hand.press("F8")
    assert not page.desk.state.has_changes
    assert page.impact.text().startswith("Nothing is changed yet.")
    counter.hand.press("F9")
    assert page.strip.text.startswith("Nothing is changed yet.")


def test_a_tier_that_gives_much_more_asks_for_a_second_person(counter, page):
    put(counter, page, "8", Part.DISCOUNT)
    counter.hand.press("F9")
    pin(counter)
    assert second(counter).price_discount_percent == 0
    assert "second" in page.strip.text
    pin(counter)
    assert second(counter).price_discount_percent == 0, "one person twice is one person"
    assert "a second person has to approve" in page.strip.text
