"""A program that lives again and again, and is killed at a statement: for scripts that wrap the real one.

The script reads lines. Each begins a life in a process of its own, forked from one that has loaded the program already;
another line while it lives, or the end of input, ends it by kill -9. When a life is over its status is said.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from app.persistence.engine import Engines
from app.persistence.postgres import Postgres
from app.persistence.scope import Scope, Transaction


class Trap:
    """Kills this process, as by kill -9, at the n-th thing that happens in a transaction while it is set; 0 is never.

    Statements count, and so do what comes before a COMMIT and what comes after it.
    """

    def __init__(self, at: int) -> None:
        self._left = at
        self._here = threading.local()

    @contextmanager
    def set(self) -> Iterator[None]:
        """In this thread, for the block."""
        self._here.is_set = True
        try:
            yield
        finally:
            self._here.is_set = False

    def step(self) -> None:
        if getattr(self._here, "is_set", False):
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


class _Counting:
    """A driver's cursor that the trap hears of."""

    def __init__(self, cursor: Any, trap: Trap) -> None:
        self._cursor, self._trap = cursor, trap

    def execute(self, *given: Any) -> Any:
        self._trap.step()
        return self._cursor.execute(*given)

    def executemany(self, *given: Any) -> Any:
        self._trap.step()
        return self._cursor.executemany(*given)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)


def lay(trap: Trap) -> None:
    """Every transaction of this process goes by the trap from now on."""

    def scope_of(_: type[Scope], transaction: Transaction, tenant_id: str | None) -> Scope:
        return Scope(transaction, _Counting(transaction.cursor(), trap), tenant_id)

    Scope.of = classmethod(scope_of)  # type: ignore[method-assign, assignment]
    homes: tuple[Any, ...] = (Engines, Postgres)
    for home in homes:
        home.writing = _committing(home.writing, trap)


def _committing(writing: Any, trap: Trap) -> Any:
    @contextmanager
    def counted(home: Any, tenant_id: str | None) -> Iterator[Scope]:
        with writing(home, tenant_id) as scope:
            yield scope
            trap.step()
        trap.step()

    return counted


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def live(work: Callable[[str], None]) -> None:
    """One life for each line of standard input."""
    with os.fdopen(0, "rb", buffering=0, closefd=False) as lines:
        while line := lines.readline():
            child = os.fork()
            if child == 0:
                _one_life(work, line.decode().strip())
            is_last = not _ended_by_itself(child, lines)
            _, status = os.waitpid(child, 0)
            say(f"gone {os.waitstatus_to_exitcode(status)}")
            if is_last:
                return


def _one_life(work: Callable[[str], None], line: str) -> None:
    status = 1
    try:
        work(line)
        status = 0
    except BaseException:  # noqa: BLE001 - a life that fails says why, and is over
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(status)


def _ended_by_itself(child: int, lines: Any) -> bool:
    """False when nobody is left to begin another life."""
    handle = os.pidfd_open(child)
    try:
        found, _, _ = select.select([lines, handle], [], [])
        if handle in found:
            return True
        is_wanted: bool = lines.readline() != b""
        os.kill(child, signal.SIGKILL)
        return is_wanted
    finally:
        os.close(handle)
