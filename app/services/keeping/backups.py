"""Backups: what is known of the copies of the data file, when the next is due, and what can go wrong with one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Protocol

from app.domain.days import ShopCalendar

PROOF_EVERY: Final = timedelta(days=7)
OLD_AFTER: Final = timedelta(days=2)  # a shop that is shut for a day has no reason to worry


class BackupTrouble(StrEnum):
    """Why there is no backup, or none can be used."""

    GONE = "BKP-GONE"
    FULL = "BKP-FULL"
    BARRED = "BKP-BARRED"
    UNSOUND = "BKP-BAD"
    FOREIGN = "BKP-FOREIGN"
    SOURCE = "BKP-SOURCE"
    FAILED = "BKP-FAIL"


_SAID = {
    BackupTrouble.GONE: (
        "No backup: the folder {place} is not there. Selling goes on. Plug the disk in, or choose another folder "
        "in Settings."
    ),
    BackupTrouble.FULL: (
        "No backup: there is too little room in {place}. Selling goes on. Free some space there, or choose another "
        "folder in Settings."
    ),
    BackupTrouble.BARRED: (
        "No backup: nothing may be written to {place}. Selling goes on. Allow this user to write there, or choose "
        "another folder in Settings."
    ),
    BackupTrouble.UNSOUND: "The backup {place} cannot be used: it is damaged. Make another one now.",
    BackupTrouble.FOREIGN: (
        "The backup {place} is not of this counter, or does not open with its key. Nothing was changed. Put the key "
        "file that belongs to it beside the data file first."
    ),
    BackupTrouble.SOURCE: (
        "No backup: the data file itself could not be read ({why}). Stop selling on this computer and call for help."
    ),
    BackupTrouble.FAILED: "No backup in {place}: {why}. Selling goes on; it is tried again by itself.",
}


class BackupFault(Exception):  # noqa: N818 - the house calls what the world does a fault
    """`place` is the folder or the copy it is about, `why` what the system said."""

    def __init__(self, trouble: BackupTrouble, place: str = "", why: str = "") -> None:
        super().__init__(f"{trouble}: {place} {why}".strip())
        self.trouble = trouble
        self.code = trouble.value
        self.sentence = _SAID[trouble].format(place=place, why=why or "no reason given")


@dataclass(frozen=True, slots=True)
class Copied:
    """One copy in the folder."""

    name: str
    made_at: datetime
    bytes: int


@dataclass(frozen=True, slots=True)
class Proof:
    """What a copy came to when it was put back to try: its books held."""

    name: str
    at: datetime
    events: int
    entries: int
    bills: int
    points: int


@dataclass(frozen=True, slots=True)
class BackupState:
    """`trouble` is the sentence of the last try that failed; empty since one was made. `end` is how far it went."""

    folder: str
    is_same_disk: bool = False
    copied_at: datetime | None = None
    copied_as: str = ""
    end: str = ""
    tried_at: datetime | None = None
    trouble: str = ""
    proof: Proof | None = None


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of a restore. `kept_as` is the file from before, `listed` the list of bills that were left.

    Without `is_read`, what was done since could not be read to its end. `again`: staff or products were changed since.
    `held` bills are on hold now: as they were before where that could be read, else as the copy has them.
    """

    name: str
    kept_as: str
    bills_back: int
    bills_left: int
    listed: str
    is_read: bool
    again: bool
    held: int = 0


def restored_words(done: Restored) -> str:
    """What a person has to know of a restore, in sentences."""
    return " ".join(
        [
            _put_back(done.name),
            *([_entered_again(done.bills_back)] if done.bills_back else []),
            *([_left(done.bills_left, done.listed)] if done.bills_left else []),
            *([] if done.is_read else [_UNREAD]),
            *([_on_hold(done.held, is_read=done.is_read)] if done.held or not done.is_read else []),
            *([_AGAIN] if done.again else []),
            *([_kept(done.kept_as)] if done.kept_as else []),
        ]
    )


_UNREAD = "What was done since could not all be read: compare with the last receipts."
_AGAIN = "Staff and products that were changed since have to be changed again."


def _put_back(name: str) -> str:
    return f"The backup {name} was put back."


def _entered_again(count: int) -> str:
    return f"Bills made since and entered again: {count}."


def _left(count: int, listed: str) -> str:
    return f"Bills that could not be entered again: {count}; they are listed in {listed}."


def _on_hold(count: int, *, is_read: bool) -> str:
    if is_read:
        return f"Bills on hold are as they were before: {count}."
    if count:
        return f"Bills on hold are as the backup has them: {count}; look whether they have been paid since."
    return "No bill is on hold any more; ring again what was."


def _kept(name: str) -> str:
    return f"The data file from before is kept as {name}."


class Backups(Protocol):
    """The copies of this counter's data file. Each call may take seconds, and belongs on no screen's thread."""

    def state(self) -> BackupState: ...
    def copies(self) -> Sequence[Copied]:
        """Newest first; none while the folder is not there."""

    def back_up(self) -> BackupState:
        """Copy the data file now, bills going on meanwhile. Raises BackupFault, which the state keeps as well."""

    def prove(self, name: str) -> BackupState:
        """Put a copy back into a file of its own and check its books. Raises BackupFault, as `back_up`."""

    def wish(self, name: str) -> None:
        """Have this copy put in the data file's place at the next start. Raises BackupFault."""


def is_copy_due(state: BackupState, now: datetime, calendar: ShopCalendar) -> bool:
    """Whether the shop's day has no backup yet. One made by a clock that ran ahead puts none off."""
    return state.copied_at is None or calendar.day_of(state.copied_at) != calendar.day_of(now)


def is_proof_due(state: BackupState, now: datetime) -> bool:
    """Whether a week has passed since a backup was last proven, and there is one to prove."""
    return bool(state.copied_as) and (state.proof is None or abs(now - state.proof.at) >= PROOF_EVERY)


def is_old(state: BackupState, now: datetime) -> bool:
    """Whether somebody should look at it."""
    return state.copied_at is None or abs(now - state.copied_at) > OLD_AFTER
