"""verify and rebuild: check the books, and make their projections again."""

from __future__ import annotations

import sys

from app.bootstrap import open_till
from app.services import books
from app.services.faults import StoreFault
from app.settings import Settings

UNSOUND, UNUSABLE = 1, 2


def verify(settings: Settings) -> int:
    """Exit status: 0 when the books hold, 1 when something was changed, 2 when the file cannot be opened."""
    try:
        with open_till(settings) as till:
            verdict = books.verify(till.desk)
    except StoreFault as fault:
        print(fault.sentence, file=sys.stderr)
        return UNUSABLE
    for fault_found in verdict.faults:
        print(fault_found, file=sys.stderr)
    print(f"{verdict.events:,} events and {verdict.entries:,} entries: {'sound' if verdict.sound else 'NOT sound'}")
    return 0 if verdict.sound else UNSOUND


def rebuild(settings: Settings) -> int:
    """Exit status: 0 when rebuilt, 2 when the file cannot be opened."""
    try:
        with open_till(settings) as till:
            entries = books.rebuild(till.desk)
    except StoreFault as fault:
        print(fault.sentence, file=sys.stderr)
        return UNUSABLE
    print(f"Rebuilt from {entries:,} entries.")
    return 0
