"""The settings' list: what a search leaves, what is marked, and what is kept of a change."""

from __future__ import annotations

from dataclasses import fields

import pytest

from app.domain.errors import invalid
from app.settings import Settings, checked
from tests.unit.ui.works import AtOnce
from ui.actions import Do, Scope, action
from ui.errors import Tone
from ui.language import QtTongue
from ui.settings.entries import ENTRIES, PAIRING, matching
from ui.settings.finding import KEPT, Settler
from ui.words import English

TONGUES = (English(), QtTongue("hi"))


class Kept:
    program, place, fixed = "tillpoint/0.1.0", "/shop", frozenset({"upi_address"})

    def __init__(self):
        self.told = {one.name: str(getattr(Settings(data_dir="/shop"), one.name)) for one in fields(Settings)}
        self.fault = None

    def values(self):
        return dict(self.told)

    def keep(self, name, value):
        if self.fault:
            raise self.fault
        self.told[name] = value


class Screen:
    state = None

    def show_desk(self, state):
        self.state = state


@pytest.fixture
def kept():
    return Kept()


@pytest.fixture
def opened(kept):
    ran = []
    screen = Screen()
    settler = Settler(kept, AtOnce(), screen, ran.append, TONGUES)
    settler.ran = ran
    settler.open()
    return settler


def titles(settler):
    return [row.title for row in settler.state.rows]


@pytest.mark.parametrize("entry", [one for one in ENTRIES if one.setting], ids=lambda one: one.setting)
def test_every_entry_is_of_a_setting_there_is(entry):
    default = getattr(Settings(), entry.setting)
    for value, _ in entry.choices:
        assert getattr(checked({entry.setting: value}), entry.setting) == value
    assert not entry.choices or default in dict(entry.choices)
    assert len(str(default)) <= entry.most


@pytest.mark.parametrize("entry", [one for one in ENTRIES if one.do], ids=lambda one: one.do)
def test_every_entry_that_opens_something_is_a_command_that_is_heard_here(entry):
    assert action(entry.do).scope is Scope.EVERYWHERE


def test_every_entry_can_be_changed_or_opened_or_read():
    assert [one.title for one in ENTRIES if not (one.setting or one.do or one.panel)] == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("gst", ["GSTIN"]),
        ("GST number", ["GSTIN"]),
        ("pairing", ["Server & pairing", "Sync status"]),
        ("dark", ["Colours"]),
        ("hindi", []),
        ("हिन्दी", ["Language"]),
        ("प्रिंटर", ["Printers", "Print queue", "Health of the counter"]),
        ("no such thing", []),
    ],
)
def test_a_search_leaves_what_has_the_words_in_any_language(typed, found):
    assert [one.title for one in matching(typed, TONGUES)] == found


def test_everything_is_there_at_first_with_what_it_is_now(opened):
    assert len(opened.state.rows) == len(ENTRIES)
    assert (opened.state.title, opened.state.value) == ("Name of the shop", "Shree Medical")
    rows = {row.title: row for row in opened.state.rows}
    assert rows["Address"].detail == "12 MG Road, Pune 411001"
    assert (rows["GSTIN"].detail, rows["Colours"].detail) == ("empty", "Light")
    assert rows["Print queue"].aside == "Ctrl+Shift+Q"


def test_a_change_is_kept_and_shown_in_the_list(opened, kept):
    opened.search("gst")
    opened.type("27AAPFU0939F1Z")
    assert opened.state.note == "14 of 15 letters and digits"
    opened.type(" 27AAPFU0939F1ZV ")
    opened.keep()
    assert (kept.told["shop_gstin"], opened.state.notice.text) == ("27AAPFU0939F1ZV", KEPT)
    assert opened.state.rows[0].detail == "27AAPFU0939F1ZV"


def test_what_cannot_be_is_said_with_what_it_may_be(opened, kept):
    kept.fault = invalid("Setting lock_minutes cannot be 'x': it is 0 to 240.")
    opened.search("lock by itself")
    opened.type("x")
    opened.keep()
    hint = "After so many minutes without a touch: 0 (never) to 240."
    assert (opened.state.notice.tone, opened.state.notice.text) == (Tone.WARN, f"That cannot be used. {hint}")
    assert opened.state.value == "x"


@pytest.mark.parametrize(
    ("fault", "says"), [(OSError(28, "No space left"), "No space left"), (RuntimeError(), "unexpected")]
)
def test_a_disk_that_does_not_take_it_is_said(opened, kept, fault, says):
    kept.fault = fault
    opened.type("Arogya")
    opened.keep()
    assert says in opened.state.notice.text
    assert opened.state.notice.tone is Tone.BAD


def test_what_is_given_from_outside_is_not_changed_here(opened, kept):
    opened.search("upi")
    assert opened.state.note == "Given from outside as TILLPOINT_UPI_ADDRESS: it is changed there."
    opened.type("shop@bank")
    opened.keep()
    assert kept.told["upi_address"] == ""


def test_an_entry_that_opens_a_page_does_so(opened):
    opened.search("queue")
    opened.choose(0)
    assert opened.ran == [Do.PRINT_QUEUE]
    opened.search("gst")
    opened.choose(0)
    opened.keep()
    assert opened.ran == [Do.PRINT_QUEUE]


def test_the_arrows_stay_within_the_list(opened):
    opened.step(-1)
    assert opened.state.marked == 0
    opened.step(999)
    assert opened.state.marked == len(ENTRIES) - 1
    assert opened.state.note.startswith("tillpoint/0.1.0 ")
    opened.search("no such thing")
    opened.step(1)
    opened.choose(0)
    opened.keep()
    assert (opened.state.rows, opened.ran) == ((), [])


def test_a_panel_is_found_whatever_was_searched(opened):
    opened.search("gst")
    opened.find(PAIRING)
    assert opened.state.panel == PAIRING


def test_in_training_nothing_of_the_shop_can_be_changed():
    screen = Screen()
    settler = Settler(None, AtOnce(), screen, lambda _: None, TONGUES)
    settler.open()
    settings = {one.title for one in ENTRIES if one.setting}
    assert settings & set(titles(settler)) <= {one.title for one in ENTRIES if one.do}
    settler.keep()
    assert not screen.state.can_keep


def test_a_file_that_cannot_be_read_is_said(kept, monkeypatch):
    def broken():
        raise OSError(13, "Permission denied")

    monkeypatch.setattr(kept, "values", broken)
    screen = Screen()
    Settler(kept, AtOnce(), screen, lambda _: None, TONGUES).open()
    assert "Permission denied" in screen.state.notice.text
    assert not screen.state.can_keep
