"""A shop that calls its points otherwise: nothing anybody reads in its window says points."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTableView

from app.domain.programmes import FIRST, PointName
from app.services.programs.program import current, publish
from tests.ui.test_languages import in_language, shown_in_rows
from tests.ui.walking import faults_on_the_way, visible
from ui.words import speak, spoken

COINS = replace(FIRST, point=PointName("coin", "coins"))
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
