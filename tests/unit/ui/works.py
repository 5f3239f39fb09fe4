"""Work without threads: done at once, or when the test says so."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from ui.work import Refused, T, Then, Topic

Job = tuple[str, Callable[[], Any], Then[Any], Refused]


class AtOnce:
    """Everything is done the moment it is asked for."""

    def __init__(self) -> None:
        self.changes: list[Topic] = []

    def read(self, work: Callable[[], T], then: Then[T], refused: Refused) -> None:
        _finish(work, then, refused)

    def latest(self, slot: str, work: Callable[[], T], then: Then[T], refused: Refused) -> None:  # noqa: ARG002
        _finish(work, then, refused)

    def far(self, slot: str, work: Callable[[], T], then: Then[T], refused: Refused) -> None:
        self.latest(slot, work, then, refused)

    def write(self, work: Callable[[], T], then: Then[T], refused: Refused, *, changes: Topic) -> None:
        _finish(work, then, refused)
        self.changes.append(changes)

    def paper(self, work: Callable[[], T], then: Then[T], refused: Refused) -> None:
        _finish(work, then, refused)


class WhenTold(AtOnce):
    """Work waits, in the order asked, until the test lets it happen; of one slot only the newest is answered."""

    def __init__(self) -> None:
        super().__init__()
        self._jobs: deque[Job] = deque()

    def read(self, work: Callable[[], T], then: Then[T], refused: Refused) -> None:
        self._jobs.append(("", work, then, refused))

    def latest(self, slot: str, work: Callable[[], T], then: Then[T], refused: Refused) -> None:
        self._jobs = deque(job for job in self._jobs if job[0] != slot)
        self._jobs.append((slot, work, then, refused))

    def write(self, work: Callable[[], T], then: Then[T], refused: Refused, *, changes: Topic) -> None:
        self.changes.append(changes)
        self._jobs.append(("", work, then, refused))

    def paper(self, work: Callable[[], T], then: Then[T], refused: Refused) -> None:
        self._jobs.append(("", work, then, refused))

    def finish_one(self) -> None:
        _, work, then, refused = self._jobs.popleft()
        _finish(work, then, refused)

    def finish(self) -> None:
        """Let everything happen, and what comes of it."""
        while self._jobs:
            self.finish_one()


def _finish(work: Callable[[], T], then: Then[T], refused: Refused) -> None:
    try:
        result = work()
    except Exception as error:  # noqa: BLE001 - as the real one does: whatever happened is answered
        refused(error)
        return
    then(result)
