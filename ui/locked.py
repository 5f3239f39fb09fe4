"""Locked: the window's part of locking: what covers the counter, when, and whose counter it is afterwards."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.services.staff.signing_in import sign_in_by_card
from ui.commands import Commands
from ui.context import CounterContext
from ui.errors import Notice, Tone, notice_of
from ui.idle import Idle
from ui.theme import wear
from ui.words import tr
from ui.work import Topic, Work

if TYPE_CHECKING:
    from ui.lock.page import LockPage


class Locked:
    """`home` turns to the counter, `told` is given what is to be said there."""

    def __init__(
        self,
        window: QMainWindow,
        context: CounterContext,
        work: Work,
        commands: Commands,
        *,
        keeps_bill: Callable[[], bool],
        home: Callable[[], None],
        told: Callable[[Notice], None],
    ) -> None:
        self._context = context
        self._work = work
        self._commands = commands
        self._keeps_bill = keeps_bill
        self._home = home
        self._told = told
        self._was = ""
        self._sides = QStackedWidget()
        shop = window.takeCentralWidget()
        assert shop is not None, "the window has laid out the shop"
        self._sides.setObjectName("page")
        self._sides.addWidget(shop)
        window.setCentralWidget(self._sides)
        self._focus: QWidget | None = None
        self.idle = Idle(window, context.lock_minutes, context.session.lock)
        context.session.on_change.append(self._turn)

    @cached_property
    def page(self) -> LockPage:
        """Made when the counter is first locked."""
        from ui.lock.page import LockPage

        page = LockPage(self._context, self._work, self._commands)
        self._sides.addWidget(page)
        wear(page)
        return page

    def begin(self) -> None:
        """The window opens, for whoever is here already, or locked."""
        self._turn()

    def switch(self, card: str) -> None:
        """A staff card at an open counter: whoever's it is, is at the counter now; the bill stays."""
        desk, session = self._context.desk, self._context.session
        self._work.write(
            lambda: sign_in_by_card(desk, card),
            session.sign_in,
            lambda error: self._told(notice_of(error)),
            changes=Topic.STAFF,
        )

    def _turn(self) -> None:
        session = self._context.session
        is_shown = self._sides.currentIndex() > 0
        if session.is_locked and not is_shown:
            self._focus = self._sides.window().focusWidget()
            self._sides.setCurrentWidget(self.page)
            self.page.open(keeps_bill=self._keeps_bill())
        elif not session.is_locked:
            self._sides.setCurrentIndex(0)
            self._come_back(is_new=session.staff != self._was)
            self._was = session.staff

    def _come_back(self, *, is_new: bool) -> None:
        """The same person goes on where they were; another begins at the counter."""
        if is_new:
            self._home()
            if self._was:
                self._told(Notice(Tone.GOOD, tr("{name} is at the counter.", name=self._context.session.name)))
        elif self._focus is not None:
            self._focus.setFocus()
        self._focus = None
