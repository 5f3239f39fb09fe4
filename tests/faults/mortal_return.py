"""A return at a counter, killed at a statement: each line is `folder number at what`, and the whole bill goes back.

`own` and `far` bills come back in one transaction. `unseen` is cash for a bill that cannot be seen. `torn` is what
nobody may do: the lines go back one after the other, so that a death between them is seen.
"""

from __future__ import annotations

from pathlib import Path

from app.bootstrap import open_till
from app.services.desk import Desk
from app.services.returns import returnable, returns, unseen_returns
from app.services.returns.returns import Agreed
from app.settings import Settings
from tests.faults.mortal import Trap, lay, live, say


def life(line: str) -> None:
    folder, number, at, what = line.split(" ")
    trap = Trap(int(at))
    lay(trap)
    with open_till(Settings(data_dir=str(Path(folder)))) as till:
        desk = till.desk.approved("meena")
        with trap.set():
            LIVES[what](desk, number)
    say("through")


def _whole(desk: Desk, number: str) -> None:
    found = returnable.find_returnable(desk, number)
    bill_id, amounts = found.bill.bill_id, {line.line_id: line.net_minor for line in found.bill.lines}
    shown = returns.preview_lines(desk, bill_id, amounts, staff="asha") if found.is_open else None
    agreed = Agreed(shown) if shown else None  # done before, it answers by its key
    returns.return_lines(desk, bill_id, amounts, key=f"return {number}", staff="asha", agreed=agreed)


def _unseen(desk: Desk, number: str) -> None:
    unseen_returns.return_unseen(
        desk, number, amount_minor=240_00, reason="broken", key=f"unseen {number}", staff="asha"
    )


def _torn(desk: Desk, number: str) -> None:
    found = returnable.find_returnable(desk, number)
    for line in found.bill.lines:
        amounts, key = {line.line_id: line.net_minor}, f"{number} {line.line_id}"
        returns.return_lines(desk, found.bill.bill_id, amounts, key=key, staff="asha")


LIVES = {"own": _whole, "far": _whole, "unseen": _unseen, "torn": _torn}

if __name__ == "__main__":
    live(life)
