"""The first run in its window: a shop set up by keys and scans, closed and opened again in between."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from shiboken6 import isValid

from app.bootstrap import open_till
from app.commands.counter import open_counter
from app.commands.first_run import FILE_NAME, Answers, is_unfinished
from app.domain.staff import Pin, Role
from app.services.catalogue import catalogue
from app.services.members.listing import members_listed
from app.services.staff.roster import roster
from app.services.staff.signing_in import at_opening, sign_in
from app.settings import in_training, load
from tests.ui.pseudo import PseudoTongue
from tests.ui.walking import faults_of, visible
from ui import hand
from ui.first_window import FirstRunWindow, open_first_run
from ui.firstrun.state import Progress, Start, Step
from ui.hand import Hand
from ui.language import QtTongue
from ui.window import application
from ui.zoom import percent

GSTIN = "27AAPFU0939F1ZV"
LEAST = (1024, 600)


class Asked:
    """What the walk's faults ask of a window, and a hand."""

    def __init__(self, window):
        self.window, self.hand = window, Hand(window, lambda: window.tasks.is_idle)

    @property
    def state(self):
        return self.window.runner.state

    @property
    def said(self):
        return self.window.page.strip.text

    def fill(self, name, text):
        self.window.page.panes[self.state.step].fields[name].setFocus()
        self.hand.type(text)


@pytest.fixture
def environment(tmp_path):
    return {"TILLPOINT_DATA_DIR": str(tmp_path / "till")}


@pytest.fixture
def first_run(qtbot, environment):
    @contextmanager
    def opened():
        with Answers(load(environment), environment) as answers:
            window = open_first_run(answers)
            try:
                qtbot.waitUntil(window.isActiveWindow)
                asked = Asked(window)
                asked.hand.settle()
                yield asked
            finally:
                window.shut()
                window.deleteLater()
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    return opened


def test_enter_opens_the_sample_shop(first_run, environment, monkeypatch):
    monkeypatch.setattr(hand, "PATIENCE_S", 60)  # a month of bills on a machine that does other things
    assert is_unfinished(load(environment))
    with first_run() as asked:
        asked.hand.press("Return")
        assert asked.window.is_done
        assert asked.hand.keys == 1
    with open_till(load(environment)) as till:
        assert "Ravi Sharma" in {listed.name for listed in members_listed(till.desk)}
        with till.desk.store.reading() as uow:
            assert sum(1 for _ in uow.bills.all()) > 200, "a month of them, for the manager's desk to look at"
    assert not is_unfinished(load(environment))


def test_a_shop_of_its_own_is_set_up_though_the_program_ends_after_each_step(first_run, environment, tmp_path):
    listed = tmp_path / "ours.csv"
    listed.write_text("code,name,category,mrp\n8901030865275,Crocin,Medicines,30\nX1,Soap,General,abc\n")
    with first_run() as asked:
        asked.hand.press("Down")
        asked.hand.press("Return")
        assert asked.state.step is Step.SHOP
    with first_run() as asked:
        asked.hand.type("Arogya Medical")
        asked.fill("gstin", "27aapfu0939f1zw")
        asked.hand.press("Return")
        assert "does not fit" in asked.said
        asked.hand.press("Backspace")
        asked.hand.type("v")
        asked.hand.press("Return")
        asked.hand.scan("8901030865275")
        assert "8901030865275" in asked.state.scanned
        asked.hand.press("F8")
        assert asked.said.startswith("Test page printed")
        asked.hand.press("Return")
    with first_run() as asked:
        asked.hand.type("Sunita Rao")
        for pin in asked.window.page.owner.pins:
            pin.setFocus()
            asked.hand.type("5829")
        asked.hand.press("Return")
        assert asked.state.step is Step.GOODS
    assert is_unfinished(load(environment))
    with first_run() as asked:
        asked.hand.press("Down")
        asked.fill("file", str(listed))
        asked.hand.press("Return")
        assert asked.state.summary[-1].startswith("1 product imported. 1 row is left out")
        asked.hand.press("Return")
        assert asked.window.is_done
    settings = load(environment)
    assert not is_unfinished(settings)
    assert (settings.shop_name, settings.shop_gstin, settings.shop_address) == ("Arogya Medical", GSTIN, "")
    with open_till(settings) as till:
        assert at_opening(till.desk, settings.cashier) is None
        owner = roster(till.desk).listed[0].person
        assert sign_in(till.desk, owner.staff_id, Pin("5829")).role is Role.OWNER
        assert catalogue.find(till.desk, "8901030865275").name == "Crocin"
        assert list(members_listed(till.desk)) == []
    assert listed.with_name("ours-problems.csv").exists()


