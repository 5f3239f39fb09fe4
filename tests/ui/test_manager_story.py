"""A manager's morning in one window, with keys alone: what is published on one page is what the next customer gets."""

from __future__ import annotations

import pytest

from app.demo_shop import MANAGER_PIN, RAVI
from app.services.programs.program import current
from tests.ui.walking import walk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

PIN = (f"type:{MANAGER_PIN}", "Return")


def sell(counter):
    """The same goods to Ravi each time; the points of the bill."""
    walk(counter, ["ring", "F9", "Return", "Ctrl+Return"])
    return max(counter.bills(), key=lambda one: one.occurred_at).earned_points


def doubles_medicines(counter):
    page = counter.window.loyalty.rates_page
    names = [page.table.rates.index(row, 0).data() for row in range(page.table.rates.rowCount())]
    page.table.setCurrentIndex(page.table.rates.index(names.index("Medicines"), 1))
    walk(counter, ["Return", "type:2", "Return"])
    assert "points given 9.96 › 17.09" in page.impact.text(), "his and the referrer's"


def gives_ten_points(counter):
    walk(counter, ["F6", "type:Ten for all"])
    counter.window.loyalty.rules_page.editor.fields["value"].setFocus()
    walk(counter, ["type:10", "F9"])


def offers_soap(counter):
    cost = ("Tab", "Down", "Tab", "type:20")
    worth = ("Tab", *["Down"] * 3, "Tab", "Tab", "type:20")
    walk(counter, ["F6", "type:Free soap", *cost, *worth, "F9"])


PAGES = {"Alt+6": doubles_medicines, "Alt+9": gives_ten_points, "Alt+W": offers_soap}


@pytest.mark.parametrize("at_once", [False, True])
def test_what_is_published_page_by_page_or_at_once_is_what_the_next_customer_gets(counter, at_once):
    assert sell(counter) == 7_54
    for key, work in PAGES.items():
        walk(counter, [key, *PIN])
        work(counter)
        is_published = not at_once or work is offers_soap
        walk(counter, [*(("F9", *PIN) if is_published else ()), "Esc"])
    assert current(counter.till.desk).version == 1 + (1 if at_once else len(PAGES))
    assert sell(counter) == 7_54 + (17_09 - 9_96) + 10_00

    counter.hand.scan(RAVI)
    walk(counter, ["Shift+F8"])
    listed = counter.page.rewards.list
    assert [listed.item(row).text() for row in range(listed.count())] == ["Free soap"]

    walk(counter, ["Esc", "Alt+7", *PIN, "T", "Ctrl+End", "Up", "Return"])
    assert counter.window.reports_page.grid.model().rowCount() == 2, "both bills are behind the day's figure"
