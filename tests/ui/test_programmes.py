"""The page of programmes in the real window: one is made, put in force, suspended and archived with keys alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.programmes import FIRST, PointName, Programme, ProgrammeKind, ProgrammeStatus
from app.services.programs import programmes
from app.services.programs.program import current
from tests.ui.walking import keys, pin, ring
from ui.actions import Do, action
from ui.permits import permission_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

COINS = Programme("", "Coins", point=PointName("coin", "coins"))


def opened(counter):
    counter.hand.press("Alt+M")
    pin(counter)
    assert counter.window.pages.currentWidget() is counter.window.loyalty.programmes_page
    return counter.window.loyalty.programmes_page


@pytest.fixture
def page(counter):
    return opened(counter)


@pytest.fixture
def filled(counter):
    programmes.create(counter.till.desk, COINS, staff="vikram")
    return opened(counter)


def listed(counter):
    return [one.programme for one in programmes.programmes(counter.till.desk)]


def rows(page):
    return [(one.title, one.detail, one.aside) for one in page.desk.state.rows]


def today(counter) -> date:
    desk = counter.till.desk
    return desk.calendar.day_of(desk.clock.now())


def test_one_is_made_with_keys_alone_put_in_force_and_the_next_bill_speaks_of_its_points(counter, page):
    assert rows(page) == [("Loyalty programme", "Everything", "in force")]
    counter.hand.press("F6")
    counter.hand.type("Coins")
    keys(counter, "Tab", "Down", "Tab", "Tab", "Tab")
    counter.hand.type("coin")
    counter.hand.press("Tab")
    counter.hand.type("coins")
    assert page.editor.says.text().startswith("Every tier earns and pays alike in it. A new programme is a draft.")
    counter.hand.press("F9")
    assert listed(counter) == [FIRST]
    pin(counter)
    assert page.strip.text == "“Coins” is saved."
    made = listed(counter)[1]
    assert made == replace(COINS, programme_id=made.programme_id, kind=ProgrammeKind.POINTS)
    assert rows(page)[1] == ("Coins", "Points only · coins", "draft")
    assert page.desk.state.marked == 1


def test_one_is_put_in_force_and_the_bill_pane_says_what_its_points_are_called(counter, filled):
    keys(counter, "Down", "Shift+F9")
    assert current(counter.till.desk).programme == FIRST
    pin(counter)
    assert filled.strip.text == "“Coins” is in force now. Points stay as they are."
    assert [aside for *_, aside in rows(filled)] == ["not in force", "in force"]
    with counter.till.desk.store.reading() as uow:
        assert uow.programs.published()[0].staff == "vikram"
    counter.hand.press("Alt+1")
    ring(counter)
    assert "coins" in counter.page.totals._earns.text()


def test_what_has_a_first_day_ahead_begins_on_it(counter, filled):
    keys(counter, "Down", "Tab", "Tab")
    counter.hand.type(f"{today(counter) + timedelta(days=3):%d/%m/%Y}")
    counter.hand.press("Shift+F9")
    assert filled.strip.text == "What is typed is not saved yet. F9 saves it; Esc drops it."
    counter.hand.press("F9")
    pin(counter)
    filled.programmes.list.setFocus()
    counter.hand.press("Shift+F9")
    pin(counter)
    assert filled.strip.text.startswith("“Coins” begins on ")
    assert [aside for *_, aside in rows(filled)] == ["in force", "waits for its day"]
    assert current(counter.till.desk).programme == FIRST


def test_it_is_suspended_and_goes_on(counter, filled):
    counter.hand.press("F8")
    pin(counter)
    assert filled.strip.text.startswith("“Loyalty programme” is suspended: nothing is earned or redeemed.")
    assert current(counter.till.desk).programme.status is ProgrammeStatus.SUSPENDED
    assert rows(filled)[0][2] == "suspended"
    counter.hand.press("F8")
    pin(counter)
    assert filled.strip.text == "“Loyalty programme” goes on."
    assert current(counter.till.desk).programme == FIRST


def test_what_is_archived_is_read_and_not_changed_and_what_is_in_force_is_not_archived(counter, filled):
    counter.hand.press("Ctrl+Del")
    assert filled.strip.text.startswith("What is in force or waits for its day cannot be archived.")
    assert not counter.window.approval.approving.is_open
    keys(counter, "Down", "F8")
    assert filled.strip.text.startswith("A programme is a draft until it is put in force.")
    assert not counter.window.approval.approving.is_open
    keys(counter, "Ctrl+Del")
    pin(counter)
    assert filled.strip.text == "“Coins” is archived: it can be read, and is never in force again."
    assert listed(counter)[1].status is ProgrammeStatus.ARCHIVED
    assert not filled.editor.fields["name"].isEnabled()
    counter.hand.press("Shift+F9")
    assert filled.strip.text.startswith("This programme is archived.")


def test_what_cannot_be_is_said_and_esc_drops_what_was_typed(counter, filled):
    keys(counter, "F6", "F9")
    assert filled.strip.text.startswith("A programme needs a name")
    keys(counter, "Tab", "Tab")
    counter.hand.type("soon")
    counter.hand.press("F9")
    assert filled.strip.text == "“soon” is no day; type one like 01/12/2026."
    counter.hand.press("Esc")
    assert filled.editor.fields["name"].text() == "Loyalty programme"
    assert len(listed(counter)) == 2


@pytest.mark.usefixtures("page")
def test_without_a_pin_nothing_is_changed(counter):
    keys(counter, "F8", "Esc")
    assert current(counter.till.desk).programme == FIRST


def test_a_steep_rise_takes_a_second_person(counter):
    desk = counter.till.desk
    live = current(desk)
    steep = replace(live.earning, default_percent=live.earning.default_percent + 50)
    programmes.create(desk, COINS, rules=replace(live, earning=steep), staff="vikram")
    page = opened(counter)
    keys(counter, "Down", "Shift+F9")
    pin(counter)
    assert "a second person has to approve it" in page.strip.text
    assert counter.window.approval.approving.is_open
    pin(counter)
    assert "a second person has to approve it" in page.strip.text
    assert current(desk).programme == FIRST


def test_at_a_counter_of_a_chain_they_are_shown_and_changed_at_its_server(counter, page, monkeypatch):
    found = programmes.look(counter.till.desk)
    monkeypatch.setattr(programmes, "look", lambda _desk: replace(found, is_led=True))
    counter.hand.press("Alt+1")
    opened(counter)
    assert page.strip.text.startswith("This counter is one of a chain")
    counter.hand.press("F6")
    assert page.desk.state.is_new is False
    assert not page.editor.fields["name"].isEnabled()


def test_the_page_is_a_managers():
    assert permission_of(Do.PROGRAMMES) is permission_of(Do.RATES)
    assert action(Do.PROGRAMMES).key_label == "Alt+M"
