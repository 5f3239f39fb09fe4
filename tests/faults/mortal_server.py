"""python -m server under a wrapper: each line is what it dies in and at which statement of it, as `receive 17`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import server.databases.postgres_database  # noqa: F401 - loaded once, before the first life
from server.__main__ import main
from server.api.sync import asking, pulling, pushing
from tests.faults.mortal import Trap, lay, live

_WHERE = {"receive": pushing, "pull": pulling, "top_up": asking}


def arm(name: str, trap: Trap) -> None:
    real: Callable[..., Any] = getattr(_WHERE[name], name)

    def armed(*given: Any, **named: Any) -> Any:
        with trap.set():
            return real(*given, **named)

    setattr(_WHERE[name], name, armed)


def life(line: str) -> None:
    name, _, at = line.partition(" ")
    trap = Trap(int(at or 0))
    lay(trap)
    if name != "serve":
        arm(name, trap)
    assert main([]) == 0


if __name__ == "__main__":
    live(life)
