"""A counter's sync under a wrapper: each line is `folder url what at`, what it does and at which statement it dies.

`push` sends all there is, `pull` takes in all that changed, `scan:<member>` asks for rights to a member's points.
"""

from __future__ import annotations

from pathlib import Path

from tests.faults.lives import opened_seller
from tests.faults.mortal import Trap, lay, live, say


def life(line: str) -> None:
    folder, url, what, at = line.split(" ")
    trap = Trap(int(at))
    lay(trap)
    with opened_seller(Path(folder), url) as counter:
        counter.connected()
        with trap.set():
            counter.does(what)
    say("through")


if __name__ == "__main__":
    live(life)
