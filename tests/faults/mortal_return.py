"""A return at a counter, killed at a statement: each line is `folder key at`; the whole last bill goes back."""

from __future__ import annotations

from pathlib import Path

from app.bootstrap import open_till
from app.services import returnable, returns
from app.services.returns import Agreed
from app.settings import Settings
from tests.faults.mortal import Trap, lay, live, say


def life(line: str) -> None:
    folder, number, at = line.split(" ")
    trap = Trap(int(at))
    lay(trap)
    with open_till(Settings(data_dir=str(Path(folder)))) as till:
        desk = till.desk.approved("meena")
        found = returnable.find_returnable(desk, number)
        bill_id, amounts = found.bill.bill_id, {line.line_id: line.net_minor for line in found.bill.lines}
        with trap.set():
            shown = returns.preview_lines(desk, bill_id, amounts, staff="asha") if found.is_open else None
            agreed = Agreed(shown) if shown else None  # done before, it answers by its key
            returns.return_lines(desk, bill_id, amounts, key=f"return {number}", staff="asha", agreed=agreed)
    say("through")


if __name__ == "__main__":
    live(life)
