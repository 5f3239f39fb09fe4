"""Faults of the store: a failing world (disk, file, key, program), in words, and whether trying again can help."""

from __future__ import annotations

from typing import ClassVar


class StoreFault(Exception):  # noqa: N818 - the house calls what the world does a fault
    """The store cannot do its work. `detail` is for whoever repairs it; `sentence` is what the cashier reads.

    Every sentence says what happened, whether the bill is safe, and what to do now. Source: docs/errors.md.
    """

    code: ClassVar[str]
    sentence: ClassVar[str]
    retry_can_help: ClassVar[bool] = False

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.code}: {self.sentence}" + (f" ({self.detail})" if self.detail else "")


class StoreFull(StoreFault):
    code = "DB-FULL"
    sentence = "The disk is full. Nothing was saved; the bill stays on the screen. Free some space, then try again."
    retry_can_help = True


class StoreUnreachable(StoreFault):
    code = "DB-IO"
    sentence = (
        "The data file could not be read or written. Nothing was saved; the bill stays on the screen. "
        "Check the disk and its folder, then try again."
    )
    retry_can_help = True


class StoreBusy(StoreFault):
    code = "DB-BUSY"
    sentence = (
        "The data file is busy with other work. Nothing was saved; the bill stays on the screen. "
        "Wait a moment, then try again."
    )
    retry_can_help = True


class StoreReadOnly(StoreFault):
    code = "DB-READONLY"
    sentence = (
        "The data file may only be read here, not written. Nothing was saved; the bill stays on the screen. "
        "Allow this user to write to the file and its folder, then try again."
    )
    retry_can_help = True


class StoreDamaged(StoreFault):
    code = "DB-BAD"
    sentence = (
        "The data file has a problem. Billing is paused to protect it; nothing more is written to it. "
        "Restore the last backup, or call for help."
    )


class StoreLocked(StoreFault):
    code = "DB-LOCK"
    sentence = "The program is already open on this computer. Its bills are safe. Use the window that is already open."


class ForeignFile(StoreFault):
    code = "DB-FOREIGN"
    sentence = (
        "The data file was not made by this program. Nothing in it was changed. "
        "Choose the right data folder, or move that file away and start again."
    )


class WrongKey(StoreFault):
    code = "DB-KEY"
    sentence = (
        "The data file does not open with this counter's key: it is another counter's, or its first page is damaged. "
        "Nothing in it was changed. Put the right file back, or restore the last backup."
    )


class KeyMissing(StoreFault):
    code = "DB-NO-KEY"
    sentence = (
        "The key to the data file is not on this computer. The bills in the file are safe but cannot be read. "
        "Unlock the computer's keyring, or put the key file back beside the data file, then start again."
    )
    retry_can_help = True


class NewerFile(StoreFault):
    code = "DB-NEWER"
    sentence = (
        "The data file was made by a newer version of this program. Nothing in it was changed. "
        "Install the newer version, then start again."
    )


class UnsoundBuild(StoreFault):
    code = "DB-OLD-BUILD"
    sentence = (
        "The database library on this computer has a known fault that can damage data. The data file was not opened. "
        "Install the current version of this program."
    )


class NoCipher(StoreFault):
    code = "DB-NO-CIPHER"
    sentence = (
        "The database library on this computer cannot encrypt. The data file was not opened. "
        "Install the current version of this program."
    )


class UnsafeStore(StoreFault):
    code = "DB-UNSAFE"
    sentence = (
        "The data file could not be opened in its safe mode. Nothing in it was changed. "
        "Keep it on a disk of this computer, not on a network folder, and start again."
    )
    retry_can_help = True


class CopyFailed(StoreFault):
    code = "DB-COPY"
    sentence = (
        "No sound copy of the data file could be made, and none was kept. The data file itself is safe. "
        "Try again, on another disk if it happens twice."
    )
    retry_can_help = True
