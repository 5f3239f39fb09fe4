"""A shop that calls its points otherwise: nothing anybody reads in its window says points."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTableView

from app.domain.programmes import FIRST, PointName, ProgrammeKind
from app.domain.tiers import Level, TierScheme
from app.services.programs.program import current, publish
from tests.ui.test_languages import in_language, shown_in_rows
from tests.ui.walking import faults_on_the_way, keys, pin, ring, visible
from ui.words import speak, spoken
from ui.work import Topic

COINS = replace(FIRST, point=PointName("coin", "coins"))
ASKED = ("Alt+6", "Alt+F", "Alt+0", "Alt+9", "Alt+W", "Alt+G", "Alt+A", "Alt+M", "Alt+7")  # for a PIN
PAGES = ("Alt+2", *ASKED, "Ctrl+R", "F6", "F1", "Ctrl+,")
SAYS_POINTS = {"en": re.compile(r"\bpoints?\b", re.IGNORECASE), "hi": re.compile(r"पॉइंट|\bpoints?\b", re.IGNORECASE)}


@pytest.fixture(autouse=True)
def _as_before():
    before = spoken()
    yield
    speak(before)


@pytest.fixture
def coins(open_window):
    """A window opened on a shop whose programme gives coins."""

    def opened(code):
        with open_window() as counter:
            rules = replace(current(counter.till.desk), programme=COINS)
            publish(counter.till.desk, rules, staff="vikram")
        return open_window(in_language(code))

    return opened


def read(counter):
    """Everything that stands somewhere in the window, is offered there, or is told to a screen reader."""
    labels = visible(counter, QLabel, QAbstractButton)
    fields = visible(counter, QLineEdit)
    boxes = visible(counter, QComboBox)
    return {
        *(one.text() for one in labels),
        *(one.placeholderText() for one in fields),
        *(one.itemText(at) for one in boxes for at in range(one.count())),
        *(text for one in [*labels, *fields, *boxes] for text in (one.accessibleName(), one.toolTip())),
        *shown_in_rows(counter),
        *headings(counter),
    }


def headings(counter):
    return {
        str(table.model().headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole))
        for table in visible(counter, QTableView)
        for column in range(table.model().columnCount())
    }


@pytest.mark.parametrize("code", ["en", "hi"])
def test_no_page_says_points(coins, code):
    def said(counter):
        return sorted(text for text in read(counter) if SAYS_POINTS[code].search(text))

    with coins(code) as counter:
        assert faults_on_the_way(counter, said) == {}


def test_another_word_is_said_as_soon_as_it_is_published(counter):
    counter.hand.press("Alt+M")
    pin(counter)
    counter.window.pages.currentWidget().editor.fields["one"].setFocus()
    counter.hand.type("coin")
    counter.hand.press("Tab")
    counter.hand.type("coins")
    counter.hand.press("F9")
    counter.hand.settle()
    pin(counter)
    assert current(counter.till.desk).programme.point == PointName("coin", "coins")
    counter.hand.press("Alt+F")
    pin(counter)
    assert "How coins pay" in read(counter)


def turned_to(counter):
    """By its keys, every page that can be opened from the counter, and what stands there."""
    for opened in PAGES:
        counter.hand.press("Esc")
        counter.hand.press(opened)
        if opened in ASKED:
            pin(counter)
        yield opened, read(counter)


@pytest.mark.parametrize("code", ["en", "hi"])
def test_pages_that_are_open_say_another_word_as_soon_as_it_is_in_force(open_window, code):
    with open_window(in_language(code)) as counter:
        for _ in turned_to(counter):
            pass
        keys(counter, "Esc", "Esc", "Esc")
        ring(counter)
        rules = current(counter.till.desk)
        publish(counter.till.desk, replace(rules, version=rules.version + 1, programme=COINS), staff="vikram")
        counter.window.tasks.changed.emit(Topic.RATES)
        counter.hand.settle()
        here = {"": [one for one in read(counter) if SAYS_POINTS[code].search(one)]}
        left = {page: [one for one in found if SAYS_POINTS[code].search(one)] for page, found in turned_to(counter)}
        assert {page: sorted(texts) for page, texts in (here | left).items() if texts} == {}


def test_what_is_typed_and_what_somebody_called_points_stays(open_window):
    """A category of that name among them."""
    with open_window() as counter:
        rules = current(counter.till.desk)
        named = {"Double points": rules.categories["General"], **rules.categories}
        publish(counter.till.desk, replace(rules, version=rules.version + 1, categories=named), staff="vikram")
    with open_window() as counter:
        counter.hand.press("F6")
        counter.hand.type("9890011223")
        rules = current(counter.till.desk)
        publish(counter.till.desk, replace(rules, version=rules.version + 1, programme=COINS), staff="vikram")
        counter.window.tasks.changed.emit(Topic.RATES)
        counter.hand.settle()
        assert "9890011223" in [one.text() for one in visible(counter, QLineEdit)]
        counter.hand.press("Esc")
        counter.hand.press("Esc")
        assert "Double points: 3 % in coins" in {one.toolTip() for one in visible(counter, QAbstractButton)}


def test_cashback_is_no_points_either(open_window):
    with open_window() as counter:
        rules = current(counter.till.desk)
        cashback = replace(FIRST, kind=ProgrammeKind.CASHBACK)
        tiers, redemption = TierScheme((Level("Bronze"),)), replace(rules.redemption, rate=Decimal(1))
        publish(
            counter.till.desk,
            replace(rules, programme=cashback, tiers=tiers, redemption=redemption, rules=(), rewards=()),
            staff="vikram",
        )
    with open_window() as counter:
        ring(counter)
        keys(counter, "?")
        found = read(counter)
        keys(counter, "Esc", "Shift+F8")
        found |= read(counter)
        for page in ("Alt+2", "F1", "Alt+6", "Alt+F", "Alt+7"):
            counter.hand.press(page)
            if page not in ("Alt+2", "F1"):
                pin(counter)
            found |= read(counter)
        assert not [text for text in found if SAYS_POINTS["en"].search(text)]
