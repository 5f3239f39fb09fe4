"""Lists taken in from the command line: what becomes of a file, and the rows left out as a file to be mended."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import Protocol

from app.bootstrap import Till, open_till
from app.commands.refusing import UNUSABLE, refuse
from app.services.keeping.faults import StoreFault
from app.services.lists import ListUnreadable, Problem
from app.settings import Settings
from app.sheets import SheetUnreadable
from printing.export import Sheet, to_csv

SOME_LEFT_OUT = 1
NAMED_MAX = 50  # rows that are named one by one on the terminal; the file has them all
PROBLEM = "Problem"


class LeftOut(Protocol):
    """A list some rows of which were left out."""

    @property
    def header(self) -> tuple[str, ...]: ...
    @property
    def problems(self) -> tuple[Problem, ...]: ...


def taken_in(settings: Settings, take: Callable[[Till], LeftOut]) -> int:
    """Exit status: 0 when every row is fine, 1 when some are left out, 2 when nothing could be read or written."""
    try:
        with open_till(settings) as till:
            found = take(till)
    except (SheetUnreadable, ListUnreadable) as wrong:
        print(wrong, file=sys.stderr)
        return UNUSABLE
    except StoreFault as fault:
        return refuse(fault)
    except OSError as wrong:
        print(f"The rest cannot be written: {wrong.strerror or wrong}. The good rows are imported.", file=sys.stderr)
        return UNUSABLE
    return SOME_LEFT_OUT if found.problems else 0


def name_problems(problems: Sequence[Problem]) -> None:
    for problem in problems[:NAMED_MAX]:
        print(f"row {problem.row_number}: {problem.what}")
    if len(problems) > NAMED_MAX:
        print(f"and {len(problems) - NAMED_MAX:,} more")


def write_rest(file: Path, found: LeftOut) -> Path:
    """What was left out of a list, as a file beside it, which is returned. One that differs stays: it may be mended by
    now. Raises OSError.
    """
    rest = to_csv(rest_of(found))
    for n in count(1):  # pragma: no branch
        path = file.with_name(f"{file.stem}-problems{'' if n == 1 else f'-{n}'}.csv")
        if not path.exists():
            path.write_bytes(rest)
        if path.read_bytes() == rest:
            return path
    raise AssertionError("numbers do not end")


def rest_of(found: LeftOut) -> Sheet:
    """The rows that were left out, as they were, each with what is wrong with it now."""
    at = found.header.index(PROBLEM) if PROBLEM in found.header else None
    header, *each = (_without(cells, at) for cells in (found.header, *(one.cells for one in found.problems)))
    width = max(map(len, (header, *each)))
    rows = [(*_wide(cells, width), problem.what) for cells, problem in zip(each, found.problems, strict=True)]
    return Sheet("Problems", (*_wide(header, width), PROBLEM), rows)


def _without(cells: tuple[str, ...], at: int | None) -> tuple[str, ...]:
    return cells if at is None else cells[:at] + cells[at + 1 :]


def _wide(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return cells + ("",) * (width - len(cells))
