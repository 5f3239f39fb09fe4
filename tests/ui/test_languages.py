"""The window in other languages: nothing is clipped, nothing stays English, and right to left is the mirror image."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QTableView

from tests.ui.pseudo import PseudoTongue, pseudo
from tests.ui.walking import SETTLE_MS, faults_of, faults_on_the_way, visible, walk
from ui.language import QtTongue
from ui.zoom import STEPS, percent

LEAST = (1024, 600)


def in_language(code):
    return lambda context: replace(context, language=code)


def test_the_disguise_keeps_fields_and_is_longer():
    assert pseudo("Card {card}") == "Càrd {card}··"
    assert len(pseudo("Scan or type")) >= 1.4 * len("Scan or type") - 1


def test_pseudo_locale_no_clipping(open_window, monkeypatch):
    monkeypatch.setattr("ui.window.QtTongue", PseudoTongue)
    with open_window() as counter:
        counter.window.resize(*LEAST)
        assert faults_on_the_way(counter) == {}


class Listening(QtTongue):
    """Hindi that remembers what it had no words for."""

    def __init__(self, code, unknown):
        super().__init__(code)
        self.unknown = unknown

    def text(self, english):
        said = self._catalogue.translate("counter", english)
        if not said:
            self.unknown.add(english)
        return said or english


def test_hindi_has_every_text_shows_it_and_clips_nothing(open_window, monkeypatch):
    """A constant that was forgotten on its way to the screen is found by what it says."""
    unknown, hindi = set(), QtTongue("hi")
    monkeypatch.setattr("ui.window.QtTongue", partial(Listening, unknown=unknown))

    def faults_in_hindi(counter):
        texts = {one.text() for one in visible(counter, QLabel, QPushButton)} | shown_in_rows(counter)
        english = [("english", text) for text in texts if hindi.text(text) != text]
        return [*english, *faults_of(counter)]

    with open_window(in_language("hi")) as counter:
        counter.window.resize(*LEAST)
        assert faults_on_the_way(counter, faults_in_hindi) == {}
        assert unknown == set()


def shown_in_rows(counter):
    """What stands in the cells of tables and lists."""
    return {
        str(view.model().index(row, column).data())
        for view in visible(counter, QTableView, QListView)
        for row in range(view.model().rowCount())
        for column in range(view.model().columnCount() if isinstance(view, QTableView) else 1)
    }


def test_rtl_mirror(open_window, qapp):
    """Right to left, what stood at the left stands as far from the right, and nothing is cut off."""
    with open_window() as counter:
        counter.window.resize(*LEAST)
        walk(counter, ("ring",))
        widgets = {"side": counter.page.side, "lines": counter.page.rung, "paying": counter.page.totals.to_pay}
        left = {name: one.mapTo(counter.window, one.rect().topLeft()).x() for name, one in widgets.items()}
        widths = {name: one.width() for name, one in widgets.items()}
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        try:
            QTest.qWait(SETTLE_MS)
            for name, one in widgets.items():
                right = one.mapTo(counter.window, one.rect().topRight()).x()
                assert counter.window.width() - 1 - right == left[name], name
                assert one.width() == widths[name]
            assert faults_on_the_way(counter) == {}
        finally:
            qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_nothing_is_clipped_at_twice_the_size(open_window):
    with open_window() as counter:
        counter.window.resize(*LEAST)
        for _ in range(len(STEPS)):
            counter.hand.press("Ctrl++")
        assert percent() == 200
        assert faults_on_the_way(counter) == {}
        counter.hand.press("Ctrl+0")
        assert percent() == 100
