"""The witness of the tail: a side file that knows how far the chain had come, should the database forget its end."""

from __future__ import annotations

import logging
import os
import struct
import threading
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.persistence.faults import unreachable
from app.services.ports import Head

_log = logging.getLogger(__name__)

_RECORD = struct.Struct(">4sIQ32s5sQ")
_CHECKED = struct.Struct(f">{_RECORD.size}sI")
_MAGIC = b"TAIL"
_SLOTS = 2


@dataclass(frozen=True, slots=True)
class ChainEnd:
    """Where a counter's chain ended: its last event, that event's hash of 32 bytes, and the last bill's number."""

    epoch: int
    seq: int
    hash: bytes
    financial_year: str = ""
    bill_no: int = 0

    @classmethod
    def of(cls, head: Head) -> ChainEnd:
        return cls(head.epoch, head.last_seq, head.head_hash, head.financial_year, head.last_bill_no)


class Standing(StrEnum):
    """How the database stands to its witness."""

    UNWITNESSED = "UNWITNESSED"  # no readable side file: nothing to compare
    SAME = "SAME"
    AHEAD = "AHEAD"  # normal after a crash between the commit and the side file
    BEHIND = "BEHIND"  # the database has lost its end, or is another one: a new epoch must begin


def compare(side: ChainEnd | None, database: ChainEnd, hash_at: Callable[[int, int], bytes | None]) -> Standing:
    """Hold the database against the side file. `hash_at(epoch, seq)` is the hash the database has there, if any."""
    if side is None:
        return Standing.UNWITNESSED
    if side == database:
        return Standing.SAME
    if side.seq == 0 and side.epoch <= database.epoch:
        return Standing.AHEAD
    return Standing.AHEAD if hash_at(side.epoch, side.seq) == side.hash else Standing.BEHIND


def witness_of(data_file: Path) -> Path:
    """The side file of a data file."""
    return data_file.with_name(f"{data_file.name}.tail")


class TailFile:
    """Two slots written in turn, so that a torn write costs the newest record and never the one before it."""

    def __init__(self, path: Path) -> None:
        with unreachable():
            self._file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b", buffering=0)
        self._turn = threading.Lock()

    def read(self) -> ChainEnd | None:
        """The furthest end on record; None when there is none that can be trusted."""
        with self._turn, unreachable():
            self._file.seek(0)
            written = self._file.read(_SLOTS * _CHECKED.size)
        slots = (written[at : at + _CHECKED.size] for at in range(0, len(written), _CHECKED.size))
        ends = [end for end in map(_decoded, slots) if end is not None]
        return max(ends, key=lambda end: (end.epoch, end.seq), default=None)

    def write(self, head: Head) -> None:
        """Record where the chain ends. The bill is saved by now, so trouble here is logged and never raised."""
        self.note(ChainEnd.of(head))

    def note(self, end: ChainEnd) -> None:
        try:
            with self._turn:
                self._file.seek(end.seq % _SLOTS * _CHECKED.size)
                self._file.write(_encoded(end))
        except OSError:
            _log.warning("the side file of the chain's end could not be written", exc_info=True)

    def close(self) -> None:
        self._file.close()


def _encoded(end: ChainEnd) -> bytes:
    record = _RECORD.pack(_MAGIC, end.epoch, end.seq, end.hash, end.financial_year.encode(), end.bill_no)
    return _CHECKED.pack(record, zlib.crc32(record))


def _decoded(slot: bytes) -> ChainEnd | None:
    if len(slot) != _CHECKED.size:
        return None
    record, checksum = _CHECKED.unpack(slot)
    if checksum != zlib.crc32(record):
        return None
    magic, epoch, seq, link, year, bill_no = _RECORD.unpack(record)
    return ChainEnd(epoch, seq, link, year.rstrip(b"\0").decode(), bill_no) if magic == _MAGIC else None
