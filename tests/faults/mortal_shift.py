"""A shift that is closed, killed at a statement: each line is `folder key at`; what is open is counted and closed."""

from __future__ import annotations

from pathlib import Path

from app.bootstrap import open_till
from app.domain.shift import CashCount
from app.services.shifts import shifts
from app.settings import Settings
from tests.faults.mortal import Trap, lay, live, say


def life(line: str) -> None:
    folder, key, at = line.split(" ")
    trap = Trap(int(at))
    lay(trap)
    with open_till(Settings(data_dir=str(Path(folder)))) as till:
        made = shifts.count(till.desk, CashCount((), 1_000_00), staff="asha", key=f"count {key}")
        with trap.set():
            shifts.close(till.desk, count_id=made.count_id, note="", staff="asha", key=f"close {key}")
    say("through")


if __name__ == "__main__":
    live(life)
