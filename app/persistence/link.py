"""Links: bare connections to the database, keyed, known to be ours, every pragma read back."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import sqlcipher3.dbapi2 as driver  # type: ignore[import-untyped]

from app.persistence.build import require_sound_build
from app.persistence.faults import as_faults, why_unreadable
from app.services.keeping.faults import ForeignFile, UnsafeStore

APPLICATION_ID = int.from_bytes(b"Till")
BUSY_TIMEOUT_MS = 5000
KEY_BYTES = 32

# recursive_triggers: without it INSERT OR REPLACE deletes a row past the append-only triggers.
_SAFE: Mapping[str, str | int] = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "busy_timeout": BUSY_TIMEOUT_MS,
    "mmap_size": 0,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "cache_size": -16_000,  # KiB: the upper pages of a million members' indexes stay at hand, decrypted
}
WRITER: Mapping[str, str | int] = {**_SAFE, "wal_autocheckpoint": 1000}
READER: Mapping[str, str | int] = {**_SAFE, "wal_autocheckpoint": 0, "query_only": 1}


class Cursor(Protocol):
    def fetchone(self) -> Any: ...
    def fetchall(self) -> list[Any]: ...


class Link(Protocol):
    """The part of a driver's connection that this room uses."""

    def execute(self, sql: str, parameters: Sequence[object] = ..., /) -> Cursor: ...
    def backup(self, target: Link, /) -> None: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class FilePlace:
    """An encrypted database file and its key of 32 bytes."""

    path: Path
    key: bytes

    def __post_init__(self) -> None:
        assert len(self.key) == KEY_BYTES

    def __repr__(self) -> str:
        return f"FilePlace({str(self.path)!r})"

    def link(self, pragmas: Mapping[str, str | int]) -> Link:
        """A link to an existing database of ours."""
        return self._opened("rw", pragmas, blank_is_ours=False)

    def new_link(self) -> Link:
        """A link for writing to a database that may still have to be created."""
        return self._opened("rwc", WRITER, blank_is_ours=True)

    def keyed_link(self) -> Link:
        """A link with the key and nothing else: what a copy is written through."""
        return self._keyed("rwc")

    def _opened(self, mode: str, pragmas: Mapping[str, str | int], *, blank_is_ours: bool) -> Link:
        with as_faults(self.path):
            link = self._keyed(mode)
            try:
                self._require_ours(link, blank_is_ours=blank_is_ours)
                settle(link, pragmas)
            except BaseException:
                link.close()
                raise
        return link

    def _keyed(self, mode: str) -> Link:
        _require_sound_library()
        link = _connect(f"{self.path.absolute().as_uri()}?mode={mode}")
        link.execute(f"PRAGMA key = \"x'{self.key.hex()}'\"")
        return link

    def _require_ours(self, link: Link, *, blank_is_ours: bool) -> None:
        """Before any pragma that writes: a file of someone else's must stay byte for byte as it was."""
        try:
            found = _application_id(link)
        except driver.DatabaseError as error:
            if error.sqlite_errorcode != driver.SQLITE_NOTADB:
                raise
            raise why_unreadable(self.path) from error
        if found != APPLICATION_ID and not (blank_is_ours and found == 0 and _is_blank(link)):
            raise ForeignFile(f"{self.path} has application id {found:#x}")


@dataclass(frozen=True, slots=True)
class MemoryPlace:
    """A database in this process's memory. It lives as long as one link to it does."""

    name: str

    def link(self, pragmas: Mapping[str, str | int]) -> Link:
        """There is no log to write ahead and no file to map in memory; everything else is as in a file."""
        link = _connect(f"file:/{self.name}?vfs=memdb")
        kept = {name: value for name, value in pragmas.items() if name != "mmap_size"}
        settle(link, {**kept, "journal_mode": "memory"})
        return link


def _connect(address: str) -> Link:
    link: Link = driver.connect(
        address, uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_TIMEOUT_MS / 1000
    )
    # The library prints its own complaints to stderr; ours are typed and shown.
    link.execute("PRAGMA cipher_log_level = NONE")
    return link


def settle(link: Link, pragmas: Mapping[str, str | int]) -> None:
    """Set each pragma and read it back; a connection that is not as safe as asked is refused."""
    for name, value in pragmas.items():
        link.execute(f"PRAGMA {name} = {value}").fetchall()
        found = link.execute(f"PRAGMA {name}").fetchone()
        if found is None or found[0] != value:
            raise UnsafeStore(f"{name} is {found and found[0]} instead of {value}")


def _application_id(link: Link) -> int:
    found: int = link.execute("PRAGMA application_id").fetchone()[0]
    return found


def _is_blank(link: Link) -> bool:
    """True for a file that holds no table yet."""
    empty: bool = link.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    return empty


@functools.cache
def _require_sound_library() -> None:
    with closing(driver.connect(":memory:")) as link:
        cipher = link.execute("PRAGMA cipher_version").fetchone()
    require_sound_build(driver.sqlite_version_info, cipher[0] if cipher else "")
