"""The decisions of the health page: what is looked at, what is tested, and what the header is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from ui.actions import Do
from ui.context import CounterContext
from ui.errors import Notice, Tone, notice_of
from ui.health.diagnostics import diagnostics
from ui.health.looking import look, tests
from ui.health.state import Finding, HealthState, Part
from ui.words import later, tr
from ui.work import Work

TESTING = later("{part} is being tested.")
CAME = later("The scanner works: {n} letters came.")


COPIED = later("Copied: what a helper has to know, without names, phones and cards. Paste it where they asked for it.")
NO_LOGS = later("This counter keeps no log.")
UNOPENED = later("The folder could not be opened here: {folder}.")


class View(Protocol):
    def show_state(self, state: HealthState) -> None: ...
    def screen_words(self) -> str: ...
    def copy(self, text: str) -> None: ...
    def open_folder(self, folder: str) -> bool:
        """False where nothing here opens folders."""


class HealthDesk:
    def __init__(self, context: CounterContext, work: Work, view: View) -> None:
        self._context, self._work, self._view = context, work, view
        self.state = HealthState()
        self.commands: dict[Do, Callable[[], None]] = {
            Do.TEST_PART: self.test,
            Do.LOOK_AGAIN: self.look,
            Do.COPY_DIAGNOSTICS: self.copy_diagnostics,
            Do.OPEN_LOGS: self.open_logs,
        }

    def open(self) -> None:
        self._show(notice=None, is_busy=False)
        self.look()

    def do(self, what: Do) -> None:
        self.commands[what]()

    def look(self) -> None:
        context = self._context
        self._work.latest("health", lambda: look(context), self._know, self._refuse)

    def mark(self, index: int) -> None:
        if 0 <= index < len(self.state.findings):
            self._show(marked=index)

    def test(self) -> None:
        """The marked part, with the real reason where it is ill. A printer is tested where papers are printed."""
        if self.state.is_busy or not self.state.findings:
            return
        part = self.state.findings[self.state.marked].part
        act = tests(self._context)[part]
        self._show(is_busy=True, notice=Notice(Tone.INFO, tr(TESTING, part=tr(part))))
        lane = self._work.paper if part is Part.PRINTER else self._work.read
        lane(act, self._tested, self._refuse)

    def copy_diagnostics(self) -> None:
        context, screen = self._context, self._view.screen_words()
        self._work.read(lambda: diagnostics(context, screen=screen), self._copied, self._refuse)

    def open_logs(self) -> None:
        folder = self._context.logs
        if folder is None:
            self._show(notice=Notice(Tone.INFO, tr(NO_LOGS)))
        elif not self._view.open_folder(str(folder)):
            self._show(notice=Notice(Tone.WARN, tr(UNOPENED, folder=folder)))

    def _copied(self, text: str) -> None:
        self._view.copy(text)
        self._show(notice=Notice(Tone.GOOD, tr(COPIED)))

    def scanned(self, text: str) -> None:
        """What the scanner sent, told by its length alone: it may be somebody's card."""
        found = tuple(
            replace(one, tone=Tone.GOOD, words=tr(CAME, n=len(text))) if one.part is Part.SCANNER else one
            for one in self.state.findings
        )
        self._show(findings=found, notice=Notice(Tone.GOOD, tr(CAME, n=len(text))))

    def _tested(self, notice: Notice) -> None:
        self._show(is_busy=False, notice=notice)
        self.look()

    def _know(self, found: tuple[Finding, ...]) -> None:
        self._show(findings=found)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, OSError):
            notice = Notice(Tone.BAD, error.strerror or str(error), repr(error))
        else:
            notice = notice_of(error)
        self._show(is_busy=False, notice=notice)

    def _show(self, **shown: Any) -> None:
        self.state = replace(self.state, **shown)
        self._view.show_state(self.state)
