"""Restoring: a backup put in the data file's place, with what was sealed since put into it again, as far as it fits."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from app.persistence.backup import SIDE_FILES, clear, sync_folder
from app.persistence.faults import unreachable
from app.persistence.lock import FileLock
from app.persistence.proving import Counter, put_back
from app.services.desk import Desk
from app.services.keeping import books
from app.services.keeping.backups import BackupFault, BackupTrouble, Restored
from app.services.keeping.faults import StoreFault
from app.services.keeping.reapplying import LeftBill, Reapplied, bills_of, reapply
from app.services.ports import ChainPoint, Event, Head, HeldBill
from app.services.sales import carts

PAGE: Final = 500


def restore(counter: Counter, copy: Path, at: datetime) -> Restored:
    """Put a copy in the data file's place. Until its books have been proven, the data file stays as it was.

    What was there before is kept beside it. The program must not have it open. Raises BackupFault or a StoreFault.
    """
    lock = FileLock.take(counter.data_file)
    kept = None
    try:
        with put_back(counter, copy) as file:
            kept = _set_aside(counter.data_file, at)
            done, is_read, held = _brought_up(counter, file, copy, kept)
            with unreachable():
                clear(counter.data_file, SIDE_FILES)  # an old log would be replayed into the new file
                file.replace(counter.data_file)
                sync_folder(counter.data_file.parent)
    except BaseException:
        if kept is not None:
            clear(kept, ("", *SIDE_FILES))
        raise
    finally:
        lock.release()
    bills = bills_of(done.left)
    listed = _listed(counter.data_file, at, bills)
    name = kept.name if kept else ""
    return Restored(copy.name, name, done.bills, len(bills), listed, is_read, bool(done.by_hand), held)


def _brought_up(counter: Counter, file: Path, copy: Path, before: Path | None) -> tuple[Reapplied, bool, int]:
    """The copy with what was sealed since, proven.

    With it, whether what was sealed since could be read to its end, and how many bills are on hold: those that were,
    for one that was paid since must not be taken back and paid again.
    """
    with counter.open(file) as desk:
        with desk.store.reading() as uow:
            head = uow.journal.head()
        since, held = _since(counter, head, before)
        done = reapply(desk, since)
        if held is not None:
            carts.replace_held(desk, held)
        verdict = books.verify(desk)
        if not verdict.sound:
            raise BackupFault(BackupTrouble.UNSOUND, copy.name, "; ".join(verdict.faults[:3]))
        return done, held is not None, len(carts.held(desk))


def _since(counter: Counter, head: Head, before: Path | None) -> tuple[Sequence[Event], Sequence[HeldBill] | None]:
    """What the chain of the file from before has behind the end of the copy, as far as it can be read.

    And the bills on hold there; None where all of it could not be read, or is not of one chain.
    """
    found: list[Event] = []
    if before is None:
        return found, None
    try:
        with counter.open(before) as desk:
            return found, carts.held(desk) if _read_on(desk, head, found) else None
    except StoreFault:
        return found, None


def _read_on(desk: Desk, head: Head, found: list[Event]) -> bool:
    """Fills `found`; False where the copy is not of this chain."""
    point = ChainPoint(head.epoch, head.last_seq)
    with desk.store.reading() as uow:
        if head.last_seq:
            last = uow.journal.after(ChainPoint(head.epoch, head.last_seq - 1), limit=1)
            if [one.hash for one in last] != [head.head_hash]:
                return False
        while page := uow.journal.after(point, limit=PAGE):
            found += page
            point = ChainPoint(page[-1].epoch, page[-1].seq)
    return True


def _set_aside(data_file: Path, at: datetime) -> Path | None:
    """A copy of every byte that is about to go, damaged or not."""
    if not data_file.exists():
        return None
    kept = data_file.with_name(f"{data_file.stem}.before-restore-{_stamp(at)}{data_file.suffix}")
    with unreachable():
        for suffix in ("", *SIDE_FILES):
            side = data_file.with_name(data_file.name + suffix)
            if side.exists():
                shutil.copyfile(side, kept.with_name(kept.name + suffix))
    return kept


def _listed(data_file: Path, at: datetime, bills: Sequence[LeftBill]) -> str:
    """The name of a list of the bills that are not in the books any more; empty where there are none."""
    if not bills:
        return ""
    path = data_file.with_name(f"bills-not-restored-{_stamp(at)}.csv")
    with unreachable(), path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("number", "at", "net_minor"), *((b.number, b.at, b.net_minor) for b in bills)])
    return path.name


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
