"""The book of printers: which there are and what prints what, in a file of the data folder that a person can read."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from app.services.papers.printers import (
    FILES,
    PRINTERS_MAX,
    PrinterBook,
    PrinterKind,
    PrinterSetup,
    PrintMode,
    Role,
    problem_of,
)

FILE_NAME = "printers.toml"
_KINDS = {"kind": PrinterKind, "mode": PrintMode}


class PrintersUnreadable(Exception):  # noqa: N818 - the house calls what the world does a fault
    """The file of printers says something that cannot be used; the sentence names what."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(why)
        self.sentence = f"{path} cannot be read as printers: {why} Mend or remove the file."


@dataclass(frozen=True, slots=True)
class BookFile:
    path: Path

    def read(self) -> PrinterBook:
        """What the file says; without one, PDF files. Raises PrintersUnreadable."""
        try:
            told = tomllib.loads(self.path.read_text("utf-8-sig"))
        except FileNotFoundError:
            return PrinterBook()
        except (OSError, ValueError, RecursionError) as wrong:
            raise PrintersUnreadable(self.path, f"{wrong}.") from wrong
        try:
            return _book(told)
        except (TypeError, ValueError) as wrong:
            raise PrintersUnreadable(self.path, str(wrong)) from wrong

    def write(self, book: PrinterBook) -> None:
        """Whole or not at all. Raises OSError."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        draft = self.path.with_suffix(".part")
        with draft.open("w", encoding="utf-8") as file:
            file.write("\n".join(_lines(book)))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.path)


def _book(told: Mapping[str, Any]) -> PrinterBook:
    unknown = sorted(told.keys() - {"printer", *Role})
    if unknown:
        raise ValueError(f"there is nothing called {unknown[0]!r}.")
    setups: list[PrinterSetup] = []
    for one in told.get("printer", []):
        setups.append(_setup(one, others=tuple(setups)))
    if len(setups) > PRINTERS_MAX:
        raise ValueError(f"there are more than {PRINTERS_MAX} printers.")
    book = PrinterBook(tuple(setups) or (FILES,), {role: str(told[role]) for role in Role if role in told})
    missing = next((name for name in book.roles.values() if book.named(name) is None), None)
    if missing is not None:
        raise ValueError(f"there is no printer called {missing!r}.")
    return book


def _setup(told: Any, *, others: tuple[PrinterSetup, ...]) -> PrinterSetup:
    if not isinstance(told, dict):
        raise TypeError("a printer is a table of settings.")
    known = {one.name: one.type for one in fields(PrinterSetup)}
    for name, value in told.items():
        if name not in known:
            raise ValueError(f"a printer has no setting called {name!r}.")
        if type(value) is not (bool if known[name] == "bool" else str):
            raise ValueError(f"{name} cannot be {value!r}.")
    meant: dict[str, Any] = {name: _KINDS.get(name, _as_is)(value) for name, value in told.items()}
    setup = PrinterSetup(**{"name": "", **meant})
    problem = problem_of(setup, others)
    if problem:
        raise ValueError(problem)
    return setup


def _as_is(value: Any) -> Any:
    return value


def _lines(book: PrinterBook) -> Iterator[str]:
    for role, name in book.roles.items():
        yield f"{role.value} = {_toml(name)}"
    for setup in book.printers:
        yield ""
        yield "[[printer]]"
        for one in fields(PrinterSetup):
            yield f"{one.name} = {_toml(getattr(setup, one.name))}"
    yield ""


def _toml(value: str | bool) -> str:
    """A string as JSON spells it is one of TOML too."""
    return json.dumps(value if isinstance(value, bool) else str(value), ensure_ascii=False)
