"""Keys in the real window: changed with an approval, refused with the reason, and heard from the next start."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from app.demo_shop import MANAGER_PIN
from app.settings import load
from app.settings_file import SettingsFile
from tests.ui.walking import faults_of
from ui.actions import ACTIONS, Do, Scope, bind
from ui.actions.binding import read
from ui.language import QtTongue
from ui.words import speak, spoken


@pytest.fixture(autouse=True)
def _as_before():
    before = spoken()
    yield
    speak(before)
    bind({})


@pytest.fixture
def environment(tmp_path):
    return {"TILLPOINT_DATA_DIR": str(tmp_path)}


@pytest.fixture
def opened(open_window, environment, tmp_path):
    """Opens the counter with the keys its settings say."""

    def change(context):
        settings = load(environment)
        keys = read(settings.own_keys, ACTIONS, profile=settings.key_profile)
        kept = SettingsFile(tmp_path, environment, "tillpoint/0.1.0")
        return replace(context, settings=kept, keys=keys, exports=tmp_path / "exports")

    return lambda: open_window(change)


def page(counter):
    return counter.window.upkeep.keys_page


def give(counter, words, key):
    """Find a command, and press its new key."""
    counter.hand.press("Ctrl+Shift+K")
    counter.hand.type(words)
    counter.hand.press("F8")
    if counter.window.approval.approving.is_open:
        counter.hand.type(MANAGER_PIN)
        counter.hand.press("Return")
    counter.hand.settle()
    counter.hand.press(key)
    counter.hand.settle()


def test_a_key_is_changed_kept_and_heard_from_the_next_start(opened, environment):
    with opened() as counter:
        give(counter, "choose how the bill", "Ctrl+F9")
        assert page(counter).strip.text == "Kept: Ctrl+F9. It holds from the next start of the counter."
        assert [row.aside for row in page(counter).desk.state.rows] == ["Ctrl+F9"]
        assert load(environment).own_keys == "pay:counter=Ctrl+F9"
    with opened() as counter:
        counter.hand.type("430/3")
        for key in ("Return", "F9"):
            counter.hand.press(key)
        assert Scope.PAY not in counter.window._keys.heard_now(), "F9 is nobody's now"
        counter.hand.press("Ctrl+F9")
        counter.hand.press("C")
        counter.hand.press("Return")
        assert len(counter.bills()) == 1
        buttons = {
            one.do: one.accessibleName() for one in counter.page.findChildren(type(page(counter)._keys[Do.NEW_KEY]))
        }
        assert buttons[Do.PAY] == "Pay, Ctrl+F9"


def test_a_key_that_is_taken_is_refused_and_nothing_is_kept(opened, environment):
    with opened() as counter:
        give(counter, "choose how the bill", "F8")
        assert page(counter).strip.text == "F8 is “Redeem” already (On the counter)."
        assert page(counter).search.hasFocus()
        give(counter, "choose how the bill", "X")
        assert "is typed there" in page(counter).strip.text
        give(counter, "choose how the bill", "Esc")
        assert not page(counter).desk.state.is_catching
        assert load(environment).own_keys == ""
        assert counter.window.pages.currentWidget() is page(counter), "Esc was the catcher's"


def test_usual_keys_come_back_one_by_one_or_all(opened, environment):
    with opened() as counter:
        give(counter, "choose how the bill", "Ctrl+F9")
        give(counter, "take back a bill", "Ctrl+F5")
        counter.hand.press("F4")
        counter.hand.type(MANAGER_PIN)
        counter.hand.press("Return")
        assert page(counter).strip.text.startswith("The usual key again: F5.")
        assert load(environment).own_keys == "pay:counter=Ctrl+F9"
        counter.hand.press("Ctrl+Del")
        counter.hand.type(MANAGER_PIN)
        counter.hand.press("Return")
        assert page(counter).strip.text.startswith("All keys are the usual ones again")
        assert load(environment).own_keys == ""


def test_a_usual_key_that_somebody_has_got_is_not_taken_away(opened):
    with opened() as counter:
        give(counter, "choose how the bill", "Ctrl+F9")
        give(counter, "use the most points", "F9")
        counter.hand.press("Ctrl+Shift+K")
        counter.hand.type("choose how the bill")
        counter.hand.press("F4")
        counter.hand.type(MANAGER_PIN)
        counter.hand.press("Return")
        assert page(counter).strip.text == "F9 is “Redeem” already (On the counter)."


def test_enter_stays(opened):
    with opened() as counter:
        counter.hand.press("Ctrl+Shift+K")
        counter.hand.type("this is the pin")
        counter.hand.press("F8")
        counter.hand.type(MANAGER_PIN)
        counter.hand.press("Return")
        assert page(counter).strip.text == "This key means the same everywhere and stays."


def test_like_tally_a_bill_is_finished_and_left(opened, environment):
    environment["TILLPOINT_KEY_PROFILE"] = "tally"
    with opened() as counter:
        counter.hand.type("430/3")
        for key in ("Return", "Ctrl+A"):
            counter.hand.press(key)
        assert len(counter.bills()) == 1
        counter.hand.press("Alt+C")
        assert counter.window.pages.currentWidget() is counter.window.enrol_page
        counter.hand.press("Ctrl+Q")
        assert counter.window.pages.currentWidget() is counter.page


def test_the_sheet_is_one_page_in_either_language(opened, tmp_path):
    for code in ("en", "hi"):
        with opened() as counter:
            speak(QtTongue(code))
            counter.hand.press("Ctrl+Shift+K")
            counter.hand.press("F9")
            with pypdfium2.PdfDocument(tmp_path / "exports/keys.pdf") as pdf:
                assert len(pdf) == 1
                text = pdf[0].get_textpage().get_text_range()
            assert {"F1", "F9", "Ctrl+Shift+K"} <= set(text.replace(",", " ").split())
            assert (code == "en") is ("Redeem" in text)


def test_the_page_is_whole(opened):
    with opened() as counter:
        counter.hand.press("Ctrl+Shift+K")
        assert faults_of(counter) == []
        counter.hand.type("zzz")
        assert faults_of(counter) == []
        assert page(counter).desk.state.rows == ()


def test_a_counter_without_settings_changes_none(counter):
    counter.hand.press("Ctrl+Shift+K")
    counter.hand.press("F8")
    counter.hand.type(MANAGER_PIN)
    counter.hand.press("Return")
    assert counter.window.upkeep.keys_page.strip.text == "Keys are not changed at this counter."
    counter.hand.press("F9")
    assert "no folder" in counter.window.upkeep.keys_page.strip.text


def test_alt_and_a_number_turns_to_a_section(counter):
    for key, shown in (("Alt+2", "members_page"), ("Alt+3", "enrol_page"), ("Alt+5", "shift_page")):
        counter.hand.press(key)
        pages = counter.window.people if shown == "members_page" else counter.window
        assert counter.window.pages.currentWidget() is getattr(pages, shown)
    counter.hand.press("Alt+1")
    assert counter.window.pages.currentWidget() is counter.page
