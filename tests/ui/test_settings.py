"""The settings in the window: searched, changed with a manager's approval, or opened, by keys alone."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest

from app.demo_shop import MANAGER_PIN
from app.settings import FILE_NAME
from app.settings_file import SettingsFile
from tests.ui.walking import faults_of
from ui.language import QtTongue
from ui.settings.entries import ENTRIES
from ui.zoom import percent


@pytest.fixture
def shop(open_window, tmp_path):
    environment = {"TILLPOINT_DATA_DIR": str(tmp_path), "TILLPOINT_UPI_ADDRESS": "shop@bank"}
    kept = SettingsFile(tmp_path, environment, "tillpoint/0.1.0")
    with open_window(lambda context: replace(context, settings=kept)) as counter:
        yield counter


def find(counter, words):
    counter.hand.press("Ctrl+,")
    counter.hand.type(words)
    counter.hand.press("Return")


def test_updates_say_which_version_runs_and_that_none_comes_by_itself(shop):
    find(shop, "updates")
    note = shop.window.settings_page.settler.state.note
    assert note.startswith("tillpoint/0.1.0 runs here. It never looks for a newer version by itself")
    assert faults_of(shop) == []


def said(counter):
    return counter.window.settings_page.strip.text


def approve(counter):
    counter.hand.type(MANAGER_PIN)
    counter.hand.press("Return")


def told(tmp_path):
    return tomllib.loads((tmp_path / FILE_NAME).read_text("utf-8"))


def test_a_setting_is_found_typed_approved_and_kept(shop, tmp_path):
    find(shop, "gst")
    shop.hand.type("27AAPFU0939F1ZW")
    shop.hand.press("Return")
    approve(shop)
    assert said(shop).startswith("That cannot be used.")
    assert not (tmp_path / FILE_NAME).exists()
    shop.hand.press("Backspace")
    shop.hand.type("V")
    shop.hand.press("F8")
    approve(shop)
    assert said(shop) == "Kept. It holds from the next start of the counter."
    assert told(tmp_path) == {"shop_gstin": "27AAPFU0939F1ZV"}
    shop.hand.press("F2")
    shop.hand.type("lock by itself")
    shop.hand.press("Return")
    shop.hand.type("15")
    shop.hand.press("Return")
    approve(shop)
    assert told(tmp_path)["lock_minutes"] == 15


def test_a_choice_is_made_with_the_arrows(shop, tmp_path):
    find(shop, "colours")
    shop.hand.press("Right")
    shop.hand.press("Space")
    shop.hand.press("F8")
    approve(shop)
    assert told(tmp_path) == {"theme": "dark"}


def test_without_an_approval_nothing_is_kept(shop, tmp_path):
    find(shop, "phone")
    shop.hand.type("020 2612 3456")
    shop.hand.press("Return")
    shop.hand.press("Esc")
    assert not (tmp_path / FILE_NAME).exists()
    assert shop.window.settings_page.detail.value.text() == "020 2612 3456"


def test_a_change_of_what_is_given_from_outside_is_not_offered(shop):
    find(shop, "upi")
    detail = shop.window.settings_page.detail
    assert not detail.value.isEnabled()
    assert not detail._keep.isVisible()


def test_no_entry_that_opens_something_is_dead(shop):
    """Its page is there, or what it does is seen."""
    for entry in (one for one in ENTRIES if one.do):
        shop.hand.press("Ctrl+,")
        page, size = shop.window.settings_page, percent()
        page.settler.choose(next(at for at, one in enumerate(page.settler._found) if one is entry))
        shop.hand.settle()
        is_elsewhere = shop.window.pages.currentWidget() is not page
        assert is_elsewhere or percent() != size or shop.window.guard._is_asking, entry.title
        shop.hand.press("Esc")


@pytest.mark.parametrize("language", ["en", "hi"])
def test_nothing_of_it_is_clipped_in_the_smallest_window(open_window, tmp_path, language):
    kept = SettingsFile(tmp_path, {"TILLPOINT_DATA_DIR": str(tmp_path)}, "tillpoint/0.1.0")
    faults = {}
    with open_window(lambda context: replace(context, settings=kept, language=language)) as counter:
        counter.window.resize(1024, 600)
        counter.hand.press("Ctrl+,")
        for at, entry in enumerate(ENTRIES):
            counter.window.settings_page.settler.mark(at)
            counter.hand.settle()
            faults[entry.title] = faults_of(counter)
    assert {title: found for title, found in faults.items() if found} == {}


def test_hindi_words_find_in_an_english_window(shop):
    shop.hand.press("Ctrl+,")
    shop.window.settings_page.settler.search(QtTongue("hi").text("Print queue"))
    assert [row.title for row in shop.window.settings_page.settler.state.rows] == ["Print queue"]
