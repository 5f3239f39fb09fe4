"""backup and restore: copies of the data file, kept up while the counter is open, and one put in its place again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import TENANT, Till, open_till
from app.commands.refusing import UNUSABLE, refuse
from app.domain.days import ShopCalendar
from app.machine import RandomIds, SystemClock
from app.services.desk import Desk
from app.services.keeping.backups import BackupFault, BackupState, restored_words
from app.services.keeping.faults import StoreFault
from app.settings import Settings

if TYPE_CHECKING:
    from app.persistence.proving import Counter
    from app.persistence.safekeeping import Safekeeping
    from app.persistence.uow import SqlStore

FAILED = 1


@contextmanager
def running_backups(settings: Settings, till: Till) -> Iterator[Safekeeping]:
    """Backups that come by themselves for as long as the counter is open, and one more at its end."""
    from app.persistence.keeping_up import kept_up

    with kept_up(safekeeping(settings), till.desk.store) as keeping:
        yield keeping


def safekeeping(settings: Settings) -> Safekeeping:
    """The backups of a counter whose data file is there. Raises a StoreFault where it has no key."""
    from app.persistence.copies import CopyFolder
    from app.persistence.safekeeping import Safekeeping

    chosen = bool(settings.backup_folder)
    folder = CopyFolder(settings.backups_folder, settings.counter_code, ShopCalendar(settings.zone), chosen)
    return Safekeeping(_counter(settings), folder, SystemClock().now)


def is_restore_wished(settings: Settings) -> bool:
    from app.persistence.safekeeping import WISH

    return (settings.folder / WISH).exists()


def restore_wished(settings: Settings) -> str:
    """Do what was wished for in the window before it closed; says what came of it, and is empty where nothing was."""
    from app.persistence.notes import read_note
    from app.persistence.safekeeping import WISH

    note = settings.folder / WISH
    wished = read_note(note).get("copy")
    note.unlink(missing_ok=True)
    if not isinstance(wished, str):
        return ""
    try:
        return _restored(settings, Path(wished))
    except (BackupFault, StoreFault) as fault:
        return fault.sentence


def back_up(settings: Settings, *, test: bool, key: Path | None) -> int:
    """Copy the data file, and with `key` what opens it into a file of its own.

    Exit status: 0 when a backup was made (and proven), 1 when not, 2 when there is no file or it does not open.
    """
    if not settings.data_file.exists():
        print(f"There is no data file at {settings.data_file}. Choose the right data folder.", file=sys.stderr)
        return UNUSABLE
    try:
        with open_till(settings):
            keeping = safekeeping(settings)
            state = keeping.back_up()
            print(f"Backed up: {settings.backups_folder / state.copied_as}")
            if test:
                _tell_proof(keeping.prove(state.copied_as))
            if key is not None:
                keeping.counter.keys.save(key)
                print(f"The key is in {key}. Keep it apart from the backups: together they open for anybody.")
        return 0
    except BackupFault as fault:
        return refuse(fault, status=FAILED)
    except StoreFault as fault:
        return refuse(fault)


def restore(settings: Settings, copy: Path) -> int:
    """Exit status: 0 when the copy has taken the data file's place, 1 when nothing was changed."""
    try:
        print(_restored(settings, copy))
        return 0
    except (BackupFault, StoreFault) as fault:
        return refuse(fault, status=FAILED)


def _restored(settings: Settings, copy: Path) -> str:
    from app.persistence.restoring import restore

    return restored_words(restore(_counter(settings), copy, SystemClock().now()))


def _tell_proof(state: BackupState) -> None:
    proof = state.proof
    assert proof is not None, "it was just proven"
    print(f"Proven: {proof.events:,} events, {proof.entries:,} entries and {proof.bills:,} bills; the books hold.")


def _counter(settings: Settings) -> Counter:
    from app.persistence.keys import known_keys_of
    from app.persistence.proving import Counter

    calendar, code = ShopCalendar(settings.zone), settings.counter_code

    def desk_over(store: SqlStore) -> Desk:
        return Desk(store, SystemClock(), RandomIds(), code, calendar, settings.year_starts_in_month)

    return Counter(settings.data_file, known_keys_of(settings.data_file), TENANT, code, calendar, desk_over)