def test_a_list_that_is_none_is_said_and_the_step_stays(first_run, environment, tmp_path, monkeypatch):
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("colour\nred\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(wrong), ""))
    remembered(environment, Progress(Step.GOODS, Start.NEW))
    with first_run() as asked:
        asked.hand.press("Down")
        asked.hand.press("F2")
        asked.hand.press("Return")
        assert "no column called 'code'" in asked.said
        wrong.write_text("code,name,category,mrp\nX1,Soap,General,abc\n")
        asked.hand.press("Return")
        assert asked.said.startswith("No row of the list can be imported.")
        assert wrong.with_name("wrong-problems.csv").exists()
        assert asked.state.step is Step.GOODS


def test_a_list_of_members_is_enrolled(first_run, environment, tmp_path):
    listed = tmp_path / "members.csv"
    listed.write_text("name,phone,points\nMeena Iyer,9822000091,250\nRavi,12345,\n")
    remembered(environment, Progress(Step.GOODS, Start.NEW))
    with first_run() as asked:
        for _ in range(2):
            asked.hand.press("Down")
        asked.fill("file", str(listed))
        asked.hand.press("Return")
        assert asked.state.summary[-1].startswith("1 member imported. 1 row is left out")
        asked.hand.press("Return")
    assert "wrong phone" in (tmp_path / "members-problems.csv").read_text("utf-8-sig")
    with open_till(load(environment)) as till:
        assert [(one.name, one.points) for one in members_listed(till.desk)] == [("Meena Iyer", 25_000)]


def test_esc_steps_back_with_what_was_answered(first_run):
    with first_run() as asked:
        for key in ("Down", "Return"):
            asked.hand.press(key)
        asked.hand.type("Arogya Medical")
        asked.hand.press("Return")
        asked.hand.press("Esc")
        assert asked.window.page.panes[Step.SHOP].fields["name"].text() == "Arogya Medical"
        asked.hand.press("Esc")
        assert (asked.state.step, asked.state.start) == (Step.WELCOME, Start.NEW)


def test_the_other_language_is_there_at_once_and_stays(first_run, environment):
    with first_run() as asked:
        asked.hand.press("F3")
        asked.hand.settle()
        assert {"हिन्दी", "English"} <= {one.text() for one in visible(asked, QPushButton)}
        assert QtTongue("hi").text("Welcome to Tillpoint") in {one.text() for one in visible(asked, QLabel)}
        asked.hand.press("Ctrl++")
        assert percent() == 110
    assert load(environment).language == "hi"


@pytest.mark.parametrize("tongue", [lambda _: QtTongue("hi"), PseudoTongue, QtTongue])
def test_nothing_is_clipped_small_or_nameless_in_any_step(first_run, environment, monkeypatch, tongue):
    monkeypatch.setattr("ui.first_window.QtTongue", tongue)
    found = {}
    for start, step in [(Start.JOIN, Step.JOINING), *((Start.NEW, step) for step in Step if step is not Step.JOINING)]:
        remembered(environment, Progress(step, start))
        with first_run() as asked:
            asked.window.resize(*LEAST)
            asked.hand.settle()
            if step is Step.SHOP:
                asked.fill("gstin", "27AAPFU0939F1ZW")
            if step is Step.GOODS:
                asked.hand.press("Down")
            if step not in (Step.WELCOME, Step.DONE):
                asked.hand.press("Return")
            found[step] = faults_of(asked)
    assert {step: faults for step, faults in found.items() if faults} == {}


def test_training_and_a_folder_in_use_are_never_asked(environment):
    settings = load(environment)
    assert not is_unfinished(in_training(settings))
    with open_till(settings):
        assert not is_unfinished(settings)


def remembered(environment, progress):
    with Answers(load(environment), environment) as answers:
        answers.remember(progress)


def run(settings, press, monkeypatch):
    """The program, believing in a display, with its windows pressed as they come; says which came."""
    monkeypatch.setattr("app.commands.counter.has_display", lambda: True)
    seen = []

    def look():
        window = application().activeWindow()
        if window is not None and window not in seen:
            seen.append(window)
            press(window)

    timer = QTimer(interval=100)
    timer.timeout.connect(look)
    timer.start()
    try:
        assert open_counter(settings) == 0
    finally:
        timer.stop()
        for window in filter(isValid, seen):
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [type(one).__name__ for one in seen]


def test_the_program_asks_first_and_then_opens_the_counter(environment, monkeypatch):
    monkeypatch.setenv("TILLPOINT_DATA_DIR", environment["TILLPOINT_DATA_DIR"])

    def press(window):
        if isinstance(window, FirstRunWindow):
            QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
        else:
            window.close()

    assert run(load(environment), press, monkeypatch) == ["FirstRunWindow", "CounterWindow"]
    assert not is_unfinished(load(environment))


def test_a_first_run_that_is_closed_opens_no_counter_and_leaves_nothing(environment, monkeypatch):
    assert run(load(environment), lambda window: window.close(), monkeypatch) == ["FirstRunWindow"]
    assert not load(environment).folder.exists()


def test_what_cannot_be_read_of_it_begins_again(environment):
    settings = load(environment)
    settings.folder.mkdir(parents=True)
    (settings.folder / FILE_NAME).write_text('step = "tea"')
    with Answers(settings, environment) as answers:
        assert answers.progress == Progress()
