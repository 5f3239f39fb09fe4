"""The page of figures in the real window: typed and chosen with keys, tried at once, published with a PIN."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.expiry import Expiry, ExpiryMode
from app.domain.figures import Figure, Figures
from app.domain.program import Redemption
from app.domain.programmes import FIRST, ProgrammeKind
from app.domain.tiers import Level, TierScheme
from app.services.programs import rates
from app.services.programs.program import current, publish
from tests.ui.walking import keys, pin, ring
from ui.actions import Do, action
from ui.permits import permission_of


def opened(counter):
    counter.hand.press("Alt+F")
    pin(counter)
    assert counter.window.pages.currentWidget() is counter.window.loyalty.figures_page
    return counter.window.loyalty.figures_page


@pytest.fixture
def page(counter):
    """Asha sold a bill, and opened the page with Vikram's PIN."""
    ring(counter)
    keys(counter, "F9", "Return", "Ctrl+Return")
    return opened(counter)


def put(counter, page, figure, words):
    field = page.fields[figure]
    field.setFocus()
    field.selectAll()
    counter.hand.type(words)
    counter.hand.press("Tab")
    counter.hand.settle()


def drafted(counter):
    return Figures.of(rates.look(counter.till.desk, "asha").drafted)


def test_the_page_opens_with_what_a_point_is_worth_ready_to_be_typed_over(counter, page):
    assert page.fields[Figure.WORTH].hasFocus()
    counter.hand.type("0.2")
    counter.hand.press("Return")
    counter.hand.settle()
    assert drafted(counter).worth == Decimal("0.2")
    assert page.said.text().startswith("One of the points is worth: ₹0.10 › ₹0.20\nAll points that members have")
    assert page.impact.text().startswith("Last 30 days, 1 bill:")


def test_every_figure_is_reached_with_keys_alone(counter, page):
    met = set()
    for _ in Figure:
        met |= {one for one, field in page.fields.items() if field.hasFocus()}
        counter.hand.press("Tab")
    assert met == set(Figure)


def test_a_kind_of_end_is_chosen_and_comes_with_its_usual_length(counter, page):
    page.fields[Figure.EXPIRY].setFocus()
    keys(counter, "Up")
    counter.hand.settle()
    assert (drafted(counter).expiry, drafted(counter).lasts) == (ExpiryMode.DAYS, 365)
    assert page.fields[Figure.LASTS].text() == "365"
    put(counter, page, Figure.LASTS, "90")
    keys(counter, "F9")
    pin(counter)
    assert page.strip.text == "Published: rates v2 are in force. Bills that were made keep theirs."
    assert current(counter.till.desk).expiry == Expiry(ExpiryMode.DAYS, 90)
    counter.hand.press("Alt+6")
    pin(counter)
    counter.hand.press("F8")
    assert "Points end: after months › after days" in counter.window.loyalty.rates_page.desk.state.detail


def test_what_never_ends_counts_nothing(counter, page):
    page.fields[Figure.EXPIRY].setFocus()
    keys(counter, "Home")
    counter.hand.settle()
    assert drafted(counter).expiry is ExpiryMode.NEVER
    assert not page.fields[Figure.LASTS].isEnabled()
    assert page.fields[Figure.LASTS].text() == ""


@pytest.mark.parametrize(
    ("figure", "typed", "why", "stood"),
    [
        (Figure.WORTH, "0", "Points are worth more than nothing each", "0.10"),
        (Figure.WORTH, "much", "is no number; type one like 2 or 2.5", "0.10"),
        (Figure.WORTH, "", "A figure is still missing", "0.10"),
        (Figure.LEAST_BILL, "lots", "is no amount; type one like 500", ""),
        (Figure.PENDING, "1.5", "is no whole number", "0"),
        (Figure.PENDING, "4000", "Points can be used after 0 to 3,650 days", "0"),
        (Figure.CEILING, "0", "comes to at least 1", "10"),
        (Figure.REFERRAL, "101", "What a referrer gets is 0 to 100 %", "0.5"),
    ],
)
def test_what_cannot_be_is_said_and_what_stood_stands(counter, page, figure, typed, why, stood):
    before = drafted(counter)
    field = page.fields[figure]
    field.setFocus()
    field.selectAll()
    counter.hand.press("Delete")
    counter.hand.type(typed)
    counter.hand.press("Tab")
    counter.hand.settle()
    assert why in page.strip.text
    assert Decimal(field.text() or 0) == Decimal(stood or 0)
    assert drafted(counter) == before


def test_two_figures_typed_one_after_the_other_are_both_kept_and_dropped_together(counter, page):
    put(counter, page, Figure.LEAST_BILL, "200")
    put(counter, page, Figure.CEILING, "5")
    page.fields[Figure.ROUNDED].setFocus()
    keys(counter, "Down")
    counter.hand.settle()
    found = drafted(counter)
    assert (found.least_bill_minor, found.ceiling, found.rounded.value) == (200_00, 5, "HALF_UP")
    assert page.fields[Figure.CEILING].font().bold()
    assert page.fields[Figure.CEILING].toolTip() == "10 › 5"
    keys(counter, "Ctrl+Del")
    counter.hand.settle()
    assert drafted(counter) == Figures.of(current(counter.till.desk))
    assert page.strip.text == "The draft is as published again."
    assert "No figure is changed yet" in page.impact.text()


def test_the_draft_is_that_of_the_rates_with_its_day(counter, page):
    put(counter, page, Figure.LEAST_BILL, "200")
    page.day.setFocus()
    counter.hand.type("01/12/2090")
    counter.hand.press("Tab")
    counter.hand.settle()
    draft = rates.look(counter.till.desk, "asha").draft
    assert (str(draft.holds_on), draft.figures.least_bill_minor) == ("2090-12-01", 200_00)
    page.day.setFocus()
    page.day.selectAll()
    counter.hand.type("yesterday")
    counter.hand.press("Tab")
    assert "no day to come" in page.strip.text
    assert page.day.text() == "01/12/2090"


def test_what_was_published_meanwhile_is_told_and_carried_over(counter, page):
    put(counter, page, Figure.LEAST_BILL, "200")
    rules = current(counter.till.desk)
    publish(counter.till.desk, Figures.of(rules).having(Figure.GRACE, 9).over(rules), staff="vikram")
    counter.hand.press("Alt+1")
    opened(counter)
    assert "Points that came back last, in days: 7 › 9" in page.strip.text
    keys(counter, "F4")
    counter.hand.settle()
    assert (drafted(counter).least_bill_minor, drafted(counter).grace_days) == (200_00, 9)


def test_where_points_are_cashback_their_worth_stands(open_window):
    with open_window() as counter:
        rules = current(counter.till.desk)
        cashback = replace(
            rules,
            programme=replace(FIRST, kind=ProgrammeKind.CASHBACK),
            redemption=Redemption(Decimal(1)),
            tiers=TierScheme((Level("Bronze"),)),
        )
        publish(counter.till.desk, cashback, staff="vikram")
        page = opened(counter)
        assert not page.fields[Figure.WORTH].isEnabled()


def test_who_may_open_it_and_with_which_key():
    assert permission_of(Do.FIGURES) is permission_of(Do.RATES)
    assert action(Do.FIGURES).key_label == "Alt+F"
