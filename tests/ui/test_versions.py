"""The versions of the rules in the real window: what each changed, and going back to one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QScrollArea

from app.domain.rules import DecisionRule, PointsFixed
from app.services.programs.program import current, publish
from tests.ui.walking import keys, pin

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def page(counter):
    """Sixty rules were published; the page of rates is open."""
    desk = counter.till.desk
    many = tuple(DecisionRule(f"Rule {n}", PointsFixed(10_00)) for n in range(60))
    publish(desk, replace(current(desk), rules=many), staff="vikram")
    counter.hand.press("Alt+6")
    pin(counter)
    return counter.window.loyalty.rates_page


def test_all_that_a_version_changed_can_be_read_with_keys(counter, page):
    keys(counter, "F8", "Tab")
    pane = counter.window.focusWidget()
    assert isinstance(pane, QScrollArea)
    assert pane.accessibleName() == "What it changed"
    counter.hand.press("PgDown")
    assert pane.verticalScrollBar().value() > 0
    assert page._changes.height() >= page._changes.heightForWidth(page._changes.width())


def test_what_was_changed_of_tiers_is_told_and_gone_back_from(counter, page):
    desk = counter.till.desk
    stood = current(desk).tiers
    publish(desk, replace(current(desk), tiers=replace(stood, grace_days=60)), staff="vikram")
    page.open()
    counter.hand.settle()
    keys(counter, "F8")
    assert page._changes.text() == "Tiers, Days of grace: 30 › 60"
    assert page.versions._shown[0].detail.startswith("1 figure of tiers · Vikram, ")
    keys(counter, "Down", "F6", "F9")
    pin(counter)
    assert current(desk).tiers == stood


def test_what_a_draft_changes_stands_above_the_versions(counter, page):
    desk = counter.till.desk
    stood = current(desk).tiers
    publish(desk, replace(current(desk), tiers=replace(stood, grace_days=60)), staff="vikram")
    page.open()
    counter.hand.settle()
    keys(counter, "F8", "Down", "F6", "F8")
    assert page.versions._shown[0].detail == "1 figure of tiers"
    assert page._changes.text() == "Tiers, Days of grace: 60 › 30"
    keys(counter, "F6")
    assert page.strip.text.startswith("That is your draft")
    keys(counter, "Down")
    assert page._changes.text() == "Tiers, Days of grace: 30 › 60"
