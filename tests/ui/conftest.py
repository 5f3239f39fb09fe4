"""A counter as it stands in the shop: the real window over a real data file, and a hand to press its keys."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import Till, open_till
from app.commands.counter import OpenCounter, opened_counter
from app.domain.bill import Bill
from app.services.staff.roster import roster
from app.settings import Settings
from ui.context import CounterContext
from ui.first_window import FirstRunWindow
from ui.hand import Hand
from ui.session import Session
from ui.window import CounterWindow, open_counter
from ui.words import speak, spoken
from ui.zoom import zoom_to

SIZES = [(1280, 720), (1024, 600)]  # the smallest screens that shops have


@pytest.fixture(autouse=True)
def _no_window_left(qapp: QApplication) -> Iterator[None]:
    """A window that stays would hear the keys of the next test: it is closed here, and fails its own."""
    yield
    left = [one for one in qapp.topLevelWidgets() if isinstance(one, (CounterWindow, FirstRunWindow))]
    for window in left:
        window.shut()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not left, "a test closes the windows that it opened"


@dataclass
class Opened:
    """The window with what stands behind it."""

    window: CounterWindow
    hand: Hand
    till: Till
    context: CounterContext

    @property
    def page(self) -> Any:
        return self.window.counter_page

    @property
    def said(self) -> str:
        return self.page.strip.text

    @property
    def to_pay(self) -> str:
        return self.page.totals.to_pay.text()

    @property
    def rows(self) -> list[tuple[str, ...]]:
        model = self.page.lines.lines
        return [
            tuple(model.index(row, column).data() for column in range(model.columnCount()))
            for row in range(model.rowCount())
        ]

    @property
    def focus(self) -> QWidget | None:
        return self.window.focusWidget()

    def bills(self) -> list[Bill]:
        with self.till.desk.store.reading() as uow:
            return list(uow.bills.all())


@pytest.fixture
def open_window(request, qtbot, tmp_path: Path) -> Iterator[Callable[..., AbstractContextManager[Opened]]]:
    """Opens counters on one data folder, with parts of their context replaced. A module may say who is SIGNED_IN."""

    @contextmanager
    def opened(change: Callable[[CounterContext], CounterContext] = lambda same: same) -> Iterator[Opened]:
        with open_till(Settings(data_dir=str(tmp_path))) as till:
            session = Session(roster(till.desk).person(getattr(request.module, "SIGNED_IN", "asha")))
            context = CounterContext(till.desk, till.spooler, "Shree Medical", session, cards=till.press)
            context = change(context)
            window = open_counter(context)
            try:
                qtbot.waitUntil(window.isActiveWindow)
                yield Opened(window, Hand(window, lambda: window.tasks.is_idle), till, context)
            finally:
                window.shut()
                window.deleteLater()
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
                gc.collect()

    return opened


@pytest.fixture
def open_program(qtbot) -> Callable[..., AbstractContextManager[tuple[OpenCounter, Hand]]]:
    """Opens the counter as the program itself does, from settings, with a hand at it."""

    @contextmanager
    def opened(settings: Settings, news: str = "") -> Iterator[tuple[OpenCounter, Hand]]:
        with ExitStack() as gone:
            gone.callback(gc.collect)
            gone.callback(QCoreApplication.sendPostedEvents, None, QEvent.Type.DeferredDelete)
            counter = gone.enter_context(opened_counter(settings, news))
            gone.callback(counter.window.deleteLater)
            qtbot.waitUntil(counter.window.isActiveWindow)
            hand = Hand(counter.window, counter.is_idle)
            hand.settle()
            yield counter, hand

    return opened


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Whoever changed language or size of texts, hands at random among them, the next test finds them as they were."""
    before = spoken()
    yield
    speak(before)
    zoom_to(100)


@pytest.fixture
def counter(open_window) -> Iterator[Opened]:
    with open_window() as opened:
        yield opened
