"""kill -9 of a counter at any statement of closing a shift: there is no Z report or one; asked again, there is one."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from app.bootstrap import Till, open_till
from app.services.keeping import books
from app.services.shifts import shifts
from app.settings import Settings
from tests.faults.lives import KILLED, Lives, lives

STRIDE = 1 if int(os.environ.get("KILLS", "12")) > 100 else 3


def live_once(process: Lives, folder: Path, key: str, at: int) -> bool:
    """Whether the counter lived through closing."""
    process.begin(f"{folder} {key} {at}")
    status = process.ended()
    assert status in (0, KILLED), process.said
    return status == 0


def standing(till: Till) -> tuple[int, int, int, bool]:
    """Reports, papers of them, events that closed one, and whether a shift is open."""
    with till.desk.store.reading() as uow:
        made = uow.shifts.every()
        papers = sum(len(uow.prints.of_subject(shifts.Z_REPORT, one.report.shift_id)) for one in made)
        sealed = sum(event.kind == "shift-close" for event in uow.journal.events())
        return len(made), papers, sealed, uow.shifts.current(till.desk.counter_code) is not None


def test_a_closing_killed_at_any_statement_left_no_report_or_one(tmp_path: Path) -> None:
    folder, deaths = tmp_path / "till", 0
    settings = Settings(data_dir=str(folder))
    with lives("tests.faults.mortal_shift", dict(os.environ), tmp_path / "stderr.txt") as process:
        for done, at in enumerate(count(1, STRIDE)):
            with open_till(settings) as till:
                shifts.open_shift(till.desk, float_minor=1_000_00, staff="asha", key=f"open {at}")
            is_alive = live_once(process, folder, str(at), at)
            deaths += not is_alive
            with open_till(settings) as till:
                assert books.verify(till.desk).faults == ()
                assert standing(till) in ((done, done, done, True), (done + 1, done + 1, done + 1, False)), at
            assert live_once(process, folder, str(at), 0)
            with open_till(settings) as till:
                assert standing(till) == (done + 1, done + 1, done + 1, False)
            if is_alive:
                break
    assert deaths > 1
