"""The folder of copies: what is in it, what a new one is called, and which of them may go."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from app.domain.days import ShopCalendar
from app.services.keeping.backups import BackupFault, BackupTrouble, Copied

DAYS_KEPT: Final = 14
NEWEST_KEPT: Final = 3
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class CopyFolder:
    """Copies of one counter; other files there are nobody's business. A folder that was `chosen` is never made."""

    path: Path
    counter_code: str
    calendar: ShopCalendar
    chosen: bool

    def require(self, bytes_needed: int) -> None:
        """Raises BackupFault where no copy of that size can be put, before any of it is written."""
        if not self.chosen:
            self.path.mkdir(parents=True, exist_ok=True)
        if not self.path.is_dir():
            raise BackupFault(BackupTrouble.GONE, str(self.path))
        if not os.access(self.path, os.W_OK | os.X_OK):
            raise BackupFault(BackupTrouble.BARRED, str(self.path))
        if shutil.disk_usage(self.path).free < bytes_needed:
            raise BackupFault(BackupTrouble.FULL, str(self.path))

    def next_name(self, at: datetime) -> str:
        return f"till-{self.counter_code}-{at.astimezone(UTC).strftime(_STAMP)}.db"

    def all(self) -> Sequence[Copied]:
        """Newest first, by their names: a disk that was copied has other times of files."""
        pattern = re.compile(rf"till-{re.escape(self.counter_code)}-(\d{{8}}T\d{{6}}Z)\.db")
        try:
            named = [(one, pattern.fullmatch(one.name)) for one in self.path.iterdir()]
            found = [Copied(one.name, _time_of(match[1]), one.stat().st_size) for one, match in named if match]
        except OSError:
            return ()
        return sorted(found, key=lambda one: one.made_at, reverse=True)

    def thin_out(self, keep: str) -> None:
        """Keep the newest of each of the last days, and the three newest; `keep` stays in any case."""
        every = self.all()
        newest_of_day = {self.calendar.day_of(one.made_at): one.name for one in reversed(every)}
        days = sorted(newest_of_day, reverse=True)[:DAYS_KEPT]
        kept = {keep, *(one.name for one in every[:NEWEST_KEPT]), *(newest_of_day[day] for day in days)}
        for one in every:
            if one.name not in kept:
                (self.path / one.name).unlink(missing_ok=True)


def _time_of(stamp: str) -> datetime:
    try:
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except ValueError:  # a name that only looks like a time
        return datetime.fromtimestamp(0, UTC)
