"""A CSV file of members to print cards for: each row is what it asks for, or why it cannot be read."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.domain.codes import format_card_number, is_card_number
from app.services.members.members import NAME_MAX, Enrolment

ROWS_MAX: Final = 20_000
NEEDED: Final = ("name", "phone")
COLUMNS: Final = (*NEEDED, "number", "language", "e-mail", "birthday")
LANGUAGES: Final = {"": "en", "en": "en", "english": "en", "hi": "hi", "hindi": "hi", "हिन्दी": "hi"}


@dataclass(frozen=True, slots=True)
class Row:
    """What one row asks for; `line` is where it begins in the file, from 1."""

    line: int
    enrolment: Enrolment


@dataclass(frozen=True, slots=True)
class BadRow:
    line: int
    why: str


class UnreadableFile(Exception):  # noqa: N818 - the file's fault, said in a sentence
    """A file that is no such list at all."""


def rows(file: Path) -> list[Row | BadRow]:
    """Every row but empty ones, in order. Raises UnreadableFile."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            found = list(_rows(csv.reader(lines, strict=True)))
    except UnicodeDecodeError as wrong:
        raise UnreadableFile(f"{file} is not UTF-8 text. Save it as “CSV UTF-8” and try again.") from wrong
    except (OSError, csv.Error) as wrong:
        raise UnreadableFile(f"{file} cannot be read: {wrong}. Nothing was printed.") from wrong
    if not found:
        raise UnreadableFile(f"{file} has no rows under its head. Nothing was printed.")
    return found


def _rows(lines: Iterator[list[str]]) -> Iterator[Row | BadRow]:
    reader = lines
    places = _places(next(reader, []))
    line, count = _line_of(reader), 0
    for cells in reader:
        line, begins = _line_of(reader), line + 1
        if not any(cell.strip() for cell in cells):
            continue
        count += 1
        if count > ROWS_MAX:
            raise UnreadableFile(f"The file has more than {ROWS_MAX:,} rows. Nothing was printed; split it.")
        yield _row(begins, _cells(places, cells))


def _line_of(reader: Iterator[list[str]]) -> int:
    """How many lines of the file have been read: a quoted cell may span several."""
    read: int = getattr(reader, "line_num")  # noqa: B009 - the type of csv.reader has no public name
    return read


def _places(head: Sequence[str]) -> Mapping[str, int]:
    places = {cell.strip().lower(): place for place, cell in enumerate(head)}
    missing = [name for name in NEEDED if name not in places]
    if missing:
        raise UnreadableFile(
            f"The first line has no column called {missing[0]!r}: it names the columns, at least name and phone. "
            "Nothing was printed."
        )
    return {name: places[name] for name in COLUMNS if name in places}


def _cells(places: Mapping[str, int], cells: Sequence[str]) -> Mapping[str, str]:
    return {name: cells[place].strip() if place < len(cells) else "" for name, place in places.items()}


def _row(line: int, cells: Mapping[str, str]) -> Row | BadRow:
    number = cells.get("number", "").replace(" ", "")
    language = LANGUAGES.get(cells.get("language", "").lower())
    if not cells["name"] or len(cells["name"]) > NAME_MAX:
        return BadRow(line, f"a name has between 1 and {NAME_MAX} letters")
    if not cells["phone"]:
        return BadRow(line, "the phone is missing")
    if number and not is_card_number(number):
        return BadRow(line, f"{format_card_number(number)[:20]!r} is not a card number: its check digits don't match")
    if language is None:
        return BadRow(line, f"there is no language {cells['language'][:20]!r}; there are en and hi")
    email, birthday = cells.get("e-mail"), cells.get("birthday")
    return Row(line, Enrolment(cells["name"], cells["phone"], language, number or None, email=email, birthday=birthday))
