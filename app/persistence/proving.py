"""Proving: a copy is put back into a file of its own, opened as a counter's, and its books are gone through."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.domain.days import ShopCalendar
from app.persistence.backup import prove
from app.persistence.engine import open_file
from app.persistence.faults import unreachable
from app.persistence.keys import StoreKeys
from app.persistence.link import FilePlace
from app.persistence.sealed import FieldSealer
from app.persistence.uow import SqlStore
from app.services.desk import Desk
from app.services.keeping import books
from app.services.keeping.backups import BackupFault, BackupTrouble, Proof
from app.services.keeping.faults import ForeignFile, StoreDamaged, StoreFault, StoreFull, WrongKey

_PREFIX = "put-back-"


@dataclass(frozen=True, slots=True)
class Counter:
    """Whose file it is, and what opens it. `desk_over` is this counter's desk, with another store."""

    data_file: Path
    keys: StoreKeys
    tenant_id: str
    counter_code: str
    calendar: ShopCalendar
    desk_over: Callable[[SqlStore], Desk]

    @property
    def place(self) -> FilePlace:
        return FilePlace(self.data_file, self.keys.database)

    @contextmanager
    def open(self, file: Path) -> Iterator[Desk]:
        """A desk over another file of this counter, brought to the newest schema. Raises a StoreFault."""
        engines = open_file(file, self.keys.database)
        sealer = FieldSealer(self.keys, tenant_id=self.tenant_id, field="phone")
        try:
            yield self.desk_over(SqlStore(engines, self.tenant_id, self.counter_code, sealer, self.calendar))
        finally:
            engines.dispose()


@contextmanager
def put_back(counter: Counter, copy: Path) -> Iterator[Path]:
    """A copy in a file of its own beside the data file, every page of it read. Raises BackupFault.

    So does whatever is done with it meanwhile, where the store fails.
    """
    beside = counter.data_file.parent
    for left in beside.glob(f"{_PREFIX}*"):  # by a program that died meanwhile
        shutil.rmtree(left, ignore_errors=True)
    try:
        with unreachable(), tempfile.TemporaryDirectory(prefix=_PREFIX, dir=beside) as folder:
            file = Path(folder) / counter.data_file.name
            shutil.copyfile(copy, file)
            heads = prove(FilePlace(file, counter.keys.database))
            if all(head[:2] != (counter.tenant_id, counter.counter_code) for head in heads):
                raise BackupFault(BackupTrouble.FOREIGN, copy.name)
            yield file
    except StoreFault as fault:
        raise fault_of_copy(fault, copy) from fault


def prove_copy(counter: Counter, copy: Path, at: datetime) -> Proof:
    """What the copy holds. Raises BackupFault where it cannot be opened, or its books do not hold."""
    with put_back(counter, copy) as file, counter.open(file) as desk:
        verdict = books.verify(desk)
        if not verdict.sound:
            raise BackupFault(BackupTrouble.UNSOUND, copy.name, "; ".join(verdict.faults[:3]))
        with desk.store.reading() as uow:
            bills, points = sum(1 for _ in uow.bills.all()), uow.ledger.outstanding()
    return Proof(copy.name, at, verdict.events, verdict.entries, bills, points)


def fault_of_copy(fault: StoreFault, copy: Path) -> BackupFault:
    """What a fault of the store means of a copy that was to be read."""
    if isinstance(fault, StoreFull):
        return BackupFault(BackupTrouble.FULL, str(copy.parent), fault.detail)
    if isinstance(fault, WrongKey | ForeignFile):
        return BackupFault(BackupTrouble.FOREIGN, copy.name, fault.detail)
    if isinstance(fault, StoreDamaged):
        return BackupFault(BackupTrouble.UNSOUND, copy.name, fault.detail)
    return BackupFault(BackupTrouble.GONE if not copy.exists() else BackupTrouble.FAILED, str(copy), fault.detail)
