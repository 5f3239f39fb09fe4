"""The one lock of a data file: held by the operating system, so that it goes when its process does."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.persistence.faults import unreachable
from app.services.keeping.faults import StoreLocked

_PID_BYTES = 20


@dataclass(frozen=True, slots=True)
class FileLock:
    """Held from `take` to `release`. The side file stays: removing it would let two programs lock two files."""

    _handle: int

    @classmethod
    def take(cls, data_file: Path) -> FileLock:
        """Lock the data file for this process. Raises StoreLocked, naming the process that has it."""
        with unreachable(), _closed_on_failure(data_file.with_name(f"{data_file.name}.lock")) as handle:
            if not _lock(handle):
                holder = os.read(handle, _PID_BYTES).decode("ascii", "replace")
                raise StoreLocked(f"{data_file} is held by process {holder or 'unknown'}")
            os.ftruncate(handle, 0)
            os.write(handle, str(os.getpid()).encode())
        return cls(handle)

    def release(self) -> None:
        os.close(self._handle)


@contextmanager
def _closed_on_failure(path: Path) -> Iterator[int]:
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield handle
    except BaseException:
        os.close(handle)
        raise


if sys.platform == "win32":
    import msvcrt

    # Locks are mandatory there: one far behind the pid leaves the pid readable.
    _LOCKED_BYTE = 1 << 30

    def _lock(handle: int) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
