"""verify, rebuild and sweep: check the books, make their projections again, post what has fallen due."""

from __future__ import annotations

import sys
from collections.abc import Callable

from app.bootstrap import open_till
from app.commands.refusing import UNUSABLE, refuse
from app.services.desk import Desk
from app.services.keeping import books
from app.services.keeping.faults import StoreFault
from app.services.members import birthdays, sweeps
from app.services.rewards import voucher_sweeps
from app.settings import Settings

UNSOUND = 1


def verify(settings: Settings) -> int:
    """Exit status: 0 when the books hold, 1 when something was changed, 2 when there is no file or it does not open."""
    return _at_desk(settings, _verify)


def rebuild(settings: Settings) -> int:
    """Exit status: 0 when rebuilt, 2 when there is no file or it does not open."""
    return _at_desk(settings, _rebuild)


def sweep(settings: Settings) -> int:
    """Exit status: 0 when all that was due is posted, 2 when there is no file or it does not open."""
    return _at_desk(settings, lambda desk: _sweep(desk, staff=settings.cashier))


def _at_desk(settings: Settings, act: Callable[[Desk], int]) -> int:
    """Only with a data file that is there: a new one, made on the way, would always be found sound."""
    if not settings.data_file.exists():
        print(f"There is no data file at {settings.data_file}. Choose the right data folder.", file=sys.stderr)
        return UNUSABLE
    try:
        with open_till(settings) as till:
            for notice in till.notices:
                print(notice, file=sys.stderr)
            return act(till.desk)
    except StoreFault as fault:
        return refuse(fault)


def _verify(desk: Desk) -> int:
    verdict = books.verify(desk)
    for fault in verdict.faults:
        print(fault, file=sys.stderr)
    print(f"{verdict.events:,} events and {verdict.entries:,} entries: {'sound' if verdict.sound else 'NOT sound'}")
    return 0 if verdict.sound else UNSOUND


def _rebuild(desk: Desk) -> int:
    print(f"Rebuilt from {books.rebuild(desk):,} entries.")
    return 0


def _sweep(desk: Desk, *, staff: str) -> int:
    expired = sweeps.expire_all(desk)
    voucher_sweeps.expire_all(desk)
    lowered, given = sweeps.review_tiers(desk, staff=staff), birthdays.give(desk)
    print(f"{expired:,} lots expired, {lowered:,} tiers lowered, {given:,} birthdays kept.")
    return 0
