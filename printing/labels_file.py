"""A CSV file of what stands on shelves: a name and a price a row, and the code to scan where there is one."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from printing.labels import CODE_LENGTH_MAX, Label

LABELS_MAX: Final = 20_000
_NEEDED = ("name", "price")


class UnreadableLabels(Exception):  # noqa: N818 - the file's fault, said in a sentence
    """No list of labels, or a row that cannot be one; nothing was printed."""


def read_labels(file: Path) -> list[Label]:
    """Raises UnreadableLabels: labels are cheap to print again, so one bad row prints none."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            found = list(_labels(csv.DictReader(lines, strict=True)))
    except (OSError, UnicodeDecodeError, csv.Error) as wrong:
        raise UnreadableLabels(f"{file} cannot be read: {wrong}. Nothing was printed.") from wrong
    if not 1 <= len(found) <= LABELS_MAX:
        raise UnreadableLabels(f"{file} has {len(found):,} rows; 1 to {LABELS_MAX:,} can be printed.")
    return found


def _labels(reader: csv.DictReader[str]) -> Iterator[Label]:
    reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
    for needed in _NEEDED:
        if needed not in reader.fieldnames:
            raise UnreadableLabels(f"The first line has no column called {needed!r}. Nothing was printed.")
    for row in reader:
        name, price, code = ((row.get(column) or "").strip() for column in (*_NEEDED, "code"))
        if not name:
            raise UnreadableLabels(f"line {reader.line_num}: the name is missing. Nothing was printed.")
        if len(code) > CODE_LENGTH_MAX:
            raise UnreadableLabels(
                f"line {reader.line_num}: a code has at most {CODE_LENGTH_MAX} letters. Nothing was printed."
            )
        yield Label(name, price, code)
