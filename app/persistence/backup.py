"""Copies of the data file: made by the database itself while bills go on, and proven before they count."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.persistence.faults import as_faults, unreachable
from app.persistence.link import READER, FilePlace, Link
from app.services.keeping.faults import CopyFailed, StoreDamaged

Heads = tuple[tuple[str, str, int, int, bytes], ...]

SIDE_FILES = ("-wal", "-shm", "-journal")
_ALL_FILES = ("", *SIDE_FILES)
_HEADS = (
    "SELECT tenant_id, counter_code, epoch, last_seq, head_hash FROM counters ORDER BY tenant_id, counter_code, epoch"
)


@dataclass(frozen=True, slots=True)
class Copy:
    """A proven copy: opened with the same key, every page checked, its chains ending where the original's did.

    `heads` are (tenant, counter, epoch, last seq, head hash).
    """

    place: FilePlace
    heads: Heads


def copy_store(source: FilePlace, target: Path) -> Copy:
    """Copy a database in use to `target`, replacing what is there. Raises a StoreFault and then leaves nothing behind.

    One consistent view is copied; bills committed meanwhile are not in it and are not held up.
    """
    if target.absolute() == source.path.absolute():
        raise CopyFailed(f"{target} is the data file itself")
    part = FilePlace(target.with_name(f"{target.name}.part"), source.key)
    with unreachable(), _removed_on_failure(part.path), as_faults():
        heads = _copy(source, part)
        _prove(part, source, heads)
        clear(target, SIDE_FILES)  # an old log would be replayed into the new file
        part.path.replace(target)
        sync_folder(target.parent)
    return Copy(FilePlace(target, source.key), heads)


def prove(place: FilePlace) -> Heads:
    """Read every page of a database and return where its chains stand. Raises StoreDamaged when one is not sound."""
    with as_faults(), closing(place.link(READER)) as link:
        for check in ("cipher_integrity_check", "integrity_check"):
            problems = [row[0] for row in link.execute(f"PRAGMA {check}").fetchall() if row[0] != "ok"]
            if problems:
                raise StoreDamaged(f"{place.path}: {'; '.join(problems[:10])}")
        return _heads(link)


def _prove(copy: FilePlace, original: FilePlace, heads: Heads) -> None:
    """Whose fault an unsound copy is decides what the shop must do, so the original is read too."""
    try:
        found = prove(copy)
    except StoreDamaged as damaged:
        prove(original)
        raise CopyFailed(damaged.detail) from damaged
    if found != heads:
        raise CopyFailed(f"{copy.path} ends elsewhere than its original")


def _copy(source: FilePlace, target: FilePlace) -> Heads:
    with closing(source.link(READER)) as link, closing(target.keyed_link()) as copy:
        link.execute("BEGIN")
        heads = _heads(link)
        link.backup(copy)
    return heads


def _heads(link: Link) -> Heads:
    """None of a file that is no ledger, as a server's directory of its tenants."""
    if not link.execute("SELECT 1 FROM sqlite_master WHERE name = 'counters'").fetchall():
        return ()
    return tuple(tuple(row) for row in link.execute(_HEADS).fetchall())


@contextmanager
def _removed_on_failure(path: Path) -> Iterator[None]:
    clear(path, _ALL_FILES)
    try:
        yield
    except BaseException:
        clear(path, _ALL_FILES)
        raise


def clear(path: Path, suffixes: tuple[str, ...]) -> None:
    for suffix in suffixes:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make the new name as lasting as the bytes. Windows has no such call and needs none."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
