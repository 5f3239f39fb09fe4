"""Lists that somebody hands in as a table: which column is which, the rows, and those that are left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

QUOTE: Final = '"'


class ListUnreadable(Exception):  # noqa: N818 - the file's fault, said in a sentence
    """No list of that kind at all; nothing was imported."""


class RowWrong(Exception):  # noqa: N818 - what is wrong with one row, in a few words
    pass


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that was left out: its number in the file from 1, its cells as they were, and what is wrong with it."""

    row_number: int
    cells: tuple[str, ...]
    what: str


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a list may be called in its first row; a list without those that are needed is none.

    `expected` says in a sentence what such a list has.
    """

    names: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...]
    expected: str

    def places(self, header: Sequence[str]) -> Mapping[str, int]:
        """Where each column stands. Raises ListUnreadable."""
        named = {" ".join(name.casefold().split()): at for at, name in reversed(list(enumerate(header)))}
        places = {
            column: next(named[name] for name in names if name in named)
            for column, names in self.names.items()
            if any(name in named for name in names)
        }
        missing = [name for name in self.needed if name not in places]
        if missing:
            lacking = " or ".join(map(repr, missing))
            raise ListUnreadable(f"The first row has no column called {lacking}. {self.expected}")
        return places


def numbered(rows: Iterator[Sequence[str]], *, most: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows below the first that hold anything, as the file numbers them. Raises ListUnreadable past the most."""
    for number, cells in enumerate(rows, 2):
        if number > most + 1:
            raise ListUnreadable(f"The list has more than {most:,} rows. Nothing was imported; import it in parts.")
        if any(cell.strip() for cell in cells):
            yield number, tuple(cells)


def told(cells: Sequence[str], header: Sequence[str], places: Mapping[str, int]) -> Mapping[str, str]:
    """What a row says in each column; nothing where it is short.

    A row wider than the head is refused, and a cell under no heading: of an amount with a comma the half would stand
    in the column before. So is a quote that was never closed. Raises RowWrong.
    """
    is_under_none = any(cell.strip() and not name.strip() for cell, name in zip(cells, header, strict=False))
    if len(cells) > len(header) or is_under_none:
        raise RowWrong("more cells than columns")
    found = {name: cells[at].strip() if at < len(cells) else "" for name, at in places.items()}
    if any(cell.startswith(QUOTE) for cell in found.values()):
        raise RowWrong("stray quote")
    return found


def verdict(fine: int, problems: Sequence[Problem]) -> str:
    """1,240 rows fine, 17 have problems (wrong code 12, duplicate 5)."""
    good = f"{fine:,} {'row' if fine == 1 else 'rows'} fine"
    if not problems:
        return f"{good}."
    kinds = Counter(problem.what for problem in problems)
    named = ", ".join(f"{what} {times:,}" for what, times in kinds.most_common())
    have = "has" if len(problems) == 1 else "have"
    return f"{good}, {len(problems):,} {have} problems ({named})."
