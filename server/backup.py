"""Backup: the server's files copied while it works, each whole and proven, and put back where they were."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from app.persistence.backup import Copy, copy_store, prove
from app.persistence.faults import unreachable
from app.persistence.keys import key_note, known_keys_of
from app.persistence.link import READER, FilePlace
from app.persistence.lock import FileLock
from app.persistence.tail import ChainEnd, TailFile, witness_of
from app.settable import SettingsError
from server.databases.database import DIRECTORY, tenant_file
from server.secret import FILE_NAME as SECRET
from server.settings import ServerSettings

POSTGRES = (
    "This server keeps its ledgers in PostgreSQL. Nothing was copied or put back. Use pg_dump or pg_basebackup, which "
    "copy it while it runs, and keep the data folder with the copy: without its server.key nothing of it can be read."
)


@dataclass(frozen=True, slots=True)
class BackedUp:
    """How many tenants were copied, and the files that were not, without which the copies open nothing."""

    tenants: int
    keys: Sequence[Path]


def back_up(settings: ServerSettings, target: Path) -> BackedUp:
    """Copy every file into a new folder, or an empty one. Raises SettingsError or a StoreFault.

    The directory comes first: whoever stands in it has a file by then.
    """
    folder = _files_of(settings)
    _require_files(folder)
    with unreachable():
        if target.exists() and any(target.iterdir()):
            raise SettingsError(f"{target} is not empty. Nothing was copied. Name a folder that is new or empty.")
        (target / "tenants").mkdir(parents=True, exist_ok=True)
    directory = copy_store(_place(folder / DIRECTORY), target / DIRECTORY)
    tenants = _tenants(directory.place)
    for tenant_id in tenants:
        _witness(copy_store(_place(tenant_file(folder, tenant_id)), tenant_file(target, tenant_id)))
    files = [folder / DIRECTORY, *(tenant_file(folder, one) for one in tenants)]
    return BackedUp(len(tenants), [folder / SECRET, *map(key_note, files)])


def restore(settings: ServerSettings, source: Path) -> int:
    """Put every file of a copy in its place, once all of them are proven. Returns how many tenants it has.

    The server has to be stopped, and the keys to be there. A side file that is there already stays: it may know of more
    than the copy's does. Raises SettingsError or a StoreFault.
    """
    folder = _files_of(settings)
    _require_files(source)
    kept = FilePlace(source / DIRECTORY, _key(folder / DIRECTORY))
    with ExitStack() as stack:
        stack.callback(FileLock.take(folder / DIRECTORY).release)
        prove(kept)
        tenants = [(tenant_file(source, one), tenant_file(folder, one)) for one in _tenants(kept)]
        for copy, file in tenants:
            prove(FilePlace(copy, _key(file)))
        for copy, file in [*tenants, (source / DIRECTORY, folder / DIRECTORY)]:
            copy_store(FilePlace(copy, _key(file)), file)
        for copy, file in tenants:
            if not witness_of(file).exists():
                with unreachable():
                    shutil.copy(witness_of(copy), witness_of(file))
    return len(tenants)


def _files_of(settings: ServerSettings) -> Path:
    if settings.database:
        raise SettingsError(POSTGRES)
    return settings.folder


def _require_files(folder: Path) -> None:
    if not (folder / DIRECTORY).exists():
        raise SettingsError(f"{folder} holds no server's files: there is no {DIRECTORY} in it. Nothing was changed.")


def _place(file: Path) -> FilePlace:
    return FilePlace(file, _key(file))


def _key(file: Path) -> bytes:
    return known_keys_of(file).database


def _tenants(directory: FilePlace) -> Sequence[str]:
    with closing(directory.link(READER)) as link:
        return [row[0] for row in link.execute("SELECT tenant_id FROM tenants ORDER BY tenant_id").fetchall()]


def _witness(copy: Copy) -> None:
    """A copy that is opened is one: by then there was more. Its positions go on above all that were ever given."""
    *_, (_, _, epoch, seq, _) = copy.heads
    with closing(TailFile(witness_of(copy.place.path))) as tail:
        tail.note(ChainEnd(epoch, seq + 1, bytes(32)))
