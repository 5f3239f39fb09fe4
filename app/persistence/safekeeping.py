"""Safekeeping: the backups of an open counter: made, proven, thinned out, and remembered."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Final

from app.persistence.backup import Copy, copy_store
from app.persistence.copies import CopyFolder
from app.persistence.notes import read_note, write_note
from app.persistence.proving import Counter, prove_copy
from app.services.keeping.backups import BackupFault, BackupState, BackupTrouble, Copied, is_copy_due, is_proof_due
from app.services.keeping.faults import CopyFailed, StoreDamaged, StoreFault, StoreFull, StoreReadOnly
from app.services.plain import NotPlainError, from_plain, to_plain
from app.services.ports import Head

NOTE: Final = "backups.json"
WISH: Final = "restore.json"
_SPARE: Final = 1.1  # of the data file's size has to be free
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Safekeeping:
    """What `app.services.keeping.backups.Backups` promises. One thing at a time, from whatever thread it is asked."""

    counter: Counter
    folder: CopyFolder
    now: Callable[[], datetime]
    _turn: Lock = field(default_factory=Lock)

    def state(self) -> BackupState:
        return self._read()

    def copies(self) -> Sequence[Copied]:
        return self.folder.all()

    def back_up(self) -> BackupState:
        with self._turn:
            return self._noting(self._back_up)

    def prove(self, name: str) -> BackupState:
        with self._turn:
            return self._noting(lambda state: self._prove(state, name))

    def wish(self, name: str) -> None:
        copy = self.folder.path / name
        if not copy.is_file():
            raise BackupFault(BackupTrouble.GONE, str(self.folder.path))
        write_note(self._beside(WISH), {"copy": str(copy)})

    @property
    def is_wished(self) -> bool:
        """Whether a copy is to take the data file's place: what would be copied now would only be in its way."""
        return self._beside(WISH).exists()

    def keep_up(self) -> None:
        """What is due by itself: the day's copy, the week's proof. What fails is noted, and tried again later."""
        state = self.state()
        try:
            if is_copy_due(state, self.now(), self.folder.calendar):
                state = self.back_up()
            if is_proof_due(state, self.now()):
                self.prove(state.copied_as)
        except BackupFault as fault:
            _log.warning("%s", fault)

    def close(self, head: Head) -> None:
        """The last copy of the day, where there is anything that the last one does not have."""
        if not self.is_wished and _end(head.epoch, head.last_seq) != self.state().end:
            try:
                self.back_up()
            except BackupFault as fault:
                _log.warning("%s", fault)

    def _back_up(self, state: BackupState) -> BackupState:
        at = self.now()
        try:
            self.folder.require(int(self.counter.data_file.stat().st_size * _SPARE))
        except OSError as wrong:
            raise BackupFault(BackupTrouble.FAILED, str(self.folder.path), wrong.strerror or str(wrong)) from wrong
        copy = self._copied(self.folder.next_name(at))
        name = copy.place.path.name
        self.folder.thin_out(name)
        return replace(state, copied_at=at, copied_as=name, end=self._end_of(copy), trouble="")

    def _copied(self, name: str) -> Copy:
        place = str(self.folder.path)
        try:
            return copy_store(self.counter.place, self.folder.path / name)
        except StoreFull as full:
            raise BackupFault(BackupTrouble.FULL, place, full.detail) from full
        except StoreReadOnly as barred:
            raise BackupFault(BackupTrouble.BARRED, place, barred.detail) from barred
        except CopyFailed as failed:
            raise BackupFault(BackupTrouble.FAILED, place, failed.detail) from failed
        except StoreDamaged as damaged:
            raise BackupFault(BackupTrouble.SOURCE, place, damaged.detail) from damaged
        except StoreFault as fault:
            is_gone = not self.folder.path.is_dir()
            raise BackupFault(BackupTrouble.GONE if is_gone else BackupTrouble.FAILED, place, fault.detail) from fault

    def _prove(self, state: BackupState, name: str) -> BackupState:
        if not self.folder.path.is_dir():
            raise BackupFault(BackupTrouble.GONE, str(self.folder.path))
        return replace(state, proof=prove_copy(self.counter, self.folder.path / name, self.now()), trouble="")

    def _noting(self, act: Callable[[BackupState], BackupState]) -> BackupState:
        """Do it and remember what came of it, also where that is a fault."""
        state = replace(self._read(), tried_at=self.now())
        try:
            after = act(state)
        except BackupFault as fault:
            self._write(replace(state, trouble=fault.sentence))
            raise
        self._write(after)
        return after

    def _end_of(self, copy: Copy) -> str:
        mine = (one for one in copy.heads if one[:2] == (self.counter.tenant_id, self.counter.counter_code))
        return max((_end(epoch, seq) for _, _, epoch, seq, _ in mine), default="")

    def _read(self) -> BackupState:
        try:
            kept = from_plain(BackupState, read_note(self._beside(NOTE)))
        except NotPlainError:  # none yet, or one that somebody wrote into
            kept = BackupState("")
        return replace(kept, folder=str(self.folder.path), is_same_disk=self._is_same_disk())

    def _write(self, state: BackupState) -> None:
        """A state that cannot be noted is no reason to say that the copy failed."""
        try:
            write_note(self._beside(NOTE), to_plain(state))
        except StoreFault:
            _log.warning("what became of the backup could not be noted", exc_info=True)

    def _is_same_disk(self) -> bool:
        """Whether one dead disk takes both; a folder that is not there is on none."""
        try:
            return self.folder.path.stat().st_dev == self.counter.data_file.stat().st_dev
        except OSError:
            return not self.folder.chosen

    def _beside(self, name: str) -> Path:
        return self.counter.data_file.with_name(name)


def _end(epoch: int, seq: int) -> str:
    """Where a chain stands, in a text that sorts."""
    return f"{epoch:010}/{seq:015}"
