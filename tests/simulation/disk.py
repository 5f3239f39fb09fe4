"""Disks that can fail: real stores in memory, which can be copied, put back, filled, and killed at any statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection

from app.persistence.engine import Engines, SqliteTransaction, open_memory
from app.persistence.faults import as_faults
from app.persistence.link import Link, MemoryPlace
from app.persistence.scope import Scope
from app.persistence.tail import ChainEnd
from app.services.ports import Head

_numbers = count(1)


class Killed(BaseException):
    """The process is gone, as by kill -9. No handler of the program runs for it: what it holds is thrown away."""


class Fate(StrEnum):
    KILLED = "killed"
    FULL = "full"


@dataclass
class Trap:
    """What happens at the n-th thing from now that is written, COMMIT and what follows it counted."""

    fate: Fate
    left: int


@dataclass
class Disk:
    """Where units of work run. Once killed, nothing runs until it is opened again."""

    engines: Engines = field(default_factory=lambda: open_memory(writers=2))
    trap: Trap | None = None
    is_dead: bool = False
    checked: int = -1  # the version of the data that was looked at last
    _view: Connection | None = None
    _is_looked_at: bool = False

    @contextmanager
    def writing(self, tenant_id: str | None) -> Iterator[Scope]:
        self.alive()
        with self.engines.writing(tenant_id) as scope:
            yield Scope(scope.transaction, _Cursor(scope.cursor, self), scope.tenant_id)  # type: ignore[arg-type]
            with as_faults():  # a COMMIT fails as everything else does
                self.touched()
        if self.trap is not None and self.trap.fate is Fate.KILLED:
            self.touched()

    @contextmanager
    def reading(self, tenant_id: str | None) -> Iterator[Scope]:
        """A consistent view as the engines give it, over a connection that stays: looking is most of what happens."""
        self.alive()
        if self._is_looked_at:  # at something else meanwhile
            with self.engines.reading(tenant_id) as scope:
                yield scope
            return
        if self._view is None:
            self._view = self.engines.reader.connect()
        scope, self._is_looked_at = Scope.of(SqliteTransaction(self._view), tenant_id), True
        scope.cursor.execute("BEGIN")
        try:
            yield scope
        finally:
            scope.cursor.execute("ROLLBACK")
            self._is_looked_at = False

    def alive(self) -> None:
        if self.is_dead:
            raise Killed

    def touched(self) -> None:
        """One more thing is written; perhaps the last."""
        self.alive()
        if self.trap is None:
            return
        self.trap.left -= 1
        if self.trap.left < 0:
            fate, self.trap = self.trap.fate, None
            if fate is Fate.KILLED:
                self.is_dead = True
                raise Killed
            full = driver.OperationalError("database or disk is full")
            full.sqlite_errorcode = driver.SQLITE_FULL
            raise full

    def revive(self) -> None:
        self.is_dead, self.trap = False, None

    def image(self) -> Link:
        """A copy of what is committed, kept until it is closed."""
        copy = MemoryPlace(f"image-{next(_numbers)}").link({})
        self._anchor.backup(copy)
        return copy

    def put_back(self, image: Link) -> None:
        """What was copied is what stands here from now on."""
        self.dispose()
        self.engines = open_memory(writers=2)
        image.backup(self._anchor)
        self.checked = -1
        self.revive()

    def has_moved(self) -> bool:
        """Whether anything was committed since this was asked last."""
        ((version,),) = self.rows("PRAGMA data_version")
        moved, self.checked = version != self.checked, version
        return moved

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """What stands here, past every guard of the program."""
        return [tuple(row) for row in self._anchor.execute(sql, values).fetchall()]

    def dispose(self) -> None:
        if self._view is not None:
            self._view.close()
            self._view = None
        self.engines.dispose()

    @property
    def _anchor(self) -> Link:
        anchor = self.engines._anchor
        assert anchor is not None
        return anchor


@dataclass
class _Cursor:
    """A driver's cursor that the disk hears of."""

    cursor: Any
    disk: Disk

    def execute(self, text: str, values: Sequence[Any] = ()) -> Any:
        self.disk.touched()
        return self.cursor.execute(text, values)

    def executemany(self, text: str, rows: Sequence[Any]) -> Any:
        self.disk.touched()
        return self.cursor.executemany(text, rows)

    def fetchall(self) -> list[Any]:
        found: list[Any] = self.cursor.fetchall()
        return found


@dataclass
class Witness:
    """The side file beside a data file, with the reading and writing of a TailFile."""

    end: ChainEnd | None = None

    def read(self) -> ChainEnd | None:
        return self.end

    def write(self, head: Head) -> None:
        self.end = ChainEnd.of(head)

    def close(self) -> None:
        pass
