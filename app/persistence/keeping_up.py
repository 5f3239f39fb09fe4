"""Keeping up: backups that come by themselves while the counter is open, and one more when it closes."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Final

from app.persistence.safekeeping import Safekeeping
from app.services.keeping.faults import StoreFault
from app.services.ports import Store

FIRST_AFTER_S: Final = 30.0  # the counter opens first
LOOK_EVERY_S: Final = 600.0
_END_S: Final = 30.0
_log = logging.getLogger(__name__)


@contextmanager
def kept_up(keeping: Safekeeping, store: Store) -> Iterator[Safekeeping]:
    """Looks after the backups on a thread of its own; `store` says at the end whether anything came since the last."""
    ended = Event()
    thread = Thread(target=_look_after, args=(keeping, ended), name="backups", daemon=True)
    thread.start()
    try:
        yield keeping
    finally:
        ended.set()
        thread.join(_END_S)
        _close(keeping, store)


def _look_after(keeping: Safekeeping, ended: Event) -> None:
    wait_s = FIRST_AFTER_S
    while not ended.wait(wait_s):
        wait_s = LOOK_EVERY_S
        try:
            keeping.keep_up()
        except (StoreFault, OSError) as fault:
            _log.warning("The backups were not looked after: %s", fault)


def _close(keeping: Safekeeping, store: Store) -> None:
    try:
        with store.reading() as uow:
            head = uow.journal.head()
        keeping.close(head)
    except StoreFault as fault:
        _log.warning("No backup was made at the end: %s", fault.sentence)
