"""The stage: which pane is open beside the bill, and what the strip says."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from enum import StrEnum

from ui.errors import Notice, Tone, notice_of


class Mode(StrEnum):
    """What the counter is doing; every one but RING steps back to it with the bill untouched."""

    RING = "ring"
    FIND = "find"
    PICK = "pick"
    BATCH = "batch"
    CUSTOMER = "customer"
    POINTS = "points"
    REWARDS = "rewards"
    HELD = "held"
    PAY = "pay"
    WHY = "why"


Command = Callable[[], None]

# The facts commands may have to wait for.
PRICE, CUSTOMER, GOODS, SAVED = "price", "customer", "goods", "saved"


class Stage:
    """Shared by everyone who decides on the counter; `changed` draws it again."""

    def __init__(self, changed: Command) -> None:
        self.mode = Mode.RING
        self.notice: Notice | None = None
        self.changed = changed
        self._waiting: deque[Command] = deque()
        self._awaited: set[str] = set()

    def turn(self, mode: Mode) -> None:
        self.mode = mode
        self.changed()

    def say(self, tone: Tone, text: str) -> None:
        self.notice = Notice(tone, text)
        self.changed()

    def hush(self) -> None:
        self.notice = None
        self.changed()

    def refuse(self, error: Exception) -> None:
        self.notify(notice_of(error))

    def interrupt(self, tone: Tone, text: str) -> None:
        self.notify(Notice(tone, text))

    def notify(self, notice: Notice) -> None:
        """Say something nobody expected. Keys pressed meanwhile meant a counter without it, so they are dropped."""
        self._waiting.clear()
        self.notice = notice
        self.changed()

    def awaiting(self, fact: str) -> None:
        """A fact has been asked for: commands that need it wait until it is here."""
        self._awaited.add(fact)

    def arrived(self, fact: str) -> None:
        self._awaited.discard(fact)
        while self._waiting and not self._awaited:
            self._waiting.popleft()()

    def when_settled(self, command: Command) -> None:
        """Run now, or as soon as every fact is here, in the order asked: fast hands lose no key."""
        self._run(command, wait=bool(self._awaited))

    def when_saved(self, command: Command) -> None:
        """Run unless a bill is being saved: what comes then belongs to the next bill."""
        self._run(command, wait=SAVED in self._awaited)

    def _run(self, command: Command, *, wait: bool) -> None:
        if wait or self._waiting:
            self._waiting.append(command)
        else:
            command()
